"""References that lead nowhere, intervals that end before they begin, and days that have not come yet."""

from __future__ import annotations

from datetime import date

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.staging.issues import add_issues, key_of, text
from screening.warehouse.store import Warehouse, quoted

_INTERVALS = (("valid_from", "valid_to"), ("term_start", "term_end"), ("dealing_from", "dealing_to"))
_PAST = frozenset({
    "birth_date", "founded_on", "created_on", "transacted_on", "submitted_on", "aware_on", "decided_on", "cured_on", "withdrawn_on",
    "received_on", "feedback_on", "archived_on", "occurred_on", "handed_in_on",
})  # fmt: skip


def check_references(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists unknown officers and entities per record, unknown counterparties of transactions once."""
    names = {table.name for table in tables}
    for table in tables:
        if table.name != "officers" and "officer_id" in table.names:
            _list_unknown(
                warehouse,
                table,
                "officer_id",
                "std_officers",
                ("人员编号不在董监高名册中", "The officer_id is not in officers"),
            )
        if table.name in {"officers", *MASTERS} and "group_entities" in names:
            _list_unknown(
                warehouse,
                table,
                "entity_id",
                "std_group_entities",
                ("公司编码不在集团公司表中", "The entity_id is not in group_entities"),
            )
    masters = [name for name in MASTERS if name in names]
    if "transactions" in names and masters:
        _count_unknown_parties(warehouse, masters)


def check_intervals(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists records whose interval certainly ends before it begins."""
    for table in tables:
        for begin, end in _INTERVALS:
            if {begin, end} <= set(table.names):
                add_issues(
                    warehouse,
                    f"""
                    select '{table.name}' as table_name, "row", {key_of(table)} as key, 'interval_reversed' as check_id,
                        'warning' as severity, '{begin}, {end}' as column_name,
                        '结束日期早于开始日期。请核对这两列。' as message_zh,
                        'The interval ends before it begins. Check both dates.' as message_en
                    from {std(table.name)} where {end}_hi < {begin}
                    """,
                )


def check_future(warehouse: Warehouse, tables: list[Table], as_of: date) -> None:
    """Lists records of past events that are dated after the as-of date."""
    for table in tables:
        columns = [name for name in table.names if name in _PAST]
        if not columns:
            continue
        named = ", ".join(f"case when {name} > $as_of then '{name}' end" for name in columns)
        warehouse.run(
            f"""
            insert into issue by name
            select '{table.name}' as table_name, "row", {key_of(table)} as key, 'date_in_future' as check_id,
                'warning' as severity, concat_ws(', ', {named}) as column_name,
                '该日期晚于截止日，不可能已经发生。请核对年份。' as message_zh,
                'The day lies after the as-of date and cannot have come yet. Check the year.' as message_en
            from {std(table.name)} where {" or ".join(f"{name} > $as_of" for name in columns)}
            """,
            {"as_of": as_of},
        )


def _list_unknown(warehouse: Warehouse, table: Table, column: str, known: str, what: tuple[str, str]) -> None:
    add_issues(
        warehouse,
        f"""
        select '{table.name}' as table_name, "row", {key_of(table)} as key, 'unknown_{column.removesuffix("_id")}' as check_id,
            'warning' as severity, '{column}' as column_name,
            {text(what[0] + "，该行无法与之关联。请核对编码。")} as message_zh,
            {text(what[1] + ", so the row cannot be tied to it. Check the code.")} as message_en
        from {std(table.name)} as s
        where {quoted(column)} is not null and not exists (select 1 from {known} as k where k.{column} = s.{column})
        """,
    )


def _count_unknown_parties(warehouse: Warehouse, masters: list[str]) -> None:
    known = " union ".join(f"select party_id from {std(name)}" for name in masters)
    add_issues(
        warehouse,
        f"""
        select 'transactions' as table_name, null::bigint as "row", null::varchar as key, 'unknown_party' as check_id,
            'warning' as severity, 'party_id' as column_name,
            count(*) || ' 笔业务的往来方编码（' || count(distinct party_id) || ' 个）不在所交付的主数据中，只能按名称关联。请核对主数据是否完整。'
                as message_zh,
            count(*) || ' transactions name counterparties (' || count(distinct party_id)
                || ' codes) that are in no delivered master; they can be tied by name only. Check that the masters are complete.' as message_en
        from std_transactions
        where party_id is not null and party_id not in ({known})
        having count(*) > 0
        """,
    )
