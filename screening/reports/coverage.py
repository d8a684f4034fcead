"""coverage.json: what was delivered, what was screened and why not, what was pruned."""

from __future__ import annotations

from typing import Any

from screening.contract.internal import std
from screening.contract.tables import TABLES
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

_DATED = ("registry_companies", "appointments", "holdings")


def coverage_of(warehouse: Warehouse, night: RunSettings) -> dict[str, Any]:
    """Counts per table, verdict per rule, pairs considered and pruned, age of the registry extracts.

    Returns:
        A structure of plain JSON values.
    """
    delivered = {row["table_name"]: row for row in warehouse.rows("select * from row_account")}
    counters = warehouse.rows("select name, value from match_count order by name")
    rules = warehouse.rows("select rule_id, screened, why_zh, why_en from rule_coverage order by rule_id")
    return {
        "tables": {name: _table(delivered.get(name)) for name in TABLES},
        "rules": {row.pop("rule_id"): row for row in rules},
        "pairs": {row["name"]: _number(row["value"]) for row in counters},
        "contradictions": _contradictions(warehouse),
        "data_as_of": _ages(warehouse),
        "group_companies_excluded": "group_entities" in delivered,
        "as_of": night.as_of.isoformat(),
    }


def _table(account: dict[str, Any] | None) -> dict[str, Any]:
    if account is None:
        return {"delivered": False}
    counts = {name: account[name] for name in ("read", "staged", "rejected", "duplicate", "excluded", "corrected")}
    return {"delivered": True, "empty": account["read"] == 0, **counts}


def _contradictions(warehouse: Warehouse) -> dict[str, int]:
    """Features in which records of one person contradict each other, by kind and feature; index/ holds the records."""
    if not warehouse.has("match_contradiction"):
        return {}
    rows = warehouse.rows(
        "select kind || '_' || feature as name, count(*) as n from match_contradiction group by 1 order by 1"
    )
    return {row["name"]: row["n"] for row in rows}


def _ages(warehouse: Warehouse) -> dict[str, str | None]:
    """Newest day of data per registry table and of the transactions; null where the table says none."""
    ages: dict[str, str | None] = {}
    for table in _DATED:
        if warehouse.has(std(table)):
            newest = warehouse.one(f"select max(as_of) from {quoted(std(table))}")
            ages[table] = newest.isoformat() if newest is not None else None
    if warehouse.has(std("transactions")):
        newest = warehouse.one(f"select max(transacted_on) from {quoted(std('transactions'))}")
        ages["transactions"] = newest.isoformat() if newest is not None else None
    return ages


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 9)
