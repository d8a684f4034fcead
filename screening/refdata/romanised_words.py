"""The words of a name in Latin letters that may belong to a Chinese one; titles, degrees and honours laid aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from screening.refdata.resources import table_rows

_MOST_WORDS = 8
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its parts between hyphens in lower case, and whether it was written in capitals."""

    parts: tuple[str, ...]
    is_upper: bool

    @property
    def text(self) -> str:
        """The parts run together."""
        return "".join(self.parts)


TITLES_OR_SURNAMES = frozenset(["hon", "eng", "tun"])
"""The Honourable, engineer, a Malaysian title; or 韩, 翁, 段."""
_ALIAS = re.compile(r"\s+(?:@|alias|a\.?k\.?a\.?|also known as|formerly(?: known as)?)\s+|\s*@\s*", re.IGNORECASE)


def aliases(value: str) -> list[str]:
    """The names of one person that stand in one text: TAN Ah Beng @ CHEN Yaming; an address of e-mail is no two names."""
    names = [name for name in _ALIAS.split(value) if name.strip()]
    return names if all(" " in name.strip() for name in names) else [value]


def segments(value: str, keep_titles: bool = False) -> list[list[Word]]:
    """The words between commas, without titles (unless they are kept), degrees, honours and what stands in brackets."""
    text = re.sub(r"\(.*?\)|\[.*?\]", " ", _plain(value))
    found: list[list[Word]] = []
    for number, segment in enumerate(re.split(r"[,，、;/]", text)):
        words = [Word(tuple(w.lower().split("-")), len(w) > 1 and w.isupper()) for w in _WORD.findall(segment)]
        if number == 0 or not found:
            while len(words) > 1 and words[0].text in _beside("title") and not keep_titles:
                words = words[1:]
            while len(words) > 2 and words[-1].text in _beside("honour"):
                words = words[:-1]
        else:
            words = [w for w in words if w.text not in _beside("title", "honour", "after_comma")]
        if words:
            found.append(words[:_MOST_WORDS])
    return found


def _plain(value: str) -> str:
    """ASCII letters: tone marks and apostrophes dropped, ü as v, the dots of initials as spaces."""
    text = unicodedata.normalize("NFD", value)
    text = re.sub(
        "([uU])([\u0300\u0301\u0304\u030c]*)\u0308[\u0300\u0301\u0304\u030c]*",
        lambda m: "v" if m[1] == "u" or m[0][0] == "u" else "V",
        text,
    )
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘ʼ`´ʻ")
    text = re.sub(r"\bthe hon(?:(?:ou?rable)?\b\.?|(?=[a-z]))", " ", text, flags=re.IGNORECASE)  # also The HonCHAN
    text = re.sub(r"(?<=[a-zA-Z])[0-5](?![0-9])", " ", text) if re.search("[1-5]", text) else text
    return re.sub(r"[‐‑‒–—−]", "-", text)


@cache
def _beside(*kinds: str) -> frozenset[str]:
    """Words of these kinds that stand beside a name."""
    return frozenset(word for word, kind in table_rows("latin_titles.tsv") if kind in kinds)
