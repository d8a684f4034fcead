"""Checks of staged records against each other and against the dictionaries. Each adds rows to `issue`, one per record."""

from __future__ import annotations

from datetime import date

from screening.contract.columns import Table
from screening.staging.checks.numbers import check_numbers, check_phones
from screening.staging.checks.people import check_implied, check_officers
from screening.staging.checks.references import check_future, check_intervals, check_references
from screening.staging.checks.shares import check_share_sums
from screening.staging.checks.vendors import check_vendors
from screening.staging.checks.words import check_words
from screening.warehouse.store import Warehouse


def check_records(warehouse: Warehouse, tables: list[Table], as_of: date) -> None:
    """Performs every check on the delivered tables."""
    check_numbers(warehouse, tables)
    check_phones(warehouse, tables)
    check_officers(warehouse, tables)
    check_implied(warehouse, tables)
    check_vendors(warehouse, tables)
    check_references(warehouse, tables)
    check_intervals(warehouse, tables)
    check_future(warehouse, tables, as_of)
    check_share_sums(warehouse, tables)
    check_words(warehouse, tables)
