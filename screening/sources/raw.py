"""From a reading to the rows of `raw_<table>`: empty is null, lost digits are gone, and every loss is an issue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from screening.contract.columns import Table
from screening.sources.cell_types import ERROR, LONG_NUMBER, NO_VALUE, NOT_TEXT, TEXT
from screening.sources.issues import Defect, IssueBook
from screening.sources.readings import Column, Mask, Reading

_CONTROL = bytes(set(range(32)) - {9, 10, 13}) + b"\x7f"
_CONTROL_PATTERN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"

NUMERIC_IDENTIFIER = Defect(
    "identifier_in_numeric_cell",
    "error",
    "该单元格为数字格式，号码的末几位已丢失且无法恢复，已清空；请将该列设为文本格式后重新导出。",
    "The cell is numeric, so the last digits of the number are lost for good and it was emptied; format the column as"
    " text and export it again.",
)
ERROR_CELL = Defect(
    "error_cell",
    "error",
    "该单元格是表格错误值（如 #N/A），按空值处理；请更正公式后重新导出。",
    "The cell holds a spreadsheet error such as #N/A and was read as empty; correct the formula and export it again.",
)
FORMULA_WITHOUT_VALUE = Defect(
    "formula_without_value",
    "error",
    "该单元格的公式没有保存计算结果，按空值处理；请在表格软件中打开并保存后重新交付。",
    "The cell's formula was saved without its result and was read as empty; open and save the workbook in a spreadsheet"
    " program, then deliver it again.",
)
LONG_CODE = Defect(
    "digits_possibly_lost",
    "warning",
    "该单元格为超过 15 位的数字，表格软件可能已改动末几位；请将该列设为文本格式后重新导出。",
    "The cell is a number of more than 15 digits, of which a spreadsheet keeps 15; format the column as text and"
    " export it again.",
)
CONTROL_CHARACTERS = Defect(
    "control_characters",
    "warning",
    "该单元格含不可见的控制字符，已去除，其余内容保留。",
    "The cell held invisible control characters; they were removed and the rest was kept.",
)


def to_raw(table: Table, reading: Reading, file: str, issues: IssueBook) -> pa.Table:
    """The rows of one reading in the shape of `raw_<table>`.

    Args:
        table: what the file holds.
        reading: the file as text.
        file: its name.
        issues: takes what was lost and what is strange.

    Returns:
        Every column of the contract as text, then `file` and `row`. Records without any content are left out.
    """
    odd = [name for name, column in reading.cells.items() if _has_control_characters(column)]
    cells = {
        name: _empty_is_null(pc.replace_substring_regex(column, _CONTROL_PATTERN, "") if name in odd else column)
        for name, column in reading.cells.items()
    }
    masks = _defects(table, reading, cells, odd)
    filled = np.zeros(len(reading.rows), dtype=bool)
    for column in cells.values():
        filled |= np.asarray(pc.is_valid(column))
    for (name, defect), mask in masks.items():
        if defect in (ERROR_CELL, FORMULA_WITHOUT_VALUE):
            filled |= mask  # a row of nothing but lost values was a row
        elif defect is NUMERIC_IDENTIFIER:
            cells[name] = pc.if_else(pa.array(mask), pa.scalar(None, pa.string()), cells[name])
    keys = _keys(table, cells, len(reading.rows))
    for (name, defect), mask in masks.items():
        kept = pa.array(mask & filled)
        issues.add_rows(defect, table, name, reading.rows.filter(kept), keys.filter(kept))
    rows = {name: cells.get(name, pa.nulls(len(reading.rows), pa.string())) for name in table.names}
    raw = pa.table(rows | {"file": pa.repeat(pa.scalar(file), len(reading.rows)), "row": reading.rows})
    return raw if filled.all() else raw.filter(pa.array(filled))


def _defects(
    table: Table, reading: Reading, cells: Mapping[str, Column], odd: Sequence[str]
) -> dict[tuple[str, Defect], Mask]:
    """(column, defect) -> the records that have it, for columns that have it anywhere."""
    found: dict[tuple[str, Defect], Mask] = {}
    for name, column in cells.items():
        if reading.kinds.get(name, TEXT) != TEXT:
            valid = np.asarray(pc.is_valid(column))
            if table.column(name).kind.loses_digits:
                found[name, NUMERIC_IDENTIFIER] = valid & reading.typed_as(name, NOT_TEXT)
            else:
                found[name, LONG_CODE] = valid & reading.typed_as(name, LONG_NUMBER)
            found[name, ERROR_CELL] = reading.typed_as(name, ERROR)
            found[name, FORMULA_WITHOUT_VALUE] = reading.typed_as(name, NO_VALUE)
        if name in odd:
            matches = pc.fill_null(pc.match_substring_regex(reading.cells[name], _CONTROL_PATTERN), False)
            found[name, CONTROL_CHARACTERS] = np.asarray(matches)
    return {place: mask for place, mask in found.items() if mask.any()}


def _has_control_characters(column: Column) -> bool:
    """Whether any cell holds one; looks at the bytes of the column, not at each cell."""
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    for chunk in chunks:
        data = chunk.buffers()[2]
        if data is not None and len(bytes(data).translate(None, _CONTROL)) != data.size:
            return True
    return False


def _empty_is_null(column: Column) -> Column:
    """Cells of nothing but white space become null."""
    blank = pc.equal(pc.utf8_trim_whitespace(column), "")
    return pc.if_else(blank, pa.scalar(None, pa.string()), column)


def _keys(table: Table, cells: Mapping[str, Column], count: int) -> Column:
    """The records' own keys as people write them, parts joined by ` / `."""
    parts = [cells[name] for name in table.key if name in cells]
    if not parts:
        return pa.nulls(count, pa.string())
    return reduce(lambda left, right: pc.coalesce(pc.binary_join_element_wise(left, right, " / "), left, right), parts)
