"""Builds what matching reads from literal rows: staged tables, and staging's dictionaries of their values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.contract.columns import Kind
from screening.contract.internal import std
from screening.contract.tables import TABLES
from screening.matching import run
from screening.matching.stage import prepare
from screening.matching.weights import load_weights
from screening.settings import RunSettings, Settings
from screening.staging.dictionaries import write_dictionaries
from screening.warehouse.store import Warehouse

Row = Mapping[str, Any]
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_GROUPED = ("officers", "group_entities", "suppliers", "customers", "competitors")


def resident_id(body: str) -> str:
    """A resident number of 17 digits with its check digit."""
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _RESIDENT_WEIGHTS, strict=True)) % 11]


def credit_code(body: str) -> str:
    """A credit code of 17 places with its check digit."""
    return body + _ALPHABET[(31 - sum(_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body)) % 31) % 31]


def load(warehouse: Warehouse, tables: Mapping[str, Sequence[Row]]) -> None:
    """Writes std_<table> and the dictionaries. Cells of several values are lists, dates are dates; the rest is text."""
    for name, rows in tables.items():
        _put_table(warehouse, name, rows)
    write_dictionaries(warehouse, [TABLES[name] for name in tables])


def match(warehouse: Warehouse, tables: Mapping[str, Sequence[Row]]) -> None:
    """Loads the tables and runs the stage."""
    load(warehouse, tables)
    run(warehouse, RunSettings(settings=Settings(), as_of=date(2026, 11, 20), delivery=Path("delivery")))


def match_companies(warehouse: Warehouse, tables: Mapping[str, Sequence[Row]]) -> None:
    """Loads the tables and runs the stage as far as people are compared: companies, their links and parties are there."""
    load(warehouse, tables)
    prepare(warehouse, Settings().thresholds, load_weights())


def _put_table(warehouse: Warehouse, name: str, rows: Sequence[Row]) -> None:
    arrays: dict[str, pa.Array] = {}
    for column in TABLES[name].columns:
        values = [row.get(column.name) for row in rows]
        if column.kind is Kind.DATE:
            arrays[column.name] = pa.array(values, pa.date32())
            high = [row.get(column.name + "_hi", row.get(column.name)) for row in rows]
            arrays[column.name + "_hi"] = pa.array(high, pa.date32())
        elif column.kind.many:
            arrays[column.name] = pa.array(values, pa.list_(pa.string()))
        elif column.kind is Kind.BOOLEAN:
            arrays[column.name] = pa.array(values, pa.bool_())
        else:
            arrays[column.name] = pa.array([None if v is None else str(v) for v in values], pa.string())
    if name in _GROUPED:
        arrays["group_id"] = pa.array([row.get("group_id") or "G1" for row in rows], pa.string())
    arrays["record_id"] = pa.array([_record_id(row) for row in rows], pa.string())
    arrays["file"] = pa.array([f"{name}.csv"] * len(rows), pa.string())
    arrays["row"] = pa.array(range(2, len(rows) + 2), pa.int64())
    warehouse.put(std(name), pa.table(arrays))


def _record_id(row: Row) -> str:
    text = json.dumps({k: str(v) for k, v in row.items()}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
