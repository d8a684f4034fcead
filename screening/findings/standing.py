"""The decisions on one finding as its evidence shows them: what was decided, by whom, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from screening.contract.decisions import FIELDS, decision_words
from screening.findings.lifecycle import Standing
from screening.findings.substance import Difference

Entry = Mapping[str, Any]
"""A row of the table `decision`."""

_VERDICTS = {"confirmed": "agrees", "dismissed": "disagrees"}
EXPIRED = "expired"
"""Stands in place of a field where nothing changed but the decision has run out."""


def standing(entries: Sequence[Entry]) -> Standing | None:
    """The decision in force: the last one recorded."""
    if not entries:
        return None
    last = entries[-1]
    return Standing(last["decision"], last["fingerprint"], last["until"])


def lapsed(entries: Sequence[Entry], changes: Sequence[Difference], as_of: date) -> list[Difference]:
    """Why the last decision no longer holds: what changed, or that it has run out."""
    until = entries[-1]["until"]
    if until is not None and as_of > until:
        return [*changes, Difference(EXPIRED, until.isoformat(), None)]
    return list(changes)


def decision_items(entries: Sequence[Entry], changes: Sequence[Difference]) -> Iterator[dict[str, Any]]:
    """Items of evidence, without bits: every decision, the latest first, and each fact that changed since."""
    for change in changes if entries else ():
        yield _item("since_decision", "disagrees", change.before, change.after, _changed(change))
    for entry in reversed(entries):
        until = entry["until"].isoformat() if entry["until"] is not None else None
        yield _item(
            "decision",
            _VERDICTS.get(entry["decision"], "not_comparable"),
            entry["decision"],
            until,
            decision_words(entry),
        )


def _item(feature: str, verdict: str, left: str | None, right: str | None, said: tuple[str, str]) -> dict[str, Any]:
    return {
        "feature": feature, "verdict": verdict, "left": left, "right": right, "detail": said[0], "detail_en": said[1], "bits": 0.0,
    }  # fmt: skip


def _changed(change: Difference) -> tuple[str, str]:
    before, after = change.before or "–", change.after or "–"
    if change.field == EXPIRED:
        return f"决定的有效期已过（至 {before}）", f"the decision ran out (held until {before})"
    zh, en = FIELDS[change.field.partition(".")[0]]
    return f"决定后有变化：{zh} {before} → {after}", f"changed since the decision: {en} {before} → {after}"
