"""Shareholder ties for RPT-HK: a company that holds 5 % or more of a group entity, or its associate, deals with the group.

Associates of a company follow HK Listing Rules 14A.13: its holding companies, their and its subsidiaries, the companies in
which these together have 30 %, and the subsidiaries of those. State bodies, custodians and funds were left out of the graph,
for common control by them relates nobody (14A.10; Company Law art. 265); nothing is followed through the group itself.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from screening.relationships.control import HALF, Held, controlled
from screening.relationships.graph import Graph, Leg, Place, merge_statements, read_leg, votes_on
from screening.relationships.identity import Link, same_company, weakest
from screening.relationships.life import Life
from screening.relationships.ties import Source, Step, Tie, percent, same_steps, step
from screening.warehouse.store import Warehouse

FIVE = 5.0
"""Percent of a group entity from which a shareholder is looked at; the regimes decide further."""


@dataclass(frozen=True, slots=True)
class Shareholding:
    """What one company holds of one entity of a group; `share` is the whole, `leg` the largest of its stakes."""

    group_id: str
    entity_id: str
    leg: Leg
    share: float


@dataclass(frozen=True, slots=True)
class Hop:
    """One leg of a chain of associates, walked down to a company held or up to a holding company."""

    leg: Leg
    up: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place where a company is named; `coded` says that its credit code stands there."""

    company_id: str
    name: str
    coded: bool

    def same(self, other: _Mention) -> Link:
        """Two mentions that were resolved to one company."""
        return same_company(self.name, other.name, by_code=self.coded and other.coded)


def load_shareholdings(warehouse: Warehouse, as_of: date, since: date) -> list[Shareholding]:
    """Stakes of 5 % and more in group entities, statements reconciled; what was sold before `since` is past.

    Stakes held at the same time add up. A holder whose stake changed is there once for every stake he had.
    """
    rows: dict[tuple[str, str], list[Leg]] = defaultdict(list)
    for row in warehouse.rows("from rel_shareholder"):
        rows[row["group_id"], row["entity_id"]].append(read_leg(row, row["holder"], row["holder_id"]))
    found = []
    for (group_id, entity_id), legs in sorted(rows.items(), key=lambda item: item[0]):
        merged = merge_statements(legs)
        for leg in merged:
            start, end = leg.life.possible
            if end <= since or start > as_of:
                continue
            day = min(as_of, end - timedelta(days=1))
            beside = [other for other in merged if other.holder == leg.holder and other.life.on(day)]
            share = round(sum(map(_percent, beside)), 8)
            if share >= FIVE and leg == max(beside, key=lambda other: (_percent(other), other.record_id)):
                found.append(Shareholding(group_id, entity_id, leg, share))
    return found


def _percent(leg: Leg) -> float:
    """Capital or votes, whichever is more; an unknown stake counts for nothing."""
    return max(leg.share or 0.0, leg.votes.percent or 0.0)


def shareholder_ties(holdings: Iterable[Shareholding], graph: Graph, as_of: date) -> Iterator[Tie]:
    """Ties of shareholders, and of their associates, to counterparties of the same group."""
    held = votes_on((leg for legs in graph.legs.values() for leg in legs), as_of)
    for holding in holdings:
        here = graph.places.get((holding.group_id, holding.leg.holder), ())
        for place in here:
            if tie := _tie(holding, place, (), graph):
                yield tie
        direct = {(place.party.table, place.party.party_id) for place in here}
        for entity, chain in _associates(holding, graph, held, as_of):
            for place in graph.places.get((holding.group_id, entity), ()):
                known = (place.party.table, place.party.party_id) in direct
                if place.link.established and not known and (tie := _tie(holding, place, chain, graph)):
                    yield tie


def _associates(holding: Shareholding, graph: Graph, held: Held, day: date) -> Iterator[tuple[str, tuple[Hop, ...]]]:
    """Associates of the shareholder with the shortest chain to each."""
    own = graph.blocked(holding.group_id)
    start = holding.leg.holder
    above = _holding_companies(start, graph, own, day)
    group = controlled((), held, majority=True, given=above, barred=own)
    votes = [pair for company in sorted(group) for pair in held.get(company, ())]
    thirty = controlled(votes, {}, majority=False, barred=own)
    associates = controlled((), held, majority=True, given=group | thirty, barred=own)
    chains: dict[str, tuple[Hop, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        company = waiting.popleft()
        hops = [Hop(leg, up=False) for leg in graph.legs.get(company, ()) if leg.company in associates]
        hops += [Hop(leg, up=True) for leg in graph.holders.get(company, ()) if leg.holder in above]
        for hop in hops:
            entity = hop.leg.holder if hop.up else hop.leg.company
            if hop.leg.life.on(day) and entity not in chains:
                chains[entity] = (*chains[company], hop)
                waiting.append(entity)
                yield entity, chains[entity]


def _holding_companies(start: str, graph: Graph, own: frozenset[str], day: date) -> set[str]:
    """The shareholder, whoever has more than half of its votes, and so on upwards."""
    found = {start}
    waiting = [start]
    while waiting:
        for leg in graph.holders.get(waiting.pop(), ()):
            more = leg.votes.general or (leg.votes.percent or 0.0) > HALF
            if more and leg.holder not in found | own and leg.life.on(day):
                found.add(leg.holder)
                waiting.append(leg.holder)
    return found


def _tie(holding: Shareholding, place: Place, chain: Sequence[Hop], graph: Graph) -> Tie | None:
    leg, party = holding.leg, place.party
    life: Life | None = leg.life
    links = [same_company(leg.company_name, leg.company_name, by_code=leg.company_coded)]
    at = _Mention(leg.holder_id, leg.holder_name, leg.holder_coded)
    for hop in chain:
        life = life and life.meet(hop.leg.life)
        near = _Mention(hop.leg.holder_id, hop.leg.holder_name, hop.leg.holder_coded)
        far = _Mention(hop.leg.company_id, hop.leg.company_name, hop.leg.company_coded)
        if hop.up:
            near, far = far, near
        links += [graph.entities.between(at.company_id, near.company_id), at.same(near)]
        at = far
    end = _Mention(place.company_id, party.name, party.coded)
    links += [graph.entities.between(at.company_id, end.company_id), at.same(end), place.link]
    if life is None:
        return None
    return Tie(
        group_id=holding.group_id,
        party_table=party.table,
        party_id=party.party_id,
        party_name=party.name,
        kind="shareholder",
        detail="associate" if chain else "direct",
        life=life,
        source=Source("holdings", leg.record_id, leg.row),
        link=weakest(links),
        path=list(_steps(leg, chain, place)),
        columns={
            "share_pct": percent(holding.share),
            "acquired_via": leg.acquired_via,
            "listed": party.listed,
            "entity_id": holding.entity_id,
        },
    )


def _steps(leg: Leg, chain: Sequence[Hop], place: Place) -> Iterator[Step]:
    """From the group entity to its shareholder, along the associates, to the counterparty."""
    name = leg.holder_name
    yield step(leg.company_name, "shareholder", name, ("holdings", leg.row), leg.share, leg.stated)
    for hop in chain:
        source = ("holdings", hop.leg.row)
        near, far = hop.leg.holder_name, hop.leg.company_name
        relation = "holds"
        if hop.up:
            near, far, relation = far, near, "shareholder"
        yield from same_steps(name, near, source)
        yield step(near, relation, far, source, hop.leg.share, hop.leg.stated)
        name = far
    yield from same_steps(name, place.party.name, (place.party.table, None))
