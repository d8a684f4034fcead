"""The sheet of data quality: which row of which file is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screening.contract.tables import TABLES
from screening.reports.book.sheet import Sheet
from screening.reports.view import View
from screening.reports.words import Language, code

_COLUMNS = {"severity": 8, "table": 24, "row": 8, "key": 30, "column": 22, "message": 70, "check": 26}


def quality_sheet(view: View) -> Sheet:
    """One row per data-quality finding."""
    language = view.night.language
    rows = (
        {**row, "severity": code("severity", row["severity"], language), **place_words(row, language)}
        for row in view.quality.to_pylist()
    )
    return Sheet("quality", _COLUMNS, rows)


def place_words(row: Mapping[str, Any], language: Language) -> dict[str, str | None]:
    """Table and column of a quality row as the people who made the file know them."""
    table = TABLES.get(row["table"])
    if table is None or language == "en":
        return {"table": row["table"], "column": row["column"]}
    headers = {column.name: column.zh for column in table.columns}
    name = row["column"]
    return {"table": f"{table.zh} {table.name}", "column": f"{headers[name]} {name}" if name in headers else name}
