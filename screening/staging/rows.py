"""Judges the rows of `std_<table>`: duplicates, rows with unusable required cells; and keeps the account of all rows."""

from __future__ import annotations

from dataclasses import dataclass

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.errors import DeliveryRejected
from screening.staging.issues import add_issues, key_of, list_malformed, list_rejected, text
from screening.staging.typed_rows import MALFORMED, MISSING
from screening.warehouse.store import Warehouse


@dataclass(slots=True)
class Account:
    """What became of the rows of one table; `read` is the sum of the other four but `corrected`."""

    read: int
    rejected: int
    staged: int = 0
    duplicate: int = 0
    excluded: int = 0
    corrected: int = 0


def drop_duplicates(warehouse: Warehouse, table: Table, account: Account) -> None:
    """Keeps one of the rows that are equal in every column, the first in the file."""
    name = std(table.name)
    account.duplicate = warehouse.one(f"select count(*) - count(distinct record_id) from {name}")
    if not account.duplicate:
        return
    warehouse.run(f"""
        create or replace temp table s_twin as
        select record_id, min({{'file': file, 'row': "row"}}) as kept, count(*) - 1 as copies
        from {name} group by record_id having count(*) > 1
    """)
    add_issues(
        warehouse,
        f"""
        select '{table.name}' as table_name, kept."row", {key_of(table, "s")} as key, 'duplicate_row' as check_id, 'info' as severity,
            null as column_name,
            '该行与另外 ' || copies || ' 行的所有列完全相同，只采用一行。' as message_zh,
            copies || ' more rows are equal to this one in every column; one of them is used.' as message_en
        from s_twin as twin join {name} as s on s.record_id = twin.record_id and s.file = kept.file and s."row" = kept."row"
        """,
    )
    warehouse.run(f"""
        delete from {name} using s_twin as twin
        where {name}.record_id = twin.record_id and ({name}.file <> kept.file or {name}."row" <> kept."row")
    """)


def reject_rows(warehouse: Warehouse, table: Table, account: Account) -> None:
    """Removes and lists rows with an empty or malformed required cell; lists the other malformed cells."""
    required = ", ".join(text(name) for name in table.required)
    rejected = f"(len({MISSING}) > 0 or len(list_filter({MALFORMED}, lambda c: c in ({required}))) > 0)"
    if not warehouse.one(f"select count({MISSING}) + count({MALFORMED}) from {std(table.name)}"):
        return
    list_rejected(warehouse, table, rejected)
    account.rejected += warehouse.one(f"select count(*) from {std(table.name)} where {rejected}")
    warehouse.run(f"delete from {std(table.name)} where {rejected}")
    list_malformed(warehouse, table)


def finish_account(warehouse: Warehouse, table: Table, account: Account, max_rejected_pct: float) -> None:
    """Drops what only judging needed, writes the table's row of `row_account`, and refuses a delivery with too many rejects.

    Raises:
        DeliveryRejected: more than `max_rejected_pct` percent of the rows read were rejected.
    """
    for column in (MALFORMED, MISSING):
        warehouse.run(f"alter table {std(table.name)} drop column {column}")
    account.staged = warehouse.one(f"select count(*) from {std(table.name)}")
    warehouse.append(
        "row_account",
        [{"table_name": table.name} | {name: getattr(account, name) for name in Account.__dataclass_fields__}],
    )
    if account.rejected * 100 > max_rejected_pct * account.read:
        raise _too_many(warehouse, table, account, max_rejected_pct)


def _too_many(warehouse: Warehouse, table: Table, account: Account, limit: float) -> DeliveryRejected:
    reasons = warehouse.rows(
        'select check_id, column_name, count(*) as n, min("row") as first from issue'
        " where table_name = $table and severity = 'error' and check_id in"
        " ('required_cell_empty', 'required_cell_malformed', 'wrong_number_of_fields', 'group_unknown')"
        " group by all order by n desc, check_id, column_name limit 1",
        {"table": table.name},
    )
    zh, en = "", ""
    if reasons:
        first = reasons[0]
        reason_zh, reason_en = _REASONS[first["check_id"]]
        column = first["column_name"]
        zh = f"最常见的原因：{reason_zh}{f'（列 {column}）' if column else ''}，{first['n']} 行，首见于第 {first['first']} 行。"
        en = f" Most often {reason_en}{f' (column {column})' if column else ''}: {first['n']} rows, first in row {first['first']}."
    return DeliveryRejected(
        f"表 {table.name}（{table.zh}）的 {account.read} 行中有 {account.rejected} 行无法采用，超过上限 {limit:g}%。{zh}"
        "请更正后重新交付，或调整 [limits] max_rejected_pct。",
        f"Table {table.name} ({table.zh}): {account.rejected} of {account.read} rows could not be used, more than {limit:g} %.{en}"
        " Correct the file and deliver it again, or change [limits] max_rejected_pct.",
        "too_many_rejected",
    )


_REASONS = {
    "required_cell_empty": ("必填列为空", "a required cell is empty"),
    "required_cell_malformed": ("必填列的内容无法识别", "a required cell cannot be read"),
    "wrong_number_of_fields": ("字段数与表头不符", "the number of fields is not that of the header"),
    "group_unknown": ("无法确定所属集团", "the group cannot be told"),
}
