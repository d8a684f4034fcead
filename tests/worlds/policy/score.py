"""Compares the findings and the calendar of a night with what a policy world expects."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.worlds.policy.records import Expected
from tests.worlds.policy.world import PolicyWorld

Finding = Mapping[str, Any]
_KEYS = ("rule_id", "officer_id", "related_id", "party_table", "party_id")


@dataclass
class Result:
    """Counts and every disagreement in words.

    Attributes:
        found: rule -> [expected, found].
        positives: rule -> [expected, found] of those that the policy asks about, open or declared.
        columns: column -> [looked at, right]; regimes as `regime HK14A`.
        extra: findings that nothing calls for.
        quiet: planted pairs on which nothing may stand.
        calendar: duty -> [expected, found, certain lines nobody expects].
        differences: one line each, beginning with the case.
    """

    found: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    positives: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    columns: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    calendar: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    extra: int = 0
    pairs: int = 0
    quiet: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Adds the counts of another world."""
        for name in ("found", "positives", "columns", "calendar"):
            mine = getattr(self, name)
            for key, counts in getattr(other, name).items():
                mine[key] = [a + b for a, b in zip(mine[key], counts, strict=True)]
        self.extra += other.extra
        self.pairs += other.pairs
        self.quiet += other.quiet
        self.differences += other.differences


def compare(world: PolicyWorld, findings: Sequence[Finding], compliance: Sequence[Finding]) -> Result:
    """Everything that was asked of one world."""
    result = Result()
    by_grain = {tuple(finding[key] for key in _KEYS): finding for finding in findings}
    for expected in world.expected:
        _one(expected, by_grain.get(expected.grain), result)
    _nothing_else(world, by_grain, result)
    _calendar(world, compliance, result)
    return result


def _one(expected: Expected, finding: Finding | None, result: Result) -> None:
    label = f"{expected.case}: {' '.join(str(part) for part in expected.grain)}"
    if finding is None and expected.optional:
        return
    result.found[expected.rule_id][0] += 1
    result.positives[expected.rule_id][0] += expected.is_positive
    if finding is None:
        result.differences.append(f"{label}: not found")
        return
    result.found[expected.rule_id][1] += 1
    result.positives[expected.rule_id][1] += expected.is_positive
    for column, wanted in expected.want.items():
        _column(result, label, column, finding[column], wanted if isinstance(wanted, tuple) else (wanted,))
    said = json.loads(finding["regime_verdicts"] or "{}")
    for regime, accepted in expected.regimes.items():
        _column(result, label, f"regime {regime}", said.get(regime, {}).get("verdict"), accepted)


def _column(result: Result, label: str, column: str, actual: Any, accepted: Iterable[Any]) -> None:
    result.columns[column][0] += 1
    if actual in tuple(accepted):
        result.columns[column][1] += 1
    else:
        result.differences.append(f"{label}: {column} is {actual!r}, expected {' or '.join(map(repr, accepted))}")


def _nothing_else(world: PolicyWorld, by_grain: Mapping[tuple[Any, ...], Finding], result: Result) -> None:
    """On a planted pair only what is expected; on a decoy, and between strangers, nothing."""
    wanted = {expected.grain for expected in world.expected}
    cases = {expected.grain[1:2] + expected.grain[3:]: expected.case for expected in world.expected}
    quiet = {(officer, table, party): case for (officer, table, party), case in world.silent.items()}
    result.pairs += len(cases) + len(quiet)
    result.quiet += len(quiet)
    for grain, finding in by_grain.items():
        if grain in wanted:
            continue
        result.extra += 1
        pair = (grain[1], grain[3], grain[4])
        case = (
            cases.get(pair)
            or quiet.get((grain[1] or "", grain[3], grain[4]))
            or quiet.get(("", grain[3], grain[4]))
            or "strangers"
        )
        result.differences.append(
            f"{case}: {' '.join(map(str, grain))}: {finding['outcome']}, tier {finding['tier']}, not called for"
        )


def _calendar(world: PolicyWorld, lines: Sequence[Finding], result: Result) -> None:
    certain = [line for line in lines if line["certainty"] == "certain"]
    left = Counter((line["rule_id"], line["officer_id"], line["due_on"]) for line in certain)
    for due in world.dues:
        key = (due.rule_id, due.officer_id, due.due_on)
        if due.optional:
            left.pop(key, None)
            continue
        result.calendar[due.rule_id][0] += 1
        if left[key] > 0:
            left[key] -= 1
            result.calendar[due.rule_id][1] += 1
        else:
            near = [f"{line['due_on']} {line['certainty']} {line['basis']}" for line in lines
                    if (line["rule_id"], line["officer_id"]) == key[:2]]  # fmt: skip
            result.differences.append(
                f"{due.case}: {due.rule_id} {due.officer_id} due {due.due_on}: not certain; {near}"
            )
    cases = {expected.officer_id: expected.case for expected in world.expected}
    for key, count in left.items():
        if count > 0:
            result.calendar[key[0]][2] += count
            result.differences.append(
                f"{cases.get(key[1], '?')}: {key[0]} {key[1]} due {key[2]}: certain, but nobody expects it"
            )
