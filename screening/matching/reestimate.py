"""Proposes weights from a delivery itself: expectation-maximisation over its pairs, without a single label.

Fellegi-Sunter weighs a verdict v by log2(m / u): m is how often one person's two records show v, u how often two people's do.

u   needs no pairs: two people's values meet as often as the values' frequencies on both sides say.
m   is counted over the compared pairs, each with the probability that it is one person. That probability leaves out the
    feature being judged, or a feature would confirm itself; it rests on the other weights, so the two are estimated in turn.

A figure is proposed only where at least `LEAST` true pairs speak for it. Nothing here changes `weights.toml`: a person reads the
table, asks whether one delivery should speak for all, and edits the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.births import compare_births
from screening.matching.comparison import columns, compare_pairs
from screening.matching.decide import estimate
from screening.matching.kinds import PACKAGE, Kinds, count_kinds
from screening.matching.score import Floats, posterior, prior_bits
from screening.matching.search import search_pairs
from screening.matching.stage import prepare
from screening.matching.weigh import Flags, Weighed, weigh
from screening.matching.weights import BirthWeights, Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

LEAST = 20.0
"""True pairs, counted by their probabilities, below which a rate is chance."""
_ROUNDS = 5
_SAMPLE = 400  # days per side from which the chance of two dates being almost equal is taken
_SLIPPING_PLACES = 10.0  # a slip falls into one of some ten places, as weights.toml says

Days = tuple[NDArray[np.datetime64], NDArray[np.datetime64]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One figure of weights.toml, as it stands and as this delivery suggests it.

    Attributes:
        name: section and key.
        present: bits now.
        proposed: bits by this delivery; None where too few true pairs speak.
        m: how often one person's records show the verdict.
        u: how often two people's do.
        pairs: true pairs that could have shown it, by probability.
    """

    name: str
    present: float
    proposed: float | None
    m: float | None
    u: float | None
    pairs: float


def reestimate(warehouse: Warehouse, thresholds: ThresholdSettings, weights: Weights) -> list[Proposal]:
    """Proposals for the figures that a delivery can judge, in the order of the file.

    Args:
        warehouse: holds the staged tables and dictionaries; the stage's own tables are made and left there.
        thresholds: of the settings.
        weights: where the estimate begins.
    """
    prepare(warehouse, thresholds, weights)
    kinds = count_kinds(warehouse)
    search_pairs(warehouse, kinds, thresholds, weights)
    warehouse.script(PACKAGE, "ruling")
    shown = compare_pairs(warehouse, weights)
    chance = _chance(warehouse, weights.birth)
    proposals = propose(shown, kinds, chance, weights)
    for _ in range(_ROUNDS - 1):
        proposals = propose(shown, kinds, chance, weights, _taken(weights, proposals))
    return [*_places(warehouse, weights), *proposals]


def propose(
    shown: Mapping[str, NDArray[Any]],
    kinds: Kinds,
    chance: Mapping[str, float],
    weights: Weights,
    now: Weights | None = None,
) -> list[Proposal]:
    """One round: the probability of each pair under the weights `now`, and the rates that follow from it.

    Args:
        shown: the columns of m_comparison.
        kinds: of pairs.
        chance: u of each verdict that depends on the delivery's values.
        weights: the present figures, to stand beside the proposals.
        now: figures of the last round; the present ones in the first.
    """
    weighed = weigh(shown, now or weights)
    prior = prior_bits(estimate(weighed, kinds, now or weights), kinds.sizes()[0])
    odds = weighed.total + prior[kinds.place(weighed.kind, weighed.stratum)]
    verdicts = shown["name_verdict"]
    without = {
        feature: posterior(odds - weighed.of(feature)) for feature in ("name", "id_number", "birth_date", "gender")
    }
    return [
        *_number_rates(shown, without["id_number"], weights),
        *_name_rates(verdicts, shown["number_verdict"], without["name"], weights),
        *_birth_rates(shown, without["birth_date"], chance, weights),
        *_gender_rates(weighed, without["gender"], chance, weights),
    ]


def _number_rates(shown: Mapping[str, NDArray[Any]], true: Floats, weights: Weights) -> Iterator[Proposal]:
    both = np.isin(shown["number_verdict"], ("equal", "shown", "typo", "conflict"))
    m, pairs = _share(shown["number_verdict"] == "typo", both, true)
    slip = _proposal("identifier.slip", weights.identifier.slip, m, _SLIPPING_PLACES, pairs)
    yield replace(slip, proposed=None if slip.proposed is None else -slip.proposed, u=None)


def _name_rates(verdicts: NDArray[Any], numbers: NDArray[Any], true: Floats, weights: Weights) -> Iterator[Proposal]:
    written = np.isin(verdicts, ("equal", "variant", "other_way", "near", "homophone", "different"))
    for verdict in ("near", "variant", "other_way"):
        m, pairs = _share(verdicts == verdict, written, true)
        yield _proposal(f"name.{verdict}", getattr(weights.name, verdict), m, 1.0, pairs)
    m, pairs = _share(verdicts == "different", written & (numbers == "equal"), true)
    yield _proposal("name.renamed", weights.name.renamed, m, 1.0, pairs)


def _birth_rates(
    shown: Mapping[str, NDArray[Any]], true: Floats, chance: Mapping[str, float], weights: Weights
) -> Iterator[Proposal]:
    left, right = (_days(shown, side) for side in ("left", "right"))
    verdict, _ = compare_births(left, right, weights.birth)
    apart = shown["birth_is_apart"].astype(np.bool_) & (verdict != "unknown")
    exact = apart & (left[0] == left[1]) & (right[0] == right[1])
    for name in ("day", "near", "differs"):
        m, pairs = _share(verdict == name, exact, true)
        met = chance[name] * chance["dates"] - m * pairs  # those of one person are no chance
        yield _proposal(f"birth.{name}", getattr(weights.birth, name), m, max(met, 1.0) / chance["dates"], pairs)
    coarse = apart & ~exact
    for name in ("month", "year"):
        m, pairs = _share(verdict == name, coarse & np.isin(verdict, (name, "differs")), true)
        yield _proposal(f"birth.{name}", getattr(weights.birth, name), m, chance[name], pairs)


def _gender_rates(weighed: Weighed, true: Floats, chance: Mapping[str, float], weights: Weights) -> Iterator[Proposal]:
    left, right = weighed.shown["left_gender"], weighed.shown["right_gender"]
    both = np.array([a is not None and b is not None for a, b in zip(left, right, strict=True)], dtype=np.bool_)
    both &= ~np.isin(weighed.shown["number_verdict"], ("equal", "shown", "typo", "conflict"))
    for name, said in (("agrees", left == right), ("differs", left != right)):
        m, pairs = _share(said.astype(np.bool_), both, true)
        yield _proposal(f"gender.{name}", getattr(weights.gender, name), m, chance[f"gender_{name}"], pairs)


def _share(said: Flags, could: Flags, true: Floats) -> tuple[float, float]:
    """Rate m of a verdict, and the true pairs that could have shown it. Half a pair is added to either side: nothing is impossible."""
    pairs = float(true[could].sum())
    return (float(true[could & said].sum()) + 0.5) / (pairs + 1.0), pairs


def _proposal(name: str, present: float, m: float, u: float, pairs: float) -> Proposal:
    enough = pairs >= LEAST
    return Proposal(
        name, present, round(float(np.log2(m / u)), 1) if enough else None, m if enough else None, u, round(pairs, 1)
    )


def _taken(weights: Weights, proposals: list[Proposal]) -> Weights:
    """The weights with what was proposed; the search keeps its own figures, so a round can only weigh, not find, anew."""
    figures = weights.model_dump()
    for proposal in proposals:
        section, key = proposal.name.split(".")
        if proposal.proposed is not None:
            figures[section][key] = proposal.proposed
    return Weights.model_validate(figures)


def _days(shown: Mapping[str, NDArray[Any]], side: str) -> Days:
    low, high = (shown[f"{side}_birth_{end}"].astype("datetime64[D]") for end in ("lo", "hi"))
    return low, high


def _chance(warehouse: Warehouse, weights: BirthWeights) -> dict[str, float]:
    """Chance u of dates of birth and of gender, from the values of both sides: of all mentions, not of those that a search found."""
    left = columns(warehouse.query("""
        select day from (
            select w, birth_lo as day from m_watched_fact where birth_lo = birth_hi
            union select w, id_birth from m_watched_number where id_birth is not null
        ) order by day
    """))["day"]  # fmt: skip
    right = columns(warehouse.query("select birth_lo as day from m_said where birth_lo = birth_hi order by day"))["day"]
    days = [np.asarray(side).astype("datetime64[D]") for side in (left, right)]
    met = {
        name: _meeting(*(side.astype(f"datetime64[{unit}]") for side in days))
        for name, unit in (("day", "D"), ("month", "M"), ("year", "Y"))
    }
    near = _almost(days[0], days[1], weights)
    female = [
        float(
            warehouse.one(f"select coalesce(avg((gender = 'female')::int), 0.5) from {table} where gender is not null")
            or 0.5
        )
        for table in ("m_watched_fact", "m_number")
    ]
    agrees = female[0] * female[1] + (1.0 - female[0]) * (1.0 - female[1])
    return {
        **met, "near": near, "differs": 1.0 - met["day"] - near, "dates": max(float(len(left)) * float(len(right)), 1.0),
        "gender_agrees": agrees, "gender_differs": 1.0 - agrees,
    }  # fmt: skip


def _meeting(left: NDArray[Any], right: NDArray[Any]) -> float:
    """How often a value of the left side meets its equal on the right; never less than once among all pairs."""
    if not len(left) or not len(right):
        return 1.0
    values, counts = np.unique(left, return_counts=True)
    others, other_counts = np.unique(right, return_counts=True)
    _, a, b = np.intersect1d(values, others, assume_unique=True, return_indices=True)
    pairs = float(len(left)) * float(len(right))
    return max(float((counts[a].astype(np.float64) * other_counts[b]).sum()), 1.0) / pairs


def _almost(left: NDArray[Any], right: NDArray[Any], weights: BirthWeights) -> float:
    """How often two people's dates are almost equal: every so many-th day of one side against as many of the other."""
    if not len(left) or not len(right):
        return 1.0
    a, b = (side[np.linspace(0, len(side) - 1, min(len(side), _SAMPLE)).astype(np.int64)] for side in (left, right))
    first, second = np.repeat(a, len(b)), np.tile(b, len(a))
    verdict, _ = compare_births((first, first), (second, second), weights)
    return max(float((verdict == "near").mean()), 1.0 / len(verdict))


def _places(warehouse: Warehouse, weights: Weights) -> Iterator[Proposal]:
    """Worth of each place of a resident number: how rarely two people's digits meet there."""
    sides = [
        warehouse.rows(
            f"select distinct number from {table} where is_full and is_valid and length(number) = 18 order by 1"
        )
        for table in ("m_watched_number", "m_number")
    ]
    numbers = [[row["number"] for row in side] for side in sides]
    for place, present in enumerate(weights.identifier.resident_places):
        u = _meeting(*(np.array([number[place] for number in side]) for side in numbers))
        pairs = float(min(len(side) for side in numbers))
        proposed = round(float(-np.log2(u)), 1) if pairs >= LEAST else None
        yield Proposal(f"identifier.resident_places[{place + 1}]", present, proposed, 1.0, u, pairs)
