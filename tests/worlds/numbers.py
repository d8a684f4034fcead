"""Numbers of synthetic people and companies, with valid check digits, and how they are masked or mistyped."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from functools import cache

from sample_ids import bank_card, hkid, resident_id, uscc

from screening.refdata.resources import table_rows

_ORGANISATION = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@cache
def counties() -> tuple[tuple[str, str, str, str], ...]:
    """(code, province, city, county) of the counties in use."""
    names = {code: name for code, name, status in table_rows("regions.tsv") if status == "current"}
    return tuple(
        (code, names[code[:2] + "0000"], names.get(code[:4] + "00", ""), name)
        for code, name in names.items()
        if not code.endswith("00") and code[:2] < "70" and code[:2] + "0000" in names and name != "市辖区"
    )


def resident(rng: random.Random, birth: date, female: bool, region: str | None = None) -> str:
    """A resident identity number."""
    sequence = rng.randrange(10, 990) // 2 * 2 + (not female)
    return resident_id(region or rng.choice(counties())[0], birth.isoformat(), sequence)


def fifteen(number: str) -> str:
    """The number as it was before 1999."""
    return number[:6] + number[8:17]


def hong_kong_card(rng: random.Random) -> str:
    """A Hong Kong identity card number, as A123456(7)."""
    return hkid(rng.choice("ABCDEGKPRVYZ"), f"{rng.randrange(10**6):06d}")


def passport(rng: random.Random) -> str:
    """A Chinese passport number."""
    return f"E{rng.choice('ABCDEFGH')}{rng.randrange(10**7):07d}"


def home_return(rng: random.Random) -> str:
    """A mainland travel permit for residents of Hong Kong."""
    return f"H{rng.randrange(10**8):08d}"


def mobile(rng: random.Random) -> str:
    """A mobile number of the mainland."""
    return (
        rng.choice(("139", "138", "136", "135", "150", "158", "186", "189", "177", "188"))
        + f"{rng.randrange(10**8):08d}"
    )


def hong_kong_phone(rng: random.Random) -> str:
    """A mobile number of Hong Kong."""
    return f"{rng.choice('569')}{rng.randrange(10**7):07d}"


def landline(rng: random.Random) -> str:
    """A landline with its area code."""
    return (
        f"0{rng.choice(('512', '755', '571', '574', '731', '531', '28', '27'))}-{rng.randrange(10**7, 9 * 10**7):08d}"
    )


def card(rng: random.Random) -> str:
    """A personal card number."""
    return bank_card(rng.choice(("621700", "622202", "621226", "622848")) + f"{rng.randrange(10**12):012d}")


def account(rng: random.Random) -> str:
    """An account of a company."""
    return f"{rng.randrange(10**15, 10**16)}"


def credit_code(rng: random.Random, region: str, authority: str = "91") -> str:
    """A unified social credit code."""
    return uscc(region, "MA" + "".join(rng.choice(_ORGANISATION) for _ in range(6)), authority)


MASKS: dict[str, Callable[[str], str]] = {
    "6_4": lambda n: n[:6] + "*" * (len(n) - 10) + n[-4:],
    "3_4": lambda n: n[:3] + "*" * (len(n) - 7) + n[-4:],
    "4_4": lambda n: n[:4] + "*" * (len(n) - 8) + n[-4:],
    "6_2": lambda n: n[:6] + "*" * (len(n) - 8) + n[-2:],
    "10_2": lambda n: n[:10] + "*" * (len(n) - 12) + n[-2:],
    "1_1": lambda n: n[:1] + "*" * (len(n) - 2) + n[-1:],
    "birth_hidden": lambda n: n[:6] + "*" * 8 + n[14:],
    "x": lambda n: n[:6] + "X" * (len(n) - 10) + n[-4:],
    "full_width": lambda n: n[:6] + "＊" * (len(n) - 10) + n[-4:],
    "short_stars": lambda n: n[:6] + "****" + n[-4:],
    "ellipsis": lambda n: n[:6] + "…" + n[-4:],
    "last_4": lambda n: "*" * (len(n) - 4) + n[-4:],
    "last_6": lambda n: "*" * (len(n) - 6) + n[-6:],
    "14_0": lambda n: n[:14] + "****",
}
"""How registers and platforms mask a number."""


def one_digit(rng: random.Random, number: str) -> str:
    """One digit of the number typed wrongly (never the first six)."""
    place = rng.randrange(6, len(number) - 1)
    return number[:place] + rng.choice([d for d in "0123456789" if d != number[place]]) + number[place + 1 :]


def swapped(rng: random.Random, number: str) -> str:
    """Two different neighbours swapped."""
    places = [i for i in range(6, len(number) - 2) if number[i] != number[i + 1]]
    place = rng.choice(places)
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


def dropped(rng: random.Random, number: str) -> str:
    """One digit left out."""
    place = rng.randrange(6, len(number) - 1)
    return number[:place] + number[place + 1 :]
