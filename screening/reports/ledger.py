"""How the bits of a finding add up to its probability: the comparisons link by link, each closed by its allowance for chance.

A finding may rest on several links (the person, then a company) and show comparisons of other records beside them. The stages
publish one list; a link ends with its allowance for chance, and what stands behind the last one is a link of its own. The
probability of a chain is the product of its links (relationships.identity.weakest). What follows the links that explain the
published probability supports it and is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp2
from typing import Any

from screening.reports import evidence

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One link.

    Attributes:
        items: its comparisons.
        total: sum of their bits.
        probability: that it is right, by its bits.
        counts: whether the finding's probability rests on it.
    """

    items: tuple[Item, ...]
    total: float
    probability: float
    counts: bool


def ledger(items: Sequence[Item], score: float | None) -> tuple[list[Entry], bool]:
    """The links of a finding in order.

    Returns:
        The entries, and whether those that count multiply to `score`. Where none do (a lead has a probability set by its kind) all
        stand as counting, and the reader has to be told.
    """
    compared = [item for item in items if not evidence.is_judged(item)]
    for split in (_by_allowance(compared), _one_by_one(compared)):
        links = [(tuple(part), round(sum(each.get("bits") or 0.0 for each in part), 2)) for part in split]
        reach = _reach([probability_of(total) for _, total in links], score)
        if reach:
            return [
                Entry(part, total, probability_of(total), place < reach) for place, (part, total) in enumerate(links)
            ], True
    whole = tuple(compared)
    total = round(sum(each.get("bits") or 0.0 for each in whole), 2)
    return ([Entry(whole, total, probability_of(total), counts=True)] if whole else []), False


def probability_of(bits: float) -> float:
    """The posterior of so many bits: their odds are 2^bits to one."""
    return 1 / (1 + exp2(-max(-1000.0, min(1000.0, bits))))


def _reach(probabilities: Sequence[float], score: float | None) -> int:
    """How many links, from the first, multiply to the score; the most that do, 0 where none do."""
    product, reach = 1.0, 0
    for count, each in enumerate(probabilities, start=1):
        product *= each
        if score is not None and _same(product, score):
            reach = count
    return reach


def _same(product: float, score: float) -> bool:
    """Equal but for rounding: bits are published with two places, scores with six. 0.05 bits move p by 0.035 p (1 - p)."""
    return abs(product - score) <= max(1e-5, 0.035 * score * (1 - score))


def _by_allowance(items: Sequence[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    for item in items:
        part.append(item)
        if item.get("feature") == "prior":
            yield part
            part = []
    if part:
        yield part


def _one_by_one(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The same, but what stands behind the last allowance for chance is one link per comparison."""
    for part in _by_allowance(items):
        if part[-1].get("feature") == "prior":
            yield part
        else:
            yield from ([item] for item in part)
