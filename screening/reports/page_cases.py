"""What the page, and the review page, need of each case. Texts and lists that findings share are sent once and named by number."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from screening.reports import evidence
from screening.reports.book.sheet import by_case
from screening.reports.candidates import json_line
from screening.reports.clocks import Clocks, Lane
from screening.reports.ledger import Entry, ledger
from screening.reports.relations import kinship_words, relation, source_words
from screening.reports.steps import next_step
from screening.reports.view import View
from screening.reports.why import why_it_stands
from screening.reports.words import Language, enumerated, probability

_FINDING = (
    "finding_id", "rule_id", "tier", "declaration_status", "declaration_decision", "duty", "exemption", "overlap",
    "dealing_basis", "share_pct", "exposure_amount", "exposure_currency", "lifecycle", "statutory_resolution", "regimes",
)  # fmt: skip
_CASE = (
    "case_id", "officer_id", "officer_name", "related_name", "relationship", "party_table", "party_id", "party_name",
    "tier",
)  # fmt: skip
_DECLARED = (
    "declaration_id", "submitted_on", "counterparty_name", "related_party_name", "share_pct", "decision", "decided_on",
    "cured_on", "withdrawn_on",
)  # fmt: skip
LANGUAGES: tuple[Language, Language] = ("zh", "en")


def pair(words: Callable[[Language], str | None]) -> list[str | None]:
    """A text in both languages."""
    return [words(language) for language in LANGUAGES]


class Cases:
    """The cases of one run as plain values; `shared` holds what they name by number, once the cases were made."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._clocks = Clocks(view)
        self._numbers: dict[str, int] = {}
        self.shared: list[Any] = []

    def made(self, most: int) -> list[dict[str, Any]]:
        """Cases in order, each with its findings; so many findings at most, best cases first."""
        return [self._case(number, rows) for number, rows in _grouped(self._view.candidates, most)]

    def alone(self) -> Iterator[dict[str, Any]]:
        """Rows of `page_case`: each case with what it names by number; behind the candidates those that auditors dismissed."""
        dismissed = [
            row for row in self._view.cleared if row["outcome"] == "dismissed" and row["lifecycle"] != "closed"
        ]
        for number, rows in _grouped([*self._view.candidates, *dismissed]):
            self._numbers, self.shared = {}, []
            case = self._case(number, rows)
            outcomes = {row["finding_id"]: row["outcome"] for row in rows}
            content = json_line({"case": case, "shared": self.shared, "outcomes": outcomes})
            yield {"case_id": case["case_id"], "officer_id": case["officer_id"], "number": number, "content": content}

    def _case(self, number: int, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
        return {
            "number": number,
            **{key: rows[0][key] for key in _CASE},
            "relation": pair(partial(kinship_words, rows[0]["relationship"])),
            "entities": sorted({entity for row in rows for entity in row["entity_ids"] or ()}),
            "lanes": self._shared(self._lanes(rows)),
            "declared": self._declared(rows),
            "findings": [self._finding(row) for row in rows],
        }

    def _lanes(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        found: dict[Lane, None] = {}
        for row in rows:
            found |= dict.fromkeys(self._clocks.lanes(row))
        order = ("office", "link", "dealing")
        return [_lane(lane) for lane in sorted(found, key=lambda lane: order.index(lane.clock))]

    def _declared(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Items that name the counterparty, and the nil returns that a finding of the case holds against the person."""
        register = self._view.register
        items = {item["record_id"]: item for row in rows for item in register.naming.get(row["finding_id"], ())}
        for row in rows:
            for each in row["evidence"] or ():
                nil = register.by_number.get((row["officer_id"], str(each.get("left"))))
                if each.get("feature") == "nil_return" and nil is not None:
                    items[nil["record_id"]] = nil
        ordered = sorted(items.values(), key=lambda item: (item["submitted_on"], item["declaration_id"]))
        return [_item(item) for item in ordered]

    def _finding(self, row: Mapping[str, Any]) -> dict[str, Any]:
        items = row["evidence"] or ()
        entries, explained = ledger(items, row["score"])
        return {
            **{key: row[key] for key in _FINDING},
            "summary": [row["summary_zh"], row["summary_en"]],
            "why": self._shared(pair(lambda language: why_it_stands(row, language))),
            "next": self._shared(pair(lambda language: next_step(row, language))),
            "probability": pair(lambda language: probability(row["score"], language)),
            "path": self._shared([_step(step) for step in row["path"] or ()]),
            "ledger": self._shared([self._entry(entry) for entry in entries]),
            "explained": explained,
            "facts": [self._fact(item) for item in items if evidence.is_judged(item) and not evidence.is_decided(item)],
            "decisions": [pair(partial(evidence.detail, item)) for item in items if evidence.is_decided(item)],
        }

    def _entry(self, entry: Entry) -> dict[str, Any]:
        return {
            "items": [self._comparison(item) for item in entry.items],
            "total": entry.total,
            "probability": pair(lambda language: probability(entry.probability, language)),
            "counts": entry.counts,
        }

    def _comparison(self, item: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "feature": self._shared(pair(lambda language: evidence.feature(item, language))),
            "verdict": self._shared(pair(lambda language: evidence.verdict(item, language))),
            "left": item.get("left"),
            "right": item.get("right"),
            "detail": self._shared(pair(lambda language: evidence.detail(item, language))),
            "bits": evidence.bits(item),
        }

    def _fact(self, item: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "feature": self._shared(pair(lambda language: evidence.feature(item, language))),
            "detail": self._shared(pair(lambda language: evidence.detail(item, language))),
            "reference": evidence.reference(item),
        }

    def _shared(self, value: Any) -> int:
        """The number under which the page finds a value that others hold too."""
        key = json.dumps(value, ensure_ascii=False, default=str)
        if key not in self._numbers:
            self._numbers[key] = len(self.shared)
            self.shared.append(value)
        return self._numbers[key]


def _grouped(rows: list[dict[str, Any]], most: int | None = None) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Findings by the number of their case."""
    grouped: dict[int, list[dict[str, Any]]] = {}
    for number, row in by_case(rows)[:most]:
        grouped.setdefault(number, []).append(row)
    yield from grouped.items()


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{key: step.get(key) for key in ("from", "to", "share_pct", "valid_from", "valid_to")},
        "relation": relation(str(step.get("relation") or "")),
        "source": pair(lambda language: source_words(step.get("source"), language)),
    }


def _lane(lane: Lane) -> dict[str, Any]:
    return {
        "clock": lane.clock,
        "label": lane.label,
        "possible": lane.possible,
        "proven": lane.proven,
        "months": lane.months,
    }


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    """A declared item; what is empty is left out, and the page is smaller for it."""
    told = {key: item[key] for key in _DECLARED if item[key] is not None}
    return {
        **told,
        "kind": pair(lambda language: enumerated("declaration_kind", item["kind"], language)),
        "item": pair(lambda language: enumerated("item", item["item"], language)),
        "met": item["met"],
    }
