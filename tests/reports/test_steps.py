"""Why a candidate stands and what to do next: every rule and every way of being undeclared has its words."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from screening.contract.outputs import DECLARATION_STATUSES
from screening.contract.rules import RULE_IDS
from screening.reports.steps import next_step
from screening.reports.why import why_it_stands
from screening.reports.words import CODES

from .world import finding


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_has_a_step_of_its_own_in_both_languages(rule: str) -> None:
    own = next_step(finding(1, rule_id=rule), "zh")
    english = next_step(finding(1, rule_id=rule), "en")

    assert len(own) > 10
    assert english.isascii() or "“" in english
    assert english[0].isupper()
    assert english.endswith(".")


def test_identity_and_dates_come_before_the_step_and_the_declaration_after_it() -> None:
    weak = next_step(finding(1, tier="C", declaration_status="late"), "en")
    possible = next_step(finding(1, tier="C", overlap="possible"), "en")

    assert weak.startswith("First establish that it is the same person")
    assert weak.endswith("ask why it was declared late.")
    assert possible.startswith("First obtain the dates")


@pytest.mark.parametrize(
    ("rule", "score", "is_open"),
    [
        ("ATTR-B", 0.9, True),
        ("GEN", 0.5, True),
        ("GEN", 1.0, False),
        ("RES", 1.0, False),
        ("SELL-C", 0.95, False),
        ("ACT-C", 1.0, False),
    ],
)
def test_a_lead_by_its_kind_does_not_ask_who_is_who(rule: str, score: float, is_open: bool) -> None:
    step = next_step(finding(1, tier="C", rule_id=rule, score=score), "zh")

    assert step.startswith("先确认是否同一人") == is_open


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_status_has_a_sentence(language: Any) -> None:
    states = product(DECLARATION_STATUSES, (None, *CODES["declaration_decision"]), ("express", "arguable", "none"))
    for status, decision, duty in states:
        row = finding(1, declaration_status=status, declaration_decision=decision, duty=duty)
        assert why_it_stands(row, language)


def test_what_is_uncertain_is_said_beside_it() -> None:
    row = finding(1, overlap="possible", exemption="unknown", dealing_basis="registered_only")

    assert why_it_stands(row, "zh") == (
        "制度要求申报，所提供的登记册中未见相应申报。时间是否重叠尚待核实。是否豁免缺少资料，不能认定。对方仅建档，回溯期内未见单据。"
    )


def test_a_cure_that_did_not_come_is_the_reason() -> None:
    row = finding(1, declaration_status="on_time", declaration_decision="eliminate")

    assert "期限已过或未写明，未见整改完成的记录" in why_it_stands(row, "zh")
    assert "整改完成的证明" in next_step(row, "zh")
