"""Reads what the calendar needs beside the facts of the rules: terms of office, annual forms, notices, dated deals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.contract.internal import std
from screening.policy.duties.annual import AnnualForm, Term
from screening.policy.duties.notices import Deal
from screening.policy.read_register import has_rows
from screening.policy.scope import standing_of
from screening.refdata.calendar import WorkingCalendar, months_later
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, load_sql

CalendarOf = Callable[[str, str | None], WorkingCalendar]
"""Group and entity -> the working days of the place."""


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What the calendar knows, by officer unless said otherwise.

    Attributes:
        deals: by tie.
        notices: days of notices of related transactions, by officer and company.
        register_ends: the register was kept up to this day.
    """

    terms: Mapping[str, Sequence[Term]]
    forms: Mapping[str, Sequence[AnnualForm]]
    deals: Mapping[str, Sequence[Deal]]
    notices: Mapping[tuple[str, str], Sequence[date]]
    register_ends: date


def read_calendar(warehouse: Warehouse, night: RunSettings, calendar_of: CalendarOf) -> CalendarFacts:
    """Everything that was on file by the as-of date; to be read after the clocks of the rules were laid."""
    return CalendarFacts(
        terms=_read_terms(warehouse, night, calendar_of),
        forms=_read_forms(warehouse, night.as_of),
        deals=_read_deals(warehouse, night),
        notices=_read_notices(warehouse, night.as_of),
        register_ends=min(night.settings.source("declarations").as_of or night.as_of, night.as_of),
    )


def _read_terms(warehouse: Warehouse, night: RunSettings, calendar_of: CalendarOf) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    on_file = night.settings.source("officers").as_of or night.as_of
    for row in warehouse.rows(load_sql("screening.policy", "calendar_terms"), {"on_file": on_file}):
        place = calendar_of(row.pop("group_id"), row["entity_id"])
        standing = standing_of(row.pop("position_class"), night.settings.policy)
        found[row.pop("officer_id")].append(Term(**row, standing=standing, calendar=place))
    return found


def _read_forms(warehouse: Warehouse, as_of: date) -> dict[str, list[AnnualForm]]:
    """Annual forms; several items of one form share its day. One that was withdrawn, or is not signed, was not filed."""
    found: dict[str, list[AnnualForm]] = defaultdict(list)
    if not warehouse.has(std("declarations")):
        return found
    rows = warehouse.rows(
        """
        select officer_id, declaration_id, submitted_on,
               signed is distinct from false and coalesce(withdrawn_on > $as_of, true) as counts
        from std_declarations
        where kind = 'annual' and submitted_on <= $as_of
        order by officer_id, submitted_on, declaration_id, record_id
        """,
        {"as_of": as_of},
    )
    for row in rows:
        found[row.pop("officer_id")].append(AnnualForm(**row))
    return found


def _read_deals(warehouse: Warehouse, night: RunSettings) -> dict[str, list[Deal]]:
    found: dict[str, list[Deal]] = defaultdict(list)
    if not has_rows(warehouse, "transactions") or not has_rows(warehouse, "approvals"):
        return found
    since = months_later(night.as_of, -night.settings.policy.dealing_look_back_months)
    rows = warehouse.rows(load_sql("screening.policy", "calendar_deals"), {"as_of": night.as_of, "since": since})
    for row in rows:
        found[row.pop("tie_id")].append(Deal(**row))
    return found


def _read_notices(warehouse: Warehouse, as_of: date) -> dict[tuple[str, str], list[date]]:
    found: dict[tuple[str, str], list[date]] = defaultdict(list)
    if not has_rows(warehouse, "approvals"):
        return found
    rows = warehouse.rows(
        """
        select approval.officer_id, mention.company_id, approval.dated_on
        from std_approvals as approval
        inner join company_mention as mention
            on mention.table_name = 'approvals' and mention.record_id = approval.record_id
        where approval.kind = 'rpt_notice' and approval.dated_on <= $as_of
        order by approval.officer_id, mention.company_id, approval.dated_on
        """,
        {"as_of": as_of},
    )
    for row in rows:
        found[row["officer_id"], row["company_id"]].append(row["dated_on"])
    return found
