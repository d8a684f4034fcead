"""Empty input workbooks, one a table, made from the contract: its headers, its lists of words, its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from screening.contract.columns import Column, Kind, Table
from screening.contract.tables import TABLES
from screening.contract.words import ENUMERATIONS
from screening.papers.language import Language, Words
from screening.papers.made import AUTHOR, MADE_ON
from screening.papers.remarks import remark

_LAST_ROW = 1_048_575
_BODY = {"font_name": "Microsoft YaHei", "font_size": 10}
_TEXT = {"num_format": "@"}
"""What is typed into such a cell stays as typed: no digit is lost, and no 4.99 % becomes 0.0499."""
_FORMATS: Mapping[Kind, Mapping[str, Any]] = {
    Kind.DATE: {"num_format": "yyyy-mm-dd"},
    Kind.AMOUNT: {"num_format": "#,##0.00"},
    Kind.INTEGER: {"num_format": "0"},
}
_WIDTHS: Mapping[Kind, int] = {
    Kind.IDENTIFIER: 24,
    Kind.ACCOUNTS: 26,
    Kind.TEXTS: 26,
    Kind.PHONES: 20,
    Kind.DATE: 13,
    Kind.BOOLEAN: 9,
}
_NAMES = (
    "name",
    "company_name",
    "party_name",
    "counterparty_name",
    "holder_name",
    "bank_account_name",
    "business_scope",
    "reason",
)
_AMENDING = ("corrections", "exclusions")
_YES_NO: Mapping[Language, tuple[str, str]] = {"zh": ("是", "否"), "en": ("Y", "N")}
_NOT_LISTED: Words = ("不在列表中", "Not in the list")
_CHOOSE: Words = (
    "列表以外的词可能无法识别。确认要保留吗？可用的词见表头批注。",
    "A word that is not in the list may not be understood. Keep it? The note on the header says which words are.",
)  # fmt: skip


def write_books(folder: Path, language: Language) -> list[Path]:
    """Writes one workbook a table of the contract, named after it."""
    paths = []
    for table in TABLES.values():
        path = folder / f"{table.name}.xlsx"
        write_book(path, table, language)
        paths.append(path)
    return paths


def write_book(path: Path, table: Table, language: Language) -> None:
    """Writes the empty workbook of one table; the same bytes whenever it is written.

    Raises:
        OSError: it cannot be written.
    """
    book = xlsxwriter.Workbook(str(path), {"tmpdir": str(path.parent)})
    book.set_properties({"title": f"{table.zh} {table.name}", "author": AUTHOR, "created": MADE_ON})
    sheet = book.add_worksheet(table.zh if language == "zh" else table.name)
    formats = {kind: book.add_format({**_BODY, **_FORMATS.get(kind, _TEXT)}) for kind in Kind}
    header, required = (
        book.add_format(
            {**_BODY, "bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "bg_color": colour}
        )
        for colour in ("#DDE6F0", "#FFE9A8")
    )
    for place, column in enumerate(table.columns):
        _write_column(
            sheet, place, table, column, language, formats[column.kind], required if column.required else header
        )
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    try:
        book.close()
    except FileCreateError as error:
        cause = error.args[0] if error.args else None
        raise cause if isinstance(cause, OSError) else OSError(str(error)) from None


def offered(table: Table, column: Column, language: Language) -> Sequence[str]:
    """The words of a column's drop-down; empty where anything may be written."""
    if column.kind is Kind.BOOLEAN:
        return _YES_NO[language]
    if column.words is not None:
        codes = ENUMERATIONS[column.words]
        return list(codes) if language == "en" else [words[0] for words in codes.values()]
    if table.name in _AMENDING and column.name == "table":
        amended = [each for each in TABLES.values() if each.name not in _AMENDING]
        return [each.name if language == "en" else each.zh for each in amended]
    return ()


def _write_column(
    sheet: Worksheet, place: int, table: Table, column: Column, language: Language, cells: Format, header: Format
) -> None:
    said = column.zh if language == "zh" else column.name
    words, note = offered(table, column, language), remark(table, column, language)
    widest = max((_width(each) for each in (said, *words)), default=0) + 4
    sheet.set_column(place, place, max(widest, 32 if column.name in _NAMES else _WIDTHS.get(column.kind, 14)), cells)
    sheet.write_string(0, place, said, header)
    lines = sum(1 + _width(line) // 44 for line in note.split("\n"))
    sheet.write_comment(0, place, note, {"author": AUTHOR, "width": 300, "height": 14 + 17 * lines, "font_size": 9})
    if words:
        english = language == "en"
        sheet.data_validation(1, place, _LAST_ROW, place, {
            "validate": "list", "source": list(words), "ignore_blank": True, "error_type": "warning",
            "error_title": _NOT_LISTED[english], "error_message": _CHOOSE[english],
        })  # fmt: skip


def _width(text: str) -> int:
    """In Latin characters; a Chinese one is as wide as two."""
    return sum(2 if character > "\u2e7f" else 1 for character in text)
