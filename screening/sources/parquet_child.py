"""The process that opens Parquet files: a hostile file can end it, and nothing else. Runs in `child_process`.

Two verbs. `open` takes the file and answers with its headers and their types; `read` answers with the wanted columns as
text, as an Arrow stream.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.sources.child_serving import Answer, Refused, serve

ADDRESS_SPACE = 12 << 30
MOST_ROWS = 200_000_000  # a few bytes can claim billions of equal rows


class _Desk:
    """The file that is open."""

    def __init__(self) -> None:
        self._file: pq.ParquetFile | None = None

    def open(self, _: dict[str, Any], data: bytes) -> Answer:
        """Opens a file; answers with its headers and types."""
        try:
            self._file = pq.ParquetFile(pa.BufferReader(data))
            schema = self._file.schema_arrow
            if self._file.metadata.num_rows > MOST_ROWS:
                raise Refused("too_large")
        except (pa.ArrowException, OSError, ValueError, KeyError):
            raise Refused("unreadable") from None
        return {"headers": schema.names, "types": [str(kind) for kind in schema.types]}, b""

    def read(self, request: dict[str, Any], _: bytes) -> Answer:
        """The wanted columns as text; `untyped` names the first one that cannot be text."""
        if self._file is None:
            raise Refused("unreadable")
        headers = request["headers"]
        try:
            data = self._file.read(columns=headers)
            data.validate(full=True)
        except (pa.ArrowException, OSError, ValueError, KeyError):
            raise Refused("unreadable") from None
        columns = []
        for header in headers:
            try:
                columns.append(as_text(data.column(header)))
            except (pa.ArrowException, OSError, ValueError, KeyError):
                return {"untyped": header}, b""
        texts = pa.table(columns, names=[str(place) for place in range(len(headers))])
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, texts.schema) as stream:
            stream.write_table(texts)
        return {"rows": data.num_rows}, sink.getvalue().to_pybytes()


def as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column as text: ISO dates (without a time of midnight), plain numbers, true and false.

    Raises:
        pa.ArrowException: a type that has no text, such as a list.
    """
    kind = column.type
    if pa.types.is_dictionary(kind):
        return as_text(column.cast(kind.value_type))
    if pa.types.is_timestamp(kind):
        wall = column if kind.tz is None else pc.local_timestamp(column)  # the day the source meant
        iso = wall.cast(pa.timestamp(kind.unit)).cast(pa.string())
        return pc.replace_substring_regex(iso, r"( 00:00:00)?(\.0+)?$", "")
    if pa.types.is_floating(kind):
        return _plain(_finite(column).cast(pa.string()))
    if pa.types.is_decimal(kind):
        return _plain(pc.replace_substring_regex(column.cast(pa.string()), r"(\.\d*?)0+$", r"\1"))
    if pa.types.is_duration(kind):
        raise pa.ArrowNotImplementedError("a duration has no text")
    return column.cast(pa.string())


def _finite(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Infinities and not-a-numbers are no values."""
    return pc.if_else(pc.is_finite(column), column, pa.scalar(None, column.type))


def _plain(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Numbers without exponent, without a point at the end, without minus zero."""
    texts = pc.replace_substring_regex(texts, r"\.0*$", "")
    texts = pc.if_else(pc.equal(texts, "-0"), "0", texts)
    exponent = pc.fill_null(pc.match_substring_regex(texts, "[eE]"), False)
    if not pc.any(exponent).as_py():
        return texts
    written_out = [None if text is None else format(Decimal(text), "f") for text in texts.to_pylist()]
    return pa.chunked_array([pa.array(written_out, pa.string())])


def main() -> None:
    """Serves until the input ends."""
    desk = _Desk()
    serve({"open": desk.open, "read": desk.read}, ADDRESS_SPACE)
