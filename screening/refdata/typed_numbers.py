"""Numbers as people may see them: those of documents masked, and so those that somebody typed into the cell of a name."""

from __future__ import annotations

import re

_TYPED_NUMBER = re.compile(
    r"([A-Za-zＡ-Ｚａ-ｚ]{1,2}\d{6}(?!\d))(?:\s?[(（][\dAaＡａ][)）])?"  # a card of Hong Kong, with its check digit or without
    r"|\d[\d\s./／\u2010-\u2015－-]{5,}[\dXxＸｘ]"
)
"""A number that somebody typed beside a name, in whatever width and however grouped."""

_APART = r"[\s./／\u2010-\u2015－-]{0,2}"
"""What people write between the places of a number."""


def _spelt(*places: str) -> str:
    return _APART.join(places)


_MOBILE = _spelt("1", "[3-9]", *[r"\d"] * 9)
_RESIDENT = _spelt(
    "[1-9]", *[r"\d"] * 5, rf"(?:(?:1{_APART}9|2{_APART}0){_APART})?\d", r"\d",
    f"(?:0{_APART}[1-9]|1{_APART}[0-2])", rf"(?:0{_APART}[1-9]|[12]{_APART}\d|3{_APART}[01])", *[r"\d"] * 3,
)  # fmt: skip
_PERSONAL = re.compile(rf"(?<!\d)(?:(?:8{_APART}6{_APART})?{_MOBILE}|{_RESIDENT}(?:{_APART}[\dXx])?)(?!\d)")
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")


def mask_identifier(value: str | None) -> str | None:
    """The first and last four places of a long number, the first and last two of a short one; what was hidden stays hidden."""
    if value is None:
        return None
    keep = 4 if len(value) >= 12 else 2 if len(value) >= 6 else 0
    if keep == 0:
        return "*" * len(value)
    return value[:keep] + "*" * (len(value) - 2 * keep) + value[-keep:]


def mask_typed_numbers(text: str) -> str:
    """A text with every number in it masked: 岑一舟 13*******46, 岑一舟 A1***56(*)."""
    return _TYPED_NUMBER.sub(_masked, text)


def mask_personal_numbers(text: str) -> str:
    """The same of numbers that are a person's by their shape, a mobile phone's or a resident's: no company is called so."""
    parts, last = [], 0
    for found in _PERSONAL.finditer(text.translate(_NARROW)):
        parts += [text[last : found.start()], mask_identifier(text[found.start() : found.end()]) or ""]
        last = found.end()
    return "".join((*parts, text[last:]))


def _masked(found: re.Match[str]) -> str:
    shown = mask_identifier(found[1] or found[0]) or ""
    return f"{shown}(*)" if found[1] and found[1] != found[0] else shown
