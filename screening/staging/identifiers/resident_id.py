"""Resident identity numbers (GB 11643) of 18 places, also those of residence permits (81, 82, 83) and of foreigners (9).

Six places of region, eight of birth date, three of sequence (odd: male), one check digit MOD 11-2. Numbers of 15 places, issued
until 1999, have a birth year of two digits and no check digit. Regions are not checked: retired codes stay valid for life.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from screening.staging.identifiers.digits import Truths, block, place_values

_WEIGHTS = np.array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
_CHECK = "10X98765432"
_DIGITS, _LAST = place_values("0123456789"), place_values(_CHECK)
SHAPE = re.compile(r"[1-9]\d{16}[0-9X]")
OLD_SHAPE = re.compile(r"[1-9]\d{14}")


def check_digits(values: Sequence[str]) -> Truths:
    """Whether each text of 18 places ends in the check digit of the other 17."""
    codes = block(values, 18)
    digits = _DIGITS[codes[:, :17]]
    wanted = (digits * _WEIGHTS).sum(axis=1) % 11
    right: Truths = (digits >= 0).all(axis=1) & (_LAST[codes[:, 17]] == wanted)
    return right


def lengthened(old: str) -> str:
    """The number of 18 places that replaced one of 15; sequences 996 to 999 belong to people born before 1900."""
    body = old[:6] + ("18" if old[12:] >= "996" else "19") + old[6:]
    total = sum(int(digit) * int(weight) for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + _CHECK[total % 11]


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
