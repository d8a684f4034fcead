"""One name in one company is one person: what a namesake beside a bare name takes back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, match
from tests.matching.test_people import CODE, COMMON, ID, NAME, OTHER_ID, RARE, delivery, holding

MASKED_OTHER = OTHER_ID[:3] + "*" * 11 + OTHER_ID[-4:]


def post(number: str | None, **more: object) -> Row:
    return {
        "company_name": NAME,
        "company_uscc": CODE,
        "person_name": RARE,
        "role": "监事",
        "id_number": number,
        **more,
    }


def found(warehouse: Warehouse, officer: Row, **tables: list[Row]) -> dict[str, tuple[str, set[str]]]:
    """Tier and features of the officer's link, by role of the mention."""
    match(warehouse, delivery(officer, **tables))
    rows: list[dict[str, Any]] = list(
        warehouse.rows(
            "select l.* from person_link as l join watched as w using (watched_id) where w.officer_id = 'P1'"
        )
    )
    return {row["role"]: (row["tier"], {item["feature"] for item in json.loads(row["evidence"])}) for row in rows}


def test_a_rare_name_beside_a_namesake_of_another_number_is_a_lead(warehouse: Warehouse) -> None:
    officer = {"name": RARE, "id_number": ID}

    alone = found(warehouse, officer, holdings=[holding(RARE)])
    beside = found(warehouse, officer, holdings=[holding(RARE)], appointments=[post(MASKED_OTHER)])

    assert alone["holder"][0] == "B"
    assert beside["holder"][0] == "C"
    assert "namesake" in beside["holder"][1]
    assert "post" not in beside


def test_so_is_one_beside_a_namesake_of_another_birth_date(warehouse: Warehouse) -> None:
    officer = {"name": RARE, "id_number": ID}
    other = post(None, birth_date=date(1975, 6, 12))

    assert found(warehouse, officer, holdings=[holding(RARE)], appointments=[other])["holder"][0] == "C"


@pytest.mark.parametrize("number", [None, ID[:3] + "*" * 11 + ID[-4:]])
def test_a_namesake_that_shows_nothing_else_changes_nothing(number: str | None, warehouse: Warehouse) -> None:
    officer = {"name": RARE, "id_number": ID}
    beside = found(warehouse, officer, holdings=[holding(RARE)], appointments=[post(number)])

    assert beside["holder"][0] == "B"


def test_a_number_of_its_own_outweighs_the_namesake(warehouse: Warehouse) -> None:
    officer = {"name": RARE, "id_number": ID}

    assert (
        found(warehouse, officer, holdings=[holding(RARE, ID)], appointments=[post(MASKED_OTHER)])["holder"][0] == "A"
    )


@pytest.mark.parametrize(("last", "tier"), [(date(1980, 1, 1), "B"), (date(1980, 12, 31), "C")])
def test_a_date_of_birth_outweighs_the_namesake_and_a_year_does_not(
    last: date, tier: str, warehouse: Warehouse
) -> None:
    officer = {"name": RARE, "id_number": ID}
    born = post(None, birth_date=date(1980, 1, 1), birth_date_hi=last)

    assert found(warehouse, officer, appointments=[born])["post"][0] == "B"
    assert found(warehouse, officer, appointments=[born, post(MASKED_OTHER)])["post"][0] == tier


def test_a_phone_corroborates_the_name_in_spite_of_the_namesake(warehouse: Warehouse) -> None:
    officer = {"name": RARE, "id_number": ID, "phone": ["13957120846"]}
    supplier = {"party_id": "S1", "name": NAME, "uscc": CODE, "contact_name": RARE, "phone": ["13957120846"]}
    rows = delivery(officer, appointments=[post(MASKED_OTHER)])
    rows["suppliers"] = [supplier, *rows["suppliers"][1:]]
    match(warehouse, rows)

    links = warehouse.rows(
        "select role, tier from person_link as l join watched as w using (watched_id) where w.officer_id = 'P1'"
    )
    assert {row["role"]: row["tier"] for row in links} == {"contact": "B"}


def test_what_two_namesakes_could_borrow_is_a_lead(warehouse: Warehouse) -> None:
    registry = {"name": NAME, "uscc": CODE, "legal_representative": COMMON}
    other = post(MASKED_OTHER, person_name=COMMON)
    officer = {"name": COMMON, "id_number": ID}
    links = found(
        warehouse, officer, holdings=[holding(COMMON, ID)], appointments=[other], registry_companies=[registry]
    )

    assert {role: tier for role, (tier, _) in links.items()} == {"holder": "A", "legal_representative": "C"}
