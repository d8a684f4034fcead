"""A judgement as a row of the table `verdict`: words, evidence and JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from screening.policy.judgement import Judgement
from screening.policy.notes import (
    aggregate_note,
    dealing_note,
    declaration_note,
    exemption_note,
    nil_return_notes,
    overlap_note,
    plain_notes,
)
from screening.policy.reasons import REGIME
from screening.policy.regime_verdicts import RegimeVerdict
from screening.policy.sentences import Conclusion, Subject, sentence
from screening.policy.unite import evidence_of, steps_of

_POLICY = {"candidate": "live", "declared": "live", "scope_unknown": "unknown"}


def row_of(judgement: Judgement, *, policy_is_asked: bool) -> dict[str, Any]:
    """The row; keys are the columns of the stage table.

    Args:
        policy_is_asked: the policy itself is among the configured regimes.
    """
    grain, lead, kin, found = judgement.grain, judgement.united.lead, judgement.kin, judgement.declared
    verdicts = dict(judgement.regimes)
    if policy_is_asked:
        verdicts["POLICY"] = _policy_verdict(judgement)
    sums = judgement.exposure.amounts if judgement.exposure is not None else ()
    summary_zh, summary_en = _summary(judgement)
    ties = (*judgement.united.ties, *judgement.supporting)
    return {
        "group_id": grain.group_id,
        "rule_id": judgement.rule_id,
        "officer_id": grain.officer_id,
        "related_id": grain.related_id,
        "party_table": grain.party_table,
        "party_id": grain.party_id,
        "outcome": judgement.outcome,
        "tier": judgement.united.tier if judgement.overlap is not None else lead.tier,
        "score": round(lead.score, 6),
        "related_name": None if kin is None else kin.name,
        "relationship": None if kin is None else kin.said or kin.label_zh,
        "party_name": judgement.party.name,
        "duty": judgement.rule.duty,
        "declaration_status": None if found is None else found.status,
        "declaration_decision": None if found is None else found.decision,
        "exemption": judgement.exemption,
        "overlap": judgement.overlap,
        "dealing_basis": judgement.basis,
        "regimes": sorted(name for name, verdict in verdicts.items() if verdict.verdict == "live"),
        "regime_verdicts": _json({name: _said(verdict) for name, verdict in verdicts.items()}),
        "statutory_resolution": judgement.statutory_resolution,
        "share_pct": lead.share_pct,
        "exposure_amount": sums[0][1] if len(sums) == 1 else None,
        "exposure_currency": sums[0][0] if len(sums) == 1 else None,
        "valid_from": None if lead.possible_from == date.min else lead.possible_from,
        "valid_to": None if lead.possible_to == date.max else lead.possible_to,
        "summary_zh": summary_zh,
        "summary_en": summary_en,
        "path": _json(steps_of(ties)),
        "evidence": _json([*evidence_of(ties), *_notes(judgement)]),
    }


def _notes(judgement: Judgement) -> list[dict[str, Any]]:
    dates_matter = judgement.rule.clock in ("interval", "event")
    return [
        *dealing_note(judgement.basis, judgement.exposure),
        *(overlap_note(judgement.overlap) if dates_matter else ()),
        *exemption_note(judgement.exemption, judgement.rule.exemption),
        *aggregate_note(judgement.united.lead, judgement.rule.exemption),
        *plain_notes(
            judgement.united.ties,
            judgement.outcome if judgement.why is not None else None,
            judgement.why,
            handed_in=judgement.handed_in,
        ),
        *(() if judgement.handed_in else declaration_note(judgement.declared, judgement.cure_ended)),
        *nil_return_notes(judgement.nil_returns),
    ]


def _summary(judgement: Judgement) -> tuple[str, str]:
    found = judgement.declared
    return sentence(
        judgement.rule,
        judgement.united.ties,
        Subject(judgement.officer_name, judgement.kin, judgement.party.name),
        Conclusion(
            outcome=judgement.outcome,
            why=judgement.why,
            overlap=judgement.overlap,
            basis=judgement.basis,
            exposure=judgement.exposure,
            status=None if found is None else found.status,
            gap=None if found is None else found.gap,
            decision=None if found is None else found.decision,
            cure_ended=judgement.cure_ended,
            handed_in=judgement.handed_in,
        ),
    )


def _policy_verdict(judgement: Judgement) -> RegimeVerdict:
    """The outcome in the words of regimes; a shareholder is no person of the policy."""
    if judgement.grain.officer_id is None:
        return RegimeVerdict("out_of_scope", "no_officer")
    verdict = _POLICY.get(judgement.outcome, {"exempt": "exempt", "no_overlap": "no_overlap"}.get(judgement.outcome))
    return RegimeVerdict(verdict or "out_of_scope", f"outcome_{judgement.outcome}")  # type: ignore[arg-type]


def _said(verdict: RegimeVerdict) -> dict[str, str]:
    zh, en = REGIME[verdict.why]
    said = {"verdict": verdict.verdict, "why": zh, "why_en": en}
    return said if verdict.article is None else {**said, "article": verdict.article}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
