"""Shareholdings of one company that add up to more than everything."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.warehouse.store import Warehouse


def check_share_sums(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists the holdings of each company whose holders, at one time and in one extract, have more than 100 %."""
    if any(table.name == "holdings" for table in tables):
        warehouse.script("screening.staging", "share_sum")
