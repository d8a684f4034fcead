"""How a finding lived since the baseline, and what a decision makes of it: new, open, changed, reopened or closed.

New, changed and closed come from the baseline; dismissed and reopened from the decision log alone (contract.md section 3): a
finding stays dismissed while its fingerprint is the one decided on and the decision has not expired, and is reopened when not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from screening.findings.substance import substance

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tonight:
    """What was there tonight, to say why something is gone.

    Attributes:
        officers: officer ids.
        related: (officer_id, related_id).
        parties: (group_id, party_table, party_id).
        screened: rules that were screened.
        excluded: the same as parties, of records that are no counterparties: group companies and employees.
        linked: (group_id, officer_id, party_table, party_id) of findings that coincide with dealings.
    """

    officers: frozenset[str]
    related: frozenset[tuple[str, str]]
    parties: frozenset[tuple[str, str, str]]
    screened: frozenset[str]
    excluded: frozenset[tuple[str, str, str]] = frozenset()
    linked: frozenset[tuple[str, str | None, str | None, str | None]] = frozenset()


GIVES_WAY = frozenset(["ATTR-B", "ATTR-C", "ACT-C", "GEN", "RES"])
"""Leads that stand only where nothing stronger is known; elsewhere the stronger finding carries them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The decision in force on one finding: the last one recorded.

    Attributes:
        fingerprint: of the facts it was made on.
        until: last day on which it holds; None: without end.
    """

    decision: str
    fingerprint: str
    until: date | None

    def holds(self, fingerprint: str, as_of: date) -> bool:
        """Whether it still speaks of these facts on that day."""
        return fingerprint == self.fingerprint and (self.until is None or as_of <= self.until)


def decided(outcome: str, lifecycle: str, standing: Standing | None, fingerprint: str, as_of: date) -> tuple[str, str]:
    """Outcome and lifecycle of a finding under the decision on it.

    Only a dismissal moves anything, and only what would be a candidate: every other outcome comes before it.

    Args:
        outcome: by rules and declarations.
        lifecycle: since the baseline.
    """
    if standing is None or standing.decision != "dismissed" or outcome != "candidate":
        return outcome, lifecycle
    return ("dismissed", lifecycle) if standing.holds(fingerprint, as_of) else ("candidate", "reopened")


def lived(found: Row, before: Row | None) -> tuple[str, list[str] | None]:
    """Lifecycle and changed fields of a finding made tonight."""
    if before is None:
        return "new", None
    changed = changed_fields(found, before)
    return ("changed", changed) if changed else ("open", None)


def changed_fields(found: Row, before: Row) -> list[str]:
    """Names of the columns that differ in substance, sorted."""
    new, old = substance(found), substance(before)
    return sorted(name for name in new.keys() & old.keys() if new[name] != old[name])


def closed(baseline: Mapping[str, Row], found: Iterable[str], run_id: str, tonight: Tonight) -> list[dict[str, Any]]:
    """Findings of the baseline that are gone; each appears once more as it was last."""
    gone = sorted(set(baseline) - set(found))
    return [
        {
            **baseline[name],
            "run_id": run_id,
            "lifecycle": "closed",
            "changed_fields": None,
            "closed_because": closed_because(baseline[name], tonight),
        }
        for name in gone
    ]


def closed_because(row: Row, tonight: Tonight) -> str:
    """The first reason that explains why a finding is gone."""
    if row["rule_id"] not in tonight.screened:
        return "rule_not_screened"
    if row["officer_id"] is not None and row["officer_id"] not in tonight.officers:
        return "officer_not_delivered"
    if row["related_id"] is not None and (row["officer_id"], row["related_id"]) not in tonight.related:
        return "related_party_not_delivered"
    key = (row["group_id"], row["party_table"], row["party_id"])
    if key in tonight.excluded:
        return "counterparty_excluded"
    if row["party_table"] is not None and key not in tonight.parties:
        return "counterparty_not_delivered"
    pair = (row["group_id"], row["officer_id"], row["party_table"], row["party_id"])
    if row["rule_id"] in GIVES_WAY and pair in tonight.linked:
        return "stronger_link_found"
    return "link_no_longer_found"
