"""LOAN-OUT, LOAN-IN, LOAN-HELP, GUAR-OUT, GUAR-IN: loans and guarantees with a business counterparty (3-3(一))."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _financing(detail: str) -> Shows:
    def shows(tie: Tie, posts: Posts) -> bool:
        return tie.kind == "financing" and tie.detail == detail

    return shows


SHOWS: Mapping[str, Shows] = {
    "LOAN-OUT": _financing("loan_out"),
    "LOAN-IN": _financing("loan_in"),
    "LOAN-HELP": _financing("loan_help"),
    "GUAR-OUT": _financing("guarantee_out"),
    "GUAR-IN": _financing("guarantee_in"),
}
