"""Stages literal tables: what sources would have written, without files."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.contract.internal import raw
from screening.contract.tables import TABLES
from screening.settings import RunSettings, Settings
from screening.staging import run
from screening.warehouse.store import Warehouse

Rows = Sequence[Mapping[str, str | None]]
AS_OF = date(2026, 11, 20)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def resident_id(body: str) -> str:
    """A resident number with the check digit of its 17 digits."""
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]


def credit_code(body: str) -> str:
    """A credit code with the check digit of its 17 places."""
    return body + _ALPHABET[(31 - sum(_ALPHABET.index(c) * 3**i for i, c in enumerate(body)) % 31) % 31]


def stage(
    tables: Mapping[str, Rows], settings: Mapping[str, Any] | None = None, *, lost: Mapping[str, int] | None = None
) -> Warehouse:
    """A warehouse after the staging stage.

    Args:
        tables: table -> rows of text; columns left out of every row were not delivered.
        settings: as in `coi.toml`.
        lost: table -> rows that the reader could not cut into fields.
    """
    checked = Settings.model_validate(settings or {})
    warehouse = Warehouse(Path(tempfile.gettempdir()), checked.limits)
    for name, rows in tables.items():
        known = TABLES[name].names
        assert all(set(row) <= set(known) for row in rows), f"unknown column in {name}"
        columns = {column: pa.array([row.get(column) for row in rows], pa.string()) for column in known}
        columns["file"] = pa.array([f"{name}.csv"] * len(rows), pa.string())
        columns["row"] = pa.array(range(2, len(rows) + 2), pa.int64())
        warehouse.put(raw(name), pa.table(columns))
        headers = [column for column in known if any(column in row for row in rows)]
        warehouse.append(
            "delivered",
            [
                {
                    "table_name": name,
                    "file": f"{name}.csv",
                    "rows": len(rows) + (lost or {}).get(name, 0),
                    "columns": headers,
                }
            ],
        )
    run(warehouse, RunSettings(settings=checked, as_of=AS_OF, delivery=Path()))
    return warehouse


def issues(warehouse: Warehouse, check_id: str) -> list[tuple[str, str | None, str, str | None]]:
    """(table, key, severity, column) of every issue of one check, in order."""
    rows = warehouse.rows(
        "select * from issue where check_id = $id order by table_name, key, column_name", {"id": check_id}
    )
    return [(row["table_name"], row["key"], row["severity"], row["column_name"]) for row in rows]


def account(warehouse: Warehouse, table: str) -> dict[str, int]:
    """The account of one table's rows."""
    (row,) = warehouse.rows("select * from row_account where table_name = $t", {"t": table})
    return {name: count for name, count in row.items() if name != "table_name"}


def officer(code: str = "P1", name: str = "岑一舟", **cells: str) -> dict[str, str]:
    return {"officer_id": code, "name": name, "position": "董事"} | cells


def supplier(code: str = "S1", name: str = "岑野（杭州）制造有限公司", **cells: str) -> dict[str, str]:
    return {"party_id": code, "name": name} | cells
