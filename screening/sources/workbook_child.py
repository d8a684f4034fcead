"""The process that opens workbooks: a hostile file can end it, and nothing else. Runs in `child_process`.

Two verbs. `open` takes the workbook and answers with its sheets; `read` answers with one sheet as JSON (`SheetCells`).
Standard library and python-calamine only, so that it starts in a few hundredths of a second.
"""

from __future__ import annotations

import io
import json
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from screening.sources.child_serving import Answer, Refused, serve
from screening.sources.workbook_cells import as_text, pack_column
from screening.sources.workbook_formulas import find_hidden_losses
from screening.sources.workbook_guard import MOST_CELLS, check_container, is_ole

ADDRESS_SPACE = 4 << 30


class _Desk:
    """The workbook that is open."""

    def __init__(self) -> None:
        self._data = b""
        self._book: CalamineWorkbook | None = None

    def open(self, request: dict[str, Any], data: bytes) -> Answer:
        """Opens a workbook; answers with the name and visibility of each worksheet."""
        check_container(data, request["extension"])
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        except PasswordError:
            raise Refused("password") from None
        except CalamineError:
            raise Refused("no_workbook") from None
        if request["extension"] == "xlsx" and is_ole(data):
            raise Refused("xls_inside")
        self._data, self._book = data, book
        sheets = [
            {"name": meta.name, "visible": meta.visible == SheetVisibleEnum.Visible}
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
        return {"sheets": sheets}, b""

    def read(self, request: dict[str, Any], _: bytes) -> Answer:
        """One sheet: number of its first used row, its first rows as text, and its columns packed."""
        if self._book is None:
            raise Refused("no_workbook")
        try:
            sheet = self._book.get_sheet_by_name(request["sheet"])
        except CalamineError:
            raise Refused("unreadable") from None
        if sheet.start is None:
            return {}, json.dumps({"first_row": 1, "height": 0, "top": [], "columns": []}).encode()
        if sheet.height * sheet.width > MOST_CELLS:
            raise Refused("too_large")
        first_row, first_column = sheet.start[0] + 1, sheet.start[1] + 1
        losses = find_hidden_losses(self._data, request["sheet"])
        rows = sheet.to_python(skip_empty_area=True)
        rows += [[""] * sheet.width] * (max((row for row, _ in losses), default=0) - first_row + 1 - len(rows))
        top = [[as_text(cell)[0] for cell in row] for row in rows[: request["top"]]]
        columns = [pack_column(cells) for cells in zip(*rows, strict=True)]
        for place, column in enumerate(columns):
            marks = {row - first_row: letter for (row, at), letter in losses.items() if at - first_column == place}
            if marks:
                columns[place] = _marked(column, marks, len(rows))
        found = {"first_row": first_row, "height": len(rows), "top": top, "columns": columns}
        return {}, json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")


def _marked(column: tuple[str, str], marks: dict[int, str], height: int) -> tuple[str, str]:
    """The packed column with the letters of some (blank) cells changed."""
    texts, letters = column
    each = list(letters * height if len(letters) == 1 else letters)
    for place, letter in marks.items():
        if 0 <= place < height:
            each[place] = letter
    return texts, "".join(each)


def main() -> None:
    """Serves until the input ends."""
    desk = _Desk()
    serve({"open": desk.open, "read": desk.read}, ADDRESS_SPACE)
