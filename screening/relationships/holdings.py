"""Holding ties: what a watched identity owns of counterparties, directly and through companies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from screening.relationships.circle import Circle, aggregated
from screening.relationships.graph import Graph, Leg
from screening.relationships.identity import feature_of
from screening.relationships.members import Member
from screening.relationships.spells import Spell, Standing, spells
from screening.relationships.ties import Source, Step, Tie, kin_steps, percent, same_steps, shown, step
from screening.relationships.walk import Found, find

_MOST_OTHERS = 5
"""Further chains listed on a tie; more than that nobody reads."""

_MOST_TRAILS = 100
"""Chains whose days are looked at, the strongest first."""

Key = tuple[str, str]


def holding_ties(units: Iterable[Sequence[Member]], graph: Graph, as_of: date, limit: float) -> Iterator[Tie]:
    """Ties of every unit, see `Circle`; `limit` is the percentage from which a stake is never exempt."""
    for members in units:
        group_id = members[0].who.group_id
        circle = Circle(members, graph, group_id)
        reached = {member.who.watched_id: _by_party(member, graph) for member in members}
        for member in members:
            for key, found in sorted(reached[member.who.watched_id].items()):
                others = [
                    each
                    for other in members
                    if other is not member and aggregated(other, member)
                    for each in reached[other.who.watched_id].get(key, ())
                    if each.link.established
                ]
                yield from _ties(member, found, others, circle, as_of, limit)


def _by_party(member: Member, graph: Graph) -> Mapping[Key, list[Found]]:
    """What the member reaches by counterparty, best first; leads only where nothing is established."""
    reached: dict[Key, list[Found]] = defaultdict(list)
    for found in find(member.first, graph, member.who.group_id, member.closed):
        party = found.place.party
        reached[party.table, party.party_id].append(found)
    best: dict[Key, list[Found]] = {}
    for key, group in reached.items():
        established = [found for found in group if found.link.established]
        best[key] = sorted(established or group, key=lambda found: found.strength)[:_MOST_TRAILS]
    return best


def _ties(
    member: Member, found: Sequence[Found], others: Sequence[Found], circle: Circle, as_of: date, limit: float
) -> Iterator[Tie]:
    """Ties of one member to one counterparty: one for every spell."""
    end = found[0].trail.legs[-1].company  # established trails all end there; of leads the best one counts

    def standing(day: date) -> Standing:
        return Standing(circle.share(member, end, day), circle.control(member, end, day))

    for spell in spells([each.trail.life for each in found], as_of, standing, limit):
        life = spell.life.meet(member.who.kin_life)
        if life is None:
            continue
        alive = [each for each in found if each.trail.life.on(spell.day)]
        best = alive[0]
        first, party = best.trail.legs[0], best.place.party
        held = [leg for each in [*alive, *others] if each.trail.life.on(spell.day) for leg in each.trail.legs]
        yield Tie(
            group_id=party.group_id,
            officer_id=member.who.officer_id,
            related_id=member.who.related_id,
            party_table=party.table,
            party_id=party.party_id,
            party_name=party.name,
            kind="holding",
            detail="nominee" if first.nominee else "direct" if len(best.trail.legs) == 1 else "chain",
            life=life,
            source=Source("holdings", first.record_id, first.row),
            link=best.link,
            path=[*kin_steps(member.who), *_steps(member, best)],
            remarks=_remarks(alive[1:], spell),
            columns={
                "share_pct": percent(spell.standing.share),
                "aggregate_pct": percent(circle.aggregate(member, end, spell.day)),
                "control": spell.standing.control,
                "acquired_via": _channel(held),
                "listed": party.listed,
            },
        )


def _channel(legs: Iterable[Leg]) -> str | None:
    """Market only where every stake was bought there; one that was not decides; else unknown."""
    ways = {leg.acquired_via for leg in legs}
    return "other" if "other" in ways else "market" if ways == {"market"} else None


def _steps(member: Member, found: Found) -> Iterator[Step]:
    """From the member through each company to the counterparty, with a step wherever the name changes."""
    legs = found.trail.legs
    name = member.who.name
    for leg in legs:
        source = ("holdings", leg.row)
        if leg is not legs[0] or member.closed:
            yield from same_steps(name, leg.holder_name, source)
            name = leg.holder_name
        yield step(name, "nominee_for" if leg.nominee else "holds", leg.company_name, source, leg.share, leg.stated)
        name = leg.company_name
    party = found.place.party
    yield from same_steps(name, party.name, (party.table, None))


def _remarks(others: Sequence[Found], spell: Spell) -> list[Mapping[str, object]]:
    """Further chains to the same counterparty, and what was held before."""
    remarks = []
    for found in others[:_MOST_OTHERS]:
        chain = describe(found.trail.legs)
        said = (f"另一条路径：{chain}", f"another chain: {chain}")
        remarks.append(feature_of("other_path", found.trail.legs[0].holder_name, found.place.party.name, said))
    if len(others) > _MOST_OTHERS:
        more = len(others) - _MOST_OTHERS
        remarks.append(feature_of("other_path", None, None, (f"另有 {more} 条路径", f"{more} more chains")))
    for day, share in spell.earlier:
        said = (f"截至 {day.isoformat()} 持股 {shown(share)}", f"held {shown(share)} until {day.isoformat()}")
        remarks.append(feature_of("earlier_share", shown(share), shown(spell.standing.share), said))
    return remarks


def describe(legs: Sequence[Leg]) -> str:
    """A chain in one line."""
    return " → ".join([legs[0].holder_name, *(f"{shown(leg.share)} {leg.company_name}" for leg in legs)])
