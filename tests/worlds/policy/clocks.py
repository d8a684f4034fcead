"""Three clocks: term of office, life of the link and dealing in every order, judged by an oracle that counts single days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from tests.worlds.policy.records import AS_OF, EXTRACT, LOOK_BACK, share
from tests.worlds.policy.world import PolicyWorld

_DAYS = ("2023-05-01", "2024-03-01", "2024-11-20", "2024-11-21", "2025-02-01", "2025-08-01", "2026-02-01", "2026-08-01")
_VAGUE = ("", "2024", "2025", "2025-08", "2026-02")
_EVENTS = (
    "2024-11-19",
    "2024-11-20",
    "2025-01-31",
    "2025-02-01",
    "2025-07-31",
    "2025-08-01",
    "2026-07-31",
    "2026-08",
    "2025",
)
_FIRST, _LAST = date(2017, 1, 1), AS_OF


@dataclass(frozen=True)
class Meaning:
    """The days a text can mean: from the first to the last, both included; None = unknown."""

    first: date | None
    last: date | None


def meaning(text: str) -> Meaning:
    """A bare year or month is a range."""
    if not text:
        return Meaning(None, None)
    parts = [int(part) for part in text.split("-")]
    year, month, day = (*parts, 0, 0)[:3]
    if day:
        return Meaning(date(year, month, day), date(year, month, day))
    if month:
        return Meaning(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Meaning(date(year, 1, 1), date(year, 12, 31))


def days(
    start: str, end: str, seen: date, *, inclusive: bool = False, months_more: int = 0
) -> tuple[set[date], set[date]]:
    """Days on which something surely and possibly was true: from `start` up to, not including, `end`.

    Args:
        seen: with no start delivered it is true from this day on; before, it may have been.
        inclusive: the end day still belongs to it.
        months_more: how long after the end it still counts.
    """
    begins, ends = meaning(start), meaning(end)
    more = timedelta(days=1) if inclusive else timedelta(0)
    sure_from = begins.last if begins.last is not None else seen
    possible_from = begins.first if begins.first is not None else _FIRST
    sure_to = _later(ends.first + more, months_more) if ends.first is not None else _LAST + timedelta(days=1)
    possible_to = _later(ends.last + more, months_more) if ends.last is not None else _LAST + timedelta(days=1)
    return _between(sure_from, sure_to), _between(possible_from, possible_to)


def _later(day: date, months: int) -> date:
    if not months:
        return day
    return day.replace(year=day.year + 1, day=min(day.day, 28 if day.month == 2 else day.day))


def _between(first: date, end: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((min(end, _LAST + timedelta(days=1)) - first).days)}


def event(text: str) -> tuple[set[date], set[date]]:
    """One day, or one of several."""
    told = meaning(text)
    assert told.first is not None and told.last is not None
    possible = _between(told.first, told.last + timedelta(days=1))
    return (possible if told.first == told.last else set()), possible


def triples(world: PolicyWorld) -> None:
    """Random orders of the three clocks, bounds that touch, partial and missing dates."""
    rng = world.rng
    for number in range(120):
        term = rng.choice(("2019-01-01", "2019-01-01", *_DAYS)), rng.choice(("", "", *_DAYS))
        link = rng.choice((*_DAYS, *_VAGUE)), rng.choice(("", *_DAYS, *_VAGUE))
        if number % 2:
            _case(world, term, link, rng.choice(_EVENTS), None)
        else:
            _case(world, term, link, "", (rng.choice(_DAYS), rng.choice(_DAYS)))


def _case(
    world: PolicyWorld, term: tuple[str, str], link: tuple[str, str], on: str, business: tuple[str, str] | None
) -> None:
    if not (_before(*term) and _before(*link) and (business is None or _before(*business))):
        return
    # Leaving does not end the office at once: twelve months more (A6-14). 29 February does not occur here.
    more = world.inclusive
    office = days(*term, AS_OF, months_more=12, inclusive=more)
    held = days(*link, date.fromisoformat(EXTRACT), inclusive=more)
    if business is None:
        dealing = event(on)
        basis, master = "transaction", {"dealing_from": "2018-01-01", "dealing_to": "2018-06-01"}
        counts = max(dealing[1]) >= LOOK_BACK
        counts_surely = bool(dealing[0]) and max(dealing[0]) >= LOOK_BACK
    else:
        dealing = days(*business, AS_OF, inclusive=more)
        basis, master = "registered_only", {"dealing_from": business[0], "dealing_to": business[1]}
        counts = counts_surely = bool(dealing[1]) and date.fromisoformat(business[1]) + timedelta(days=more) > LOOK_BACK
    officer = world.officer(start=term[0], end=term[1])
    party = world.party("suppliers", officer.entity, created_on="", **master)
    if business is None:
        world.deal(party, transacted_on=on)
    world.hold(officer.person, party.company, "20", valid_from=link[0], valid_to=link[1])
    proven = counts_surely and office[0] & held[0] & dealing[0]
    possible = counts and office[1] & held[1] & dealing[1]
    overlap = "proven" if proven else "possible" if possible else None
    world.expect("INT-B", officer, None, party, outcome="candidate" if overlap else "no_overlap", overlap=overlap,
                 dealing_basis=basis if counts else None, share_pct=share("20"), exemption="not_met",
                 tier="A" if overlap != "possible" else "C")  # fmt: skip


def _before(start: str, end: str) -> bool:
    """Whether the interval surely has a day; others are defects, not cases."""
    begins, ends = meaning(start), meaning(end)
    return begins.last is None or ends.first is None or begins.last < ends.first


def seen_today(world: PolicyWorld) -> None:
    """A post in today's extract without a start (A8-21): open dealing proven, closed one possible, before the look-back none."""
    for dealing, outcome, overlap, tier in (
        ({}, "candidate", "proven", "A"), ({"dealing_to": "2026-03-01"}, "candidate", "possible", "C"),
        ({"dealing_to": "2024-06-01"}, "no_overlap", None, ("A", "C")),
    ):  # fmt: skip
        officer = world.officer()
        party = world.party("suppliers", officer.entity, created_on="", dealing_from="2022-01-01", **dealing)
        world.post(officer.person, party.company, "董事", valid_from="")
        world.expect("POS-B", officer, None, party, outcome=outcome, overlap=overlap, tier=tier)


CASES = (triples, seen_today)
