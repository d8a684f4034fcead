"""Auditors' decisions on findings, where a decision log is kept: OUT/decisions.sqlite, read-only."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

_COLUMN = "finding_id"


def decisions_on(out: Path, findings: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every entry of the log on these findings, in the order in which it was made; empty where no log is kept."""
    path = out / "decisions.sqlite"
    ids = [finding["finding_id"] for finding in findings]
    if not ids or not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as log:
            log.row_factory = sqlite3.Row
            table = _table(log)
            if table is None:
                return []
            marks = ", ".join("?" * len(ids))
            rows = log.execute(f'select * from "{table}" where {_COLUMN} in ({marks}) order by rowid', ids).fetchall()
            return [dict(row) for row in rows]
    except sqlite3.DatabaseError:
        return []  # coi verify is who tells of a damaged log


def _table(log: sqlite3.Connection) -> str | None:
    """The table of decisions: the one that names findings."""
    for (name,) in log.execute("select name from sqlite_master where type = 'table' order by name").fetchall():
        columns = [row[1] for row in log.execute(f'pragma table_info("{name}")').fetchall()]
        if _COLUMN in columns:
            return str(name)
    return None
