"""Businesses that compete with the group, or serve a competitor, on literal tables."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from screening.relationships.businesses import name_id
from tests.relationships.world import Row, World, held, officer, owned, relative, supplier, world

P = officer("P1", "顾一")
WIFE = relative("R1", "P1", "顾妻", "配偶")
GROUP = [{"entity_id": "E1", "name": "本集团", "group_id": "G"}]
RIVAL: Row = {"party_id": "K1", "name": "对手", "dealing_from": "2019-01-01"}


def competing(*holdings: Row, **more: Any) -> World:
    return world(officers=[P], related_parties=[WIFE], group_entities=GROUP, suppliers=[supplier("S1", "甲供应")],
                 holdings=list(holdings), same_line=["影子", "甲供应"], **more)  # fmt: skip


def kinds(found: World) -> set[str]:
    return {row["kind"] for row in found.ties()}


def test_a_company_in_no_master_stands_under_the_hash_of_its_name() -> None:
    tie = competing(held("顾一", "影子", 70)).tie()

    assert (tie["kind"], tie["detail"], tie["party_table"], tie["party_id"]) == (
        "same_line", "hk30_alone", None, name_id("影子"),
    )  # fmt: skip
    assert (tie["party_name"], tie["company_id"], tie["entity_id"], tie["tier"]) == ("影子", "影子", "E1", "C")
    assert [step["to"] for step in json.loads(tie["path"])] == ["影子"]
    assert json.loads(tie["evidence"])[-1]["feature"] == "business_line"


def test_a_record_of_a_master_is_named_by_its_code_and_keeps_its_other_ties() -> None:
    ties = competing(held("顾妻", "甲供应", 70)).ties()

    assert {(tie["kind"], tie["party_table"], tie["party_id"], tie["related_id"]) for tie in ties} == {
        ("same_line", "suppliers", "S1", "R1"), ("holding", "suppliers", "S1", "R1"),
    }  # fmt: skip


def test_a_company_below_a_company_counts_too() -> None:
    found = competing(held("顾一", "夹层", 100), owned("夹层", "影子", 51))

    assert found.tie(kind="same_line")["party_name"] == "影子"


def test_a_minority_stake_a_post_and_an_uncertain_owner_are_no_leads() -> None:
    post = {
        "person_name": "顾一",
        "company_name": "影子",
        "role": "董事",
        "valid_from": "2023-06-01",
        "as_of": "2026-11-15",
    }

    assert competing(held("顾一", "影子", 10)).ties() == []
    assert competing(appointments=[post]).ties() == []
    assert competing(held("顾一", "影子", 70), tiers={"顾一": "C"}).ties() == []


def joint(own: float, theirs: float | None, why: str = "held_by_competitor", **more: Any) -> World:
    rows = [held("顾一", "合营", own, **more), owned("对手", "合营", theirs)]
    return world(officers=[P], related_parties=[WIFE], group_entities=GROUP, competitors=[RIVAL], holdings=rows,
                 ventures=[("K1", "holdings", why, 1)])  # fmt: skip


@pytest.mark.parametrize(("own", "theirs"), [(60, 2), (10, 30), (5, 5), (10, None)])
def test_partners_of_a_competitor(own: float, theirs: float | None) -> None:
    tie = joint(own, theirs).tie()

    assert (tie["kind"], tie["detail"], tie["party_table"], tie["party_id"], tie["tier"]) == (
        "activity", "held_by_competitor", "competitors", "K1", "C",
    )  # fmt: skip
    assert [step["relation"] for step in json.loads(tie["path"])] == ["holds", "held_by"]


def test_small_and_market_stakes_make_no_partners() -> None:
    assert joint(4, 60).ties() == []
    assert joint(20, 4).ties() == []
    assert joint(20, 20, acquired_via="market").ties() == []


def test_partners_who_never_met() -> None:
    assert joint(60, 40, valid_to="2020-01-01", valid_from="2019-01-01").ties() == []


def test_somebody_whom_the_competitor_placed() -> None:
    post = {"person_name": "路人", "company_name": "影子", "role": "董事", "nominated_by": "对手", "valid_from": "2025-06-01",
            "as_of": "2026-11-15"}  # fmt: skip
    found = world(officers=[P], group_entities=GROUP, competitors=[RIVAL], holdings=[held("顾一", "影子", 60)],
                  appointments=[post], ventures=[("K1", "appointments", "staffed_by_competitor", 0)])  # fmt: skip

    tie = found.tie()
    assert (tie["detail"], tie["possible_from"]) == ("staffed_by_competitor", date(2025, 6, 1))


def test_an_own_form_that_names_a_competitor() -> None:
    form: Row = {"declaration_id": "D1", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2026-05-06", "signed": True,
                 "item": "competing_business", "counterparty_name": "对手"}  # fmt: skip

    def found(**more: Any) -> set[str]:
        return kinds(world(officers=[P], group_entities=GROUP, competitors=[RIVAL], declarations=[{**form, **more}]))

    assert found() == {"activity"}
    assert found(item="position") == set()
    assert found(signed=False) == set()
    assert found(related_party_name="顾妻") == set()
    assert found(submitted_on="2026-11-21", aware_on="2026-11-02") == set(), "filed after the night's day"


def test_the_name_is_folded_before_it_is_hashed() -> None:
    assert name_id("岑野（深圳）科技有限公司") == name_id(" 岑野(深圳)科技有限公司")
    assert len(name_id("甲")) == len("name:") + 16


@pytest.mark.parametrize(
    ("status", "proven"),
    [("存续", True), ("未注销", True), ("注销", False), ("已注销", False), ("吊销，未注销", False)],
)
def test_a_company_that_was_struck_off_proves_no_business(status: str, proven: bool) -> None:
    registry = [{"name": "影子", "status": status, "as_of": "2026-11-15"}]
    tie = competing(held("顾一", "影子", 70), registry_companies=registry).tie()

    assert (tie["proven_from"] is not None, tie["possible_to"]) == (proven, None if proven else date(2026, 11, 15))


def test_the_latest_extract_tells_whether_a_company_is_struck_off() -> None:
    registry = [
        {"name": "影子", "status": "存续", "as_of": "2025-11-15"},
        {"name": "影子", "status": "注销", "as_of": "2026-11-15"},
    ]

    assert competing(held("顾一", "影子", 70), registry_companies=registry).tie()["proven_from"] is None
    assert competing(held("顾一", "影子", 70), registry_companies=[
        {**registry[0], "as_of": "2026-11-16"}, registry[1]
    ]).tie()["proven_from"] is not None  # fmt: skip
