"""A Chinese name beside one in Latin letters: may the one be a spelling of the other?

other_way     a reading of the Chinese name is a reading of the Latin one (陈大文, Peter CHAN Tai Man)
partly        all of it but one syllable, which is spelled otherwise by one letter (陈恒彬, Chan Han Pan)
half          one of two syllables behind the surname is another word (施能文, Sze Lun Man): a brother's name as well
surname       the surname fits and the Latin side shows no Chinese given name (Peter Chan, Chan T.M.), or part of it fits
other_script  the Latin name is no Chinese one, or its surname is unknown: nothing can be said
different     it is a Chinese name, and neither surname nor given name can be this one
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from screening.refdata.names import name_bits, split_name
from screening.refdata.readings import CANTONESE, given_sounds, sound_shares, sounds_of, surname_sounds, syllables_of
from screening.refdata.romanised import Parse, Romanised, read_romanised
from screening.refdata.romanised_words import segments
from screening.refdata.spellings import cantonese_spellings, mandarin_spellings

SURNAME_AT_MOST = 4.0
"""Bits of a surname that fits: Chan is worth so much at the most, for a rarer one is spelled in rarer ways."""


def compare_romanised(han_key: str, readings: Sequence[str], latin: str) -> tuple[str, float]:
    """Verdict and bits shared, before what the writing costs.

    Args:
        han_key: the folded Chinese name.
        readings: its reading keys.
        latin: the other name as written.
    """
    read = read_romanised(latin)
    if not set(readings).isdisjoint(read.keys):
        return "other_way", min(name_bits(han_key), -math.log2(read.probability))
    parts = split_name(han_key)
    if parts is None or not read.parses or not readings:
        return "other_script", 0.0
    fits = [(parse, *_fits(parts, parse)) for parse in read.parses]
    families = [(parse, given) for parse, surname, given in fits if surname]
    if not families:
        # a Chinese given name that fits under another surname may be a married or an adopted one
        return ("other_script", 0.0) if any(given == 1.0 for _, _, given in fits) else ("different", 0.0)
    if any(given is None for _, given in families):
        return "surname", _surname_bits(parts[0], read)
    for verdict in ("partly", "half"):
        found = [bits for parse, _ in families if (bits := _almost(parts, parse, verdict == "partly")) is not None]
        if found:
            return verdict, min(found)
    return ("surname", 0.0) if any(given for _, given in families) else ("different", 0.0)


def _almost(parts: tuple[str, str], parse: Parse, nearly: bool) -> float | None:
    """Bits of surname and given name where every syllable but one fits, and `nearly` that one too; None where they do not."""
    _, given = _sounds(parts, parse.prefix)
    shares = sound_shares(parse.prefix)
    for said in given:
        if len(said) != len(parse.given) or len(said) < 2:
            continue
        fit = [sound in options for sound, options in zip(said, parse.given, strict=True)]
        if sum(fit) != len(fit) - 1:
            continue
        odd = fit.index(False)
        if nearly and not any(
            OSA.distance(parse.tokens[odd], spelled, score_cutoff=1) <= 1
            for spelled in _spelled(parse.prefix, said[odd])
        ):
            continue
        columns = [shares.initial, *(shares.final for _ in said[1:])]
        p = sum(shares.surname.get(sound, 0.0) for sound in parse.surname)
        for place, options in enumerate(parse.given):
            if place != odd:
                p *= sum(columns[place].get(sound, 0.0) for sound in options)
        return -math.log2(max(p, 1e-6))
    return None


def _spelled(prefix: str, sound: str) -> tuple[str, ...]:
    return cantonese_spellings(sound) if prefix == CANTONESE else mandarin_spellings(sound.lower())


def _surname_bits(surname: str, read: Romanised) -> float:
    """-log2 of the share of people whose surname is spelled so."""
    prefixes = sorted({parse.prefix for parse in read.parses})
    shares = [
        sum(
            sound_shares(prefix).surname.get(s, 0.0)
            for s in {s for p in read.parses if p.prefix == prefix for s in p.surname}
        )
        for prefix in prefixes
    ]
    return min(SURNAME_AT_MOST, -math.log2(min(1.0, max(*shares, 1e-6))))


def _fits(parts: tuple[str, str], parse: Parse) -> tuple[bool, float | None]:
    """Whether the surname fits, and which part of the syllables of the given name; None where none are shown."""
    family, given = _sounds(parts, parse.prefix)
    surname = not set(family).isdisjoint(parse.surname)
    if not parse.given:
        return surname, None
    shares = [
        sum(sound in options for sound, options in zip(said, parse.given, strict=True)) / len(said)
        for said in given
        if len(said) == len(parse.given)
    ]
    return surname, max(shares, default=0.0)


@lru_cache(maxsize=100_000)
def _sounds(parts: tuple[str, str], prefix: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    sounds = sounds_of(prefix)
    given = tuple(tuple(syllables_of(said)) for said in given_sounds(parts[1], sounds))
    return surname_sounds(parts[0], sounds), given


def compare_spellings(left: str, right: str) -> tuple[str, float]:
    """Two Latin names whose words differ: may both be spellings of one Chinese name (CHAN Tai Man, CHEN Dawen)?

    Returns:
        partly with the bits shared where a reading of the one is a reading of the other; other_script where they may be
        spelled by different systems; different otherwise.
    """
    a, b = read_romanised(left), read_romanised(right)
    shared = set(a.keys) & set(b.keys)
    if shared:
        beside = _laid_aside(left, a, shared), _laid_aside(right, b, shared)
        if all(beside) and beside[0].isdisjoint(beside[1]):
            return "other_script", 0.0  # Paul CHAN Tai Man and Peter CHEN Dawen
        return "partly", -math.log2(max(a.probability, b.probability))
    families = [{parse.family for parse in name.parses if parse.given} for name in (a, b)]
    if families[0] & families[1]:
        return "different", 0.0  # one person spells the surname in one way, and so the rest
    sounds = [{(p.prefix, sound) for p in name.parses if p.given for sound in p.surname} for name in (a, b)]
    return ("other_script", 0.0) if sounds[0] & sounds[1] else ("different", 0.0)


def _laid_aside(value: str, read: Romanised, keys: Iterable[str]) -> frozenset[str]:
    """The words of a name that its readings with these keys leave out; of several readings, what the fullest one leaves out."""
    words = {w.text for segment in segments(value) for w in segment if len(w.text) > 1}
    left_out = [
        frozenset(word for word in words if word not in parse.family and word not in "".join(parse.tokens))
        for parse in read.parses
        if any(_says(parse, key) for key in keys)
    ]
    return min(left_out, key=len, default=frozenset())


def _says(parse: Parse, key: str) -> bool:
    """Whether the key is one of this reading."""
    for family in parse.surname:
        if key.startswith(parse.prefix + family):
            said = syllables_of(key[len(parse.prefix + family) :])
            if len(said) == len(parse.given) and all(s in o for s, o in zip(said, parse.given, strict=True)):
                return True
    return False
