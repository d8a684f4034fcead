"""Shuffled rows and other numbers of threads give the same tables, but for row numbers."""

from __future__ import annotations

import random
from typing import Any

import pytest

from screening.contract.internal import STAGE_TABLES
from screening.warehouse.store import Warehouse
from tests.staging.delivered import credit_code, officer, resident_id, stage, supplier

NAMES = ["岑野科技有限公司", "岑野科技股份有限公司", "栖禾（杭州）贸易有限公司", "远川集团", "岑一舟", "CENYE LIMITED"]


def delivery() -> dict[str, list[dict[str, str]]]:
    """Rows with defects and duplicates of every kind."""
    officers = [
        officer(f"P{n % 7}", "岑一舟" if n % 5 else "林二帆", position=["董事", "总监", "首席架构官"][n % 3], term_start=["2020-01-01", "2021年", "不详"][n % 3],
                id_number=resident_id(f"3301021987061{n % 4}123"))
        for n in range(30)
    ]  # fmt: skip
    suppliers = [
        supplier(f"S{n % 23}", NAMES[n % 6], uscc=credit_code(f"91330100MA27XHA{n % 9:02}"), phone=["13947561820", "139", "无"][n % 3],
                 bank_account=f"62284804025648900{n % 4}8", created_on=["2020-1-1", "2020-02-30", "2031"][n % 3], status=["在用", "月球态"][n % 2])
        for n in range(60)
    ]  # fmt: skip
    holdings = [
        {"holder_name": NAMES[n % 6], "company_name": NAMES[n % 4], "share_pct": str(n * 7 % 130)} for n in range(60)
    ]
    return {"officers": officers, "suppliers": suppliers, "holdings": holdings}


def content(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    tables = [name for name, table in STAGE_TABLES.items() if "staging" in table.writer] + [
        "std_officers",
        "std_suppliers",
        "std_holdings",
    ]
    found = {}
    for table in tables:
        rows = [
            tuple(repr(value) for name, value in row.items() if name != "row")
            for row in warehouse.rows(f"select * from {table}")
        ]
        found[table] = sorted(rows)
    return found


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("threads", [1, 2])
def test_order_of_rows_and_threads_change_nothing(seed: int, threads: int) -> None:
    settings = {"limits": {"threads": threads, "max_rejected_pct": 50}}
    shuffled = {name: random.Random(seed).sample(rows, len(rows)) for name, rows in delivery().items()}
    with stage(delivery(), {"limits": {"max_rejected_pct": 50}}) as plain, stage(shuffled, settings) as other:
        assert content(plain) == content(other)
        assert plain.one("select count(distinct check_id) from issue") >= 8


def test_every_stage_table_has_the_columns_that_were_agreed() -> None:
    with stage({"officers": [officer()], "suppliers": [supplier()]}) as warehouse:
        for name in ("row_account", "person_name", "company_name", "identifier", "phone", "address", "issue"):
            columns = {row["column_name"]: row["column_type"] for row in warehouse.rows(f"describe {name}")}
            assert columns == dict(STAGE_TABLES[name].columns)
