"""The matching stage: which records are one company or one person. See docs/matching.md for how a score comes about."""

from __future__ import annotations

import re

import pyarrow as pa

from screening.matching.attributes import link_attributes
from screening.matching.business import watch_business
from screening.matching.companies import PACKAGE, resolve_companies
from screening.matching.company_links import link_companies
from screening.matching.company_watch import watch_companies
from screening.matching.inputs import complete_inputs
from screening.matching.person_links import link_people
from screening.matching.questions import keep_identities
from screening.matching.rulings import rule_companies
from screening.matching.weights import Weights, load_weights
from screening.refdata.placeholders import is_placeholder_identifier
from screening.settings import RunSettings, ThresholdSettings
from screening.warehouse.store import Warehouse, quoted

STAFF_WORDS = r"员工|职工|雇员|报销|备用金|(?i:employee|staff|reimburse)"
"""Words of an account group or category that make a person's vendor record one of expenses, not of business."""


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Writes the tables that screening.contract.internal says matching writes, from the staged tables and dictionaries."""
    thresholds, weights = night.settings.thresholds, load_weights()
    missing = prepare(warehouse, thresholds, weights)
    watch_companies(warehouse)
    warehouse.step("people")
    link_people(warehouse, thresholds, weights)
    warehouse.step("attributes")
    link_attributes(warehouse, thresholds, weights)
    warehouse.step("for later questions")
    keep_identities(warehouse, weights)
    _drop_scratch(warehouse, missing)


def prepare(warehouse: Warehouse, thresholds: ThresholdSettings, weights: Weights) -> tuple[str, ...]:
    """Everything before the comparison of people: companies, parties, watched identities, relevant mentions, shared values.

    Returns:
        The staged tables that were made up because the delivery lacks them.
    """
    missing = complete_inputs(warehouse)
    warehouse.step("companies")
    resolve_companies(warehouse)
    link_companies(warehouse, thresholds, weights.company)
    rule_companies(warehouse, weights)
    warehouse.script(PACKAGE, "party", staff_words=STAFF_WORDS)
    warehouse.script(PACKAGE, "watched")
    watch_business(warehouse)
    warehouse.script(PACKAGE, "relevant")
    warehouse.script(PACKAGE, "said")
    warehouse.script(PACKAGE, "shows", crowd=weights.identifier.crowd)
    warehouse.script(PACKAGE, "watched_shows")
    warehouse.script(PACKAGE, "alike")
    warehouse.put("m_filler", _fillers(warehouse))
    warehouse.script(PACKAGE, "value")
    return missing


def _fillers(warehouse: Warehouse) -> pa.Table:
    """Account numbers on the watched side that nobody was given (000000, 123456)."""
    written = warehouse.rows(
        "select distinct unnest(bank_account) as a from m_watched_source where bank_account is not null order by 1"
    )
    found = sorted({re.sub(r"[^0-9A-Za-z]", "", row["a"]) for row in written if is_placeholder_identifier(row["a"])})
    return pa.table({"value": pa.array(found, pa.string())})


def _drop_scratch(warehouse: Warehouse, missing: tuple[str, ...]) -> None:
    """Frees the tables that only this stage reads."""
    scratch = warehouse.rows(
        "select table_name as name, table_type as kind from information_schema.tables where starts_with(table_name, 'm_')"
        " order by kind desc, name"  # views before what they read
    )
    for row in scratch:
        warehouse.run(f"drop {'view' if row['kind'] == 'VIEW' else 'table'} {quoted(row['name'])}")
    for name in missing:
        warehouse.run(f"drop table {quoted(name)}")
