"""When a declaration was due."""

from __future__ import annotations

from datetime import date

import pytest

from screening.policy.deadlines import Clock, deadline_of, working_days_after
from screening.refdata.calendar import working_calendar

from .make import item, office

CN, HK = working_calendar("CN"), working_calendar("HK")


def clock(promulgated: str | None = None, period: str | None = None, calendars: tuple[object, ...] = (CN,)) -> Clock:
    return Clock(calendars, 3, date.fromisoformat(promulgated) if promulgated else None, period)  # type: ignore[arg-type]


def test_three_working_days_after_the_day_he_says_he_knew() -> None:
    found = deadline_of([item("2026-03-16", aware_on="2026-03-02")], [office()], clock(), own_link=True)

    assert (found.knew_on, found.due) == (date(2026, 3, 2), date(2026, 3, 5))


def test_spring_festival_and_make_up_saturday() -> None:
    assert working_days_after(date(2026, 2, 12), 3, [CN]) == date(2026, 2, 24)
    assert working_days_after(date(2026, 2, 26), 3, [CN]) == date(2026, 3, 2)


def test_two_jurisdictions_give_the_later_day() -> None:
    assert working_days_after(date(2026, 9, 28), 3, [HK]) == date(2026, 10, 2)
    assert working_days_after(date(2026, 9, 28), 3, [HK, CN]) == date(2026, 10, 8)


def test_a_form_proves_knowledge_at_the_latest_when_it_was_submitted() -> None:
    assert deadline_of([item("2026-03-16")], [office()], clock(), own_link=True).knew_on == date(2026, 3, 16)


def test_own_handling_of_a_dealing_proves_knowledge_of_an_own_link_only() -> None:
    handled = office(handled_on=date(2026, 3, 4))

    assert deadline_of([item("2026-05-06")], [handled], clock(), own_link=True).knew_on == date(2026, 3, 4)
    assert deadline_of([item("2026-05-06")], [handled], clock(), own_link=False).knew_on == date(2026, 5, 6)


def test_the_clock_never_starts_before_the_conflict() -> None:
    planned = item("2026-01-12", aware_on="2026-01-05")

    assert deadline_of([planned], [office()], clock(), own_link=True).knew_on == date(2026, 3, 2)


def test_a_joiner_has_three_working_days_from_the_appointment() -> None:
    joined = office(began=date(2026, 3, 2), first_day=None, level="possible")

    assert deadline_of([item("2026-03-05", aware_on="2015-05-04")], [joined], clock(), own_link=True).due == date(
        2026, 3, 5
    )


def test_without_a_proof_of_knowledge_nothing_is_due() -> None:
    assert deadline_of([], [office()], clock(), own_link=True).due is None


OLDER = office(first_day=date(2019, 6, 3), at_promulgation=True)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("30 days", date(2024, 4, 1)),  # 31 March 2024 is a Sunday
        ("20 working days", date(2024, 3, 29)),
        ("1 month", date(2024, 4, 1)),
        (None, None),
    ],
)
def test_what_is_older_than_the_policy_falls_under_the_initial_period(period: str | None, due: date | None) -> None:
    found = deadline_of([item("2024-06-12", kind="annual")], [OLDER], clock("2024-03-01", period), own_link=True)

    assert (found.initial, found.due) == (True, due)


def test_an_initial_form_says_itself_that_the_conflict_is_older() -> None:
    unknown = office(first_day=None, level="possible", at_promulgation=True)
    of_relative = deadline_of(
        [item("2024-06-12", kind="initial")], [unknown], clock("2024-03-01", "30 days"), own_link=False
    )

    assert of_relative.initial


def test_a_relatives_older_link_is_due_when_it_became_known() -> None:
    found = deadline_of([item("2026-05-06")], [OLDER], clock("2024-03-01", "30 days"), own_link=False)

    assert (found.initial, found.knew_on) == (False, date(2026, 5, 6))


def test_who_joined_after_promulgation_owes_no_initial_declaration() -> None:
    joined = office(first_day=date(2024, 6, 1), began=date(2024, 6, 1), at_promulgation=False)

    assert not deadline_of([item("2024-06-12")], [joined], clock("2024-03-01", "30 days"), own_link=True).initial
