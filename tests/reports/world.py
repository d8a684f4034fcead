"""Literal findings for the reports, among them one whose every text is hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.contract.internal import STAGE_TABLES
from screening.contract.outputs import COMPLIANCE, FINDINGS
from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.reports.arrow import schema_of
from screening.reports.view import View
from screening.settings import LimitSettings, RestrictedSettings, RunSettings, Settings
from screening.warehouse.store import Warehouse

RUN = "2026-11-20-0123456789ab"
HOSTILE = [
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "{=1+1}",
    "http://example.invalid/x",
    "https://example.invalid/<b>",
    "external:c:\\x.xlsx",
    "internal:'Sheet1'!A1",
    "mailto:a@example.invalid",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<r><t>rich</t></r>",
    "]]>&amp;&lt;",
    "_x0041_",
    "‮abc\u200f",
    "😀🧧",
    "\u2028line\u2029",
    "'; drop table finding; --",
    "__proto__",
]
CONTROLS = "a\x00b\x07c\x1bd\ufffee\uffff"
LONG = "长" * 40_000
LONG_EMOJI = "🧧" * 40_000

_STEP = {
    "from": "冯砚秋", "relation": "holds", "to": "苏州听雪庐商贸有限公司", "share_pct": 30, "valid_from": "2024-01-01",
    "valid_to": None, "source": {"table": "holdings", "row": 7},
}  # fmt: skip
_NAME = {
    "feature": "name", "verdict": "agrees", "left": "冯砚秋", "right": "冯砚秋", "detail": "姓名相同",
    "detail_en": "the names are the same", "bits": 29.9,
}  # fmt: skip
_DEALING = {
    "feature": "dealing", "verdict": "agrees", "left": "transaction", "right": None, "detail": "有付款",
    "detail_en": "payments", "bits": 0.0,
}  # fmt: skip


def finding(number: int, **changed: Any) -> dict[str, Any]:
    """A candidate of tier A on P01 and S01, with some columns changed."""
    row: dict[str, Any] = {
        "finding_id": f"F{number:016d}", "run_id": RUN, "group_id": "G", "rule_id": "INT-B", "outcome": "candidate",
        "tier": "A", "score": 0.999999, "officer_id": "P01", "officer_name": "冯砚秋", "related_id": None,
        "related_name": None, "relationship": None, "party_table": "suppliers", "party_id": "S01",
        "party_cluster": "S01", "party_name": "苏州听雪庐商贸有限公司", "party_uscc": None, "entity_ids": ["E01"],
        "case_id": "K0001", "duty": "express", "declaration_status": "not_declared", "declaration_decision": None,
        "exemption": "not_met", "overlap": "proven", "dealing_basis": "transaction", "regimes": ["CCL", "POLICY"],
        "regime_verdicts": "{}", "statutory_resolution": "not_found", "share_pct": Decimal("30"),
        "exposure_amount": Decimal("1234567.50"), "exposure_currency": "CNY", "valid_from": date(2024, 1, 1),
        "valid_to": None, "lifecycle": "new", "changed_fields": None, "closed_because": None,
        "summary_zh": "冯砚秋持有供应商的权益（30%）。", "summary_en": "冯砚秋 holds an interest in the supplier (30 %).",
        "path": json.dumps([_STEP]), "evidence": json.dumps([_NAME, _DEALING]),
    }  # fmt: skip
    return row | changed


def hostile(number: int, text: str) -> dict[str, Any]:
    """A finding in which every text that comes from a delivery is `text`."""
    step = _STEP | {"from": text, "to": text, "relation": text}
    item = _NAME | {"left": text, "right": text, "detail": text, "detail_en": text, "feature": text, "verdict": text}
    names = (
        "officer_name",
        "related_name",
        "relationship",
        "party_name",
        "party_id",
        "officer_id",
        "exposure_currency",
    )
    return finding(
        number,
        **dict.fromkeys((*names, "summary_zh", "summary_en"), text),
        related_id="R",
        case_id=f"K{number:04d}",
        path=json.dumps([step]),
        evidence=json.dumps([item]),
    )


def issue(**changed: Any) -> dict[str, Any]:
    """A data-quality row."""
    return {
        "table_name": "suppliers", "row": 7, "key": "S06", "check_id": "uscc_check_digit", "severity": "warning",
        "column_name": "uscc", "message_zh": "校验位不符。", "message_en": "The check digit does not fit.", **changed,
    }  # fmt: skip


@contextmanager
def view(
    folder: Path,
    findings: list[dict[str, Any]],
    *,
    issues: list[Mapping[str, Any]] | None = None,
    language: str = "zh",
    restricted: tuple[str, ...] = (),
    unscreened: Mapping[str, tuple[str, str]] | None = None,
    delivered: Mapping[str, int] | None = None,
    tables: Mapping[str, list[dict[str, Any]]] | None = None,
    duties: list[dict[str, Any]] | None = None,
    baseline: Path | None = None,
) -> Iterator[View]:
    """The reports' view of literal tables.

    Args:
        unscreened: rules of this version that were not screened, with the reason in both languages.
        delivered: table -> rows read; the sample's three by default.
        tables: rows of further stage tables.
        duties: lines of the declaration calendar.
        baseline: folder of an earlier run.
    """
    told = dict(unscreened or {})
    counts = {"officers": 2, "suppliers": 10, "holdings": 4, "declarations": 1, "transactions": 3, "group_entities": 1}
    with Warehouse(folder, LimitSettings()) as warehouse:
        for table in STAGE_TABLES:
            warehouse.create(table)
        warehouse.put("finding", pa.Table.from_pylist(findings, schema_of(FINDINGS)))
        warehouse.put("compliance", pa.Table.from_pylist(duties or [], schema_of(COMPLIANCE)))
        warehouse.append("issue", issues or [])
        for table, rows in (counts if delivered is None else delivered).items():
            zero = dict.fromkeys(("rejected", "duplicate", "excluded", "corrected"), 0)
            warehouse.append("row_account", [{"table_name": table, "read": rows, "staged": rows, **zero}])
        for rule in (*RULE_IDS, *COMPLIANCE_IDS):
            zh, en = told.get(rule, (None, None))
            warehouse.append("rule_coverage", [{"rule_id": rule, "screened": zh is None, "why_zh": zh, "why_en": en}])
        warehouse.append("match_count", [{"name": "pairs_pruned_as_homonyms", "value": 17.0}])
        for table, rows in (tables or {}).items():
            warehouse.append(table, rows)
        settings = Settings(restricted=RestrictedSettings(officers=restricted))
        night = RunSettings(
            settings=settings, as_of=date(2026, 11, 20), delivery=folder, run_id=RUN, baseline=baseline,
            language=language,  # type: ignore[arg-type]
        )  # fmt: skip
        yield View(warehouse, night)
