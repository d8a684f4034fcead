"""The sheets of evidence and of paths: every comparison and every step behind every candidate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from screening.reports import evidence
from screening.reports.book.sheet import Sheet, by_case
from screening.reports.relations import relation, source_words
from screening.reports.sheets import Cell, Link
from screening.reports.view import View
from screening.reports.words import Language, text

_EVIDENCE = {
    "rank": 6, "rule_id": 11, "officer_name": 12, "party_name": 26, "feature": 16, "verdict": 10, "left": 26,
    "right": 26, "detail": 56, "bits": 14, "case_id": 16, "finding_id": 20,
}  # fmt: skip
_PATH = {
    "rank": 6, "rule_id": 11, "step": 6, "from": 28, "relation": 18, "to": 28, "share_pct": 11, "valid_from": 12,
    "valid_to": 12, "source": 26, "case_id": 16, "finding_id": 20,
}  # fmt: skip
_PRINTED = 10
"""Columns of either that go to paper: without the ids."""


def evidence_sheet(view: View) -> Sheet:
    """One row per comparison or fact; the finding's id leads back to its candidate."""
    language = view.night.language
    rows = (line for place, row in _placed(view) for line in _evidence(place, row, language))
    return Sheet("evidence", _EVIDENCE, rows, banded_by="case_id", printed=_PRINTED)


def paths_sheet(view: View) -> Sheet:
    """One row per step from the officer to the counterparty."""
    language = view.night.language
    rows = (line for place, row in _placed(view) for line in _path(place, row, language))
    return Sheet("paths", _PATH, rows, banded_by="case_id", printed=_PRINTED)


def first_rows(view: View, column: str) -> dict[str, int]:
    """The row of each candidate's first line on the sheet made of its JSON `column`; absent where it has none."""
    starts: dict[str, int] = {}
    row = 1
    for _, candidate in by_case(view.candidates):
        length = len(candidate[column] or ())
        if length:
            starts[candidate["finding_id"]] = row
        row += length
    return starts


def _placed(view: View) -> Iterator[tuple[dict[str, Cell], dict[str, Any]]]:
    """Every candidate with the cells that tell where it belongs."""
    candidates = text("candidates", view.night.language)
    for row_number, (number, row) in enumerate(by_case(view.candidates), start=1):
        back = Link(row["finding_id"], candidates, row_number)
        yield {"rank": number, "rule_id": row["rule_id"], "case_id": row["case_id"], "finding_id": back}, row


def _evidence(place: Mapping[str, Cell], row: Mapping[str, Any], language: Language) -> Iterator[dict[str, Cell]]:
    for item in row["evidence"] or ():
        yield {
            **place,
            "officer_name": row["officer_name"],
            "party_name": row["party_name"],
            "feature": evidence.feature(item, language),
            "verdict": evidence.verdict(item, language),
            "left": evidence.side(item, "left", language),
            "right": evidence.side(item, "right", language),
            "detail": evidence.detail(item, language),
            "bits": evidence.bits(item),
        }


def _path(place: Mapping[str, Cell], row: Mapping[str, Any], language: Language) -> Iterator[dict[str, Cell]]:
    for step, item in enumerate(row["path"] or (), start=1):
        yield {
            **place,
            "step": step,
            "from": item.get("from"),
            "relation": relation(str(item.get("relation") or ""))[language == "en"],
            "to": item.get("to"),
            "share_pct": None if item.get("share_pct") is None else float(item["share_pct"]),
            "valid_from": item.get("valid_from"),
            "valid_to": item.get("valid_to"),
            "source": source_words(item.get("source"), language),
        }
