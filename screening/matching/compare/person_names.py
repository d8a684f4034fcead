"""Two written names of persons that are not letter for letter one: what do they still share?

    variant       one name but for variants of a character (任堃, 任坤)
    other_way     one name in two scripts or orders (王海龙, Hailong Wang): the pinyin keys are equal
    masked        one side hides characters (张*明) and every character that both show is equal
    near          one of three or more characters differs, the first one only by a homophone (a typing error, with other evidence)
    homophone     other characters that sound alike: two names in one script, no evidence by itself
    other_script  two scripts and no common reading known, or two masks that show different places: nothing can be said
    different     two names in one script

The bits of a verdict that shares something are those of what is shared, from the frequency of names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from screening.matching.weights import NameWeights
from screening.refdata.names import name_bits
from screening.refdata.variants import unify_variants

MASKED = "masked"
_SHORTEST_NEAR = 3  # names of two characters get no free typing error
_SHORTEST_NEAR_LATIN = 9


@dataclass(frozen=True, slots=True)
class NamePairs:
    """Distinct pairs of written names with their dictionary entries; all sequences have one entry per pair."""

    left_key: Sequence[str]
    right_key: Sequence[str]
    left_readings: Sequence[Sequence[str] | None]
    right_readings: Sequence[Sequence[str] | None]
    left_script: Sequence[str]
    right_script: Sequence[str]
    left_bits: NDArray[np.float64]
    right_bits: NDArray[np.float64]


def compare_names(pairs: NamePairs, weights: NameWeights) -> tuple[list[str], NDArray[np.float64]]:
    """Verdict and bits of each pair; `different` carries the weight of a contradiction."""
    if not pairs.left_key:
        return [], np.zeros(0)
    left_script, right_script = np.array(pairs.left_script, dtype=object), np.array(pairs.right_script, dtype=object)
    sounds = np.array([
        sound_alike(a, b) for a, b in zip(pairs.left_readings, pairs.right_readings, strict=True)
    ])  # fmt: skip
    masked = (left_script == MASKED) | (right_script == MASKED)
    one_script = (left_script == right_script) & ~masked
    same_start = np.array([a[:1] == b[:1] for a, b in zip(pairs.left_key, pairs.right_key, strict=True)])
    near = one_script & _near(pairs, left_script) & (same_start | sounds)
    shared = np.minimum(pairs.left_bits, pairs.right_bits)
    fits = np.full(len(masked), "different", dtype="<U12")
    for i in np.flatnonzero(masked).tolist():
        fits[i] = _fits(pairs.left_key[i], pairs.right_key[i])
    varies = np.array(
        [unify_variants(a) == unify_variants(b) for a, b in zip(pairs.left_key, pairs.right_key, strict=True)]
    )
    verdicts = np.select(
        [masked, one_script & varies, sounds & (~one_script | (left_script == "latin")), ~one_script, near, sounds],
        [fits, "variant", "other_way", "other_script", "near", "homophone"],
        "different",
    )
    bits = np.select(
        [
            verdicts == "masked",
            verdicts == "variant",
            verdicts == "other_way",
            verdicts == "other_script",
            verdicts == "different",
        ],
        [
            shared + weights.masked,
            shared + weights.variant,
            shared + weights.other_way,
            weights.other_script,
            weights.contradiction,
        ],
        0.0,
    )
    for i in np.flatnonzero(verdicts == "near").tolist():
        bits[i] = _near_bits(pairs.left_key[i], pairs.right_key[i], shared[i]) + weights.near
    return [str(verdict) for verdict in verdicts], bits


def sound_alike(left: Sequence[str] | None, right: Sequence[str] | None) -> bool:
    """Whether two names can be read as one: their reading keys meet."""
    return left is not None and right is not None and not set(left).isdisjoint(right)


def _near(pairs: NamePairs, script: NDArray[np.object_]) -> NDArray[np.bool_]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lengths = np.array([min(len(a), len(b)) for a, b in zip(pairs.left_key, pairs.right_key, strict=True)])
    same_length = np.array([len(a) == len(b) for a, b in zip(pairs.left_key, pairs.right_key, strict=True)])
    edits = process.cpdist(pairs.left_key, pairs.right_key, scorer=OSA.distance, score_cutoff=1, dtype=np.int32)
    han = (script == "han") & (lengths >= _SHORTEST_NEAR) & same_length
    latin = (script == "latin") & (lengths >= _SHORTEST_NEAR_LATIN)
    found: NDArray[np.bool_] = (edits == 1) & (han | latin)
    return found


def _near_bits(left: str, right: str, shared: float) -> float:
    """Bits of the characters that agree; for names that are not Chinese all of them, for the error is paid for apart."""
    if len(left) != len(right) or left.isascii():
        return shared
    return name_bits("".join(a if a == b else "*" for a, b in zip(left, right, strict=True)))


def _fits(left: str, right: str) -> str:
    """`masked` when one side shows nothing that the other contradicts or adds to; both must show the first character."""
    if len(left) != len(right) or left[:1] != right[:1] or left[:1] in ("", "*"):
        return "different"
    pairs = list(zip(left, right, strict=True))
    if all(a in (b, "*") for a, b in pairs) or all(b in (a, "*") for a, b in pairs):
        return "masked"
    return "other_script" if all(a == b or "*" in (a, b) for a, b in pairs) else "different"
