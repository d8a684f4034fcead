"""Compares findings with a case and says in words what differs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from screening.contract.outputs import TIERS

from .cases import GRAIN, Case, Line, Row

Finding = Mapping[str, Any]


def _label(row: Mapping[str, Any]) -> str:
    return " ".join(str(row.get(name)) for name in GRAIN)


def _within(row: Row, tier: str | None) -> bool:
    """Whether a tier lies between the limits of the row; no tier lies in none."""
    if tier is None:
        return row.tier_at_least is None and row.tier_at_most is None
    rank = TIERS.index(tier)
    best = TIERS.index(row.tier_at_most) if row.tier_at_most else 0
    worst = TIERS.index(row.tier_at_least) if row.tier_at_least else len(TIERS) - 1
    return best <= rank <= worst


def _verdicts(finding: Finding) -> dict[str, str]:
    text = finding["regime_verdicts"]
    return {} if text is None else {regime: entry["verdict"] for regime, entry in json.loads(text).items()}


def _unlike(row: Row, finding: Finding) -> list[str]:
    found = [
        f"{name} is {finding.get(name)!r}, expected {value!r}"
        for name, value in row.columns.items()
        if finding.get(name) != value
    ]
    if not _within(row, finding["tier"]):
        wanted = f"at least {row.tier_at_least}" if row.tier_at_least else f"at most {row.tier_at_most}"
        found.append(f"tier is {finding['tier']!r}, expected {wanted}")
    there = {item["feature"] for item in json.loads(finding["evidence"] or "[]")} if row.features else set()
    found += [f"no evidence of {feature}" for feature in row.features if feature not in there]
    if row.regime_verdicts:
        actual = _verdicts(finding)
        found += [
            f"regime {regime} is {actual.get(regime)!r}, expected {accepted}"
            for regime, accepted in row.regime_verdicts.items()
            if actual.get(regime) not in accepted
        ]
    return found


def _missed(row: Row, findings: Sequence[Finding]) -> list[str]:
    same = [finding for finding in findings if all(finding[name] == row.columns[name] for name in GRAIN)]
    if len(same) == 1:
        unlike = _unlike(row, same[0])
        return [f"- {_label(row.columns)}: {'; '.join(unlike)} ({row.why or 'no reason given'})"] if unlike else []
    near = sorted(
        {
            f"{_label(finding)} {finding['outcome']}"
            for finding in findings
            if finding["officer_id"] == row.columns["officer_id"] and finding["party_id"] == row.columns["party_id"]
        }
    )
    beside = f"; on this pair: {', '.join(near)}" if near else "; nothing on this pair"
    return [f"- {_label(row.columns)}: {len(same)} findings, expected one{beside} ({row.why or 'no reason given'})"]


def _forbidden(row: Row, finding: Finding) -> bool:
    return all(finding[name] == value for name, value in row.columns.items()) and _within(row, finding["tier"])


def _meets(line: Line, told: Mapping[str, Any]) -> bool:
    return all(told[name] == value for name, value in line.columns.items())


def explain(case: Case, findings: Sequence[Finding], calendar: Sequence[Mapping[str, Any]] = ()) -> list[str]:
    """Returns one line per unmet expectation and per forbidden finding or line of the calendar; empty when the case holds."""
    lines = [line for row in case.expect for line in _missed(row, findings)]
    for row in case.forbid:
        lines += [
            f"- {_label(finding)}: {finding['outcome']}, tier {finding['tier']}, but the case forbids such a finding"
            for finding in findings
            if _forbidden(row, finding)
        ]
    for line in case.calendar:
        met = [told for told in calendar if _meets(line, told)]
        if len(met) != 1:
            told = [{name: each[name] for name in line.columns} for each in calendar]
            lines.append(f"- calendar: {len(met)} lines like {line.columns}, expected one of {told} ({line.why})")
    for line in case.no_calendar:
        lines += [f"- calendar: {line.columns} is forbidden ({line.why})" for told in calendar if _meets(line, told)]
    return lines
