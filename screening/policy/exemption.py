"""Exemptions: market stakes below 5 % (3-2) and ordinary dealings with financial institutions (3-3(一)).

Missing data never exempts: a percentage or channel that is not known makes the exemption unknown.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from screening.policy import catalogue
from screening.policy.facts import Party, Tie

Verdict = Literal["none", "met", "not_met", "unknown"]


def exemption_of(
    kind: catalogue.Exemption, tie: Tie, party: Party | None, *, threshold: Decimal, controlled_from_our_side: bool
) -> Verdict:
    """The verdict on one tie; `none` where the rule knows no exemption."""
    if kind == "market_stake":
        return _market_stake(tie, threshold)
    if kind == "financial_institution":
        return _financial_institution(tie, party, controlled_from_our_side=controlled_from_our_side)
    return "none"


def _market_stake(tie: Tie, threshold: Decimal) -> Verdict:
    """Met strictly below the threshold, stakes of core relatives added, every leg bought on the market, company listed."""
    if tie.is_counterparty:
        return "not_met"  # whoever is the counterparty, or controls it, holds no small stake
    known = (
        tie.aggregate_pct if tie.aggregate_pct is not None else tie.share_pct
    )  # one's own stake is the least it can be
    too_large = known is not None and known >= threshold
    if too_large or tie.acquired_via == "other" or tie.listed is False:
        return "not_met"
    if tie.aggregate_pct is None or tie.acquired_via is None or tie.listed is None:
        return "unknown"
    return "met"


def _financial_institution(tie: Tie, party: Party | None, *, controlled_from_our_side: bool) -> Verdict:
    """Met where the counterparty itself is the licensed institution; what the loan's papers say wins over the master."""
    licensed = tie.is_financial_institution
    if licensed is None and party is not None:
        licensed = party.is_financial_institution
    return "met" if licensed and not controlled_from_our_side else "not_met"
