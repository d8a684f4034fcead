"""Screening the sample finds what is planted and leaves the look-alikes alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from screening.contract.outputs import TIERS

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
TRUTH: dict[str, Any] = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
GRAIN = ("rule_id", "officer_id", "related_id", "party_table", "party_id")
Finding = Mapping[str, Any]


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    """The findings of the sample."""
    from screening.pipeline import screen

    return screen(SAMPLES / "delivery", date.fromisoformat(TRUTH["as_of"]))


@pytest.mark.parametrize("row", TRUTH["planted"], ids=lambda row: f"{row['truth_id']}-{row['rule_id']}")
def test_a_planted_link_is_found(findings: list[dict[str, Any]], row: dict[str, Any]) -> None:
    same = [finding for finding in findings if all(finding[name] == row[name] for name in GRAIN)]

    assert len(same) == 1, row["why"]
    found = same[0]
    looked_at = [name for name in ("exemption", "overlap") if row[name] is not None]
    for name in ("outcome", "declaration_status", *looked_at):
        assert found[name] == row[name], (name, row["why"])
    assert TIERS.index(found["tier"]) <= TIERS.index(row["min_tier"]), row["why"]


@pytest.mark.parametrize("row", TRUTH["decoys"], ids=lambda row: f"{row['decoy_id']}-{row['kind']}")
def test_a_look_alike_is_left_alone(findings: list[dict[str, Any]], row: dict[str, Any]) -> None:
    pair = [
        finding
        for finding in findings
        if (finding["officer_id"], finding["party_table"], finding["party_id"])
        == (row["officer_id"], row["party_table"], row["party_id"])
    ]
    candidates = [finding for finding in pair if finding["outcome"] == "candidate"]

    if row["expected"] == "not better than tier C":
        assert {finding["tier"] for finding in candidates} <= {"C"}, row["why"]
        return
    assert candidates == [], row["why"]
    if row["expected"] != "no candidate":
        outcomes = {
            finding["outcome"]
            for finding in pair
            if finding["rule_id"] == row["rule_id"] and finding["related_id"] == row["related_id"]
        }
        assert outcomes == {row["expected"]}, row["why"]
