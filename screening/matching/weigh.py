"""Bits of every feature of every pair, and how far the features may be added up.

Fellegi-Sunter adds the bits of features as if they were independent. Where they are not, the second one is left out here:
a birth date that stands inside the compared number, a gender that the number shows, an address or a phone beside a name that
is almost the other's (a brother lives in the same house). What no search key looks for counts only beside a name that agrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.births import compare_births
from screening.matching.kinds import STRATA
from screening.matching.score import Floats
from screening.matching.weights import Weights

Flags = NDArray[np.bool_]
SHARED = ("phone", "email", "bank_account", "address")
BACKED, RARE_NAME, COMMON_NAME = range(len(STRATA))
FEATURES = ("name", "id_number", "birth_date", "gender", *SHARED)
AGREEING = ("equal", "variant", "other_way", "masked")
"""Verdicts on names that agree; each has a search key of its own."""
ALMOST = ("near", "homophone")
"""Verdicts on names that a slip may have made of one another."""
PARTIAL = ("partly", "half", "surname")
"""Verdicts on a Chinese and a Latin name that fit in part."""
PERSONAL = ("birth_date", "phone", "email", "bank_account")
"""What ties two records to one person rather than to one household, beside the number."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Evidence of each pair; every array has one entry per pair.

    Attributes:
        shown: the columns of m_comparison.
        bits: one column per feature of `FEATURES`.
        total: their sum.
        birth_verdict: of `compare_births`, unknown where the date must not count.
        stratum: what the pair rests on, an index into `kinds.STRATA`. Hardly more than the name: less than tier B asks for beyond
            it, gender aside. A common name: one that can never be tier B alone.
    """

    shown: Mapping[str, NDArray[Any]]
    bits: Floats
    total: Floats
    birth_verdict: NDArray[np.str_]
    stratum: NDArray[np.int64]

    @property
    def kind(self) -> NDArray[np.int64]:
        """The kind of each pair, an index into `Kinds.names`."""
        kind: NDArray[np.int64] = self.shown["kind"].astype(np.int64)
        return kind

    def of(self, feature: str) -> Floats:
        """One feature's bits."""
        column: Floats = self.bits[:, FEATURES.index(feature)]
        return column


def weigh(shown: Mapping[str, NDArray[Any]], weights: Weights) -> Weighed:
    """Bits of every feature of every pair; missing is no disagreement.

    Args:
        shown: the columns of m_comparison.
        weights: the figures.
    """
    named = np.isin(shown["name_verdict"], AGREEING)
    verdict, birth = _births(shown, weights)
    number = np.nan_to_num(shown["number_bits"].astype(np.float64))
    weak = (shown["number_verdict"] == "typo") | (number < weights.identifier.key_bits)
    number = np.where(named | ~weak, number, np.minimum(number, 0.0))
    birth = np.where(named | (verdict == "day"), birth, np.minimum(birth, 0.0))
    gender = _genders(shown, weights)
    gender = np.where(named, gender, np.minimum(gender, 0.0))
    shared = {feature: _shared(shown[feature], getattr(weights.shared, feature), weights) for feature in SHARED}
    name = _names(shown, number, birth, shared, weights)
    bits = np.column_stack([name, number, birth, gender, *shared.values()])
    besides = [FEATURES.index(feature) for feature in FEATURES if feature not in ("name", "gender")]
    bare = np.maximum(bits[:, besides], 0.0).sum(axis=1) < weights.tier.corroboration_bits
    stratum = np.where(bare, np.where(name >= weights.tier.rare_name_bits, RARE_NAME, COMMON_NAME), BACKED)
    return Weighed(shown, bits, bits.sum(axis=1), verdict, stratum)


def _names(
    shown: Mapping[str, NDArray[Any]], number: Floats, birth: Floats, shared: Mapping[str, Floats], weights: Weights
) -> Floats:
    """Names; one that is almost the other's counts only beside what a brother would not share."""
    name, verdict = np.nan_to_num(shown["name_bits"].astype(np.float64)), shown["name_verdict"]
    renamed = (verdict == "different") & (shown["number_verdict"] == "equal")
    name = np.where(renamed, weights.name.renamed, name)
    own = (number > 0.0) | (birth > 0.0) | (shared["email"] > 0.0) | (shared["bank_account"] > 0.0)
    own |= _is_own(shown["phone"])
    kin = (shared["address"] > 0.0) & ~own
    almost = np.isin(verdict, ALMOST)
    name = np.where(np.isin(verdict, ("near", *PARTIAL)) & ~own, np.minimum(name, 0.0), name)
    name = np.where((verdict == "half") & (birth <= 0.0), np.minimum(name, 0.0), name)  # a brother's, as well
    return np.where(almost & kin, weights.name.kin, name)


def _births(shown: Mapping[str, NDArray[Any]], weights: Weights) -> tuple[NDArray[np.str_], Floats]:
    """Dates of birth, where they are not already part of the numbers compared."""
    left, right = (
        (shown[f"{side}_birth_lo"].astype("datetime64[D]"), shown[f"{side}_birth_hi"].astype("datetime64[D]"))
        for side in ("left", "right")
    )
    verdict, bits = compare_births(left, right, weights.birth)
    apart = shown["birth_is_apart"].astype(np.bool_)
    return np.where(apart, verdict, "unknown"), np.where(apart, bits, 0.0)


def _genders(shown: Mapping[str, NDArray[Any]], weights: Weights) -> Floats:
    """Gender, where the numbers compared do not show it already."""
    left, right = shown["left_gender"], shown["right_gender"]
    known = np.array([a is not None and b is not None for a, b in zip(left, right, strict=True)], dtype=np.bool_)
    known &= ~np.isin(shown["number_verdict"], ("equal", "shown", "typo", "conflict"))
    return np.where(known, np.where(left == right, weights.gender.agrees, weights.gender.differs), 0.0)


def _shared(values: NDArray[Any], worth: float, weights: Weights) -> Floats:
    """Bits of a value that both sides bear: less for each doubling of bearers, less where it is only the company's."""
    bits = np.zeros(len(values))
    for i in _borne(values):
        value = values[i]
        bits[i] = worth - np.log2(max(value["crowd"], 1)) + (0.0 if value["is_own"] else weights.shared.of_company)
    return bits


def _is_own(values: NDArray[Any]) -> Flags:
    own = np.zeros(len(values), dtype=np.bool_)
    for i in _borne(values):
        own[i] = bool(values[i]["is_own"])
    return own


def _borne(values: NDArray[Any]) -> list[int]:
    """The pairs that share a value of this kind; few."""
    return np.flatnonzero(np.array([value is not None for value in values], dtype=np.bool_)).tolist()
