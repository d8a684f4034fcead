"""What the stage reads: every table of the contract, empty where the delivery has none, so that no query asks first."""

from __future__ import annotations

from screening.contract.columns import Column, Kind
from screening.contract.internal import STAGE_TABLES, std
from screening.contract.tables import TABLES
from screening.warehouse.store import Warehouse, quoted

_TYPES = {
    Kind.DATE: "DATE",
    Kind.SHARE: "DECIMAL(9,6)",
    Kind.AMOUNT: "DECIMAL(18,2)",
    Kind.INTEGER: "BIGINT",
    Kind.BOOLEAN: "BOOLEAN",
}
_OWN = tuple(table.name for table in STAGE_TABLES.values() if table.writer == "matching")


def complete_inputs(warehouse: Warehouse) -> tuple[str, ...]:
    """Creates the staged tables that are missing, and this stage's own tables, empty.

    Returns:
        The staged tables that had to be made up; the caller drops them, for other stages ask which tables were delivered.
    """
    missing = tuple(std(name) for name in TABLES if not warehouse.has(std(name)))
    for name, table in TABLES.items():
        if std(name) in missing:
            columns = [part for column in table.columns for part in _typed(column)]
            columns += ["record_id VARCHAR", "file VARCHAR", '"row" BIGINT']
            if "group_id" not in table.names:
                columns.append("group_id VARCHAR")
            warehouse.run(f"create temp table {quoted(std(name))} ({', '.join(columns)})")
    for made_before in (
        "person_name",
        "several_people",
        "company_name",
        "identifier",
        "phone",
        "address",
        "identity_ruling",
    ):
        warehouse.create(made_before)
    for name in _OWN:
        warehouse.create(name)
        warehouse.run(f"delete from {quoted(name)}")
    return missing


def _typed(column: Column) -> tuple[str, ...]:
    """The staged columns of a delivered one."""
    name = quoted(column.name)
    if column.kind is Kind.DATE:
        return (f"{name} DATE", f"{quoted(column.name + '_hi')} DATE")
    kind = _TYPES.get(column.kind, "VARCHAR")
    return (f"{name} {kind}[]" if column.kind.many else f"{name} {kind}",)
