"""What the baseline said: its findings, to show what changed, and the counts it carries, to show a trend.

A night's bytes may depend on nothing that its id does not hash. Of earlier runs the id names the baseline alone, so the trend is
what the baseline carries and tonight's point behind it; a run published between two others does not enter it (decision 0020).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.reports.view import View

MOST_POINTS = 60
"""Nights a trend goes back."""

Point = Mapping[str, Any]


def findings_of(folder: Path | None) -> Mapping[str, Mapping[str, Any]]:
    """The findings of a published run that were not closed there, by id, with the JSON columns parsed; empty without one.

    Those behind the wall are left out: the general reports tell nothing of them.
    """
    if folder is None:
        return {}
    import pyarrow.parquet as pq

    rows = pq.ParquetFile(folder / "findings.parquet").read().to_pylist()
    found = {}
    for row in rows:
        if row["lifecycle"] != "closed":
            for name in ("path", "evidence", "regime_verdicts"):
                row[name] = json.loads(row[name]) if row[name] is not None else None
            found[row["finding_id"]] = row
    return found


def trend_of(view: View) -> list[Point]:
    """Candidates by tier and cases, night by night, tonight last; for coverage.json, where the next night finds it."""
    tiers = [row["tier"] for row in view.candidates]
    tonight = {
        "run_id": view.night.run_id,
        "as_of": view.night.as_of.isoformat(),
        "cases": len({row["case_id"] for row in view.candidates}),
        **{tier: tiers.count(tier) for tier in ("A", "B", "C")},
    }
    return [*_carried(view.night.baseline), tonight][-MOST_POINTS:]


def _carried(folder: Path | None) -> Sequence[Point]:
    """The trend of the baseline; a run of a version that kept none has none."""
    if folder is None:
        return ()
    carried: Sequence[Point] = json.loads((folder / "coverage.json").read_text(encoding="utf-8")).get("trend", ())
    return carried
