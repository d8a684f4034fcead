"""Writes a world: the delivery in mixed formats, and what is hidden in it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from screening.contract.tables import TABLES
from tests.deliveries import write_xlsx
from tests.worlds.world import AS_OF, Row, World

_ENCODINGS = {"related_parties": "gb18030", "suppliers": "utf-8-sig", "group_entities": "utf-8-sig"}
_CHINESE = {"related_parties", "suppliers", "officers"}


def write_world(world: World, folder: Path) -> None:
    """`delivery/`, `truth.jsonl`, `decoys.jsonl`, `meta.json` and empty expectations under a folder."""
    delivery = folder / "delivery"
    delivery.mkdir(parents=True, exist_ok=True)
    for name, rows in world.tables.items():
        columns = [
            column for column in TABLES[name].columns if column.required or any(column.name in row for row in rows)
        ]
        chinese = name in _CHINESE
        header = [column.zh if chinese else column.name for column in columns]
        cells = [[row.get(column.name, "") for column in columns] for row in rows]
        if name == "appointments":
            _parquet(delivery / f"{name}.parquet", header, cells)
        elif name == "officers":
            write_xlsx(delivery / f"{name}.xlsx", [dict(zip(header, row, strict=True)) for row in cells])
        else:
            _csv(delivery / f"{name}.csv", header, cells, _ENCODINGS.get(name, "utf-8"))
    (delivery / "coi.toml").write_text(
        '[policy]\npromulgated_on = "2022-03-01"\ninitial_period = "30 days"\nregister_from = "2022-01-01"\n',
        encoding="utf-8",
    )
    _lines(folder / "truth.jsonl", world.truth)
    _lines(folder / "decoys.jsonl", world.decoys)
    _lines(folder / "expect_quality.jsonl", ())
    _lines(folder / "expect_compliance.jsonl", ())
    meta = {"seed": world.seed, "profile": world.profile, "as_of": AS_OF.isoformat(), "officers_in_scope": world.size.officers,
            "rows": {name: len(rows) for name, rows in world.tables.items()}, "truth": len(world.truth), "decoys": len(world.decoys),
            "quality_ok": []}  # fmt: skip
    (folder / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _csv(path: Path, header: list[str], rows: list[list[str]], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _parquet(path: Path, header: list[str], rows: list[list[str]]) -> None:
    columns = [pa.array([row[place] or None for row in rows], pa.string()) for place in range(len(header))]
    pq.write_table(pa.table(columns, names=header), path)


def _lines(path: Path, rows: Iterable[object]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def read_lines(path: Path) -> list[Row]:
    """JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
