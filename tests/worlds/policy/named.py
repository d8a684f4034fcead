"""How a form names item, relative and counterparty: completely, in other words, wrongly, or not (domain.md A2, A8)."""

from __future__ import annotations

from tests.worlds.policy.forms import early, file_item, write_down
from tests.worlds.policy.links import Link
from tests.worlds.policy.trades import traditional
from tests.worlds.policy.world import PolicyWorld


def partial_other_item(world: PolicyWorld, link: Link) -> bool:
    """An item of another family; any covers what a report alleges (A2, GEN)."""
    if not link.wrong:
        return False
    file_item(world, link, early(world), item=link.wrong, decision="accept", form_version="V2")
    return write_down(world, link, "partial", "accept")


def partial_relative_missing(world: PolicyWorld, link: Link) -> bool:
    if link.own:
        return False
    file_item(world, link, early(world), named=False, decision="accept")
    return write_down(world, link, "partial", "accept")


def partial_relative_on_another_form(world: PolicyWorld, link: Link) -> bool:
    if link.relative is None:
        return False
    file_item(world, link, early(world), named=False, decision="accept", form_id=world.number("FM"))
    world.declare(link.officer, early(world), world.company(), item="other", related_party_name=link.relative.name,
                  relationship=link.relation, form_id=world.number("FM"))  # fmt: skip
    return write_down(world, link, "partial", "accept")


def relative_on_the_same_form(world: PolicyWorld, link: Link) -> bool:
    """A relative named anywhere on the form counts for every company on it."""
    if link.relative is None:
        return False
    day, form = early(world), world.number("FM")
    file_item(world, link, day, named=False, decision="accept", form_id=form)
    world.declare(link.officer, day, world.company(), item="other", related_party_name=link.relative.name,
                  relationship=link.relation, form_id=form)  # fmt: skip
    return write_down(world, link, "on_time", "accept", settled=True)


def partial_relation_missing(world: PolicyWorld, link: Link) -> bool:
    """The form asks for the relation, too."""
    if link.own:
        return False
    file_item(world, link, early(world), relationship="", decision="accept")
    return write_down(world, link, "partial", "accept")


def partial_relation_contradicted(world: PolicyWorld, link: Link) -> bool:
    """The form calls a spouse, brother or father a cousin."""
    if link.own:
        return False
    file_item(world, link, early(world), relationship="表哥", decision="accept")
    return write_down(world, link, "partial", "accept")


def relation_in_other_words(world: PolicyWorld, link: Link) -> bool:
    """Another word for the same relation contradicts nothing."""
    if link.own:
        return False
    words = {"配偶": "爱人", "弟弟": "兄弟", "父亲": "爸爸"}
    file_item(world, link, early(world), relationship=words[link.relation], decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def partial_share_far_off(world: PolicyWorld, link: Link) -> bool:
    """Accepted at 3 %; it is many times more now: open again (A8-13)."""
    if not link.stake or float(link.stake) < 10:
        return False
    file_item(world, link, early(world), decision="accept", share_pct="3")
    return write_down(world, link, "partial", "accept")


def share_near(world: PolicyWorld, link: Link) -> bool:
    if not link.stake:
        return False
    file_item(
        world,
        link,
        early(world),
        decision="accept",
        share_pct=f"{float(link.stake) + (-1 if float(link.stake) > 2 else 1):.2f}",
    )
    return write_down(world, link, "on_time", "accept", settled=True)


def branch_declared(world: PolicyWorld, link: Link) -> bool:
    """A branch is its company (A8-20)."""
    if link.party.company.name.endswith("经营部") or link.kind == "self":
        return False
    name = f"{link.party.company.name}{world.rng.choice(('深圳', '武汉', '成都'))}分公司"
    file_item(world, link, early(world), counterparty_name=name, counterparty_uscc="", decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def former_name_declared(world: PolicyWorld, link: Link) -> bool:
    """Renamed between declaration and screening (A8-19)."""
    row = _own_row(world, link)
    if link.kind == "self" or row is None:
        return False
    former = world.company().name
    row["former_names"] = former
    file_item(world, link, early(world), counterparty_name=former, counterparty_uscc="", decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def short_name_declared(world: PolicyWorld, link: Link) -> bool:
    """A short name that the master lists."""
    row = _own_row(world, link)
    if link.kind == "self" or row is None or link.party.table is None:
        return False
    short = link.party.company.name[2:7]
    row["other_names"] = short
    file_item(world, link, early(world), counterparty_name=short, counterparty_uscc="", decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def bare_short_name_declared(world: PolicyWorld, link: Link) -> bool:
    """Trade name and trade alone, as people write: the brand is nobody else's."""
    name = link.party.company.name
    if link.kind == "self" or not name.endswith("有限公司") or name.endswith("股份有限公司"):
        return False
    file_item(
        world,
        link,
        early(world),
        counterparty_name=name[2:].removesuffix("有限公司"),
        counterparty_uscc="",
        decision="accept",
    )
    return write_down(world, link, "on_time", "accept", settled=True)


def traditional_name_declared(world: PolicyWorld, link: Link) -> bool:
    """The name in Traditional characters, with spaces, and the person's too."""
    if link.kind == "self" and link.own:
        return False
    cells = {"related_party_name": traditional(link.relative.name)} if link.relative is not None else {}
    name = traditional(link.party.company.name)
    file_item(
        world,
        link,
        early(world),
        counterparty_name=f" {name[:2]} {name[2:]}",
        counterparty_uscc="",
        decision="accept",
        **cells,
    )
    return write_down(world, link, "on_time", "accept", settled=True)


def code_declared(world: PolicyWorld, link: Link) -> bool:
    """The credit code alone."""
    if (link.kind == "self" and link.own) or not link.party.company.uscc:
        return False
    file_item(
        world, link, early(world), counterparty_name="", counterparty_uscc=link.party.company.uscc, decision="accept"
    )
    return write_down(world, link, "on_time", "accept", settled=True)


def old_edition_without_posts(world: PolicyWorld, link: Link) -> bool:
    """An edition without a field for posts: the company under items 1 or 2 is all it can say."""
    if link.kind != "post" or not link.own:
        return False
    item = "competitor_interest" if link.party.side == "competitor" else "business_interest"
    file_item(world, link, early(world), item=item, form_version="V1", decision="accept")
    return write_down(world, link, "on_time", "accept", settled=True)


def _own_row(world: PolicyWorld, link: Link) -> dict[str, str] | None:
    """Where the company is described: its record in the master, else in the registry, else nowhere."""
    if link.party.table is not None:
        return next(row for row in world.tables[link.party.table] if row["party_id"] == link.party.party_id)
    name = link.party.company.name
    return next((row for row in world.tables.get("registry_companies", ()) if row["name"] == name), None)


NAMINGS = (
    partial_other_item,
    partial_relative_missing,
    partial_relative_on_another_form,
    relative_on_the_same_form,
    partial_relation_missing,
    partial_relation_contradicted,
    relation_in_other_words,
    partial_share_far_off,
    share_near,
    branch_declared,
    former_name_declared,
    short_name_declared,
    bare_short_name_declared,
    traditional_name_declared,
    code_declared,
    old_edition_without_posts,
)
