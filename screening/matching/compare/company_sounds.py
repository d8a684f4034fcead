"""A Latin name of a company beside a Chinese one: Shenzhen Huasheng Technology for 深圳市华盛科技有限公司.

The Latin name begins, behind its region, as the Chinese trade name is read. What follows on both sides is the trade, in two
languages; a name that is a pure translation cannot be told. At best a lead: a sound is borne by many written names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from screening.matching.compare.company_parts import compare_regions
from screening.matching.compare.company_rarity import smoothed
from screening.matching.compare.company_verdicts import CompanyPairs, CompanyVerdicts
from screening.matching.weights import CompanyWeights
from screening.refdata.industry_english import means, trade_words

_FILLERS = frozenset({"and", "of", "the", "for", "co", "stock", "joint", "shares", "new", "province", "city"})
_AGREES = 0.6  # of the characters and words on both sides that have their counterpart


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one pair of names says: syllables shared, and the verdicts on trade name and trade."""

    syllables: int
    brand: str
    trade: str


def compare_romanised(pairs: CompanyPairs, weights: CompanyWeights) -> CompanyVerdicts:
    """Compares pairs of which one name is Latin and the other Chinese, and `short` the sound with which both begin."""
    heard = [_hear(pairs, i) for i in range(len(pairs.how))]
    syllables = np.array([h.syllables for h in heard], dtype=np.int64)
    brand, trade = (np.array(said, dtype="<U8") for said in ([h.brand for h in heard], [h.trade for h in heard]))
    region = compare_regions(pairs.left_region, pairs.right_region)
    absent = np.full(len(heard), "absent", dtype="<U8")
    rarity = smoothed(
        np.array(weights.sound_bits)[np.clip(syllables, 2, 4) - 2], pairs.bearers - 1.0, pairs.companies, weights
    )
    zero = np.zeros(len(heard))
    return CompanyVerdicts(
        basis=np.full(len(heard), "romanised_name"),
        parts={"brand": brand, "region": region, "trade": trade, "group": absent, "form": absent},
        bits={
            "stated": zero,
            "brand": rarity + np.where(brand == "contains", weights.sound_longer, 0.0),
            "region": np.select(
                [region == "agrees", region == "absent", region == "contains"],
                [weights.region_agrees, weights.region_absent, weights.region_inside],
                weights.region_conflict,
            ),
            "trade": np.select(
                [trade == "agrees", trade == "contains", trade == "absent"],
                [weights.trade_agrees, 0.0, weights.trade_absent],
                weights.sound_trade_conflict,
            ),
            "group": zero,
            "form": zero,
        },
        firm=np.zeros(len(heard), dtype=np.bool_),
    )


def _hear(pairs: CompanyPairs, i: int) -> _Heard:
    left_is_latin = pairs.left_name[i].isascii() or not _has_chinese(pairs.left_name[i])
    latin, chinese = (
        (pairs.left_sounds[i], pairs.right_sounds[i])
        if left_is_latin
        else (pairs.right_sounds[i], pairs.left_sounds[i])
    )
    core, brand = (
        (pairs.right_core[i], pairs.right_brand[i]) if left_is_latin else (pairs.left_core[i], pairs.left_brand[i])
    )
    words = (latin or [""])[0].split(" ")
    syllables, reading = max(((_prefix(way.split(" "), pairs.short[i]), way) for way in chinese or ()), default=(0, ""))
    stem = core or ""
    start = max(stem.find(brand), 0) if brand else 0
    if any(reading.endswith(f" {way}") for way in chinese or ()):
        start = max(start - 2, 0)  # a county's name is read with it
    stem = stem[start:]
    return _compare_rest(syllables, stem[syllables:], words[_prefix(words, pairs.short[i]) :])


def _has_chinese(name: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in name)


def _prefix(parts: Sequence[str], sound: str) -> int:
    """How many of the parts, run together, are the sound; 0 where none are."""
    said = ""
    for count, part in enumerate(parts, 1):
        said += part
        if said == sound:
            return count
    return 0


def _compare_rest(syllables: int, chinese: str, english: Sequence[str]) -> _Heard:
    """What follows the common sound on both sides: more of a trade name on one side, or the trade in two languages."""
    trades = trade_words(chinese)
    words = [word for word in english if word not in _FILLERS]
    told = [means(trade, words) for trade in trades]
    explained = [any(row[n] for row in told) for n in range(len(words))]
    longer = bool(chinese) and not (trades and chinese.startswith(trades[0]))
    latin_longer = bool(words) and bool(trades) and not explained[0] and len(words) > len(trades)
    brand = "contains" if longer or latin_longer else "agrees"
    if not trades or not words:
        return _Heard(syllables, brand, "absent")
    met = sum(len(trade) for trade, row in zip(trades, told, strict=True) if any(row)) / sum(map(len, trades))
    met_latin = sum(explained) / len(words)
    if not met:
        return _Heard(syllables, brand, "conflict")
    return _Heard(syllables, brand, "agrees" if (met + met_latin) / 2 >= _AGREES else "contains")
