"""Pairs of identity numbers, full or masked: verdict and bits on top of the algebra of masks.

equal     full and equal
shown     equal in every place that both sides show
typo      one place differs, or two neighbours are exchanged
conflict  they cannot be one number
unknown   no place is shown by both
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.masks import RESIDENT_LENGTH, MaskComparison, compare_numbers
from screening.matching.weights import IdentifierWeights

BIRTH_PLACES = range(6, 14)
_TYPO_PLACES = 8  # fewer visible places: one difference is a different number, not a slip
RANK = {"equal": 5, "shown": 4, "typo": 3, "conflict": 2, "unknown": 1}
"""Which verdict speaks for a person with several numbers: agreement first, silence last."""


@dataclass(frozen=True, slots=True)
class NumberVerdicts:
    """One entry per pair."""

    verdict: NDArray[np.str_]
    bits: NDArray[np.float64]
    is_full: NDArray[np.bool_]


def compare_identifiers(
    left: Sequence[str],
    right: Sequence[str],
    is_resident: NDArray[np.bool_],
    is_valid: NDArray[np.bool_],
    weights: IdentifierWeights,
) -> NumberVerdicts:
    """Compares canonical numbers of one scheme and one length pairwise.

    Args:
        left: `*` for a hidden place.
        right: as many.
        is_resident: a resident identity number, whose places are weighed one by one.
        is_valid: both are full with a valid check digit.
        weights: the figures.

    Returns:
        Bits of a typo between masks are those of a typo; the caller drops it unless name and birth date agree.
    """
    if not left:
        return NumberVerdicts(np.zeros(0, dtype="<U8"), np.zeros(0), np.zeros(0, dtype=np.bool_))
    seen = compare_numbers(left, right, weights.resident_places)
    other = compare_numbers(left, right, (weights.other_place,)).bits
    shown = np.where(is_resident & (np.char.str_len(np.array(left)) == RESIDENT_LENGTH), seen.bits, other)
    slip = seen.near & (seen.visible >= _TYPO_PLACES) & ~is_valid
    verdict = np.select(
        [seen.visible == 0, seen.agrees & seen.full, seen.agrees, slip],
        ["unknown", "equal", "shown", "typo"],
        "conflict",
    )
    bits = np.select(
        [verdict == "equal", verdict == "shown", verdict == "typo", verdict == "conflict"],
        [
            _full(seen, is_valid, shown, weights),
            shown,
            np.where(seen.full, weights.typo_full, weights.typo_mask),
            weights.contradiction,
        ],
        0.0,
    )
    return NumberVerdicts(verdict, bits, seen.full)


def shows_birth(left: str, right: str) -> bool:
    """Whether both resident numbers show the whole date of birth."""
    if len(left) != RESIDENT_LENGTH or len(right) != RESIDENT_LENGTH:
        return False
    return all("*" not in (left[i], right[i]) for i in BIRTH_PLACES)


def common_mask(left: str, right: str) -> str | None:
    """The places shown by both of two masks (`1` shown, `*` hidden); None where their lengths cannot be one."""
    if len(left) != len(right):
        return None
    return "".join("1" if a == b == "1" else "*" for a, b in zip(left, right, strict=True))


def mask_bits(mask: str, weights: IdentifierWeights) -> float:
    """What the shown places of a mask are worth at most."""
    if len(mask) == RESIDENT_LENGTH:
        return sum(bits for place, bits in zip(mask, weights.resident_places, strict=True) if place == "1")
    return weights.other_place * mask.count("1")


def _full(
    seen: MaskComparison, is_valid: NDArray[np.bool_], shown: NDArray[np.float64], weights: IdentifierWeights
) -> NDArray[np.float64]:
    """Full agreement: a valid number is beyond doubt, any other is worth its places, up to a limit."""
    return np.where(is_valid & seen.full, weights.full, np.minimum(shown, weights.full_unchecked))
