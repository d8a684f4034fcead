"""What empty cells mean, and what may not be kept."""

from __future__ import annotations

import pytest

from screening.warehouse.store import Warehouse
from tests.staging.delivered import credit_code, issues, officer, resident_id, stage, supplier

BASE = {"officers": [officer(entity_id="E1")], "suppliers": [supplier()]}
COMPANY = credit_code("91330100MA27XHAB2")


def related(code: str = "R1", name: str = "岑二舟", relationship: str = "配偶", **cells: str) -> dict[str, str]:
    return {"related_id": code, "officer_id": "P1", "name": name, "relationship": relationship} | cells


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        (related(), "person"),
        (related(name="岑野贸易有限公司", relationship="本人控制的企业"), "organisation"),
        (related(name="岑野", relationship="控股公司"), "organisation"),
        (related(name="岑野贸易有限公司", relationship="见附件"), "organisation"),
        (related(name="岑野", relationship="见附件", id_number=COMPANY), "organisation"),
        (related(name="岑野", relationship="见附件"), "person"),
        (related(kind="组织"), "organisation"),
    ],
)
def test_the_kind_of_a_related_party(party: dict[str, str], kind: str) -> None:
    with stage(BASE | {"related_parties": [party]}) as warehouse:
        assert warehouse.one("select kind from std_related_parties") == kind


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"holder_name": "岑野贸易有限公司"}, "organisation"),
        ({"holder_name": "岑一舟"}, "person"),
        ({"holder_name": "岑野", "holder_id": COMPANY}, "organisation"),
        ({"holder_name": "岑野", "holder_id": "3301**********1234"}, "person"),
        ({"holder_name": "李明轩"}, "person"),
        ({"holder_name": "Cenye"}, None),
        ({"holder_name": "岑一舟", "holder_kind": "组织"}, "organisation"),
    ],
)
def test_the_kind_of_a_holder_is_filled_only_where_it_is_plain(cells: dict[str, str], kind: str | None) -> None:
    with stage(BASE | {"holdings": [{"company_name": "岑野有限公司"} | cells]}) as warehouse:
        assert warehouse.one("select holder_kind from std_holdings") == kind


PERSON = resident_id("33010619900307013")


@pytest.mark.parametrize(
    ("cells", "kind", "listed"),
    [
        ({"holder_name": "岑一舟", "holder_kind": "组织", "holder_id": PERSON}, "person", True),
        ({"holder_name": "岑野贸易有限公司", "holder_kind": "自然人", "holder_id": COMPANY}, "organisation", True),
        ({"holder_name": "岑一舟", "holder_kind": "自然人", "holder_id": PERSON}, "person", False),
        ({"holder_name": "岑野贸易有限公司", "holder_kind": "组织", "holder_id": COMPANY}, "organisation", False),
        # a number with a wrong check digit tells nothing, and neither does a bare Latin name: what was stated stands
        ({"holder_name": "Cenye", "holder_kind": "组织", "holder_id": PERSON[:-1] + ("1" if PERSON[-1] != "1" else "2")}, "organisation", False),
        ({"holder_name": "岑一舟", "holder_kind": "组织", "holder_id": "3301**********1234"}, "organisation", False),
    ],
)  # fmt: skip
def test_a_kind_that_the_holders_number_belies(cells: dict[str, str], kind: str, listed: bool) -> None:
    with stage(BASE | {"holdings": [{"company_name": "岑野有限公司"} | cells]}) as warehouse:
        assert warehouse.one("select holder_kind from std_holdings") == kind
        expected = [("holdings", f"岑野有限公司 / {cells['holder_name']}", "warning", "holder_kind")] if listed else []
        assert issues(warehouse, "holder_kind_contradicted") == expected


@pytest.mark.parametrize(
    ("position", "stated", "expected"),
    [
        ("董事长", "", "director"),
        ("独立董事", "", "independent_director"),
        ("总监", "", None),
        ("总监", "高管", "senior_manager"),
        ("董事", "员工", "employee"),
    ],
)
def test_a_class_stated_goes_before_the_title(position: str, stated: str, expected: str | None) -> None:
    row = officer(position=position) | ({"position_class": stated} if stated else {})
    with stage({"officers": [row], "suppliers": [supplier()]}) as warehouse:
        assert warehouse.one("select position_class from std_officers") == expected
        assert len(issues(warehouse, "position_unmapped")) == (expected is None)


@pytest.mark.parametrize(
    ("cells", "currency"),
    [
        ({"entity_id": "E1", "amount": "5"}, "CNY"), ({"entity_id": "E2", "amount": "5"}, "HKD"), ({"amount": "5"}, "CNY"),
        ({"entity_id": "E2", "amount": "￥5"}, "CNY"), ({"entity_id": "E1", "amount": "US$ 5"}, "USD"), ({"entity_id": "E1", "currency": "港币"}, "HKD"),
        ({"entity_id": "E2", "currency": "rmb"}, "CNY"), ({"currency": "chf"}, "CHF"),
    ],
)  # fmt: skip
def test_currencies(cells: dict[str, str], currency: str) -> None:
    entities = [
        {"entity_id": "E1", "name": "岑野有限公司"},
        {"entity_id": "E2", "name": "岑野香港有限公司", "jurisdiction": "hk"},
    ]
    row = {"transaction_id": "T1", "kind": "采购", "transacted_on": "2026-01-01"} | cells
    with stage(BASE | {"group_entities": entities, "transactions": [row]}) as warehouse:
        assert warehouse.one("select currency from std_transactions") == currency
        assert warehouse.rows("select jurisdiction from std_group_entities order by entity_id") == [
            {"jurisdiction": "CN"},
            {"jurisdiction": "HK"},
        ]


def test_gifts_of_officers_in_hong_kong_are_in_its_currency() -> None:
    entities = [{"entity_id": "E1", "name": "岑野有限公司", "jurisdiction": "HK"}]
    gift = {
        "gift_id": "F1",
        "officer_id": "P1",
        "counterparty_name": "岑野",
        "direction": "收受",
        "form": "现金",
        "occurred_on": "2026-01-01",
        "value": "800",
    }
    with stage(BASE | {"group_entities": entities, "gifts": [gift]}) as warehouse:
        assert warehouse.one("select currency from std_gifts") == "HKD"


IDENTIFYING = {
    "id_number": COMPANY,
    "birth_date": "1980",
    "phone": "13947561820",
    "email": "a@b.cn",
    "address": "野渡路1号",
    "bank_account": "6228480402564890018",
}


def kept(warehouse: Warehouse) -> dict[str, bool]:
    names = [*IDENTIFYING, "birth_date_hi"]
    rows = warehouse.rows(f"select related_id, {', '.join(names)} from std_related_parties")
    return {row["related_id"]: any(row[name] is not None for name in names) for row in rows}


def test_without_a_lawful_basis_identifiers_are_dropped() -> None:
    parties = [
        related("R1", lawful_basis="同意", **IDENTIFYING), related("R2", **IDENTIFYING), related("R3", lawful_basis="口头", **IDENTIFYING), related("R4"),
    ]  # fmt: skip
    with stage(BASE | {"related_parties": parties}) as warehouse:
        assert kept(warehouse) == {"R1": True, "R2": False, "R3": False, "R4": False}
        assert issues(warehouse, "no_lawful_basis") == [
            ("related_parties", "R2", "info", "lawful_basis"),
            ("related_parties", "R3", "info", "lawful_basis"),
        ]
        assert warehouse.one("select count(*) from identifier") == 1


def test_a_register_without_the_column_keeps_its_identifiers() -> None:
    with stage(BASE | {"related_parties": [related(**IDENTIFYING)]}) as warehouse:
        assert kept(warehouse) == {"R1": True}
        assert issues(warehouse, "no_lawful_basis") == []
