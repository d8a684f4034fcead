"""Texts of one width as a matrix of bytes, so that a million check digits are worked out at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Block = npt.NDArray[np.uint8]
Truths = npt.NDArray[np.bool_]


def block(values: Sequence[str], width: int) -> Block:
    """One row of bytes per value.

    Raises:
        ValueError: a value is not ASCII, or not `width` characters long.
    """
    joined = "".join(values).encode("ascii")
    if len(joined) != len(values) * width or any(len(value) != width for value in values):
        raise ValueError(f"every value must have {width} characters")
    return np.frombuffer(joined, dtype=np.uint8).reshape(len(values), width)


def place_values(alphabet: str) -> npt.NDArray[np.int64]:
    """Table from byte to its place in an alphabet, -1 for other bytes."""
    table = np.full(256, -1, dtype=np.int64)
    for place, character in enumerate(alphabet):
        table[ord(character)] = place
    return table


def looks_given(rows: Block) -> Truths:
    """Whether a row shows at a glance that it is no filler: five different characters, and no four digits counted up or down.

    Rows that fail may still be good numbers: they need a closer look.
    """
    kinds = np.zeros(len(rows), dtype=np.int64)
    for character in b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        kinds += (rows == character).any(axis=1)
    steps = (rows[:, 1:].astype(np.int8) - rows[:, :-1].astype(np.int8)) % 10
    counted = np.zeros(len(rows), dtype=np.bool_)
    for step in (1, 9):
        same = steps == step
        counted |= (same[:, 2:] & same[:, 1:-1] & same[:, :-2]).any(axis=1)
    return (kinds > 4) & ~counted
