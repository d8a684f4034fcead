"""Shareholder ties of people: a person who holds 5 % of a group entity is, or has 30 % of, a counterparty (14A.12).

The same person means the same full identity number. A counterparty of that name without a number is a lead: the name is weighed
against the number of people among the group's counterparties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from screening.relationships.identity import Link, feature_of
from screening.relationships.life import life_of
from screening.relationships.ties import Source, Step, Tie, percent, same_steps, step
from screening.warehouse.store import Warehouse

_BY_NUMBER = Link(
    "A",
    0.999,
    9.9643,
    (feature_of("id_number", None, None, ("证件号码相同", "the identity numbers are equal"), 9.96),),
)


def person_shareholder_ties(warehouse: Warehouse, as_of: date, since: date) -> Iterator[Tie]:
    """Ties of people who own part of the group; stakes sold before `since` are past."""
    warehouse.script(__package__, "person_shareholder")
    for row in warehouse.rows("from rel_person_shareholder"):
        stake = life_of(row)
        life = stake.meet(life_of(row["held_life"]))
        if life is None or stake.possible[1] <= since or stake.possible[0] > as_of:
            continue
        shares = [float(value) for value in (row["share_pct"], row["voting_pct"]) if value is not None]
        yield Tie(
            group_id=row["group_id"],
            party_table=row["party_table"],
            party_id=row["party_id"],
            party_name=row["party_name"],
            kind="shareholder",
            detail=row["detail"],
            life=life,
            source=Source("holdings", row["record_id"], row["row"]),
            link=_BY_NUMBER if row["by_id"] else _by_name(row),
            path=list(_steps(row)),
            columns={
                "share_pct": percent(max(shares, default=None)),
                "acquired_via": row["acquired_via"],
                "listed": row["is_listed"],
                "entity_id": row["entity_id"],
            },
        )


def _by_name(row: Mapping[str, Any]) -> Link:
    """A lead: how likely the one of that name is he, among so many people that it could be by chance."""
    bits = row["name_bits"] or 0.0
    score = round(1 / (1 + row["people"] * 2.0**-bits), 6)
    said = ("姓名相同，无证件号码可比对", "the names are equal; no identity numbers to compare")
    return Link("C", score, bits, (feature_of("name", row["holder_name"], row["party_name"], said, bits),))


def _steps(row: Mapping[str, Any]) -> Iterator[Step]:
    name, dates = row["holder_name"], (row["stated_from"], row["stated_to"])
    share = None if row["share_pct"] is None else float(row["share_pct"])
    yield step(row["company_name"], "shareholder", name, ("holdings", row["row"]), share, dates)
    if row["detail"] == "direct":
        yield step(name, "is", row["party_name"], (row["party_table"], None))
        return
    held = (row["held_from"], row["held_to"])
    yield step(name, "holds", row["held_name"], ("holdings", row["held_row"]), row["held_share"], held)
    yield from same_steps(row["held_name"], row["party_name"], (row["party_table"], None))
