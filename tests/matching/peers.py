"""Other projects' labelled cases, where the shared data is at hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

_CASES = Path(__file__).parents[3] / "shared" / "data" / "peers" / "name_bench_cases.csv"


def name_bench_companies() -> tuple[list[str], list[str], list[bool]]:
    """Both names and whether they are one, of every case that is not about a person."""
    if not _CASES.is_file():
        pytest.skip("needs the shared data")
    with _CASES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] != "Person"]
    return [row["name1"] for row in rows], [row["name2"] for row in rows], [row["is_match"] == "true" for row in rows]
