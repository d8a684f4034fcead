"""How the characters of a Chinese name sound: Mandarin syllables and classes of Cantonese ones, and how common each sound is.

Keys of a Chinese name: `p:` and its Pinyin syllables, `j:` and its Cantonese sounds, each syllable with a capital letter
(`p:ChenDaWen`, `j:CanTaiMan`). A character or surname with two readings gives more than one key.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from screening.refdata.names import UNSEEN_SURNAME, name_tables
from screening.refdata.resources import table_rows

MANDARIN, CANTONESE = "p:", "j:"
MOST_READINGS = 4  # of one system
_MOST_CHARACTERS = 4  # of a given name; longer ones are transliterations
_INITIAL = {
    "b": "P", "p": "P", "m": "M", "f": "F", "d": "T", "t": "T", "n": "N", "l": "L", "g": "K", "k": "K", "gw": "Q", "kw": "Q",
    "h": "H", "ng": "X", "": "X", "z": "C", "c": "C", "s": "S", "j": "J", "y": "J", "w": "W",
}  # fmt: skip
_FINAL = {
    "aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak",
    "ei": "i", "eng": "ing", "ek": "ik", "ou": "o", "om": "am", "yu": "u", "eoi": "ui", "yun": "yn", "yut": "yt", "m": "ng", "et": "it",
    "ep": "ip", "em": "im",
}  # fmt: skip


def cantonese_sound(jyutping: str) -> str:
    """The class of a toneless Jyutping syllable: its initial as a capital, its final in small letters."""
    if jyutping in ("m", "ng", "hm", "hng"):
        return "Xng"
    initial = jyutping[:2] if jyutping[:2] in ("gw", "kw", "ng") else jyutping[:1] if jyutping[0] in _INITIAL else ""
    final = jyutping[len(initial) :]
    return _INITIAL[initial] + _FINAL.get(final, final)


@dataclass(frozen=True, slots=True)
class Sounds:
    """One language's sounds of characters.

    Attributes:
        first: character -> its sound.
        other: the few characters that have a second sound.
        surname: surname -> its sounds where they are not those of its characters.
    """

    first: Mapping[str, str]
    other: Mapping[str, str]
    surname: Mapping[str, tuple[str, ...]]


@cache
def mandarin_sounds_of_characters() -> Sounds:
    """Pinyin syllables with a capital letter."""
    first, other = {}, {}
    for syllable, characters, *rest in table_rows("mandarin_readings.tsv"):
        first.update(dict.fromkeys(characters, syllable.capitalize()))
        if rest:
            other.update(dict.fromkeys(rest[0], syllable.capitalize()))
    surname = {}
    for written, _, reading in table_rows("surnames.tsv"):
        if reading and len(written) == 1:
            surname[written] = (reading.capitalize(),)
        elif reading:
            surname[written] = (_compound(reading),)
    return Sounds(first, other, surname)


def _compound(reading: str) -> str:
    """The reading of a compound surname as two syllables: ouyang is OuYang."""
    syllables = set(mandarin_syllables())
    for cut in range(len(reading) - 1, 0, -1):
        if reading[:cut] in syllables and reading[cut:] in syllables:
            return reading[:cut].capitalize() + reading[cut:].capitalize()
    return reading.capitalize()


@cache
def cantonese_sounds_of_characters() -> Sounds:
    """Classes of Cantonese syllables."""
    first, other = {}, {}
    surname: dict[str, list[str]] = defaultdict(list)
    for syllable, characters, *rest in table_rows("cantonese_readings.tsv"):
        sound = cantonese_sound(syllable)
        first.update(dict.fromkeys(characters, sound))
        if rest:
            other.update(dict.fromkeys(rest[0], sound))
        for written in rest[1] if len(rest) > 1 else "":
            surname[written].append(sound)
    different = {c: sound for c, sound in other.items() if c not in first or first[c] != sound}
    return Sounds(first, different, {c: tuple(dict.fromkeys(sounds)) for c, sounds in surname.items()})


@cache
def mandarin_syllables() -> tuple[str, ...]:
    """Every Pinyin syllable that some character has."""
    return tuple(sorted(row[0] for row in table_rows("mandarin_readings.tsv")))


@cache
def cantonese_sounds() -> tuple[str, ...]:
    """Every Cantonese sound that some character has."""
    return tuple(sorted({cantonese_sound(row[0]) for row in table_rows("cantonese_readings.tsv")}))


def surname_sounds(surname: str, sounds: Sounds) -> tuple[str, ...]:
    """How a surname of one or two characters sounds; empty where a character is unknown."""
    if surname in sounds.surname:
        return sounds.surname[surname]
    if not all(c in sounds.first for c in surname):
        return ()
    if len(surname) == 1:
        other = sounds.other.get(surname)
        return (sounds.first[surname], other) if other else (sounds.first[surname],)
    return ("".join(sounds.first[c] for c in surname),)


def given_sounds(given: str, sounds: Sounds) -> tuple[str, ...]:
    """How a given name sounds, syllables run together."""
    first, other = sounds.first, sounds.other
    if other.keys().isdisjoint(given):
        try:
            if len(given) == 2:
                return (first[given[0]] + first[given[1]],)
            return ("".join([first[c] for c in given]),)
        except KeyError:
            return ()
    if not all(c in first for c in given):
        return ()
    options = [(first[c], other[c]) if c in other else (first[c],) for c in given]
    return tuple("".join(said) for said in product(*options))[:MOST_READINGS]


def syllables_of(said: str) -> list[str]:
    """The syllables of sounds run together: each begins with its capital."""
    return re.findall("[A-Z][a-z]*", said)


def reading_keys(surname: str, given: str, hidden: str = "") -> list[str]:
    """The reading keys of a Chinese name, sorted; none for a transliteration.

    Args:
        surname: in Simplified characters.
        given: the same; `*` for one character of which only the sound is known.
        hidden: Pinyin of that character.
    """
    if not given or len(given) > _MOST_CHARACTERS:
        return []
    if hidden:
        sounds = mandarin_sounds_of_characters()
        spelled = Sounds({**sounds.first, "*": hidden.capitalize()}, sounds.other, sounds.surname)
        return _keys(surname_beginnings(surname)[1], given_sounds(given, spelled))
    southern, northern = _languages()
    cantonese, mandarin = surname_beginnings(surname)
    keys = _keys(cantonese, given_sounds(given, southern))
    keys += _keys(mandarin, given_sounds(given, northern))
    return keys


def _keys(beginnings: Sequence[str], said: Sequence[str]) -> list[str]:
    if len(beginnings) == 1 and len(said) == 1:  # nearly always
        return [beginnings[0] + said[0]]
    return sorted({a + b for a in beginnings for b in said})[:MOST_READINGS]


@cache
def surname_beginnings(surname: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How Cantonese and Mandarin keys of this surname begin."""
    southern, northern = (tuple(p + s for s in _surname_sounds(p, surname)) for p in (CANTONESE, MANDARIN))
    return southern, northern


def sound_bits(hidden: str, given: str) -> float:
    """What it is worth to know the Pinyin of one character of a given name."""
    shares = sound_shares(MANDARIN)
    column = shares.single if len(given) == 1 else shares.initial if given.startswith("*") else shares.final
    total = math.fsum(column.values())
    return -math.log2(max(column.get(hidden.capitalize(), 0.0) / total, 1e-4))


@cache
def _languages() -> tuple[Sounds, Sounds]:
    return cantonese_sounds_of_characters(), mandarin_sounds_of_characters()


@cache
def _surname_sounds(prefix: str, surname: str) -> tuple[str, ...]:
    return surname_sounds(surname, sounds_of(prefix))


def sounds_of(prefix: str) -> Sounds:
    """The sounds behind one kind of key."""
    return cantonese_sounds_of_characters() if prefix == CANTONESE else mandarin_sounds_of_characters()


@dataclass(frozen=True, slots=True)
class SoundShares:
    """How many people bear a sound: as a surname, a whole given name, or the first or second syllable of one."""

    surname: Mapping[str, float]
    single: Mapping[str, float]
    initial: Mapping[str, float]
    final: Mapping[str, float]


@cache
def sound_shares(prefix: str) -> SoundShares:
    """Shares of sounds, from the tables of surnames and of characters of given names."""
    tables, sounds = name_tables(), sounds_of(prefix)
    surname = _sums((sound, share) for name, share in tables.surname.items() for sound in _surname_sounds(prefix, name))

    def summed(shares: Mapping[str, float]) -> Mapping[str, float]:
        return _sums((sound, share) for c, share in shares.items() for sound in _both(c, sounds))

    return SoundShares(surname, summed(tables.single), summed(tables.initial), summed(tables.final))


def _both(character: str, sounds: Sounds) -> Sequence[str]:
    return [s for s in (sounds.first.get(character), sounds.other.get(character)) if s is not None]


def _sums(shares: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    total: dict[str, float] = defaultdict(float)
    for sound, share in shares:
        total[sound] += share
    return total


def surname_share(surname: str) -> float:
    """Share of people with this surname, never 0."""
    return max(name_tables().surname.get(surname, UNSEEN_SURNAME), UNSEEN_SURNAME)
