"""The sheet of what is no candidate, and why in words: declared, exempt, out of scope, no common day, dismissed, closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screening.reports import evidence
from screening.reports.book.sheet import Sheet, worded
from screening.reports.view import View
from screening.reports.words import Language, code, text

_COLUMNS = {
    "outcome": 15, "officer_name": 12, "related_name": 16, "relationship": 11, "party_name": 30, "party_table": 10,
    "why_cleared": 46, "summary": 56, "rule_id": 11, "rule_title": 34, "declaration_status": 22, "exemption": 10,
    "share_pct": 10, "lifecycle": 8, "officer_id": 12, "party_id": 14, "case_id": 16, "finding_id": 20,
}  # fmt: skip
_DECIDING = {
    "declared": ("declaration", "handed_in"),
    "exempt": ("exemption",),
    "no_overlap": ("overlap",),
    "out_of_scope": ("scope",),
    "scope_unknown": ("scope",),
    "dismissed": ("decision",),
}
"""The notes of the rules that carry the reason for an outcome."""


def cleared_sheet(view: View) -> Sheet:
    """One row per finding that is no open candidate."""
    language = view.night.language
    rows = ({**worded(row, language), "why_cleared": why_cleared(row, language)} for row in view.cleared)
    return Sheet("cleared", _COLUMNS, rows, printed=9)


def why_cleared(row: Mapping[str, Any], language: Language) -> str:
    """The reason the rules gave for the outcome; for a closed finding why it is gone."""
    if row["lifecycle"] == "closed":
        return code("closed_because", row["closed_because"], language)
    deciding = _DECIDING.get(row["outcome"], ())
    said = [evidence.detail(item, language) for item in row["evidence"] or () if item.get("feature") in deciding]
    return text("semicolon", language).join(said) or code("outcome", row["outcome"], language)
