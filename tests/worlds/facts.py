"""Numbers, dates, phones, addresses and accounts as people write them."""

from __future__ import annotations

import random

from tests.worlds import numbers
from tests.worlds.people import Record
from tests.worlds.writers import CannotWriteError, Writer


def mask(style: str) -> Writer:
    """The number masked in this style."""

    def write(_: random.Random, record: Record) -> None:
        record.number = numbers.MASKS[style](record.number)

    return write


def fifteen(_: random.Random, record: Record) -> None:
    """The number of 15 digits."""
    if record.person.birth.year >= 2000:
        raise CannotWriteError
    record.number = numbers.fifteen(record.number)


def fifteen_masked(_: random.Random, record: Record) -> None:
    """... masked."""
    fifteen(_, record)
    record.number = record.number[:6] + "******" + record.number[-3:]


def one_digit(rng: random.Random, record: Record) -> None:
    """One digit typed wrongly."""
    record.number = numbers.one_digit(rng, record.number)


def digits_swapped(rng: random.Random, record: Record) -> None:
    """Two digits swapped."""
    record.number = numbers.swapped(rng, record.number)


def digit_dropped(rng: random.Random, record: Record) -> None:
    """A digit left out."""
    record.number = numbers.dropped(rng, record.number)


def wrong_check(rng: random.Random, record: Record) -> None:
    """The last place typed wrongly (x for X, or another digit)."""
    record.number = record.number[:-1] + rng.choice([d for d in "0123456789" if d != record.number[-1]])


def number_spaced(rng: random.Random, record: Record) -> None:
    """Groups, dashes, full-width digits, a leading quotation mark, lower-case x."""
    n = record.number
    wide = n.translate({48 + d: 0xFF10 + d for d in range(10)})
    record.number = rng.choice(
        (
            f"{n[:6]} {n[6:14]} {n[14:]}",
            f"{n[:6]}-{n[6:14]}-{n[14:]}",
            wide,
            f"'{n}",
            n.lower(),
            f" {n}",
            f"身份证{n}",
            f"{n}\t",
        )
    )


def hkid_written(rng: random.Random, record: Record) -> None:
    """A1234567, A123456 (7), a123456（7）, or without the check digit."""
    bare = record.number.replace("(", "").replace(")", "")
    record.number = rng.choice(
        (bare, bare.lower(), f"{bare[:-1]} ({bare[-1]})", f"{bare[:-1]}（{bare[-1]}）", bare[:-1])
    )


def hkid_masked(rng: random.Random, record: Record) -> None:
    """A123***(*), A1234XX(X)."""
    bare = record.number.replace("(", "").replace(")", "")
    record.number = rng.choice((f"{bare[:4]}***(*)", f"{bare[:5]}XX(X)", f"{bare[:4]}****"))


def second_document(_: random.Random, record: Record) -> None:
    """The passport or travel permit instead of the identity card."""
    record.number = record.person.document
    record.id_type = "护照" if record.person.kind == "cn" else "港澳居民来往内地通行证"


def birth_style(rng: random.Random, record: Record) -> None:
    """Any format a person may type."""
    born = record.person.birth
    record.birth = rng.choice(
        (
            f"{born:%Y/%m/%d}",
            f"{born.year}年{born.month}月{born.day}日",
            f"{born:%Y%m%d}",
            f"{born.year}-{born.month}-{born.day}",
            f"{born.year}.{born.month}.{born.day}",
        )
    )


def birth_year(_: random.Random, record: Record) -> None:
    """The year alone."""
    record.birth = str(record.person.birth.year)


def birth_month(rng: random.Random, record: Record) -> None:
    """Year and month."""
    record.birth = rng.choice(
        (f"{record.person.birth:%Y-%m}", f"{record.person.birth.year}年{record.person.birth.month}月")
    )


def birth_swapped(_: random.Random, record: Record) -> None:
    """Day and month swapped."""
    born = record.person.birth
    if born.day > 12 or born.day == born.month:
        raise CannotWriteError
    record.birth = replace_date(born.year, born.day, born.month)


def birth_off(rng: random.Random, record: Record) -> None:
    """One digit of the day wrong."""
    born = record.person.birth
    day = rng.choice([d for d in (born.day - 1, born.day + 1, born.day + 10, born.day - 10) if 1 <= d <= 28])
    record.birth = replace_date(born.year, born.month, day)


def replace_date(year: int, month: int, day: int) -> str:
    """ISO."""
    return f"{year}-{month:02d}-{day:02d}"


def phone_style(rng: random.Random, record: Record) -> None:
    """+86, blanks, dashes, full-width, a second number, a note."""
    n = record.phone
    groups = f"{n[:3]} {n[3:7]} {n[7:]}" if len(n) == 11 else f"{n[:4]} {n[4:]}"
    code = "+86" if len(n) == 11 else "+852"
    record.phone = rng.choice((f"{code} {n}", f"{code}{n}", groups, groups.replace(" ", "-"), f"（{code}）{groups}", f"00{code[1:]}{n}",
                               n.translate({48 + d: 0xFF10 + d for d in range(10)}), f"0512-6{rng.randrange(10**6, 10**7)}；{n}", f"{n}（手机）", f"手机{n}"))  # fmt: skip


def email_style(_: random.Random, record: Record) -> None:
    """Upper case and blanks."""
    record.email = f" {record.email.upper()}"


def address_style(rng: random.Random, record: Record) -> None:
    """12号楼3单元1201室, 12-3-1201, 12栋3单元1201, without the province."""
    a = record.person.address
    unit = rng.choice((f"{a.building}-{a.unit}-{a.room}", f"{a.building}栋{a.unit}单元{a.room}", f"{a.building}幢{a.unit}单元{a.room}室", f"{a.building}#楼{a.unit}-{a.room}",
                       f"{a.building}号楼 {a.unit}单元 {a.room}"))  # fmt: skip
    city = "" if a.city == a.province else a.city
    place = rng.choice((f"{a.province}{city}{a.county}", f"{city or a.province}{a.county}", a.county))
    record.address = f"{place}{a.road}{a.number}号{a.estate}{unit}"


def no_region_address(rng: random.Random, record: Record) -> None:
    """Estate and unit only."""
    a = record.person.address
    record.address = f"{a.estate}{a.building}-{a.unit}-{a.room}"


def card_style(rng: random.Random, record: Record) -> None:
    """Groups of four."""
    n = record.card
    record.card = rng.choice(
        (
            " ".join(n[i : i + 4] for i in range(0, len(n), 4)),
            "-".join(n[i : i + 4] for i in range(0, len(n), 4)),
            f" {n}",
        )
    )
