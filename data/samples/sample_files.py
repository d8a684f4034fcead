"""Writes the delivery: mixed formats on purpose, the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from sample_world import Row

from screening.contract.columns import Column, Kind
from screening.contract.tables import TABLES
from screening.contract.words import ENUMERATIONS

_CREATED = datetime(2026, 11, 20, tzinfo=UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class Layout:
    """How one table is written."""

    extension: str = "csv"
    chinese: bool = False
    encoding: str = "utf-8"
    separator: str = ","
    day: str = "{:%Y-%m-%d}"


LAYOUTS = {
    "group_entities": Layout(chinese=True, encoding="utf-8-sig"),
    "officers": Layout("xlsx", chinese=True),
    "related_parties": Layout(chinese=True, encoding="gb18030"),
    "suppliers": Layout(chinese=True, encoding="utf-8-sig", day="{0.year}/{0.month}/{0.day}"),
    "customers": Layout(separator=";"),
    "competitors": Layout(),
    "registry_companies": Layout(chinese=True, day="{:%Y%m%d}"),
    "appointments": Layout(chinese=True, day="{0.year}年{0.month}月{0.day}日"),
    "holdings": Layout("parquet"),
    "transactions": Layout(day="{:%Y%m%d}"),
    "declarations": Layout(chinese=True, encoding="utf-8-sig", day="{0.year}年{0.month}月{0.day}日"),
}


def _cell(column: Column, value: str, layout: Layout) -> str:
    if not value:
        return ""
    if column.kind is Kind.DATE:
        return layout.day.format(date.fromisoformat(value))
    if layout.chinese and column.words is not None:
        return ENUMERATIONS[column.words][value][0]
    if layout.chinese and column.kind is Kind.BOOLEAN:
        return {"true": "是", "false": "否"}[value]
    return value


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]], layout: Layout) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=layout.separator, lineterminator="\r\n" if layout.chinese else "\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode(layout.encoding)


def _xlsx(header: Sequence[str], rows: Sequence[Sequence[str]], _: Layout) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet("Sheet1")
    for number, row in enumerate([header, *rows]):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell)
    book.close()
    return buffer.getvalue()


def _parquet(header: Sequence[str], rows: Sequence[Sequence[str]], _: Layout) -> bytes:
    columns = [pa.array([row[place] or None for row in rows], pa.string()) for place in range(len(header))]
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns, names=list(header)), buffer, compression="none")
    return buffer.getvalue()


_WRITERS: dict[str, Callable[[Sequence[str], Sequence[Sequence[str]], Layout], bytes]] = {
    "csv": _csv, "xlsx": _xlsx, "parquet": _parquet,
}  # fmt: skip


def write_delivery(tables: dict[str, list[Row]], folder: Path) -> None:
    """Writes every table, `delivery.json` included; columns nobody filled are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    sidecar: dict[str, dict[str, object]] = {}
    for name, delivered in tables.items():
        layout = LAYOUTS.get(name, Layout())
        columns = [
            column for column in TABLES[name].columns if column.required or any(column.name in row for row in delivered)
        ]
        header = [column.zh if layout.chinese else column.name for column in columns]
        rows = [[_cell(column, row.get(column.name, ""), layout) for column in columns] for row in delivered]
        content = _WRITERS[layout.extension](header, rows, layout)
        file = f"{name}.{layout.extension}"
        (folder / file).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        sidecar[name] = {"file": file, "rows": len(rows), "bytes": len(content), "sha256": digest}
    write_json(folder / "delivery.json", {"tables": sidecar})


def write_json(path: Path, content: object) -> None:
    """Writes readable JSON with a last newline."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
