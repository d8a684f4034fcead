"""One word of a name in Latin letters: how it is spelt and sounds at its bluntest, its role, how common it is.

A word has three forms, from sharp to blunt: `text` (plain letters), `spelling` (equal for the usual ways to transliterate one word:
Sergej and Sergey, Müller and Mueller) and `sound` (also equal where only vowels of one class differ: Osama, Usama). The rules are
of no single language; they merge what several standards write for one letter (BGN/PCGN, ISO 9, ICAO 9303, German, French and
English habit). A word that is a known Chinese, Korean or Vietnamese family name sounds like nothing but itself: there another
vowel is another name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from screening.refdata.resources import table_rows

UNLISTED_BITS = 12.0  # a word that no table lists: one in 4096
LONG_UNLISTED_BITS = 14.0  # ... of nine letters and more
SHORT_UNLISTED_BITS = 8.5  # ... of up to four letters
SYLLABLE_BITS = 5.9  # one syllable of a Chinese given name: one in 60
INITIAL_BITS = 3.5
FURTHER_BITS = 9.0  # at most, for every word but the rarest: the words of one culture go together
MOST_BITS = 29.9  # as much as the rarest Chinese name, names.FLOOR
MOST_LETTERS = 24  # of a word; what follows is not looked at

_SYLLABLE = (
    "(?:zh|ch|sh|ts|hs|gw|kw|ng|[bpmfdtnlgkhjqxrzcsyw])?"
    "[yw]?(?:eong|aeng|oung|iang|iong|uang|ueng|eung|euk|ieh|ien|ian|iao|iak|iam|uai|uan|uei|uen|ook|oon|oot|aek|ark|eok|eom|eon|eul|eum|eun|"
    "ang|eng|ing|ong|ung|ae|eo|al|il|ol|ul|ai|ak|am|an|ao|ap|at|au|aw|ay|ei|ek|en|er|et|eu|ew|ia|ie|ih|ik|im|in|io|ip|it|iu|"
    "oi|ok|on|oo|op|ot|ou|ow|ua|ue|uh|ui|uk|um|un|uo|ut|uy|a|e|i|o|u|v)"
)
_ONE_SYLLABLE = re.compile(f"{_SYLLABLE}|ng|m")
_SYLLABLES = re.compile(f"(?:{_SYLLABLE}){{1,3}}|ng|m")
_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), new) for pattern, new in pairs)


_SPELLING = _rules(
    ("sch", "sh"), ("t?sch|tch", "ch"), ("ph", "f"), ("ck|q", "k"), ("dzh|dj|zh", "j"), ("kh", "h"), ("t[sz]", "z"), ("w", "v"), ("x", "ks"),
    ("oo|ou", "u"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("ee", "i"),
    ("(?<=[bcdfgklmnpstvz])r$", "er"),  # Alexandr, Petr
    ("[jy]", "i"), (r"(.)\1+", r"\1"),
    ("(?<=[^cs])h(?=[^aeiou]|$)", ""),  # Johnson, Mahmoud
    ("(?<=[^aeiou])e$", ""),
    ("(?<=[oe]v)s$|(?<=[aeou]i)s$", ""),  # the ending that Latvian passports give to Slavic names
)  # fmt: skip
_SOUND = _rules(
    ("[gcq]", "k"), ("z", "s"), ("^[ou]", "u"), ("^[ei]", "i"), ("(?<=.)[aeiou]*[aei]", "a"), ("(?<=.)[aeiou]*[ou]", "u")
)  # fmt: skip
_FIRST = str.maketrans("cqgzwjyeup", "kkksviiiof")
_SKELETON = str.maketrans({**dict.fromkeys("aeiouyjwh"), **dict(zip("rbvfzgqc", "lpppskkk", strict=True))})
_KOREAN = _rules(
    ("^(?:lee|yi|ri|rhee|i)$", "i"), ("^(?:park|bak|pak)$", "pak"), ("^(?:choi|choe|chwe)$", "che"), ("sh", "s"), ("ch|jj|j", "c"),
    ("oo|eo|eu|ou|u|o", "o"), ("ee|yi", "i"), ("ae|ai", "e"), ("(?<=[aeo])h", ""), ("kk|gg|g", "k"), ("tt|dd|d", "t"), ("pp|bb|b", "p"),
    ("^[lr]", "n"), ("r", "l"), ("w(?=o)", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
_PATRONYMIC = re.compile(r".{2,}(?:[oe]v[iy]t?ch|[oe]vitsch|[ei]vi[cj]|ovi[cj]|[oei]vna|[iy]ch)$")


@dataclass(frozen=True, slots=True)
class LatinWord:
    """One word.

    Attributes:
        text: plain lower-case letters.
        spelling: equal for the usual ways to transliterate one word.
        sound: equal for words that differ in vowels of one class only.
        firsts: class of the first letter, and for a short form those of the names that it stands for (Bob, Robert).
        consonants: in written order, for keys of whole names; sounds that some alphabets do not tell apart are one.
        korean: letters with the usual spellings of Korean sounds made one (Jong, Jung, Jeong).
        bits: what agreement on this word is worth.
        role: name, initial; particle, servant (Abdul, Abu), son (bin), title, honour (Sheikh), company as in latin_affixes.tsv.
        full_names: for a short form, the names that it can stand for.
        family_share: of the people whose given names are syllables, how many bear it as family name; 0 for other words.
        is_given: a common given name of the tables that is no family name of that kind.
        is_syllables: could be one to three syllables of a Chinese or Korean name.
        is_patronymic: the father's name of a Russian or Ukrainian name.
    """

    text: str
    spelling: str
    sound: str
    firsts: frozenset[str]
    consonants: str
    korean: str
    bits: float
    role: str
    full_names: frozenset[str]
    family_share: float
    is_given: bool
    is_syllables: bool
    is_patronymic: bool


@cache
def _roles() -> Mapping[str, str]:
    return {word: role for word, role in table_rows("latin_affixes.tsv") if role != "surname"}


@cache
def _shares() -> Mapping[str, float]:
    return {word: float(share) for word, share in table_rows("latin_words.tsv")}


@cache
def _families() -> Mapping[str, float]:
    others = {word: 2.0**-SYLLABLE_BITS for word, role in table_rows("latin_affixes.tsv") if role == "surname"}
    return others | {word: float(share) for word, share in table_rows("latin_surnames.tsv")}


@cache
def _short_forms() -> Mapping[str, frozenset[str]]:
    return {word: frozenset(names.split(" ")) for word, names in table_rows("nicknames.tsv")}


@lru_cache(maxsize=200_000)
def latin_word(text: str) -> LatinWord:
    """The forms of one word, given in plain lower-case letters."""
    text = text[:MOST_LETTERS]
    family_share = _families().get(text, 0.0)
    is_syllables = _SYLLABLES.fullmatch(text) is not None
    spelling = sound = text
    if not family_share and len(text) > 2:
        spelling = _apply(_SPELLING, text)
        sound = _apply(_SOUND, spelling)
    full_names = _short_forms().get(text, frozenset())
    return LatinWord(
        text=text,
        spelling=spelling,
        sound=sound,
        firsts=frozenset(name[:1].translate(_FIRST) for name in (text, *full_names)),
        consonants=sound.translate(_SKELETON),
        korean=_apply(_KOREAN, text) if is_syllables else "",
        bits=_bits(text, family_share),
        role=_roles().get(text, "name" if len(text) > 1 else "initial"),
        full_names=full_names,
        family_share=family_share,
        is_given=not family_share and len(text) > 2 and (text in _shares() or bool(full_names)),
        is_syllables=is_syllables,
        is_patronymic=_PATRONYMIC.match(text) is not None,
    )


def latin_words_bits(words: Iterable[float]) -> float:
    """Bits of agreement on words worth these bits: the rarest in full, the others up to `FURTHER_BITS` each."""
    parts = sorted(words, reverse=True)
    return min(MOST_BITS, sum(parts[:1]) + sum(min(FURTHER_BITS, part) for part in parts[1:]))


def _apply(rules: _Rules, text: str) -> str:
    for pattern, new in rules:
        text = pattern.sub(new, text)
    return text


def _bits(text: str, family_share: float) -> float:
    if len(text) == 1:
        return INITIAL_BITS
    rarity = SHORT_UNLISTED_BITS if len(text) <= 4 else UNLISTED_BITS if len(text) <= 8 else LONG_UNLISTED_BITS
    if _ONE_SYLLABLE.fullmatch(text):
        rarity = SYLLABLE_BITS
    elif _SYLLABLES.fullmatch(text):
        rarity = 2 * SYLLABLE_BITS
    share = max(_shares().get(text, 0.0), family_share)
    return min(rarity, -math.log2(share)) if share else rarity
