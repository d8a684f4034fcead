"""The numbers behind the pictures of a whole run: candidates by rule, entity and exposure, and the trend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from screening.contract.internal import std
from screening.reports.book.sheet import by_case
from screening.reports.view import View

_MOST_BARS = 15
TIERS = ("A", "B", "C")

Row = Mapping[str, Any]


def pictures(view: View) -> dict[str, Any]:
    """By rule and by entity: name and candidates of each tier, the most first. Exposure: cases with the largest sums, by currency."""
    candidates = view.candidates
    return {
        "rules": _by_tier(candidates, lambda row: (row["rule_id"],)),
        "entities": _by_tier(candidates, lambda row: row["entity_ids"] or ()),
        "exposure": _exposure(view),
        "trend": view.trend,
    }


def entity_names(view: View) -> dict[str, str]:
    """Names of the group's companies by their code; one name where several clients use a code."""
    table = std("group_entities")
    if not view.warehouse.has(table):
        return {}
    rows = view.warehouse.rows(
        f"select entity_id, min(name) as name from {table} group by entity_id order by entity_id"
    )
    return {row["entity_id"]: row["name"] for row in rows}


def _by_tier(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> list[list[Any]]:
    """[name, A, B, C]; a candidate that touches several entities counts under each of them."""
    counts = Counter((name, row["tier"]) for row in rows for name in names(row))
    totals = Counter[str]()
    for (name, _), count in counts.items():
        totals[name] += count
    ordered = sorted(totals, key=lambda name: (-totals[name], name))[:_MOST_BARS]
    return [[name, *(counts[name, tier] for tier in TIERS)] for name in ordered]


def _exposure(view: View) -> list[list[Any]]:
    """[number of the case, who, with whom, tier, amount, currency]; several findings of a case speak of the same money, counted once."""
    largest: dict[int, Row] = {}
    for number, row in by_case(view.candidates):
        amount = row["exposure_amount"]
        if amount is not None and (number not in largest or amount > largest[number]["exposure_amount"]):
            largest[number] = row
    ordered = sorted(largest.items(), key=lambda pair: (-Decimal(pair[1]["exposure_amount"]), pair[0]))[:_MOST_BARS]
    return [
        [number, row["officer_name"], row["party_name"], row["tier"], row["exposure_amount"], row["exposure_currency"]]
        for number, row in ordered
    ]
