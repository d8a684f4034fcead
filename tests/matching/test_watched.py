"""Watched identities: appointments united, contradictions kept apart, emergency contacts left out."""

from __future__ import annotations

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, match, resident_id

A, B = resident_id("33010119800101123"), resident_id("31010419750612442")
SUPPLIER = {"party_id": "S1", "name": "杭州某甲科技有限公司"}


def watched(warehouse: Warehouse, officers: list[Row], related: list[Row] | None = None) -> list[tuple[str, str, str]]:
    tables = {"officers": officers, "suppliers": [SUPPLIER], "related_parties": related or []}
    match(warehouse, tables)
    rows = warehouse.rows("select watched_id, name, group_id, kind from watched order by watched_id")
    return [(row["watched_id"], row["name"], row["group_id"]) for row in rows]


def officer(name: str, number: str | None = None, **more: object) -> Row:
    return {"officer_id": "P1", "name": name, "id_number": number, "position": "董事", **more}


def test_appointments_of_one_person(warehouse: Warehouse) -> None:
    rows = [officer("王海龙", A), officer("王海龍", position="监事"), officer("Wang Hailong", position="经理")]

    assert [watched_id for watched_id, _, _ in watched(warehouse, rows)] == ["officer:P1"]


def test_two_names_under_one_code_are_two_people(warehouse: Warehouse) -> None:
    found = watched(warehouse, [officer("王海龙"), officer("李建国")])

    assert {(watched_id, name) for watched_id, name, _ in found} == {
        ("officer:P1#1", "李建国"),
        ("officer:P1#2", "王海龙"),
    } or {(watched_id, name) for watched_id, name, _ in found} == {
        ("officer:P1#1", "王海龙"),
        ("officer:P1#2", "李建国"),
    }


def test_one_number_under_two_names_is_one_person(warehouse: Warehouse) -> None:
    assert len(watched(warehouse, [officer("王海龙", A), officer("王建国", A)])) == 1


def test_two_numbers_under_one_name_are_two_people(warehouse: Warehouse) -> None:
    assert len(watched(warehouse, [officer("王海龙", A), officer("王海龙", B)])) == 2


def test_an_officer_of_two_groups_is_watched_in_each(warehouse: Warehouse) -> None:
    found = watched(warehouse, [officer("王海龙", group_id="G1"), officer("王海龙", group_id="G2")])

    assert [(watched_id, group) for watched_id, _, group in found] == [("officer:P1", "G1"), ("officer:P1@G2", "G2")]


def test_related_parties(warehouse: Warehouse) -> None:
    related = [
        {"related_id": "R1", "officer_id": "P1", "name": "张红", "relationship": "配偶"},
        {"related_id": "R2", "officer_id": "P1", "name": "赵铁", "relationship": "紧急联系人"},
        {"related_id": "R3", "officer_id": "P1", "name": "杭州某乙商贸有限公司", "relationship": "本人控制的企业"},
    ]
    watched(warehouse, [officer("王海龙")], related)

    rows = warehouse.rows(
        "select related_id, kind, relationship from watched where related_id is not null order by related_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("R1", "related_person", "配偶"),
        ("R3", "related_organisation", "本人控制的企业"),
    ]
