"""Synthetic identifiers with valid check digits."""

from __future__ import annotations

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def resident_id(region: str, birth: str, sequence: int) -> str:
    """A resident identity number; `birth` is ISO, an odd sequence means a man (ISO 7064 MOD 11-2)."""
    first_17 = f"{region}{birth.replace('-', '')}{sequence:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _RESIDENT_WEIGHTS, strict=True))
    return first_17 + "10X98765432"[total % 11]


def uscc(region: str, organisation: str, authority: str = "91") -> str:
    """A credit code of GB 32100: 8 characters of organisation code, its own check character, and MOD 31."""
    inner = 11 - sum(int(char, 36) * weight for char, weight in zip(organisation, _ORG_WEIGHTS, strict=True)) % 11
    first_17 = authority + region + organisation + {10: "X", 11: "0"}.get(inner, str(inner))
    total = sum(_USCC_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(first_17))
    return first_17 + _USCC_ALPHABET[(31 - total % 31) % 31]


def hkid(letter: str, digits: str) -> str:
    """A Hong Kong identity card number with its check character in brackets."""
    values = [36, int(letter, 36), *map(int, digits)]
    rest = -sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True)) % 11
    return f"{letter}{digits}({'A' if rest == 10 else rest})"


def bank_card(first_18: str) -> str:
    """A 19-digit personal card number (Luhn)."""
    total = 0
    for place, char in enumerate(reversed(first_18)):
        doubled = int(char) * (1 if place % 2 else 2)
        total += doubled - 9 if doubled > 9 else doubled
    return first_18 + str(-total % 10)


def masked(number: str) -> str:
    """A resident identity number as registers show it: the first six and the last four places."""
    return number[:6] + "*" * 8 + number[-4:]
