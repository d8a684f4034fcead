"""Whose counterparties a person is screened against: `group_id` of entities, officers and masters."""

from __future__ import annotations

from collections.abc import Mapping

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.staging.issues import add_issues, key_of
from screening.staging.rows import Account
from screening.warehouse.store import Warehouse

ONLY_GROUP = "G"
"""The group of a delivery that names none."""


def fill_groups(warehouse: Warehouse, tables: list[Table], accounts: Mapping[str, Account]) -> None:
    """Fills `group_id`; rejects the rows whose group cannot be told in a delivery of several groups.

    Entities take their parent's group where they name none; officers and masters that of their `entity_id`.
    """
    names = {table.name for table in tables}
    grouped = [table for table in tables if table.name in {"group_entities", *MASTERS}]
    said = " union ".join(f"select group_id from {std(table.name)} where group_id is not null" for table in grouped)
    groups = [row["group_id"] for row in warehouse.rows(f"select group_id from ({said}) order by 1")] if grouped else []
    if "group_entities" in names:
        warehouse.script("screening.staging", "entity_group")
    else:
        warehouse.run("create or replace temp table s_entity_group (entity_id varchar, group_id varchar)")
    for table in tables:
        if table.name not in {"group_entities", "officers", *MASTERS}:
            continue
        if len(groups) <= 1:
            warehouse.run(
                f"update {std(table.name)} set group_id = $group where group_id is null",
                {"group": (groups or [ONLY_GROUP])[0]},
            )
            continue
        warehouse.run(
            f"update {std(table.name)} as s set group_id = e.group_id from s_entity_group as e"
            " where s.group_id is null and e.entity_id = s.entity_id and e.group_id is not null"
        )
        _reject_unknown(warehouse, table, accounts[table.name])


def _reject_unknown(warehouse: Warehouse, table: Table, account: Account) -> None:
    count: int = warehouse.one(f"select count(*) from {std(table.name)} where group_id is null")
    if not count:
        return
    add_issues(
        warehouse,
        f"""
        select '{table.name}' as table_name, "row", {key_of(table)} as key, 'group_unknown' as check_id, 'error' as severity,
            'entity_id' as column_name,
            '交付中有多个集团，而该行的公司编码为空或不在集团公司表中，无法确定所属集团，该行未采用。请补齐公司编码。' as message_zh,
            'The delivery holds several groups and this row names no entity that belongs to one, so it was rejected.'
                || ' Fill in entity_id.' as message_en
        from {std(table.name)} where group_id is null
        """,
    )
    account.rejected += count
    warehouse.run(f"delete from {std(table.name)} where group_id is null")
