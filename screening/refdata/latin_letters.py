"""Names in other alphabets in plain Latin letters: Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, kana, hangul, and marks.

Chinese characters are read elsewhere; a letter of an alphabet that latin_letters.tsv lacks stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from screening.refdata.resources import table_rows

ROUGH_SCRIPTS = frozenset({"arabic", "hebrew", "kana", "hangul"})
"""Alphabets in which a name can be spelt in Latin letters in ways that these rules cannot foresee: vowels are not written, or doubled."""

_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "-", "j", "jj", "ch", "k", "t", "p", "h")  # fmt: skip
_VOWELS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")  # fmt: skip
_FINALS = ("-", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
_TWO_SYLLABLE_FAMILIES = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
_FAMILIES = {
    "이": "lee",
    "박": "park",
    "최": "choi",
    "정": "jung",
    "노": "roh",
    "임": "lim",
    "류": "ryu",
    "오": "oh",
    "안": "ahn",
}
_RANGES = (
    ("cyrillic", 0x400, 0x52F), ("greek", 0x370, 0x3FF), ("armenian", 0x530, 0x58F), ("hebrew", 0x590, 0x5FF), ("arabic", 0x600, 0x6FF),
    ("georgian", 0x10A0, 0x10FF), ("greek", 0x1F00, 0x1FFF), ("kana", 0x3040, 0x30FF), ("hangul", 0xAC00, 0xD7A3),
)  # fmt: skip


@cache
def _letters() -> Mapping[str, str]:
    return {letters: latin for _, letters, latin in table_rows("latin_letters.tsv")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _letters()), key=lambda letters: (-len(letters), letters))))


def letter_script(text: str) -> str:
    """`latin`, the alphabet of the first letter that is not Latin, or `other` where that is none of ours."""
    for character in text:
        code = ord(character)
        if code < 0x250 or 0x1E00 <= code <= 0x1EFF or not character.isalpha():
            continue
        return next((script for script, first, last in _RANGES if first <= code <= last), "other")
    return "latin"


@lru_cache(maxsize=100_000)
def latin_letters(word: str) -> str:
    """A word of a name in plain Latin letters, lower case, marks dropped (Müller, muller; Путин, putin).

    Args:
        word: one word in one alphabet, in any case. Korean family names take the spelling of most passports (이, lee).
    """
    word = word.casefold()
    if word.isascii():
        return word
    text = unicodedata.normalize("NFC", word)
    if any("\u30a1" <= c <= "\u30f6" for c in text):
        text = "".join(chr(ord(c) - 0x60) if "\u30a1" <= c <= "\u30f6" else c for c in text)
    if any("\uac00" <= c <= "\ud7a3" for c in text):
        return "".join(map(_syllable, text))
    script = letter_script(text)
    if script == "other":  # marks may be vowels
        return text
    if script == "greek":  # marks would hide pairs of letters (ού)
        text = _bare(text)
    text = _exchange(text)
    return text if text.isascii() else _exchange(_bare(text))


def korean_words(word: str) -> tuple[str, ...]:
    """The family name and the syllables of the given name of a Korean name written in one word; other words as they are."""
    if len(word) < 2 or not all("\uac00" <= c <= "\ud7a3" for c in word):
        return (word,)
    cut = 2 if len(word) > 2 and word.startswith(_TWO_SYLLABLE_FAMILIES) else 1
    family = _FAMILIES.get(word[:cut]) or "".join(map(_syllable, word[:cut]))
    return (family, *map(_syllable, word[cut:]))


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _exchange(text: str) -> str:
    letters = _letters()
    return _pattern().sub(lambda found: letters[found[0]], text)


def _syllable(character: str) -> str:
    """Revised romanisation of one hangul syllable (published by the Korean government, 2000), without assimilation."""
    code = ord(character) - 0xAC00
    if not 0 <= code < 11172:
        return character
    parts = (_INITIALS[code // 588], _VOWELS[code % 588 // 28], _FINALS[code % 28])
    return "".join(part for part in parts if part != "-")
