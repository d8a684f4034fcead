"""GEN, RES: what a report alleges of a covered person (3-1, 4-1(八)). Leads, and only where no other rule is live on the pair."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _alleges_conflict(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "tip" and tie.detail == "conflict"


def _alleges_misuse(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "tip" and tie.detail == "resources"


SHOWS: Mapping[str, Shows] = {"GEN": _alleges_conflict, "RES": _alleges_misuse}

ALLEGED = frozenset(SHOWS)
