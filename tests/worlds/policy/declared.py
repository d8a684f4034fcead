"""What the register can say of a link: every status of the contract, each in every way it comes about (domain.md A2, A6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from tests.worlds.policy.days import rolled, working_days_after
from tests.worlds.policy.links import Link, settle
from tests.worlds.policy.world import AS_OF, PolicyWorld

Variant = Callable[[PolicyWorld, Link], bool]
"""Plants the declaration and writes down what must follow; False where the variant makes no sense for the link."""


def _early(world: PolicyWorld) -> date:
    """A day before any dealing of a world: a planned dealing declared beforehand is on time (A8-17)."""
    return date(2026, 1, world.rng.randint(5, 30))


def _item(world: PolicyWorld, link: Link, on: date, *, named: bool = True, **cells: object) -> dict[str, str]:
    """A complete item: right family, the relative and his relation where there is one."""
    more: dict[str, object] = {"item": link.item, "form_version": "V2" if link.item == "position" else ""}
    if link.relative is not None and named:
        more |= {"related_party_name": link.relative.name, "relationship": link.relation}
    return world.declare(link.officer, on, link.party.company, **{**more, **cells})


def _settle(world: PolicyWorld, link: Link, status: str | None, decision: str | None = None, *, settled: bool = False,
            in_time: bool = True, own_words: date | None = None) -> bool:  # fmt: skip
    """Writes down findings and calendar.

    Args:
        in_time: a declaration that names the counterparty was filed before the clock of his own knowledge ran out.
        own_words: the day of knowledge that his own late form states.
    """
    settle(world, link, status, decision, settled=settled)
    rule_id = next(iter(link.rules))
    express = not rule_id.startswith(("POS-RP", "GIFT"))
    place = link.officer.entity.jurisdiction
    if own_words is not None:
        world.due("D-ADHOC", link.officer, working_days_after(own_words, 3, place), optional=not express)
    elif link.knows is not None and not in_time and link.kind != "gift":
        world.due("D-ADHOC", link.officer, working_days_after(link.knows, 3, place))
    if link.told and link.knows is not None:
        world.due("RPT-TELL", link.officer, link.deal)
    return True


def not_declared(world: PolicyWorld, link: Link) -> bool:
    return _settle(world, link, "not_declared", in_time=False)


def other_company(world: PolicyWorld, link: Link) -> bool:
    """Another company was declared (A8-10)."""
    world.declare(link.officer, _early(world), world.company(), item=link.item, decision="accept")
    return _settle(world, link, "not_declared", in_time=False)


def unsigned(world: PolicyWorld, link: Link) -> bool:
    _item(world, link, _early(world), signed="false", decision="accept")
    return _settle(world, link, "not_declared", in_time=False)


def by_another(world: PolicyWorld, link: Link) -> bool:
    """A colleague declared the same company."""
    world.declare(
        world.officer(entity=link.officer.entity), _early(world), link.party.company, item=link.item, decision="accept"
    )
    return _settle(world, link, "not_declared", in_time=False)


def nil_return(world: PolicyWorld, link: Link) -> bool:
    """A signed nil return while the link existed: shown, no declaration."""
    world.declare(link.officer, date(2025, 12, 29), None, kind="annual", nil_return="true")
    world.annual_done.add(f"{link.officer.officer_id}/2025")
    return _settle(world, link, "not_declared", in_time=False)


def accepted(world: PolicyWorld, link: Link) -> bool:
    _item(world, link, _early(world), decision="accept", decided_on="2026-02-10")
    return _settle(world, link, "on_time", "accept", settled=True)


def annual_naming(world: PolicyWorld, link: Link) -> bool:
    """The annual form of last December names it."""
    _item(world, link, date(2025, 12, 29), kind="annual", decision="accept")
    world.annual_done.add(f"{link.officer.officer_id}/2025")
    return _settle(world, link, "on_time", "accept", settled=True)


def as_other(world: PolicyWorld, link: Link) -> bool:
    """Item `other` naming the company covers any rule."""
    _item(world, link, _early(world), item="other", decision="accept", form_version="")
    return _settle(world, link, "on_time", "accept", settled=True)


def eliminate_open(world: PolicyWorld, link: Link) -> bool:
    """To be eliminated, still within its days."""
    _item(world, link, _early(world), decision="eliminate", cure_days=30, feedback_on="2026-11-10")
    return _settle(world, link, "on_time", "eliminate", settled=True)


def eliminate_overdue(world: PolicyWorld, link: Link) -> bool:
    feedback, days = date(2026, 8, world.rng.randint(3, 28)), world.rng.choice((10, 15, 30))
    _item(world, link, _early(world), decision="eliminate", cure_days=days, feedback_on=feedback)
    _settle(world, link, "on_time", "eliminate")
    # of a gift nothing stands any more, and what stands only possibly proves no refusal
    seen = link.kind != "gift" and link.dated
    due_on = rolled(feedback + timedelta(days=days), link.officer.entity.jurisdiction)
    if seen:
        world.due("D-FIX", link.officer, due_on)
    return True


def eliminate_cured(world: PolicyWorld, link: Link) -> bool:
    _item(
        world, link, _early(world), decision="eliminate", cure_days=30, feedback_on="2026-08-03", cured_on="2026-08-20"
    )
    return _settle(world, link, "on_time", "eliminate", settled=True)


def eliminate_cured_late(world: PolicyWorld, link: Link) -> bool:
    """Cured in the end: declared, but the calendar has the days."""
    _item(
        world, link, _early(world), decision="eliminate", cure_days=10, feedback_on="2026-08-03", cured_on="2026-09-15"
    )
    _settle(world, link, "on_time", "eliminate", settled=True)
    world.due("D-FIX", link.officer, rolled(date(2026, 8, 13), link.officer.entity.jurisdiction))
    return True


def eliminate_no_feedback(world: PolicyWorld, link: Link) -> bool:
    _item(world, link, _early(world), decision="eliminate", cure_days=10)
    return _settle(world, link, "on_time", "eliminate", settled=True)


def decided_otherwise(world: PolicyWorld, link: Link) -> bool:
    _item(world, link, _early(world), decision="other")
    return _settle(world, link, "on_time", "other")


def pending(world: PolicyWorld, link: Link) -> bool:
    decision = world.rng.choice(("pending", ""))
    _item(world, link, _early(world), decision=decision)
    return _settle(world, link, "pending", decision or None)


def late_by_own_words(world: PolicyWorld, link: Link) -> bool:
    """The form itself says since when he knew; the clock cannot start before the dealing."""
    aware = (link.deal or date(2026, 4, 8)) + timedelta(days=1)
    if link.knows is not None:
        aware = link.knows
    submitted = working_days_after(aware, world.rng.randint(4, 30), link.officer.entity.jurisdiction)
    _item(world, link, submitted, aware_on=aware, decision=world.rng.choice(("accept", "pending")))
    decision = world.tables["declarations"][-1]["decision"] if world.register != "none" else None
    return _settle(world, link, "late", decision, in_time=False, own_words=aware)


def on_the_last_day(world: PolicyWorld, link: Link) -> bool:
    """Day 0 is the day of knowledge; the third working day after it is in time."""
    aware = link.knows or (link.deal or date(2026, 4, 8)) + timedelta(days=1)
    submitted = working_days_after(aware, 3, link.officer.entity.jurisdiction)
    _item(world, link, submitted, aware_on=aware, decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def late_by_own_hand(world: PolicyWorld, link: Link) -> bool:
    """He approved the dealing himself and declared his own link a month later."""
    if not link.own or link.party.side == "competitor" or link.deal is None or not link.dated:
        return False
    knows = link.knows
    if knows is None:
        user = world.account(link.officer)
        world.tables["transactions"][-1][world.rng.choice(("requester_id", "approver_id"))] = user
        knows = link.deal
    submitted = working_days_after(knows, world.rng.randint(5, 30), link.officer.entity.jurisdiction)
    _item(world, link, submitted, decision="accept")
    link.knows = knows
    return _settle(world, link, "late", "accept", in_time=False)


def undeclared_by_own_hand(world: PolicyWorld, link: Link) -> bool:
    """He asked for the dealing himself and declared nothing."""
    if not link.own or link.party.side == "competitor" or link.deal is None or not link.dated or link.kind == "gift":
        return False
    if link.knows is None:
        world.tables["transactions"][-1]["requester_id"] = world.account(link.officer)
        link.knows = link.deal
    return _settle(world, link, "not_declared", in_time=False)


def relative_he_need_not_know(world: PolicyWorld, link: Link) -> bool:
    """He approved the dealing, but what he signs says nothing about his relative: declared when he says he knew."""
    if link.own or link.party.side == "competitor":
        return False
    world.tables["transactions"][-1]["approver_id"] = world.account(link.officer)
    _item(world, link, date(2026, 8, 3), decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def withdrawn(world: PolicyWorld, link: Link) -> bool:
    _item(world, link, _early(world), decision="accept", withdrawn_on="2026-02-20")
    return _settle(world, link, "withdrawn", "accept")


def withdrawn_and_renewed(world: PolicyWorld, link: Link) -> bool:
    """Renewed within three working days of the day on which his first form shows that he knew."""
    _item(world, link, date(2026, 1, 6), decision="accept", withdrawn_on="2026-01-07")
    _item(world, link, date(2026, 1, 8), decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def withdrawn_and_renewed_late(world: PolicyWorld, link: Link) -> bool:
    """Competition is there all the time: his first form shows that he knew in January, and what stands is of February."""
    if link.party.side != "competitor" or not link.dated:
        return False
    _item(world, link, date(2026, 1, 6), decision="accept", withdrawn_on="2026-01-20")
    _item(world, link, date(2026, 2, 3), decision="accept")
    return _settle(world, link, "late", "accept")


def repeated(world: PolicyWorld, link: Link) -> bool:
    """In time once; repeating it later makes nothing late."""
    _item(world, link, date(2026, 1, 6), decision="accept")
    _item(world, link, date(2026, 10, 12), decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def partial_other_item(world: PolicyWorld, link: Link) -> bool:
    _item(world, link, _early(world), item=link.wrong, decision="accept", form_version="V2")
    return _settle(world, link, "partial", "accept")


def partial_relative_missing(world: PolicyWorld, link: Link) -> bool:
    if link.own:
        return False
    _item(world, link, _early(world), named=False, decision="accept")
    return _settle(world, link, "partial", "accept")


def partial_relative_on_another_form(world: PolicyWorld, link: Link) -> bool:
    if link.relative is None:
        return False
    _item(world, link, _early(world), named=False, decision="accept", form_id=world.number("FM"))
    world.declare(link.officer, _early(world), world.company(), item="other", related_party_name=link.relative.name,
                  relationship=link.relation, form_id=world.number("FM"))  # fmt: skip
    return _settle(world, link, "partial", "accept")


def relative_on_the_same_form(world: PolicyWorld, link: Link) -> bool:
    """A relative named anywhere on the form counts for every company on it."""
    if link.relative is None:
        return False
    day, form = _early(world), world.number("FM")
    _item(world, link, day, named=False, decision="accept", form_id=form)
    world.declare(link.officer, day, world.company(), item="other", related_party_name=link.relative.name,
                  relationship=link.relation, form_id=form)  # fmt: skip
    return _settle(world, link, "on_time", "accept", settled=True)


def partial_relation_missing(world: PolicyWorld, link: Link) -> bool:
    """The form asks for the relation, too."""
    if link.own:
        return False
    _item(world, link, _early(world), relationship="", decision="accept")
    return _settle(world, link, "partial", "accept")


def partial_relation_contradicted(world: PolicyWorld, link: Link) -> bool:
    """The form calls a spouse, brother or father a cousin."""
    if link.own:
        return False
    _item(world, link, _early(world), relationship="表哥", decision="accept")
    return _settle(world, link, "partial", "accept")


def relation_in_other_words(world: PolicyWorld, link: Link) -> bool:
    """Another word for the same relation contradicts nothing."""
    if link.own:
        return False
    words = {"配偶": "爱人", "弟弟": "兄弟", "父亲": "爸爸"}
    _item(world, link, _early(world), relationship=words[link.relation], decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def partial_share_far_off(world: PolicyWorld, link: Link) -> bool:
    """Accepted at 3 %; it is many times more now: open again (A8-13)."""
    if not link.stake or float(link.stake) < 10:
        return False
    _item(world, link, _early(world), decision="accept", share_pct="3")
    return _settle(world, link, "partial", "accept")


def share_near(world: PolicyWorld, link: Link) -> bool:
    if not link.stake:
        return False
    _item(
        world,
        link,
        _early(world),
        decision="accept",
        share_pct=f"{float(link.stake) + (-1 if float(link.stake) > 2 else 1):.2f}",
    )
    return _settle(world, link, "on_time", "accept", settled=True)


def branch_declared(world: PolicyWorld, link: Link) -> bool:
    """A branch is its company (A8-20)."""
    if link.party.company.name.endswith("经营部") or link.kind == "self":
        return False
    name = f"{link.party.company.name}{world.rng.choice(('深圳', '武汉', '成都'))}分公司"
    _item(world, link, _early(world), counterparty_name=name, counterparty_uscc="", decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def former_name_declared(world: PolicyWorld, link: Link) -> bool:
    """Renamed between declaration and screening (A8-19)."""
    if link.kind == "self":
        return False
    former = world.company().name
    _master_row(world, link)["former_names"] = former
    _item(world, link, _early(world), counterparty_name=former, counterparty_uscc="", decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def short_name_declared(world: PolicyWorld, link: Link) -> bool:
    """A short name that the master lists."""
    if link.kind == "self":
        return False
    short = link.party.company.name[2:7]
    _master_row(world, link)["other_names"] = short
    _item(world, link, _early(world), counterparty_name=short, counterparty_uscc="", decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


def bare_short_name_declared(world: PolicyWorld, link: Link) -> bool:
    """Trade name and trade alone, as people write: the brand is nobody else's."""
    name = link.party.company.name
    if link.kind == "self" or not name.endswith("有限公司") or name.endswith("股份有限公司"):
        return False
    _item(
        world,
        link,
        _early(world),
        counterparty_name=name[2:].removesuffix("有限公司"),
        counterparty_uscc="",
        decision="accept",
    )
    return _settle(world, link, "on_time", "accept", settled=True)


def traditional_name_declared(world: PolicyWorld, link: Link) -> bool:
    """The name in Traditional characters, with spaces, and the person's too."""
    if link.kind == "self" and link.own:
        return False
    convert = _to_traditional().convert
    cells = {"related_party_name": convert(link.relative.name)} if link.relative is not None else {}
    name = convert(link.party.company.name)
    _item(
        world,
        link,
        _early(world),
        counterparty_name=f" {name[:2]} {name[2:]}",
        counterparty_uscc="",
        decision="accept",
        **cells,
    )
    return _settle(world, link, "on_time", "accept", settled=True)


def code_declared(world: PolicyWorld, link: Link) -> bool:
    """The credit code alone."""
    if link.kind == "self" and link.own:
        return False
    _item(
        world, link, _early(world), counterparty_name="", counterparty_uscc=link.party.company.uscc, decision="accept"
    )
    return _settle(world, link, "on_time", "accept", settled=True)


def filed_tomorrow(world: PolicyWorld, link: Link) -> bool:
    """Nothing after the as-of day is known."""
    _item(world, link, AS_OF + timedelta(days=3), decision="accept")
    return _settle(world, link, "not_declared", in_time=False)


def old_edition_without_posts(world: PolicyWorld, link: Link) -> bool:
    """An edition without a field for posts: the company under items 1 or 2 is all it can say."""
    if link.kind != "post" or not link.own:
        return False
    item = "competitor_interest" if link.party.side == "competitor" else "business_interest"
    _item(world, link, _early(world), item=item, form_version="V1", decision="accept")
    return _settle(world, link, "on_time", "accept", settled=True)


@cache
def _to_traditional() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")


def _master_row(world: PolicyWorld, link: Link) -> dict[str, Any]:
    return next(row for row in world.tables[link.party.table] if row["party_id"] == link.party.party_id)


VARIANTS: Mapping[str, Variant] = {
    each.__name__: each
    for each in (
        not_declared, other_company, unsigned, by_another, nil_return, accepted, annual_naming, as_other, eliminate_open,
        eliminate_overdue, eliminate_cured, eliminate_cured_late, eliminate_no_feedback, decided_otherwise, pending,
        late_by_own_words, on_the_last_day, late_by_own_hand, undeclared_by_own_hand, relative_he_need_not_know, withdrawn,
        withdrawn_and_renewed, withdrawn_and_renewed_late, repeated, partial_other_item, partial_relative_missing, partial_relative_on_another_form,
        relative_on_the_same_form, partial_relation_missing, partial_relation_contradicted, relation_in_other_words, partial_share_far_off, share_near, branch_declared, former_name_declared, short_name_declared, bare_short_name_declared, traditional_name_declared,
        code_declared, filed_tomorrow, old_edition_without_posts,
    )
}  # fmt: skip
