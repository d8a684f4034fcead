"""Ties that need no walk, from `rel_fact` and `rel_register`: who it is, in which company, and how sure both are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from screening.relationships.identity import CERTAIN, Link, link_of, same_company, weakest
from screening.relationships.life import Life, life_of
from screening.relationships.members import CONTROLLED, Watched
from screening.relationships.statements import Statement, reconcile
from screening.relationships.ties import Source, Step, Tie, kin_steps, same_steps, step
from screening.warehouse.store import Warehouse

_BY_NAME_ALONE = Link("C", 0.5, 0.0)
"""A person at the counterparty who bears the name in the register, and nothing else known."""


@dataclass(frozen=True, slots=True)
class Post:
    """One row of `rel_fact` that says that a person stands in a company."""

    row: Mapping[str, Any]
    life: Life
    statement: Statement
    record_id: str
    link: Link

    def with_life(self, life: Life) -> Self:
        """The same row, valid for part of its days."""
        return replace(self, life=life)

    def with_link(self, link: Link) -> Self:
        """The same row of somebody identified otherwise."""
        return replace(self, link=link)


def fact_ties(warehouse: Warehouse, people: Mapping[str, Watched]) -> Iterator[Tie]:
    """Posts, being the counterparty, liaisons and contacts, shared values."""
    posts: dict[tuple[Any, ...], list[Post]] = defaultdict(list)
    for row in warehouse.rows("from rel_fact"):
        link = weakest([link_of(row), link_of(row, "same_") if row["same_tier"] is not None else CERTAIN])
        if row["as_of"] is None:
            yield from _tie(row, life_of(row["life"]), link, people)
            continue
        said = Statement(row["as_of"], row["retrieved_on"], row["source"], row["provider"])
        key = tuple(row[name] for name in ("watched_id", "party_table", "party_id", "kind", "detail"))
        posts[key, link.established].append(Post(row, life_of(row["life"]), said, row["record_id"], link))
    for key, established in sorted(posts, key=repr):
        if established or (key, True) not in posts:
            for post in reconcile(posts[key, established]):
                yield from _tie(post.row, post.life, post.link, people)


def _tie(row: Mapping[str, Any], life: Life, link: Link, people: Mapping[str, Watched]) -> Iterator[Tie]:
    who = people[row["watched_id"]]
    both = life.meet(who.kin_life)
    if both is None:
        return
    source = (row["table_name"], row["row"])
    dates = (row["stated_from"], row["stated_to"])
    path: list[Step] = kin_steps(who)
    path.append(step(who.name, row["relation"], row["company_name"], source, row["share_pct"], dates))
    path += same_steps(row["company_name"], row["party_name"], (row["party_table"], None))
    yield Tie(
        group_id=row["group_id"],
        officer_id=row["officer_id"],
        related_id=row["related_id"],
        party_table=row["party_table"],
        party_id=row["party_id"],
        party_name=row["party_name"],
        kind=row["kind"],
        detail=row["detail"],
        life=both,
        source=Source(row["table_name"], row["record_id"], row["row"]),
        link=link,
        path=path,
        columns={
            "control": _control(row, who) if row["kind"] == "self" else None,
            "share_pct": row["share_pct"],
            "aggregate_pct": row["share_pct"],
            "listed": row["is_listed"],
            "nominee": row["nominee"],
        },
    )


def _control(row: Mapping[str, Any], who: Watched) -> str | None:
    """Who owns a business controls it; so does whoever is said to control the company that is the counterparty."""
    if row["detail"] == "organisation":
        return dict(zip(CONTROLLED, ("hk30_alone", "hk30_family"), strict=True)).get(who.kin_code or "")
    if not row["owns"]:
        return None
    if who.related_id is None or who.hk_class == "immediate_family":
        return "hk30_alone"
    return "hk_majority" if who.hk_class in ("family_member", "relative") else None


def register_ties(warehouse: Warehouse, people: Iterable[Watched]) -> Iterator[Tie]:
    """Loans, guarantees and gifts of officers and their related parties."""
    relatives = {(who.group_id, who.officer_id, who.related_id): who for who in people if who.related_id is not None}
    for row in warehouse.rows("from rel_register"):
        life = life_of(row["life"])
        who = relatives.get((row["group_id"], row["officer_id"], row["related_id"]))
        both = life if who is None else life.meet(who.kin_life)
        if both is None:
            continue
        source = (row["table_name"], row["row"])
        relation = "gift" if row["kind"] == "gift" else row["detail"]
        path = [*(kin_steps(who) if who is not None else ())]
        name = row["officer_name"] if who is None else who.name
        path.append(step(name, relation, row["company_name"], source, dates=(row["stated_from"], row["stated_to"])))
        path += same_steps(row["company_name"], row["party_name"], (row["party_table"], None))
        yield Tie(
            group_id=row["group_id"],
            officer_id=row["officer_id"],
            related_id=row["related_id"],
            party_table=row["party_table"],
            party_id=row["party_id"],
            party_name=row["party_name"],
            kind=row["kind"],
            detail=row["detail"],
            life=both,
            source=Source(row["table_name"], row["record_id"], row["row"]),
            link=_named(row),
            path=path,
            columns={
                name: row[name]
                for name in ("amount", "currency", "event_on", "handed_in_on", "direction", "is_financial_institution")
            }
            | {"listed": row["is_listed"]},
        )


def _named(row: Mapping[str, Any]) -> Link:
    """How sure it is that the register means this counterparty."""
    if row["by_name"]:
        return _BY_NAME_ALONE
    same = same_company(row["company_name"], row["party_name"], by_code=row["by_code"])
    return weakest([same, link_of(row, "same_")]) if row["same_tier"] is not None else same
