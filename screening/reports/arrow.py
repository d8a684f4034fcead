"""Arrow schemas of the published tables, made from the contract's text, and the one way they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from screening import CONTRACT_VERSION

_PLAIN = {
    "string": pa.string(),
    "double": pa.float64(),
    "date32": pa.date32(),
    "int32": pa.int32(),
    "int64": pa.int64(),
}


def arrow_type(text: str) -> pa.DataType:
    """The Arrow type written as `string`, `list<string>`, `decimal(9,6)`, ... in `screening.contract.outputs`."""
    if text.startswith("list<"):
        return pa.list_(pa.field("item", arrow_type(text[5:-1])))
    decimal = re.fullmatch(r"decimal\((\d+),(\d+)\)", text)
    if decimal is not None:
        return pa.decimal128(int(decimal[1]), int(decimal[2]))
    return _PLAIN[text]


def schema_of(columns: Mapping[str, str]) -> pa.Schema:
    """The schema of an output table, with the contract's version in its metadata."""
    fields = [pa.field(name, arrow_type(kind)) for name, kind in columns.items()]
    return pa.schema(fields, metadata={"contract_version": CONTRACT_VERSION})


def write_parquet(path: Path, data: pa.Table, columns: Mapping[str, str] | None = None) -> None:
    """Writes a table; with `columns` it gets exactly that schema. The same rows give the same bytes."""
    if columns is not None:
        data = data.select(list(columns)).cast(schema_of(columns))
    else:
        data = data.replace_schema_metadata({"contract_version": CONTRACT_VERSION})
    pq.write_table(data, path, compression="zstd", row_group_size=100_000, store_schema=True)
