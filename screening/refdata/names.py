"""How common a person's name is: the probability that a person drawn at random bears exactly this name.

p(full name), first that applies: the published number of bearers; p(surname) x p(given name) from a table of given
names; p(surname) x the characters' probabilities. Names are not drawn character by character: common pairs such as 志强
are borne 5 to 50 times as often as their characters suggest, so a pair's product is raised by (product / 1e-8) ** 0.3
where it exceeds 1e-8, x8 at 1e-5 and x1 for rare pairs. That is about what the pairs of given_names.tsv need at
the least and, taken over all pairs, five times too much (they sum to 5.7): it costs bits, it never makes up evidence.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from screening.refdata.resources import table_rows

FLOOR = 1e-9  # a name that somebody in the delivery bears has at least one bearer among 1.4 thousand million
UNSEEN_SURNAME = 2e-6  # 1.5 % of people share some 5,500 surnames that the table lacks
UNSEEN_CHARACTER = 2e-6  # a character that the table of given names lacks
SHARE_PAIR = 0.83  # people whose given name has two characters
SHARE_LONG = 0.02  # three characters and more
FOREIGN = 1e-6  # transliterated names (阿依古丽·买买提): written in few ways, many share them
PAIR_BASE = 1e-8
PAIR_EXPONENT = 0.3
PAIR_CAP = 1e-3  # below 秀英, the commonest pair
MIDDLE_DOTS = "·•‧．・∙⋅"


@dataclass(frozen=True, slots=True)
class NameTables:
    """The frequency tables behind `person_name_probability`."""

    surname: Mapping[str, float]
    reading: Mapping[str, str]
    single: Mapping[str, float]
    initial: Mapping[str, float]
    final: Mapping[str, float]
    given: Mapping[str, float]
    full: Mapping[str, float]


@cache
def name_tables() -> NameTables:
    """The tables of data/reference, read once."""
    surname: dict[str, float] = {}
    reading: dict[str, str] = {}
    for name, share, read in table_rows("surnames.tsv"):
        surname[name] = float(share)
        if read:
            reading[name] = read
    single: dict[str, float] = {}
    initial: dict[str, float] = {}
    final: dict[str, float] = {}
    for character, one, first, last in table_rows("given_characters.tsv"):
        single[character], initial[character], final[character] = float(one), float(first), float(last)
    given = {name: float(p) for name, p in table_rows("given_names.tsv")}
    full = {name: int(count) / int(population) for name, count, population in table_rows("full_names.tsv")}
    return NameTables(surname, reading, single, initial, final, given, full)


def split_name(name: str) -> tuple[str, str] | None:
    """Surname and given name of a Chinese name; None for one character, a middle dot or anything but characters.

    A name of three characters or more that begins with a compound surname is split after it, also when masked (欧**),
    and an unknown first character is a surname of one character.
    """
    name = "".join(name.split())
    if len(name) < 2 or any(dot in name for dot in MIDDLE_DOTS) or not _is_han(name[0]):
        return None
    if not all(_is_han(c) or c in "*＊某×Xx" for c in name[1:]):
        return None
    cut = 2 if len(name) >= 3 and name[:2] in name_tables().surname else 1
    return name[:cut], name[cut:]


def surname_readings(char: str) -> str | None:
    """Pinyin of a surname that is read otherwise than the character (单 shan), or is compound; else None."""
    return name_tables().reading.get(char)


@lru_cache(maxsize=200_000)
def person_name_probability(name: str) -> float:
    """Probability that a person drawn at random bears this Simplified Chinese name; never 0.

    A name of mainland style is assumed. Latin names go to `latin_name_probability`; a masked character (张*) counts as
    known to be there and not what it is.
    """
    name = "".join(name.split())
    tables = name_tables()
    if name in tables.full:
        return tables.full[name]
    parts = split_name(name)
    if parts is None:
        return FOREIGN if len(name) > 1 else max(tables.surname.get(name, UNSEEN_SURNAME), UNSEEN_SURNAME)
    surname, given = parts
    p = tables.surname.get(surname, UNSEEN_SURNAME) * given_name_probability(given)
    if len(surname) == 2:  # 东方明 may also be 东 + 方明
        p += tables.surname.get(name[0], UNSEEN_SURNAME) * given_name_probability(name[1:])
    return min(1.0, max(FLOOR, p))


def given_name_probability(given: str) -> float:
    """Probability of a given name, whatever the surname."""
    tables = name_tables()
    if given in tables.given:
        return tables.given[given]
    if not any(_is_han(c) and c != "某" for c in given):
        return 1.0
    if len(given) == 1:
        return tables.single.get(given, UNSEEN_CHARACTER * 0.15)
    columns = [tables.initial, *(tables.final for _ in given[1:])]
    known = [_is_han(c) and c != "某" for c in given]  # a masked character is there, whatever it is
    shares = [t.get(c, UNSEEN_CHARACTER) if k else 1.0 for t, c, k in zip(columns, given, known, strict=True)]
    product = (SHARE_PAIR if len(given) == 2 else SHARE_LONG) * math.prod(shares)
    if product <= PAIR_BASE:
        return product
    raised: float = product * (product / PAIR_BASE) ** PAIR_EXPONENT
    return min(raised, max(product, PAIR_CAP))


def name_bits(name: str) -> float:
    """What agreement on this Chinese name is worth: -log2 of its probability."""
    return -math.log2(person_name_probability(name))


def _is_han(character: str) -> bool:
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF
    )


@cache
def _latin_surnames() -> Mapping[str, float]:
    return {spelling: float(share) for spelling, share in table_rows("latin_surnames.tsv")}


def latin_name_probability(tokens: Sequence[str]) -> float:
    """Rough probability of a romanised or English name given as tokens in any order and case; never 0.

    The commonest token that is a romanised Chinese surname is the surname (else a constant of 1e-4); each further token
    counts 1/60 for one syllable of a given name (tai, man, up to six letters), 1/400 for a longer token, 1/20 for an
    initial. Romanisation merges many names, so these stay well above what the same name would be worth in characters.
    """
    words = [t.casefold().strip(".") for t in tokens if t.strip(" .")]
    if not words:
        return 1.0
    surnames = _latin_surnames()
    surname = max((w for w in words if w in surnames), key=lambda w: surnames[w], default=None)
    p = 1e-4 if surname is None else surnames[surname]
    rest = list(words)
    rest.remove(surname if surname is not None else words[-1])
    for word in rest:
        p *= 1 / 20 if len(word) == 1 else 1 / 60 if len(word) <= 6 else 1 / 400
    return max(1e-9, p)
