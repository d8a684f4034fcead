"""The standard form that SQL keeps and the reader for everything else agree: whichever is asked, the value is the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from screening.contract.columns import Column, Kind
from screening.settings import SourceSettings
from screening.staging.cells import CellReader, reader_of

COLUMNS = {
    kind: Column("email" if kind is Kind.TEXTS else "x", "列", kind, words="gender" if kind is Kind.ENUM else None)
    for kind in Kind
}
READERS = [reader_of("suppliers", column, SourceSettings()) for column in COLUMNS.values()]
READERS += [
    reader_of("holdings", COLUMNS[Kind.SHARE], SourceSettings(share_unit="fraction")),
    reader_of("suppliers", Column("address", "地址", Kind.TEXTS), SourceSettings()),
    reader_of("officers", Column("position", "职务", Kind.FREE, required=True), SourceSettings()),
    reader_of("corrections", Column("value", "值"), SourceSettings()),
]

CELLS = st.one_of(
    st.text(" \t\u00a0\u3000\u200b０９ＮＡ岑一舟陳無不详－·（）()[]&'\"abNnUuoklx/.", max_size=8),
    st.text("0123456789-/.年月日 %eE+*XxA;；|\n,无NA岑", max_size=20),
    st.dates(date(1850, 1, 1), date(2250, 1, 1)).map(str),
    st.decimals(-200, 200, places=3).map(str),
    st.from_regex(r"1[3-9]\d{9}|0\d{2,3}-\d{7,8}|\d{10,19}|[a-z]{1,5}@[a-z]{2,5}\.(cn|com)", fullmatch=True),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(deadline=None)
@given(cell=CELLS)
@example(cell="1900-01-01")
@example(cell="2026-02-30")
@example(cell="0000000000")
@example(cell="1234567890")
@example(cell="6222020000000000000")
@example(cell="无")
def test_sql_and_reader_agree(engine: duckdb.DuckDBPyConnection, reader: CellReader, cell: str) -> None:
    standard, value = engine.execute(
        f"select coalesce({reader.is_standard('c')}, false), case when {reader.is_standard('c')} then {reader.standard_value('c')} end"
        " from (select $cell::varchar as c)",
        {"cell": cell},
    ).fetchall()[0]
    if not standard:
        return
    reading = reader.read(cell)
    assert not reading.malformed
    assert _plain(value) == (list(reading.values or ()) if isinstance(value, list) else reading.value)


def _plain(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else str(value)
