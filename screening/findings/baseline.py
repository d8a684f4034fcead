"""Reads the findings of an earlier published run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read_baseline(folder: Path | None) -> dict[str, Row]:
    """Findings that were open in that run, by id; those it closed are history and not closed again.

    Findings on restricted people stand in a folder of their own and count as well.
    """
    if folder is None:
        return {}
    import pyarrow.parquet as pq

    files = [
        path for path in (folder / "findings.parquet", folder / "restricted" / "findings.parquet") if path.is_file()
    ]
    rows = [row for path in files for row in pq.ParquetFile(path).read().to_pylist()]
    return {row["finding_id"]: row for row in rows if row["lifecycle"] != "closed"}
