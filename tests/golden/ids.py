"""Makes synthetic identifiers with valid check digits for golden cases.

    python tests/golden/ids.py resident 44030619800315001
    python tests/golden/ids.py uscc 91 440300 MA5Q00A1
    python tests/golden/ids.py hkid Y482736

The case files hold the results literally; a test recomputes the check digits.
"""

from __future__ import annotations

import sys

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def resident_id(first_17: str) -> str:
    """A resident identity number: region, birth date, sequence, and its MOD 11-2 check character."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _RESIDENT_WEIGHTS, strict=True))
    return first_17 + "10X98765432"[total % 11]


def uscc(authority: str, region: str, organisation: str) -> str:
    """A unified social credit code: both the inner check of the organisation code and the last character hold."""
    inner = sum(int(char, 36) * weight for char, weight in zip(organisation, _ORG_WEIGHTS, strict=True))
    rest = 11 - inner % 11
    first_17 = authority + region + organisation + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(_USCC_ALPHABET.index(char) * (pow(3, place, 31)) for place, char in enumerate(first_17))
    return first_17 + _USCC_ALPHABET[(31 - total % 31) % 31]


def hkid(letters_and_digits: str) -> str:
    """A Hong Kong identity card number with its check character in brackets."""
    padded = letters_and_digits.rjust(8)
    values = [36 if char == " " else int(char, 36) for char in padded]
    rest = -sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True)) % 11
    return f"{letters_and_digits}({'A' if rest == 10 else rest})"


def is_resident_id(value: str) -> bool:
    """Whether 18 characters are a resident identity number with the right check character."""
    return len(value) == 18 and value[:17].isdigit() and resident_id(value[:17]) == value


def is_uscc(value: str) -> bool:
    """Whether 18 characters are a credit code whose two checks hold."""
    try:
        return len(value) == 18 and uscc(value[:2], value[2:8], value[8:16]) == value
    except ValueError:
        return False


if __name__ == "__main__":
    _MAKERS = {"resident": resident_id, "uscc": uscc, "hkid": hkid}
    print(_MAKERS[sys.argv[1]](*sys.argv[2:]))  # type: ignore[operator]
