"""Where the policy says what a rule asks, for a reader who does not know its numbers."""

from __future__ import annotations

import pytest

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.reports.titles import rule_heading, rule_source
from screening.reports.words import Language


def test_bare_numbers_are_said_to_be_the_policys() -> None:
    assert rule_source("POS-RP", "zh") == "申报表第 3 项；制度 4-1(七)"
    assert rule_source("POS-RP", "en") == "declaration form, item 3; policy 4-1(七)"
    assert (rule_source("ATTR-B", "zh"), rule_source("no such rule", "zh")) == ("线索", "")


def test_a_heading_never_opens_a_bracket_behind_another() -> None:
    assert rule_heading("INT-B", "zh") == "持有业务往来方权益（制度 3-2(二)）"
    assert rule_heading("GEN", "zh") == "其他可能的利益冲突（举报线索；制度 3-1）"
    assert rule_heading("GEN", "en") == "Other possible conflict (a report; policy 3-1)"


@pytest.mark.parametrize("rule", [*RULE_IDS, *COMPLIANCE_IDS])
@pytest.mark.parametrize(("language", "foreign"), [("zh", (";", "policy", "）（")), ("en", ("；", "（", ") ("))])
def test_every_heading_keeps_to_the_marks_of_its_language(
    rule: str, language: Language, foreign: tuple[str, ...]
) -> None:
    heading = rule_heading(rule, language)

    assert len(heading) > len(rule_source(rule, language)) > 0
    assert [mark for mark in foreign if mark in heading] == []
