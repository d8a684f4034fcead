"""Cells of a spreadsheet as text, each with the letter of its type (`screening.sources.cell_types`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from screening.sources.cell_types import BOOLEAN, DATE, LONG_NUMBER, NUMBER, TEXT, UNIT_SEPARATOR

_STAND_IN = "\x1e"  # another control character, so that a cell holding the separator is still seen to hold one


def as_text(cell: Any) -> tuple[str, str]:
    """A cell's text and letter: ISO dates, plain numbers, true and false.

    >>> as_text(1101.0)
    ('1101', 'n')
    """
    if isinstance(cell, str):
        return cell, TEXT
    if isinstance(cell, bool):
        return ("true" if cell else "false"), BOOLEAN
    if isinstance(cell, int | float):
        return _number(cell)
    if isinstance(cell, datetime):
        return (cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ")), DATE
    if isinstance(cell, date | time):
        return cell.isoformat(), DATE
    if isinstance(cell, timedelta):
        return str(cell), DATE
    return "", TEXT


def pack_column(cells: Sequence[Any]) -> tuple[str, str]:
    """A column's texts, joined, and its letters: one a cell, or one for all."""
    if set(map(type, cells)) <= {str}:
        texts, letters = list(cells), TEXT
    else:
        pairs = [as_text(cell) for cell in cells]
        texts, letters = [text for text, _ in pairs], "".join(letter for _, letter in pairs)
    joined = UNIT_SEPARATOR.join(texts)
    if joined.count(UNIT_SEPARATOR) >= len(texts):
        joined = UNIT_SEPARATOR.join(text.replace(UNIT_SEPARATOR, _STAND_IN) for text in texts)
    return joined, letters


def _number(value: float) -> tuple[str, str]:
    """Plain digits, without exponent and without `.0`."""
    if float(value).is_integer():
        return str(int(value)), LONG_NUMBER if abs(value) >= 1e15 else NUMBER
    return format(Decimal(repr(float(value))), "f"), NUMBER
