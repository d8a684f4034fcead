"""Dates: every writing of the contract, ranges, and days that do not exist."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.readers.dates import read_date
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading

DAYS = st.dates(date(1901, 1, 1), date(2150, 12, 31))
WRITINGS = (
    "{d:%Y-%m-%d}", "{d:%Y/%m/%d}", "{d.year}/{d.month}/{d.day}", "{d.year}.{d.month}.{d.day}", "{d:%Y%m%d}",
    "{d.year}年{d.month}月{d.day}日", "{d.year} 年 {d.month} 月 {d.day} 日", "{d:%Y-%m-%d} 00:00:00", "{d:%Y-%m-%d}T09:30:00Z",
    "{d.year}/{d.month}/{d.day} 9:30", "{d:%Y%m%d}093000", "\u3000{d:%Y-%m-%d} ",
)  # fmt: skip


@pytest.mark.parametrize("writing", WRITINGS)
@settings(deadline=None)
@given(day=DAYS)
def test_an_exact_day_is_itself_in_every_writing(writing: str, day: date) -> None:
    assert read_date(writing.format(d=day)) == Reading(day.isoformat(), day.isoformat())


@settings(deadline=None)
@given(day=DAYS)
def test_full_width_digits_are_digits(day: date) -> None:
    wide = day.isoformat().translate({ord("0") + n: 0xFF10 + n for n in range(10)} | {ord("-"): "－"})
    assert read_date(wide) == Reading(day.isoformat(), day.isoformat())


@pytest.mark.parametrize("writing", ["{y}-{m:02}", "{y}/{m}", "{y}年{m}月", "{y}.{m:02}", "{y}{m:02}"])
@settings(deadline=None)
@given(year=st.integers(1901, 2150), month=st.integers(1, 12))
def test_a_month_is_the_range_of_its_days(writing: str, year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    assert read_date(writing.format(y=year, m=month)) == Reading(f"{year}-{month:02}-01", f"{year}-{month:02}-{last}")


@pytest.mark.parametrize("cell", ["2024", "2024年", " ２０２４ "])
def test_a_year_is_the_range_of_its_days(cell: str) -> None:
    assert read_date(cell) == Reading("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    "cell",
    [
        "2026-02-29", "2026年2月30日", "20261301", "2026-13", "202600", "2026/4/31", "45292", "3/1/2026", "26-3-1", "1066-10-14",
        "2500-01-01", "2026-3/1x", "昨天", "2026-03-01 abc", "二月", "20260301.5",
    ],
)  # fmt: skip
def test_what_is_no_day_is_malformed(cell: str) -> None:
    assert read_date(cell) == MALFORMED


@pytest.mark.parametrize(
    "cell",
    [
        "至今",
        "长期",
        "9999-12-31",
        "9999/12/31",
        "99991231",
        "1900-01-01",
        "1900-01-00",
        "0000-00-00",
        "无",
        "-",
        "N/A",
        "0",
        "1899-12-30",
    ],
)
def test_how_systems_write_open_and_unknown_says_nothing(cell: str) -> None:
    assert read_date(cell) == NOTHING


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_read_as_a_range_in_order_or_not_at_all(cell: str) -> None:
    reading = read_date(cell)
    if reading.value is None or reading.value_hi is None:
        assert reading in (MALFORMED, NOTHING)
    else:
        assert date.fromisoformat(reading.value) <= date.fromisoformat(reading.value_hi)
