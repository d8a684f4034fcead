"""Dates in every writing of the contract; a bare year or month is the range of days it can mean."""

from __future__ import annotations

import calendar
import re
from datetime import date

from screening.refdata.placeholders import is_placeholder_text
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading
from screening.staging.readers.texts import narrow

_TIME = r"(?:[T ]*\d{1,2}:\d{2}.*)?"
_DAY = re.compile(rf"(\d{{4}})\s?([-/.年])\s?(\d{{1,2}})\s?(?:\2|月)\s?(\d{{1,2}})\s?[日号號]?{_TIME}", re.IGNORECASE)
_PACKED_DAY = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}})(?:\d{{6}}|{_TIME})", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?月?")
_PACKED_MONTH = re.compile(r"(\d{4})(\d{2})")
_YEAR = re.compile(r"(\d{4})\s?年?")
_OPEN = frozenset({
    "至今", "长期", "長期", "永久", "长期有效", "長期有效", "无固定期限", "無固定期限", "现在", "現在", "目前", "present", "now", "current",
})  # fmt: skip
# How systems write "unknown" and "open" where a column must hold a date.
_SENTINELS = frozenset({date(1, 1, 1), date(1753, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)})
_NO_DAY = re.compile(r"0{4}\D?0{1,2}\D?0{1,2}(?:\D.*)?|1900\D?0?1\D?0{1,2}(?:\D.*)?")
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


def read_date(cell: str) -> Reading:
    """The first and the last day a cell can mean, as ISO text.

    Impossible days, two-digit years and years outside 1800 to 2199 are malformed. 至今, 9999-12-31, 1900-01-01 and the
    like say nothing. Which of day and month comes first is never guessed: 3/1/2026 is malformed.
    """
    text = narrow(cell)
    bounds = _bounds(text)
    if bounds is None:
        nothing = not text or text.casefold() in _OPEN or is_placeholder_text(text) or _NO_DAY.fullmatch(text)
        return NOTHING if nothing else MALFORMED
    first, last = bounds
    if first in _SENTINELS or first.year == 9999:
        return NOTHING
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        return MALFORMED
    return Reading(first.isoformat(), last.isoformat())


def _bounds(text: str) -> tuple[date, date] | None:
    try:
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[3]), int(match[4]))
            return day, day
        if match := _PACKED_DAY.fullmatch(text):
            day = date(*map(int, match.groups()))
            return day, day
        if match := _MONTH.fullmatch(text) or _PACKED_MONTH.fullmatch(text):
            year, month = int(match[1]), int(match[2])
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        if match := _YEAR.fullmatch(text):
            return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    except (ValueError, calendar.IllegalMonthError):  # no such day
        return None
    return None
