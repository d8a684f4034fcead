"""ATTR-B, ATTR-C: a shared account, phone, e-mail or address, or a role too weak for a rule. Leads without a duty."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie
from screening.policy.rules.shows import Shows


def _shares_or_stands_near(tie: Tie, posts: Posts) -> bool:
    """A contact for the registry holds no post; nor does an employee where only posts are asked about."""
    if tie.kind == "attribute":
        return True
    if tie.kind != "post" or tie.detail in posts.kinds:
        return False
    covered_by_emp_c = tie.who == "self" and tie.side == "competitor" and tie.detail not in posts.never
    return not covered_by_emp_c


SHOWS: Mapping[str, Shows] = {"ATTR-B": _shares_or_stands_near, "ATTR-C": _shares_or_stands_near}

LEADS = frozenset(SHOWS)
"""Shown only where no stronger tie of the same identity with the same counterparty is known."""
