"""Until when a declaration was due: three working days from knowing (4-2(十一)), or the initial period after promulgation.

The clock starts on the earliest day on which the person provably knew both the link and the dealing: by his own form, or by
his own handling of a dealing with his own link. It never starts before the conflict itself or before the appointment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from screening.policy.facts import Coincidence, DeclaredItem
from screening.refdata.calendar import WorkingCalendar, months_later

_PERIOD = re.compile(r"(\d+) (days|working days|months?)")


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which a declaration was on time.

    Attributes:
        due: null where it cannot be computed; then nothing is late.
        knew_on: the day the clock started; null under the initial period.
        initial: the conflict is older than the policy and fell under the initial period.
    """

    due: date | None
    knew_on: date | None
    initial: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """What the deadlines need to know of the policy and of the place.

    Attributes:
        calendars: one per jurisdiction in which the person is employed; the latest day any of them gives is the due day.
        working_days: time for an ad hoc declaration.
        promulgated_on: null where the configuration does not say.
        initial_period: as configured, null where it is not.
    """

    calendars: tuple[WorkingCalendar, ...]
    working_days: int
    promulgated_on: date | None
    initial_period: str | None


def deadline_of(
    items: Sequence[DeclaredItem], offices: Sequence[Coincidence], clock: Clock, *, own_link: bool
) -> Deadline:
    """The deadline of one link.

    Args:
        items: the declarations that cover it completely; each proves that the person knew.
        offices: the covered appointments laid over link and dealings.
        own_link: the link is the officer's own; a relative's link he need not have known.
    """
    in_office = any(office.at_promulgation for office in offices)
    first_days = [office.first_day for office in offices if office.first_day is not None]
    if clock.promulgated_on is not None and in_office:
        stated = any(item.kind == "initial" for item in items)
        proven = own_link and any(
            office.at_promulgation and office.first_day is not None and office.first_day < clock.promulgated_on
            for office in offices
        )
        if stated or proven:
            return Deadline(_initial_due(clock), None, initial=True)
    known = [min(item.submitted_on, item.aware_on or item.submitted_on) for item in items]
    if own_link:
        known += [office.handled_on for office in offices if office.handled_on is not None]
    if not known:
        return Deadline(None, None, initial=False)
    began = [office.began for office in offices if office.began is not None]
    earliest = min(first_days) if first_days else min(began, default=date.min)
    knew_on = max(min(known), earliest)
    if in_office and clock.promulgated_on is not None and knew_on < clock.promulgated_on:
        return Deadline(_initial_due(clock), None, initial=True)
    return Deadline(working_days_after(knew_on, clock.working_days, clock.calendars), knew_on, initial=False)


def working_days_after(day: date, count: int, calendars: Sequence[WorkingCalendar]) -> date:
    """The end of the period under the calendar that gives most time; `day` itself is not counted."""
    return max(calendar.add_working_days(day, count) for calendar in calendars)


def cure_due(item: DeclaredItem, calendars: Sequence[WorkingCalendar]) -> date | None:
    """Last day for eliminating what was declared: the days set, from the receipt of the feedback (form part 2).

    A period that ends on a day off ends on the next working day. None without a feedback date or without days.
    """
    if item.feedback_on is None or item.cure_days is None:
        return None
    end = item.feedback_on + timedelta(days=item.cure_days)
    return max((_next_working_day(end, calendar) for calendar in calendars), default=end)


def _initial_due(clock: Clock) -> date | None:
    if clock.promulgated_on is None or clock.initial_period is None:
        return None
    match = _PERIOD.fullmatch(clock.initial_period)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    if unit == "working days":
        return working_days_after(clock.promulgated_on, count, clock.calendars)
    end = clock.promulgated_on + timedelta(days=count) if unit == "days" else months_later(clock.promulgated_on, count)
    return max(_next_working_day(end, calendar) for calendar in clock.calendars)


def _next_working_day(day: date, calendar: WorkingCalendar) -> date:
    """A period that ends on a day off ends on the next working day (Civil Code 203)."""
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return day
