"""What speaks for the person: an explanation that fits the rule, and a namesake where nothing but a name is known."""

from __future__ import annotations

from typing import Any

import pytest

from screening.contract.rules import RULE_IDS
from screening.investigate.innocent import explanation


def found(rule: str, **more: Any) -> dict[str, Any]:
    return {"rule_id": rule, "tier": "A", "score": 0.99, "overlap": None, "evidence": [], "path": [], **more}


@pytest.mark.parametrize("rule", [rule for rule in RULE_IDS if not rule.startswith("ATTR")])
def test_a_known_person_is_never_explained_as_a_namesake(rule: str) -> None:
    assert "同名" not in explanation(found(rule))[0][0]


@pytest.mark.parametrize(("rule", "score"), [("SELL-C", 0.97), ("ACT-C", 0.97), ("GEN", 1.0), ("RES", 1.0)])
def test_leads_by_their_kind_are_about_what_they_say(rule: str, score: float) -> None:
    assert "同名" not in explanation(found(rule, tier="C", score=score))[0][0]


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("INT-B", {"tier": "B", "evidence": [{"feature": "name", "verdict": "agrees"}]}),
        ("GEN", {"tier": "C", "score": 0.5}),
        ("ATTR-B", {"tier": "C", "path": [{"relation": "contact"}]}),
    ],
)
def test_a_name_alone_may_be_a_namesake(rule: str, more: dict[str, Any]) -> None:
    assert "同名" in explanation(found(rule, **more))[0][0]


def test_a_shared_value_may_be_an_agency() -> None:
    assert "代办机构" in explanation(found("ATTR-B", tier="B", path=[{"relation": "phone"}]))[0][0]
