"""Corrections and exclusions delivered as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from screening.warehouse.store import Warehouse
from tests.staging.delivered import Rows, account, issues, officer, stage, supplier

WHY = {"reason": "核实", "by": "岑一舟"}


def correct(key: str, column: str, value: str, table: str = "suppliers", **more: str) -> dict[str, str]:
    return {"table": table, "key": key, "column": column, "value": value} | WHY | more


def staged(rows: Rows, **amendments: Rows) -> Warehouse:
    return stage({"officers": [officer()], "suppliers": rows} | amendments)


def test_a_correction_changes_the_cell_before_it_is_read() -> None:
    rows = [supplier("S1", created_on="2026-02-30"), supplier("S2", "岑野二有限公司")]
    with staged(
        rows,
        corrections=[correct("S1", "created_on", "2026年2月28日"), correct("S2", "名称", "岑野三有限公司", "供应商")],
    ) as warehouse:
        found = warehouse.rows("select party_id, name, created_on from std_suppliers order by party_id")
        assert found == [
            {"party_id": "S1", "name": "岑野（杭州）制造有限公司", "created_on": date(2026, 2, 28)},
            {"party_id": "S2", "name": "岑野三有限公司", "created_on": None},
        ]
        assert issues(warehouse, "malformed_cell") == []
        assert issues(warehouse, "correction_applied") == [
            ("suppliers", "S1", "info", "created_on"),
            ("suppliers", "S2", "info", "name"),
        ]
        assert account(warehouse, "suppliers")["corrected"] == 2


def test_a_corrected_row_keeps_the_name_of_the_delivered_one() -> None:
    with (
        staged([supplier()]) as plain,
        staged([supplier()], corrections=[correct("S1", "name", "岑野新名有限公司")]) as corrected,
    ):
        assert plain.one("select record_id from std_suppliers") == corrected.one("select record_id from std_suppliers")


def test_a_cell_is_emptied_by_a_placeholder() -> None:
    with staged([supplier(phone="13947561820")], corrections=[correct("S1", "phone", "无")]) as warehouse:
        assert warehouse.one("select phone from std_suppliers") is None


def test_keys_of_several_parts_are_compared_without_spaces_and_width() -> None:
    holding = {"holder_name": "岑一舟", "company_name": "岑野（杭州）有限公司", "share_pct": "5"}
    tables = {
        "officers": [officer()], "suppliers": [supplier()], "holdings": [holding],
        "corrections": [correct("岑野(杭州)有限公司/岑一舟", "share_pct", "6", "holdings")],
    }  # fmt: skip
    with stage(tables) as warehouse:
        assert str(warehouse.one("select share_pct from std_holdings")) == "6.000000"


def test_an_exclusion_removes_every_row_of_the_record() -> None:
    rows = [supplier("S1"), supplier("S1", phone="13947561820"), supplier("S2", "岑野二有限公司")]
    with staged(rows, exclusions=[{"table": "suppliers", "key": "S1"} | WHY]) as warehouse:
        assert warehouse.rows("select party_id from std_suppliers") == [{"party_id": "S2"}]
        assert account(warehouse, "suppliers") == {
            "read": 3,
            "staged": 1,
            "rejected": 0,
            "duplicate": 0,
            "excluded": 2,
            "corrected": 0,
        }
        assert issues(warehouse, "row_excluded") == [("suppliers", "S1", "info", None)] * 2


@pytest.mark.parametrize(("until", "excluded"), [(None, 1), ("2026-11-20", 1), ("2026-11", 1), ("2026-11-19", 0)])
def test_an_amendment_holds_until_its_last_day(until: str | None, excluded: int) -> None:
    rows = [supplier("S1"), supplier("S2", "岑野二有限公司")]
    exclusion: Mapping[str, str | None] = {"table": "suppliers", "key": "S1", "until": until} | WHY
    with staged(rows, exclusions=[exclusion]) as warehouse:
        assert account(warehouse, "suppliers")["excluded"] == excluded
        assert len(issues(warehouse, "amendment_expired")) == 1 - excluded


@pytest.mark.parametrize(
    ("correction", "column"),
    [
        (correct("S9", "name", "x"), "key"),
        (correct("S1", "颜色", "红"), "column"),
        (correct("S1", "name", "x", "customers"), "table"),
        (correct("S1", "name", "x", "账本"), "table"),
    ],
)
def test_an_amendment_of_nothing_is_a_warning(correction: dict[str, str], column: str) -> None:
    with staged([supplier()], corrections=[correction]) as warehouse:
        ((table, _, severity, where),) = issues(warehouse, "amendment_without_record")
        assert (table, severity, where) == ("corrections", "warning", column)
        assert warehouse.one("select name from std_suppliers") == supplier()["name"]


def test_contradicting_corrections_are_not_applied() -> None:
    with staged(
        [supplier()], corrections=[correct("S1", "name", "甲有限公司"), correct("S1", "name", "乙有限公司")]
    ) as warehouse:
        assert warehouse.one("select name from std_suppliers") == supplier()["name"]
        assert issues(warehouse, "amendment_contradictory") == [("corrections", "suppliers / S1", "warning", "name")]


def test_amendments_are_accounted_for_themselves() -> None:
    with staged([supplier()], corrections=[correct("S1", "name", "甲有限公司")] * 2) as warehouse:
        assert account(warehouse, "corrections") == {
            "read": 2,
            "staged": 1,
            "rejected": 0,
            "duplicate": 1,
            "excluded": 0,
            "corrected": 0,
        }
