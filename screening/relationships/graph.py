"""The graph of holdings in memory: legs between companies, stakes of watched people, and where counterparties stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from screening.relationships.control import Held, Votes
from screening.relationships.identity import CERTAIN, Entities, Link, link_of
from screening.relationships.life import Life, life_of
from screening.relationships.statements import Statement, reconcile
from screening.warehouse.store import Warehouse


@dataclass(frozen=True, slots=True)
class Leg:
    """One holding, for the days for which its statement counts.

    Attributes:
        holder: entity of the holding company; for a person's own stake the watched_id.
        holder_id: the company as resolved from the row; equal to `holder` for a person's own stake.
        company: entity held.
        company_id: the company as resolved from the row.
        share: percent of the capital; None = unknown.
        stated: start and end as delivered, for display.
        nominee: somebody else holds it in his name.
        link: how sure it is that the holder is this holder; `CERTAIN` between companies.
        holder_coded: the row names the holder by his code, not by name alone; `company_coded` likewise.
    """

    holder: str
    holder_id: str
    holder_name: str
    company: str
    company_id: str
    company_name: str
    share: float | None
    votes: Votes
    acquired_via: str | None
    life: Life
    stated: tuple[date | None, date | None]
    statement: Statement
    record_id: str
    row: int
    nominee: bool = False
    link: Link = CERTAIN
    holder_coded: bool = False
    company_coded: bool = False

    def with_life(self, life: Life) -> Leg:
        """The same leg, valid for part of its days."""
        return replace(self, life=life)

    def with_link(self, link: Link) -> Leg:
        """The same leg of a holder identified otherwise."""
        return replace(self, link=link)


@dataclass(frozen=True, slots=True)
class Party:
    """One counterparty."""

    table: str
    group_id: str
    party_id: str
    name: str
    company_id: str | None
    listed: bool | None
    coded: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A counterparty that stands at an entity; `link` tells how sure it is that this company is it."""

    party: Party
    company_id: str
    link: Link


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything the walk needs.

    Attributes:
        legs: holdings between companies by holding entity.
        places: (group, entity) -> counterparties there; leads (tier C) stand at the entity they are probably the same as.
        own: group -> entities that belong to it; nothing is owned through them (domain.md SC-3).
        entities: which companies are one.
    """

    legs: Mapping[str, Sequence[Leg]]
    places: Mapping[tuple[str, str], Sequence[Place]]
    own: Mapping[str, frozenset[str]]
    entities: Entities
    holders: Mapping[str, Sequence[Leg]] = field(default_factory=dict)  # the same legs by company held

    def blocked(self, group_id: str) -> frozenset[str]:
        """Entities through which nobody of this group is followed."""
        return self.own.get(group_id, frozenset())


def load_entities(warehouse: Warehouse) -> Entities:
    """Joins companies whose identity is established, and writes `rel_entity` for the queries."""
    import pyarrow as pa

    rows = warehouse.rows(
        "select left_id, right_id, bits, score, tier, evidence from company_link where tier in ('A', 'B')"
    )
    entities = Entities((row["left_id"], row["right_id"], link_of(row)) for row in rows)
    members = sorted(entities.members().items())
    columns = {"company_id": [company for company, _ in members], "entity": [entity for _, entity in members]}
    warehouse.put("rel_entity", pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()}))
    return entities


def load_graph(warehouse: Warehouse, entities: Entities) -> Graph:
    """Reads `rel_followed`, `rel_reach` and `rel_own_company`."""
    legs: dict[str, list[Leg]] = defaultdict(list)
    holders: dict[str, list[Leg]] = defaultdict(list)
    for leg in merge_statements(
        read_leg(row, row["holder"], row["holder_id"]) for row in warehouse.rows("from rel_followed")
    ):
        legs[leg.holder].append(leg)
        holders[leg.company].append(leg)
    own: dict[str, set[str]] = defaultdict(set)
    for row in warehouse.rows("select group_id, company_id from rel_own_company"):
        own[row["group_id"]].add(entities.of(row["company_id"]))
    frozen = {group: frozenset(members) for group, members in own.items()}
    return Graph(legs, _places(warehouse, entities), frozen, entities, holders)


def _places(warehouse: Warehouse, entities: Entities) -> Mapping[tuple[str, str], Sequence[Place]]:
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for row in warehouse.rows(
        "select p.party_table, p.group_id, p.party_id, p.name, p.company_id, p.is_listed, p.uscc is not null as coded, "
        "r.company_id as place, r.entity, r.same_bits, r.same_score, r.same_tier, r.same_evidence "
        "from rel_place r join rel_party p using (party_table, group_id, party_id) order by all"
    ):
        party = Party(
            *(row["party_table"], row["group_id"], row["party_id"], row["name"], row["company_id"]),
            *(row["is_listed"], row["coded"]),
        )
        entity = row["entity"]
        if row["same_tier"] is None:
            places[party.group_id, entity].append(Place(party, row["place"], CERTAIN))
        elif party.company_id is None or entity != entities.of(party.company_id):
            places[party.group_id, entity].append(Place(party, row["place"], link_of(row, "same_")))
    return places


def read_leg(row: Mapping[str, Any], holder: str, holder_id: str, link: Link = CERTAIN) -> Leg:
    """A leg from a row of `rel_followed`, `rel_stake` or `rel_shareholder`."""
    return Leg(
        holder=holder,
        holder_id=holder_id,
        holder_name=row["holder_name"],
        company=row["entity"],
        company_id=row["company_id"],
        company_name=row["company_name"],
        share=row["share"],
        votes=Votes(row["votes"], row["general"]),
        acquired_via=row["acquired_via"],
        life=life_of(row),
        stated=(row["stated_from"], row["stated_to"]),
        statement=Statement(row["as_of"], row["retrieved_on"], row["source"], row["provider"]),
        record_id=row["record_id"],
        row=row["row"],
        nominee=row.get("nominee", False),
        link=link,
        holder_coded=row["holder_coded"],
        company_coded=row["company_coded"],
    )


def votes_on(legs: Iterable[Leg], day: date) -> Held:
    """Votes among companies on one day."""
    held: dict[str, list[tuple[str, Votes]]] = defaultdict(list)
    for leg in legs:
        if leg.life.on(day):
            held[leg.holder].append((leg.company, leg.votes))
    return held


def merge_statements(legs: Iterable[Leg]) -> list[Leg]:
    """Legs without repetitions: of each holder and company the statements that count, in a fixed order."""
    pairs: dict[tuple[str, str], list[Leg]] = defaultdict(list)
    for leg in legs:
        pairs[leg.holder, leg.company].append(leg)
    return [leg for pair in sorted(pairs) for leg in reconcile(pairs[pair])]
