"""The annual form: who owed it, in which window, and what counts as filed."""

from __future__ import annotations

from datetime import date

import pytest

from screening.policy.duties.annual import window_of
from screening.refdata.calendar import working_calendar
from tests.policy.world import Row, World

CN, HK = working_calendar("CN"), working_calendar("HK")


def world(**policy: object) -> World:
    """Director P1 since 2019; somebody else filed in every year, so the register covers them."""
    started = World(policy={"register_from": date(2024, 1, 1), **policy}).officer().party()
    for submitted in ("2024-12-30", "2025-12-30"):
        started.declares(submitted, kind="annual", officer="P8", item=None, parties=())
    return started


def filed(*days: str, signed: bool = True, **more: object) -> list[Row]:
    started = world()
    for submitted in days:
        started.declares(submitted, kind="annual", item=None, parties=(), signed=signed, **more)
    return started.duties("D-ANN")


# The table of windows of the policy's notes, days of December; both readings of 31 December.
@pytest.mark.parametrize(
    ("year", "calendar", "counted", "strictly"),
    [
        (2021, CN, (27, 31), (24, 30)), (2021, HK, (24, 31), (23, 30)),
        (2022, CN, (26, 30), (26, 30)), (2022, HK, (22, 30), (22, 30)),
        (2023, CN, (25, 29), (25, 29)), (2023, HK, (21, 29), (21, 29)),
        (2024, CN, (25, 31), (24, 30)), (2024, HK, (23, 31), (20, 30)),
        (2025, CN, (25, 31), (24, 30)), (2025, HK, (23, 31), (22, 30)),
        (2026, CN, (25, 31), (24, 30)), (2026, HK, (24, 31), (23, 30)),
    ],
)  # fmt: skip
def test_windows(year: int, calendar: object, counted: tuple[int, int], strictly: tuple[int, int]) -> None:
    days = calendar.last_working_days(year, 5)  # type: ignore[attr-defined]
    before = calendar.last_working_days(year, 5, counting_31_december=False)  # type: ignore[attr-defined]
    window = window_of(year, (calendar,))  # type: ignore[arg-type]

    assert (days[0].day, days[-1].day, before[0].day, before[-1].day) == (*counted, *strictly)
    assert (window.first.day, window.last.day, window.last_strictly.day) == (strictly[0], counted[1], strictly[1])


def test_two_places_of_office_give_the_window_that_ends_last() -> None:
    assert window_of(2022, (CN, HK)).first == date(2022, 12, 22)


def test_who_filed_in_the_window_or_earlier_owes_nothing() -> None:
    assert filed("2024-12-25", "2025-12-10") == []


def test_a_form_that_is_missing_is_a_line_for_every_window_that_is_over() -> None:
    found = filed("2024-12-30")

    assert [(row["period"], row["certainty"], row["due_on"], row["done_on"]) for row in found] == [
        ("2025", "certain", date(2025, 12, 31), None)
    ]
    assert found[0]["working_days_late"] == CN.working_days_between(date(2025, 12, 31), date(2026, 11, 20))
    assert "所提供的登记册中未见相应申报" in found[0]["summary_zh"]
    assert found[0]["entity_id"] == "E1"


def test_an_unsigned_or_withdrawn_form_was_not_filed() -> None:
    unsigned = filed("2024-12-30", "2025-12-30", signed=False)
    withdrawn = filed("2025-12-30", withdrawn_on="2026-01-05")

    assert {(row["period"], row["basis"]) for row in unsigned} == {("2024", "form_unsigned"), ("2025", "form_unsigned")}
    assert unsigned[0]["declaration_id"] is not None
    assert {row["period"] for row in withdrawn} == {"2024", "2025"}


def test_31_december_depends_on_the_reading() -> None:
    found = filed("2024-12-31", "2025-12-30")

    assert [(row["certainty"], row["basis"], row["working_days_late"]) for row in found] == [
        ("depends_on_reading", "last_day_of_year", None)
    ]


def test_a_form_of_january_is_late_and_does_not_count_for_the_new_year() -> None:
    found = filed("2025-01-06")

    assert [(row["period"], row["done_on"]) for row in found] == [("2024", date(2025, 1, 6)), ("2025", None)]
    assert found[0]["working_days_late"] == 3


def test_joiners_leavers_and_people_outside_the_policy() -> None:
    def periods(**office: object) -> list[tuple[str, str]]:
        started = World(policy={"register_from": date(2024, 1, 1)}).party().officer(**office)  # type: ignore[arg-type]
        for submitted in ("2024-12-30", "2025-12-30"):
            started.declares(submitted, kind="annual", officer="P8", item=None, parties=())
        return [(row["period"], row["certainty"]) for row in started.duties("D-ANN")]

    assert periods(start="2025-02-01") == [("2025", "certain")]
    assert periods(start="2019-01-01", end="2025-06-30") == [("2024", "certain")]
    assert periods(start="2025-12-29") == [("2025", "cannot_be_computed")]
    assert periods(start=None) == [("2024", "cannot_be_computed"), ("2025", "cannot_be_computed")]
    assert periods(position_class="independent_director") == []
    assert periods(position_class="employee") == []
    assert periods(position_class=None) == [("2024", "cannot_be_computed"), ("2025", "cannot_be_computed")]


def test_a_register_without_anybodys_form_of_a_year_accuses_nobody() -> None:
    found = World(policy={"register_from": date(2024, 1, 1)}).officer().party().duties("D-ANN")

    assert [(row["period"], row["certainty"], row["basis"]) for row in found] == [
        ("2024", "cannot_be_computed", "no_form_of_that_year"),
        ("2025", "certain", "office"),  # somebody else's form of 2025 is there
    ]


def test_windows_before_the_policy_or_the_register_are_not_asked() -> None:
    assert {row["period"] for row in world(promulgated_on=date(2025, 6, 1)).duties("D-ANN")} == {"2025"}


def test_a_window_that_is_not_over_is_not_judged() -> None:
    started = world()
    started.as_of = date(2025, 12, 31)

    assert {row["period"] for row in started.duties("D-ANN")} == {"2024"}
