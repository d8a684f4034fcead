"""The sentence of a finding."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from screening.policy.catalogue import catalogue
from screening.policy.facts import Exposure, Kin, Tie
from screening.policy.sentences import Conclusion, Subject, percent, sentence

from .make import tie
from .world import World, plain


@pytest.mark.parametrize(
    ("share", "text"),
    [("12.500000", "12.5%"), ("100.000000", "100%"), ("0.000001", "0.000001%"), (None, ""), ("5", "5%"), ("20", "20%")],
)
def test_percent(share: str | None, text: str) -> None:
    assert percent(None if share is None else Decimal(share)) == text


def test_an_express_duty_is_worded_as_undeclared() -> None:
    row = plain().tie("holding", share="12", acquired_via="other").verdict("INT-B")

    assert row["summary_zh"] == (
        "人P1持有供应商“公司S1”的权益（12%）；回溯期内有发票或收付款（发票合计 CNY 100.00）；所提供的登记册中未见相应申报。"
    )
    assert row["summary_en"] == (
        "人P1 holds an interest in the supplier 公司S1 (12%); invoices or payments inside the look-back "
        "(invoices: CNY 100.00); no matching declaration in the register supplied."
    )


def test_an_arguable_duty_and_a_lead_are_not() -> None:
    gift = plain().tie("gift", detail="in_kind", since="2026-02-20", event_on=None, amount=Decimal(900), currency="CNY")
    lead = plain().tie("attribute", detail="phone")

    assert gift.verdict("GIFT-INF")["declaration_status"] == "not_declared"
    for row in (gift.verdict("GIFT-INF"), lead.verdict("ATTR-B")):
        assert "未见相应申报" not in row["summary_zh"]
        assert "no matching declaration" not in row["summary_en"]
    assert "CNY 900.00" in gift.verdict("GIFT-INF")["summary_zh"]
    assert lead.verdict("ATTR-B")["summary_zh"].startswith("人P1与供应商“公司S1”共用电话；")


@pytest.mark.parametrize(
    ("ties", "zh", "en"),
    [
        ([("attribute", "contact")], "的联系人同名", "share the name of its contact"),
        ([("attribute", "payee")], "的收款账户户主同名", "share the name on its account"),
        ([("attribute", "liaison")], "的工商联络员同名", "share the name of its registry contact"),
        ([("post", "employee")], "的员工同名", "share the name of an employee"),
        ([("post", None)], "的登记人员同名", "share the name of somebody on its records"),
        (
            [("attribute", "phone"), ("attribute", "contact")],
            "共用电话，且与其联系人同名",
            "share a phone number and the name of its contact",
        ),
    ],
)
def test_a_lead_says_what_is_shared(ties: list[tuple[str, str | None]], zh: str, en: str) -> None:
    world = plain()
    for kind, detail in ties:
        world.tie(kind, detail=detail)
    row = world.verdict("ATTR-B")

    assert row["summary_zh"].startswith(f"人P1与供应商“公司S1”{zh}；")
    assert row["summary_en"].startswith(f"人P1 and the supplier 公司S1 {en}; ")


def test_relatives_posts_and_nominations_are_named() -> None:
    world = plain().kin().tie("post", related="R1", detail="director").tie("post", related="R1", detail="supervisor")
    nominee = plain().tie("post", detail="director", nominee=True)

    assert world.verdict("POS-RP")["summary_zh"].startswith("人P1的配偶人R1在供应商“公司S1”任职（董事、监事）")
    assert "nominated by a group company" in nominee.verdict("POS-B")["summary_en"]


@pytest.mark.parametrize(
    ("tie", "clause"),
    [
        ({"kind": "self"}, "供应商“公司S1”即人P1的配偶人R1；"),
        ({"kind": "holding", "control": "hk30_alone", "share": "35"}, "供应商“公司S1”由人P1的配偶人R1控制（35%）；"),
        ({"kind": "holding", "control": "hk30_family", "share": "20"}, "由人P1的配偶人R1与近亲属共同控制（20%）；"),
    ],
)
def test_how_a_counterparty_is_connected(tie: dict[str, Any], clause: str) -> None:
    assert clause in plain().kin().tie(related="R1", **tie).verdict("RPT-RP")["summary_zh"]


@pytest.mark.parametrize(
    ("world", "rule", "ending"),
    [
        (World().officer(position_class="independent_director"), "INT-B", "独立董事不在制度适用范围内。"),
        (World().officer(position_class=None), "INT-B", "职务类别无法判定，请补充职务类别。"),
        (World().officer(end="2020-12-31"), "INT-B", "任职、联系与往来没有共同的日子。"),
    ],
)
def test_why_a_finding_is_no_candidate(world: World, rule: str, ending: str) -> None:
    row = world.party().dealing("2026-03-10").tie("holding", share="12", acquired_via="other").verdict(rule)

    assert row["summary_zh"].endswith(ending)


def test_days_to_cure_that_are_over_are_said() -> None:
    def declared(feedback: str, **more: Any) -> dict[str, Any]:
        form = {"decision": "eliminate", "feedback_on": feedback, "cure_days": 30, **more}
        return plain().tie("holding", share="12", acquired_via="other").declares("2026-03-10", **form).verdict("INT-B")

    over = declared("2026-09-01")

    assert over["outcome"] == "candidate"
    assert over["summary_zh"].endswith("已按时申报（审批结果：限期消除，整改期限 2026-10-08 已过，未见整改完成记录）。")
    assert over["summary_en"].endswith("the days to cure ended on 2026-10-08, no cure is on record).")
    assert "整改期限 2026-10-08 已过" in over["evidence"]
    for row in (declared("2026-11-02"), declared("2026-09-01", cured_on="2026-11-01")):
        assert row["outcome"] == "declared"
        assert "已过" not in row["summary_zh"] + row["evidence"]


OPEN = Conclusion(
    outcome="candidate", why=None, overlap=None, basis=None, exposure=None, status="not_declared", gap=None, decision=None,
    cure_ended=None, handed_in=False,
)  # fmt: skip


def said(rule: str, link: Tie, kin: Kin | None, party: str | None) -> tuple[str, str]:
    """The fact alone, in both languages."""
    zh, en = sentence(catalogue().rules[rule], [link], Subject("卫长庚", kin, party), OPEN)
    return zh.split("；")[0], en.split("; ")[0]


def test_a_company_of_ones_own_is_not_said_to_control_itself() -> None:
    own = Kin("恒达贸易", "本人控制", "controlled_by_self", "organisation", "none", "控制的企业", "controlled company")
    link = tie("same_line", who="own_company", related="R1", control="hk30_alone", share="60")

    assert said("SELL-C", link, own, "恒达贸易") == (
        "“恒达贸易”即卫长庚的关联单位（本人控制），占 60%，与集团公司经营范围或行业重合，可能构成竞争",
        "恒达贸易 is a related company of 卫长庚 (controlled company), with 60% and is in a line of business of the group, with which it "
        "may compete",
    )
    assert said("SELL-C", link, own, "永泰建材")[0].startswith(
        "“永泰建材”由卫长庚的关联单位“恒达贸易”（本人控制）控制（60%）"
    )
    assert said("SELL-C", tie("same_line", control="hk30_alone"), None, "永泰建材")[0].startswith(
        "“永泰建材”由卫长庚控制，"
    )


def test_no_bracket_follows_another() -> None:
    wife = Kin("冯婉", "配偶", "spouse", "core", "none", "配偶", "spouse")
    held = said(
        "RPT-RP", tie("holding", who="related", related="R1", control="hk30_alone", share="80"), wife, "永泰建材"
    )
    himself = said("RPT-RP", tie("self", who="related", related="R1", share="100"), wife, "冯婉文印店")

    assert held == (
        "供应商“永泰建材”由卫长庚的配偶冯婉控制（80%）",
        "The supplier 永泰建材 is controlled by 冯婉 (spouse of 卫长庚), with 80%",
    )
    assert himself == (
        "供应商“冯婉文印店”即卫长庚的配偶冯婉",
        "The supplier 冯婉文印店 is 冯婉 (spouse of 卫长庚)",
    )


def test_a_shareholders_share_stands_with_the_group_entity_it_is_of() -> None:
    shareholder = tie("shareholder", who="shareholder", share="15")

    assert said("RPT-HK", shareholder, None, "永泰建材") == (
        "供应商“永泰建材”是集团公司的股东（15%）或其联系人",
        "The supplier 永泰建材 is a shareholder of a group entity (15%) or an associate of one",
    )


def test_a_counterparty_that_no_report_names_stands_in_no_quotation_marks() -> None:
    zh, en = said("RES", tie("tip", detail="resources"), None, None)

    assert zh.endswith("涉及未指明的对方")
    assert en.endswith("with no counterparty named")


def test_nothing_is_called_a_violation() -> None:
    rows = plain().kin().tie("holding", share="40", control="hk30_alone").tie("self", related="R1").verdicts()

    assert rows
    for row in rows:
        assert "违规" not in row["summary_zh"] + row["evidence"]
        assert "violat" not in (row["summary_en"] + row["evidence"]).lower()


def test_exposure_in_several_currencies_keeps_their_order() -> None:
    exposure = Exposure("payment", (("CNY", Decimal("1.00")), ("HKD", Decimal("2.00"))))
    from screening.policy.sentences import dealing

    assert dealing("transaction", exposure) == (
        "回溯期内有发票或收付款（收付款合计 CNY 1.00，HKD 2.00）",
        "invoices or payments inside the look-back (payments: CNY 1.00, HKD 2.00)",
    )
