"""Officers whose rows contradict each other under one code."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.warehouse.store import Warehouse


def check_officers(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists each officer_id under which two Chinese names, or two full numbers of one scheme, stand.

    A name that another row gives among its other names is no contradiction.
    """
    if any(table.name == "officers" for table in tables):
        warehouse.script("screening.staging", "officer_contradiction")
