"""Scores a run against a world, for identity alone.

    python -m tests.worlds.score DIR OUT [--misses] [--json]

DIR is the folder of a world, OUT the folder a run published into. Rules, declarations and dates are not looked at: a link is
found if any candidate of the accepted rules stands on its officer and its counterparty.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

RANK = {"A": 0, "B": 1, "C": 2}
BINS = 10
Pair = tuple[str | None, str | None, str | None]
Finding = dict[str, Any]


@dataclass
class Score:
    """What was measured; `by_class` maps a class to [planted, found, at its tier].

    Attributes:
        calibration: (mean score, share that is true, count) per filled bin of the best score of each pair.
        ece: mean distance of score and truth over these bins, weighted by count.
    """

    profile: str
    planted: int = 0
    found: int = 0
    at_tier: int = 0
    ab: int = 0
    ab_true: int = 0
    traps: int = 0
    traps_raised: int = 0
    leads: int = 0
    leads_true: int = 0
    officers: int = 1
    by_class: dict[str, list[int]] = field(default_factory=dict)
    by_trap: dict[str, list[int]] = field(default_factory=dict)
    pairs: list[tuple[float, bool]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)
    below: list[dict[str, Any]] = field(default_factory=list)
    wrong: list[Finding] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.planted)

    @property
    def recall_at_tier(self) -> float:
        return self.at_tier / max(1, self.planted)

    @property
    def precision(self) -> float:
        return self.ab_true / max(1, self.ab)

    @property
    def false_leads_per_1000(self) -> float:
        return 1000 * (self.leads - self.leads_true) / self.officers

    @property
    def calibration(self) -> list[tuple[float, float, int]]:
        return calibration(self.pairs)

    @property
    def ece(self) -> float:
        return calibration_error(self.pairs)


def calibration(pairs: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """(mean score, share that is true, count) of each filled tenth."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, true in pairs:
        bins[min(BINS - 1, int(score * BINS))].append((score, true))
    return [
        (sum(s for s, _ in rows) / len(rows), sum(t for _, t in rows) / len(rows), len(rows))
        for _, rows in sorted(bins.items())
    ]


def calibration_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """Expected calibration error."""
    table = calibration(pairs)
    return sum(abs(said - true) * count for said, true, count in table) / max(1, sum(count for _, _, count in table))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def score(world: Path, out: Path) -> Score:
    """Compares `out`/latest with what is hidden in the world."""
    truth, traps = _lines(world / "truth.jsonl"), _lines(world / "decoys.jsonl")
    meta = json.loads((world / "meta.json").read_text(encoding="utf-8"))
    columns = ["rule_id", "outcome", "tier", "score", "officer_id", "related_id", "party_table", "party_id", "evidence"]
    findings = [
        f
        for f in pq.read_table(out / "latest" / "findings.parquet", columns=columns).to_pylist()
        if f["outcome"] == "candidate"
    ]
    of_pair: dict[Pair, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_pair[finding["officer_id"], finding["party_table"], finding["party_id"]].append(finding)
    result = Score(meta["profile"], officers=meta["officers_in_scope"])
    by_class: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in truth:
        if not row["scored"]:
            continue
        hits = [
            f
            for party in row["party_ids"]
            for f in of_pair.get((row["officer_id"], row["party_table"], party), ())
            if f["rule_id"] in row["rule_ids"]
        ]
        best = min((f["tier"] for f in hits), default=None)
        at_tier = best is not None and RANK[best] <= RANK[row["min_tier"]]
        counts = by_class[row["class"]]
        counts[0] += 1
        counts[1] += bool(hits)
        counts[2] += at_tier
        if not hits:
            result.missed.append(row)
        elif not at_tier:
            result.below.append(row | {"got": best, "finding": min(hits, key=lambda f: (f["tier"], -f["score"]))})
    result.by_class = dict(sorted(by_class.items()))
    result.planted, result.found, result.at_tier = (sum(v[i] for v in by_class.values()) for i in range(3))
    real = {(row["officer_id"], row["party_table"], party) for row in truth for party in row["party_ids"]}
    for pair, rows in of_pair.items():
        best_tier = min(f["tier"] for f in rows)
        result.pairs.append((max(f["score"] for f in rows), pair in real))
        if best_tier in ("A", "B"):
            result.ab += 1
            result.ab_true += pair in real
            if pair not in real:
                result.wrong.append(max(rows, key=lambda f: (f["tier"] in ("A", "B"), f["score"])))
        else:
            result.leads += 1
            result.leads_true += pair in real
    by_trap: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in traps:
        raised = any(
            f["tier"] in ("A", "B")
            for party in row["party_ids"]
            for f in of_pair.get((row["officer_id"], row["party_table"], party), ())
        )
        by_trap[row["class"]][0] += 1
        by_trap[row["class"]][1] += raised
    result.by_trap = dict(sorted(by_trap.items()))
    result.traps, result.traps_raised = (sum(v[i] for v in by_trap.values()) for i in range(2))
    return result


def merge(scores: Sequence[Score]) -> Score:
    """The scores of several worlds of one profile as one; officers are added up."""
    total = Score(scores[0].profile, officers=0)
    for one in scores:
        for name in (
            "planted",
            "found",
            "at_tier",
            "ab",
            "ab_true",
            "traps",
            "traps_raised",
            "leads",
            "leads_true",
            "officers",
        ):
            setattr(total, name, getattr(total, name) + getattr(one, name))
        for mine, theirs in ((total.by_class, one.by_class), (total.by_trap, one.by_trap)):
            for key, counts in theirs.items():
                mine[key] = [a + b for a, b in zip(mine.get(key, [0] * len(counts)), counts, strict=True)]
        total.pairs += one.pairs
        total.missed += one.missed
        total.below += one.below
        total.wrong += one.wrong
    total.by_class, total.by_trap = dict(sorted(total.by_class.items())), dict(sorted(total.by_trap.items()))
    return total


def show(result: Score, misses: bool = False) -> str:
    """A page of text."""
    lines = [
        f"{result.profile}: recall {result.recall:.4f} ({result.found}/{result.planted}), at tier {result.recall_at_tier:.4f}, "
        f"precision A+B {result.precision:.4f} ({result.ab_true}/{result.ab}), look-alikes raised {result.traps_raised}/{result.traps}, "
        f"false leads per 1,000 officers {result.false_leads_per_1000:.0f}, calibration error {result.ece:.4f}"
    ]
    lines += [
        f"  {name:32} planted {n:3} found {found:3} at tier {tier:3}"
        for name, (n, found, tier) in result.by_class.items()
        if tier < n
    ]
    lines += [
        f"  look-alike {name:32} raised {raised} of {n}" for name, (n, raised) in result.by_trap.items() if raised
    ]
    lines += [f"  score {said:.3f} true {true:.3f} count {count}" for said, true, count in result.calibration]
    if misses:
        lines += [f"MISSED {r['class']} {_where(r)}: {r['note']}" for r in result.missed]
        for row in result.below:
            finding = row["finding"]
            lines.append(
                f"BELOW {row['class']} wanted {row['min_tier']} got {row['got']} ({finding['score']:.3f}) {_where(row)}: {row['note']}"
            )
            lines += _evidence(finding)
        for finding in result.wrong:
            lines.append(f"WRONG {finding['tier']} {finding['score']:.3f} {finding['rule_id']} {_where(finding)}")
            lines += _evidence(finding)
    return "\n".join(lines)


def _where(row: dict[str, Any]) -> str:
    return f"{row['officer_id']} {row['related_id'] or ''} {row['party_id']}"


_NOT_IDENTITY = {"dealing", "overlap", "declaration", "nil_return", "exemption"}


def _evidence(finding: Finding) -> list[str]:
    return [
        f"    {e['feature']:16} {e['verdict']:15} {e['left']} | {e['right']} | {e['bits']} {e['detail']}"
        for e in json.loads(finding["evidence"])
        if e["feature"] not in _NOT_IDENTITY
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("world", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--misses", action="store_true", help="each missed link and each wrong tier A or B with its evidence"
    )
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = score(arguments.world, arguments.out)
    if arguments.json:
        print(json.dumps({"recall": result.recall, "recall_at_tier": result.recall_at_tier, "precision": result.precision, "traps_raised": result.traps_raised,
                          "false_leads_per_1000": result.false_leads_per_1000, "ece": result.ece, "missed": dict(Counter(r["class"] for r in result.missed))}))  # fmt: skip
    else:
        print(show(result, arguments.misses))


if __name__ == "__main__":
    main()
