"""Numbers of Macau and Taiwan, travel permits and passports."""

from __future__ import annotations

import re

_MACAU = re.compile(r"([157])/?(\d{6})/?\(?(\d)\)?")
_TAIWAN = re.compile(r"([A-Z])([1289A-D])(\d{8})")
_TAIWAN_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"  # in the order of their values 10 to 35
_PERMIT = re.compile(r"([HM]\d{8})(\d{2})?")
_TAIWAN_PERMIT = re.compile(r"(\d{8})\d{2}(?:[A-Z]|\([A-Z0-9]\))|TW?T?(\d{8})")
_OLD_RESIDENCE = re.compile(r"[A-Z]{3}\d{12}")
_PASSPORT = re.compile(r"E\d{8}|E[A-HJ-NP-Z]\d{7}|[GDSP]\d{8}|[SPD]E\d{7}|K\d{8}|K[A-Z]\d{7}|H[A-Z]\d{7}|M[AB]\d{7}")


def read_macau(text: str) -> str | None:
    """Macau resident identity card, written 1234567(8) or 1/234567/8; its check digit is not published.

    Eight bare digits are too many other things.
    """
    match = _MACAU.fullmatch(text)
    return "".join(match.groups()) if match and not text.isdigit() else None


def read_taiwan(text: str) -> tuple[bool, str] | None:
    """Taiwanese identity or residence number: whether its check digit is right, and the gender."""
    match = _TAIWAN.fullmatch(text)
    if match is None:
        return None
    first, second, rest = match.groups()
    places = [*divmod(_TAIWAN_LETTERS.index(first) + 10, 10)]
    places += [int(second) if second.isdigit() else _TAIWAN_LETTERS.index(second) % 10]
    places += map(int, rest)
    total = sum(place * weight for place, weight in zip(places, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), strict=True))
    return total % 10 == 0, "male" if second in "18AC" else "female"


def read_permit(text: str) -> str | None:
    """Mainland travel permit of a resident of Hong Kong or Macau: its first nine places name the person for life."""
    match = _PERMIT.fullmatch(text)
    return match[1] if match else None


def is_passport(text: str) -> bool:
    """Passports of the mainland, Hong Kong and Macau; they change at renewal."""
    return _PASSPORT.fullmatch(text) is not None


def read_taiwan_permit(text: str) -> str | None:
    """Mainland travel permit of a resident of Taiwan: eight digits for life.

    Older cards show two digits of issue and a letter behind them. Eight bare digits are too many other things.
    """
    match = _TAIWAN_PERMIT.fullmatch(text)
    return match[match.lastindex or 1] if match else None


def is_old_residence(text: str) -> bool:
    """Permanent residence card of a foreigner before December 2023: three letters of the country and twelve digits."""
    return _OLD_RESIDENCE.fullmatch(text) is not None
