"""What this stage reads: staged tables as views `in_<table>`, empty where a table was not delivered.

Each view adds `seen`: the day on which its rows were true, by the contract the row's own `as_of`, else the table's, else the
run's. Queries then need not know which tables there are.
"""

from __future__ import annotations

from datetime import date

from screening.contract.columns import Column, Kind
from screening.contract.internal import std
from screening.contract.tables import MASTERS, TABLES
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

_READ = (
    *("officers", "related_parties", "group_entities", *MASTERS, "registry_companies", "appointments", "holdings"),
    *("transactions", "financing", "gifts", "declarations", "user_accounts", "tips"),
)
_GROUPED = ("officers", "group_entities", *MASTERS)
_STAGE_TABLES = (
    *("company_name", "person_name", "identifier", "watched", "company", "company_mention", "company_link", "party"),
    *("person_link", "company_watch", "attribute_link", "business_watch", "match_count"),
)
_TYPES = {
    Kind.DATE: "DATE",
    Kind.SHARE: "DECIMAL(9,6)",
    Kind.AMOUNT: "DECIMAL(18,2)",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
}


def prepare(warehouse: Warehouse, night: RunSettings) -> None:
    """Makes the views and the macros; tables of earlier stages that are missing become empty ones."""
    for table in _STAGE_TABLES:
        warehouse.create(table)
    for table in _READ:
        seen = night.settings.source(table).as_of or night.as_of
        warehouse.run(f"create or replace temp view {quoted(f'in_{table}')} as {_select(warehouse, table, seen)}")
    warehouse.script(__package__, "macros")


def _select(warehouse: Warehouse, table: str, seen: date) -> str:
    default = f"DATE '{seen.isoformat()}'"
    if not warehouse.has(std(table)):
        return f"select {_empty(table)}, {default} as seen where false"
    own = "as_of_hi" if "as_of" in TABLES[table].names else "null"
    return f"select *, coalesce({own}, {default}) as seen from {quoted(std(table))}"


def _empty(table: str) -> str:
    columns = [(name, kind) for column in TABLES[table].columns for name, kind in _columns(column)]
    columns += [("record_id", "VARCHAR"), ("file", "VARCHAR"), ("row", "BIGINT")]
    if table in _GROUPED and "group_id" not in TABLES[table].names:
        columns.append(("group_id", "VARCHAR"))
    return ", ".join(f"null::{kind} as {quoted(name)}" for name, kind in columns)


def _columns(column: Column) -> list[tuple[str, str]]:
    if column.kind is Kind.DATE:
        return [(column.name, "DATE"), (f"{column.name}_hi", "DATE")]
    kind = _TYPES.get(column.kind, "VARCHAR")
    return [(column.name, f"{kind}[]" if column.kind.many else kind)]
