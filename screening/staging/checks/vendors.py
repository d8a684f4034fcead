"""Master records that are probably one counterparty, accounts of several, and accounts that approve what they created."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.warehouse.store import Warehouse


def check_vendors(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists duplicate_vendor, bank_account_shared and, with transactions, creator_approves."""
    masters = [std(table.name) for table in tables if table.name in MASTERS]
    if not masters:
        return
    records = " union all ".join(
        f"select '{name.removeprefix('std_')}' as table_name, record_id, \"row\", group_id, party_id, name, uscc, bank_account, created_by,"
        f" party_kind from {name}"
        for name in masters
    )
    warehouse.run(f"create or replace temp view s_master as {records}")
    for check in ("vendor", "duplicate_vendor", "bank_account_shared"):
        warehouse.script("screening.staging", check)
    if any(table.name == "transactions" for table in tables):
        warehouse.script("screening.staging", "creator_approves")
