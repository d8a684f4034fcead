"""ACT-C, SELL-C: businesses of one's own that serve a competitor, or compete with the group (3-4). Leads."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _serves_competitor(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "activity"


def _competes(tie: Tie, posts: Posts) -> bool:
    return tie.kind == "same_line"


SHOWS: Mapping[str, Shows] = {"ACT-C": _serves_competitor, "SELL-C": _competes}
