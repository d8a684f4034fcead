"""The facts a decision holds on to, their frozen fingerprint, and the difference in words."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.findings.substance import Difference, differences, fingerprint, substance

from .test_lifecycle import ROW

WHO = {"officer_identity": "阮慕澄, 1101**********1234, 1970", "related_identity": None, "party_identity": "甲公司"}
FULL = ROW | WHO


def test_the_recipe_is_frozen() -> None:
    assert fingerprint({"share_pct": "12", "outcome": "candidate"}) == "cb60952a4a2519431099d671308f8dfd"


def test_facts_survive_being_written_down() -> None:
    facts = substance(FULL)

    assert json.loads(json.dumps(facts)) == facts


def test_a_dismissal_is_no_fact() -> None:
    assert substance(FULL | {"outcome": "dismissed"}) == substance(FULL)


@pytest.mark.parametrize("name", list(WHO))
def test_who_they_are_is_a_fact(name: str) -> None:
    other = substance(FULL | {name: "卫长庚, 3301**********4321, 1981"})

    assert fingerprint(other) != fingerprint(substance(FULL))
    assert differences(substance(FULL), other) == [Difference(name, WHO[name], "卫长庚, 3301**********4321, 1981")]


@pytest.mark.parametrize("feature", ["prior", "company_rivals", "dealing", "auditor", "decision", "since_decision"])
def test_what_others_or_auditors_add_to_the_evidence_is_none(feature: str) -> None:
    items = [*json.loads(ROW["evidence"]), {"feature": feature, "verdict": "agrees", "left": "x", "right": "y"}]

    assert substance(FULL | {"evidence": json.dumps(items)}) == substance(FULL)


def test_differences_are_told_part_by_part() -> None:
    changed = FULL | {
        "share_pct": Decimal("40.000000"),
        "valid_to": date(2026, 1, 1),
        "regimes": ["POLICY"],
        "regime_verdicts": '{"HK14A":{"verdict":"unknown","why":"a"}}',
        "path": '[{"from":"a","to":"b","share_pct":40,"valid_from":"2020-01-01","source":{"table":"holdings","row":7}}]',
        "evidence": '[{"feature":"name","verdict":"disagrees","left":"x","right":"y"}]',
    }

    assert differences(substance(FULL), substance(changed)) == [
        Difference("evidence.name", "x = x", "x ≠ y"),
        Difference("path", "a → b 12 %", "a → b 40 % [2020-01-01, )"),
        Difference("regime_verdicts.HK14A", "live", "unknown"),
        Difference("regimes", "HK14A, POLICY", "POLICY"),
        Difference("share_pct", "12", "40"),
        Difference("valid_to", None, "2026-01-01"),
    ]


@given(st.permutations(range(6)), st.integers(1, 999))
def test_order_and_row_numbers_are_no_facts(order: list[int], row: int) -> None:
    steps = [{"from": f"{n}", "to": "b", "source": {"table": "holdings", "row": n}} for n in range(6)]
    moved = [steps[n] | {"source": {"table": "holdings", "row": row + n}} for n in order]

    assert substance(FULL | {"path": json.dumps(moved)}) == substance(FULL | {"path": json.dumps(steps)})


@given(
    st.dictionaries(
        st.sampled_from(["share_pct", "relationship", "overlap"]), st.sampled_from(["a", "b", None]), min_size=3
    )
)
def test_there_is_a_difference_exactly_where_the_fingerprint_differs(changed: dict[str, str | None]) -> None:
    before = {"share_pct": "a", "relationship": "a", "overlap": None}

    assert bool(differences(before, changed)) == (fingerprint(before) != fingerprint(changed))
