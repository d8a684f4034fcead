"""0.05 in a spreadsheet's share column: the sender is asked."""

from __future__ import annotations

from typing import Any

import pytest

from screening.errors import DeliveryRejected
from tests.sources.conftest import Load
from tests.sources.files import OFFICERS, SUPPLIERS, parquet, workbook

HEAD = ["holder_name", "company_name", "share_pct", "voting_pct"]


def holdings(*shares: Any) -> dict[str, bytes | str]:
    rows = [["甲", "乙公司", share, None] for share in shares]
    return {"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "holdings.xlsx": workbook({"S": [HEAD, *rows]})}


@pytest.mark.parametrize("shares", [[0.0499], [0.3, 1], [1], [0.05, None, "4.99%"], [0.0]])
def test_a_column_of_ones_and_less_is_asked_about(load: Load, shares: list[Any]) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        load(holdings(*shares))

    assert caught.value.reason == "share_unit"
    assert "holdings.xlsx" in caught.value.en and "share_pct (持股比例)" in caught.value.en
    assert 'share_unit = "fraction"' in caught.value.zh


@pytest.mark.parametrize("shares", [[4.99], [0.5, 51], [None], ["4.99%", "0.5%"], ["0.5"], [0.5, "51"]])
def test_other_columns_are_not(load: Load, shares: list[Any]) -> None:
    loaded = load(holdings(*shares))

    assert len(loaded.raw["holdings"]) == len(shares)


def test_the_answer_is_configured(load: Load) -> None:
    loaded = load(holdings(0.0499), holdings={"share_unit": "fraction"})

    assert loaded.cells("holdings", "share_pct") == [("0.0499",)]  # staging multiplies


def test_all_parts_of_a_table_answer_together(load: Load) -> None:
    files = holdings(0.5)
    first = files.pop("holdings.xlsx")
    second = workbook({"S": [HEAD, ["甲", "丙公司", 60, None]]})

    loaded = load(files | {"holdings.part01.xlsx": first, "holdings.part02.xlsx": second})

    assert len(loaded.raw["holdings"]) == 2


def test_text_files_and_parquet_are_not_asked(load: Load) -> None:
    files: dict[str, bytes | str] = {"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS}
    columns = {"holder_name": ["甲"], "company_name": ["乙公司"], "share_pct": [0.5]}

    assert load(files | {"holdings.parquet": parquet(columns)}).cells("holdings", "share_pct") == [("0.5",)]


def test_a_csv_is_not_asked(load: Load) -> None:
    files = {
        "officers.csv": OFFICERS,
        "suppliers.csv": SUPPLIERS,
        "holdings.csv": "holder_name,company_name,share_pct\n甲,乙,0.5\n",
    }

    assert load(files).cells("holdings", "share_pct") == [("0.5",)]
