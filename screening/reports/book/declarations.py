"""Two sheets on the register: what was declared and still waits for acceptance, and every declared item against what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from screening.reports.book.sheet import Sheet, by_case
from screening.reports.relations import kinship_words
from screening.reports.sheets import Cell, Link
from screening.reports.titles import rule_heading
from screening.reports.view import View
from screening.reports.words import Language, code, enumerated, text

_OPEN = {
    "waiting": 22, "officer_name": 12, "party_name": 28, "age_days": 9, "declaration_decision": 12, "submitted_on": 12,
    "decided_on": 12, "feedback_on": 12, "cure_days": 9, "due_on": 12, "related_name": 16, "rule_id": 11,
    "rule_title": 34, "exposure_amount": 16, "exposure_currency": 7, "outcome": 12, "declaration_id": 14,
    "officer_id": 12, "finding_id": 20,
}  # fmt: skip
_ALL = {
    "met": 22, "officer_name": 12, "counterparty_name": 26, "declared_kind": 9, "item": 14, "related_party_name": 12,
    "relationship": 9, "declared_share": 9, "submitted_on": 12, "decision": 11, "decided_on": 12, "cured_on": 12,
    "withdrawn_on": 12, "found": 50, "row": 8, "declaration_id": 14, "officer_id": 12,
}  # fmt: skip

_ORDER = (
    *("candidate", "nil_contradicted", "settled", "no_link", "no_party", "names_nobody"),
    *("unsigned", "not_yet", "officer_unknown", "nil_return"),
)


def undecided_sheet(view: View) -> Sheet:
    """Findings declared on time without an accepting decision, the longest wait first; a prohibition that declaring does not cure."""
    due = {
        (row["officer_id"], row["declaration_id"]): row["due_on"] for row in view.calendar if row["rule_id"] == "D-FIX"
    }
    ranks = {row["finding_id"]: place for place, (_, row) in enumerate(by_case(view.candidates), start=1)}
    rows = [
        line
        for row in (*view.candidates, *view.cleared)
        if row["declaration_status"] in ("pending", "on_time")
        and row["declaration_decision"] != "accept"
        and row["lifecycle"] != "closed"
        and row["outcome"] in ("candidate", "declared")
        for line in _undecided(row, view, due, ranks)
    ]
    rows.sort(key=lambda line: (-int(line["age_days"]), str(line["officer_id"]), str(line["key"])))
    return Sheet("undecided", _OPEN, rows, printed=13)


def _undecided(
    row: Mapping[str, Any], view: View, due: Mapping[tuple[str, str], Any], ranks: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """One line; none for a gift handed in, which nobody has to accept."""
    language = view.night.language
    number = next((each.get("left") for each in row["evidence"] or () if each.get("feature") == "declaration"), None)
    item = view.register.by_number.get((row["officer_id"], str(number)))
    if item is None:
        return
    place = ranks.get(row["finding_id"])
    yield {
        **{name: row[name] for name in ("officer_name", "party_name", "related_name", "rule_id", "officer_id")},
        **{name: row[name] for name in ("exposure_amount", "exposure_currency")},
        **{name: item[name] for name in ("submitted_on", "decided_on", "feedback_on", "cure_days", "declaration_id")},
        "key": row["finding_id"],
        "waiting": code("waiting", _waiting(row, item), language),
        "age_days": (view.night.as_of - item["submitted_on"]).days,
        "declaration_decision": code("declaration_decision", row["declaration_decision"] or "pending", language),
        "due_on": due.get((row["officer_id"], item["declaration_id"])),
        "rule_title": rule_heading(row["rule_id"], language),
        "outcome": code("outcome", row["outcome"], language),
        "finding_id": row["finding_id"]
        if place is None
        else Link(row["finding_id"], text("candidates", language), place),
    }


def _waiting(row: Mapping[str, Any], item: Mapping[str, Any]) -> str:
    """What it waits for."""
    if row["declaration_decision"] in (None, "pending"):
        return "decision"
    if row["declaration_decision"] == "other":
        return "other"
    if item["cured_on"] is not None:
        return "cured"
    if row["outcome"] == "candidate":
        return "overdue" if item["cure_days"] is not None else "no_days"
    return "running" if item["feedback_on"] is not None else "no_feedback"


def reconciled_sheet(view: View) -> Sheet:
    """One row per declared item: which findings it names, or why it names none; nil returns last."""
    against = _contradicted(view)
    rows = [_reconciled(item, view, against) for item in view.register.items]
    rows.sort(key=lambda row: _ORDER.index(row["key"]))
    return Sheet("reconciled", _ALL, rows, printed=14)


def _contradicted(view: View) -> dict[tuple[str, str], list[str]]:
    """Nil returns signed while a link existed, with the candidates that say so."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in view.candidates:
        for item in row["evidence"] or ():
            if item.get("feature") == "nil_return":
                found.setdefault((row["officer_id"], str(item.get("left"))), []).append(row["finding_id"])
    return found


def _reconciled(item: Mapping[str, Any], view: View, against: Mapping[tuple[str, str], list[str]]) -> dict[str, Any]:
    language, met, named = view.night.language, item["met"], item["finding_ids"]
    if met == "nil_return":
        named = against.get((item["officer_id"], item["declaration_id"]), [])
        met = "nil_contradicted" if named else met
    return {
        **item,
        "key": met,
        "met": code("met", met, language),
        "declared_kind": enumerated("declaration_kind", item["kind"], language),
        "relationship": kinship_words(item["relationship"], language),
        "item": enumerated("item", item["item"], language),
        "decision": code("declaration_decision", item["decision"], language),
        "declared_share": item["share_pct"],
        "found": _found([view.by_id[each] for each in named if each in view.by_id], language),
    }


def _found(findings: list[dict[str, Any]], language: Language) -> Cell:
    """The findings in words: rule, outcome, and how complete the declaration is for that rule."""
    said = []
    for row in findings:
        status = code("declaration_status", row["declaration_status"], language)
        told = text("comma", language).join(filter(None, (code("outcome", row["outcome"], language), status)))
        said.append(f"{rule_heading(row['rule_id'], language)}{text('colon', language)}{told}")
    return "\n".join(said)
