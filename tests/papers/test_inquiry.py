"""Every rule that can be asked about has its words, in both languages, and says no more than the records do."""

from __future__ import annotations

import re
from typing import Any

import pytest

from screening.contract.rules import RULE_IDS
from screening.papers.inquiry import explanations, shown
from screening.papers.known import known_rows
from screening.papers.language import Language
from screening.papers.published import NO_LETTER, Officer

ASKED = [rule for rule in RULE_IDS if rule not in NO_LETTER]
LANGUAGES: tuple[Language, Language] = ("zh", "en")


def link(rule: str, **more: Any) -> dict[str, Any]:
    return {
        "rule_id": rule, "tier": "A", "overlap": "proven", "officer_id": "P1", "related_id": None, "related_name": None, "relationship": None,
        "party_table": "suppliers", "party_name": "甲公司", "declaration_status": "partial", "path": [], **more,
    }  # fmt: skip


def words(rule: str, language: Language, **more: Any) -> str:
    return "\n".join(shown([link(rule, **more)], {}, language))


@pytest.mark.parametrize("rule", ASKED)
def test_every_rule_has_a_sentence(rule: str) -> None:
    own, others = words(rule, "zh"), words(rule, "zh", related_id="R", related_name="储沅砚", relationship="配偶")

    assert own.startswith("资料显示，您") and own.endswith("。")
    assert others.startswith("资料显示，您的关联人“储沅砚”（配偶）")
    assert words(rule, "en").startswith("Records show that you ")
    for text in (
        own,
        others,
        words(rule, "en"),
        words(rule, "en", related_id="R", related_name="X", relationship="spouse"),
    ):
        assert not re.search(r"[{}0-9]|None", text)


@pytest.mark.parametrize("rule", ASKED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_fit_and_hold_no_figure(rule: str, language: Language) -> None:
    offered = explanations([rule], language)

    assert len(offered) >= 6 and len(set(offered)) == len(offered)
    assert not re.search("[0-9%]", "".join(offered))
    assert ("证券市场" in "".join(explanations([rule], "zh"))) is rule.startswith("INT")


def test_english_verbs_follow_whom_they_are_about() -> None:
    assert words("LOAN-IN", "en") == "Records show that you have borrowed from it."
    assert "(spouse) has borrowed from it." in words(
        "LOAN-IN", "en", related_id="R", related_name="X", relationship="spouse"
    )
    assert words("RPT-SELF", "en").endswith("you are that counterparty, or in control of it.")
    assert "Whoever it means has borrowed from it." in words("LOAN-IN", "en", tier="B")


@pytest.mark.parametrize("tier", ["B", "C"])
@pytest.mark.parametrize("rule", [rule for rule in ASKED if not rule.startswith("ATTR")])
def test_what_is_not_certain_is_said_to_be_so(rule: str, tier: str) -> None:
    assert "尚未核实" in words(rule, "zh", tier=tier)
    assert "has not been established" in words(rule, "en", tier=tier)


def test_posts_and_shared_values_are_named_by_kind() -> None:
    assert "（所载职务：监事）" in words("POS-B", "zh", path=[{"relation": "supervisor"}])
    assert "所载职务" not in words("POS-B", "zh", path=[{"relation": "supervisor"}, {"relation": "same_company"}])
    assert "登记的银行账号与" in words("ATTR-B", "zh", path=[{"relation": "bank_account"}])
    assert "the same payee account on record" in words("ATTR-B", "en", path=[{"relation": "payee_account"}])


def test_the_register_is_spoken_of_only_where_nothing_matches() -> None:
    nothing, something = link("INT-B", declaration_status="not_declared"), link("POS-B")

    assert "登记册可能不完整" in "".join(shown([nothing], {}, "zh"))
    assert "登记册" not in "".join(shown([nothing, something], {}, "zh"))
    assert "资料不足以说明" in words("INT-B", "zh", overlap="possible", tier="C")


@pytest.mark.parametrize("rule", RULE_IDS)
@pytest.mark.parametrize("tier", ["A", "B", "C"])
def test_only_documented_links_are_filled_in(rule: str, tier: str) -> None:
    officer = Officer("P1", "冯", False, True, (), (), (link(rule, tier=tier),))
    rows = known_rows(officer, "2026-11-20", {}, "zh")

    is_documented = rule.startswith(("INT", "POS", "EMP", "RPT", "LOAN", "GUAR"))
    assert len(rows) == (tier == "A" and is_documented)


@pytest.mark.parametrize(
    ("status", "is_told"),
    [("on_time", False), ("late", False), ("pending", False), ("partial", True), ("withdrawn", True)],
)
def test_what_was_declared_stands_for_the_record(status: str, is_told: bool) -> None:
    officer = Officer(
        "P1", "冯", False, True, (), (), (link("INT-C", declaration_status=status, party_table="competitors"),)
    )
    rows = known_rows(officer, "2026-11-20", {}, "zh")

    assert [(row.is_competing, row.kind, row.source) for row in rows] == [
        (True, "竞争方权益", "登记显示，请核实")
    ] * is_told
