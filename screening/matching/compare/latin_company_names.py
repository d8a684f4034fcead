"""Two names of companies in Latin or other spaced letters: one name, one name with a slip, or two names.

Order of words is meaningful (Bank of China, China Bank), legal forms agree across languages (GmbH, Limited), abbreviations are
their words (Intl, International), and a number is never a slip: Fund II is not Fund III. A word too many makes another name,
for sister companies are told apart by it (Santander, Santander Mexico).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from screening.refdata.latin_company_words import latin_company, plain_words
from screening.refdata.resources import table_rows

_GENERIC = frozenset(
    ["international", "technology", "science", "manufacturing", "development", "management", "engineering", "industry", "investment", "holding", "group", "service", "system", "solution", "product", "enterprise", "trading", "import", "export", "electronic", "electric", "equipment", "machinery", "chemical", "construction", "transport", "logistics", "communication", "information", "finance", "national", "company", "china", "hongkong", "asia", "global", "limited", "new", "great", "golden", "bank", "shanghai", "beijing", "shenzhen", "guangzhou", "far", "east", "pacific", "world", "united", "first", "general"]
)  # fmt: skip
_WORD_BITS, _GENERIC_BITS, _MOST_BITS = (
    9.0,
    3.0,
    27.0,
)  # a word that names, one that half of all companies bear, a whole name
_SLIP_BITS, _FORM_BITS, _CONFLICT_BITS = -7.0, -5.0, -14.0
_EDITS_PER_LETTER = 0.21  # Stellaris, Stellantis; not McKenton, McKesson
_ACRONYM = 3
_SINGLE_NUMERALS = {"i": "1", "v": "5", "x": "10"}
_TENS = frozenset({"20", "30", "40", "50"})


@dataclass(frozen=True, slots=True)
class LatinVerdicts:
    """One entry per pair.

    Attributes:
        verdict: same; slip (a typing error, or initials); form (one name, legal forms of two kinds); different; not_comparable.
        bits: how much likelier the two names are for one company than for two; 0 where nothing can be compared.
    """

    verdict: NDArray[np.str_]
    bits: NDArray[np.float64]

    @property
    def same(self) -> NDArray[np.bool_]:
        """The two names can stand for one company."""
        return np.isin(self.verdict, ("same", "slip"))


def compare_latin_companies(left: Sequence[str], right: Sequence[str]) -> LatinVerdicts:
    """Compares names pair by pair; names of registered companies in one alphabet.

    Args:
        left: names as written.
        right: as many.

    Returns:
        Verdicts and bits; neither depends on which name stands left.
    """
    found = [_compare(a, b) for a, b in zip(left, right, strict=True)]
    return LatinVerdicts(
        np.array([verdict for verdict, _ in found], dtype="<U14"),
        np.array([bits for _, bits in found], dtype=np.float64),
    )


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words under which a name is compared: no legal form, abbreviations written out, numbers in digits."""
    known, longest = _known()
    words, at, said = latin_company(name).words, 0, []
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            canonical = known.get(words[at : at + size])
            if canonical is not None:
                said.append(canonical)
                break
        else:
            size = 1
            said.append(words[at])
        at += size
    said = [word for word in said if word]
    if len(said) > 1 and said[-1] in _SINGLE_NUMERALS:
        said[-1] = _SINGLE_NUMERALS[said[-1]]
    return _with_sums(said) or words


def _with_sums(words: Sequence[str]) -> tuple[str, ...]:
    """Forty four is 44."""
    summed: list[str] = []
    for word in words:
        if summed and summed[-1] in _TENS and len(word) == 1 and word.isdigit():
            summed[-1] = str(int(summed[-1]) + int(word))
        else:
            summed.append(word)
    return tuple(summed)


@cache
def _known() -> tuple[Mapping[tuple[str, ...], str], int]:
    """Words as written -> the word they are compared under, and how many words the longest entry has."""
    known = {tuple(written.split()): canonical for written, canonical in table_rows("latin_company_words.tsv")}
    return known, max(map(len, known))


def _compare(left: str, right: str) -> tuple[str, float]:
    a, b = name_words(left), name_words(right)
    if not a or not b or a == latin_form_words(left) or b == latin_form_words(right):
        return "not_comparable", 0.0
    worth = min(_worth(a), _worth(b))
    verdict = _verdict(a, b)
    if verdict == "different":
        return verdict, _CONFLICT_BITS
    one, two = latin_company(left).family, latin_company(right).family
    if one != two and None not in (one, two) and "any" not in (one, two):
        return "form", worth + _FORM_BITS + (_SLIP_BITS if verdict == "slip" else 0.0)
    return verdict, worth + (_SLIP_BITS if verdict == "slip" else 0.0)


def latin_form_words(name: str) -> tuple[str, ...]:
    """The name's words where all of them are words of legal forms (Company Limited), which name nobody; else nothing."""
    words = tuple(plain_words(name))
    known = {"co", "company", "limited", "ltd", "corporation", "corp", "inc", "llc", "group", "holdings", "the", "and"}
    return name_words(name) if known.issuperset(words) else ()


def _verdict(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    if "".join(a) == "".join(b):
        return "same"
    if _numbers(a) != _numbers(b):
        return "different"
    if _is_acronym(a, b) or _is_acronym(b, a):
        return "slip"
    one, two = "".join(a), "".join(b)
    longest = max(len(one), len(two))
    if len(a) == len(b):
        edits = [_edits(x, y) for x, y in zip(a, b, strict=True)]
        near = None not in edits and sum(e for e in edits if e) <= longest * _EDITS_PER_LETTER
        return "slip" if near else "different"
    return "slip" if longest >= 8 and OSA.distance(one, two, score_cutoff=1) <= 1 else "different"


def _edits(a: str, b: str) -> int | None:
    """Wrong letters of one word; None where it is another word. Numbers and words of two letters must be equal."""
    if a == b:
        return 0
    shortest = min(len(a), len(b))
    if shortest < 3 or not (a.isalpha() and b.isalpha()):
        return None
    allowed = 1 if shortest < 5 else 2
    distance: int = OSA.distance(a, b, score_cutoff=allowed)
    return distance if distance <= allowed else None


def _numbers(words: tuple[str, ...]) -> list[str]:
    return sorted(word for word in words if any(map(str.isdigit, word)))


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """PLA for People's Liberation Army."""
    return len(short) == 1 and len(long) >= _ACRONYM and short[0] == "".join(word[0] for word in long)


def _worth(words: tuple[str, ...]) -> float:
    """Bits of the whole name: words that name somebody, then those that many bear."""
    bits = sum(_GENERIC_BITS if word in _GENERIC or len(word) < 3 else _WORD_BITS for word in words)
    return min(bits, _MOST_BITS)
