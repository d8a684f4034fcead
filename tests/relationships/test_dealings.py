"""The table dealing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from screening.settings import SourceSettings
from tests.relationships.world import Row, officer, supplier, world

P = officer("P1", "顾一")
S = supplier("S1", "甲供应")
TODAY = date(2026, 11, 20)


def trade(**more: Any) -> Row:
    return {
        "transaction_id": "T1",
        "entity_id": "E1",
        "party_id": "S1",
        "kind": "purchase",
        "transacted_on": "2026-03-10",
        **more,
    }


def dealings(basis: str | None = None, **tables: Any) -> list[Row]:
    return [row for row in world(officers=[P], **tables).read("dealing") if basis in (None, row["basis"])]


def bounds(row: Row) -> tuple[date | None, ...]:
    return row["proven_from"], row["proven_to"], row["possible_from"], row["possible_to"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"dealing_from": "2023-02-01"}, (date(2023, 2, 1), None, date(2023, 2, 1), None)),
        (
            {"dealing_from": "2023", "dealing_to": "2025"},
            (date(2023, 12, 31), date(2025, 1, 1), date(2023, 1, 1), date(2025, 12, 31)),
        ),
        ({}, (TODAY, None, None, None)),
        ({"created_on": "2024-05-20"}, (TODAY, None, date(2024, 5, 20), None)),
        ({"created_on": "2024-05-20", "dealing_to": "2025-06-30"}, (None, None, date(2024, 5, 20), date(2025, 6, 30))),
        ({"created_on": "2024-05-20", "status": "inactive"}, (None, None, date(2024, 5, 20), TODAY)),
        ({"dealing_from": "2024-05-20", "status": "已停用"}, (None, None, date(2024, 5, 20), TODAY)),
        ({"dealing_from": "2024-05-20", "status": "未注销"}, (date(2024, 5, 20), None, date(2024, 5, 20), None)),
    ],
)
def test_the_master_s_own_interval(more: Row, expected: tuple[date | None, ...]) -> None:
    (row,) = dealings(suppliers=[{**S, **more}])

    assert (row["basis"], row["table_name"], row["entity_id"]) == ("registered_only", "suppliers", "E1")
    assert bounds(row) == expected


def test_the_day_of_the_table_comes_before_the_run_s() -> None:
    found = world(officers=[P], suppliers=[S], sources={"suppliers": SourceSettings(as_of=date(2026, 10, 31))}).read(
        "dealing"
    )

    assert [row["proven_from"] for row in found] == [date(2026, 10, 31)]


def test_competitors_compete() -> None:
    rows = dealings(competitors=[{"party_id": "K1", "name": "丙竞争", "created_on": "2024-05-20"}])

    assert [(row["basis"], *bounds(row)) for row in rows] == [("competition", TODAY, None, None, None)]


@pytest.mark.parametrize(
    ("document", "basis"),
    [
        ("invoice", "transaction"),
        ("payment", "transaction"),
        (None, "transaction"),
        ("contract", "contract"),
        ("order", "contract"),
        ("bid", "bid"),
    ],
)
def test_documents_prove_differently(document: str | None, basis: str) -> None:
    (row,) = dealings(basis, suppliers=[S], transactions=[trade(document_type=document, amount=100)])

    assert bounds(row) == (date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 10), date(2026, 3, 11))
    assert (row["kind"], row["amount"], row["currency"], row["document_type"]) == (
        "purchase",
        Decimal(100),
        "CNY",
        document,
    )


def test_a_month_is_possible_and_not_proven() -> None:
    (row,) = dealings("transaction", suppliers=[S], transactions=[trade(transacted_on="2026-03")])

    assert bounds(row) == (None, None, date(2026, 3, 1), date(2026, 4, 1))


def test_a_hong_kong_entity_means_hong_kong_dollars() -> None:
    entities = [{"entity_id": "E1", "name": "集团甲公司", "jurisdiction": "HK"}]
    (row,) = dealings("transaction", group_entities=entities, suppliers=[S], transactions=[trade(amount=1)])

    assert row["currency"] == "HKD"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, [("suppliers", "X1")]),
        ({"kind": "sale"}, [("customers", "X1")]),
        ({"kind": "sale", "party_table": "suppliers"}, [("suppliers", "X1")]),
        ({"kind": "lease", "party_name": "乙客户"}, [("customers", "X1")]),
        ({"kind": "lease"}, []),
        ({"kind": "lease", "party_id": "S2"}, [("suppliers", "S2")]),
        ({"kind": "sale", "party_id": "S2"}, [("suppliers", "S2")]),
        ({"party_id": None, "party_name": "甲供应"}, [("suppliers", "X1")]),
        ({"party_id": None, "party_name": "外人"}, []),
        ({"party_id": "X404"}, []),
        ({"party_id": "X404", "party_name": "丁供应"}, [("suppliers", "S2")]),
    ],
)
def test_which_counterparty_a_transaction_means(more: Row, found: list[tuple[str, str]]) -> None:
    suppliers = [supplier("X1", "甲供应"), supplier("S2", "丁供应")]
    rows = dealings(
        "transaction",
        suppliers=suppliers,
        customers=[supplier("X1", "乙客户")],
        transactions=[trade(**{"party_id": "X1", **more})],
    )

    assert [(row["party_table"], row["party_id"]) for row in rows] == found


def test_groups_share_codes_but_not_dealings() -> None:
    entities = [
        {"entity_id": "E1", "name": "集团甲公司", "group_id": "G1"},
        {"entity_id": "E2", "name": "乙集团", "group_id": "G2"},
    ]
    suppliers = [supplier("S1", "甲供应"), {"party_id": "S1", "name": "乙供应", "group_id": "G2"}]
    rows = dealings("transaction", group_entities=entities, suppliers=suppliers, transactions=[trade(entity_id="E2")])

    assert [(row["group_id"], row["party_id"]) for row in rows] == [("G2", "S1")]


def test_a_code_of_two_groups_without_an_entity_means_neither() -> None:
    entities = [
        {"entity_id": "E1", "name": "集团甲公司", "group_id": "G1"},
        {"entity_id": "E2", "name": "乙集团", "group_id": "G2"},
    ]
    suppliers = [supplier("S1", "甲供应"), {"party_id": "S1", "name": "乙供应", "group_id": "G2"}]

    assert (
        dealings("transaction", group_entities=entities, suppliers=suppliers, transactions=[trade(entity_id=None)])
        == []
    )


def test_accounts_lead_to_people() -> None:
    accounts = [{"user_id": "U1", "officer_id": "P1"}, {"user_id": "U2", "officer_id": None}]
    (row,) = dealings(
        "transaction", suppliers=[S], user_accounts=accounts, transactions=[trade(requester_id="U2", approver_id="U1")]
    )

    assert (row["requester_officer"], row["approver_officer"]) == (None, "P1")


def test_excluded_records_have_no_dealings() -> None:
    assert dealings(suppliers=[supplier("S1", "集团甲公司")], transactions=[trade()]) == []
