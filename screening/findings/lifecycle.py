"""How a finding lived since the baseline: new, open, changed or closed.

A finding is changed by verdicts, standard values, share, validity and declaration status - never by score, bits, amounts,
wording, row numbers or versions. Dismissed and reopened come from the decision log.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

PLAIN_FIELDS = (
    *("outcome", "exemption", "overlap", "dealing_basis", "declaration_status", "declaration_decision", "regimes"),
    *("statutory_resolution", "relationship", "share_pct", "valid_from", "valid_to"),
)
VOLATILE_FEATURES = frozenset(["dealing"])
"""Evidence that changes with every payment."""


@dataclass(frozen=True, slots=True)
class Tonight:
    """What was there tonight, to say why something is gone.

    Attributes:
        officers: officer ids.
        related: (officer_id, related_id).
        parties: (group_id, party_table, party_id).
        screened: rules that were screened.
    """

    officers: frozenset[str]
    related: frozenset[tuple[str, str]]
    parties: frozenset[tuple[str, str, str]]
    screened: frozenset[str]


def lived(found: Row, before: Row | None) -> tuple[str, list[str] | None]:
    """Lifecycle and changed fields of a finding made tonight."""
    if before is None:
        return "new", None
    changed = changed_fields(found, before)
    return ("changed", changed) if changed else ("open", None)


def changed_fields(found: Row, before: Row) -> list[str]:
    """Names of the columns that differ in substance, sorted."""
    different = [name for name in PLAIN_FIELDS if _plain(found.get(name)) != _plain(before.get(name))]
    different += [name for name, reading in _READINGS.items() if reading(found.get(name)) != reading(before.get(name))]
    return sorted(different)


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
    if row["party_table"] is not None and key not in tonight.parties:
        return "counterparty_not_delivered"
    return "link_no_longer_found"


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def _verdicts(text: str | None) -> Any:
    return sorted((name, each["verdict"]) for name, each in json.loads(text or "{}").items())


def _steps(text: str | None) -> Any:
    """Steps without the rows they were read from."""
    steps = [{name: value for name, value in step.items() if name != "source"} for step in json.loads(text or "[]")]
    return sorted(json.dumps(step, sort_keys=True) for step in steps)


def _comparisons(text: str | None) -> Any:
    """Verdicts and values of the comparisons, without weights and wording."""
    return sorted(
        json.dumps([each.get(name) for name in ("feature", "verdict", "left", "right")])
        for each in json.loads(text or "[]")
        if each.get("feature") not in VOLATILE_FEATURES
    )


_READINGS: Mapping[str, Callable[[str | None], Any]] = {
    "regime_verdicts": _verdicts,
    "path": _steps,
    "evidence": _comparisons,
}
