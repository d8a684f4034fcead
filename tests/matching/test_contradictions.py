"""Contradictions between records that are taken for one person."""

from __future__ import annotations

from datetime import date
from typing import Any

from screening.warehouse.store import Warehouse
from tests.matching.tables import match, resident_id
from tests.matching.test_people import COMMON, ID, NAME, OTHER_ID, delivery, found, holding
from tests.matching.test_rulings import found as found_again
from tests.matching.test_rulings import linked, rule


def listed(warehouse: Warehouse) -> list[dict[str, Any]]:
    return warehouse.rows("select * from match_contradiction order by kind, feature, right_table")


def test_an_equal_number_under_another_name_is_listed(warehouse: Warehouse) -> None:
    (link,) = found(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding("李玉兰", ID)]))
    (row,) = listed(warehouse)

    assert (row["kind"], row["officer_id"], row["feature"]) == ("link", "P1", "name")
    assert (row["left_table"], row["left_value"], row["right_table"], row["right_value"]) == (
        "officers",
        COMMON,
        "holdings",
        "李玉兰",
    )
    assert row["right_record"] == link["record_id"]
    assert row["tier"] == link["tier"]


def test_the_tier_listed_is_the_one_after_the_ruling(warehouse: Warehouse) -> None:
    tables = delivery({"name": COMMON, "id_number": ID}, holdings=[holding("张玮", ID)])
    before = linked(warehouse, tables)
    rule(warehouse, "same", before)
    warehouse.run("drop table match_contradiction")
    (link,) = found_again(warehouse, tables)

    assert (before["tier"], link["tier"]) == ("B", "A")
    assert {row["tier"] for row in listed(warehouse)} == {"A"}


def test_a_mistyped_number_beside_an_equal_name_is_listed_and_masked(warehouse: Warehouse) -> None:
    typed = ID[:9] + str((int(ID[9]) + 1) % 10) + ID[10:]
    (link,) = found(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, typed)]))
    row = next(row for row in listed(warehouse) if row["feature"] == "id_number")

    assert link["tier"] in ("B", "C")
    assert row["left_value"] == ID[:4] + "*" * 10 + ID[-4:]
    assert typed not in str(row)


def test_agreement_is_not_listed(warehouse: Warehouse) -> None:
    post = {"company_name": NAME, "person_name": COMMON, "role": "监事", "birth_date": date(1980, 1, 1)}
    found(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)], appointments=[post]))

    assert listed(warehouse) == []


def test_rows_of_one_officer_that_are_kept_apart_are_listed(warehouse: Warehouse) -> None:
    officers = [
        {"officer_id": "P1", "name": "王海龙", "position": "董事", "id_number": ID},
        {"officer_id": "P1", "name": "周立新", "position": "监事", "id_number": OTHER_ID},
        {"officer_id": "P2", "name": "李玉兰", "position": "董事", "id_number": resident_id("33010119790303121")},
        {"officer_id": "P2", "name": "李玉兰", "position": "监事"},
    ]
    match(warehouse, {"officers": officers, "suppliers": [{"party_id": "S1", "name": NAME}]})
    rows = listed(warehouse)

    assert [(row["kind"], row["officer_id"], row["feature"]) for row in rows] == [
        ("kept_apart", "P1", "id_number"),
        ("kept_apart", "P1", "name"),
    ]
    assert {rows[1]["left_value"], rows[1]["right_value"]} == {"王海龙", "周立新"}
    assert all(number not in str(rows) for number in (ID, OTHER_ID))
