"""Names in Latin letters as people write them: pinyin, Cantonese, Wade-Giles, Singapore, English given names."""

from __future__ import annotations

import random

from tests.worlds import spellings
from tests.worlds.han_names import converter
from tests.worlds.people import Person, Record
from tests.worlds.writers import CannotWriteError


def _latin(rng: random.Random, surname: str, given: list[str]) -> str:
    last, one, two = surname.title(), "".join(given).capitalize(), [g.capitalize() for g in given]
    return rng.choice((
        f"{last} {one}", f"{last.upper()} {one}", f"{last.upper()}, {one}", f"{one} {last}", f"{last} {' '.join(two)}",
        f"{last} {'-'.join(two)}", f"{one} {last.upper()}", f"{last.upper()} {''.join(given).upper()}", f"{'-'.join(two)} {last}",
        f"{last}, {'-'.join([two[0], *given[1:]])}",
    ))  # fmt: skip


def pinyin(rng: random.Random, record: Record) -> None:
    """Hanyu Pinyin in any order, case and spacing."""
    person = record.person
    record.name = _latin(rng, spellings.surname_pinyin(person.surname), spellings.given_pinyin(person.given))


def pinyin_joined(_: random.Random, record: Record) -> None:
    """zhangwei, as in user names."""
    record.name = spellings.surname_pinyin(record.person.surname) + "".join(spellings.given_pinyin(record.person.given))


def pinyin_initials(_: random.Random, record: Record) -> None:
    """Zhang J.M."""
    given = "".join(g[0].upper() + "." for g in spellings.given_pinyin(record.person.given))
    record.name = f"{spellings.surname_pinyin(record.person.surname).title()} {given}"


def wade_giles(rng: random.Random, record: Record) -> None:
    """The spelling of a Taiwan passport."""
    person = record.person
    surname = spellings.wade_giles(spellings.surname_pinyin(person.surname).replace("lyu", "lv"))
    given = [spellings.wade_giles(s) for s in spellings.pinyin(person.given)]
    record.name = rng.choice((f"{surname.upper()}, {'-'.join(given).upper()}", f"{surname.title()} {'-'.join(given).capitalize()}",
                              f"{'-'.join(given).capitalize()} {surname.title()}"))  # fmt: skip


def _cantonese(person: Person) -> tuple[str, list[str]]:
    try:
        return spellings.cantonese(person.surname, person.given)
    except KeyError:
        raise CannotWriteError from None


def cantonese(rng: random.Random, record: Record) -> None:
    """The name on a Hong Kong identity card."""
    surname, given = _cantonese(record.person)
    joined = "-".join(given)
    record.name = rng.choice((
        f"{surname.upper()}, {' '.join(given)}", f"{surname.upper()} {' '.join(given)}", f"{surname} {joined}", f"{' '.join(given)} {surname}",
        f"{surname.upper()} {joined.upper()}", f"{surname}, {given[0]}{''.join(g.lower() for g in given[1:])}",
        f"{surname} {given[0]}{'-' + given[1].lower() if len(given) > 1 else ''}",
    ))  # fmt: skip


def cantonese_english(rng: random.Random, record: Record) -> None:
    """CHAN Tai Man Peter, Peter CHAN Tai-man."""
    surname, given = _cantonese(record.person)
    first = record.person.english
    record.name = rng.choice((f"{surname.upper()} {' '.join(given)} {first}", f"{first} {surname} {'-'.join(given)}", f"{surname}, {' '.join(given)} {first}",
                              f"{first} {' '.join(given)} {surname.upper()}"))  # fmt: skip


def english_only(rng: random.Random, record: Record) -> None:
    """Peter Chan, Peter T. M. Chan."""
    surname, given = _cantonese(record.person)
    first = record.person.english
    record.name = rng.choice(
        (f"{first} {surname}", f"{first} {' '.join(g[0] + '.' for g in given)} {surname}", f"{surname}, {first}")
    )


def married(rng: random.Random, record: Record) -> None:
    """陳李美玲, CHAN LEE Mei Ling, Mrs Chan Lee Mei-ling."""
    if not record.person.female:
        raise CannotWriteError
    surname, given = _cantonese(record.person)
    husband = rng.choice([s for s in spellings.CANTONESE_SURNAMES if len(s) == 1 and s != record.person.surname])
    his = spellings.CANTONESE_SURNAMES[husband]
    record.name = rng.choice((
        converter("s2hk").convert(husband + record.person.name), husband + record.person.name, f"{his.upper()} {surname.upper()} {' '.join(given)}",
        f"Mrs. {his} {surname} {'-'.join(given)}",
    ))  # fmt: skip


def singapore(rng: random.Random, record: Record) -> None:
    """Tan Beng Huat."""
    surname, given = spellings.singapore(record.person.surname, record.person.given)
    record.name = rng.choice(
        (f"{surname} {' '.join(given)}", f"{surname.upper()} {' '.join(given).upper()}", f"{' '.join(given)} {surname}")
    )


def both_scripts(rng: random.Random, record: Record) -> None:
    """陳大文 CHAN Tai Man in one cell."""
    surname, given = _cantonese(record.person)
    characters = converter("s2hk").convert(record.name)
    record.name = rng.choice(
        (
            f"{characters} {surname.upper()} {' '.join(given)}",
            f"{surname} {' '.join(given)} ({characters})",
            f"{characters}（{surname} {''.join(given)}）",
        )
    )
