"""candidates.jsonl: one JSON object per candidate, best first, with path and evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from screening import CONTRACT_VERSION


def write_candidates(path: Path, candidates: Iterable[Mapping[str, Any]]) -> None:
    """Writes the file; an empty one when there are no candidates."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in candidates:
            file.write(json_line({"contract_version": CONTRACT_VERSION, **row}) + "\n")


def json_line(value: Mapping[str, Any]) -> str:
    """Compact JSON in the given order: dates ISO, decimals as numbers."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str | float:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
