"""Whose counterparties a person is screened against."""

from __future__ import annotations

from screening.warehouse.store import Warehouse
from tests.staging.delivered import account, issues, officer, stage, supplier

LENIENT = {"limits": {"max_rejected_pct": 100}}
ENTITIES = [
    {"entity_id": "E1", "name": "岑野控股有限公司", "group_id": "G1"},
    {"entity_id": "E1a", "name": "岑野制造有限公司", "parent_entity_id": "E1"},
    {"entity_id": "E1b", "name": "岑野销售有限公司", "parent_entity_id": "E1a"},
    {"entity_id": "E2", "name": "栖禾控股有限公司", "group_id": "G2"},
]


def groups(warehouse: Warehouse, table: str, key: str) -> dict[str, str]:
    return {row[key]: row["group_id"] for row in warehouse.rows(f"select {key}, group_id from std_{table}")}


def test_without_any_group_all_are_in_one() -> None:
    with stage({"officers": [officer()], "suppliers": [supplier()]}) as warehouse:
        assert groups(warehouse, "officers", "officer_id") == {"P1": "G"}
        assert groups(warehouse, "suppliers", "party_id") == {"S1": "G"}


def test_the_only_group_is_everybodys() -> None:
    tables = {"officers": [officer(entity_id="E9")], "suppliers": [supplier()], "group_entities": ENTITIES[:2]}
    with stage(tables) as warehouse:
        assert groups(warehouse, "officers", "officer_id") == {"P1": "G1"}
        assert groups(warehouse, "suppliers", "party_id") == {"S1": "G1"}
        assert groups(warehouse, "group_entities", "entity_id") == {"E1": "G1", "E1a": "G1"}


def test_of_several_groups_a_row_takes_that_of_its_entity() -> None:
    tables = {
        "officers": [
            officer("P1", entity_id="E1b"),
            officer("P2", entity_id="E2"),
            officer("P3"),
            officer("P4", entity_id="E9"),
        ],
        "suppliers": [
            supplier("S1", entity_id="E2", group_id="G1"),
            supplier("S2", "栖禾二有限公司", entity_id="E2"),
            supplier("S3", "栖禾三有限公司"),
        ],
        "group_entities": ENTITIES,
    }
    with stage(tables, LENIENT) as warehouse:
        assert groups(warehouse, "group_entities", "entity_id") == {"E1": "G1", "E1a": "G1", "E1b": "G1", "E2": "G2"}
        assert groups(warehouse, "officers", "officer_id") == {"P1": "G1", "P2": "G2"}
        assert groups(warehouse, "suppliers", "party_id") == {"S1": "G1", "S2": "G2"}
        assert issues(warehouse, "group_unknown") == [
            ("officers", "P3", "error", "entity_id"), ("officers", "P4", "error", "entity_id"), ("suppliers", "S3", "error", "entity_id"),
        ]  # fmt: skip
        assert account(warehouse, "officers")["rejected"] == 2


def test_entities_that_own_each_other_in_a_circle_have_no_group() -> None:
    ring = [
        {"entity_id": "R1", "name": "环一有限公司", "parent_entity_id": "R2"},
        {"entity_id": "R2", "name": "环二有限公司", "parent_entity_id": "R1"},
    ]
    tables = {
        "officers": [officer(entity_id="E1")],
        "suppliers": [supplier(entity_id="E1")],
        "group_entities": ENTITIES + ring,
    }
    with stage(tables, LENIENT) as warehouse:
        assert sorted(groups(warehouse, "group_entities", "entity_id")) == ["E1", "E1a", "E1b", "E2"]
