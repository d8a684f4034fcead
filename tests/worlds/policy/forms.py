"""How a declaration gets into the register, and what findings and calendar must say of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.worlds.policy.days import working_days_after
from tests.worlds.policy.links import Link, settle
from tests.worlds.policy.records import DUTIES
from tests.worlds.policy.world import PolicyWorld

Variant = Callable[[PolicyWorld, Link], bool]
"""Plants the declaration and writes down what must follow; False where the variant makes no sense for the link."""


def early(world: PolicyWorld) -> date:
    """A day before any dealing of a world: a planned dealing declared beforehand is on time (A8-17)."""
    return date(2026, 1, world.rng.randint(5, 30))


def file_item(world: PolicyWorld, link: Link, on: date, *, named: bool = True, **cells: object) -> dict[str, str]:
    """A complete item: right family, the relative and his relation where there is one."""
    more: dict[str, object] = {"item": link.item, "form_version": "V2" if link.item == "position" else ""}
    if link.relative is not None and named:
        more |= {"related_party_name": link.relative.name, "relationship": link.relation}
    return world.declare(link.officer, on, link.party.company, **{**more, **cells})


def write_down(world: PolicyWorld, link: Link, status: str | None, decision: str | None = None, *, settled: bool = False,
            in_time: bool = True, own_words: date | None = None) -> bool:  # fmt: skip
    """Writes down findings and calendar.

    Args:
        in_time: a declaration that names the counterparty was filed before the clock of his own knowledge ran out.
        own_words: the day of knowledge that his own late form states.
    """
    settle(world, link, status, decision, settled=settled)
    rule_id = next(iter(link.rules))
    express = DUTIES[rule_id] == "express"
    place = link.officer.entity.jurisdiction
    if own_words is not None:
        world.due("D-ADHOC", link.officer, working_days_after(own_words, 3, place), optional=not express)
    elif link.knows is not None and not in_time and link.kind != "gift":
        world.due("D-ADHOC", link.officer, working_days_after(link.knows, 3, place))
    if link.told and link.knows is not None:
        world.due("RPT-TELL", link.officer, link.deal)
    return True
