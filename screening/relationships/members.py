"""One officer and the people and companies around him, with what they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from screening.relationships.graph import Graph, Leg, merge_statements, read_leg
from screening.relationships.identity import Link, link_of, weakest
from screening.relationships.life import TIMELESS, Life, life_of
from screening.warehouse.store import Warehouse

CONTROLLED = ("controlled_by_self", "controlled_by_relative")


@dataclass(frozen=True, slots=True)
class Watched:
    """One watched identity: the officer, a relative or a company of theirs.

    Attributes:
        related_id: None for the officer himself.
        kin_code: None for the officer, and where the relation was not understood.
        kin_life: when the relation held; `TIMELESS` where no date says otherwise.
        kin_dates: the dates delivered with the relation.
    """

    watched_id: str
    kind: str
    group_id: str
    officer_id: str
    related_id: str | None
    officer_name: str
    name: str
    kin_code: str | None
    perimeter: str | None
    hk_class: str | None
    kin_life: Life
    kin_dates: tuple[date | None, date | None]
    row: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """A watched identity with its stakes.

    Attributes:
        first: what it holds itself. Stakes whose holder is only a lead count where nothing better stands beside them.
        closed: entities that are the identity itself; empty for people.
    """

    who: Watched
    first: Sequence[Leg]
    closed: frozenset[str] = frozenset()

    @property
    def is_officer(self) -> bool:
        """The officer himself."""
        return self.who.related_id is None

    @property
    def controlled(self) -> bool:
        """A company that the officer or a relative is said to control."""
        return bool(self.closed) and self.who.kin_code in CONTROLLED

    @property
    def established(self) -> list[Leg]:
        """Stakes whose holder is established."""
        return [leg for leg in self.first if leg.link.established]


def read_watched(row: dict[str, Any]) -> Watched:
    """One row of `rel_watched`."""
    kin_life = row["kin_life"]
    return Watched(
        watched_id=row["watched_id"],
        kind=row["kind"],
        group_id=row["group_id"],
        officer_id=row["officer_id"],
        related_id=row["related_id"],
        officer_name=row["officer_name"] or row["name"],
        name=row["name"],
        kin_code=row["kin_code"],
        perimeter=row["perimeter"],
        hk_class=row["hk_class"],
        kin_life=TIMELESS if kin_life is None else life_of(kin_life),
        kin_dates=(row["kin_from"], row["kin_to"]),
        row=row["row"],
    )


def load_watched(warehouse: Warehouse) -> dict[str, Watched]:
    """Every watched identity that may have ties, by watched_id."""
    return {row["watched_id"]: read_watched(row) for row in warehouse.rows("from rel_watched")}


def load_units(warehouse: Warehouse, graph: Graph, people: dict[str, Watched]) -> list[list[Member]]:
    """Officers with their circle; people without any stake are left out. The officer comes first in his unit."""
    stakes: dict[str, list[Leg]] = defaultdict(list)
    for row in warehouse.rows("from rel_stake"):
        stakes[row["watched_id"]].append(read_leg(row, row["watched_id"], row["watched_id"], link_of(row)))
    companies: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for row in warehouse.rows("from company_watch order by all"):
        if row["watched_id"] in people:
            companies[row["watched_id"]].append((row["company_id"], link_of(row)))
    units: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for watched_id in sorted(stakes.keys() | companies.keys()):
        who = people[watched_id]
        member = (
            _organisation(who, companies[watched_id], graph)
            if watched_id in companies
            else Member(who, _best(stakes[watched_id]))
        )
        units[who.group_id, who.officer_id].append(member)
    return [
        sorted(units[key], key=lambda member: (member.who.related_id or "", member.who.watched_id))
        for key in sorted(units)
    ]


def _best(legs: Iterable[Leg]) -> list[Leg]:
    """Of each company the established stakes, or where there are none the leads; statements reconciled."""
    held: dict[tuple[str, bool], list[Leg]] = defaultdict(list)
    for leg in legs:
        held[leg.company, leg.link.established].append(leg)
    return merge_statements(
        leg
        for (company, established), group in held.items()
        for leg in group
        if established or (company, True) not in held
    )


def _organisation(who: Watched, companies: list[tuple[str, Link]], graph: Graph) -> Member:
    """A related company: it is the entity, so what the entity holds is what it holds."""
    best = [pair for pair in companies if pair[1].established] or companies
    entities = frozenset(graph.entities.of(company) for company, _ in best)
    first: dict[tuple[str, str], Leg] = {}
    for company, link in best:
        for leg in graph.legs.get(graph.entities.of(company), ()):
            whole = weakest([link, graph.entities.between(company, leg.holder_id)])
            first.setdefault((leg.record_id, leg.company), replace(leg, link=whole))
    return Member(who, [first[key] for key in sorted(first)], entities)
