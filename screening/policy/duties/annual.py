"""D-ANN (4-2(四)): everybody in office repeats the form, even nil, in the five working days before 31 December.

Two readings of the window: 31 December itself belongs to it, or does not. Filing early is no breach; filing later is one
only when both readings fail. Several places of office: the window that ends last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from screening.policy.duties.record import DutyRecord, working_days_late
from screening.policy.facts import Standing
from screening.refdata.calendar import WorkingCalendar

WINDOW = 5
"""Working days of the window."""
_LATE_UNTIL = (6, 30)
"""A form of the first half of a year makes up for the year before when that has none."""


@dataclass(frozen=True, slots=True)
class Term:
    """One appointment: bounds between which it provably, or only possibly, ran. Half-open."""

    entity_id: str | None
    standing: Standing
    proven_from: date
    proven_to: date
    possible_from: date
    possible_to: date
    calendar: WorkingCalendar


@dataclass(frozen=True, slots=True)
class AnnualForm:
    """One annual form; unsigned or withdrawn ones were never filed."""

    declaration_id: str
    submitted_on: date
    counts: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which the form of one year was due."""

    year: int
    first: date
    last: date
    last_strictly: date
    is_announced: bool


@dataclass(frozen=True, slots=True)
class _Owed:
    officer_id: str
    entity_id: str | None
    window: Window
    calendars: tuple[WorkingCalendar, ...]
    doubt: str | None


def annual_records(
    terms: Mapping[str, Sequence[Term]],
    forms: Mapping[str, Sequence[AnnualForm]],
    *,
    since: date | None,
    register_ends: date,
    as_of: date,
) -> Iterator[DutyRecord]:
    """Every window since the policy and the register began, for everybody who owed a form in it.

    Args:
        terms: appointments by officer.
        forms: annual forms by officer.
        since: the first day that both policy and register cover; without it the first form of the register begins it.
        register_ends: last day the register was kept up to.
        as_of: windows that end on this day or later are not over.
    """
    filed = sorted(form.submitted_on for each in forms.values() for form in each if form.counts)
    if not filed:
        return
    began = since or date(filed[0].year, 1, 1)
    years = range(began.year, as_of.year + 1)
    known = {
        year for day in filed for year in (day.year, day.year - 1 if (day.month, day.day) <= _LATE_UNTIL else day.year)
    }
    for officer_id in sorted(terms):
        mine = sorted(forms.get(officer_id, ()), key=lambda form: (form.submitted_on, form.declaration_id))
        used: set[str] = set()
        for year in years:
            owed = _owed(officer_id, terms[officer_id], year)
            if owed is None or owed.window.first < began or owed.window.last >= min(as_of, register_ends):
                continue
            doubt = owed.doubt if year in known else "no_form_of_that_year"
            yield from _judged(owed, mine, used, doubt, as_of)


@cache
def window_of(year: int, calendars: tuple[WorkingCalendar, ...]) -> Window:
    """The window of a year under the calendars of somebody's offices, the widest of them."""
    counted = [calendar.last_working_days(year, WINDOW) for calendar in calendars]
    strictly = [calendar.last_working_days(year, WINDOW, counting_31_december=False) for calendar in calendars]
    return Window(
        year,
        first=min(days[0] for days in strictly),
        last=max(days[-1] for days in counted),
        last_strictly=max(days[-1] for days in strictly),
        is_announced=all(calendar.is_announced(year) for calendar in calendars),
    )


def _owed(officer_id: str, terms: Sequence[Term], year: int) -> _Owed | None:
    """Who possibly owed the form of a year, and why that may be in doubt; None where nobody did."""
    asked = [term for term in terms if term.standing != "out"]
    if not asked:
        return None
    whole = window_of(year, tuple(dict.fromkeys(term.calendar for term in asked)))
    possible = [term for term in asked if term.possible_from <= whole.last and term.possible_to > whole.first]
    if not possible:
        return None
    covered = [term for term in possible if term.standing == "in"] or possible
    calendars = tuple(sorted({term.calendar for term in covered}, key=lambda calendar: calendar.jurisdiction))
    window = window_of(year, calendars)
    surely = any(term.proven_from <= window.first and term.proven_to > date(year, 12, 31) for term in covered)
    doubt: str | None = None if surely else "office_not_proven"
    if not window.is_announced:
        doubt = "calendar_not_announced"
    elif covered[0].standing == "unknown":
        doubt = "position_not_mapped"
    return _Owed(
        officer_id, min((term.entity_id for term in covered if term.entity_id), default=None), window, calendars, doubt
    )


def _judged(
    owed: _Owed, mine: Sequence[AnnualForm], used: set[str], doubt: str | None, as_of: date
) -> Iterator[DutyRecord]:
    window = owed.window
    own = [form for form in mine if form.submitted_on.year == window.year and form.declaration_id not in used]
    filed = next((form for form in own if form.counts), None)
    unsigned = next((form for form in own if not form.counts), None)
    after = next((form for form in mine if form.counts and _makes_up(form, window.year)), None)
    if filed is None and after is not None:
        used.add(after.declaration_id)
    done = filed or after
    if done is not None and done.submitted_on <= window.last_strictly:
        return
    in_doubt = done is not None and done.submitted_on <= date(window.year, 12, 31)
    late_until = as_of if done is None else done.submitted_on
    shown = done or unsigned
    yield DutyRecord(
        "D-ANN",
        owed.officer_id,
        "cannot_be_computed" if doubt is not None else "depends_on_reading" if in_doubt else "certain",
        doubt or ("last_day_of_year" if in_doubt else "form_unsigned" if done is None and unsigned else "office"),
        entity_id=owed.entity_id,
        declaration_id=None if shown is None else shown.declaration_id,
        period=str(window.year),
        event_on=window.first,
        due_on=window.last,
        done_on=None if done is None else done.submitted_on,
        working_days_late=None if doubt or in_doubt else working_days_late(window.last, late_until, owed.calendars),
    )  # fmt: skip


def _makes_up(form: AnnualForm, year: int) -> bool:
    day = form.submitted_on
    return day.year == year + 1 and (day.month, day.day) <= _LATE_UNTIL
