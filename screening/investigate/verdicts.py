"""Every rule of the contract and what it says: its outcomes, that it found nothing, or why it was not screened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.investigate.index import Index
from screening.reports.titles import rule_article, rule_title


def rule_verdicts(
    index: Index, findings: Sequence[Mapping[str, Any]], duties: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """One entry per rule, in the contract's order.

    Returns:
        rule_id, title and article in both languages, screened, why it was not, outcomes (finding ids by outcome; a finding that was
        closed counts as closed, a line of the calendar by its certainty).
    """
    outcomes: dict[str, dict[str, list[str]]] = {}
    for finding in findings:
        outcome = "closed" if finding["lifecycle"] == "closed" else finding["outcome"]
        outcomes.setdefault(finding["rule_id"], {}).setdefault(outcome, []).append(finding["finding_id"])
    for duty in duties:
        outcomes.setdefault(duty["rule_id"], {}).setdefault(duty["certainty"], []).append(duty["finding_id"] or "")
    screened: Mapping[str, Mapping[str, Any]] = index.coverage["rules"]
    return [
        {
            "rule_id": rule, "title_zh": rule_title(rule, "zh"), "title_en": rule_title(rule, "en"),
            "article_zh": rule_article(rule, "zh"), "article_en": rule_article(rule, "en"),
            **screened.get(rule, {"screened": False, "why_zh": None, "why_en": None}), "outcomes": outcomes.get(rule, {}),
        }
        for rule in (*RULE_IDS, *COMPLIANCE_IDS)
    ]  # fmt: skip
