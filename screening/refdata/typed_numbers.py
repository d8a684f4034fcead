"""Numbers as people may see them: those of documents masked, and so those that somebody typed into the cell of a name."""

from __future__ import annotations

import re
import unicodedata

_TYPED_NUMBER = re.compile(
    r"([A-Za-zＡ-Ｚａ-ｚ]{1,2}\d{6}(?!\d))(?:\s?[(（][\dAaＡａ][)）])?"  # a card of Hong Kong, with its check digit or without
    r"|\d[\d\s./／\u2010-\u2015－-]{5,}[\dXxＸｘ]"
)
"""A number that somebody typed beside a name, in whatever width and however grouped."""

_PERSONAL = re.compile(
    r"(?:86)?1[3-9]\d{9}|[1-9]\d{5}(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]?"
)


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
    return _TYPED_NUMBER.sub(lambda found: _masked(found) if _is_personal(found[0]) else found[0], text)


def _is_personal(number: str) -> bool:
    return _PERSONAL.fullmatch("".join(c for c in unicodedata.normalize("NFKC", number) if c.isalnum())) is not None


def _masked(found: re.Match[str]) -> str:
    shown = mask_identifier(found[1] or found[0]) or ""
    return f"{shown}(*)" if found[1] and found[1] != found[0] else shown
