"""What a column of a delivered table is: its names, its kind and whether a row can live without it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How the text of a cell is read; see contract.md, "Values" and "What a defect does"."""

    TEXT = "text"
    CODE = "code"  # a key; a whole number in a spreadsheet cell is read as its digits
    IDENTIFIER = "identifier"  # digits are lost in a numeric spreadsheet cell
    TEXTS = "texts"  # several values in one cell
    PHONES = "phones"
    ACCOUNTS = "accounts"  # several, and an identifier
    DATE = "date"
    SHARE = "share"  # percent
    AMOUNT = "amount"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    ENUM = "enum"  # a word of `Column.words`; an unknown word empties the cell, or rejects the row where required
    FREE = "free"  # free text that a later stage maps; an unmapped word is a warning, never a rejection

    @property
    def many(self) -> bool:
        """Whether one cell may hold several values."""
        return self in {Kind.TEXTS, Kind.PHONES, Kind.ACCOUNTS}

    @property
    def loses_digits(self) -> bool:
        """Whether a numeric spreadsheet cell has destroyed the value."""
        return self in {Kind.IDENTIFIER, Kind.ACCOUNTS}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a delivered table.

    Attributes:
        name: English name, also the name inside the program.
        zh: Chinese header.
        kind: how its cells are read.
        required: a row with this cell empty or malformed is rejected.
        words: name of its enumeration in `screening.contract.words`, for Kind.ENUM.
    """

    name: str
    zh: str
    kind: Kind = Kind.TEXT
    required: bool = False
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a delivery.

    Attributes:
        key: the columns that name a record to a person (quality rows, corrections).
        grain: what one row is.
    """

    name: str
    zh: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """English column names in the contract's order."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Columns without which a row is rejected, and a table too."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """The column of that English name.

        Raises:
            KeyError: no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
