"""Code, policy entry, page and golden case of every rule agree."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from screening.contract.rules import RULE_IDS
from screening.contract.words import POSTS
from screening.policy.catalogue import catalogue, read_catalogue
from screening.refdata.positions import POST_KINDS
from screening.refdata.resources import resource_path

ROOT = Path(__file__).parents[2]
HEADINGS = (
    "What it checks", "Article", "Example", "Exemptions and scope", "Data needed", "What an auditor does next"
)  # fmt: skip
TEXT = resource_path("policy", "rules.toml").read_text(encoding="utf-8")


def test_every_rule_of_the_contract_has_a_policy_entry() -> None:
    assert sorted(catalogue().rules) == sorted(RULE_IDS)


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_every_rule_has_a_page_that_says_what_the_policy_entry_says(rule_id: str) -> None:
    page = (ROOT / "docs" / "rules" / f"{rule_id}.md").read_text(encoding="utf-8")
    rule = catalogue().rules[rule_id]

    assert page.startswith(f"# {rule_id}: {rule.title_zh} / {rule.title_en}\n")
    assert tuple(re.findall(r"^## (.+)$", page, re.MULTILINE)) == HEADINGS
    assert f"Article {rule.article}; duty: {rule.duty}." in page
    for need in (name for line in rule.needs for name in line):
        assert need.partition(".")[0] in page, f"{need} is needed but not named"
    assert "violation" not in page


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_every_rule_has_a_golden_case(rule_id: str) -> None:
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "golden").glob("*/case.json")]

    assert any(row["rule_id"] == rule_id for case in cases for row in case["expect"])


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('duty = "none"', 'duty = "none"\nseverity = 3', "extra"),
        ("[rules.GIFT-CASH]", "[rules.GIFT-GOLD]", "GIFT-CASH, GIFT-GOLD"),
        ('["business_interest", "transaction"]', '["business_interst"]', "no item of a declaration"),
        ('["holdings"]', '["holding"]', "no table or column"),
        ("customers.legal_representative", "customers.legal_person", "no table or column"),
        ('duty = "express"', 'duty = "none"', "items exactly where"),
        ("working_days = 3 ", "working_days = -3 ", "greater than or equal"),
    ],
)
def test_what_the_policy_may_not_say(was: str, becomes: str, complaint: str) -> None:
    assert was in TEXT

    with pytest.raises(ValueError, match=complaint):
        read_catalogue(TEXT.replace(was, becomes, 1))


def test_posts_are_those_of_the_reference_data() -> None:
    posts = catalogue().posts

    assert {*posts.kinds, *posts.owner, *posts.never, "employee"} == set(POST_KINDS)
    assert set(POSTS) == set(POST_KINDS)


def test_a_sentence_names_only_what_there_is_to_name() -> None:
    known = {"who", "side", "party", "share", "post", "attribute", "amount", "control", "activity"}
    for rule in catalogue().rules.values():
        for says in (rule.says_zh, rule.says_en):
            assert set(re.findall(r"{(\w*)}", says)) <= known
            assert "{party}" in says
        assert rule.says_en[0] in "{" or rule.says_en[0].isupper()
