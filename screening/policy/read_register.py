"""Reads the declaration register and the register of approvals as they stood on the as-of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.contract.internal import std
from screening.policy.declarations import Register
from screening.policy.facts import DeclaredItem
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted


@dataclass(frozen=True, slots=True)
class NilReturn:
    """A signed form that declared nothing."""

    declaration_id: str
    submitted_on: date


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """Both registers.

    Attributes:
        items: declared items by officer, the earliest first.
        nil_returns: by officer, the earliest first.
        resolutions: (officer_id, company_id) on which a board resolution is recorded.
        approvals_delivered: whether there is a register of approvals to look into.
    """

    register: Register
    items: Mapping[str, Sequence[DeclaredItem]]
    nil_returns: Mapping[str, Sequence[NilReturn]]
    resolutions: frozenset[tuple[str, str]]
    approvals_delivered: bool


def read_register(warehouse: Warehouse, night: RunSettings) -> RegisterFacts:
    """Everything that was on file by the as-of date."""
    items = _read_items(warehouse, night.as_of)
    editions = frozenset(item.form_version for of_one in items.values() for item in of_one if item.item == "position")
    return RegisterFacts(
        register=Register(has_rows(warehouse, "declarations"), night.settings.policy.register_from, editions),
        items=items,
        nil_returns=_read_nil_returns(warehouse, night.as_of),
        resolutions=_read_resolutions(warehouse, night.as_of),
        approvals_delivered=has_rows(warehouse, "approvals"),
    )


def has_rows(warehouse: Warehouse, table: str) -> bool:
    """Whether a table of the contract was delivered with usable rows."""
    return warehouse.has(std(table)) and bool(warehouse.one(f"select count(*) from {quoted(std(table))}"))


def _read_items(warehouse: Warehouse, as_of: date) -> dict[str, list[DeclaredItem]]:
    """Signed items submitted up to the as-of date; what happened to them later is not known yet.

    Clocks that run against the officer start on the last day that a bare month or year can mean.
    """
    found: dict[str, list[DeclaredItem]] = defaultdict(list)
    if not warehouse.has(std("declarations")):
        return found
    rows = warehouse.rows(
        """
        select item.declaration_id, item.officer_id, item.party_clusters, item.company_id, item.other_ids, item.related_ids,
               item.names_relative, item.contradicted_ids, item.unstated_ids, form.kind, form.item, form.submitted_on,
               form.aware_on_hi as aware_on, form.share_pct,
               case when form.decided_on > $as_of then 'pending' else form.decision end as decision,
               form.cure_days, form.form_version,
               case when form.cured_on <= $as_of then form.cured_on end as cured_on,
               case when form.withdrawn_on <= $as_of then form.withdrawn_on end as withdrawn_on,
               case when form.feedback_on <= $as_of then form.feedback_on_hi end as feedback_on
        from declared_item as item
        inner join std_declarations as form using (record_id)
        where form.signed is distinct from false and form.nil_return is distinct from true
          and form.submitted_on <= $as_of
        order by form.submitted_on, item.declaration_id, item.record_id
        """,
        {"as_of": as_of},
    )
    for row in rows:
        row["parties"] = frozenset(row.pop("party_clusters") or ())
        for name in ("other_ids", "related_ids", "contradicted_ids", "unstated_ids"):
            row[name] = frozenset(row[name] or ())
        row["names_relative"] = row["names_relative"] is True
        found[row["officer_id"]].append(DeclaredItem(**row))
    return found


def _read_nil_returns(warehouse: Warehouse, as_of: date) -> dict[str, list[NilReturn]]:
    found: dict[str, list[NilReturn]] = defaultdict(list)
    if not warehouse.has(std("declarations")):
        return found
    rows = warehouse.rows(
        """
        select officer_id, declaration_id, submitted_on from std_declarations
        where nil_return and signed is distinct from false and submitted_on <= $as_of
        order by officer_id, submitted_on, declaration_id
        """,
        {"as_of": as_of},
    )
    for row in rows:
        found[row["officer_id"]].append(NilReturn(row["declaration_id"], row["submitted_on"]))
    return found


def _read_resolutions(warehouse: Warehouse, as_of: date) -> frozenset[tuple[str, str]]:
    if not has_rows(warehouse, "approvals"):
        return frozenset()
    rows = warehouse.rows(
        """
        select distinct approval.officer_id, mention.company_id
        from std_approvals as approval
        inner join company_mention as mention
            on mention.table_name = 'approvals' and mention.record_id = approval.record_id
        where approval.kind = 'board_resolution' and approval.dated_on <= $as_of
        """,
        {"as_of": as_of},
    )
    return frozenset((row["officer_id"], row["company_id"]) for row in rows)
