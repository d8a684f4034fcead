"""Working days: PRC with make-up weekends, Hong Kong general holidays, others Monday to Friday less holidays.

Day 0 is the day of the event; a period of n working days ends at the end of the n-th working day after it. The holiday
notice of the State Council covers one year at a time: `is_announced` says whether the package in use knows it. Periods of months are
counted by their corresponding day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

_ONE = timedelta(days=1)


@cache
def _year(jurisdiction: str, year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Holidays and make-up working days of one year."""
    from holidays import country_holidays  # 350 ms

    # By default Hong Kong has the statutory holidays only; the general holidays need both categories.
    categories = ("public", "optional") if jurisdiction == "HK" else None
    try:
        days = country_holidays(jurisdiction, years=[year - 1, year, year + 1], observed=True, categories=categories)
    except NotImplementedError:
        return frozenset(), frozenset()
    return (
        frozenset(d for d in days if d.year == year),
        frozenset(d for d in days.weekend_workdays if d.year == year),
    )


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are working days; `extra_*` override the published calendar, a holiday wins over a working day."""

    jurisdiction: str
    extra_working: frozenset[date] = field(default=frozenset())
    extra_holidays: frozenset[date] = field(default=frozenset())

    def is_working_day(self, day: date) -> bool:
        """True for working days, make-up Saturdays and Sundays included."""
        if day in self.extra_holidays:
            return False
        if day in self.extra_working:
            return True
        holidays, make_up = _year(self.jurisdiction, day.year)
        return day in make_up or (day.weekday() < 5 and day not in holidays)

    def is_announced(self, year: int) -> bool:
        """False for a PRC year whose make-up days are unknown (every year since 2014 has some) and not supplied."""
        if self.jurisdiction != "CN":
            return True
        return bool(_year("CN", year)[1]) or any(d.year == year for d in self.extra_working | self.extra_holidays)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`; `day` itself for n = 0.

        Raises:
            ValueError: n is negative.
        """
        if n < 0:
            raise ValueError("n must not be negative")
        while n > 0:
            day += _ONE
            n -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working_day(start + timedelta(days=i)) for i in range(1, (end - start).days + 1))

    def last_working_days(self, year: int, n: int, *, counting_31_december: bool = True) -> tuple[date, ...]:
        """The last n working days of the year in order; without 31 December under the other reading."""
        found: list[date] = []
        day = date(year, 12, 31 if counting_31_december else 30)
        while len(found) < n:
            if self.is_working_day(day):
                found.append(day)
            day -= _ONE
        return tuple(reversed(found))


def working_calendar(
    jurisdiction: str, *, extra_working: Iterable[date] = frozenset(), extra_holidays: Iterable[date] = frozenset()
) -> WorkingCalendar:
    """The calendar of a jurisdiction (CN, HK, any ISO country code; an unknown code is Monday to Friday)."""
    return WorkingCalendar(jurisdiction.strip().upper(), frozenset(extra_working), frozenset(extra_holidays))


def months_later(day: date, count: int) -> date:
    """The corresponding day `count` months later, the last of the month where there is none (Civil Code 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)
