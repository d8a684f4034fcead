"""Which ties show which rule. One file per family; a family declares its rules, the catalogue says of whom they ask."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.catalogue import Catalogue
from screening.policy.facts import Tie
from screening.policy.rules import (
    attributes,
    competition,
    financing,
    gifts,
    interests,
    posts,
    related_transactions,
    tips,
)
from screening.policy.rules.shows import Shows

RULES: Mapping[str, Shows] = {
    **interests.SHOWS,
    **related_transactions.SHOWS,
    **financing.SHOWS,
    **posts.SHOWS,
    **competition.SHOWS,
    **gifts.SHOWS,
    **tips.SHOWS,
    **attributes.SHOWS,
}
"""Rule id -> whether a tie of somebody the rule asks about shows its fact."""


def rules_shown(tie: Tie, catalogue: Catalogue) -> tuple[str, ...]:
    """The rules whose fact this tie shows, in the catalogue's order; exemptions, scope and dates are judged later."""
    return tuple(
        rule_id
        for rule_id, rule in catalogue.rules.items()
        if tie.who in rule.who and tie.side in rule.counterparty and RULES[rule_id](tie, catalogue.posts)
    )
