"""Search keys for masked numbers: for every two ways of masking that meet in the data, the places that both show."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pyarrow as pa

from screening.matching.compare.masks import HIDDEN, RESIDENT_LENGTH, laid_out
from screening.matching.weights import IdentifierWeights

SLICES = 3
"""So many runs of places make a key; a mask with more of them is searched by its best ones, which loses nothing."""


def common_places(left: str, right: str) -> str | None:
    """The places shown by both of two shapes (`1` shown, `*` hidden, `…` a gap of unknown length); null where none is.

    The result has the length in which both numbers are to be laid out.
    """
    one, two = laid_out(left, right)
    if len(one) != len(two) or not one:
        return None
    common = "".join("1" if a == b == "1" else HIDDEN for a, b in zip(one, two, strict=True))
    return common if "1" in common else None


def mask_bits(common: str, weights: IdentifierWeights) -> float:
    """What the shown places of a shape of known length are worth at most."""
    if len(common) == RESIDENT_LENGTH:
        return sum(bits for place, bits in zip(common, weights.resident_places, strict=True) if place == "1")
    return weights.other_place * common.count("1")


def key_table(left: Iterable[str], right: Iterable[str], weights: IdentifierWeights) -> pa.Table:
    """One row per pair of shapes whose common places are worth a key.

    Returns:
        watched_shape, mention_shape, common, and SLICES pairs (start_n, size_n) of the runs that make the key; start counts
        from 1, size is 0 where there are fewer runs.
    """
    rows = []
    for a in sorted(left):
        for b in sorted(right):
            common = common_places(a, b)
            if common is not None and mask_bits(common, weights) >= weights.key_bits:
                rows.append((a, b, common, *_slices(common)))
    names = ["watched_shape", "mention_shape", "common"]
    columns = {name: pa.array([row[i] for row in rows], pa.string()) for i, name in enumerate(names)}
    for n in range(SLICES):
        columns[f"start_{n}"] = pa.array([row[3 + 2 * n] for row in rows], pa.int64())
        columns[f"size_{n}"] = pa.array([row[4 + 2 * n] for row in rows], pa.int64())
    return pa.table(columns)


def _slices(common: str) -> list[int]:
    """Start and size of the longest runs of shown places, in the order of the number."""
    runs, place = [], 1
    for sign, run in groupby(common):
        size = len(list(run))
        if sign == "1":
            runs.append((place, size))
        place += size
    longest = sorted(sorted(runs, key=lambda run: (-run[1], run[0]))[:SLICES])
    longest += [(1, 0)] * (SLICES - len(longest))
    return [number for run in longest for number in run]
