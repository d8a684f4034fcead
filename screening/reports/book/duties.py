"""The sheet of the declaration calendar: what was not done in time, and what could not be judged."""

from __future__ import annotations

from screening.reports.book.sheet import Sheet
from screening.reports.titles import rule_heading
from screening.reports.view import View
from screening.reports.words import code

_COLUMNS = {
    "certainty": 14, "rule_id": 11, "officer_name": 12, "rule_title": 34, "period": 8, "due_on": 12, "done_on": 12,
    "working_days_late": 12, "summary": 80, "declaration_id": 14, "source_id": 14, "entity_id": 12, "officer_id": 12,
    "finding_id": 20,
}  # fmt: skip


def calendar_sheet(view: View) -> Sheet:
    """One row per duty; those that are certain first."""
    language = view.night.language
    rows = (
        {
            **row,
            "certainty": code("certainty", row["certainty"], language),
            "rule_title": rule_heading(row["rule_id"], language),
            "summary": row[f"summary_{language}"],
        }
        for row in view.calendar
    )
    return Sheet("calendar", _COLUMNS, rows, printed=9)
