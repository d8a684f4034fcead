"""Cells that may hold several values: names, addresses, phones, e-mail addresses, accounts."""

from __future__ import annotations

import re
from collections.abc import Callable

from screening.staging.nobody import is_nobodys
from screening.staging.readers.reading import NOTHING, Reading
from screening.staging.readers.texts import filled, narrow

_SEPARATORS = re.compile(r"[;；|｜\n\r]")
_PHONE_SEPARATORS = re.compile(r"[;；|｜\n\r,，、]")  # no number holds a comma
_SLASH = re.compile(r"\s*[/／\\]\s*")
_SEVERAL = re.compile(r"(?<=\d{7})\s+(?=1[3-9]\d{9}(?!\d)|0\d{2,3}-?\d{7,8}(?!\d))")
"""Between two whole numbers in one cell."""
_WHOLE = 7
"""Digits, shown or hidden, of the shortest number."""
_SHORTHAND = re.compile(r"\s*\d{1,4}(?!\d)")
"""The end of a second number, written /43 behind the first: which number is meant is not said plainly."""
_AREA = re.compile(r"(?<!\d)(0(?:10|2\d|[3-9]\d{2}))[-)]")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_HONG_KONG_MOBILE = re.compile(r"[56]\d{7}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_SCIENTIFIC = re.compile(r"\d(?:\.\d*)?E\+?\d+", re.IGNORECASE)
_ROUNDED = re.compile(r"\d{15}0{3,}")
"""A spreadsheet keeps 15 digits of a number and writes zeros for the rest."""


def read_texts(cell: str) -> Reading:
    """Names or addresses, as written."""
    return _read(cell, _SEPARATORS, lambda piece: piece)


def read_phones(cell: str) -> Reading:
    """Phone numbers in half width, as written; whether each is one is the affair of the phone dictionary.

    A number without area code beside one that has it is of the same city; where it looks like a mobile of Hong Kong it is read as
    that too, for companies of the mainland that belong to people of Hong Kong write both in one cell.
    """
    area = _AREA.search(narrow(cell))
    text = _SEVERAL.sub(";", _slashes_cut(cell))
    if area:
        abroad = (narrow(piece) for piece in _PHONE_SEPARATORS.split(text))
        text += "".join(f";+852{number}" for number in abroad if _HONG_KONG_MOBILE.fullmatch(number))

    def read(piece: str) -> str:
        number = narrow(piece)
        return f"{area[1]}-{number}" if area and _LOCAL.fullmatch(number) else number

    return _read(text, _PHONE_SEPARATORS, read)


def _slashes_cut(cell: str) -> str:
    """The cell with `;` for every slash between two whole numbers, and without a shorthand behind a slash."""
    if _SLASH.search(cell) is None:
        return cell
    before, *others = _SLASH.split(cell)
    pieces = [before]
    for other in others:
        if _digits(before) >= _WHOLE and _digits(other) >= _WHOLE:
            pieces.append(other)
        elif _digits(before) >= _WHOLE and _SHORTHAND.match(other):
            pieces[-1] += _SHORTHAND.sub("", other, count=1)
            continue
        else:
            pieces[-1] += f"/{other}"
        before = other
    return ";".join(pieces)


def _digits(text: str) -> int:
    return sum(character.isdigit() or character in "*＊" for character in text)


def read_emails(cell: str) -> Reading:
    """E-mail addresses in lower case; a piece that is none is malformed."""

    def read(piece: str) -> str | None:
        address = re.sub(r"\s|^mailto:", "", narrow(piece).lower())
        return address if _EMAIL.fullmatch(address) else None

    return _read(cell, _SEPARATORS, read)


def read_accounts(cell: str) -> Reading:
    """Account numbers: letters, digits and masks only. Numbers that nobody was given are dropped.

    A piece without digits, or one that a spreadsheet has turned into 6.22E+18 or 622202130400567000, is malformed. Luhn's check
    is no reason to doubt: companies' accounts have none.
    """

    def read(piece: str) -> str | None:
        account = re.sub(r"[\s_.·\-]", "", narrow(piece)).upper()
        if not re.search(r"\d", account) or _SCIENTIFIC.fullmatch(re.sub(r"\s", "", narrow(piece))):
            return None
        if _ROUNDED.fullmatch(account) and account.rstrip("0"):
            return None
        return "" if is_nobodys(account) else account

    return _read(cell, _SEPARATORS, read)


def _read(cell: str, separators: re.Pattern[str], read: Callable[[str], str | None]) -> Reading:
    """Distinct values in order; `read` returns null for a malformed piece and "" for one that says nothing."""
    pieces = [piece for piece in map(filled, separators.split(cell)) if piece is not None]
    found = [read(piece) for piece in pieces]
    values = tuple(sorted({value for value in found if value}))
    malformed = None in found
    return Reading(values=values or None, malformed=malformed) if values or malformed else NOTHING
