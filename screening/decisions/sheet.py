"""Decisions written into the workbook, read row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from screening.contract.decisions import DECISIONS, ENTRY_COLUMNS, FINDING_COLUMN, IDENTITIES, RUN_COLUMN, Words
from screening.decisions.batch import UNREADABLE, Row
from screening.decisions.request import Request

HEADERS = frozenset(word for words in (FINDING_COLUMN, RUN_COLUMN, *ENTRY_COLUMNS.values()) for word in words)
"""The headers that are read, in both languages."""


def read_rows(cells: Iterable[tuple[int, Mapping[str, str]]], by: str) -> list[Row]:
    """The rows in which somebody wrote something, in the order of the sheet."""
    found = []
    for number, row in cells:
        told = {name: _cell(row, words) for name, words in ENTRY_COLUMNS.items()}
        if not any(told.values()):
            continue
        request = Request(
            finding_id=_cell(row, FINDING_COLUMN) or "",
            decision=_code(told["decision"], DECISIONS),
            reason=told["reason"],
            by=by,
            until=_day(told["until"]),
            source=told["source"],
            reply=told["reply"],
            identity=_code(told["identity"], IDENTITIES),
        )
        found.append(Row(number, _cell(row, RUN_COLUMN) or "", request))
    return found


def _cell(row: Mapping[str, str], words: Words) -> str | None:
    return next((row[word].strip() for word in words if row.get(word, "").strip()), None)


def _code(told: str | None, codes: Mapping[str, Words]) -> str | None:
    """The code of a word; an empty text for a word nobody knows."""
    if told is None:
        return None
    return next((code for code, words in codes.items() if told in (code, *words)), "")


def _day(told: str | None) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(told.replace("/", "-")[:10])
    except ValueError:
        return UNREADABLE
