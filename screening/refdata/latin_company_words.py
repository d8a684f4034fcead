"""A company's name in Latin (or any other spaced) letters as a row of plain words and the family of its legal form.

One reading for staging, which looks for regions and sounds of trade names in it, and for the comparison of two such names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from screening.refdata.resources import table_rows

_LONGEST = 2_000  # characters of a name that are read; no register knows a longer one
_WORDS_OF_A_FORM = 6
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
    return _WORD.findall("".join(c for c in text if not unicodedata.combining(c)))


@lru_cache(maxsize=100_000)
def latin_company(name: str, camel: bool = False) -> LatinCompany:
    """The words of a name without its legal form; a name that is nothing but a form keeps it."""
    words = plain_words(name, camel)
    first, start = _leading(words)
    end, last = _trailing(words, start)
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
    while True:
        for size in range(min(_WORDS_OF_A_FORM, end - start - 1), 0, -1):
            found = families.get(tuple(words[end - size : end]))
            if found is not None:
                end, family = end - size, found if family in (None, "any") else family
                break
        else:
            return (end - 1 if end - start > 1 and words[end - 1] == "and" else end), family  # Goldman Sachs & Co.
