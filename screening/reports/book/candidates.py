"""The sheet of candidates, by case: who, with whom, why it stands, what to do next, how sure, and where the evidence is."""

from __future__ import annotations

from typing import Any

from screening.contract.decisions import DECISIONS, IDENTITIES
from screening.reports.book.proofs import first_rows
from screening.reports.book.sheet import Sheet, by_case, worded
from screening.reports.decided import decided_lines
from screening.reports.relations import path_words
from screening.reports.sheets import Cell, Link
from screening.reports.steps import next_step
from screening.reports.titles import rule_heading
from screening.reports.view import View
from screening.reports.why import why_it_stands
from screening.reports.words import Language, code, probability, text

COLUMNS = {
    "rank": 6, "tier": 10, "officer_name": 11, "related_name": 11, "relationship": 8, "party_name": 21, "summary": 44,
    "why": 34, "next_step": 36, "to_evidence": 8, "decided": 34, "enter_decision": 15, "enter_reason": 36,
    "enter_source": 22, "enter_reply": 22, "enter_until": 12, "enter_identity": 20, "party_table": 9, "rule_id": 11,
    "rule_title": 34, "declaration_status": 22, "declaration_decision": 12, "exposure_amount": 16, "exposure_currency": 7,
    "dealing_basis": 13, "share_pct": 10, "overlap": 10, "exemption": 10, "duty": 13, "probability": 24,
    "lifecycle": 8, "regimes": 24, "statutory_resolution": 16, "officer_id": 12, "party_id": 14, "entities": 14,
    "case_id": 16, "run_id": 25, "finding_id": 20,
}  # fmt: skip
"""Up to the next step they fill a screen of 1,366 pixels and no more: who, with whom, how, why, what next."""
_PRINTED = 9
"""Columns that go to paper: the same."""


def candidates_sheet(view: View) -> Sheet:
    """One row per candidate, those of a case together and in one band of shade."""
    starts = first_rows(view, "evidence")
    rows = [_candidate(number, row, starts, view) for number, row in by_case(view.candidates)]
    return Sheet("candidates", COLUMNS, rows, banded_by="rank", printed=_PRINTED, entries=_entries(view.night.language))


def _entries(language: Language) -> dict[str, list[str]]:
    """The columns auditors write in, each with the words it offers; none offered means free text."""
    offered = {"enter_decision": DECISIONS, "enter_identity": IDENTITIES}
    return {
        name: [words[language == "en"] for words in offered.get(name, {}).values()]
        for name in COLUMNS
        if name.startswith("enter_")
    }


def _candidate(number: int, row: dict[str, Any], starts: dict[str, int], view: View) -> dict[str, Cell]:
    language = view.night.language
    comma = text("comma", language)
    start = starts.get(row["finding_id"])
    return {
        **worded(row, language),
        "rank": number,
        "decided": "\n".join(decided_lines(row, language)),
        "officer_name": row["officer_name"] or text("shareholder", language),
        "summary": "\n".join(filter(None, (row[f"summary_{language}"], _way(row, language)))),
        "why": f"{row['rule_id']} {rule_heading(row['rule_id'], language)}\n{why_it_stands(row, language)}",
        "next_step": next_step(row, language),
        "to_evidence": None if start is None else Link(text("see", language), text("evidence", language), start),
        "probability": probability(row["score"], language),
        "regimes": comma.join(code("regimes", regime, language) for regime in row["regimes"] or ()),
        "entities": comma.join(row["entity_ids"] or ()),
    }


def _way(row: dict[str, Any], language: Language) -> str:
    """The path in a line where the summary leaves steps out: through other companies, or from a shareholder of the group."""
    told = 2 if row["related_name"] else 1
    is_told = row["officer_name"] and len(row["path"] or ()) <= told
    return "" if is_told else path_words(row["path"], language)
