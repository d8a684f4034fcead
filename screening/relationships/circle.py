"""What an officer and his circle hold on one day: effective shares, the aggregate for the exemption, and control."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from screening.relationships.control import Held, controlled
from screening.relationships.graph import Graph, Leg, votes_on
from screening.relationships.members import Member
from screening.relationships.ownership import effective_shares

_IMMEDIATE = ("immediate_family",)
_FAMILY = ("immediate_family", "family_member")
_RELATIVES = ("immediate_family", "family_member", "relative")


class Circle:
    """One officer's unit over the part of the graph that it reaches; answers are remembered by day."""

    def __init__(self, members: Sequence[Member], graph: Graph, group_id: str) -> None:
        self.members = members
        blocked = graph.blocked(group_id)
        self._legs = _below(members, graph, blocked)
        self._shares: dict[tuple[str, date], dict[str, float | None]] = {}
        self._aggregates: dict[tuple[str, date], dict[str, float | None]] = {}
        self._controlled: dict[tuple[str, date], list[tuple[str, set[str]]]] = {}

    def share(self, member: Member, entity: str, day: date) -> float | None:
        """Effective percentage of the member alone; None = unknown."""
        key = (member.who.watched_id, day)
        if key not in self._shares:
            self._shares[key] = self._solve(member.first, {}, member.closed, day)
        return self._shares[key].get(entity)

    def aggregate(self, member: Member, entity: str, day: date) -> float | None:
        """With the officer, his core relatives and the companies they are said to control, which count in full.

        A company that counts in full replaces what is held in it, so nothing is counted twice; neither is a stake that one
        of them holds in name for another.
        """
        key = (member.who.watched_id, day)
        if key not in self._aggregates:
            pooled = [other for other in self.members if aggregated(other, member)]
            whole = {entity: 100.0 for other in pooled if other.controlled for entity in sorted(other.closed)}
            legs = [leg for other in pooled if not other.closed for leg in other.established]
            legs += [leg for leg in member.first if not member.controlled]
            self._aggregates[key] = self._solve(legs, whole, frozenset(whole), day)
        return self._aggregates[key].get(entity)

    def control(self, member: Member, entity: str, day: date) -> str | None:
        """How the company is controlled: hk30_alone, hk30_family, hk_majority, or None."""
        key = (member.who.watched_id, day)
        if key not in self._controlled:
            self._controlled[key] = list(self._tests(member, day))
        return next((name for name, entities in self._controlled[key] if entity in entities), None)

    def _tests(self, member: Member, day: date) -> Iterable[tuple[str, set[str]]]:
        """The tests that apply to the member, the strongest first (domain.md B1, 14A.12 and 14A.21)."""
        code, kind = member.who.kin_code, member.who.hk_class
        if member.closed:
            if code == "controlled_by_self":
                yield "hk30_alone", self._company(member, day)
            elif code == "controlled_by_relative":
                yield "hk30_family", self._company(member, day)
            return
        if member.is_officer or kind in _IMMEDIATE:
            yield "hk30_alone", self._held_by([member], day)
            yield "hk30_family", self._held_by(self._kin(member, _IMMEDIATE), day)
        if member.is_officer or kind in _FAMILY:
            yield "hk_majority", self._held_by(self._kin(member, _FAMILY), day, majority=True)
        elif kind in _RELATIVES:
            yield "hk_majority", self._held_by(self._kin(member, _RELATIVES), day, majority=True)

    def _kin(self, member: Member, classes: Sequence[str]) -> list[Member]:
        """The member, the officer and his relatives of these classes."""
        return [
            other
            for other in self.members
            if other is member
            or (other.is_officer and not member.is_officer)
            or (not other.is_officer and not other.closed and other.who.hk_class in classes)
        ]

    def _held_by(self, holders: Sequence[Member], day: date, *, majority: bool = False) -> set[str]:
        """Companies that the holders control together; leads count for the first of them only when he stands alone."""
        legs = holders[0].first if len(holders) == 1 else [leg for holder in holders for leg in holder.established]
        votes = [(leg.company, leg.votes) for leg in _once(legs) if leg.life.on(day)]
        return controlled(votes, self._held(day), majority=majority)

    def _company(self, member: Member, day: date) -> set[str]:
        return controlled((), self._held(day), majority=True, given=member.closed)

    def _held(self, day: date) -> Held:
        return votes_on(self._legs, day)

    def _solve(
        self, first: Iterable[Leg], whole: dict[str, float], closed: frozenset[str], day: date
    ) -> dict[str, float | None]:
        direct: dict[str, float | None] = {}
        for leg in _once(first):
            if leg.life.on(day) and leg.company not in closed:
                before = direct.get(leg.company, 0.0)
                direct[leg.company] = None if before is None or leg.share is None else before + leg.share
        stakes = [
            (leg.holder, leg.company, leg.share) for leg in self._legs if leg.life.on(day) and leg.company not in closed
        ]
        return effective_shares({**direct, **whole}, stakes)


def aggregated(other: Member, member: Member) -> bool:
    """Whether another member's stakes count together with this member's: of one officer's identities, only his own."""
    if other.is_officer:
        return not member.is_officer or other is member
    return other.controlled if other.closed else other.who.perimeter == "core"


def _once(legs: Iterable[Leg]) -> list[Leg]:
    """Each delivered row once: a nominee's stake is also that of the person behind him."""
    return [leg for _, leg in sorted({leg.record_id: leg for leg in legs}.items())]


def _below(members: Sequence[Member], graph: Graph, blocked: frozenset[str]) -> list[Leg]:
    """Legs that can matter to anybody of the unit: nothing is owned through companies of the group."""
    waiting = sorted(
        {leg.company for member in members for leg in member.first} | {e for m in members for e in m.closed}
    )
    seen = set(waiting) | blocked
    found: list[Leg] = []
    while waiting:
        company = waiting.pop()
        if company in blocked:
            continue
        for leg in graph.legs.get(company, ()):
            if leg.company in blocked:
                continue
            found.append(leg)
            if leg.company not in seen:
                seen.add(leg.company)
                waiting.append(leg.company)
    return found
