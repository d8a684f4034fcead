"""RPT-HK: shareholders of group entities, and their associates, among the counterparties."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.relationships.world import held, owned, supplier, world

E1 = "集团甲公司"
S = supplier("S1", "甲供应")


def shareholder_ties(**tables: Any) -> list[tuple[str, str, Decimal]]:
    found = world(officers=[], **tables)
    return [(tie["party_id"], tie["detail"], tie["share_pct"]) for tie in found.ties(kind="shareholder")]


@pytest.mark.parametrize(
    ("share", "found"), [(4.99, []), (5, [("S1", "direct", Decimal(5))]), (15, [("S1", "direct", Decimal(15))])]
)
def test_a_shareholder_that_supplies_the_group(share: float, found: list[object]) -> None:
    assert shareholder_ties(suppliers=[S], holdings=[owned("甲供应", E1, share)]) == found


def test_the_tie_tells_whose_shares_and_how() -> None:
    tie = world(officers=[], suppliers=[S], holdings=[owned("甲供应", E1, 15)], codes={"甲供应": "U1"}).tie()

    assert (tie["officer_id"], tie["related_id"], tie["group_id"], tie["entity_id"]) == (None, None, "G", "E1")
    assert [(step["from"], step["relation"], step["to"]) for step in json.loads(tie["path"])] == [
        (E1, "shareholder", "甲供应")
    ]
    assert tie["tier"] == "B"  # the holding names both by name alone


def test_votes_count_where_they_exceed_the_capital() -> None:
    assert shareholder_ties(suppliers=[S], holdings=[owned("甲供应", E1, 3, voting_pct=12)]) == [
        ("S1", "direct", Decimal(12))
    ]


def test_stakes_held_at_once_add_up_and_make_one_tie() -> None:
    holdings = [
        owned("甲供应", E1, 4),
        owned("甲供应", E1, 3, acquired_via="market"),
        owned("甲供应", E1, 9, valid_to="2021-01-01"),
    ]

    assert shareholder_ties(suppliers=[S], holdings=holdings) == [("S1", "direct", Decimal(7))]


@pytest.mark.parametrize(
    ("holdings", "found"),
    [
        ([owned("股东", "甲供应", 60)], True),
        ([owned("股东", "甲供应", 30)], True),
        ([owned("股东", "甲供应", 29.99)], False),
        ([owned("母公司", "股东", 51), owned("母公司", "甲供应", 51)], True),
        ([owned("母公司", "股东", 50), owned("母公司", "甲供应", 51)], False),
        ([owned("甲供应", "股东", 51)], True),
        ([owned("股东", "中间", 51), owned("中间", "甲供应", 30)], True),
        ([owned("股东", "中间", 30), owned("中间", "甲供应", 30)], False),
        ([owned("股东", "中间", 30), owned("中间", "甲供应", 51)], True),
        ([owned("股东", "甲供应", 15), owned("股东", "子公司", 51), owned("子公司", "甲供应", 15)], True),
    ],
)
def test_associates_of_a_company(holdings: list[dict[str, Any]], found: bool) -> None:
    """14A.13: subsidiaries, holding companies, fellow subsidiaries, 30 % held companies together with these."""
    expected = [("S1", "associate", Decimal(15))] if found else []

    assert shareholder_ties(suppliers=[S], holdings=[owned("股东", E1, 15), *holdings]) == expected


def test_the_path_to_a_fellow_subsidiary() -> None:
    holdings = [owned("股东", E1, 15), owned("母公司", "股东", 51), owned("母公司", "甲供应", 60)]
    tie = world(officers=[], suppliers=[S], holdings=holdings).tie()

    assert [(step["from"], step["relation"], step["to"], step["share_pct"]) for step in json.loads(tie["path"])] == [
        (E1, "shareholder", "股东", 15),
        ("股东", "shareholder", "母公司", 51),
        ("母公司", "holds", "甲供应", 60),
    ]


@pytest.mark.parametrize("kind", ["state", "custodian", "public_body"])
def test_common_control_by_the_state_relates_nobody(kind: str) -> None:
    holdings = [owned("国资委", E1, 30), owned("国资委", "甲供应", 100)]

    assert shareholder_ties(suppliers=[S], holdings=holdings, kinds={"国资委": kind}) == []


def test_the_state_above_two_groups_relates_nobody() -> None:
    holdings = [owned("股东", E1, 30), owned("国资委", "股东", 100), owned("国资委", "甲供应", 100)]

    assert shareholder_ties(suppliers=[S], holdings=holdings, kinds={"国资委": "state"}) == []


def test_group_companies_hold_each_other_without_consequence() -> None:
    entities = [{"entity_id": "E1", "name": E1}, {"entity_id": "E2", "name": "集团乙公司"}]
    holdings = [owned("集团乙公司", E1, 60), owned("集团乙公司", "甲供应", 60)]

    assert shareholder_ties(group_entities=entities, suppliers=[S], holdings=holdings) == []


def test_a_stake_sold_before_the_look_back_is_past() -> None:
    assert shareholder_ties(suppliers=[S], holdings=[owned("甲供应", E1, 15, valid_to="2024-11-20")]) == []
    assert len(shareholder_ties(suppliers=[S], holdings=[owned("甲供应", E1, 15, valid_to="2024-11-21")])) == 1


def test_one_group_s_shareholder_is_nobody_to_another_group() -> None:
    entities = [
        {"entity_id": "E1", "name": E1, "group_id": "G1"},
        {"entity_id": "E2", "name": "乙集团", "group_id": "G2"},
    ]
    suppliers = [{"party_id": "S9", "name": "甲供应", "group_id": "G2"}]

    assert shareholder_ties(group_entities=entities, suppliers=suppliers, holdings=[owned("甲供应", E1, 15)]) == []


def test_a_person_s_namesake_is_a_lead() -> None:
    suppliers = [supplier("S1", "顾一", party_kind="person")]
    found = world(
        officers=[],
        related_parties=[],
        suppliers=suppliers,
        holdings=[held("顾一", E1, 15)],
        kinds={"顾一": "person"},
        names=["顾一"],
    )
    tie = found.tie(kind="shareholder")

    assert (tie["detail"], tie["tier"], tie["share_pct"]) == ("direct", "C", Decimal(15))
    assert json.loads(tie["evidence"])[0]["feature"] == "name"


def test_one_identity_number_makes_one_person() -> None:
    number = "440305197104092176"
    holdings = [
        held("顾一", E1, 15, holder_id=number),
        held("顾一", "甲供应", 30, holder_id=number),
        held("顾一", "乙供应", 29, holder_id=number),
    ]
    suppliers = [S, supplier("S2", "乙供应"), supplier("S3", "顾一", party_kind="person", id_number=number)]
    found = world(officers=[], suppliers=suppliers, holdings=holdings, kinds={"顾一": "person"}, numbers=[number])

    assert sorted((tie["party_id"], tie["detail"], tie["tier"]) for tie in found.ties()) == [
        ("S1", "associate", "A"),
        ("S3", "direct", "A"),
    ]
