"""Several statements of one fact: extracts, providers and annual reports say the same thing again, or newer.

A fact is one holder's stake in one company, or one person's post in it. The latest statement counts for every day it speaks
of; an older one only for days before. Rows inside one statement stand beside each other (two stakes add up), and so do rows
whose periods do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Protocol, Self, TypeVar

from screening.contract.internal import ALWAYS
from screening.relationships.identity import Link
from screening.relationships.life import Life, Span, meet


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """Who said it and when; the greater one counts.

    Attributes:
        as_of: the day of the data.
        retrieved_on: the day somebody looked it up; `ALWAYS` where not said.
    """

    as_of: date
    retrieved_on: date
    source: str
    provider: str


class Stated(Protocol):
    """A row with a life, said by somebody."""

    @property
    def life(self) -> Life:
        """When it held."""
        ...

    @property
    def statement(self) -> Statement:
        """Who said it."""
        ...

    @property
    def record_id(self) -> str:
        """The staged row."""
        ...

    @property
    def link(self) -> Link:
        """How sure it is whom it speaks of."""
        ...

    def with_life(self, life: Life) -> Self:
        """The same row, valid for part of its days."""
        ...

    def with_link(self, link: Link) -> Self:
        """The same row, of somebody identified otherwise."""
        ...


Row = TypeVar("Row", bound=Stated)


def reconcile(rows: Iterable[Row]) -> list[Row]:
    """The rows of one fact that count, each with the days for which it counts.

    Who it is follows from every row that speaks of the same time: a newer one that gives the name alone does not make an
    older one with the identity number less sure.

    Returns:
        The latest statement first, and inside a statement by record_id.
    """
    ordered = sorted(rows, key=lambda row: row.record_id)
    if len(ordered) < 2:
        return ordered
    ordered = [
        row.with_link(min((other.link for other in ordered if _together(row, other)), key=_doubt)) for row in ordered
    ]
    ordered.sort(key=lambda row: row.statement, reverse=True)
    kept: list[Row] = []
    for _, statement in groupby(ordered, key=lambda row: row.statement):
        older = list(statement)
        if kept:
            older = [left for row in older if (left := _before(row, kept)) is not None]
            kept = [row for newer in kept if (row := _after(newer, older)) is not None]
        kept += older
    return kept


def _together(row: Stated, other: Stated) -> bool:
    return other is row or meet(row.life.possible, other.life.possible) is not None


def _doubt(link: Link) -> tuple[str, float, str]:
    return link.tier, -link.score, repr(link.evidence)


def _first_day(row: Stated) -> date:
    """The first day the row speaks of: its start, where that is unknown the first proven day, else its end."""
    if row.life.possible[0] != ALWAYS:
        return row.life.possible[0]
    return row.life.proven[0] if row.life.proven is not None else row.life.possible[1]


def _before(row: Row, newer: list[Row]) -> Row | None:
    """What the row adds before newer statements speak; None where it adds nothing that is certain."""
    end = min((_first_day(other) for other in newer if meet(other.life.possible, row.life.possible)), default=None)
    if end is None:
        return row
    life = row.life.within((ALWAYS, end)) if end > ALWAYS else None
    return None if life is None or life.proven is None else row.with_life(life)


def _after(row: Row, older: list[Row]) -> Row | None:
    """A row of unknown start begins where an older statement that it continues ends."""
    if row.life.possible[0] != ALWAYS:
        return row
    known: list[Span] = [other.life.possible for other in older if other.life.possible[1] <= _first_day(row)]
    if not known:
        return row
    life = row.life.within((max(end for _, end in known), row.life.possible[1]))
    return None if life is None else row.with_life(replace(life))
