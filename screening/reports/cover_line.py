"""A line of the cover, and how a table is called on it."""

from __future__ import annotations

from typing import NamedTuple

from screening.contract.tables import TABLES
from screening.reports.words import Language


class Line(NamedTuple):
    """One line of the cover.

    Attributes:
        kind: title, head, line, warning; a note is a text across both columns.
        section: run, counts, since, not_screened, checks, tables, inputs; empty for the title.
    """

    kind: str
    section: str
    left: str
    right: str = ""


def table_words(name: str, language: Language) -> str:
    """A table's name as the people who made it know it."""
    if name not in TABLES:
        return name
    return f"{TABLES[name].zh} {name}" if language == "zh" else name
