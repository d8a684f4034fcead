"""Unified social credit codes (GB 32100-2015): authority, class, six places of region, nine of organisation, check MOD 31.

Letters occur in every place, also among the first eight (village collectives), so nothing but the check decides.
"""

from __future__ import annotations

import re

import numpy as np

from screening.staging.identifiers.digits import Block, Truths, block, place_values

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
_WEIGHTS = np.array([3**place % 31 for place in range(17)])
_PLACES = place_values(ALPHABET)
SHAPE = re.compile(f"[1-9ANY][{ALPHABET}]{{17}}")


def right(rows: Block) -> Truths:
    """Whether each row of 18 bytes is over the code's alphabet and ends in the check digit of the other 17."""
    places = _PLACES[rows]
    wanted = -(places[:, :17] * _WEIGHTS).sum(axis=1) % 31
    found: Truths = (places >= 0).all(axis=1) & (places[:, 17] == wanted)
    return found


def is_right(code: str) -> bool:
    """Whether a text of 18 ASCII places is a credit code with the right check digit."""
    return bool(right(block([code], 18))[0])


def org_code(code: str) -> str:
    """The organisation's own code inside: it outlived the change from the older registers."""
    return code[8:17]
