"""What is to be eliminated: days from the receipt of the feedback, and whether the link is still there."""

from __future__ import annotations

from datetime import date

from tests.policy.world import Row, World, plain


def decided(until: str | None = None, **form: object) -> list[Row]:
    """A declared stake that the committee wants eliminated within 30 days."""
    settings = {
        "decision": "eliminate",
        "decided_on": "2026-04-01",
        "cure_days": 30,
        "feedback_on": "2026-04-08",
        **form,
    }
    started = plain().tie("holding", share="50", until=until)
    return started.declares("2026-03-12", **settings).duties("D-FIX")  # type: ignore[arg-type]


def test_still_held_after_its_days_is_overdue() -> None:
    (row,) = decided()

    assert (row["certainty"], row["basis"], row["event_on"], row["due_on"]) == (
        "certain", "feedback", date(2026, 4, 8), date(2026, 5, 8)
    )  # fmt: skip
    assert (row["done_on"], row["about_rule"], row["party_id"]) == (None, "INT-B", "S1")
    assert row["working_days_late"] > 100


def test_cured_in_time_or_late() -> None:
    assert decided(cured_on="2026-05-08") == []
    (late,) = decided(cured_on="2026-05-11")
    assert (late["done_on"], late["working_days_late"]) == (date(2026, 5, 11), 2)  # Saturday 9 May is worked


def test_a_last_day_off_moves_to_the_next_working_day() -> None:
    assert decided(cure_days=24, cured_on="2026-05-06") == []  # 2 May falls into the holiday that ends on the 5th
    assert [row["due_on"] for row in decided(cure_days=24)] == [date(2026, 5, 6)]


def test_without_feedback_or_days_nothing_can_be_computed() -> None:
    assert [(row["certainty"], row["basis"]) for row in decided(feedback_on=None)] == [
        ("cannot_be_computed", "no_feedback_date")
    ]
    assert [row["basis"] for row in decided(cure_days=None)] == ["no_days_set"]


def test_a_link_that_is_no_longer_seen_is_not_asserted() -> None:
    assert [(row["certainty"], row["basis"]) for row in decided(until="2026-04-20")] == [
        ("cannot_be_computed", "link_not_seen")
    ]


def test_feedback_that_came_late_starts_the_days_late() -> None:
    assert decided(feedback_on="2026-11-02") == []


def test_a_link_that_may_have_ended_before_the_due_day_is_not_asserted() -> None:
    """Given up "in 2026": possible until December, proven until January only."""
    settings: Row = {"decision": "eliminate", "cure_days": 30, "feedback_on": "2026-04-08"}
    year = {"since": "2024-05-06", "proven_to": date(2026, 1, 1), "possible_to": date(2026, 12, 31)}
    started = World().officer().party().dealing("2025-11-11").tie("holding", share="50", **year)

    (row,) = started.declares("2025-11-13", **settings).duties("D-FIX")
    assert (row["certainty"], row["basis"]) == ("cannot_be_computed", "link_not_seen")


def test_feedback_of_some_day_of_a_month_starts_the_days_on_its_last() -> None:
    (row,) = decided(feedback_on_hi=date(2026, 4, 30))

    assert (row["event_on"], row["due_on"]) == (date(2026, 4, 30), date(2026, 6, 1))  # 30 May is a Saturday


def test_a_declaration_whose_link_nothing_shows() -> None:
    started = World().officer().party().dealing("2026-03-10")
    found = started.declares(
        "2026-03-12", decision="eliminate", decided_on="2026-04-01", cure_days=30, feedback_on="2026-04-08"
    ).duties("D-FIX")

    assert [(row["certainty"], row["about_rule"]) for row in found] == [("cannot_be_computed", None)]
