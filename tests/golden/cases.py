"""Reads case.json strictly: unknown keys, words and columns are errors."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from screening.contract.outputs import COMPLIANCE, DECLARATION_STATUSES, FINDINGS, OUTCOMES, TIERS
from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS

GRAIN = ("rule_id", "officer_id", "related_id", "party_table", "party_id")
LIMITS = ("tier_at_least", "tier_at_most")
WORDS: dict[str, tuple[str, ...]] = {
    "rule_id": RULE_IDS,
    "outcome": OUTCOMES,
    "tier": TIERS,
    "tier_at_least": TIERS,
    "tier_at_most": TIERS,
    "declaration_status": DECLARATION_STATUSES,
    "declaration_decision": ("pending", "eliminate", "accept", "other"),
    "exemption": ("none", "met", "not_met", "unknown"),
    "overlap": ("proven", "possible"),
    "dealing_basis": ("transaction", "contract", "bid", "registered_only"),
    "duty": ("express", "arguable", "none"),
    "party_table": ("suppliers", "customers", "competitors"),
}
VERDICTS = ("live", "out_of_scope", "exempt", "no_overlap", "unknown")


@dataclass(frozen=True)
class Row:
    """One row of `expect` or `forbid`.

    Attributes:
        columns: finding column -> value; shares and amounts as Decimal.
        tier_at_least: the tier must be this one or better; in `forbid`, such findings are meant.
        tier_at_most: the tier must be this one or worse.
        regime_verdicts: regime -> accepted verdicts; null stands for a regime that is not judged.
        features: features that must be among the evidence.
    """

    columns: dict[str, Any]
    tier_at_least: str | None
    tier_at_most: str | None
    regime_verdicts: dict[str, list[str | None]]
    features: tuple[str, ...]
    why: str | None


@dataclass(frozen=True)
class Line:
    """One line of the declaration calendar; `columns` are those of compliance.parquet that are looked at."""

    columns: dict[str, Any]
    why: str | None


@dataclass(frozen=True)
class Case:
    """One golden folder; `oracle` is the number in domain.md A8, None for a plain case of a rule."""

    folder: Path
    oracle: int | None
    title: str
    as_of: date
    expect: tuple[Row, ...]
    forbid: tuple[Row, ...]
    calendar: tuple[Line, ...] = ()
    no_calendar: tuple[Line, ...] = ()


class CaseError(ValueError):
    """A case.json that does not say what a case may say."""


def _value(column: str, value: Any) -> Any:
    if value is None:
        return None
    if column in WORDS and value not in WORDS[column]:
        raise CaseError(f"{column}: unknown word {value!r}")
    kind = FINDINGS.get(column, "string")
    if kind.startswith("decimal"):
        if not isinstance(value, str):
            raise CaseError(f"{column}: write the number as text, so that it stays exact")
        return Decimal(value)
    return date.fromisoformat(value) if kind == "date32" else value


def _row(data: dict[str, Any], *, full_grain: bool) -> Row:
    extra = (*LIMITS, "regime_verdicts", "features", "why")
    unknown = sorted(set(data) - set(FINDINGS) - set(extra))
    if unknown:
        raise CaseError(f"unknown key {unknown[0]!r}")
    columns = {name: _value(name, value) for name, value in data.items() if name not in extra}
    missing = [name for name in (*GRAIN, "outcome") if name not in columns]
    if full_grain and missing:
        raise CaseError(f"an expectation names {missing[0]}")
    limits = {name: _value(name, data.get(name)) for name in LIMITS}
    verdicts: dict[str, list[str | None]] = {
        regime: accepted if isinstance(accepted, list) else [accepted]
        for regime, accepted in data.get("regime_verdicts", {}).items()
    }
    for regime, accepted in verdicts.items():
        if regime not in ("POLICY", "HK14A", "SSE", "CCL") or set(accepted) - {*VERDICTS, None}:
            raise CaseError(f"regime_verdicts: {regime} {accepted}")
    if not full_grain and (verdicts or not (columns or any(limits.values()))):
        raise CaseError("a forbidden row names columns or a tier, and no regime verdicts")
    features = tuple(data.get("features", ()))
    return Row(columns, limits["tier_at_least"], limits["tier_at_most"], verdicts, features, data.get("why"))


def _line(data: dict[str, Any]) -> Line:
    unknown = sorted(set(data) - set(COMPLIANCE) - {"why"})
    if unknown or data.get("rule_id") not in COMPLIANCE_IDS:
        raise CaseError(f"a line of the calendar names a rule, and no {unknown[:1]}")
    columns = {
        name: date.fromisoformat(value) if value is not None and COMPLIANCE[name] == "date32" else value
        for name, value in data.items()
        if name != "why"
    }
    return Line(columns, data.get("why"))


def read_case(folder: Path) -> Case:
    """Returns the case of one folder.

    Raises:
        CaseError: a key, word or column is unknown, or one is missing.
    """
    data = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    if set(data) - {"calendar", "no_calendar"} != {"oracle", "title", "as_of", "expect", "forbid"}:
        raise CaseError(f"{folder.name}: keys are oracle, title, as_of, expect, forbid; here {sorted(data)}")
    try:
        return Case(
            folder=folder,
            oracle=None if data["oracle"] is None else int(data["oracle"].removeprefix("A8-")),
            title=data["title"],
            as_of=date.fromisoformat(data["as_of"]),
            expect=tuple(_row(row, full_grain=True) for row in data["expect"]),
            forbid=tuple(_row(row, full_grain=False) for row in data["forbid"]),
            calendar=tuple(map(_line, data.get("calendar", ()))),
            no_calendar=tuple(map(_line, data.get("no_calendar", ()))),
        )
    except CaseError as error:
        raise CaseError(f"{folder.name}: {error}") from None


CASES = tuple(read_case(path.parent) for path in sorted(Path(__file__).parent.glob("*/case.json")))
