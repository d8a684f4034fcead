"""Resident identity numbers (GB 11643) of 18 places, also those of residence permits (81, 82, 83) and of foreigners (9).

Six places of region, eight of birth date, three of sequence (odd: male), one check digit MOD 11-2. Numbers of 15 places, issued
until 1999, have a birth year of two digits and no check digit. Regions are not checked: retired codes stay valid for life.
"""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import numpy.typing as npt

from screening.staging.identifiers.digits import Block, Truths, place_values

_WEIGHT_LIST = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_WEIGHTS = np.array(_WEIGHT_LIST)
_CHECK = "10X98765432"
_DIGITS, _LAST = place_values("0123456789"), place_values(_CHECK)
SHAPE = re.compile(r"[1-9]\d{16}[0-9X]")
OLD_SHAPE = re.compile(r"[1-9]\d{14}")


def right(rows: Block) -> Truths:
    """Whether each row of 18 bytes is 17 digits and their check digit."""
    digits = _DIGITS[rows[:, :17]]
    wanted = (digits * _WEIGHTS).sum(axis=1) % 11
    found: Truths = (digits >= 0).all(axis=1) & (_LAST[rows[:, 17]] == wanted)
    return found


def is_right(number: str) -> bool:
    """Whether a text of 18 places ends in the check digit of the other 17."""
    return number[:17].isdigit() and _check(number[:17]) == number[17]


def birth_dates(rows: Block) -> tuple[npt.NDArray[np.datetime64], Truths]:
    """The birth date in each row of 18 bytes, and whether there is such a day from 1800 to 2099 (else the date means nothing)."""
    digits = _DIGITS[rows[:, 6:14]]
    year = digits[:, :4] @ np.array([1000, 100, 10, 1])
    month, day = digits[:, 4] * 10 + digits[:, 5], digits[:, 6] * 10 + digits[:, 7]
    known = (digits >= 0).all(axis=1) & (year >= 1800) & (year <= 2099) & (month >= 1) & (month <= 12) & (day >= 1)
    months = np.where(known, (year - 1970) * 12 + month - 1, 0).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + np.where(known, day - 1, 0)
    known &= days.astype("datetime64[M]") == months  # no 30 February
    return days, known


def lengthened(old: str) -> str:
    """The number of 18 places that replaced one of 15; sequences 996 to 999 belong to people born before 1900."""
    body = old[:6] + ("18" if old[12:] >= "996" else "19") + old[6:]
    return body + _check(body)


def _check(body: str) -> str:
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHT_LIST, strict=True)) % 11]


def birth_date(number: str) -> date | None:
    """The birth date in a number of 18 places, null where there is no such day."""
    try:
        day = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return day if 1800 <= day.year <= 2099 else None


def gender(number: str) -> str:
    """The gender in a number of 18 places."""
    return "male" if int(number[16]) % 2 else "female"
