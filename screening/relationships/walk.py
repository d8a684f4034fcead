"""From a holder's stakes down to counterparties: every chain of holdings, shortest first, to explain what was found.

Shares never come from here: they are solved over all holdings at once (`ownership`), cycles included.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from screening.relationships.graph import Graph, Leg, Place
from screening.relationships.identity import Link, weakest
from screening.relationships.life import Life

MAX_LEGS = 8
MAX_TRAILS = 5_000
"""Chains looked at from one holder; a thicket of cross-holdings has more than anybody can read."""


@dataclass(frozen=True, slots=True)
class Trail:
    """One chain of holdings without a company occurring twice; `life` is when all legs held at once."""

    legs: tuple[Leg, ...]
    life: Life

    @property
    def share(self) -> float | None:
        """Product along the chain in percent; None where a leg is unknown."""
        share = 100.0
        for leg in self.legs:
            if leg.share is None:
                return None
            share *= leg.share / 100
        return share


@dataclass(frozen=True, slots=True)
class Found:
    """A counterparty at the end of a trail; `link` is the weakest identity on the way."""

    place: Place
    trail: Trail
    link: Link

    @property
    def strength(self) -> tuple[object, ...]:
        """Sorts the best explanation first."""
        share = self.trail.share
        records = tuple(leg.record_id for leg in self.trail.legs)
        return self.link.tier, len(self.trail.legs), -self.link.score, -1.0 if share is None else -share, records


def find(first: Iterable[Leg], graph: Graph, group_id: str, closed: frozenset[str]) -> list[Found]:
    """Counterparties of the group that the holder of these first legs reaches, through no company of the group itself.

    Args:
        first: the holder's own stakes.
        closed: entities that are the holder himself.
    """
    barred = graph.blocked(group_id)
    if barred & closed:
        return []  # the holder is a company of the group itself
    return [
        Found(place, trail, _identity(trail, place, graph))
        for trail in _trails(first, graph, barred | closed)
        for place in graph.places.get((group_id, trail.legs[-1].company), ())
    ]


def _trails(first: Iterable[Leg], graph: Graph, barred: frozenset[str]) -> Iterator[Trail]:
    waiting = deque(Trail((leg,), leg.life) for leg in first if leg.company not in barred)
    for _ in range(MAX_TRAILS):
        if not waiting:
            return
        trail = waiting.popleft()
        yield trail
        if len(trail.legs) == MAX_LEGS:
            continue
        passed = {leg.company for leg in trail.legs}
        for leg in graph.legs.get(trail.legs[-1].company, ()):
            life = trail.life.meet(leg.life)
            if life is not None and leg.company not in passed and leg.company not in barred:
                waiting.append(Trail((*trail.legs, leg), life))


def _identity(trail: Trail, place: Place, graph: Graph) -> Link:
    links = [trail.legs[0].link]
    for before, after in pairwise(trail.legs):
        links.append(graph.entities.between(before.company_id, after.holder_id))
    links.append(graph.entities.between(trail.legs[-1].company_id, place.company_id))
    links.append(place.link)
    return weakest(links)
