"""report.xlsx: which sheets it has, in which order, and how the cover is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from screening.reports.book.calibration import calibration_sheet
from screening.reports.book.candidates import candidates_sheet
from screening.reports.book.changes import changes_sheet
from screening.reports.book.cleared import cleared_sheet
from screening.reports.book.contents import HEAD, contents
from screening.reports.book.decisions import decisions_sheet
from screening.reports.book.declarations import reconciled_sheet, undecided_sheet
from screening.reports.book.duties import calendar_sheet
from screening.reports.book.glossary import glossary_sheet
from screening.reports.book.proofs import evidence_sheet, paths_sheet
from screening.reports.book.quality import quality_sheet
from screening.reports.book.rivals import rivals_sheet
from screening.reports.book.sheet import Sheet
from screening.reports.cover import cover_lines
from screening.reports.sheets import Book
from screening.reports.view import View
from screening.reports.words import Language, column, text

SHEETS: tuple[Callable[[View], Sheet], ...] = (
    candidates_sheet,
    evidence_sheet,
    paths_sheet,
    undecided_sheet,
    reconciled_sheet,
    calendar_sheet,
    changes_sheet,
    decisions_sheet,
    cleared_sheet,
    rivals_sheet,
    quality_sheet,
    calibration_sheet,
    glossary_sheet,
)
_COVER = (34, 100)


def write_workbook(path: Path, view: View) -> None:
    """Writes the workbook in the run's language. Identifiers were masked where evidence was made."""
    language = view.night.language
    book = Book(path, view.night.as_of, text("title", language), f"{text('title', language)} {view.night.run_id}")
    cover = book.sheet(text("cover", language))
    rows = {}
    for make in SHEETS:
        sheet = make(view)
        rows[sheet.name] = _write(book, sheet, view)
    _write_cover(book, cover, rows, view)
    book.close()


def _write(book: Book, sheet: Sheet, view: View) -> int:
    """Writes one sheet; how many rows it has."""
    language = view.night.language
    keys = list(sheet.columns)
    made = book.table(
        text(sheet.name, language),
        [column(key, language) for key in keys],
        ([row.get(key) for key in keys] for row in sheet.rows),
        list(sheet.columns.values()),
        sheet.frozen,
        None if sheet.banded_by is None else keys.index(sheet.banded_by),
        {keys.index(name): words for name, words in sheet.entries.items()},
    )
    count = made.dim_rowmax or 0
    end = count + 2
    for number, note in enumerate(sheet.notes or _nothing(sheet, count, view)):
        book.note(made, end + number, len(keys), sum(sheet.columns.values()), note)
    if sheet.plot is not None:
        book.plot(made, end - 2, (keys.index(sheet.plot.across), keys.index(sheet.plot.up)), len(keys) + 1)
    if sheet.printed is not None:
        made.print_area(0, 0, made.dim_rowmax or 0, sheet.printed - 1)
    return count


def _nothing(sheet: Sheet, count: int, view: View) -> Iterator[str]:
    """What an empty sheet says in place of rows."""
    if not count:
        is_first = sheet.name == "changes" and view.night.baseline is None
        yield text("no_baseline" if is_first else "empty_sheet", view.night.language)


def _write_cover(book: Book, sheet: Worksheet, rows: Mapping[str, int], view: View) -> None:
    language = view.night.language
    for place, width in enumerate(_COVER):
        sheet.set_column(place, place, width)
    number, told = 0, False
    for line in cover_lines(view):
        if line.section == "since" and not told:  # behind the result, before everything that is looked up
            number, told = _write_contents(book, sheet, rows, number, language), True
        if line.kind == "head":
            number += 1  # a line of air before every section
        if line.kind in ("title", "head"):
            book.line(sheet, number, [line.left], (), [book.title if line.kind == "title" else book.bold])
        elif line.kind == "note":
            book.line(sheet, number, [None, line.left], _COVER)
        else:
            book.line(
                sheet,
                number,
                [line.left, line.right],
                _COVER,
                [book.warning] * 2 if line.kind == "warning" else [book.label],
            )
        number += 1
    sheet.set_row(0, 28)


def _write_contents(book: Book, sheet: Worksheet, rows: Mapping[str, int], number: int, language: Language) -> int:
    """The table of contents from a row on; the row behind it."""
    book.line(sheet, number + 1, [HEAD[language == "en"]], (), [book.bold])
    number += 2
    for link, said in contents(rows, language):
        book.line(sheet, number, [link, said], _COVER)
        number += 1
    return number
