"""CSV: every record survives in every encoding and separator, and keeps its number."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.contract.tables import TABLES
from screening.errors import DeliveryRejected
from screening.settings import SourceSettings
from screening.sources.csv_file import read_csv
from screening.sources.readings import Reading
from screening.sources.snapshot import Snapshot

COLUMNS = ("user_id", "officer_id", "name")
ACCOUNTS = TABLES["user_accounts"]
HEADER = ",".join(COLUMNS) + "\n"


def read(content: str | bytes, encoding: str | None = None, header_row: int = 1) -> Reading:
    data = content.encode("utf-8") if isinstance(content, str) else content
    snapshot = Snapshot(Path("user_accounts.csv"), "user_accounts.csv", data, "")
    return read_csv(snapshot, ACCOUNTS, SourceSettings(encoding=encoding, header_row=header_row))


def records(reading: Reading) -> list[tuple[int, tuple[str, ...]]]:
    cells = [reading.cells[name].to_pylist() for name in COLUMNS if name in reading.cells]
    return list(zip(reading.rows.to_pylist(), zip(*cells, strict=True), strict=True))


# Any character but those the reader handles apart: controls, surrogates and the sign of lost text.
CELL = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffd\ufeff"), max_size=12)
LINES = st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1, max_size=3).map("".join)
ROWS = st.lists(st.tuples(CELL, CELL, st.one_of(CELL, st.builds(str.__add__, CELL, LINES))), max_size=12)


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le-bom-less"])
@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_cells_survive_any_encoding_and_separator(separator: str, encoding: str, rows: list[tuple[str, ...]]) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([COLUMNS, *rows])
    text = stream.getvalue()
    data = text.encode("utf-16-le") if encoding == "utf-16-le-bom-less" else text.encode(encoding)
    if "锟斤拷" in text:
        return

    reading = read(data)

    assert records(reading) == list(enumerate(rows, 2))
    assert not reading.unreadable


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(
        st.one_of(
            st.sampled_from(["", "a", "a,b", "a,b,c", "a,b,c,d", '"a\nb",c,d', '"a""b",,', ",,", "  ", ",,,,"]),
            st.text("ab,", max_size=9),
        ),
        max_size=40,
    ),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_ragged_and_blank_records_keep_the_numbers_of_the_others(lines: list[str], end: str) -> None:
    reading = read(HEADER + "".join(line + end for line in lines))

    good, ragged = [], {}
    for number, fields in enumerate(csv.reader(io.StringIO("".join(line + "\n" for line in lines), newline="")), 2):
        if len(fields) == len(COLUMNS):
            good.append((number, tuple(fields)))
        elif "".join(fields).strip():
            ragged[number] = len(fields)
    filled = [(number, cells) for number, cells in records(reading) if any(cells)]
    assert filled == [(number, cells) for number, cells in good if any(cells)]
    assert {row: fields for fields, rows in reading.unreadable.items() for row in rows} == ragged


def test_numbers_hold_over_many_blocks() -> None:
    filler = "o" * 600  # 60,000 records are 36 MB: three blocks
    lines = [f"u{i},{filler},n" if i % 1000 else f"u{i},{filler}" for i in range(1, 60_001)]
    reading = read(HEADER + "\n".join(lines) + "\n\nlast,o,n\n")

    numbers = {cells[0]: row for row, cells in records(reading)}
    assert numbers["u1"] == 2
    assert numbers["u59999"] == 60_000
    assert numbers["last"] == 60_003
    assert reading.unreadable == {2: tuple(range(1001, 60_002, 1000))}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (HEADER + "a,b,c", [(2, ("a", "b", "c"))]),
        (HEADER.replace("\n", "\r") + "a,b,c\rd,e,f\r", [(2, ("a", "b", "c")), (3, ("d", "e", "f"))]),
        (HEADER + "a,b,c\r\nd,e,f\rg,h,i\n", [(2, ("a", "b", "c")), (3, ("d", "e", "f")), (4, ("g", "h", "i"))]),
        ("\n\n" + HEADER + "a,b,c\n", [(4, ("a", "b", "c"))]),
        (HEADER + '"a\nb",b,c\nd,e,f\n', [(2, ("a\nb", "b", "c")), (3, ("d", "e", "f"))]),
        (HEADER + 'a,5" pipe,c\n', [(2, ("a", '5" pipe', "c"))]),
        (HEADER + 'a,5" pipe,c\n"d",e,f\n', [(2, ("a", '5" pipe', "c")), (3, ("d", "e", "f"))]),
        (HEADER, []),
        ("name,extra,user_id\nc,x,a\n", [(2, ("a", "c"))]),
        ("user_id\na\nb\n", [(2, ("a",)), (3, ("b",))]),
        ('"user_id","name"\na,b\n', [(2, ("a", "b"))]),
    ],
)
def test_shapes_of_a_file(content: str, expected: list[tuple[int, tuple[str, ...]]]) -> None:
    assert records(read(content)) == expected


def test_the_header_may_stand_lower() -> None:
    content = '某报表,,\n"打印\n日期",,\n' + HEADER + "a,b,c\n"

    assert records(read(content, header_row=3)) == [(4, ("a", "b", "c"))]


def test_the_separator_is_the_one_that_knows_most_headers() -> None:
    assert records(read("user_id;name;备注,说明\na;b;c,d\n")) == [(2, ("a", "b"))]


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        (HEADER + 'a,b,c\n"d,e,f\ng,h,i\n', "unclosed_quote", "line 3"),
        (HEADER + 'a,5" pipe,c\nd,"e,f\n', "unclosed_quote", "line 3"),
        (HEADER + 'a,5" pipe,c\nd,"e""", f\n,"', "unclosed_quote", "line 4"),
        ("\n \n", "empty_file", "no readable header row"),
        ('"user_id,name\n', "empty_file", "no readable header row"),
        ("姓名,x\na,b\n", "missing_column", "user_id (账号)"),
        ("user id,userid\na,b\n", "duplicate_column", "user_id (账号)"),
        (b"PK\x03\x04abc", "unreadable_file", "workbook"),
        (b"<html><table>", "unreadable_file", "web page"),
        (b"user_id\n" + bytes(500), "unreadable_file", "not text"),
        (b"user_id\n\xff\xfe\xff\n", "undecodable", "neither UTF-8"),
    ],
)
def test_what_is_no_table_is_rejected_in_one_sentence(content: str | bytes, reason: str, words: str) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        read(content)

    assert caught.value.reason == reason
    assert words in caught.value.en
    assert "user_accounts.csv" in caught.value.en and "user_accounts.csv" in caught.value.zh
    assert caught.value.__cause__ is None


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"user_id,name\n"]))
def test_noise_is_read_or_rejected_and_nothing_else(noise: bytes, start: bytes) -> None:
    try:
        reading = read(start + noise)
    except DeliveryRejected:
        return  # any other exception fails the test

    assert {len(column) for column in reading.cells.values()} == {len(reading.rows)}
