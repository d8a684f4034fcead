"""Duplicate counterparties, shared accounts, and who approves what he created."""

from __future__ import annotations

import pytest

from tests.staging.delivered import credit_code, issues, officer, stage, supplier

CODE, OTHER = credit_code("91330100MA27XHAB2"), credit_code("91330100MA28XHAB2")
ACCOUNT = "6228480402564890018"


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        (supplier("S1", "岑野科技有限公司", uscc=CODE), supplier("S2", "栖禾贸易有限公司", uscc=CODE.lower()), "uscc"),
        (
            supplier("S1", "岑野科技有限公司", bank_account=ACCOUNT),
            supplier("S2", "岑野科技股份有限公司", bank_account=ACCOUNT),
            "bank_account",
        ),
        (supplier("S1", "岑野科技有限公司"), supplier("S2", "岑野 科技 有限公司"), "name"),
        (
            supplier("S1", "岑野科技有限公司", uscc=CODE),
            supplier("S2", "岑野科技有限公司", uscc=CODE, phone="13947561820"),
            "name, uscc",
        ),
    ],
)
def test_two_codes_of_one_counterparty(first: dict[str, str], second: dict[str, str], column: str) -> None:
    with stage({"officers": [officer()], "suppliers": [first, second]}) as warehouse:
        assert issues(warehouse, "duplicate_vendor") == [
            ("suppliers", "S1", "warning", column),
            ("suppliers", "S2", "warning", column),
        ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            supplier("S1", "岑野科技有限公司", uscc=CODE),
            supplier("S1", "岑野科技有限公司", uscc=CODE, phone="13947561820"),
        ),
        (supplier("S1", "岑野科技有限公司", uscc=CODE), supplier("S2", "岑野科技有限公司", uscc=OTHER)),
        (supplier("S1", "岑野科技有限公司"), supplier("S2", "栖禾科技有限公司")),
        (supplier("S1", "岑野副食店"), supplier("S2", "岑野副食店")),
        (
            supplier("S1", "岑野科技有限公司", uscc=CODE[:-1] + "0"),
            supplier("S2", "栖禾科技有限公司", uscc=CODE[:-1] + "0"),
        ),
        (supplier("S1", "岑一舟"), supplier("S2", "岑一舟")),
    ],
)
def test_no_duplicate(first: dict[str, str], second: dict[str, str]) -> None:
    with stage({"officers": [officer()], "suppliers": [first, second]}) as warehouse:
        assert issues(warehouse, "duplicate_vendor") == []


def test_the_same_company_in_two_tables_or_groups_is_no_duplicate() -> None:
    tables = {
        "officers": [officer(entity_id="E1")],
        "group_entities": [
            {"entity_id": "E1", "name": "甲控股有限公司", "group_id": "G1"},
            {"entity_id": "E2", "name": "乙控股有限公司", "group_id": "G2"},
        ],
        "suppliers": [supplier("S1", group_id="G1", uscc=CODE), supplier("S2", group_id="G2", uscc=CODE)],
        "customers": [supplier("C1", group_id="G1", uscc=CODE)],
    }
    with stage(tables) as warehouse:
        assert issues(warehouse, "duplicate_vendor") == []


def test_an_account_of_several_companies_is_listed_with_its_last_digits_only() -> None:
    rows = [
        supplier("S1", "岑野科技有限公司", bank_account=ACCOUNT),
        supplier("S2", "栖禾贸易有限公司", bank_account=f"0000000000;{ACCOUNT}"),
        supplier("S3", "远川有限公司", bank_account=ACCOUNT[:-1] + "9"),
    ]
    with stage({"officers": [officer()], "suppliers": rows}) as warehouse:
        assert issues(warehouse, "bank_account_shared") == [
            ("suppliers", code, "warning", "bank_account") for code in ("S1", "S2")
        ]
        (message,) = {
            row["message_en"]
            for row in warehouse.rows("select message_en from issue where check_id = 'bank_account_shared'")
        }
        assert "ending in 0018" in message


def test_one_company_under_two_codes_shares_no_account() -> None:
    rows = [
        supplier("S1", "岑野科技有限公司", bank_account=ACCOUNT, uscc=CODE),
        supplier("S2", "岑野科技", bank_account=ACCOUNT, uscc=CODE),
    ]
    with stage({"officers": [officer()], "suppliers": rows}) as warehouse:
        assert issues(warehouse, "bank_account_shared") == []


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"approver_id": "U1", "kind": "采购"}, True),
        ({"approver_id": "U1", "kind": "其他", "party_table": "供应商"}, True),
        ({"approver_id": "U2", "kind": "采购"}, False),
        ({"approver_id": "U1", "kind": "采购", "party_table": "客户"}, False),
        ({"approver_id": "U1", "kind": "销售"}, False),
    ],
)
def test_creating_and_approving_are_separated(cells: dict[str, str], found: bool) -> None:
    payment = {"transaction_id": "T1", "party_id": "S1", "transacted_on": "2026-01-01"} | cells
    with stage(
        {"officers": [officer()], "suppliers": [supplier(created_by="U1")], "transactions": [payment]}
    ) as warehouse:
        assert (
            issues(warehouse, "creator_approves") == [("suppliers", "S1", "warning", "created_by, approver_id")] * found
        )
