"""The stage: verdicts and auditors' decisions in, tables `finding`, `finding_basis` and `compliance` out.

The order in which a finding gets its face: verdict, ids, substance, its life since the baseline, the decision on it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from screening.contract.outputs import COMPLIANCE, FINDINGS
from screening.findings.baseline import read_baseline
from screening.findings.basis import PACKAGE, identify, read_links, rests_on
from screening.findings.ids import CASE_KEY, FINDING_KEY, case_id, finding_id
from screening.findings.lifecycle import Tonight, closed, decided, lived
from screening.findings.schema import typed
from screening.findings.standing import decision_items, lapsed, standing
from screening.findings.substance import Difference, differences, fingerprint, substance
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, load_sql

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of findings beside tonight's verdicts.

    Attributes:
        baseline: findings of the baseline by id.
        entries: decisions by finding id, in the order in which they were recorded.
    """

    baseline: Mapping[str, Row]
    entries: Mapping[str, Sequence[Row]]


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Writes every finding of tonight and, once more, every finding of the baseline that is gone."""
    for table in ("duty", "decision", "finding_basis"):
        warehouse.create(table)
    known = Known(read_baseline(night.baseline), _read_entries(warehouse))
    identify(warehouse)
    links = read_links(warehouse)
    found, basis = [], []
    for verdict in _read_verdicts(warehouse):
        row = _finding(verdict, night.run_id)
        facts = substance(row)
        found.append(_judged(row, facts, known, night))
        basis.append(_basis(row, facts, rests_on(row, links)))
    ids = [row["finding_id"] for row in found]
    gone = closed(known.baseline, ids, night.run_id, _tonight(warehouse, found)) if known.baseline else []
    warehouse.put("finding", typed(FINDINGS, sorted([*found, *gone], key=lambda row: str(row["finding_id"]))))
    warehouse.append("finding_basis", sorted(basis, key=lambda row: str(row["finding_id"])))
    dismissed = frozenset(row["finding_id"] for row in found if row["outcome"] == "dismissed")
    warehouse.put("compliance", typed(COMPLIANCE, _read_duties(warehouse, night.run_id, dismissed)))


def _finding(verdict: Row, run_id: str) -> Row:
    """A verdict with its ids."""
    return {
        **verdict,
        "finding_id": finding_id([verdict[name] for name in FINDING_KEY]),
        "case_id": case_id([verdict[name] for name in CASE_KEY]),
        "run_id": run_id,
        "closed_because": None,
    }


def _judged(row: Row, facts: Row, known: Known, night: RunSettings) -> Row:
    """A finding with its life and the decisions on it; what changed since a dismissal says why it is reopened."""
    entries = known.entries.get(row["finding_id"], ())
    lapses = _since_decision(facts, entries, night)
    lifecycle, changed = lived(row, known.baseline.get(row["finding_id"]))
    outcome, lifecycle = decided(row["outcome"], lifecycle, standing(entries), fingerprint(facts), night.as_of)
    if lifecycle == "reopened":
        changed = sorted({each.field.partition(".")[0] for each in lapses})
    evidence = [*json.loads(row["evidence"] or "[]"), *decision_items(entries, lapses)]
    return {
        **row,
        "outcome": outcome,
        "lifecycle": lifecycle,
        "changed_fields": changed,
        "evidence": _json(evidence) if entries else row["evidence"],
    }


def _since_decision(facts: Row, entries: Sequence[Row], night: RunSettings) -> list[Difference]:
    return lapsed(entries, differences(json.loads(entries[-1]["facts"]), facts), night.as_of) if entries else []


def _basis(row: Row, facts: Row, rulings: list[Row]) -> Row:
    own = {name: row[name] for name in ("finding_id", "officer_id")}
    return {**own, "fingerprint": fingerprint(facts), "facts": _json(facts), "rulings": _json(rulings)}


def _read_entries(warehouse: Warehouse) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in warehouse.rows("select * from decision order by entry"):
        found[row["finding_id"]].append(row)
    return found


def _read_duties(warehouse: Warehouse, run_id: str, dismissed: frozenset[str]) -> list[Row]:
    """Lines of the declaration calendar with the id of the finding that each concerns; none on a dismissed link."""
    return [row for row in _named_duties(warehouse, run_id) if row["finding_id"] not in dismissed]


def _named_duties(warehouse: Warehouse, run_id: str) -> Iterator[Row]:
    for row in warehouse.rows("select * from duty order by all"):
        key = {**row, "rule_id": row["about_rule"]}
        about = None if row["about_rule"] is None else finding_id([key[name] for name in FINDING_KEY])
        yield {**row, "finding_id": about, "run_id": run_id}


def _read_verdicts(warehouse: Warehouse) -> list[Row]:
    """Verdicts with what masters and roster say of their two ends, and who these are."""
    return warehouse.rows(load_sql(PACKAGE, "verdict"))


def _tonight(warehouse: Warehouse, found: Sequence[Row]) -> Tonight:
    officers = warehouse.rows("select distinct officer_id from std_officers")
    related = warehouse.rows("select distinct officer_id, related_id from kin")
    parties = warehouse.rows("select group_id, party_table, party_id, excluded_as from party")
    screened = warehouse.rows("select rule_id from rule_coverage where screened")
    return Tonight(
        officers=frozenset(row["officer_id"] for row in officers),
        related=frozenset((row["officer_id"], row["related_id"]) for row in related),
        parties=frozenset(_record(row) for row in parties if row["excluded_as"] is None),
        screened=frozenset(row["rule_id"] for row in screened),
        excluded=frozenset(_record(row) for row in parties if row["excluded_as"] is not None),
        linked=frozenset(
            (row["group_id"], row["officer_id"], row["party_table"], row["party_id"])
            for row in found
            if row["outcome"] != "no_overlap"
        ),
    )


def _record(row: Row) -> tuple[str, str, str]:
    return row["group_id"], row["party_table"], row["party_id"]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
