"""What every reader returns: one delivered file (or sheet) as columns of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from screening.sources.cell_types import TEXT
from screening.sources.headers import Layout

Column: TypeAlias = pa.ChunkedArray | pa.Array
Mask: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reading:
    """One delivered file, or one sheet of a workbook, as text.

    Attributes:
        layout: the header row, understood.
        cells: contract column -> text as delivered ("" or null when empty), all of one length.
        rows: number of each record in the file as a spreadsheet shows it (the header is row 1).
        kinds: contract column -> letters of `cell_types`, one a cell or one for all; only where cells have types.
        unreadable: number of fields -> rows of the records that have so many instead of `width`; not in `cells`.
        width: number of headers.
        encoding: of a text file.
        sheet: of a workbook.
    """

    layout: Layout
    cells: Mapping[str, Column]
    rows: pa.Array
    kinds: Mapping[str, str] = field(default_factory=dict)
    unreadable: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    width: int = 0
    encoding: str | None = None
    sheet: str | None = None

    @property
    def records_lost(self) -> int:
        """How many records could not be cut into fields."""
        return sum(map(len, self.unreadable.values()))

    def typed_as(self, column: str, wanted: str) -> Mask:
        """Whether each cell of a column has one of the wanted letters of `cell_types`."""
        letters = self.kinds.get(column, TEXT)
        if len(letters) == 1:
            return np.full(len(self.rows), letters in wanted)
        codes = np.frombuffer(letters.encode("ascii"), dtype=np.uint8)
        return np.isin(codes, np.frombuffer(wanted.encode("ascii"), dtype=np.uint8))
