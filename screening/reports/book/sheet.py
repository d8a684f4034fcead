"""What a sheet of the workbook is before it is written, and the wording that several sheets share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from screening.reports.relations import kinship_words
from screening.reports.sheets import Cell
from screening.reports.titles import rule_heading
from screening.reports.words import Language, code

WORDED = (
    "tier", "outcome", "party_table", "declaration_status", "declaration_decision", "duty", "exemption", "overlap",
    "dealing_basis", "lifecycle", "closed_because", "statutory_resolution",
)  # fmt: skip
"""Columns of a finding that hold a code of the contract."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture beside a table of shares between 0 and 1, with the diagonal on which both columns agree.

    Attributes:
        across: column that is drawn from left to right.
        up: column that is drawn upwards.
    """

    across: str
    up: str


@dataclass(frozen=True)
class Sheet:
    """One filtered table under frozen headers.

    Attributes:
        name: key of its title in `words.TEXTS`.
        columns: key of the header in `words.COLUMNS` -> width in characters, left to right.
        rows: the cells by column; a column that a row lacks stays empty.
        frozen: how many columns stay in sight.
        banded_by: a column whose changes of value begin a new band of shade, so that what belongs together is seen.
        printed: how many columns, from the left, go to paper; None for all.
        notes: sentences below the table.
        plot: a picture to the right of the table.
        entries: columns in which people write, with the words each offers in a list.
    """

    name: str
    columns: Mapping[str, int]
    rows: Iterable[Mapping[str, Cell]]
    frozen: int = 3
    banded_by: str | None = None
    printed: int | None = None
    notes: tuple[str, ...] = ()
    plot: Plot | None = None
    entries: Mapping[str, Sequence[str]] = field(default_factory=dict)


def worded(row: Mapping[str, Any], language: Language) -> dict[str, Cell]:
    """A finding with its codes put into words; lists and dictionaries are left out."""
    return {
        **{key: value for key, value in row.items() if not isinstance(value, (list, dict))},
        **{key: code(key, row[key], language) for key in WORDED},
        "rule_title": rule_heading(row["rule_id"], language),
        "relationship": kinship_words(row["relationship"], language),
        "summary": row[f"summary_{language}"],
    }


def by_case(candidates: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Candidates with the number of their case: cases in the order of their best candidate, kept together."""
    numbers: dict[str, int] = {}
    for row in candidates:
        numbers.setdefault(row["case_id"], len(numbers) + 1)
    return sorted(((numbers[row["case_id"]], row) for row in candidates), key=lambda pair: pair[0])
