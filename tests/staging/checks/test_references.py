"""References, intervals, future days, sums of shares and words that nobody has classified."""

from __future__ import annotations

import pytest

from tests.staging.delivered import Rows, issues, officer, stage, supplier

BASE: dict[str, Rows] = {"officers": [officer()], "suppliers": [supplier()]}


def test_an_unknown_officer_is_a_warning_per_record() -> None:
    related = [
        {"related_id": f"R{n}", "officer_id": code, "name": "岑二舟", "relationship": "配偶"}
        for n, code in enumerate(["P1", "P9", "P9"])
    ]
    with stage(
        BASE | {"related_parties": related, "user_accounts": [{"user_id": "U1"}, {"user_id": "U2", "officer_id": "P8"}]}
    ) as warehouse:
        assert issues(warehouse, "unknown_officer") == [
            ("related_parties", "R1", "warning", "officer_id"), ("related_parties", "R2", "warning", "officer_id"), ("user_accounts", "U2", "warning", "officer_id"),
        ]  # fmt: skip
        assert warehouse.one("select count(*) from std_related_parties") == 3


def test_an_unknown_entity_is_a_warning_where_entities_were_delivered() -> None:
    tables = BASE | {"officers": [officer(entity_id="E9")]}
    with stage(tables) as warehouse:
        assert issues(warehouse, "unknown_entity") == []
    with stage(tables | {"group_entities": [{"entity_id": "E1", "name": "岑野控股有限公司"}]}) as warehouse:
        assert issues(warehouse, "unknown_entity") == [("officers", "P1", "warning", "entity_id")]


def test_unknown_counterparties_of_transactions_are_counted_once() -> None:
    codes = ["S1", "S8", "S9", "S9", None]
    rows: list[dict[str, str | None]] = [
        {"transaction_id": f"T{n}", "party_id": code, "kind": "采购", "transacted_on": "2026-01-01"}
        for n, code in enumerate(codes)
    ]
    with stage(BASE | {"transactions": rows}) as warehouse:
        assert issues(warehouse, "unknown_party") == [("transactions", None, "warning", "party_id")]
        assert warehouse.one("select message_en from issue where check_id = 'unknown_party'").startswith(
            "3 transactions name counterparties (2 codes)"
        )


@pytest.mark.parametrize(
    ("start", "end", "reversed_"),
    [
        ("2026-02-01", "2026-01-01", True),
        ("2026", "2025", True),
        ("2026-06", "2026", False),
        ("2026-01-01", "2026-01-01", False),
        ("2026-01-01", None, False),
    ],
)
def test_only_a_certainly_reversed_interval_is_listed(start: str, end: str | None, reversed_: bool) -> None:
    with stage(BASE | {"officers": [{**officer(term_start=start), "term_end": end}]}) as warehouse:
        assert (
            issues(warehouse, "interval_reversed")
            == [("officers", "P1", "warning", "term_start, term_end")] * reversed_
        )


def test_past_events_cannot_lie_ahead() -> None:
    with stage(
        BASE
        | {
            "suppliers": [
                supplier("S1", created_on="2031-01-01", dealing_to="2031-01-01"),
                supplier("S2", "岑野二有限公司", created_on="2026"),
            ]
        }
    ) as warehouse:
        assert issues(warehouse, "date_in_future") == [("suppliers", "S1", "warning", "created_on")]


def holding(holder: str, share: str, **cells: str) -> dict[str, str]:
    return {"holder_name": holder, "company_name": "岑野有限公司", "share_pct": share} | cells


@pytest.mark.parametrize(
    ("rows", "listed"),
    [
        ([holding("甲", "60"), holding("乙", "41")], ["岑野有限公司 / 乙", "岑野有限公司 / 甲"]),
        ([holding("甲", "60"), holding("乙", "40.3")], []),
        ([holding("甲", "60"), holding("甲", "60", source="年报"), holding("乙", "40")], []),
        ([holding("甲", "60"), holding("乙", "60", valid_to="2020-01-01")], []),
        ([holding("甲", "60", as_of="2026-01-01"), holding("乙", "60", as_of="2025-01-01")], []),
        ([holding("甲", "60", provider="A"), holding("乙", "60", provider="B")], []),
    ],
)
def test_shares_of_one_company_at_one_time(rows: list[dict[str, str]], listed: list[str]) -> None:
    with stage(BASE | {"holdings": rows}) as warehouse:
        assert issues(warehouse, "share_sum") == [("holdings", key, "warning", "share_pct") for key in listed]


def test_a_word_that_nobody_classified_is_listed_once_with_its_count() -> None:
    officers = [
        officer("P2", "岑二舟", position="首席架构官"),
        officer("P1", position="首席架构官"),
        officer("P3", "岑三舟", position="监事"),
    ]
    related = [
        {"related_id": "R1", "officer_id": "P1", "name": "岑四舟", "relationship": "棋友"},
        {"related_id": "R2", "officer_id": "P1", "name": "岑五舟", "relationship": "紧急联系人"},
    ]
    posts = [{"company_name": "岑野有限公司", "person_name": "岑六舟", "role": role} for role in ("执行董事", "吉祥物")]
    tables = {
        "officers": officers,
        "suppliers": [supplier(status="月球态"), supplier("S2", "岑野二有限公司", status="在用")],
        "related_parties": related,
        "appointments": posts,
    }
    with stage(tables) as warehouse:
        assert issues(warehouse, "position_unmapped") == [("officers", "P1", "warning", "position")]
        assert issues(warehouse, "relationship_unmapped") == [("related_parties", "R1", "warning", "relationship")]
        assert issues(warehouse, "role_unmapped") == [("appointments", "岑野有限公司 / 岑六舟", "warning", "role")]
        assert issues(warehouse, "status_unmapped") == [("suppliers", "S1", "warning", "status")]
        assert "2" in warehouse.one("select message_en from issue where check_id = 'position_unmapped'")
        assert warehouse.one("select count(*) from std_related_parties") == 2
