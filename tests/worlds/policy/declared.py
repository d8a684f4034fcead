"""What the register can say of a link: every status of the contract, each in every way it comes about (domain.md A2, A6)."""

from __future__ import annotations

from datetime import date, timedelta

from tests.worlds.policy.days import rolled, working_days_after
from tests.worlds.policy.forms import early, file_item, write_down
from tests.worlds.policy.links import Link
from tests.worlds.policy.records import AS_OF
from tests.worlds.policy.world import PolicyWorld


def not_declared(world: PolicyWorld, link: Link) -> bool:
    return write_down(world, link, "not_declared", in_time=False)


def other_company(world: PolicyWorld, link: Link) -> bool:
    """Another company was declared (A8-10)."""
    world.declare(link.officer, early(world), world.company(), item=link.item, decision="accept")
    return write_down(world, link, "not_declared", in_time=False)


def unsigned(world: PolicyWorld, link: Link) -> bool:
    file_item(world, link, early(world), signed="false", decision="accept")
    return write_down(world, link, "not_declared", in_time=False)


def by_another(world: PolicyWorld, link: Link) -> bool:
    """A colleague declared the same company; that he does competing business with a competitor is a fact about himself."""
    colleague = world.officer(entity=link.officer.entity)
    world.declare(colleague, early(world), link.party.company, item=link.item, decision="accept")
    if link.kind == "venture" and world.register != "none":
        world.expect("ACT-C", colleague, None, link.party, outcome="declared", declaration_status="on_time", tier="C")
    return write_down(world, link, "not_declared", in_time=False)


def nil_return(world: PolicyWorld, link: Link) -> bool:
    """A signed nil return while the link existed: shown, no declaration."""
    world.declare(link.officer, date(2025, 12, 29), None, kind="annual", nil_return="true")
    world.annual_done.add(f"{link.officer.officer_id}/2025")
    return write_down(world, link, "not_declared", in_time=False)


def accepted(world: PolicyWorld, link: Link) -> bool:
    file_item(world, link, early(world), decision="accept", decided_on="2026-02-10")
    return write_down(world, link, "on_time", "accept", settled=True)


def annual_naming(world: PolicyWorld, link: Link) -> bool:
    """The annual form of last December names it."""
    file_item(world, link, date(2025, 12, 29), kind="annual", decision="accept")
    world.annual_done.add(f"{link.officer.officer_id}/2025")
    return write_down(world, link, "on_time", "accept", settled=True)


def as_other(world: PolicyWorld, link: Link) -> bool:
    """Item `other` naming the company covers any rule."""
    file_item(world, link, early(world), item="other", decision="accept", form_version="")
    return write_down(world, link, "on_time", "accept", settled=True)


def eliminate_open(world: PolicyWorld, link: Link) -> bool:
    """To be eliminated, still within its days."""
    file_item(world, link, early(world), decision="eliminate", cure_days=30, feedback_on="2026-11-10")
    return write_down(world, link, "on_time", "eliminate", settled=True)


def eliminate_overdue(world: PolicyWorld, link: Link) -> bool:
    feedback, days = date(2026, 8, world.rng.randint(3, 28)), world.rng.choice((10, 15, 30))
    file_item(world, link, early(world), decision="eliminate", cure_days=days, feedback_on=feedback)
    write_down(world, link, "on_time", "eliminate")
    # of a gift nothing stands any more, and what stands only possibly, or is a lead, proves no refusal
    seen = link.kind != "gift" and link.dated and not link.lead
    due_on = rolled(feedback + timedelta(days=days), link.officer.entity.jurisdiction)
    if seen:
        world.due("D-FIX", link.officer, due_on)
    return True


def eliminate_cured(world: PolicyWorld, link: Link) -> bool:
    file_item(
        world, link, early(world), decision="eliminate", cure_days=30, feedback_on="2026-08-03", cured_on="2026-08-20"
    )
    return write_down(world, link, "on_time", "eliminate", settled=True)


def eliminate_cured_late(world: PolicyWorld, link: Link) -> bool:
    """Cured in the end: declared, but the calendar has the days."""
    file_item(
        world, link, early(world), decision="eliminate", cure_days=10, feedback_on="2026-08-03", cured_on="2026-09-15"
    )
    write_down(world, link, "on_time", "eliminate", settled=True)
    world.due("D-FIX", link.officer, rolled(date(2026, 8, 13), link.officer.entity.jurisdiction))
    return True


def eliminate_no_feedback(world: PolicyWorld, link: Link) -> bool:
    file_item(world, link, early(world), decision="eliminate", cure_days=10)
    return write_down(world, link, "on_time", "eliminate", settled=True)


def decided_otherwise(world: PolicyWorld, link: Link) -> bool:
    file_item(world, link, early(world), decision="other")
    return write_down(world, link, "on_time", "other")


def pending(world: PolicyWorld, link: Link) -> bool:
    decision = world.rng.choice(("pending", ""))
    file_item(world, link, early(world), decision=decision)
    return write_down(world, link, "pending", decision or None)


def late_by_own_words(world: PolicyWorld, link: Link) -> bool:
    """The form itself says since when he knew; the clock cannot start before the dealing."""
    if link.kind == "same_line" and not link.dated:
        return False  # seen only this month: whether his words of spring start the clock is left open
    aware = (link.deal or date(2026, 4, 8)) + timedelta(days=1)
    if link.knows is not None:
        aware = link.knows
    submitted = working_days_after(aware, world.rng.randint(4, 30), link.officer.entity.jurisdiction)
    file_item(world, link, submitted, aware_on=aware, decision=world.rng.choice(("accept", "pending")))
    decision = world.tables["declarations"][-1]["decision"] if world.register != "none" else None
    return write_down(world, link, "late", decision, in_time=False, own_words=aware)


def on_the_last_day(world: PolicyWorld, link: Link) -> bool:
    """Day 0 is the day of knowledge; the third working day after it is in time."""
    aware = link.knows or (link.deal or date(2026, 4, 8)) + timedelta(days=1)
    submitted = working_days_after(aware, 3, link.officer.entity.jurisdiction)
    file_item(world, link, submitted, aware_on=aware, decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def late_by_own_hand(world: PolicyWorld, link: Link) -> bool:
    """He approved the dealing himself and declared his own link a month later."""
    if not link.own or link.party.side != "business" or link.deal is None or not link.dated:
        return False
    if link.kind == "tip":
        return _allegation_beside_own_hand(world, link)
    knows = link.knows
    if knows is None:
        user = world.account(link.officer)
        world.tables["transactions"][-1][world.rng.choice(("requester_id", "approver_id"))] = user
        knows = link.deal
    submitted = working_days_after(knows, world.rng.randint(5, 30), link.officer.entity.jurisdiction)
    file_item(world, link, submitted, decision="accept")
    link.knows = knows
    return write_down(world, link, "late", "accept", in_time=False)


def _allegation_beside_own_hand(world: PolicyWorld, link: Link) -> bool:
    """He approved the dealing; that others allege a link proves no day on which he knew of one before he said so."""
    world.tables["transactions"][-1]["approver_id"] = world.account(link.officer)
    file_item(world, link, date(2026, 8, 3), decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def undeclared_by_own_hand(world: PolicyWorld, link: Link) -> bool:
    """He asked for the dealing himself and declared nothing."""
    if (
        not link.own
        or link.party.side != "business"
        or link.deal is None
        or not link.dated
        or link.kind in ("gift", "tip")
    ):
        return False
    if link.knows is None:
        world.tables["transactions"][-1]["requester_id"] = world.account(link.officer)
        link.knows = link.deal
    return write_down(world, link, "not_declared", in_time=False)


def relative_he_need_not_know(world: PolicyWorld, link: Link) -> bool:
    """He approved the dealing, but what he signs says nothing about his relative: declared when he says he knew."""
    if link.own or link.party.side != "business":
        return False
    world.tables["transactions"][-1]["approver_id"] = world.account(link.officer)
    file_item(world, link, date(2026, 8, 3), decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def withdrawn(world: PolicyWorld, link: Link) -> bool:
    file_item(world, link, early(world), decision="accept", withdrawn_on="2026-02-20")
    return write_down(world, link, "withdrawn", "accept")


def withdrawn_and_renewed(world: PolicyWorld, link: Link) -> bool:
    """Renewed within three working days of the day on which his first form shows that he knew."""
    file_item(world, link, date(2026, 1, 6), decision="accept", withdrawn_on="2026-01-07")
    file_item(world, link, date(2026, 1, 8), decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def withdrawn_and_renewed_late(world: PolicyWorld, link: Link) -> bool:
    """Competition is there all the time: his first form shows that he knew in January, and what stands is of February."""
    if link.party.side == "business" or not link.dated:
        return False
    file_item(world, link, date(2026, 1, 6), decision="accept", withdrawn_on="2026-01-20")
    file_item(world, link, date(2026, 2, 3), decision="accept")
    return write_down(world, link, "late", "accept")


def repeated(world: PolicyWorld, link: Link) -> bool:
    """In time once; repeating it later makes nothing late."""
    file_item(world, link, date(2026, 1, 6), decision="accept")
    file_item(world, link, date(2026, 10, 12), decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def filed_tomorrow(world: PolicyWorld, link: Link) -> bool:
    """Nothing after the as-of day is known."""
    file_item(world, link, AS_OF + timedelta(days=3), decision="accept")
    return write_down(world, link, "not_declared", in_time=False)


STATUSES = (
    not_declared,
    other_company,
    unsigned,
    by_another,
    nil_return,
    accepted,
    annual_naming,
    as_other,
    eliminate_open,
    eliminate_overdue,
    eliminate_cured,
    eliminate_cured_late,
    eliminate_no_feedback,
    decided_otherwise,
    pending,
    late_by_own_words,
    on_the_last_day,
    late_by_own_hand,
    undeclared_by_own_hand,
    relative_he_need_not_know,
    withdrawn,
    withdrawn_and_renewed,
    withdrawn_and_renewed_late,
    repeated,
    filed_tomorrow,
)
