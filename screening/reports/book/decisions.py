"""The sheet of the auditors' decisions: the whole log, with what still holds."""

from __future__ import annotations

from screening.reports.book.sheet import Sheet
from screening.reports.decided import decision_rows
from screening.reports.view import View

_COLUMNS = {
    "entry": 8, "ruled_on": 12, "by": 14, "decided_as": 16, "standing": 20, "officer_name": 12, "party_name": 30,
    "rule_id": 11, "enter_reason": 50, "enter_source": 24, "enter_reply": 24, "enter_until": 12, "enter_identity": 20,
    "finding_id": 20, "run_id": 25,
}  # fmt: skip


def decisions_sheet(view: View) -> Sheet:
    """One row per entry, the latest first."""
    return Sheet("decisions", _COLUMNS, decision_rows(view, view.night.language), printed=11)
