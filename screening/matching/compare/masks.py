"""The algebra of masked numbers: what two partly hidden identifiers say about each other.

A number is written with `*` for each hidden place, or with one `…` for all of them where their count is not known: what stands
before it counts from the beginning, what stands behind it from the end. A place is visible when both sides show it.

    compatible      at least one place is visible, and all visible places are equal
    contradictory   a visible place differs; then no full number fits both
    uninformative   no place is visible, or the lengths cannot be one

An X at the end of a resident number is a digit, so only `*` and `…` hide. Everything here works on whole columns at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HIDDEN, UNKNOWN = "*", "…"
RESIDENT_LENGTH = 18

Places = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class MaskComparison:
    """What each pair of numbers shows; all arrays have one entry per pair.

    Attributes:
        visible: places that both sides show.
        differing: visible places that are not equal.
        swapped: the only two differing places are neighbours with their digits exchanged.
        full: both sides show every place.
        bits: what the visible places that agree are worth.
    """

    visible: NDArray[np.int64]
    differing: NDArray[np.int64]
    swapped: NDArray[np.bool_]
    full: NDArray[np.bool_]
    bits: NDArray[np.float64]

    @property
    def agrees(self) -> NDArray[np.bool_]:
        """Compatible: at least one place is visible and all visible places are equal."""
        agrees: NDArray[np.bool_] = (self.visible > 0) & (self.differing == 0)
        return agrees

    @property
    def near(self) -> NDArray[np.bool_]:
        """One place typed wrongly, or two neighbours exchanged."""
        near: NDArray[np.bool_] = (self.differing == 1) | self.swapped
        return near


def compare_numbers(left: Sequence[str], right: Sequence[str], place_bits: Sequence[float]) -> MaskComparison:
    """Compares numbers pairwise, place by place.

    Args:
        left: canonical numbers.
        right: as many.
        place_bits: worth of each place of numbers as long as `place_bits`; a place of a number of another length is worth
            the mean of them.

    Returns:
        One entry per pair; symmetric in `left` and `right`.
    """
    pairs = [laid_out(a, b) if UNKNOWN in a or UNKNOWN in b else (a, b) for a, b in zip(left, right, strict=True)]
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    width = max((len(number) for number in (*left, *right)), default=0) or 1
    a, b = _places(left, width), _places(right, width)
    length_a, length_b = (a != 0).sum(axis=1), (b != 0).sum(axis=1)
    hidden = np.uint32(ord(HIDDEN))
    both = (a != 0) & (b != 0) & (a != hidden) & (b != hidden) & (length_a == length_b)[:, None]
    differs = both & (a != b)
    visible, differing = both.sum(axis=1), differs.sum(axis=1)
    full = (visible == length_a) & (visible > 0)
    bits = _worth(both & ~differs, length_a, place_bits)
    return MaskComparison(visible, differing, _swapped(a, b, differs, differing), full, bits)


def laid_out(left: str, right: str) -> tuple[str, str]:
    """Both numbers with `*` per hidden place, in one length where that is possible; else as they are, or without any place.

    Two gaps are laid out so that beginnings meet beginnings and ends meet ends, in the length of a resident number if it allows.
    """
    if UNKNOWN in left and UNKNOWN in right:
        (head, tail), (other_head, other_tail) = (number.split(UNKNOWN, 1) for number in (left, right))
        length = max(len(head), len(other_head)) + max(len(tail), len(other_tail)) + 1
        length = max(length, RESIDENT_LENGTH)
        return stretched(left, length), stretched(right, length)
    length = len(right) if UNKNOWN in left else len(left)
    return stretched(left, length), stretched(right, length)


def stretched(number: str, length: int) -> str:
    """A number in a given length: the gap as so many `*`; empty where it shows too much for that, for a gap hides something."""
    if UNKNOWN not in number:
        return number
    gap = length - len(number) + 1
    return number.replace(UNKNOWN, HIDDEN * gap) if gap > 0 else ""


def _places(numbers: Sequence[str], width: int) -> Places:
    """One row per number, one code point per place, 0 after its end."""
    return np.array(list(numbers), dtype=f"<U{width}").reshape(-1, 1).view(np.uint32).reshape(-1, width)


def _worth(agreeing: NDArray[np.bool_], length: NDArray[np.int64], place_bits: Sequence[float]) -> NDArray[np.float64]:
    table = np.zeros(max(agreeing.shape[1], len(place_bits)))
    table[: len(place_bits)] = place_bits
    mean = sum(place_bits) / len(place_bits)
    by_place = (agreeing * table[: agreeing.shape[1]]).sum(axis=1)
    worth: NDArray[np.float64] = np.where(length == len(place_bits), by_place, agreeing.sum(axis=1) * mean)
    return worth


def _swapped(a: Places, b: Places, differs: NDArray[np.bool_], differing: NDArray[np.int64]) -> NDArray[np.bool_]:
    crosswise = (a[:, :-1] == b[:, 1:]) & (a[:, 1:] == b[:, :-1]) & differs[:, :-1] & differs[:, 1:]
    found: NDArray[np.bool_] = (differing == 2) & crosswise.any(axis=1)
    return found
