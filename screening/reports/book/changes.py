"""The sheet of what is new, changed, reopened, dismissed or closed since the last run, with what changed and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screening.reports.book.sheet import Sheet, by_case, worded
from screening.reports.changes import what_changed
from screening.reports.sheets import Cell, Link
from screening.reports.view import View
from screening.reports.words import code, text

_COLUMNS = {
    "lifecycle": 11, "outcome": 12, "officer_name": 12, "related_name": 16, "party_name": 30, "party_table": 10,
    "what_changed": 60, "summary": 56, "rule_id": 11, "rule_title": 34, "officer_id": 12, "party_id": 14,
    "case_id": 16, "finding_id": 20,
}  # fmt: skip
_ORDER = ("reopened", "changed", "new", "open", "closed")


def changes_sheet(view: View) -> Sheet:
    """One row per finding that is not as it was: reopened and changed before new and closed; empty without an earlier run."""
    language = view.night.language
    places = {row["finding_id"]: place for place, (_, row) in enumerate(by_case(view.candidates), start=1)}
    found = [] if view.night.baseline is None else [row for row in view.by_id.values() if _moved(row, view)]
    found.sort(key=lambda row: (_ORDER.index(row["lifecycle"]), row["outcome"] != "candidate"))
    rows = []
    for row in found:
        line: dict[str, Cell] = worded(row, language)
        if row["lifecycle"] == "closed":
            line["what_changed"] = code("closed_because", row["closed_because"], language)
        else:
            line["what_changed"] = what_changed(row, view.before.get(row["finding_id"]), language)
        if row["finding_id"] in places:
            line["finding_id"] = Link(row["finding_id"], text("candidates", language), places[row["finding_id"]])
        rows.append(line)
    return Sheet("changes", _COLUMNS, rows, printed=8)


def _moved(row: Mapping[str, Any], view: View) -> bool:
    """Whether a finding is not as it was; a dismissal since then is a change, though none of the evidence."""
    before = view.before.get(row["finding_id"], {})
    return row["lifecycle"] != "open" or (row["outcome"] == "dismissed" and before.get("outcome") != "dismissed")
