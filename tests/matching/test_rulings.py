"""Auditors' rulings stand above the score, and never move to somebody else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, match, resident_id
from tests.matching.test_people import CODE, COMMON, ID, NAME, delivery, holding
from tests.matching.test_people import found as first_found

POST = {"company_name": NAME, "person_name": COMMON, "role": "监事"}
FIELDS = ("officer_id", "watched_key", "table_name", "company_id", "mention_key", "mention_number")


def found(warehouse: Warehouse, tables: dict[str, list[Row]]) -> list[dict[str, Any]]:
    """The links of the officer in another night: staging's dictionaries are made anew, the rulings stay."""
    forget(warehouse)
    return first_found(warehouse, tables)


def forget(warehouse: Warehouse) -> None:
    for dictionary in ("person_name", "company_name", "identifier", "phone", "address"):
        warehouse.run(f"drop table if exists {dictionary}")


def rule(warehouse: Warehouse, verdict: str, link: dict[str, Any], **changed: object) -> None:
    """Puts a ruling on one link into force."""
    warehouse.create("identity_ruling")
    warehouse.append("identity_ruling", [
        {"ruling_id": "R1", "subject": "person", "verdict": verdict, **{name: link[name] for name in FIELDS}, **changed}
    ])  # fmt: skip


def counted(warehouse: Warehouse) -> dict[str, float]:
    return {row["name"]: row["value"] for row in warehouse.rows("select * from match_count where name like 'rulings%'")}


def linked(warehouse: Warehouse, tables: dict[str, list[Row]]) -> dict[str, Any]:
    """The link of a first night, with its officer."""
    rows = found(warehouse, tables)
    assert len(rows) == 1
    return rows[0] | {"officer_id": "P1"}


def test_not_same_leaves_no_link_whatever_the_score(warehouse: Warehouse) -> None:
    tables = delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)])
    rule(warehouse, "not_same", linked(warehouse, tables))

    assert found(warehouse, tables) == []
    assert counted(warehouse)["rulings_not_same_person"] == 1.0


def test_same_makes_a_lead_tier_a_and_the_bits_still_add_up(warehouse: Warehouse) -> None:
    tables = delivery({"name": COMMON, "id_number": ID}, appointments=[POST])
    before = linked(warehouse, tables)
    rule(warehouse, "same", before)
    (after,) = found(warehouse, tables)
    evidence = json.loads(after["evidence"])

    assert (before["tier"], after["tier"]) == ("C", "A")
    assert [item["feature"] for item in evidence if item["feature"] == "auditor"] == ["auditor"]
    assert 1.0 / (1.0 + 2.0 ** -sum(item["bits"] for item in evidence)) == pytest.approx(after["score"], abs=1e-5)


def test_same_finds_a_pair_that_no_key_would(warehouse: Warehouse) -> None:
    holdings, posts = [holding("王建国", ID)], [POST | {"person_name": "皇甫照临"}]
    tables = delivery({"name": "王建国", "id_number": ID}, holdings=holdings, appointments=posts)
    link = linked(warehouse, tables)
    rule(warehouse, "same", link, table_name="appointments", mention_key="皇甫照临", mention_number=None)

    assert [(row["mention_name"], row["tier"]) for row in found(warehouse, tables)] == [
        ("王建国", "A"),
        ("皇甫照临", "A"),
    ]


@pytest.mark.parametrize(
    "officer",
    [
        {"name": COMMON, "id_number": resident_id("33010119790303121")},  # another person under the same code
        {"name": "张玮", "id_number": ID},
    ],
)
def test_a_ruling_lapses_when_the_officer_becomes_somebody_else(officer: Row, warehouse: Warehouse) -> None:
    first = linked(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)]))
    rule(warehouse, "same", first)
    rows = found(warehouse, delivery(officer, holdings=[holding(COMMON)]))

    assert "A" not in {row["tier"] for row in rows}
    assert counted(warehouse) | {"rulings_same_person": 0.0, "rulings_on_people_lapsed": 1.0} == counted(warehouse)


def test_a_ruling_lapses_when_the_mention_shows_another_number(warehouse: Warehouse) -> None:
    masked = ID[:6] + "********" + ID[-4:]
    other = resident_id("33010119790303122")
    first = linked(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, masked)]))
    rule(warehouse, "same", first)

    assert found(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, other)])) == []
    assert counted(warehouse)["rulings_on_people_lapsed"] == 1.0


def test_a_ruling_survives_other_rows_and_other_cells(warehouse: Warehouse) -> None:
    officer = {"name": COMMON, "id_number": ID}
    rule(warehouse, "not_same", linked(warehouse, delivery(officer, holdings=[holding(COMMON, ID)])))
    later = delivery(
        officer | {"phone": ["13957120846"], "position": "监事"},
        holdings=[holding("王芳"), holding(COMMON, ID, share_pct="12")],
    )

    assert found(warehouse, later) == []


def test_the_acquitting_one_of_two_rulings_counts(warehouse: Warehouse) -> None:
    tables = delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)])
    link = linked(warehouse, tables)
    rule(warehouse, "same", link)
    rule(warehouse, "not_same", link)

    assert found(warehouse, tables) == []


def test_a_mention_ruled_out_neither_lends_nor_borrows(warehouse: Warehouse) -> None:
    registry = {"name": NAME, "uscc": CODE, "legal_representative": COMMON}
    tables = delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)], registry_companies=[registry])
    rows = found(warehouse, tables)
    lender, borrower = ({**row, "officer_id": "P1"} for row in rows)
    rule(warehouse, "not_same", borrower)
    assert [row["role"] for row in found(warehouse, tables)] == ["holder"]
    rule(warehouse, "not_same", lender)
    assert found(warehouse, tables) == []


FORMER, LATER = "杭州远桥科技有限公司", "杭州远桥智能科技有限公司"


def companies(warehouse: Warehouse) -> list[dict[str, Any]]:
    suppliers = [
        {"party_id": "S1", "name": FORMER, "uscc": credit_code("91330100MA2ABCD11")},
        {"party_id": "S2", "name": LATER, "uscc": credit_code("91330100MA2ABCD22"), "former_names": [FORMER]},
    ]
    forget(warehouse)
    match(warehouse, {"officers": [{"officer_id": "P1", "name": COMMON, "position": "董事"}], "suppliers": suppliers})
    return warehouse.rows("select company_id from company order by company_id")


def test_two_companies_ruled_one_are_linked_in_tier_a_and_ruled_two_are_not(warehouse: Warehouse) -> None:
    left, right = (row["company_id"] for row in companies(warehouse))
    given = {"ruling_id": "R1", "subject": "company", "company_id": right, "other_company_id": left}
    warehouse.append("identity_ruling", [given | {"verdict": "same"}])
    companies(warehouse)
    links = warehouse.rows("select left_id, right_id, basis, tier, evidence from company_link")
    assert [(row["left_id"], row["right_id"], row["basis"], row["tier"]) for row in links] == [
        (left, right, "auditor", "A")
    ]
    assert json.loads(links[0]["evidence"])[0]["detail"] == "审计人员已核实双方为同一企业"

    warehouse.append("identity_ruling", [given | {"verdict": "not_same"}])
    companies(warehouse)
    assert warehouse.rows("select * from company_link") == []


def test_a_ruling_on_a_company_that_is_gone_is_counted(warehouse: Warehouse) -> None:
    (left, *_) = (row["company_id"] for row in companies(warehouse))
    gone = {"ruling_id": "R1", "subject": "company", "verdict": "same", "company_id": left, "other_company_id": "gone"}
    warehouse.append("identity_ruling", [gone])
    companies(warehouse)

    assert counted(warehouse)["rulings_on_companies_lapsed"] == 1.0
