"""Workbooks: which sheet holds which table, and its rows as text with the type of each cell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from screening.contract.columns import Table
from screening.settings import SourceSettings
from screening.sources.cell_types import UNIT_SEPARATOR
from screening.sources.child_process import ReaderProcess
from screening.sources.headers import SEARCHED_ROWS, fold_header, lay_out, table_named
from screening.sources.readings import Reading
from screening.sources.rejections import rejected, unreadable
from screening.sources.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Sheet:
    """The name of a worksheet and whether people see it."""

    name: str
    visible: bool


def open_workbook(process: ReaderProcess, snapshot: Snapshot, extension: str) -> list[Sheet]:
    """Opens a workbook in the reading process; its sheets can be read until the next one is opened.

    Raises:
        DeliveryRejected: no workbook of that extension, protected, too large, or it ended the process.
    """
    answer, _ = process.ask(snapshot.file, {"verb": "open", "extension": extension}, snapshot.data)
    return [Sheet(sheet["name"], sheet["visible"]) for sheet in answer["sheets"]]


def choose_sheet(sheets: Sequence[Sheet], table: Table, source: SourceSettings, file: str) -> Sheet:
    """The sheet that holds the table: the configured one, the one bearing its name, else the first visible one.

    Raises:
        DeliveryRejected: no such sheet, or none at all.
    """
    if source.sheet is not None:
        for sheet in sheets:
            if fold_header(sheet.name) == fold_header(source.sheet):
                return sheet
        raise rejected(
            "missing_sheet",
            f"表 {table.name}（{table.zh}）的工作簿 {file} 中没有 [sources.{table.name}] sheet 所指的工作表；"
            "请更正配置或文件。",
            f"Table {table.name}, workbook {file}: there is no sheet of the name given in [sources.{table.name}] sheet;"
            " correct the configuration or the file.",
        )
    candidates = [sheet for sheet in sheets if sheet.visible] or list(sheets)
    if not candidates:
        raise unreadable(file, "其中没有工作表", "it has no worksheet", "no_workbook")
    return next((sheet for sheet in candidates if table_named(sheet.name) is table), candidates[0])


def read_sheet(process: ReaderProcess, sheet: Sheet, table: Table, source: SourceSettings, file: str) -> Reading:
    """One sheet of the open workbook as text with the types of its cells.

    Raises:
        DeliveryRejected: no header row, not the table's columns, too large, or it ended the process.
    """
    request = {"verb": "read", "sheet": sheet.name, "top": source.header_row + SEARCHED_ROWS}
    _, payload = process.ask(file, request)
    found: dict[str, Any] = json.loads(payload)
    first_row, top = found["first_row"], found["top"]
    place = max(source.header_row - first_row, 0)
    while place < len(top) and not any(text.strip() for text in top[place]):
        place += 1
    if place >= len(top):
        raise rejected(
            "empty_file",
            f"表 {table.name}（{table.zh}）的工作簿 {file} 中，工作表没有表头行；请核对后重新交付。",
            f"Table {table.name}, workbook {file}: the sheet has no header row; check it and deliver again.",
        )
    below = list(enumerate(top[place + 1 :], first_row + place + 1))
    layout = lay_out(table, top[place], source, file, below)
    cells, kinds = {}, {}
    for name, position in layout.positions.items():
        joined, letters = found["columns"][position]
        cells[name] = pa.array(joined.split(UNIT_SEPARATOR)[place + 1 :], pa.string())
        kinds[name] = letters if len(letters) == 1 else letters[place + 1 :]
    return Reading(
        layout=layout,
        cells=cells,
        rows=pa.array(range(first_row + place + 1, first_row + found["height"]), pa.int64()),
        kinds=kinds,
        width=len(top[place]),
        sheet=sheet.name,
    )
