"""RPT-SELF, RPT-RP, RPT-HK: the counterparty is, or is controlled by, somebody connected (3-3(二), 4-1(四))."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _deals_himself(tie: Tie, posts: Posts) -> bool:
    """Control with relatives is RPT-RP: here he must reach the 30 % test alone."""
    return tie.is_counterparty or (tie.kind == "holding" and tie.control == "hk30_alone")


def _related_party_deals(tie: Tie, posts: Posts) -> bool:
    return tie.is_counterparty or (tie.kind == "holding" and tie.controls is True)


def _shareholder_deals(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "shareholder"


SHOWS: Mapping[str, Shows] = {
    "RPT-SELF": _deals_himself,
    "RPT-RP": _related_party_deals,
    "RPT-HK": _shareholder_deals,
}
