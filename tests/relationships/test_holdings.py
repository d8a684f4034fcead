"""Holding ties on literal tables: shares, lives, control, channel, identity, path."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from screening.contract.internal import ALWAYS
from tests.relationships.world import held, officer, owned, relative, supplier, world

P = officer("P1", "顾一")
WIFE = relative("R1", "P1", "顾妻", "配偶")
BROTHER = relative("R2", "P1", "顾弟", "弟弟")
S = supplier("S1", "甲供应")


def features(tie: dict[str, Any]) -> list[str]:
    return [item["feature"] for item in json.loads(tie["evidence"])]


def test_a_direct_stake() -> None:
    tie = world(officers=[P], suppliers=[S], holdings=[held("顾一", "甲供应", 12, acquired_via="other")]).tie()

    assert (tie["kind"], tie["detail"], tie["share_pct"], tie["aggregate_pct"]) == (
        "holding",
        "direct",
        Decimal(12),
        Decimal(12),
    )
    assert (tie["proven_from"], tie["proven_to"], tie["possible_from"], tie["possible_to"]) == (
        date(2020, 1, 1), None, date(2020, 1, 1), None,
    )  # fmt: skip
    assert (tie["group_id"], tie["officer_id"], tie["related_id"]) == ("G", "P1", None)
    assert (tie["party_table"], tie["party_id"], tie["party_name"]) == ("suppliers", "S1", "甲供应")
    assert (tie["tier"], tie["score"], tie["bits"], tie["control"]) == ("A", 0.999, 40.0, None)
    assert (tie["acquired_via"], tie["listed"], tie["source_table"], tie["source_row"]) == (
        "other",
        None,
        "holdings",
        2,
    )
    assert json.loads(tie["path"]) == [
        {
            "from": "顾一", "relation": "holds", "to": "甲供应", "share_pct": 12,
            "valid_from": "2020-01-01", "valid_to": None, "source": {"table": "holdings", "row": 2},
        }
    ]  # fmt: skip


def test_a_chain_of_companies() -> None:
    """A8-style: 60 % of 51 % is 30.6 %, and control because the second is a subsidiary; 40 % of 40 % is neither."""
    holdings = [
        held("顾一", "中间甲", 60), owned("中间甲", "甲供应", 51),
        held("顾一", "中间乙", 40), owned("中间乙", "乙供应", 40),
    ]  # fmt: skip
    found = world(officers=[P], suppliers=[S, supplier("S2", "乙供应")], holdings=holdings)
    first, second = found.tie(party_id="S1"), found.tie(party_id="S2")

    assert (first["share_pct"], first["control"], first["detail"]) == (Decimal("30.6"), "hk30_alone", "chain")
    assert (second["share_pct"], second["control"]) == (Decimal(16), None)
    assert [step["relation"] for step in json.loads(first["path"])] == ["holds", "holds"]
    assert [step["to"] for step in json.loads(first["path"])] == ["中间甲", "甲供应"]


def test_cross_holdings_are_solved_exactly() -> None:
    holdings = [held("顾一", "甲", 60), owned("甲", "乙", 70), owned("乙", "甲", 40), owned("乙", "甲供应", 80)]

    assert world(officers=[P], suppliers=[S], holdings=holdings).tie()["share_pct"] == Decimal("46.666667")


def test_seventy_percent_of_ten_percent_is_seven() -> None:
    holdings = [held("顾一", "中间甲", 70), owned("中间甲", "甲供应", 10)]

    assert world(officers=[P], suppliers=[S], holdings=holdings).tie()["share_pct"] == Decimal(7)


def test_several_chains_are_one_tie_with_the_strongest_shown() -> None:
    holdings = [
        held("顾一", "甲供应", 5), held("顾一", "中间甲", 50), owned("中间甲", "甲供应", 20),
        held("顾一", "中间乙", 10), owned("中间乙", "甲供应", 20),
    ]  # fmt: skip
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()
    others = [item["detail"] for item in json.loads(tie["evidence"]) if item["feature"] == "other_path"]

    assert (tie["share_pct"], tie["detail"]) == (Decimal(17), "direct")
    assert others == ["另一条路径：顾一 → 50 % 中间甲 → 20 % 甲供应", "另一条路径：顾一 → 10 % 中间乙 → 20 % 甲供应"]


def test_an_unknown_percentage_makes_the_whole_unknown() -> None:
    holdings = [held("顾一", "甲供应", 5), held("顾一", "中间甲", None), owned("中间甲", "甲供应", 20)]
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()

    assert (tie["share_pct"], tie["aggregate_pct"], tie["control"]) == (None, None, None)


@pytest.mark.parametrize(
    ("share", "more", "control"),
    [
        (29.99, {}, None),
        (30, {}, "hk30_alone"),
        (10, {"voting_pct": 35}, "hk30_alone"),
        (40, {"voting_pct": 20}, None),
        (1, {"partner_role": "general"}, "hk30_alone"),
        (99, {"partner_role": "limited"}, None),
        (None, {}, None),
    ],
)
def test_the_thirty_percent_test_counts_votes(share: float | None, more: dict[str, Any], control: str | None) -> None:
    holdings = [held("顾一", "甲供应", share, **more)]

    assert world(officers=[P], suppliers=[S], holdings=holdings).tie()["control"] == control


def test_a_sole_proprietorship_belongs_to_its_owner_alone() -> None:
    tie = world(
        officers=[P], suppliers=[S], holdings=[held("顾一", "甲供应", None)], kinds={"甲供应": "sole_trader"}
    ).tie(kind="holding")

    assert (tie["share_pct"], tie["control"]) == (Decimal(100), "hk30_alone")


def test_control_together_with_immediate_family() -> None:
    found = world(
        officers=[P],
        related_parties=[WIFE],
        suppliers=[S],
        holdings=[held("顾一", "甲供应", 15), held("顾妻", "甲供应", 20)],
    )
    own, wife = found.tie(related_id=None), found.tie(related_id="R1")

    assert (own["share_pct"], own["aggregate_pct"], own["control"]) == (Decimal(15), Decimal(35), "hk30_family")
    assert (wife["share_pct"], wife["aggregate_pct"], wife["control"]) == (Decimal(20), Decimal(35), "hk30_family")
    assert [step["relation"] for step in json.loads(wife["path"])] == ["spouse", "holds"]


@pytest.mark.parametrize(("share", "control"), [(35, None), (50, None), (50.01, "hk_majority")])
def test_other_family_members_control_by_majority_only(share: float, control: str | None) -> None:
    found = world(officers=[P], related_parties=[BROTHER], suppliers=[S], holdings=[held("顾弟", "甲供应", share)])

    assert found.tie()["control"] == control


def test_a_spouse_alone_and_her_subsidiary() -> None:
    holdings = [held("顾妻", "中间甲", 80), owned("中间甲", "甲供应", 60)]
    tie = world(officers=[P], related_parties=[WIFE], suppliers=[S], holdings=holdings).tie()

    assert (tie["related_id"], tie["share_pct"], tie["control"]) == ("R1", Decimal(48), "hk30_alone")


@pytest.mark.parametrize(
    ("own", "wife", "channel"),
    [("market", "market", "market"), ("market", "other", "other"), ("market", None, None), (None, "other", "other")],
)
def test_every_stake_must_come_from_the_market(own: str | None, wife: str | None, channel: str | None) -> None:
    holdings = [held("顾一", "甲供应", 3, acquired_via=own), held("顾妻", "甲供应", 3, acquired_via=wife)]
    tie = world(officers=[P], related_parties=[WIFE], suppliers=[S], holdings=holdings).tie(related_id=None)

    assert (tie["aggregate_pct"], tie["acquired_via"]) == (Decimal(6), channel)


def test_a_cousin_does_not_count_with_the_officer() -> None:
    cousin = relative("R3", "P1", "顾表", "表弟")
    found = world(
        officers=[P],
        related_parties=[cousin],
        suppliers=[S],
        holdings=[held("顾一", "甲供应", 3), held("顾表", "甲供应", 4)],
    )

    assert found.tie(related_id=None)["aggregate_pct"] == Decimal(3)
    assert found.tie(related_id="R3")["aggregate_pct"] == Decimal(7)


def test_an_emergency_contact_has_no_ties() -> None:
    contact = relative("R9", "P1", "顾友", "紧急联系人")

    assert (
        world(officers=[P], related_parties=[contact], suppliers=[S], holdings=[held("顾友", "甲供应", 60)]).ties()
        == []
    )


def test_a_nominee_holds_for_the_person_behind() -> None:
    holdings = [held("顾妻", "甲供应", 40, nominee_for="顾一")]
    found = world(officers=[P], related_parties=[WIFE], suppliers=[S], holdings=holdings)
    own = found.tie(related_id=None)

    assert (own["detail"], own["share_pct"], own["aggregate_pct"]) == ("nominee", Decimal(40), Decimal(40))
    assert json.loads(own["path"])[0]["relation"] == "nominee_for"
    assert found.tie(related_id="R1")["aggregate_pct"] == Decimal(40)


def test_a_company_said_to_be_the_officers_own() -> None:
    own_company = {**relative("R5", "P1", "顾家公司", "本人控制的企业"), "kind": "organisation"}
    holdings = [owned("顾家公司", "甲供应", 51), held("顾一", "甲供应", 2)]
    found = world(officers=[P], related_parties=[own_company], suppliers=[S], holdings=holdings)
    through = found.tie(related_id="R5")

    assert (through["share_pct"], through["aggregate_pct"], through["control"]) == (
        Decimal(51),
        Decimal(53),
        "hk30_alone",
    )
    assert found.tie(related_id=None)["aggregate_pct"] == Decimal(53)
    assert [step["to"] for step in json.loads(through["path"])] == ["顾家公司", "甲供应"]


def test_what_the_officer_holds_of_his_own_company_is_not_counted_twice() -> None:
    own_company = {**relative("R5", "P1", "顾家公司", "本人控制的企业"), "kind": "organisation"}
    holdings = [held("顾一", "顾家公司", 60), owned("顾家公司", "甲供应", 50)]
    found = world(officers=[P], related_parties=[own_company], suppliers=[S], holdings=holdings)

    assert (found.tie(related_id=None)["share_pct"], found.tie(related_id=None)["aggregate_pct"]) == (
        Decimal(30),
        Decimal(50),
    )


@pytest.mark.parametrize("kind", ["state", "custodian", "public_body"])
def test_nothing_is_followed_through_holders_of_other_peoples_shares(kind: str) -> None:
    holdings = [held("顾一", "代持机构", 60), owned("代持机构", "甲供应", 60)]
    found = world(officers=[P], suppliers=[S], holdings=holdings, kinds={"代持机构": kind})

    assert found.ties() == []
    counts = {row["name"]: row["value"] for row in found.read("match_count")}
    assert sum(value for name, value in counts.items() if name.startswith("holdings_not_followed_")) == 1


def test_nothing_is_followed_through_companies_of_the_group() -> None:
    holdings = [held("顾一", "集团甲公司", 60), owned("集团甲公司", "甲供应", 60)]

    assert world(officers=[P], suppliers=[S], holdings=holdings).ties() == []


def test_another_groups_company_is_walked_like_any_other() -> None:
    entities = [
        {"entity_id": "E1", "name": "集团甲公司", "group_id": "G1"},
        {"entity_id": "E2", "name": "乙集团", "group_id": "G2"},
    ]
    holdings = [held("顾一", "乙集团", 60), owned("乙集团", "甲供应", 60)]
    tie = world(group_entities=entities, officers=[P], suppliers=[S], holdings=holdings).tie()

    assert (tie["group_id"], tie["share_pct"]) == ("G1", Decimal(36))


def test_group_companies_and_expense_records_are_no_counterparties() -> None:
    suppliers = [supplier("S1", "集团甲公司"), supplier("S2", "顾一", party_kind="employee")]

    assert world(officers=[P], suppliers=suppliers, holdings=[held("顾一", "集团甲公司", 60)]).ties() == []


def test_people_are_tied_to_their_own_group_only() -> None:
    suppliers = [supplier("S1", "甲供应"), supplier("S9", "甲供应", entity_id=None, group_id="G2")]

    assert [
        tie["party_id"] for tie in world(officers=[P], suppliers=suppliers, holdings=[held("顾一", "甲供应", 9)]).ties()
    ] == ["S1"]


def test_an_ended_stake_keeps_its_own_life() -> None:
    tie = world(
        officers=[P],
        suppliers=[S],
        holdings=[held("顾一", "甲供应", 12, valid_from="2019-03-01", valid_to="2023-06-30")],
    ).tie()

    assert (tie["share_pct"], tie["proven_from"], tie["proven_to"]) == (
        Decimal(12),
        date(2019, 3, 1),
        date(2023, 6, 30),
    )


def test_a_stake_that_grew_is_one_tie_with_the_latest_share() -> None:
    """A8-13: 3 % until April, 40 % since."""
    holdings = [
        held("顾一", "甲供应", 3, valid_from="2024-03-04", valid_to="2026-04-01"),
        held("顾一", "甲供应", 40, valid_from="2026-04-01"),
    ]
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()
    earlier = [
        (item["left"], item["right"]) for item in json.loads(tie["evidence"]) if item["feature"] == "earlier_share"
    ]

    assert (tie["share_pct"], tie["control"]) == (Decimal(40), "hk30_alone")
    assert (tie["proven_from"], tie["proven_to"]) == (date(2024, 3, 4), None)
    assert earlier == [("3 %", "40 %")]


def test_a_stake_that_fell_below_a_limit_keeps_its_earlier_spell() -> None:
    holdings = [
        held("顾一", "甲供应", 40, valid_from="2024-03-04", valid_to="2026-04-01"),
        held("顾一", "甲供应", 3, valid_from="2026-04-01"),
    ]
    ties = sorted(world(officers=[P], suppliers=[S], holdings=holdings).ties(), key=lambda tie: tie["proven_from"])

    assert [(tie["share_pct"], tie["control"], tie["proven_to"]) for tie in ties] == [
        (Decimal(40), "hk30_alone", date(2026, 4, 1)),
        (Decimal(3), None, None),
    ]


def test_two_periods_apart_are_two_ties() -> None:
    holdings = [
        held("顾一", "甲供应", 10, valid_from="2015-01-01", valid_to="2018-01-01"),
        held("顾一", "甲供应", 10, valid_from="2024-01-01"),
    ]
    ties = world(officers=[P], suppliers=[S], holdings=holdings).ties()

    assert sorted((tie["proven_from"], tie["proven_to"]) for tie in ties) == [
        (date(2015, 1, 1), date(2018, 1, 1)),
        (date(2024, 1, 1), None),
    ]


def test_repeated_statements_are_not_added_up() -> None:
    holdings = [
        held("顾一", "甲供应", 40, source="工商登记"),
        held("顾一", "甲供应", 40, source="年报", as_of="2025-12-31"),
        held("顾一", "甲供应", 38, source="工商登记", provider="乙", as_of="2024-12-31"),
    ]
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()

    assert (tie["share_pct"], tie["proven_from"]) == (Decimal(40), date(2020, 1, 1))


def test_two_stakes_of_one_extract_are_added_up() -> None:
    holdings = [held("顾一", "甲供应", 10, acquired_via="market"), held("顾一", "甲供应", 5, acquired_via="other")]

    assert world(officers=[P], suppliers=[S], holdings=holdings).tie()["share_pct"] == Decimal(15)


def test_an_unknown_start_is_proven_from_the_extract_only() -> None:
    """A8-21."""
    tie = world(officers=[P], suppliers=[S], holdings=[held("顾一", "甲供应", 12, valid_from=None)]).tie()

    assert (tie["proven_from"], tie["possible_from"]) == (date(2026, 11, 15), None)


def test_the_chain_lives_while_all_its_legs_do() -> None:
    holdings = [
        held("顾一", "中间甲", 60, valid_from="2019-01-01", valid_to="2025-01-01"),
        owned("中间甲", "甲供应", 60, valid_from=None, as_of="2024-06-30"),
    ]
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()

    assert (tie["proven_from"], tie["proven_to"]) == (date(2024, 6, 30), date(2025, 1, 1))
    assert (tie["possible_from"], tie["possible_to"]) == (date(2019, 1, 1), date(2025, 1, 1))


def test_legs_that_never_met_are_no_chain() -> None:
    holdings = [
        held("顾一", "中间甲", 60, valid_to="2021-01-01"),
        owned("中间甲", "甲供应", 60, valid_from="2022-01-01"),
    ]

    assert world(officers=[P], suppliers=[S], holdings=holdings).ties() == []


def test_a_marriage_that_ended_bounds_the_tie() -> None:
    wife = {**WIFE, "valid_from": "2021-05-01", "valid_to": "2024-05-01"}
    tie = world(officers=[P], related_parties=[wife], suppliers=[S], holdings=[held("顾妻", "甲供应", 12)]).tie()

    assert (tie["proven_from"], tie["proven_to"]) == (date(2021, 5, 1), date(2024, 5, 1))
    assert tie["proven_from"] != ALWAYS


def test_a_lead_counts_only_where_nothing_better_is_known() -> None:
    holdings = [held("顾一", "甲供应", 12), {**held("顾一", "甲供应", 30, source="年报"), "@tier": "C"}]
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()

    assert (tie["tier"], tie["share_pct"]) == ("A", Decimal(12))


def test_a_lead_alone_is_a_tie_of_its_tier() -> None:
    tie = world(officers=[P], suppliers=[S], holdings=[held("顾一", "甲供应", 12)], tiers={"顾一": "C"}).tie()

    assert (tie["tier"], tie["score"], tie["share_pct"], tie["bits"]) == ("C", 0.4, Decimal(12), 8.0)


def test_a_former_name_joins_the_chain_and_weakens_it() -> None:
    holdings = [held("顾一", "旧名公司", 12)]
    tie = world(
        officers=[P], suppliers=[S], holdings=holdings, links=[("旧名公司", "甲供应", "former_name", "B")]
    ).tie()

    assert (tie["tier"], tie["score"], tie["bits"], tie["share_pct"]) == (
        "B",
        round(0.999 * 0.95, 6),
        20.0,
        Decimal(12),
    )
    assert [(step["relation"], step["to"]) for step in json.loads(tie["path"])] == [
        ("holds", "旧名公司"),
        ("same_company", "甲供应"),
    ]


def test_one_holding_under_two_names_of_the_company_counts_once() -> None:
    holdings = [held("顾一", "旧名公司", 12, as_of="2024-01-01"), held("顾一", "甲供应", 12)]
    tie = world(
        officers=[P], suppliers=[S], holdings=holdings, links=[("旧名公司", "甲供应", "former_name", "B")]
    ).tie()

    assert (tie["share_pct"], tie["tier"]) == (Decimal(12), "A")


def test_a_similar_name_at_the_end_is_a_lead() -> None:
    holdings = [held("顾一", "中间甲", 50), owned("中间甲", "似名公司", 40)]
    tie = world(
        officers=[P], suppliers=[S], holdings=holdings, links=[("似名公司", "甲供应", "similar_name", "C")]
    ).tie()

    assert (tie["tier"], tie["share_pct"], tie["score"]) == ("C", Decimal(20), round(0.999 * 0.4, 6))


@pytest.mark.parametrize(
    ("form", "code", "more", "listed"),
    [
        ("joint_stock", "91370202MA5GL10K10", {}, None),
        ("joint_stock", "91370202MA5GL10K10", {"listed_code": "609977.SH"}, True),
        ("limited", "91370202MA5GL10K10", {}, False),
        ("limited", None, {}, None),
        ("limited_partnership", None, {}, False),
    ],
)
def test_what_is_known_of_a_listing(form: str, code: str | None, more: dict[str, Any], listed: bool | None) -> None:
    found = world(
        officers=[P], suppliers=[{**S, **more}], holdings=[held("顾一", "甲供应", 3)],
        forms={"甲供应": form}, codes={"甲供应": code} if code else {},
    )  # fmt: skip

    assert found.tie()["listed"] is listed


def test_a_counterparty_further_down_is_reached_through_another() -> None:
    holdings = [held("顾一", "甲供应", 60), owned("甲供应", "乙供应", 50)]
    found = world(officers=[P], suppliers=[S, supplier("S2", "乙供应")], holdings=holdings)

    assert {tie["party_id"]: tie["share_pct"] for tie in found.ties()} == {"S1": Decimal(60), "S2": Decimal(30)}


def test_a_co_shareholder_of_a_counterparty_is_not_tied_to_it() -> None:
    assert (
        world(officers=[P], suppliers=[S], holdings=[owned("甲供应", "合资", 51), held("顾一", "合资", 49)]).ties()
        == []
    )


def test_evidence_of_every_link_is_carried() -> None:
    holdings = [held("顾一", "旧名公司", 12)]
    tie = world(
        officers=[P], suppliers=[S], holdings=holdings, links=[("旧名公司", "甲供应", "former_name", "B")]
    ).tie()

    assert features(tie) == ["name", "name"]


def test_a_thicket_of_cross_holdings_is_solved_though_not_every_chain_is_listed() -> None:
    """Fifteen companies hold 2 % of each other and of the supplier: 10 % of one is x = 10 / (1 - 28 %) * … by symmetry."""
    names = [f"网{number:02}" for number in range(15)]
    holdings = [owned(a, b, 2) for a in names for b in names if a != b]
    holdings += [owned(name, "甲供应", 2) for name in names] + [held("顾一", name, 10) for name in names]
    tie = world(officers=[P], suppliers=[S], holdings=holdings).tie()

    assert tie["share_pct"] == Decimal(str(round(15 * 2 * 10 / (1 - 14 * 0.02) / 100, 6)))


def test_a_lead_upon_a_lead_is_only_counted() -> None:
    holdings = [held("顾一", "似名公司", 12)]
    found = world(
        officers=[P], suppliers=[S], holdings=holdings, tiers={"顾一": "C"}, links=[("似名公司", "甲供应", "similar_name", "C")],
        least=0.2,
    )  # fmt: skip

    assert found.ties() == []
    assert [row["value"] for row in found.read("match_count", name="ties_below_threshold")] == [1.0]


def test_a_holding_in_the_group_under_a_former_name_is_no_way_through() -> None:
    holdings = [held("顾一", "集团旧名", 60), owned("集团甲公司", "甲供应", 60)]
    found = world(
        officers=[P], suppliers=[S], holdings=holdings, links=[("集团旧名", "集团甲公司", "former_name", "B")]
    )

    assert found.ties() == []
