"""Rows of the `issue` table, gathered a column at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from screening.contract.columns import Table
from screening.warehouse.store import Warehouse


@dataclass(frozen=True, slots=True)
class Defect:
    """One kind of defect, said in both languages.

    Attributes:
        severity: info, warning or error.
    """

    check_id: str
    severity: str
    zh: str
    en: str


class IssueBook:
    """Gathers issues while files are read; they are written at the end, in one go."""

    def __init__(self) -> None:
        self._parts: list[pa.Table] = []

    def add(self, defect: Defect, table: Table | None, column: str | None = None) -> None:
        """One issue that concerns a file or a column."""
        self.add_rows(defect, table, column, [None], [None])

    def add_rows(
        self,
        defect: Defect,
        table: Table | None,
        column: str | None,
        rows: pa.Array | Sequence[int | None],
        keys: pa.Array | Sequence[str | None],
    ) -> None:
        """The same issue in many rows of one file.

        Args:
            rows: numbers in the delivered file.
            keys: the records' own keys, as long as `rows`.
        """
        count = len(rows)
        if count == 0:
            return

        def same(value: str | None) -> pa.Array:
            return pa.repeat(pa.scalar(value, pa.string()), count)

        columns = {
            "table_name": same(None if table is None else table.name),
            "row": _array(rows, pa.int64()),
            "key": _array(keys, pa.string()),
            "check_id": same(defect.check_id),
            "severity": same(defect.severity),
            "column_name": same(column),
            "message_zh": same(defect.zh),
            "message_en": same(defect.en),
        }
        self._parts.append(pa.table(columns))

    def write(self, warehouse: Warehouse) -> None:
        """Appends everything to the `issue` table, which exists afterwards."""
        warehouse.create("issue")
        if self._parts:
            warehouse.append_arrow("issue", pa.concat_tables(self._parts))


def _array(values: pa.Array | Sequence[int | None] | Sequence[str | None], kind: pa.DataType) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        return values.combine_chunks()
    return values if isinstance(values, pa.Array) else pa.array(values, kind)
