"""What reading one cell gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of a cell.

    Attributes:
        value: the standard value as text; of a date the first day it can mean. Null: the cell says nothing, or cannot be read.
        value_hi: of a date the last day it can mean.
        values: of a cell that may hold several values, those that can be read, distinct and sorted.
        malformed: something was said that cannot be read.
    """

    value: str | None = None
    value_hi: str | None = None
    values: tuple[str, ...] | None = None
    malformed: bool = False


NOTHING = Reading()
MALFORMED = Reading(malformed=True)


def said(value: str | None) -> Reading:
    """A plain value."""
    return NOTHING if value is None else Reading(value)
