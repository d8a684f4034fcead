"""From resolved identities to ties between watched people and counterparties; see docs/relationships.md."""

from __future__ import annotations

import pyarrow as pa

from screening.refdata.calendar import months_later
from screening.refdata.positions import post_kind
from screening.relationships.businesses import business_ties, declared_activities, forget, split
from screening.relationships.declared import write_declared_items
from screening.relationships.facts import fact_ties, register_ties
from screening.relationships.graph import load_entities, load_graph
from screening.relationships.holdings import holding_ties
from screening.relationships.inputs import prepare
from screening.relationships.kinship import write_kin
from screening.relationships.members import load_units, load_watched
from screening.relationships.person_shareholders import person_shareholder_ties
from screening.relationships.shareholders import load_shareholdings, shareholder_ties
from screening.relationships.ties import Tie, distinct
from screening.relationships.tips import tip_ties
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

__all__ = ["run"]


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Writes kin, tie, dealing and declared_item from the staged tables and those of matching."""
    prepare(warehouse, night)
    for table in ("kin", "tie", "dealing", "declared_item"):
        warehouse.create(table)
    write_kin(warehouse, night.as_of)
    entities = load_entities(warehouse)
    warehouse.script(__package__, "parties")
    warehouse.put("rel_post_kind", _post_kinds(warehouse))
    for name in ("facts", "registers", "stakes", "graph"):
        warehouse.script(__package__, name)
    warehouse.step("股权穿透 / ownership")
    policy = night.settings.policy
    people = load_watched(warehouse)
    graph = load_graph(warehouse, entities)
    ties: list[Tie] = [*fact_ties(warehouse, people), *register_ties(warehouse, people.values())]
    ties += holding_ties(load_units(warehouse, graph, people), graph, night.as_of, float(policy.stake_exemption_pct))
    since = months_later(night.as_of, -policy.dealing_look_back_months)
    ties += shareholder_ties(load_shareholdings(warehouse, night.as_of, since), graph, night.as_of)
    ties += person_shareholder_ties(warehouse, night.as_of, since)
    ties, businesses = split(ties)
    ties += business_ties(warehouse, businesses)
    forget(warehouse)
    warehouse.script(__package__, "dealing")
    write_declared_items(warehouse)
    ties += [*declared_activities(warehouse, night.as_of), *tip_ties(warehouse, night.as_of)]
    _write_ties(warehouse, distinct(ties), night.settings.thresholds.tier_c)
    _drop_scratch(warehouse)


def _write_ties(warehouse: Warehouse, ties: list[Tie], least: float) -> None:
    """Writes the ties; leads whose links together are less likely than a lead may be are only counted."""
    kept = [tie for tie in ties if tie.link.established or tie.link.score >= least]
    warehouse.append("tie", (tie.row() for tie in kept))
    warehouse.append("match_count", [{"name": "ties_below_threshold", "value": float(len(ties) - len(kept))}])


def _post_kinds(warehouse: Warehouse) -> pa.Table:
    """The kind of every distinct role in the registry."""
    roles = [row["role"] for row in warehouse.rows("select distinct role from in_appointments order by role")]
    return pa.table(
        {"role": pa.array(roles, pa.string()), "kind": pa.array([post_kind(role) for role in roles], pa.string())}
    )


def _drop_scratch(warehouse: Warehouse) -> None:
    """Frees what only this stage reads."""
    scratch = warehouse.rows(
        "select table_name, table_type from information_schema.tables "
        "where starts_with(table_name, 'rel_') or (starts_with(table_name, 'in_') and table_type = 'VIEW')"
    )
    for row in sorted(scratch, key=lambda row: row["table_type"] != "VIEW"):
        kind = "view" if row["table_type"] == "VIEW" else "table"
        warehouse.run(f"drop {kind} {quoted(row['table_name'])}")
