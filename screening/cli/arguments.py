"""Arguments that need more than a type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from screening.errors import UsageError

# Look-backs reach years before the day a run stands for and deadlines years after it; the calendar must hold them all.
_YEARS = range(1900, 2200)


def as_of_date(text: str | None, time_zone: str) -> date:
    """The day a run stands for: as typed, or today in the configured time zone.

    Raises:
        UsageError: no ISO date, a year no calendar here reaches, or an unknown time zone.
    """
    if text is not None:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise UsageError(
                "--as-of 不是有效日期，请写成 2026-11-20 的形式。",
                "--as-of is not a date; write it like 2026-11-20.",
                "bad_date",
            ) from None
        if day.year not in _YEARS:
            raise UsageError(
                f"--as-of 须在 {_YEARS[0]} 年至 {_YEARS[-1]} 年之间，请更正后重试。",
                f"--as-of must lie in the years {_YEARS[0]} to {_YEARS[-1]}; correct it and run again.",
                "date_out_of_range",
            )
        return day
    try:
        return datetime.now(UTC).astimezone(ZoneInfo(time_zone)).date()
    except (ZoneInfoNotFoundError, ValueError):
        raise UsageError(
            "[output] time_zone 不是已知的时区，请写成 Asia/Shanghai 的形式。",
            "[output] time_zone is no known time zone; write it like Asia/Shanghai.",
            "bad_time_zone",
        ) from None


def refuse_executor(executor: str, scheduler: str | None) -> None:
    """Says plainly that this version runs on one machine.

    Raises:
        UsageError: Dask was asked for.
    """
    if executor == "dask" or scheduler is not None:
        raise UsageError(
            "本版本仅支持本机执行，请去掉 --executor dask 与 --scheduler。",
            "This version runs on one machine only; leave out --executor dask and --scheduler.",
            "executor_not_available",
        )
