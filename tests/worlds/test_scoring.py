"""The scorer on a world of a few lines, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.worlds.score import Score, calibration, calibration_error, merge, score


def _link(officer: str, party: str, tier: str, kind: str, scored: bool = True) -> dict[str, object]:
    return {
        "truth_id": f"T{party}", "class": kind, "rule_ids": ["INT-B"], "officer_id": officer, "related_id": None, "party_table": "suppliers",
        "party_ids": [party], "min_tier": tier, "scored": scored, "note": None,
    }  # fmt: skip


def _trap(officer: str, party: str, kind: str) -> dict[str, object]:
    return {
        "decoy_id": f"D{party}",
        "class": kind,
        "officer_id": officer,
        "party_table": "suppliers",
        "party_ids": [party],
    }


def _found(
    officer: str, party: str, tier: str, probability: float, rule: str = "INT-B", outcome: str = "candidate"
) -> dict[str, object]:
    return {"rule_id": rule, "outcome": outcome, "tier": tier, "score": probability, "officer_id": officer, "related_id": None,
            "party_table": "suppliers", "party_id": party, "evidence": "[]"}  # fmt: skip


@pytest.fixture
def small(tmp_path: Path) -> Score:
    truth = [
        _link("P1", "S1", "A", "full"),
        _link("P1", "S2", "B", "mask"),
        _link("P2", "S3", "B", "mask"),
        _link("P2", "S9", "C", "hidden", False),
    ]
    traps = [_trap("P1", "S5", "homonym"), _trap("P2", "S6", "homonym")]
    findings = [
        _found("P1", "S1", "A", 1.0),
        _found("P1", "S2", "C", 0.6),  # found, below its tier
        _found(
            "P2", "S3", "B", 0.99, rule="POS-B"
        ),  # another rule than the planted one: the pair is real, the link is not found
        _found("P1", "S5", "B", 0.95),  # a look-alike raised
        _found("P2", "S6", "C", 0.2),  # a look-alike as a lead: a false lead
        _found("P2", "S7", "A", 0.9, outcome="exempt"),  # no candidate: not looked at
        _found("P2", "S9", "C", 0.4),  # real, though not scored
    ]
    for name, rows in (("truth", truth), ("decoys", traps)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "meta.json").write_text(json.dumps({"profile": "plain", "officers_in_scope": 2}), encoding="utf-8")
    (tmp_path / "out" / "latest").mkdir(parents=True)
    pq.write_table(pa.Table.from_pylist(findings), tmp_path / "out" / "latest" / "findings.parquet")
    return score(tmp_path, tmp_path / "out")


def test_links_are_found_by_an_accepted_rule_and_counted_at_their_tier(small: Score) -> None:
    assert (small.planted, small.found, small.at_tier) == (3, 2, 1)
    assert small.by_class == {"full": [1, 1, 1], "mask": [2, 1, 0]}
    assert [row["truth_id"] for row in small.missed] == ["TS3"]
    assert [(row["truth_id"], row["got"]) for row in small.below] == [("TS2", "C")]


def test_precision_counts_pairs_in_a_and_b_whatever_the_rule(small: Score) -> None:
    assert (small.ab, small.ab_true) == (3, 2)
    assert [finding["party_id"] for finding in small.wrong] == ["S5"]


def test_leads_and_look_alikes(small: Score) -> None:
    assert (small.leads, small.leads_true) == (3, 2)
    assert small.false_leads_per_1000 == 500
    assert small.by_trap == {"homonym": [2, 1]}


def test_the_best_score_of_a_pair_is_calibrated(small: Score) -> None:
    assert sorted(small.pairs) == [(0.2, False), (0.4, True), (0.6, True), (0.95, False), (0.99, True), (1.0, True)]


def test_calibration_error_is_weighted_by_count() -> None:
    pairs = [(0.95, True), (0.95, True), (0.95, True), (0.95, False), (0.15, False)]
    assert calibration(pairs) == [(0.15, 0.0, 1), (pytest.approx(0.95), 0.75, 4)]
    assert calibration_error(pairs) == pytest.approx((0.15 + 4 * 0.20) / 5)
    assert calibration_error([]) == 0


def test_several_worlds_are_added_up(small: Score) -> None:
    both = merge([small, small])
    assert (both.planted, both.found, both.officers) == (6, 4, 4)
    assert both.by_class["mask"] == [4, 2, 0]
    assert small.by_class["mask"] == [2, 1, 0]
    assert both.false_leads_per_1000 == small.false_leads_per_1000
