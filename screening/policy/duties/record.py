"""One line of the declaration calendar: a duty that was not met in time, or that could not be judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from screening.policy.facts import Grain
from screening.refdata.calendar import WorkingCalendar

Certainty = Literal["certain", "depends_on_reading", "cannot_be_computed"]
Rule = Literal["D-ANN", "D-INIT", "D-ADHOC", "D-FIX", "RPT-TELL"]


@dataclass(frozen=True, slots=True)
class DutyRecord:
    """A line of compliance.parquet, before names, ids and words.

    Attributes:
        basis: what proves the day from which the duty ran, or what is missing; a code of `words.BASIS`.
        about: rule and grain of the finding the duty concerns; null for the annual form.
        event_on: the day the clock started.
        due_on: last day in time; null where it cannot be computed.
        done_on: the day it was done; null while it is not.
        working_days_late: after `due_on` until it was done, or until the as-of date; null where nothing is late for certain.
    """

    rule_id: Rule
    officer_id: str
    certainty: Certainty
    basis: str
    entity_id: str | None = None
    about: tuple[str, Grain] | None = None
    source_id: str | None = None
    declaration_id: str | None = None
    period: str | None = None
    event_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    working_days_late: int | None = None


def working_days_late(due: date, done: date, calendars: Sequence[WorkingCalendar]) -> int:
    """Working days from the due day to the day it was done, under the calendar that counts fewest."""
    return min(calendar.working_days_between(due, done) for calendar in calendars)
