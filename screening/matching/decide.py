"""From what each pair shows to bits, probability and tier: the one pass that knows the whole delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.births import compare_births
from screening.matching.kinds import Kinds
from screening.matching.score import Floats, expected_links, posterior, prior_bits
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings

SHARED = ("phone", "email", "bank_account", "address")
FEATURES = ("name", "id_number", "birth_date", "gender", *SHARED)
AGREEING = ("equal", "variant", "other_way", "masked")
"""Verdicts on names that agree; each has a search key of its own."""
TIERS = ("A", "B", "C")
NO_TIER = 3
"""Index of tiers: 0 is A, 1 is B, 2 is C, 3 is none."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Evidence of each pair.

    Attributes:
        bits: one column per feature of `FEATURES`.
        birth_verdict: of `compare_births`, unknown where the date must not count.
    """

    bits: Floats
    birth_verdict: NDArray[np.str_]

    @property
    def total(self) -> Floats:
        """Sum over the features, in their order."""
        total: Floats = self.bits.sum(axis=1)
        return total

    def of(self, feature: str) -> Floats:
        """One feature's bits."""
        column: Floats = self.bits[:, FEATURES.index(feature)]
        return column


def weigh(shown: Mapping[str, NDArray[Any]], weights: Weights) -> Weighed:
    """Bits of every feature of every pair; missing is no disagreement.

    What no search key looks for counts only beside a name that agrees; else the search could miss a pair that counts.
    """
    named = np.isin(shown["name_verdict"], AGREEING)
    verdict, birth = _births(shown, weights)
    number = _numbers(shown, verdict == "day", weights)
    weak = (shown["number_verdict"] == "typo") | (number < weights.identifier.key_bits)
    number = np.where(named | ~weak, number, np.minimum(number, 0.0))
    birth = np.where(named | (verdict == "day"), birth, np.minimum(birth, 0.0))
    gender = _genders(shown, weights)
    gender = np.where(named, gender, np.minimum(gender, 0.0))
    shared = np.column_stack([_shared(shown[feature], getattr(weights.shared, feature), weights) for feature in SHARED])
    found = (number > 0.0) | (birth > 0.0) | (shared > 0.0).any(axis=1)
    name = np.nan_to_num(shown["name_bits"].astype(np.float64))
    renamed = (shown["name_verdict"] == "different") & (shown["number_verdict"] == "equal")
    name = np.where(renamed, weights.name.renamed, name)
    name = np.where((shown["name_verdict"] == "near") & ~found, np.minimum(name, 0.0), name)
    return Weighed(np.column_stack([name, number, birth, gender, shared]), verdict)


def _births(shown: Mapping[str, NDArray[Any]], weights: Weights) -> tuple[NDArray[np.str_], Floats]:
    """Dates of birth, where they are not already part of the numbers compared."""
    left, right = (
        (shown[f"{side}_birth_lo"].astype("datetime64[D]"), shown[f"{side}_birth_hi"].astype("datetime64[D]"))
        for side in ("left", "right")
    )
    verdict, bits = compare_births(left, right, weights.birth)
    apart = shown["birth_is_apart"].astype(np.bool_)
    return np.where(apart, verdict, "unknown"), np.where(apart, bits, 0.0)


def _numbers(shown: Mapping[str, NDArray[Any]], same_birth: NDArray[np.bool_], weights: Weights) -> Floats:
    """Numbers; a slip between masks is excused by an equal name and birth date, else it is a contradiction."""
    bits = np.nan_to_num(shown["number_bits"].astype(np.float64))
    slip = (shown["number_verdict"] == "typo") & (bits < 0)
    excused = np.isin(shown["name_verdict"], ("equal", "variant")) & same_birth
    return np.where(slip & ~excused, weights.identifier.contradiction, bits)


def _genders(shown: Mapping[str, NDArray[Any]], weights: Weights) -> Floats:
    """Gender, where the numbers compared do not show it already."""
    left, right = shown["left_gender"], shown["right_gender"]
    known = np.array([a is not None and b is not None for a, b in zip(left, right, strict=True)], dtype=np.bool_)
    known &= ~np.isin(shown["number_verdict"], ("equal", "shown", "typo", "conflict"))
    return np.where(known, np.where(left == right, weights.gender.agrees, weights.gender.differs), 0.0)


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs with all that was decided about them; every array has one entry per pair.

    Attributes:
        shown: the columns of m_comparison.
        weighed: bits by feature.
        kind: index into the kinds of pairs.
        prior: prior odds in bits.
        score: probability that both are one person, 6 places.
        chance: namesakes that chance alone would bring into the group's pairs.
        tier: index into `TIERS`, or `NO_TIER`.
    """

    shown: Mapping[str, NDArray[Any]]
    weighed: Weighed
    kind: NDArray[np.int64]
    prior: Floats
    score: Floats
    chance: Floats
    tier: NDArray[np.int64]

    def pair(self, i: int) -> tuple[int, int]:
        """The watched identity and the mention of one pair."""
        return int(self.shown["w"][i]), int(self.shown["m"][i])


def estimate(shown: Mapping[str, NDArray[Any]], kinds: Kinds, weights: Weights) -> Floats:
    """Expected true links of each kind, from the pairs that were compared."""
    return expected_links(
        weigh(shown, weights).total, kinds.index(shown), kinds.considered, kinds.watched, weights.prior
    )


def decide(
    shown: Mapping[str, NDArray[Any]], kinds: Kinds, expected: Floats, thresholds: ThresholdSettings, weights: Weights
) -> Scored:
    """Probability and tier of every pair.

    Tier A asks for identifier-grade evidence, tier B for the name plus corroboration or for a name so rare that the group's
    budget of chance matches is kept, tier C for the probability alone. A contradiction caps the tier.
    """
    weighed, kind = weigh(shown, weights), kinds.index(shown)
    prior = prior_bits(expected, kinds.considered)[kind]
    score = np.round(posterior(weighed.total + prior), 6)
    name_bits, name, number = weighed.of("name"), shown["name_verdict"], shown["number_verdict"]
    chance = kinds.in_group[kind] * np.exp2(-np.maximum(name_bits, 0.0))
    rare = (
        (chance <= thresholds.expected_false_pairs)
        & (name_bits >= weights.tier.rare_name_bits)
        & np.isin(name, ("equal", "variant"))
    )
    firm = (weighed.total - name_bits >= weights.tier.corroboration_bits) | rare
    backed = np.isin(number, ("equal", "shown")) & (weighed.of("id_number") >= weights.tier.mask_bits)
    doubtful = np.isin(name, ("near", "homophone", "other_script")) & ~backed
    capped = doubtful | (weighed.birth_verdict == "differs") | (number == "typo")
    identified = _identifier_grade(shown, weighed, weights) & ~np.isin(name, ("different", "near", "homophone"))
    tier = np.select(
        [
            identified & ~capped & (score >= thresholds.tier_a),
            firm & ~capped & (score >= thresholds.tier_b),
            (score >= thresholds.tier_c) & (weighed.total >= weights.tier.least_bits),
        ],
        [0, 1, 2],
        NO_TIER,
    )
    return Scored(shown, weighed, kind, prior, score, chance, tier)


def _identifier_grade(shown: Mapping[str, NDArray[Any]], weighed: Weighed, weights: Weights) -> NDArray[np.bool_]:
    """A full valid number; or two identifier-like features; or a good mask beside a rare name."""
    number = weighed.of("id_number")
    full = (shown["number_verdict"] == "equal") & (number >= weights.identifier.full)
    like = np.column_stack([
        number, weighed.of("birth_date"), weighed.of("bank_account"), weighed.of("phone"), weighed.of("email")
    ])  # fmt: skip
    several = ((like > 0).sum(axis=1) >= 2) & (np.maximum(like, 0.0).sum(axis=1) >= weights.tier.identifier_bits)
    mask = (number >= weights.tier.mask_bits) & (weighed.total >= weights.tier.mask_total_bits)
    grade: NDArray[np.bool_] = full | several | mask
    return grade


def _shared(values: NDArray[Any], worth: float, weights: Weights) -> Floats:
    """Bits of a value that both sides bear: less for each doubling of bearers, less where it is only the company's."""
    bits = [
        0.0 if v is None else worth - np.log2(max(v["crowd"], 1)) + (0.0 if v["is_own"] else weights.shared.of_company)
        for v in values
    ]
    return np.array(bits, dtype=np.float64)
