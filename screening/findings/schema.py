"""Arrow tables of this stage, typed as the contract says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

_TYPES = {
    "string": pa.string(),
    "double": pa.float64(),
    "date32": pa.date32(),
    "int32": pa.int32(),
    "list<string>": pa.list_(pa.string()),
    "decimal(9,6)": pa.decimal128(9, 6),
    "decimal(18,2)": pa.decimal128(18, 2),
}


def typed(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """The rows with exactly these columns in this order; a column that a row lacks is null."""
    listed = list(rows)
    return pa.table({name: pa.array([row.get(name) for row in listed], _TYPES[kind]) for name, kind in columns.items()})
