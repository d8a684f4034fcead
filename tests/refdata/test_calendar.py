"""Working days; the table of the annual window, both readings, both calendars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.calendar import months_later, working_calendar

# year: first day in December of the last five working days: CN counted, CN before 31, HK counted, HK before 31
WINDOWS = {
    2021: (27, 24, 24, 23),
    2022: (26, 26, 22, 22),
    2023: (25, 25, 21, 21),
    2024: (25, 24, 23, 20),
    2025: (25, 24, 23, 22),
    2026: (25, 24, 24, 23),
}
LAST = {2021: (31, 30), 2022: (30, 30), 2023: (29, 29), 2024: (31, 30), 2025: (31, 30), 2026: (31, 30)}


@pytest.mark.parametrize("year", WINDOWS)
def test_annual_window(year: int) -> None:
    found: list[int] = []
    for place in ("CN", "HK"):
        counted = working_calendar(place).last_working_days(year, 5)
        before = working_calendar(place).last_working_days(year, 5, counting_31_december=False)
        assert (counted[-1].day, before[-1].day) == LAST[year]
        assert len(counted) == len(before) == 5
        found += [counted[0].day, before[0].day]

    assert tuple(found) == WINDOWS[year]


def test_three_working_days_across_the_spring_festival() -> None:
    """2026: holiday 15 to 23 February, make-up days on Saturday 14 and Saturday 28."""
    prc = working_calendar("CN")

    assert prc.is_working_day(date(2026, 2, 14)) and prc.is_working_day(date(2026, 2, 28))
    assert prc.add_working_days(date(2026, 2, 13), 3) == date(2026, 2, 25)  # 14, 24, 25
    assert prc.add_working_days(date(2026, 2, 26), 2) == date(2026, 2, 28)
    assert prc.add_working_days(date(2026, 2, 15), 0) == date(2026, 2, 15)


@pytest.mark.parametrize("day", [date(2021, 12, 27), date(2022, 12, 27), date(2023, 12, 26), date(2026, 12, 25)])
def test_general_holidays_of_hong_kong(day: date) -> None:
    assert not working_calendar("HK").is_working_day(day)


def test_overrides() -> None:
    saturday, monday = date(2026, 12, 26), date(2026, 12, 28)
    prc = working_calendar("CN", extra_working=frozenset({saturday}), extra_holidays=frozenset({monday}))

    assert prc.is_working_day(saturday) and not prc.is_working_day(monday)
    assert prc.last_working_days(2026, 5)[0] == date(2026, 12, 25)


def test_a_year_without_notice_is_known_as_such() -> None:
    assert working_calendar("CN").is_announced(2026)
    assert not working_calendar("CN").is_announced(2040)
    assert working_calendar("HK").is_announced(2040)


def test_an_unknown_place_has_plain_weeks() -> None:
    assert working_calendar("XX").is_working_day(date(2026, 10, 1))
    assert not working_calendar("XX").is_working_day(date(2026, 10, 3))


@settings(deadline=None)  # the first call loads tables and packages
@given(st.dates(date(2015, 1, 1), date(2026, 11, 1)), st.integers(0, 20))
def test_adding_and_counting_agree(day: date, n: int) -> None:
    prc = working_calendar("CN")
    due = prc.add_working_days(day, n)

    assert prc.working_days_between(day, due) == n
    assert prc.working_days_between(due, day) == -n


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-240, 240))
def test_months_keep_the_day_or_take_the_last_of_the_month(day: date, count: int) -> None:
    found = months_later(day, count)

    assert (found.year - day.year) * 12 + found.month - day.month == count
    assert found.day == day.day or (found.day < day.day and months_later(found, 0) == found)
    assert found.day == day.day or date.fromordinal(found.toordinal() + 1).day == 1
