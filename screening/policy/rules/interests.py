"""INT-C, INT-B, INT-RP: interests in companies, direct or through other companies (3-2, 4-1(一)(二))."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _own_interest_in_competitor(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "holding" or tie.is_counterparty


def _own_interest_in_counterparty(tie: Tie, posts: Posts) -> bool:
    """A counterparty that is the officer in person is RPT-SELF alone; his own company is an interest as well."""
    return tie.kind == "holding" or (tie.is_counterparty and tie.who == "own_company")


def _interest_of_related_party(tie: Tie, posts: Posts) -> bool:
    """A related party that is itself a supplier or customer is RPT-RP; that is itself a competitor, an interest in one."""
    if tie.kind == "holding":
        return True
    return tie.is_counterparty and tie.side == "competitor" and tie.who != "post_company"


SHOWS: Mapping[str, Shows] = {
    "INT-C": _own_interest_in_competitor,
    "INT-B": _own_interest_in_counterparty,
    "INT-RP": _interest_of_related_party,
}
