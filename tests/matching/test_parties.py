"""Counterparties: records united, duplicates clustered, group companies and staff left out."""

from __future__ import annotations

import pytest

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, match, resident_id

ONE = credit_code("91330100MA2ABCD11")
NAME = "杭州某甲科技有限公司"


def party(warehouse: Warehouse, tables: dict[str, list[Row]], party_id: str = "S1") -> Row:
    match(warehouse, tables)
    (row,) = warehouse.rows("select * from party where party_id = $id", {"id": party_id})
    return row


def test_records_of_one_code_are_one_party_with_united_values(warehouse: Warehouse) -> None:
    rows = [
        {"party_id": "S1", "name": NAME, "entity_id": "E2"},
        {"party_id": "S1", "name": NAME, "uscc": ONE, "entity_id": "E1", "is_financial_institution": True},
    ]
    found = party(warehouse, {"suppliers": rows})

    assert found["entity_ids"] == ["E1", "E2"]
    assert (found["uscc"], found["is_financial_institution"], found["party_kind"]) == (ONE, True, "company")


def test_two_codes_of_one_company_are_a_cluster_inside_table_and_group(warehouse: Warehouse) -> None:
    rows = [
        {"party_id": "S2", "name": NAME, "uscc": ONE},
        {"party_id": "S9", "name": "杭州某甲科技有限责任公司"},
        {"party_id": "S1", "name": NAME, "uscc": ONE, "group_id": "G2"},
    ]
    match(warehouse, {"suppliers": rows, "customers": [{"party_id": "C1", "name": NAME}]})

    found = warehouse.rows("select party_table, group_id, party_id, party_cluster from party order by party_id")
    assert [(row["party_id"], row["party_cluster"]) for row in found] == [
        ("C1", "C1"),
        ("S1", "S1"),
        ("S2", "S2"),
        ("S9", "S2"),
    ]


@pytest.mark.parametrize(
    ("row", "kind", "excluded"),
    [
        ({"name": "杭州本集团科技有限公司"}, "group", "group_entity"),
        ({"name": "杭州外部科技有限公司", "party_kind": "group"}, "group", "group_entity"),
        ({"name": "杭州外部科技有限公司"}, "company", None),
        ({"name": "王海龙", "party_kind": "employee"}, "employee", "employee_record"),
        ({"name": "王海龙", "category": "员工报销"}, "person", "employee_record"),
        ({"name": "王海龙"}, "person", None),
        ({"name": "杭州员工餐饮服务有限公司", "category": "员工福利"}, "company", None),
        ({"name": "保定市某某建材经营部"}, "sole_trader", None),
        ({"name": "杭州市人民政府"}, "public_body", None),
    ],
)
def test_kind_and_exclusion(row: Row, kind: str, excluded: str | None, warehouse: Warehouse) -> None:
    tables = {
        "group_entities": [{"entity_id": "E1", "name": "杭州本集团科技有限公司"}],
        "suppliers": [{"party_id": "S1", **row}],
    }
    found = party(warehouse, tables)

    assert (found["party_kind"], found["excluded_as"]) == (kind, excluded)


def test_a_company_of_another_group_is_a_counterparty(warehouse: Warehouse) -> None:
    tables = {
        "group_entities": [{"entity_id": "E1", "name": NAME, "group_id": "G2"}],
        "suppliers": [{"party_id": "S1", "name": NAME, "group_id": "G1"}],
    }
    assert party(warehouse, tables)["excluded_as"] is None


def test_codes_of_one_person_by_his_number(warehouse: Warehouse) -> None:
    number = resident_id("33010119800101123")
    rows = [{"party_id": "S1", "name": "王海龙", "uscc": number}, {"party_id": "S2", "name": "王海龙", "uscc": number}]

    assert party(warehouse, {"suppliers": rows}, "S2")["party_cluster"] == "S1"
