"""How common a person's name is: the probability that a person drawn at random bears exactly this name.

p(full name), first that applies: the published number of bearers; p(surname) x p(given name) from a table of given
names; p(surname) x the characters' probabilities. Names are not drawn character by character: common pairs such as 志强
are borne 5 to 50 times as often as their characters suggest, so a pair's product is raised by (product / 1e-8) ** 0.3
where it exceeds 1e-8, x8 at 1e-5 and x1 for rare pairs. That is about what the pairs of given_names.tsv need at
the least and, taken over all pairs, five times too much (they sum to 5.7): it costs bits, it never makes up evidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
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
HIDDEN = "*＊○某×Xx"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for a class of a regular expression; given names are full of rare ones (𬱖)."""
_NAME = re.compile(f"[{HAN}][{HAN}{re.escape(HIDDEN)}]+")


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
    if _NAME.fullmatch(name) is None:
        name = "".join(name.split())
        if _NAME.fullmatch(name) is None:
            return None
    cut = 2 if len(name) >= 3 and name[:2] in name_tables().surname else 1
    return name[:cut], name[cut:]


@lru_cache(maxsize=200_000)
def person_name_probability(name: str) -> float:
    """Probability that a person drawn at random bears this Simplified Chinese name; never 0.

    A name of mainland style is assumed. Latin names go to `screening.refdata.latin_names`; a masked character (张*, *伟)
    counts as known to be there and not what it is.
    """
    name = "".join(name.split())
    if name[:1] in HIDDEN and len(name) > 1:
        return max(FLOOR, given_name_probability(name[1:]))
    parts = split_name(name)
    if parts is None:
        p = name_tables().surname.get(name, UNSEEN_SURNAME)
        return FOREIGN if len(name) > 1 else max(p, UNSEEN_SURNAME)
    return parts_probability(*parts)


def parts_probability(surname: str, given: str) -> float:
    """Probability of a Chinese name of these two parts, as `split_name` gives them; never 0."""
    tables = name_tables()
    published = tables.full.get(surname + given)
    if published is not None:
        return published
    p = tables.surname.get(surname, UNSEEN_SURNAME) * given_name_probability(given)
    if len(surname) == 2:  # 东方明 may also be 东 + 方明
        p += tables.surname.get(surname[0], UNSEEN_SURNAME) * given_name_probability(surname[1] + given)
    # more than three characters behind a surname are a transliteration without its dot (阿卜杜拉买买提), and what begins with
    # no surname may be the whole name of people who have none (扎西次仁)
    least = FOREIGN if len(given) > 3 or surname not in tables.surname else FLOOR
    return least if p < least else p


def given_name_probability(given: str) -> float:
    """Probability of a given name, whatever the surname."""
    tables = name_tables()
    if given in tables.given:
        return tables.given[given]
    shown = [c for c in given if c not in HIDDEN]
    if not shown:
        return 1.0
    if len(given) == 1:
        return tables.single.get(given, UNSEEN_CHARACTER * 0.15)
    if len(given) == 2 and len(shown) == 2:
        product = (
            SHARE_PAIR * tables.initial.get(given[0], UNSEEN_CHARACTER) * tables.final.get(given[1], UNSEEN_CHARACTER)
        )
    else:
        columns = [tables.initial, *(tables.final for _ in given[1:])]
        shares = [1.0 if c in HIDDEN else t.get(c, UNSEEN_CHARACTER) for t, c in zip(columns, given, strict=True)]
        product = (SHARE_PAIR if len(given) == 2 else SHARE_LONG) * math.prod(shares)
    if product <= PAIR_BASE:
        return product
    raised: float = product * (product / PAIR_BASE) ** PAIR_EXPONENT
    return min(raised, max(product, PAIR_CAP))


def name_bits(name: str) -> float:
    """What agreement on this Chinese name is worth: -log2 of its probability."""
    return -math.log2(person_name_probability(name))
