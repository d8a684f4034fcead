"""Trade words of Chinese names of companies beside the English words that stand for them (科技: technology, tech, scientific)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from screening.refdata.resources import table_rows

_ABBREVIATED = 4


@cache
def industry_english() -> Mapping[str, tuple[str, ...]]:
    """Chinese trade word -> English words, lower case; one that ends in `-` stands for all words that begin so."""
    found: dict[str, tuple[str, ...]] = {}
    for word, english in table_rows("industry_words_en.tsv"):
        found[word] = tuple(sorted({*found.get(word, ()), *english.split()}))
    return MappingProxyType(found)


@cache
def _longest() -> int:
    return max(map(len, industry_english()))


def trade_words(chinese: str) -> list[str]:
    """The known trade words of a text, from left to right, the longest first; what is no trade word is passed over."""
    known, words, at = industry_english(), [], 0
    while at < len(chinese):
        for size in range(min(_longest(), len(chinese) - at), 1, -1):
            if chinese[at : at + size] in known:
                words.append(chinese[at : at + size])
                at += size
                break
        else:
            at += 1
    return words


def means(chinese: str, english: Sequence[str]) -> list[bool]:
    """For each English word, whether it can stand for this Chinese trade word; four letters of a word are enough (elec, const)."""
    known = industry_english()[chinese]
    exact = {word for word in known if not word.endswith("-")}
    stems = tuple(word[:-1] for word in known if word.endswith("-"))
    return [
        word in exact
        or word.startswith(stems)
        or len(word) >= _ABBREVIATED
        and any(stem.startswith(word) for stem in stems)
        for word in english
    ]
