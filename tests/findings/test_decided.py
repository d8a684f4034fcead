"""Decisions through many nights: the functions of the lifecycle beside a model that keeps whole histories."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from screening.findings.lifecycle import Standing, decided
from screening.findings.substance import fingerprint, substance

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("outcome", ["out_of_scope", "scope_unknown", "no_overlap", "exempt", "declared"])
def test_every_other_outcome_comes_before_a_dismissal(outcome: str) -> None:
    for print_ in ("a", "b"):
        assert decided(outcome, "open", Standing("dismissed", "a", None), print_, MONDAY) == (outcome, "open")


@pytest.mark.parametrize("decision", ["confirmed", "needs_info", "asked_subject", "declared_late"])
@pytest.mark.parametrize("print_", ["a", "b"])
def test_every_other_decision_leaves_a_candidate(decision: str, print_: str) -> None:
    assert decided("candidate", "changed", Standing(decision, "a", MONDAY), print_, MONDAY) == ("candidate", "changed")


@pytest.mark.parametrize(("days", "held"), [(0, True), (-1, False), (1, True)])
def test_a_dismissal_holds_through_its_last_day(days: int, *, held: bool) -> None:
    standing = Standing("dismissed", "a", MONDAY + timedelta(days=days))

    assert decided("candidate", "open", standing, "a", MONDAY) == (
        ("dismissed", "open") if held else ("candidate", "reopened")
    )


class Nights(RuleBasedStateMachine):
    """One finding, its evidence changing and changing back, people exchanged, auditors deciding, days going by.

    The oracle keeps every decision with the full state it was made on and answers by comparing states, knowing neither
    fingerprints nor lifecycles.
    """

    def __init__(self) -> None:
        super().__init__()
        self.day = MONDAY
        self.person, self.share = "甲", 12
        self.decisions: list[tuple[str, tuple[str, int], date | None]] = []

    @rule(share=st.sampled_from([12, 40]))
    def holding_changes(self, share: int) -> None:
        self.share = share

    @rule(person=st.sampled_from(["甲", "乙"]))
    def code_passes_to_another(self, person: str) -> None:
        self.person = person

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(
        decision=st.sampled_from(
            ["dismissed", "dismissed", "confirmed", "needs_info", "asked_subject", "declared_late"]
        ),
        days=st.none() | st.integers(0, 60),
    )
    def auditor_decides(self, decision: str, days: int | None) -> None:
        until = None if days is None else self.day + timedelta(days=days)
        self.decisions.append((decision, (self.person, self.share), until))

    @invariant()
    def both_agree(self) -> None:
        outcome, lifecycle = self._answer()

        assert (outcome == "dismissed") == self._is_cleared()
        assert (lifecycle == "reopened") == (self._was_dismissed() and not self._is_cleared())

    @invariant()
    def nobody_is_cleared_by_what_was_said_of_another(self) -> None:
        about = {state[0] for decision, state, _ in self.decisions if decision == "dismissed"}
        assert self.person in about or self._answer()[0] == "candidate"

    def _answer(self) -> tuple[str, str]:
        standing = None
        if self.decisions:
            decision, state, until = self.decisions[-1]
            standing = Standing(decision, _fingerprint(state), until)
        return decided("candidate", "open", standing, _fingerprint((self.person, self.share)), self.day)

    def _was_dismissed(self) -> bool:
        return bool(self.decisions) and self.decisions[-1][0] == "dismissed"

    def _is_cleared(self) -> bool:
        if not self._was_dismissed():
            return False
        _, (person, share), until = self.decisions[-1]
        return (person, share) == (self.person, self.share) and not (until is not None and self.day > until)


def _fingerprint(state: tuple[str, int]) -> str:
    person, share = state
    return fingerprint(substance({"outcome": "candidate", "officer_identity": person, "share_pct": Decimal(share)}))


TestNights = Nights.TestCase
TestNights.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
