"""Pairs of identity numbers, full or masked: verdict and bits on top of the algebra of masks.

equal     full and equal
shown     equal in every place that both sides show
typo      one place differs, is missing or too many, or two neighbours are exchanged: what still agrees, less the rarity of slips
conflict  they cannot be one number of one person
unknown   nothing can be said: no place in common, or a person may have several such numbers
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.masks import (
    HIDDEN,
    RESIDENT_LENGTH,
    UNKNOWN,
    MaskComparison,
    compare_numbers,
    stretched,
)
from screening.matching.weights import IdentifierWeights

BIRTH_PLACES = range(6, 14)
_TYPO_PLACES = 4  # fewer visible places: one difference is a different number, not a slip
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
    is_lifelong: NDArray[np.bool_],
    weights: IdentifierWeights,
) -> NumberVerdicts:
    """Compares canonical numbers of one scheme pairwise.

    Args:
        left: `*` for a hidden place, one `…` for a gap of unknown length.
        right: as many.
        is_resident: a resident identity number, whose places are weighed one by one.
        is_valid: of two numbers, both are full with a valid check digit, so that any difference makes them two; of equal ones
            at least one states the check digit.
        is_lifelong: a person has one such number; another one contradicts. Passports change.
        weights: the figures.

    Returns:
        One entry per pair, symmetric in left and right.
    """
    if not left:
        return NumberVerdicts(np.zeros(0, dtype="<U8"), np.zeros(0), np.zeros(0, dtype=np.bool_))
    seen = compare_numbers(left, right, weights.resident_places)
    other = compare_numbers(left, right, (weights.other_place,)).bits
    shown = np.where(is_resident, seen.bits, other)
    slip = seen.near & (seen.visible >= _TYPO_PLACES) & ~is_valid
    verdict = np.select(
        [seen.visible == 0, seen.agrees & seen.full, seen.agrees, slip, is_lifelong],
        ["unknown", "equal", "shown", "typo", "conflict"],
        "unknown",
    )
    for i in np.flatnonzero(is_resident & (seen.visible == 0) & ~np.isin(verdict, ("equal", "shown"))).tolist():
        if _is_one_place_longer(left[i], right[i]):
            verdict[i], shown[i] = "typo", sum(weights.resident_places)
    for i in np.flatnonzero(np.isin(verdict, ("conflict", "typo")) & is_resident).tolist():
        old = max(_from_old_number(left[i], right[i], weights), _from_old_number(right[i], left[i], weights))
        if old >= 0.0:
            verdict[i], shown[i] = "shown" if old > 0.0 else "unknown", old
    bits = np.select(
        [verdict == "equal", verdict == "shown", verdict == "typo", verdict == "conflict"],
        [
            _full(seen, is_valid, shown, weights),
            shown,
            np.clip(shown - weights.slip, 0.0, weights.typo_full),
            weights.contradiction,
        ],
        0.0,
    )
    return NumberVerdicts(verdict, bits, seen.full)


def _from_old_number(masked: str, other: str, weights: IdentifierWeights) -> float:
    """What a mask of unknown length is worth if made from the number of 15 places that stands inside one of 18; -1 if it cannot be.

    One bit less for the second way to read it, and below what makes a search key: it counts beside a name that agrees.
    """
    if (
        UNKNOWN not in masked
        or UNKNOWN in other
        or len(other) != RESIDENT_LENGTH
        or other[6:8] not in ("19", HIDDEN * 2)
    ):
        return -1.0
    places = (*range(6), *range(8, 17))
    shape = stretched(masked, len(places))
    if not shape or any(HIDDEN not in (a, other[i]) and a != other[i] for a, i in zip(shape, places, strict=True)):
        return -1.0
    worth = sum(weights.resident_places[i] for a, i in zip(shape, places, strict=True) if HIDDEN not in (a, other[i]))
    return float(min(max(worth - 1.0, 0.0), weights.key_bits - 0.1))


def _is_one_place_longer(left: str, right: str) -> bool:
    """Whether one number is the other with a place too many."""
    short, long = sorted((left, right), key=len)
    if len(long) != len(short) + 1 or HIDDEN in long + short or UNKNOWN in long + short:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :]


def shows_birth(left: str, right: str) -> bool:
    """Whether both resident numbers show the whole date of birth."""
    if len(left) != RESIDENT_LENGTH or len(right) != RESIDENT_LENGTH or UNKNOWN in left + right:
        return False
    return all(HIDDEN not in (left[i], right[i]) for i in BIRTH_PLACES)


def _full(
    seen: MaskComparison, is_valid: NDArray[np.bool_], shown: NDArray[np.float64], weights: IdentifierWeights
) -> NDArray[np.float64]:
    """Full agreement: a valid number is beyond doubt, any other is worth its places, up to a limit."""
    return np.where(is_valid & seen.full, weights.full, np.minimum(shown, weights.full_unchecked))
