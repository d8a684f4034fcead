"""POS-B, POS-C, POS-RP, EMP-C: posts in counterparties and other links with competitors (3-4(一), 4-1(七))."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _holds_post(tie: Tie, posts: Posts) -> bool:
    """A related organisation in which the officer holds a post may itself be the counterparty."""
    if tie.who == "post_company":
        return tie.is_counterparty
    return tie.kind == "post" and tie.detail in posts.kinds


def _other_link_with_competitor(tie: Tie, posts: Posts) -> bool:
    """Employment, a role nobody has classified, a loan or a guarantee: any link that no other rule on competitors covers."""
    if tie.kind == "financing":
        return True
    return tie.kind == "post" and tie.detail not in (*posts.kinds, *posts.never)


SHOWS: Mapping[str, Shows] = {
    "POS-B": _holds_post,
    "POS-C": _holds_post,
    "POS-RP": _holds_post,
    "EMP-C": _other_link_with_competitor,
}
