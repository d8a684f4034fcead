"""Values shared by a watched identity and a counterparty."""

from __future__ import annotations

import json

import pytest

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, match

OFFICER = {
    "officer_id": "P1", "name": "王海龙", "position": "董事", "phone": ["13957120846"], "email": ["Hai.Long@example.com"],
    "address": ["杭州市西湖区文一路1号2幢301室"], "bank_account": ["6222 0000 1111 2222 333"],
}  # fmt: skip


def found(warehouse: Warehouse, suppliers: list[Row], **tables: list[Row]) -> list[tuple[str, str, str, int]]:
    match(warehouse, {"officers": [OFFICER], "suppliers": suppliers, **tables})
    rows = warehouse.rows("select party_id, attribute, tier, crowd from attribute_link order by all")
    return [tuple(row.values()) for row in rows]


def supplier(party_id: str, **more: object) -> Row:
    return {"party_id": party_id, "name": f"杭州某{party_id}贸易有限公司", **more}


@pytest.mark.parametrize(
    ("column", "value", "attribute", "tier"),
    [
        ("phone", "139 5712 0846", "phone", "B"),
        ("email", "hai.long@EXAMPLE.com", "email", "B"),
        ("bank_account", "6222-0000-1111-2222-333", "bank_account", "B"),
        ("address", "杭州市西湖区文一路1号2幢301室", "address", "C"),
    ],
)
def test_one_shared_value(column: str, value: str, attribute: str, tier: str, warehouse: Warehouse) -> None:
    assert found(warehouse, [supplier("S1", **{column: [value]})]) == [("S1", attribute, tier, 1)]


def test_a_crowd_is_no_evidence(warehouse: Warehouse) -> None:
    few = [supplier(f"S{i}", phone=["13957120846"]) for i in range(3)]

    assert [(row[0], row[2]) for row in found(warehouse, few)] == [("S0", "C"), ("S1", "C"), ("S2", "C")]


def test_one_person_in_two_groups_is_no_crowd(warehouse: Warehouse) -> None:
    officers = [OFFICER, {**OFFICER, "officer_id": "Q1", "group_id": "G2"}]
    match(warehouse, {"officers": officers, "suppliers": [supplier("S1", phone=["13957120846"])]})

    assert warehouse.rows("select tier, crowd from attribute_link") == [{"tier": "B", "crowd": 1}]


def test_more_than_a_crowd_is_none(warehouse: Warehouse) -> None:
    assert found(warehouse, [supplier(f"S{i}", phone=["13957120846"]) for i in range(4)]) == []


def test_the_companies_of_one_owner_are_one_bearer(warehouse: Warehouse) -> None:
    own = [supplier(f"S{i}", phone=["13957120846"], legal_representative="李建国") for i in range(6)]
    others = [supplier(f"S{i}", phone=["13957120846"], legal_representative=f"李建{i}") for i in "国军民生"]

    assert {row[2:] for row in found(warehouse, own)} == {("B", 1)}
    assert found(warehouse, others) == []


def test_an_account_that_was_paid(warehouse: Warehouse) -> None:
    paid = {
        "transaction_id": "T1", "party_id": "S1", "party_table": "suppliers", "kind": "purchase", "transacted_on": None,
        "bank_account": ["6222000011112222333"],
    }  # fmt: skip
    assert found(warehouse, [supplier("S1")], transactions=[paid]) == [("S1", "payee_account", "B", 1)]


def test_the_registrys_phone_of_the_company(warehouse: Warehouse) -> None:
    registry = {"name": "杭州某S1贸易有限公司", "phone": ["13957120846"]}

    assert found(warehouse, [supplier("S1")], registry_companies=[registry]) == [("S1", "phone", "B", 1)]


def test_placeholders_tie_nobody(warehouse: Warehouse) -> None:
    match(warehouse, {
        "officers": [OFFICER | {"phone": ["13800138000"], "bank_account": ["000000000"], "email": [], "address": ["西湖区"]}],
        "suppliers": [supplier("S1", phone=["13800138000"], bank_account=["000000000"], address=["西湖区"])],
    })  # fmt: skip

    assert warehouse.rows("select * from attribute_link") == []


def test_staff_records_are_left_out(warehouse: Warehouse) -> None:
    own = {"party_id": "S1", "name": "王海龙", "party_kind": "employee", "bank_account": OFFICER["bank_account"]}

    assert found(warehouse, [own]) == []


def test_values_are_masked(warehouse: Warehouse) -> None:
    found(warehouse, [supplier("S1", phone=["13957120846"])])

    (row,) = warehouse.rows("select evidence from attribute_link")
    (item,) = json.loads(row["evidence"])
    assert (item["left"], item["right"]) == ("139****0846", "139****0846")
