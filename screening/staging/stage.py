"""The staging stage in order: read cells, judge rows, fill what follows from other tables, write dictionaries, check."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.contract.tables import TABLES
from screening.settings import RunSettings
from screening.staging.amendments import apply_corrections, apply_exclusions
from screening.staging.checks import check_records
from screening.staging.defaults import fill_defaults
from screening.staging.dictionaries import write_dictionaries
from screening.staging.groups import fill_groups
from screening.staging.holder_kinds import doubt_holder_kinds, settle_holder_kinds
from screening.staging.privacy import drop_unlawful, withhold_tips
from screening.staging.rows import Account, drop_duplicates, finish_account, reject_rows
from screening.staging.stated_names import read_stated_names
from screening.staging.stated_people import read_stated_people
from screening.staging.stated_phones import read_stated_phones
from screening.staging.typed_numbers import mask_names
from screening.staging.typed_rows import name_rows, read_odd_cells, type_table
from screening.warehouse.store import Warehouse

_AMENDMENTS = ("corrections", "exclusions")  # staged first: they change what the other tables say


def stage_delivery(warehouse: Warehouse, night: RunSettings) -> None:
    """Performs the stage; see `screening.staging.run`."""
    delivered = {row["table_name"] for row in warehouse.rows("select distinct table_name from delivered")}
    tables = [table for name, table in TABLES.items() if name in delivered]
    first = [table for table in tables if table.name in _AMENDMENTS]
    rest = [table for table in tables if table.name not in _AMENDMENTS]
    warehouse.create("issue")
    warehouse.create("row_account")
    accounts = {table.name: _open_account(warehouse, table) for table in tables}

    for table in tables:
        name_rows(warehouse, table)
    _stage(warehouse, first, accounts, night)
    apply_corrections(warehouse, rest, accounts, night.as_of)
    _stage(warehouse, rest, accounts, night)
    apply_exclusions(warehouse, rest, accounts, night.as_of)
    for table in rest:
        reject_rows(warehouse, table, accounts[table.name])
    fill_groups(warehouse, tables, accounts)
    for table in tables:
        finish_account(warehouse, table, accounts[table.name], night.settings.limits.max_rejected_pct)

    withhold_tips(warehouse, tables)
    read_stated_phones(warehouse, tables)
    drop_unlawful(warehouse, tables)  # a phone typed beside the name is dropped with the others
    read_stated_names(warehouse, tables)
    mask_names(warehouse, tables)
    doubt_holder_kinds(warehouse, tables)
    write_dictionaries(warehouse, tables)
    read_stated_people(warehouse, tables)
    fill_defaults(warehouse, tables)
    settle_holder_kinds(warehouse, tables)
    check_records(warehouse, tables, night.as_of)


def _open_account(warehouse: Warehouse, table: Table) -> Account:
    """Rows that the reader could not cut into fields were read, and are rejected."""
    read = warehouse.one("select sum(rows)::bigint from delivered where table_name = $table", {"table": table.name})
    return Account(read=read, rejected=read - warehouse.one(f"select count(*) from raw_{table.name}"))


def _stage(warehouse: Warehouse, tables: list[Table], accounts: dict[str, Account], night: RunSettings) -> None:
    """Types the cells of every table and drops duplicate rows."""
    odd = read_odd_cells(warehouse, tables, night.settings)
    for table in tables:
        warehouse.step(f"staging {table.name}")
        type_table(warehouse, table, night.settings.source(table.name), odd)
        drop_duplicates(warehouse, table, accounts[table.name])
        if table.name in _AMENDMENTS:
            reject_rows(warehouse, table, accounts[table.name])
