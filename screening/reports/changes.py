"""What changed in a finding since the baseline, in words: the column, what it was and what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from screening.reports import evidence
from screening.reports.decided import decided_lines, since_lines
from screening.reports.relations import relation
from screening.reports.words import CODES, Language, code, column, text

Row = Mapping[str, Any]


def what_changed(row: Row, before: Row | None, language: Language) -> str:
    """One line per changed column; the columns' names alone where what they were is not known.

    A reopened finding is held against what was decided on, a dismissed one tells the decision.

    Args:
        row: a finding of tonight with `changed_fields`, its JSON columns parsed.
        before: the same finding in the baseline.
    """
    if row.get("lifecycle") == "reopened":
        return "\n".join(since_lines(row, language))
    if row.get("outcome") == "dismissed":
        return "\n".join(decided_lines(row, language))
    lines = []
    for name in row["changed_fields"] or ():
        said = _SAID.get(name, _value)
        then = "?" if before is None else said(before.get(name), name, language) or text("nothing_there", language)
        now = said(row.get(name), name, language) or text("nothing_there", language)
        if name == "evidence" and before is not None:
            lines += _evidence_lines(row, before, language)
        else:
            lines.append(f"{column(name, language)}{text('colon', language)}{then} → {now}")
    return "\n".join(lines)


def _value(value: Any, name: str, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return text("comma", language).join(_value(each, name, language) for each in value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    return code(name, str(value), language) if name in CODES else str(value)


def _path(steps: Iterable[Mapping[str, Any]] | None, _: str, language: Language) -> str:
    """The path as one line."""
    said = []
    for step in steps or ():
        share = "" if step.get("share_pct") is None else f" {Decimal(str(step['share_pct'])).normalize():f}%"
        days = [str(step.get(end) or "") for end in ("valid_from", "valid_to")]
        lasted = f" {days[0]}–{days[1]}" if any(days) else ""
        words = relation(str(step.get("relation") or ""))[language == "en"]
        said.append(f"{step.get('from')} —{words}{share}{lasted}→ {step.get('to')}")
    return text("semicolon", language).join(said)


def _regimes(verdicts: Mapping[str, Any] | None, _: str, language: Language) -> str:
    return text("comma", language).join(
        f"{code('regimes', name, language)} {code('regime_verdict', each['verdict'], language)}"
        for name, each in sorted((verdicts or {}).items())
    )


def _comparisons(items: Iterable[Mapping[str, Any]] | None, language: Language) -> dict[tuple[Any, ...], str]:
    """Each comparison by what makes it the same one, with its words."""
    return {
        tuple(item.get(part) for part in ("feature", "verdict", "left", "right")): (
            f"{evidence.feature(item, language)}{text('colon', language)}{evidence.detail(item, language)}"
        )
        for item in items or ()
        if item.get("feature") != "dealing" and not evidence.is_decided(item)
    }


def _evidence_lines(row: Row, before: Row, language: Language) -> list[str]:
    """Comparisons that came and went; sums of payments move every night and are no change."""
    now, then = (_comparisons(each["evidence"], language) for each in (row, before))
    came = [f"+ {words}" for key, words in now.items() if key not in then]
    went = [f"− {words}" for key, words in then.items() if key not in now]
    return came + went


_SAID: Mapping[str, Callable[[Any, str, Language], str]] = {"path": _path, "regime_verdicts": _regimes}
