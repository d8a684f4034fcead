"""The empty workbooks say what the contract says, and what is filled into them is read."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from screening.contract.columns import Kind, Table
from screening.contract.tables import TABLES
from screening.contract.words import BOOLEAN_WORDS, ENUMERATIONS
from screening.papers.books import offered, write_books
from screening.papers.language import Language
from screening.papers.remarks import REMARKS
from tests.commands import night_here, tree_hash
from tests.papers.filled import ROWS, fill

LANGUAGES: tuple[Language, Language] = ("zh", "en")
EVERY_COLUMN = [(table, column) for table in TABLES.values() for column in table.columns]


@pytest.fixture(scope="module", params=LANGUAGES)
def books(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Language, Path]:
    folder = tmp_path_factory.mktemp("books")
    write_books(folder, request.param)
    return request.param, folder


def opened(folder: Path, table: Table) -> Worksheet:
    return openpyxl.load_workbook(folder / f"{table.name}.xlsx").worksheets[0]


def lists(sheet: Worksheet) -> dict[int, list[str]]:
    """Column -> the words its cells offer, from the second row down."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (cells,) = rule.sqref.ranges
        assert rule.type == "list" and (cells.min_row, cells.max_row) == (2, 1_048_576)
        found[cells.min_col] = rule.formula1.strip('"').split(",")
    return found


def test_there_is_a_workbook_for_every_table_and_nothing_else(books: tuple[Language, Path]) -> None:
    assert sorted(path.name for path in books[1].iterdir()) == sorted(f"{name}.xlsx" for name in TABLES)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_headers_notes_and_lists_are_the_contracts(books: tuple[Language, Path], table: Table) -> None:
    language, folder = books
    sheet = opened(folder, table)
    header = sheet[1]

    assert [cell.value for cell in header] == [c.zh if language == "zh" else c.name for c in table.columns]
    assert sheet.max_row == 1 and sheet.freeze_panes == "A2"
    for cell, column in zip(header, table.columns, strict=True):
        assert cell.comment is not None
        required = cell.comment.text.startswith("必填：" if language == "zh" else "Required:")
        assert required is column.required
        assert (cell.fill.fgColor.rgb == "FFFFE9A8") is column.required
    coded = {
        place
        for place, column in enumerate(table.columns, start=1)
        if column.kind in (Kind.ENUM, Kind.BOOLEAN) or (table.name in ("corrections", "exclusions") and column.name == "table")
    }  # fmt: skip
    assert set(lists(sheet)) == coded


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_list_offers_each_code_once(books: tuple[Language, Path], table: Table) -> None:
    language, folder = books
    found = lists(opened(folder, table))

    for place, column in enumerate(table.columns, start=1):
        if column.words is not None:
            codes = ENUMERATIONS[column.words]
            wanted = list(codes) if language == "en" else [words[0] for words in codes.values()]
            assert found[place] == wanted and len(set(wanted)) == len(codes)
        elif column.kind is Kind.BOOLEAN:
            assert [BOOLEAN_WORDS[word.casefold()] for word in found[place]] == [True, False]


def test_cells_keep_what_is_typed(books: tuple[Language, Path]) -> None:
    """A number format of text: no digit of an account is lost, no leading zero of a code, and 4.99 % is no 0.0499."""
    for table in TABLES.values():
        spans = opened(books[1], table).column_dimensions.values()
        formats = {place: span.number_format for span in spans for place in range(span.min, span.max + 1)}
        for place, column in enumerate(table.columns, start=1):
            kept = {Kind.DATE: "yyyy-mm-dd", Kind.AMOUNT: "#,##0.00", Kind.INTEGER: "0"}.get(column.kind, "@")
            assert formats[place] == kept, (table.name, column.name)


def test_filled_in_they_are_a_delivery(books: tuple[Language, Path], tmp_path: Path) -> None:
    language, empty = books
    delivery = tmp_path / "delivery"
    delivery.mkdir()
    for path in empty.iterdir():
        (delivery / path.name).write_bytes(path.read_bytes())
    assert set(ROWS) == set(TABLES)
    fill(delivery, language)

    published = night_here(delivery, tmp_path / "out").folder
    told = json.loads((published / "manifest.json").read_text(encoding="utf-8"))["rows"]
    quality = pq.ParquetFile(published / "quality.parquet").read().to_pylist()
    findings = pq.ParquetFile(published / "findings.parquet").read().to_pylist()

    assert {name: told[name]["staged"] for name in TABLES} == {name: len(rows) for name, rows in ROWS.items()}
    assert {row["check"] for row in quality} == {"amendment_without_record", "correction_applied"}, "as filled in"
    held = [row for row in findings if row["rule_id"] == "INT-B"]
    assert [(row["officer_id"], row["tier"], float(row["share_pct"])) for row in held] == [("007", "A", 0.5)]


def test_empty_as_written_they_are_delivered_empty(tmp_path: Path) -> None:
    """Only the required tables are filled in; the others are read as tables without rows."""
    write_books(tmp_path, "zh")
    kept = {name: ROWS[name] for name in ("officers", "suppliers")}
    for name in set(TABLES) - set(kept):
        assert opened(tmp_path, TABLES[name]).max_row == 1
    fill_only(tmp_path, kept)

    published = night_here(tmp_path, tmp_path / "out").folder
    told = json.loads((published / "manifest.json").read_text(encoding="utf-8"))["rows"]

    assert told["officers"]["staged"] == 2 and told["holdings"]["read"] == 0


def fill_only(folder: Path, rows: dict[str, object]) -> None:
    before = {name: (folder / f"{name}.xlsx").read_bytes() for name in TABLES}
    fill(folder, "zh")
    for name in set(TABLES) - set(rows):
        (folder / f"{name}.xlsx").write_bytes(before[name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_bytes_twice(tmp_path: Path, language: Language) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_books(tmp_path / name, language)

    assert tree_hash(tmp_path / "a") == tree_hash(tmp_path / "b")


def test_every_remark_is_about_a_column() -> None:
    known = {column.name for _, column in EVERY_COLUMN} | {
        f"{table.name}.{column.name}" for table, column in EVERY_COLUMN
    }

    assert set(REMARKS) - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_as_short_as_a_workbook_allows(language: Language) -> None:
    """A longer one would be left out without a word."""
    assert all(len(",".join(offered(table, column, language))) <= 255 for table, column in EVERY_COLUMN)
