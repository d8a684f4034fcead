"""Which ties show which rules, of whom, against whom."""

from __future__ import annotations

from typing import Any

import pytest

from screening.policy.catalogue import catalogue
from screening.policy.rules import RULES, rules_shown

from .make import tie


def test_every_rule_of_the_catalogue_is_declared_by_one_family() -> None:
    assert sorted(RULES) == sorted(catalogue().rules)


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, ["INT-B"]),
        ({"control": "hk30_alone"}, ["INT-B", "RPT-SELF"]),
        ({"control": "hk30_family"}, ["INT-B"]),
        ({"side": "competitor", "control": "hk30_alone"}, ["INT-C"]),
        ({"who": "own_company", "related": "R1", "control": "hk30_alone"}, ["INT-B", "RPT-SELF"]),
        ({"related": "R1"}, ["INT-RP"]),
        ({"related": "R1", "control": "hk30_alone"}, ["INT-RP", "RPT-RP"]),
        ({"related": "R1", "control": "hk30_family"}, ["INT-RP", "RPT-RP"]),
        ({"related": "R1", "control": "hk_majority"}, ["INT-RP", "RPT-RP"]),
        ({"related": "R1", "control": "hk30_alone", "side": "competitor"}, ["INT-RP"]),
        ({"who": "related_company", "related": "R1"}, ["INT-RP"]),
        ({"who": "post_company", "related": "R1", "control": "hk30_alone"}, ["INT-RP"]),
    ],
)
def test_holdings(facts: dict[str, Any], rules: list[str]) -> None:
    assert list(rules_shown(tie("holding", **facts), catalogue())) == rules


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, ["RPT-SELF"]),
        ({"side": "competitor"}, ["INT-C"]),
        ({"related": "R1"}, ["RPT-RP"]),
        ({"related": "R1", "side": "competitor"}, ["INT-RP"]),
        ({"who": "own_company", "related": "R1"}, ["INT-B", "RPT-SELF"]),
        ({"who": "own_company", "related": "R1", "side": "competitor"}, ["INT-C"]),
        ({"who": "related_company", "related": "R1"}, ["RPT-RP"]),
        ({"who": "post_company", "related": "R1"}, ["POS-B"]),
        ({"who": "post_company", "related": "R1", "side": "competitor"}, ["POS-C"]),
    ],
)
def test_somebody_is_the_counterparty(facts: dict[str, Any], rules: list[str]) -> None:
    assert list(rules_shown(tie("self", **facts), catalogue())) == rules


@pytest.mark.parametrize(
    ("detail", "facts", "rules"),
    [
        ("director", {}, ["POS-B"]),
        ("consultant", {}, ["POS-B"]),
        ("legal_representative", {"side": "competitor"}, ["POS-C"]),
        ("employee", {"side": "competitor"}, ["EMP-C"]),
        (None, {"side": "competitor"}, ["EMP-C"]),
        ("employee", {}, ["ATTR-B"]),
        ("liaison", {}, ["ATTR-B"]),
        ("liaison", {"side": "competitor"}, ["ATTR-C"]),
        ("director", {"related": "R1"}, ["POS-RP"]),
        ("supervisor", {"related": "R1", "side": "competitor"}, ["POS-RP"]),
        ("employee", {"related": "R1", "side": "competitor"}, ["ATTR-C"]),
        ("liaison", {"related": "R1"}, ["ATTR-B"]),
    ],
)
def test_posts(detail: str | None, facts: dict[str, Any], rules: list[str]) -> None:
    assert list(rules_shown(tie("post", detail=detail, **facts), catalogue())) == rules


@pytest.mark.parametrize(
    ("detail", "rule"),
    [
        ("loan_out", "LOAN-OUT"),
        ("loan_in", "LOAN-IN"),
        ("loan_help", "LOAN-HELP"),
        ("guarantee_out", "GUAR-OUT"),
        ("guarantee_in", "GUAR-IN"),
    ],
)
def test_financing_of_the_officer_and_of_relatives(detail: str, rule: str) -> None:
    assert rules_shown(tie("financing", detail=detail), catalogue()) == (rule,)
    assert rules_shown(tie("financing", detail=detail, related="R1"), catalogue()) == (rule,)


def test_money_between_an_officer_and_a_competitor_is_a_link_with_it() -> None:
    assert rules_shown(tie("financing", detail="loan_out", side="competitor"), catalogue()) == ("EMP-C",)


@pytest.mark.parametrize(
    ("detail", "rule"), [("cash", "GIFT-CASH"), ("cash_equivalent", "GIFT-CASH"), ("in_kind", "GIFT-INF")]
)
def test_gifts(detail: str, rule: str) -> None:
    assert rules_shown(tie("gift", detail=detail), catalogue()) == (rule,)


def test_shared_attributes_are_leads_of_anybody() -> None:
    assert rules_shown(tie("attribute", detail="phone"), catalogue()) == ("ATTR-B",)
    assert rules_shown(tie("attribute", detail="phone", related="R1"), catalogue()) == ("ATTR-B",)
    assert rules_shown(tie("attribute", detail="phone", side="competitor"), catalogue()) == ("ATTR-C",)


def test_shareholders_only_of_business_counterparties() -> None:
    assert rules_shown(tie("shareholder", who="shareholder"), catalogue()) == ("RPT-HK",)
    assert rules_shown(tie("shareholder", who="shareholder", side="competitor"), catalogue()) == ()
