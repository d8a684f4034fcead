"""Parts of a company's name in Latin letters: Shenzhen Huasheng Technology Co., Ltd. is region, trade name and trade.

The region may stand before the name, behind it or in brackets, in pinyin, Cantonese, English or a postal spelling of old. Which
words are the trade name and which the trade is a guess here: the comparison with a Chinese name reads the words again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from screening.refdata.industry_english import industry_english
from screening.refdata.latin_company_words import latin_company, plain_words
from screening.refdata.region_names import latin_regions
from screening.refdata.regions import Region, meant_codes, region_label

_WORDS_OF_A_REGION = 5  # shi jia zhuang
_WORDS_KEPT = 12
_BRACKETS = re.compile(r"[(（]([^()（）]{2,30})[)）]")


@dataclass(frozen=True, slots=True)
class LatinName:
    """The parts; `said` holds the words behind the region, apart by spaces, without the legal form."""

    region: str | None
    brand: str | None
    trade: str | None
    said: str | None
    region_code: str | None


def read_latin_name(value: str) -> LatinName:
    """Reads one name in Latin letters; a name of nothing but a region or a form has no brand."""
    bracketed, outside = _cut_brackets(value)
    region, codes, rest = _cut_region(latin_company(outside, camel=True).words)
    if region is None and bracketed is not None:
        region, codes = bracketed, bracketed.codes
    size = next((i for i, word in enumerate(rest) if i and _is_trade(word)), len(rest))
    brand, trade = "".join(rest[:size]), "".join(rest[size:])
    said = " ".join(rest[:_WORDS_KEPT]) or None
    name, label = (None, None) if region is None else (region.name, region_label(codes))
    return LatinName(name, brand or None, trade or None, said, label)


def _cut_brackets(value: str) -> tuple[Region | None, str]:
    """The region in brackets, and the name without it; other brackets stay."""
    if "(" not in value and "（" not in value:
        return None, value
    for match in _BRACKETS.finditer(value):
        region = latin_regions().get("".join(plain_words(match[1])))
        if region is not None:
            return region, f"{value[: match.start()]} {value[match.end() :]}"
    return None, value


def _cut_region(words: tuple[str, ...]) -> tuple[Region | None, tuple[str, ...], tuple[str, ...]]:
    """The narrowest of the regions at the beginning, else the one at the end, with its codes; one word at least is left."""
    known, found, rest = latin_regions(), None, words
    codes: tuple[str, ...] = ()
    for _ in range(2):
        for size in range(min(_WORDS_OF_A_REGION, len(rest) - 1), 0, -1):
            region = known.get("".join(rest[:size]))
            if region is not None:
                found, codes, rest = region, meant_codes(region, codes), rest[size:]
                break
    if rest and rest[0] in ("province", "city", "district") and len(rest) > 1:
        rest = rest[1:]
    for size in range(min(_WORDS_OF_A_REGION, len(rest) - 1), 0, -1):
        region = known.get("".join(rest[-size:]))
        if region is not None:
            return (region, region.codes, rest[:-size]) if found is None else (found, codes, rest[:-size])
    return found, codes, rest


@cache
def _english() -> tuple[frozenset[str], tuple[str, ...]]:
    words = {word for many in industry_english().values() for word in many}
    return frozenset(w for w in words if w[-1] != "-"), tuple(
        sorted(w[:-1] for w in words if w[-1] == "-" and len(w) > 4)
    )


def _is_trade(word: str) -> bool:
    exact, stems = _english()
    return word in exact or word.startswith(stems)
