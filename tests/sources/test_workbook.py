"""Workbooks: types of cells, sheets, rows as a spreadsheet shows them."""

# ruff: noqa: DTZ001 - cells know no time zone
from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.errors import DeliveryRejected
from screening.sources.workbook_cells import as_text, pack_column
from tests.sources.conftest import Load
from tests.sources.files import OFFICERS, SUPPLIERS, old_container, old_workbook, repacked, workbook

HEAD = ["officer_id", "name", "position", "id_number", "phone", "bank_account", "birth_date"]


def officers(*rows: list[Any], **options: Any) -> dict[str, bytes | str]:
    return {"officers.xlsx": workbook({"Sheet1": [HEAD, *rows]}, **options), "suppliers.csv": SUPPLIERS}


@pytest.mark.parametrize(
    ("cell", "text", "letter"),
    [
        ("001", "001", "s"),
        (1001.0, "1001", "n"),
        (13800138000.0, "13800138000", "n"),
        (0.1, "0.1", "n"),
        (1e-7, "0.0000001", "n"),
        (-0.0, "0", "n"),
        (1e15, "1000000000000000", "w"),
        (110101199003070000.0, "110101199003070000", "w"),
        (1e22, "10000000000000000000000", "w"),
        (True, "true", "b"),
        (date(2026, 3, 1), "2026-03-01", "d"),
        (datetime(2026, 3, 1), "2026-03-01", "d"),
        (datetime(2026, 3, 1, 12, 30), "2026-03-01 12:30:00", "d"),
        (time(9, 30), "09:30:00", "d"),
        (timedelta(days=1), "1 day, 0:00:00", "d"),
        (None, "", "s"),
    ],
)
def test_a_cell_as_text(cell: Any, text: str, letter: str) -> None:
    assert as_text(cell) == (text, letter)


@given(st.lists(st.one_of(st.text(), st.floats(allow_nan=False, allow_infinity=False), st.booleans()), min_size=1))
def test_a_packed_column_falls_apart_into_its_cells(cells: list[Any]) -> None:
    texts, letters = pack_column(cells)

    each = letters * len(cells) if len(letters) == 1 else letters
    expected = [(text.replace("\x1f", "\x1e"), letter) for text, letter in map(as_text, cells)]
    assert list(zip(texts.split("\x1f"), each, strict=True)) == expected


def test_an_identifier_in_a_numeric_cell_is_lost_however_right_it_looks(load: Load) -> None:
    rows: list[list[Any]] = [
        [f"O{n}", "测试", "董事", 110101199003070000 + n, None, "6222020000000000000", None] for n in range(50)
    ]
    rows.append(["O50", "测试", "董事", "110101199003070011", 13800138000, 62220200, None])
    rows.append(["O51", "测试", "董事", date(2026, 1, 1), None, None, None])

    loaded = load(officers(*rows))

    numbers = loaded.cells("officers", "officer_id", "id_number", "bank_account", "phone")
    assert numbers[:50] == [(f"O{n}", None, "6222020000000000000", None) for n in range(50)]
    assert numbers[50:] == [("O50", "110101199003070011", None, "13800138000"), ("O51", None, None, None)]
    assert loaded.found("check_id", "severity", "column_name", "key", "row") == sorted(
        [("identifier_in_numeric_cell", "error", "id_number", f"O{n}", n + 2) for n in [*range(50), 51]]
        + [("identifier_in_numeric_cell", "error", "bank_account", "O50", 52)],
        key=repr,
    )
    assert not any("1101" in issue["message_en"] + issue["message_zh"] for issue in loaded.issues)


def test_codes_in_numeric_cells_are_their_digits(load: Load) -> None:
    loaded = load(officers([1001, "测试", "董事"], [12345678901234567, "测试", "董事"]))

    assert next(iter(loaded.cells("officers", "officer_id"))) == ("1001",)
    assert loaded.found("check_id", "severity", "column_name", "row") == [
        ("digits_possibly_lost", "warning", "officer_id", 3)
    ]


@pytest.mark.parametrize("calendar_1904", [False, True])
def test_date_cells(load: Load, calendar_1904: bool) -> None:
    loaded = load(officers(["O1", "测试", "董事", None, None, None, date(1968, 2, 29)], calendar_1904=calendar_1904))

    assert loaded.cells("officers", "birth_date") == [("1968-02-29",)]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(load: Load) -> None:
    sheet = [[], [None, *HEAD[:3]], [], [None, "O1", "甲", "董事"], [None, " ", None, None], [None, "O2", "乙", "董事"]]

    loaded = load({"officers.xlsx": workbook({"Sheet1": sheet}), "suppliers.csv": SUPPLIERS})

    assert loaded.cells("officers", "officer_id", "row") == [("O1", 4), ("O2", 6)]
    assert [row["rows"] for row in loaded.delivered if row["table_name"] == "officers"] == [2]


def test_a_header_row_that_is_configured(load: Load) -> None:
    sheet = [["编码 officer_id", "name", "position"], ["某公司"], HEAD[:3], ["O1", "甲", "董事"]]

    loaded = load({"officers.xlsx": workbook({"S": sheet}), "suppliers.csv": SUPPLIERS}, officers={"header_row": 3})

    assert loaded.cells("officers", "officer_id", "row") == [("O1", 4)]


def test_errors_and_formulas_without_result_are_not_simply_blank(load: Load) -> None:
    book = workbook(
        {"Sheet1": [HEAD[:4], ["O1", "甲", "董事", "A1"], ["O2", "乙", "董事", "=A1"], ["O3", "=B9", "=C9", None]]}
    )
    formula = b"<f>A1</f><v>0</v>"
    book = repacked(book, "xl/worksheets/sheet1.xml", {
        formula: b"<f>A1</f>",
        b'<c r="B4"><f>B9</f><v>0</v></c>': b'<c r="B4" t="e"><f>B9</f><v>#REF!</v></c>',
        b'<c r="C4"><f>C9</f><v>0</v></c>': b'<c r="C4" t="str"><f>C9</f><v></v></c>',  # an empty text is a result
    })  # fmt: skip

    loaded = load({"officers.xlsx": book, "suppliers.csv": SUPPLIERS})

    assert loaded.cells("officers", "officer_id", "name", "position", "id_number") == [
        ("O1", "甲", "董事", "A1"),
        ("O2", "乙", "董事", None),
        ("O3", None, None, None),
    ]
    assert loaded.found("check_id", "severity", "column_name", "key", "row") == [
        ("error_cell", "error", "name", "O3", 4),
        ("formula_without_value", "error", "id_number", "O2", 3),
    ]


def test_a_sheet_of_nothing_but_unsaved_formulas_is_not_empty(load: Load) -> None:
    book = workbook({"Sheet1": [HEAD[:3], ["=A9", "=B9", "=C9"]]})
    book = repacked(book, "xl/worksheets/sheet1.xml", {b"</f><v>0</v>": b"</f>"})

    loaded = load({"officers.xlsx": book, "suppliers.csv": SUPPLIERS})

    assert loaded.cells("officers", "officer_id", "row") == [(None, 2)]
    assert len(loaded.found("check_id")) == 3


def test_which_sheet_is_read(load: Load) -> None:
    def name_read(sheets: dict[str, str], sheet: str | None = None, hidden: tuple[str, ...] = ()) -> str:
        book = workbook({name: [HEAD[:3], [code, "甲", "董事"]] for name, code in sheets.items()}, hidden=hidden)
        loaded = load({"officers.xlsx": book, "suppliers.csv": SUPPLIERS}, officers={"sheet": sheet})
        listed = [issue for issue in loaded.issues if issue["check_id"] == "ignored_sheet"]
        assert len(listed) == len(sheets) - 1
        [(code,)] = loaded.cells("officers", "officer_id")
        return str(code)

    assert name_read({"x": "first", "y": "second"}) == "first"
    assert name_read({"x": "first", "董监高名册": "named"}) == "named"
    assert name_read({"officers": "named", "y": "configured"}, sheet="Y ") == "configured"
    assert name_read({"x": "seen", "officers": "hidden"}, hidden=("officers",)) == "seen"
    assert name_read({"x": "seen", "officers": "hidden"}, sheet="officers", hidden=("officers",)) == "hidden"


def test_an_old_workbook(load: Load) -> None:
    old = old_workbook([HEAD[:4], ["O1", "测试甲", "董事", 110101.0], [1002.0, "测试乙", "监事", "A1"]])

    loaded = load({"officers.xls": old, "suppliers.csv": SUPPLIERS})

    assert loaded.cells("officers", "officer_id", "name", "id_number", "row") == [
        ("O1", "测试甲", None, 2),
        ("1002", "测试乙", "A1", 3),
    ]
    assert loaded.found("check_id", "row") == [("identifier_in_numeric_cell", 2)]


def test_control_characters_are_removed_and_reported(load: Load) -> None:
    files = {
        "officers.csv": "officer_id,name,position\nO1,测\x00试\x1f甲,董事\nO2,\x07,董事\n",
        "suppliers.csv": SUPPLIERS,
    }

    loaded = load(files)

    assert loaded.cells("officers", "name") == [("测试甲",), (None,)]
    assert loaded.found("check_id", "severity", "key", "row") == [
        ("control_characters", "warning", "O1", 2),
        ("control_characters", "warning", "O2", 3),
    ]


GOOD = workbook({"Sheet1": [HEAD[:3], ["O1", "甲", "董事"]]})


@pytest.mark.parametrize(
    ("name", "data", "reason", "words"),
    [
        ("officers.xlsx", b"noise", "no_workbook", "no .xlsx workbook"),
        ("officers.xlsx", OFFICERS.encode(), "no_workbook", "no .xlsx workbook"),
        ("officers.xlsx", GOOD[: len(GOOD) // 2], "no_workbook", "no .xlsx workbook"),
        ("officers.xlsx", old_workbook([HEAD[:3]]), "no_workbook", "old .xls workbook under a wrong extension"),
        ("officers.xlsx", old_container("EncryptedPackage"), "password_protected", "protected by a password"),
        ("officers.xls", GOOD, "no_workbook", ".xlsx workbook under a wrong extension"),
        ("officers.xls", b"<html><table></table></html>", "no_workbook", "web page"),
        ("officers.xls", old_container("Nothing"), "no_workbook", "no readable workbook inside"),
        ("officers.xlsx", workbook({"Sheet1": []}), "empty_file", "no header row"),
    ],
)
def test_what_is_no_workbook_is_rejected(load: Load, name: str, data: bytes, reason: str, words: str) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        load({name: data, "suppliers.csv": SUPPLIERS})

    assert caught.value.reason == reason
    assert words in caught.value.en
    assert name in caught.value.en and name in caught.value.zh
    assert caught.value.__cause__ is None


def test_a_configured_sheet_that_is_not_there(load: Load) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        load({"officers.xlsx": GOOD, "suppliers.csv": SUPPLIERS}, officers={"sheet": "2026"})

    assert caught.value.reason == "missing_sheet"
    assert "[sources.officers] sheet" in caught.value.en
