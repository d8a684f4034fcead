"""Exemptions and their boundaries."""

from __future__ import annotations

from decimal import Decimal

import pytest

from screening.policy.exemption import exemption_of
from screening.policy.facts import Party

from .make import party, tie


def stake(aggregate: str | None, via: str | None = "market", listed: bool | None = True) -> str:
    held = tie(aggregate_pct=None if aggregate is None else Decimal(aggregate), acquired_via=via, listed=listed)
    return exemption_of("market_stake", held, party(), threshold=Decimal(5), controlled_from_our_side=False)


@pytest.mark.parametrize(
    ("aggregate", "via", "listed", "verdict"),
    [
        ("4.99", "market", True, "met"),
        ("4.999999", "market", True, "met"),
        ("5", "market", True, "not_met"),
        ("6", None, None, "not_met"),
        ("4", "other", True, "not_met"),
        ("4", "market", False, "not_met"),
        ("4", None, True, "unknown"),
        (None, "market", True, "unknown"),
        ("4", "market", None, "unknown"),
        (None, "other", None, "not_met"),
        (None, None, None, "unknown"),
    ],
)
def test_market_stakes(aggregate: str | None, via: str | None, listed: bool | None, verdict: str) -> None:
    assert stake(aggregate, via, listed) == verdict


def test_stakes_of_relatives_are_added_and_a_sum_that_is_not_known_exempts_nobody() -> None:
    three_of_six = tie(share="3", aggregate_pct=Decimal(6), acquired_via="market", listed=True)
    spouse_unknown = tie(share="3", acquired_via="market", listed=True)
    large_anyway = tie(share="5", acquired_via="market", listed=True)

    def judged(held: object) -> str:
        return exemption_of("market_stake", held, None, threshold=Decimal(5), controlled_from_our_side=False)  # type: ignore[arg-type]

    judgements = [judged(held) for held in (three_of_six, spouse_unknown, large_anyway)]
    assert judgements == ["not_met", "unknown", "not_met"]


def test_whoever_is_the_counterparty_has_no_small_stake() -> None:
    itself = tie("self", who="own_company", related="R1")

    assert exemption_of("market_stake", itself, None, threshold=Decimal(5), controlled_from_our_side=False) == "not_met"


@pytest.mark.parametrize(
    ("on_paper", "in_master", "controlled", "verdict"),
    [
        (True, None, False, "met"),
        (None, True, False, "met"),
        (False, True, False, "not_met"),
        (None, None, False, "not_met"),
        (None, False, False, "not_met"),
        (True, True, True, "not_met"),
    ],
)
def test_financial_institutions(on_paper: bool | None, in_master: bool | None, controlled: bool, verdict: str) -> None:
    loan = tie("financing", detail="loan_in", is_financial_institution=on_paper)
    lender: Party = party(is_financial_institution=in_master)

    found = exemption_of(
        "financial_institution", loan, lender, threshold=Decimal(5), controlled_from_our_side=controlled
    )

    assert found == verdict


def test_rules_without_an_exemption() -> None:
    held = tie(aggregate_pct=Decimal(1), acquired_via="market", listed=True, is_financial_institution=True)

    assert exemption_of("none", held, party(), threshold=Decimal(5), controlled_from_our_side=False) == "none"
