"""A published run without row numbers and input hashes: what must not change when rows are shuffled."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq

_ROW_COLUMNS = {"row", "source_row"}
_ROW_HEADERS = {"行号", "Row", "出处（表与行号）", "Source (table and row)"}
_ROW_WORDS = re.compile(r"第 \d+ 行|, row \d+|sha256 [0-9a-f]{64}")  # the cover names every input with its hash


def without_rows(run: Path) -> dict[str, Any]:
    """Path -> content of every file, in a form in which equal content is equal."""
    found: dict[str, Any] = {}
    for path in sorted(run.rglob("*")):
        name = path.relative_to(run).as_posix()
        if path.is_file():
            found[name] = _READERS[path.suffix](path)
    return found


def _parquet(path: Path) -> list[str]:
    """As a multiset: tables are sorted by all their columns, row numbers among them."""
    rows = pq.read_table(path).to_pylist()
    return sorted(json.dumps(_strip(row), default=str, sort_keys=True) for row in rows)


def _jsonl(path: Path) -> list[Any]:
    return [_strip(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _json(path: Path) -> Any:
    told = json.loads(path.read_text(encoding="utf-8"))
    if path.name == "manifest.json":
        del told["outputs"]
        for entry in told["inputs"]:
            del entry["sha256"], entry["bytes"]
    return told


def _xlsx(path: Path) -> dict[str, Any]:
    sheets = {}
    for sheet in openpyxl.load_workbook(path):
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        kept = [place for place, header in enumerate(rows[0]) if header not in _ROW_HEADERS]
        sheets[sheet.title] = [[_worded(row[place]) for place in kept] for row in rows]
        if sheet.title in ("数据质量", "Data quality"):
            sheets[sheet.title] = sorted(sheets[sheet.title], key=str)
    return sheets


def _worded(cell: Any) -> Any:
    return _ROW_WORDS.sub("", cell) if isinstance(cell, str) else cell


def _html(path: Path) -> tuple[str, Any]:
    head, rest = path.read_text(encoding="utf-8").split('<script id="data" type="application/json">')
    data, tail = rest.split("</script>", 1)
    told = _strip(json.loads(_ROW_WORDS.sub("", data)))
    told["quality"] = sorted(told["quality"], key=str)
    return head + tail, told


def _strip(value: Any) -> Any:
    """Without row numbers, also in words and inside JSON that stands in a text."""
    if isinstance(value, Mapping):
        return {name: _strip(inner) for name, inner in value.items() if name not in _ROW_COLUMNS}
    if isinstance(value, list):
        return [_strip(inner) for inner in value]
    if isinstance(value, str) and value[:1] in "[{" and value:
        try:
            return _strip(json.loads(value))
        except ValueError:
            return _worded(value)
    return _worded(value)


_READERS = {".parquet": _parquet, ".jsonl": _jsonl, ".json": _json, ".xlsx": _xlsx, ".html": _html}
