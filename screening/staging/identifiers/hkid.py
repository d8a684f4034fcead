"""Hong Kong identity cards: one or two letters, six digits, a check digit (0-9, A), usually in brackets.

Letters count A=10 … Z=35, a missing first letter 36; weights 9 to 2; with the check digit (A=10) the sum is a multiple of 11.
"""

from __future__ import annotations

import re

_SHAPE = re.compile(r"([A-Z]{1,2})(\d{6})(?:\(([0-9A])\)|([0-9A]))?")
_TWO_LETTERS = frozenset({"EC", "WX", "XA", "XB", "XC", "XD", "XE", "XG", "XH"})


def check_digit(letters: str, digits: str) -> str:
    """The check digit of a card number."""
    places = [36] * (2 - len(letters)) + [ord(letter) - 55 for letter in letters] + [int(digit) for digit in digits]
    rest = -sum(place * weight for place, weight in zip(places, range(9, 1, -1), strict=True)) % 11
    return "A" if rest == 10 else str(rest)


def read(text: str) -> tuple[str, bool] | None:
    """The number without brackets and whether it is right; null when the text is no card number.

    A number without its check digit gets it, but proves nothing. Two letters and seven places without brackets may be a
    passport, so they must begin with letters that were issued.
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        return None
    letters, digits, bracketed, bare = match.groups()
    if len(letters) == 2 and bracketed is None and letters not in _TWO_LETTERS:
        return None
    right = check_digit(letters, digits)
    stated = bracketed or bare
    return (letters + digits + (stated or right), stated == right)
