"""CSV: separator, header, records. Rows are numbered as a spreadsheet shows them; ragged records are kept apart."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.csv

from screening.contract.columns import Table
from screening.settings import SourceSettings
from screening.sources.encoding import to_utf8
from screening.sources.headers import SEARCHED_ROWS, count_known, lay_out
from screening.sources.readings import Reading
from screening.sources.rejections import rejected, unreadable
from screening.sources.snapshot import Snapshot

_SEPARATORS = (",", "\t", ";")
_RECORD = re.compile(rb'(?:"[^"]*+"|[^"\r\n])*+(?:\r\n|\r|\n|\Z)')
_BLOCK = 1 << 24


@dataclass(frozen=True, slots=True)
class _Record:
    """One record as it stands in the file.

    Attributes:
        row: its number, from 1; blank lines count.
        end: where the next one begins.
    """

    row: int
    text: str
    end: int


def read_csv(snapshot: Snapshot, table: Table, source: SourceSettings) -> Reading:
    """One CSV file as text.

    Raises:
        UsageError: the configured encoding does not exist.
        DeliveryRejected: undecodable, binary, a quotation mark that is never closed, or not the table's columns.
    """
    text, encoding = to_utf8(snapshot.data, source.encoding, snapshot.file)
    header = next((r for r in _records(text) if r.row >= source.header_row and r.text.strip()), None)
    if header is None:
        raise unreadable(snapshot.file, "没有可读的表头行", "it has no readable header row", "empty_file")
    separator = _separator(header.text, table, source)
    headers = _fields(header.text, separator)
    below = ((record.row, _fields(record.text, separator)) for record in _records(text, header))
    layout = lay_out(table, headers, source, snapshot.file, islice(below, SEARCHED_ROWS))
    _refuse_open_quote(text, header.end, separator, snapshot.file)
    body = memoryview(text)[header.end :]
    wanted, quoted = list(layout.positions.values()), text.find(b'"', header.end) >= 0
    columns, numbers, ragged = _parse(body, separator, len(headers), wanted, quoted, snapshot.file)
    unreadable_rows: dict[int, list[int]] = {}
    for number, fields in ragged:
        unreadable_rows.setdefault(fields, []).append(header.row + 1 + number)
    return Reading(
        layout=layout,
        cells=dict(zip(layout.positions, columns, strict=True)),
        rows=pa.array(numbers + header.row + 1, pa.int64()),
        unreadable={fields: tuple(rows) for fields, rows in unreadable_rows.items()},
        width=len(headers),
        encoding=encoding,
    )


def _records(text: bytes, after: _Record | None = None) -> Iterator[_Record]:
    """The records of a file one by one, for its first few; stops where a quotation mark is not closed."""
    row, position = (0, 0) if after is None else (after.row, after.end)
    while position < len(text):
        match = _RECORD.match(text, position)
        if match is None or match.end() == position:
            return
        row, position = row + 1, match.end()
        yield _Record(row, match.group().decode("utf-8").strip("\r\n"), position)


def _fields(record: str, separator: str) -> list[str]:
    """A record cut into fields; none where it cannot be."""
    try:
        return next(csv.reader([record], delimiter=separator), [])
    except csv.Error:
        return []


def _separator(header: str, table: Table, source: SourceSettings) -> str:
    """The separator under which most headers are known; among equals the one that cuts most fields."""

    def worth(separator: str) -> tuple[int, int]:
        fields = _fields(header, separator)
        return count_known(table, fields, source), len(fields)

    return max(_SEPARATORS, key=worth)


def _refuse_open_quote(text: bytes, start: int, separator: str, file: str) -> None:
    """A quotation mark that is never closed swallows the rest of the file."""
    if _quotes_pair_up(text, start, separator):
        return
    quoted = re.compile(rb"(?<![^\r\n" + re.escape(separator.encode()) + rb'])"[^"]*+(?:""[^"]*+)*+("?)')
    opened = -1
    for match in quoted.finditer(text, start):
        if not match.group(1):
            opened = match.start()
    if opened >= 0:
        line = 1 + text.count(b"\n", 0, opened)
        raise rejected(
            "unclosed_quote",
            f"文件 {file} 第 {line} 行的双引号没有结束，其后的内容无法分行；请更正或重新导出后再交付。",
            f"File {file}: the quotation mark opened on line {line} is never closed; correct it or export the file again.",
        )


def _quotes_pair_up(text: bytes, start: int, separator: str) -> bool:
    """Whether every other quotation mark opens a field and each is closed; false also where that is not so simple."""
    characters = np.frombuffer(text, dtype=np.uint8)
    marks = start + np.flatnonzero(characters[start:] == ord('"'))
    before = characters[marks[::2] - 1]  # there is a header line before the first
    return len(marks) % 2 == 0 and bool(np.isin(before, np.frombuffer(b'\r\n"' + separator.encode(), np.uint8)).all())


def _parse(
    body: memoryview, separator: str, width: int, wanted: Sequence[int], quoted: bool, file: str
) -> tuple[list[pa.ChunkedArray], np.ndarray, list[tuple[int, int]]]:
    """Columns at the wanted places, the number of each record from 0, and (number, fields) of ragged records."""
    if not body:
        return [pa.chunked_array([], pa.string()) for _ in wanted], np.arange(0), []
    names = [str(place) for place in range(width)]
    skipped: list[tuple[int | None, int, bool]] = []

    def skip(row: pyarrow.csv.InvalidRow) -> str:
        blank = not row.text.strip(separator + " \t\r\n")
        skipped.append((row.number, row.actual_columns, blank))
        return "skip"

    def parse(*, threads: bool) -> pa.Table:
        skipped.clear()
        return pyarrow.csv.read_csv(
            pa.BufferReader(pa.py_buffer(body)),
            read_options=pyarrow.csv.ReadOptions(column_names=names, use_threads=threads, block_size=_BLOCK),
            parse_options=pyarrow.csv.ParseOptions(
                delimiter=separator,
                newlines_in_values=quoted,  # finding the ends of records then takes longer
                ignore_empty_lines=False,  # a spreadsheet shows them, so they count; they come back as empty rows
                invalid_row_handler=skip,
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                include_columns=[names[place] for place in wanted],
                column_types={name: pa.string() for name in names},
                strings_can_be_null=False,
                quoted_strings_can_be_null=False,
            ),
        )

    try:
        table = parse(threads=True)
        if skipped:
            table = parse(threads=False)  # only the serial reader knows the numbers of the records it skips
    except pa.ArrowInvalid:
        raise unreadable(file, "记录无法分列", "its records cannot be cut into fields") from None
    bad = np.array([number for number, _, _ in skipped], dtype=np.int64) - 1
    numbers = np.setdiff1d(np.arange(table.num_rows + len(skipped)), bad, assume_unique=True)
    ragged = [(number - 1, fields) for number, fields, blank in skipped if number is not None and not blank]
    return table.columns, numbers, ragged
