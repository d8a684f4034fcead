"""The stage: verdicts in, tables `finding` and `compliance` out.

The order in which a finding gets its face: verdict, ids, then its life since the baseline. Auditors' decisions (dismissed,
reopened) will enter between ids and life, when there is a decision log.
"""

from __future__ import annotations

from typing import Any

from screening.contract.outputs import COMPLIANCE, FINDINGS
from screening.findings.baseline import read_baseline
from screening.findings.ids import CASE_KEY, FINDING_KEY, case_id, finding_id
from screening.findings.lifecycle import Tonight, closed, lived
from screening.findings.schema import typed
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Writes every finding of tonight and, once more, every finding of the baseline that is gone."""
    warehouse.create("duty")
    baseline = read_baseline(night.baseline)
    found = [_finding(row, night.run_id, baseline) for row in _read_verdicts(warehouse)]
    gone = closed(baseline, (row["finding_id"] for row in found), night.run_id, _tonight(warehouse)) if baseline else []
    warehouse.put("finding", typed(FINDINGS, sorted([*found, *gone], key=lambda row: str(row["finding_id"]))))
    warehouse.put("compliance", typed(COMPLIANCE, _read_duties(warehouse, night.run_id)))


def _read_duties(warehouse: Warehouse, run_id: str) -> list[dict[str, Any]]:
    """Lines of the declaration calendar with the id of the finding that each concerns."""
    rows = warehouse.rows("select * from duty order by all")
    for row in rows:
        about = row["about_rule"]
        key = {**row, "rule_id": about}
        row["finding_id"] = None if about is None else finding_id([key[name] for name in FINDING_KEY])
        row["run_id"] = run_id
    return rows


def _read_verdicts(warehouse: Warehouse) -> list[dict[str, Any]]:
    """Verdicts with what the masters and the roster say of their two ends."""
    return warehouse.rows(
        """
        select verdict.*, officer.name as officer_name,
               coalesce(party.party_cluster, verdict.party_id) as party_cluster, party.uscc as party_uscc,
               list_sort(party.entity_ids) as entity_ids
        from verdict
        left join party using (group_id, party_table, party_id)
        left join (select officer_id, min(name) as name from std_officers group by officer_id) as officer
            using (officer_id)
        """
    )


def _finding(row: dict[str, Any], run_id: str, baseline: dict[str, dict[str, Any]]) -> dict[str, Any]:
    identity = finding_id([row[name] for name in FINDING_KEY])
    lifecycle, changed = lived(row, baseline.get(identity))
    return {
        **row,
        "finding_id": identity,
        "case_id": case_id([row[name] for name in CASE_KEY]),
        "run_id": run_id,
        "lifecycle": lifecycle,
        "changed_fields": changed,
        "closed_because": None,
    }


def _tonight(warehouse: Warehouse) -> Tonight:
    officers = warehouse.rows("select distinct officer_id from std_officers")
    related = warehouse.rows("select distinct officer_id, related_id from kin")
    parties = warehouse.rows("select group_id, party_table, party_id from party where excluded_as is null")
    screened = warehouse.rows("select rule_id from rule_coverage where screened")
    return Tonight(
        officers=frozenset(row["officer_id"] for row in officers),
        related=frozenset((row["officer_id"], row["related_id"]) for row in related),
        parties=frozenset((row["group_id"], row["party_table"], row["party_id"]) for row in parties),
        screened=frozenset(row["rule_id"] for row in screened),
    )
