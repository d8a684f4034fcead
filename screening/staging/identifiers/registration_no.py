"""Registration numbers of companies before 2015: 15 digits, the last a check digit by ISO 7064 MOD 11,10."""

from __future__ import annotations

import re

SHAPE = re.compile(r"\d{15}")


def is_valid(number: str) -> bool:
    """Whether the last digit is right."""
    rest = 10
    for digit in number[:-1]:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return (rest + int(number[-1])) % 10 == 1
