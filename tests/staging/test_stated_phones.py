"""Phones that stand in the cell of a name."""

from __future__ import annotations

import pytest

from tests.staging.delivered import issues, officer, stage, supplier


@pytest.mark.parametrize(
    ("contact", "phone"),
    [
        ("岑一舟 13957120846", ["13957120846"]),
        ("岑一舟13957120846", ["13957120846"]),
        ("岑一舟（139-5712-0846）", ["139-5712-0846"]),
        ("岑一舟/0571-88012345", ["0571-88012345"]),
        ("岑一舟 +852 9123 4567", ["+852 9123 4567"]),
        ("岑一舟（１３９５７１２０８４６）", ["13957120846"]),
        ("岑一舟１３９－５７１２－０８４６", ["139-5712-0846"]),
        ("岑一舟 139–5712–0846", ["139-5712-0846"]),
        ("岑一舟 33010119800101123X", None),
        ("岑一舟 ３３０１０１１９８００１０１１２３X", None),
        ("岑一舟2", None),
        ("岑一舟", None),
    ],
)
def test_a_phone_beside_the_name(contact: str, phone: list[str] | None) -> None:
    with stage({"officers": [officer()], "suppliers": [supplier(contact_name=contact, phone=None)]}) as warehouse:
        assert warehouse.one("select phone from std_suppliers") == phone


def test_a_phone_that_is_known_already_is_not_said_twice() -> None:
    row = supplier(contact_name="岑一舟 13957120846", legal_representative="岑一舟 13957120846", phone="13957120846")
    with stage({"officers": [officer()], "suppliers": [row]}) as warehouse:
        assert warehouse.one("select phone from std_suppliers") == ["13957120846"]


def test_a_phone_beside_the_name_needs_a_lawful_basis_too() -> None:
    relative = {
        "related_id": "R1",
        "officer_id": "P1",
        "name": "岑二舟 13957120846",
        "relationship": "配偶",
        "lawful_basis": None,
    }
    with stage({"officers": [officer()], "related_parties": [relative]}) as warehouse:
        assert warehouse.one("select phone from std_related_parties") is None
        assert issues(warehouse, "no_lawful_basis")
