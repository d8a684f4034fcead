"""The one question about a delivery that only its sender can answer: is 0.05 in a share column 5 % or 0.05 %?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from screening.contract.columns import Column, Kind, Table
from screening.settings import SourceSettings
from screening.sources.cell_types import NUMBERS, TEXT
from screening.sources.readings import Reading
from screening.sources.rejections import rejected

_PLAIN_NUMBER = r"^\s*\d+(\.\d*)?\s*$"


def ask_share_unit(table: Table, sheets: Sequence[Reading], source: SourceSettings, file: str) -> None:
    """Rejects spreadsheet columns of shares that are all 1 or less, unless `share_unit` is configured.

    A spreadsheet holds a cell shown as 4.99 % as 0.0499, and nothing tells it from 0.0499 %.

    Args:
        table: what the files hold.
        sheets: all parts of the table that are workbooks; CSV and Parquet are not asked about.
        source: settings of the table.
        file: name of a file, for the message.

    Raises:
        DeliveryRejected: with the question.
    """
    if source.share_unit is not None:
        return
    for column in table.columns:
        if column.kind is Kind.SHARE and _all_small([r for r in sheets if column.name in r.cells], column):
            raise rejected(
                "share_unit",
                f"表 {table.name}（{table.zh}）的文件 {file} 中，列 {column.name}（{column.zh}）的数值均不大于 1："
                "0.05 是指 5% 还是 0.05%？"
                f'请在 coi.toml 的 [sources.{table.name}] 中设置 share_unit = "fraction"（0.05 即 5%）或 "percent"（0.05 即 0.05%）。',
                f"Table {table.name}, file {file}: the values of column {column.name} ({column.zh}) are all 1 or less:"
                " does 0.05 mean 5 % or 0.05 %?"
                f' Set share_unit = "fraction" (0.05 is 5 %) or "percent" (0.05 is 0.05 %) in [sources.{table.name}] of coi.toml.',
            )


def _all_small(readings: Sequence[Reading], column: Column) -> bool:
    """Whether the column has numeric cells and no number above 1, numbers written as text included."""
    numeric = 0
    for reading in readings:
        texts = reading.cells[column.name]
        numbers = texts.filter(pa.array(reading.typed_as(column.name, NUMBERS)))
        written = texts.filter(pa.array(reading.typed_as(column.name, TEXT)))
        written = written.filter(pc.match_substring_regex(written, _PLAIN_NUMBER))
        numeric += len(numbers)
        for values in (numbers, pc.utf8_trim_whitespace(written)):
            if np.any(np.asarray(values.cast(pa.float64())) > 1):
                return False
    return numeric > 0
