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

from screening.matching.compare.latin_names import compare_latin_names
from screening.matching.compare.romanised_names import compare_romanised, compare_spellings
from screening.matching.weights import NameWeights
from screening.refdata.lookalikes import easily_mistaken, look_alike
from screening.refdata.names import name_bits
from screening.refdata.variants import unify_variants

HIDDEN = "*"
MASKED, HAN, LATIN = "masked", "han", "latin"
LETTERS = (LATIN, "other")
_LONGEST_DROPPED = 4
_SHORTEST_NEAR = 3  # names of two characters get no free typing error
_LETTER_VERDICTS = {
    "equal": "other_way", "other_way": "other_way", "variant": "other_way", "part": "other_way", "initials": "other_way",
    "near": "near", "sounds": "near", "unclear": "other_script", "other_script": "other_script", "different": "different",
}  # fmt: skip


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
    left_value: Sequence[str]
    right_value: Sequence[str]


def compare_names(pairs: NamePairs, weights: NameWeights) -> tuple[list[str], NDArray[np.float64]]:
    """Verdict and bits of each pair; `different` carries the weight of a contradiction."""
    verdicts = np.full(len(pairs.left_key), "other_script", dtype="<U12")
    bits = np.full(len(pairs.left_key), weights.other_script)
    if not len(verdicts):
        return [], bits
    left, right = np.array(pairs.left_script, dtype=object), np.array(pairs.right_script, dtype=object)
    masked = (left == MASKED) | (right == MASKED)
    han = (left == HAN) & (right == HAN)
    letters = np.isin(left, LETTERS) & np.isin(right, LETTERS)
    across = ((left == HAN) & (right == LATIN)) | ((left == LATIN) & (right == HAN))
    for which, compare in ((masked, _masked), (han, _han), (letters, _letters), (across, _across)):
        chosen = np.flatnonzero(which)
        if len(chosen):
            verdicts[chosen], bits[chosen] = compare(pairs, chosen, weights)
    return [str(verdict) for verdict in verdicts], bits


Compared = tuple[NDArray[np.str_], NDArray[np.float64]]


def _masked(pairs: NamePairs, chosen: NDArray[np.int64], weights: NameWeights) -> Compared:
    """Names of which one at least hides characters."""
    shared = np.minimum(pairs.left_bits[chosen], pairs.right_bits[chosen])
    verdicts = np.array([_fits(pairs.left_key[i], pairs.right_key[i]) for i in chosen.tolist()])
    misread = np.array([_misread(pairs.left_readings[i], pairs.right_readings[i]) for i in chosen.tolist()])
    verdicts = np.where((verdicts == MASKED) & misread, "different", verdicts)
    agree, differ = verdicts == MASKED, verdicts == "different"
    return verdicts, np.select([agree, differ], [shared + weights.masked, weights.contradiction], weights.other_script)


def _han(pairs: NamePairs, chosen: NDArray[np.int64], weights: NameWeights) -> Compared:
    """Two Chinese names of other characters."""
    left, right = [pairs.left_key[i] for i in chosen], [pairs.right_key[i] for i in chosen]
    shared = np.minimum(pairs.left_bits[chosen], pairs.right_bits[chosen])
    sounds = np.array([sound_alike(pairs.left_readings[i], pairs.right_readings[i]) for i in chosen.tolist()])
    same_start = np.array([a[:1] == b[:1] for a, b in zip(left, right, strict=True)])
    varies = np.array([unify_variants(a) == unify_variants(b) for a, b in zip(left, right, strict=True)])
    short = np.array([len(a) == 2 for a in left])
    near = _near(left, right) & np.where(short, ~sounds, same_start | sounds)
    dropped = np.array([_dropped(a, b) for a, b in zip(left, right, strict=True)])
    verdicts = np.select([varies, near | dropped, sounds], ["variant", "near", "homophone"], "different")
    bits = np.select([varies, verdicts == "different"], [shared + weights.variant, weights.contradiction], 0.0)
    for i in np.flatnonzero(verdicts == "near").tolist():
        bits[i] = shared[i] + weights.dropped if dropped[i] else _near_bits(left[i], right[i], weights)
    return verdicts, bits


def _letters(pairs: NamePairs, chosen: NDArray[np.int64], weights: NameWeights) -> Compared:
    """Two names in letters of any alphabet."""
    left, right = [pairs.left_value[i] for i in chosen], [pairs.right_value[i] for i in chosen]
    said, bits = compare_latin_names(left, right)
    verdicts = [_LETTER_VERDICTS[verdict] for verdict in said]
    for i, verdict in enumerate(verdicts):
        if verdict == "different":
            verdicts[i], shared = compare_spellings(left[i], right[i])
            costs = {"partly": shared + weights.partly, "different": weights.contradiction}
            bits[i] = costs.get(verdicts[i], weights.other_script)
    return np.array(verdicts), bits


def _across(pairs: NamePairs, chosen: NDArray[np.int64], weights: NameWeights) -> Compared:
    """A Chinese name and a Latin one."""
    verdicts, bits = [], []
    costs = {
        "other_way": weights.other_way,
        "partly": weights.partly,
        "half": weights.half,
        "different": weights.other_spelling,
    }
    for i in chosen.tolist():
        key, readings, latin = pairs.left_key[i], pairs.left_readings[i], pairs.right_value[i]
        if pairs.left_script[i] == LATIN:
            key, readings, latin = pairs.right_key[i], pairs.right_readings[i], pairs.left_value[i]
        verdict, shared = compare_romanised(key, [] if readings is None else list(readings), latin)
        verdicts.append(verdict)
        bits.append(shared + costs.get(verdict, 0.0))
    return np.array(verdicts), np.array(bits)


def sound_alike(left: Sequence[str] | None, right: Sequence[str] | None) -> bool:
    """Whether two names can be read as one: their reading keys meet."""
    return left is not None and right is not None and not set(left).isdisjoint(right)


def _misread(left: Sequence[str] | None, right: Sequence[str] | None) -> bool:
    """A mask says how its hidden character sounds (王zhe), and the other name sounds otherwise."""
    return bool(left is not None and right is not None and len(left) and len(right)) and not sound_alike(left, right)


def _near(left: Sequence[str], right: Sequence[str]) -> NDArray[np.bool_]:
    """One character of three or more is another, or two neighbours changed places; of two, one for its look-alike."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    edits = process.cpdist(left, right, scorer=OSA.distance, score_cutoff=1, dtype=np.int32)
    long = np.array([
        len(a) == len(b) and (len(a) >= _SHORTEST_NEAR or len(a) == 2 and look_alike(a[1], b[1]))
        for a, b in zip(left, right, strict=True)
    ])  # fmt: skip
    near: NDArray[np.bool_] = (edits == 1) & long
    return near


def _near_bits(left: str, right: str, weights: NameWeights) -> float:
    """Bits of the characters that agree, less what the error costs."""
    shown = name_bits("".join(a if a == b else HIDDEN for a, b in zip(left, right, strict=True)))
    differ = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    alike = len(differ) == 1 and easily_mistaken(*differ[0])
    return shown + (weights.mistaken if alike else weights.near)


def _dropped(left: str, right: str) -> bool:
    """李红 for 李卫红, or 李美仪 for 陈李美仪: the shorter name is the longer one without a character."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) != 1 or len(short) < 2 or len(long) > _LONGEST_DROPPED:
        return False
    if len(short) == 2:
        return short[0] == long[0] and short[1] in long[1:]
    return long[1:] == short or (
        short[0] == long[0] and any(short == long[:i] + long[i + 1 :] for i in range(1, len(long)))
    )


def _fits(left: str, right: str) -> str:
    """`masked` when one side shows nothing that the other contradicts or adds to; both must show the first character."""
    if left.isascii() != right.isascii():
        return "other_script"
    if len(left) != len(right):  # 张* may stand for a name of any length, but not for another surname
        bare, other = (left, right) if HIDDEN in left else (right, left)
        shown = bare.rstrip(HIDDEN)
        return (
            "other_script" if 0 < len(shown) <= 2 and HIDDEN not in shown and other.startswith(shown) else "different"
        )
    pairs = list(zip(left, right, strict=True))
    if not all(a == b or HIDDEN in (a, b) for a, b in pairs):
        return "different"
    one_sided = all(a in (b, HIDDEN) for a, b in pairs) or all(b in (a, HIDDEN) for a, b in pairs)
    return MASKED if one_sided and left[:1] == right[:1] != HIDDEN else "other_script"
