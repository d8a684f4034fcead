"""The substance of a finding: the facts by which it is changed and a decision on it lapses, and their fingerprint.

Verdicts, standard values, share, validity and declaration status are substance; score, bits, tier, amounts, wording, row numbers
and versions are not. A decision holds on to three more facts - who the officer, the related party and the counterparty are -
so that it never moves to another person who comes to bear the same code.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]
Facts = dict[str, Any]
"""Field -> plain JSON value."""

PLAIN_FIELDS = (
    *("outcome", "exemption", "overlap", "dealing_basis", "declaration_status", "declaration_decision", "regimes"),
    *("statutory_resolution", "relationship", "share_pct", "valid_from", "valid_to"),
)
IDENTITY_FIELDS = ("officer_identity", "related_identity", "party_identity")
VOLATILE_FEATURES = frozenset(["dealing", "prior", "company_rivals", "auditor", "decision", "since_decision"])
"""Evidence that changes with every payment, with other people's records, or with what auditors themselves wrote."""

_SIGNS = {"agrees": "=", "disagrees": "≠"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that is no longer what it was.

    Attributes:
        field: a column; `evidence.<feature>` or `regime_verdicts.<regime>` for a part of one.
        before: what it was, as text; codes of the contract stay codes. None: nothing.
        after: what it is.
    """

    field: str
    before: str | None
    after: str | None


def substance(row: Row) -> Facts:
    """The facts of a finding or verdict; identity facts count where the row bears them."""
    facts: Facts = {name: _plain(row.get(name)) for name in PLAIN_FIELDS}
    if facts["outcome"] == "dismissed":  # an auditor's word is no evidence: underneath it is a candidate
        facts["outcome"] = "candidate"
    facts |= {name: reading(row.get(name)) for name, reading in _READINGS.items()}
    return facts | {name: row[name] for name in IDENTITY_FIELDS if name in row}


def fingerprint(facts: Facts) -> str:
    """32 hex digits of SHA-256 over the facts as JSON. The recipe is frozen: decisions hold on to it."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def differences(before: Facts, after: Facts) -> list[Difference]:
    """What differs, in the order of the fields' names; parts of evidence and verdicts one by one."""
    found: list[Difference] = []
    for field in sorted(before.keys() | after.keys()):
        old, new = before.get(field), after.get(field)
        if old == new:
            continue
        parts = _PARTS.get(field)
        if parts is None:
            found.append(Difference(field, _text(old), _text(new)))
        else:
            found += parts(field, old or [], new or [])
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return sorted(value) if isinstance(value, list) else value


def _verdicts(text: str | None) -> list[Any]:
    return sorted([name, each["verdict"]] for name, each in json.loads(text or "{}").items())


def _steps(text: str | None) -> list[Any]:
    """Steps without the rows they were read from."""
    steps = [{name: value for name, value in step.items() if name != "source"} for step in json.loads(text or "[]")]
    return sorted(steps, key=lambda step: json.dumps(step, sort_keys=True))


def _comparisons(text: str | None) -> list[Any]:
    """Verdicts and values of the comparisons, without weights and wording."""
    return sorted(
        (
            [each.get(name) for name in ("feature", "verdict", "left", "right")]
            for each in json.loads(text or "[]")
            if each.get("feature") not in VOLATILE_FEATURES
        ),
        key=json.dumps,
    )


_READINGS: Mapping[str, Callable[[str | None], Any]] = {
    "regime_verdicts": _verdicts,
    "path": _steps,
    "evidence": _comparisons,
}


def _text(value: Any) -> str | None:
    if value is None or value == []:
        return None
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _verdict_parts(field: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    before, after = dict(old), dict(new)
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield Difference(f"{field}.{name}", before.get(name), after.get(name))


def _step_parts(field: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    yield Difference(field, _listed(map(_step, _without(old, new))), _listed(map(_step, _without(new, old))))


def _comparison_parts(field: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    gone, come = _without(old, new), _without(new, old)
    for feature in sorted({str(item[0]) for item in (*gone, *come)}):
        before, after = ([item for item in items if str(item[0]) == feature] for items in (gone, come))
        yield Difference(f"{field}.{feature}", _listed(map(_comparison, before)), _listed(map(_comparison, after)))


_PARTS: Mapping[str, Callable[[str, list[Any], list[Any]], Iterator[Difference]]] = {
    "regime_verdicts": _verdict_parts,
    "path": _step_parts,
    "evidence": _comparison_parts,
}


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    return [item for item in items if item not in others]


def _listed(texts: Iterator[str]) -> str | None:
    return "; ".join(texts) or None


def _step(step: Mapping[str, Any]) -> str:
    """A → B 12 % [2024-01-01, 2026-01-01)."""
    share = "" if step.get("share_pct") is None else f" {step['share_pct']} %"
    days = [step.get("valid_from"), step.get("valid_to")]
    life = f" [{days[0] or '?'}, {days[1] or ''})" if any(days) else ""
    return f"{step.get('from')} → {step.get('to')}{share}{life}"


def _comparison(item: list[Any]) -> str:
    _, verdict, left, right = item
    sides = [str(side) for side in (left, right) if side is not None]
    return (
        f" {_SIGNS.get(verdict, '~')} ".join(sides)
        if len(sides) == 2
        else f"{_SIGNS.get(verdict, '~')} {''.join(sides)}".strip()
    )
