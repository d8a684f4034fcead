"""A company's name in Latin (or any other spaced) letters as a row of plain words and the family of its legal form.

One reading for staging, which looks for regions and sounds of trade names in it, and for the comparison of two such names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from screening.refdata.resources import table_rows

_LONGEST = 2_000  # characters of a name that are read; no register knows a longer one
_WORDS_OF_A_FORM = 6
_MOST_BEHIND_FORM = 2  # words, as of a place
_SHORTEST_BUSINESS_WORD = 3
_LONG_FORM_WORD = 7  # letters of a word of a legal form in which a slip leaves no other word: limited, company
_SHORTER_FORM_WORD = 5  # ... beside others of the form: joint stock company
_FORM_OF_MANY = 3  # words of such a form
_SHORTEST_CUT = 2  # letters that are left of one that is cut off
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])")  # S.A., L.X.C
_GLUED_FORM = re.compile(r"(?<=[a-z])(?=(?:AG|Co\b|Co[.,]|Ltd|Inc|GmbH|LLC|Limited))")  # SiemensAG, Hi-TechCo.,Ltd
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APOSTROPHES = re.compile("['’ʻ`´‘]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "&": " and ", "+": " and "})


@dataclass(frozen=True, slots=True)
class LatinCompany:
    """One name.

    Attributes:
        words: lower case, without diacritics and without the legal form.
        family: limited, joint_stock, partnership, non_profit; `any` for Company and Corporation; None where no form is written.
    """

    words: tuple[str, ...]
    family: str | None


@cache
def _forms() -> tuple[Mapping[tuple[str, ...], str], frozenset[tuple[str, ...]]]:
    """Words of a form -> its family, and the forms that may stand before the name."""
    families: dict[tuple[str, ...], str] = {}
    leading = set()
    for form, family, place in table_rows("latin_legal_forms.tsv"):
        words = tuple(form.split())
        families[words] = family
        if place == "both":
            leading.add(words)
    return families, frozenset(leading)


def plain_words(name: str, camel: bool = False) -> list[str]:
    """The words of a text, lower case, without diacritics; initials and what stood around an apostrophe run together.

    Args:
        camel: WanDa is two words.
    """
    text = unicodedata.normalize("NFKC", name[:_LONGEST])
    text = _GLUED_FORM.sub(" ", _APOSTROPHES.sub("", text))
    if camel:
        text = _CAMEL.sub(" ", text)
    text = _INITIALS.sub(lambda initials: initials[0].replace(".", "") + " ", text)
    text = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    words = _WORD.findall("".join(c for c in text if not unicodedata.combining(c)))
    return [part for word in words for part in _apart(word)] if "and" in text else words


@lru_cache(maxsize=50_000)
def _apart(word: str) -> tuple[str, ...]:
    """The words that an `and` glues together (ScienceandTechnology), where both are words of business; Thailand is one word."""
    for found in re.finditer("and", word):
        parts = word[: found.start()], word[found.end() :]
        if _business_words().issuperset(parts):
            return parts[0], "and", parts[1]
    return (word,)


@cache
def _business_words() -> frozenset[str]:
    cells = (cell for row in table_rows("latin_company_words.tsv") for cell in row)
    return frozenset(word for cell in cells for word in cell.split() if len(word) >= _SHORTEST_BUSINESS_WORD)


@lru_cache(maxsize=100_000)
def latin_company(name: str, camel: bool = False) -> LatinCompany:
    """The words of a name without its legal form; a name that is nothing but a form keeps it."""
    words = plain_words(name, camel)
    first, start = _leading(words)
    end, last = _trailing(words, start)
    for places in range(1, _MOST_BEHIND_FORM + 1) if last is None else ():  # Huasheng Technology Co., Ltd. Zhuhai
        behind, (inner, family) = words[len(words) - places :], _trailing(words[:-places], start)
        if family not in (None, "any") and len("".join(words[inner:-places])) > 2:  # Cenye As Trading is a name
            return LatinCompany((*words[start:inner], *behind), family)
    return LatinCompany(tuple(words[start:end]), last or first)


def _leading(words: list[str]) -> tuple[str | None, int]:
    families, leading = _forms()
    for size in range(min(_WORDS_OF_A_FORM, len(words) - 1), 0, -1):
        form = tuple(words[:size])
        if form in leading:
            return families[form], size
    return None, 0


def _trailing(words: list[str], start: int) -> tuple[int, str | None]:
    """Where the forms at the end begin, and the family of the one that says most; Company and Corporation say nothing."""
    families, _ = _forms()
    end, family = len(words), None
    is_blurred = any(_mended(word, False) != word for word in words[-_WORDS_OF_A_FORM:])
    while True:
        for size in range(min(_WORDS_OF_A_FORM, end - start - 1), 0, -1):
            form = tuple(words[end - size : end])
            found = families.get(form)
            if found is None and end == len(words):
                found = _cut_short().get(form)  # where a field ends: Co., Lim
            if found is None and is_blurred:
                found = families.get(tuple(_mended(word, size < _FORM_OF_MANY) for word in form))  # Limitted
            if found is not None:
                end, family = end - size, found if family in (None, "any") else family
                break
        else:
            return (end - 1 if end - start > 1 and words[end - 1] == "and" else end), family  # Goldman Sachs & Co.


@cache
def _cut_short() -> Mapping[tuple[str, ...], str]:
    """Forms of several words whose last, long one is cut off."""
    families, _ = _forms()
    found: dict[tuple[str, ...], str] = {}
    for form, family in families.items():
        for size in range(_SHORTEST_CUT, len(form[-1])) if len(form) > 1 and len(form[-1]) >= _LONG_FORM_WORD else ():
            cut = (*form[:-1], form[-1][:size])
            if cut not in families:
                found.setdefault(cut, family)
    return found


@cache
def _form_words(shortest: int) -> tuple[str, ...]:
    return tuple(sorted({word for form in _forms()[0] for word in form if len(word) >= shortest}))


@lru_cache(maxsize=50_000)
def _mended(word: str, alone: bool) -> str:
    """The long word of a legal form that this one misses by a letter, or the word itself; `alone`: few words stand beside it."""
    shortest = _LONG_FORM_WORD if alone else _SHORTER_FORM_WORD
    known = _form_words(shortest)
    if len(word) < shortest - 1 or word in known:
        return word
    near = [form for form in known if OSA.distance(word, form, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else word
