"""Working days of 2026, written down from the notices: the oracle of the deadlines, independent of any package.

PRC: notice of the General Office of the State Council on the holidays of 2026. Hong Kong: general holidays gazetted for 2026.
"""

from __future__ import annotations

from datetime import date, timedelta

_PRC_OFF = (
    ("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"), ("06-19", "06-21"), ("09-25", "09-27"),
    ("10-01", "10-07"),
)  # fmt: skip
_PRC_MAKE_UP = ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10")
_HK_OFF = (
    "01-01", "02-17", "02-18", "02-19", "04-03", "04-04", "04-06", "04-07", "05-01", "05-25", "06-19", "07-01", "09-26", "10-01",
    "10-19", "12-25", "12-26",
)  # fmt: skip


def is_working_day(day: date, jurisdiction: str) -> bool:
    """Whether a day of 2026 is one; other years are not written down.

    Raises:
        ValueError: another year.
    """
    if day.year != 2026:
        raise ValueError(day)
    text = day.strftime("%m-%d")
    if jurisdiction == "HK":
        return day.weekday() < 5 and text not in _HK_OFF
    if text in _PRC_MAKE_UP:
        return True
    return day.weekday() < 5 and not any(first <= text <= last for first, last in _PRC_OFF)


def working_days_after(day: date, count: int, jurisdiction: str) -> date:
    """The count-th working day after a day."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, jurisdiction)
    return day


def rolled(day: date, jurisdiction: str) -> date:
    """The day, or the next working day where it is none."""
    while not is_working_day(day, jurisdiction):
        day += timedelta(days=1)
    return day
