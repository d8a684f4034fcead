"""GIFT-INF, GIFT-CASH: gifts taken from or given to a business counterparty (4-1(十)). No threshold of value is printed."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _cash(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "gift" and tie.detail in ("cash", "cash_equivalent")


def _in_kind(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "gift" and tie.detail == "in_kind"


SHOWS: Mapping[str, Shows] = {"GIFT-INF": _in_kind, "GIFT-CASH": _cash}
