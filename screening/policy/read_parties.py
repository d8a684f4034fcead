"""Reads the counterparties that somebody is tied to with what was dealt with them, and the companies of the group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from screening.contract.internal import std
from screening.policy.facts import BASES, Entity, Exposure, Party
from screening.policy.regimes import Regimes
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, load_sql

Row = Mapping[str, Any]


def read_parties(warehouse: Warehouse, as_of: date, since: date) -> dict[str, Party]:
    """Counterparties that somebody is tied to, those in no master by what their ties say."""
    sums = {
        _key(row): row for row in warehouse.rows(load_sql(__package__, "exposure"), {"as_of": as_of, "since": since})
    }
    rows = warehouse.rows(
        """
        select group_id, party_table, party_id, party_cluster, company_id, name, is_financial_institution
        from party
        where excluded_as is null
          and (group_id, party_table, party_id) in (select (group_id, party_table, party_id) from tie)
        """
    )
    elsewhere = warehouse.rows(
        """
        select group_id, party_table, party_id, min(company_id) as company_id, min(party_name) as name
        from tie where party_table is null group by group_id, party_table, party_id
        """
    )
    unlisted = {
        _key(row): Party(row["party_id"], row["company_id"], row["name"], None, None, None) for row in elsewhere
    }
    return unlisted | {
        _key(row): Party(
            cluster=row["party_cluster"],
            company_id=row["company_id"],
            name=row["name"],
            is_financial_institution=row["is_financial_institution"],
            basis=BASES[sums[_key(row)]["basis_rank"]] if _key(row) in sums else None,
            exposure=_exposure(sums.get(_key(row))),
        )
        for row in rows
    }


def _key(row: Row) -> str:
    return f"{row['party_table']}/{row['group_id']}/{row['party_id']}"


def _exposure(row: Row | None) -> Exposure | None:
    if row is None or not row["amounts"]:
        return None
    return Exposure(row["document"], tuple((each["currency"], each["amount"]) for each in row["amounts"]))


def read_entities(warehouse: Warehouse, night: RunSettings, regimes: Regimes) -> dict[str, dict[str, Entity]]:
    """Group entities; the jurisdiction of the calendar settings wins over the delivered one."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    if not warehouse.has(std("group_entities")):
        return found
    above = {
        (row["group_id"], row["entity_id"]): row["codes"]
        for row in warehouse.rows(
            """
            with recursive below as (
                select group_id, parent_entity_id as entity_id, entity_id as child, listed_code from std_group_entities
                where parent_entity_id is not null
                union
                select below.group_id, entity.parent_entity_id, below.child, below.listed_code
                from below
                join std_group_entities as entity on entity.group_id = below.group_id and entity.entity_id = below.entity_id
                where entity.parent_entity_id is not null
            )
            select group_id, entity_id, list(listed_code order by listed_code) as codes from below group by group_id, entity_id
            """
        )
    }
    rows = warehouse.rows(
        """
        select group_id, entity_id, max(upper(jurisdiction)) as jurisdiction, list(listed_code order by listed_code) as codes
        from std_group_entities
        group by group_id, entity_id
        """
    )
    for row in rows:
        configured = night.settings.calendar.jurisdiction.get(row["entity_id"])
        found[row["group_id"]][row["entity_id"]] = Entity(
            row["entity_id"],
            configured or row["jurisdiction"] or "CN",
            any(regimes.is_a_share(code) for code in row["codes"]),
            any(regimes.is_a_share(code) for code in above.get((row["group_id"], row["entity_id"]), ())),
        )
    return found
