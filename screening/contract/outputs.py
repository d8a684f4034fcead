"""The output tables of contract.md section 3: columns and types. Arrow schemas are made from this text."""

from __future__ import annotations

from collections.abc import Mapping

FINDINGS: Mapping[str, str] = {
    "finding_id": "string",
    "run_id": "string",
    "group_id": "string",
    "rule_id": "string",
    "outcome": "string",
    "tier": "string",
    "score": "double",
    "officer_id": "string",
    "officer_name": "string",
    "related_id": "string",
    "related_name": "string",
    "relationship": "string",
    "party_table": "string",
    "party_id": "string",
    "party_cluster": "string",
    "party_name": "string",
    "party_uscc": "string",
    "entity_ids": "list<string>",
    "case_id": "string",
    "duty": "string",
    "declaration_status": "string",
    "declaration_decision": "string",
    "exemption": "string",
    "overlap": "string",
    "dealing_basis": "string",
    "regimes": "list<string>",
    "regime_verdicts": "string",
    "statutory_resolution": "string",
    "share_pct": "decimal(9,6)",
    "exposure_amount": "decimal(18,2)",
    "exposure_currency": "string",
    "valid_from": "date32",
    "valid_to": "date32",
    "lifecycle": "string",
    "changed_fields": "list<string>",
    "closed_because": "string",
    "summary_zh": "string",
    "summary_en": "string",
    "path": "string",
    "evidence": "string",
}

COMPLIANCE: Mapping[str, str] = {
    "run_id": "string",
    "rule_id": "string",
    "officer_id": "string",
    "officer_name": "string",
    "entity_id": "string",
    "finding_id": "string",
    "party_table": "string",
    "party_id": "string",
    "source_id": "string",
    "declaration_id": "string",
    "period": "string",
    "event_on": "date32",
    "due_on": "date32",
    "done_on": "date32",
    "working_days_late": "int32",
    "certainty": "string",
    "basis": "string",
    "summary_zh": "string",
    "summary_en": "string",
}

QUALITY: Mapping[str, str] = {
    "run_id": "string",
    "table": "string",
    "row": "int64",
    "key": "string",
    "check": "string",
    "severity": "string",
    "column": "string",
    "message": "string",
}

OUTPUT_TABLES: Mapping[str, Mapping[str, str]] = {
    "findings": FINDINGS,
    "compliance": COMPLIANCE,
    "quality": QUALITY,
}

OUTCOMES = ("candidate", "declared", "exempt", "out_of_scope", "scope_unknown", "no_overlap", "dismissed")
TIERS = ("A", "B", "C")
DECLARATION_STATUSES = ("unknown", "not_declared", "withdrawn", "partial", "late", "pending", "on_time")
LIFECYCLES = ("new", "open", "changed", "reopened", "closed")
SEVERITIES = ("info", "warning", "error")
