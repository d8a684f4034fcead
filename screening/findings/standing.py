"""The decisions on one finding as its evidence shows them: what was decided, by whom, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from screening.contract.decisions import DECISIONS, FIELDS, IDENTITIES
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
            "decision", _VERDICTS.get(entry["decision"], "not_comparable"), entry["decision"], until, _said(entry)
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


def _said(entry: Entry) -> tuple[str, str]:
    day, by = entry["at"][:10], entry["by"]
    zh, en = DECISIONS[entry["decision"]]
    parts_zh, parts_en = (
        [f"{day} {by}：{zh}。理由：{entry['reason']}"],
        [f"{day} {by}: {en}. Reason: {entry['reason']}"],
    )
    if entry["identity"] is not None:
        ruled = IDENTITIES[entry["identity"]]
        parts_zh.append(f"身份认定：{ruled[0]}")
        parts_en.append(f"identity: {ruled[1]}")
    for key, label in (("source", ("原始依据", "primary record")), ("reply", ("本人答复", "subject's reply"))):
        if entry[key] is not None:
            parts_zh.append(f"{label[0]}：{entry[key]}")
            parts_en.append(f"{label[1]}: {entry[key]}")
    if entry["until"] is not None:
        parts_zh.append(f"有效期至 {entry['until']}")
        parts_en.append(f"holds until {entry['until']}")
    if entry["decision"] == "confirmed":
        parts_zh.append("确认的只是联系存在，不涉及是否不当")
        parts_en.append("what is confirmed is the link, never guilt")
    return "；".join(parts_zh), "; ".join(parts_en)
