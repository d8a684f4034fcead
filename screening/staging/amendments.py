"""Corrections and exclusions: amendments that people deliver as data. Each is applied, counted and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.contract.tables import TABLES
from screening.refdata.text import fold_text
from screening.staging.issues import add_issues, key_of, text
from screening.staging.rows import Account
from screening.staging.typed_rows import cell_table, name_rows
from screening.warehouse.store import Warehouse, quoted


@dataclass(frozen=True, slots=True)
class Amendment:
    """One row of `corrections` or `exclusions` that is in force.

    Attributes:
        target: the table it speaks of.
        key: of the record, as people write it.
        column: of the corrected cell; empty for an exclusion.
        value: what the cell should hold.
    """

    target: Table
    key: str
    column: str = ""
    value: str = ""


def apply_corrections(warehouse: Warehouse, tables: list[Table], accounts: Mapping[str, Account], as_of: date) -> None:
    """Replaces delivered cells before they are read. `s_cell_<table>` of every corrected table is made anew."""
    amendments = list(_in_force(warehouse, "corrections", {table.name for table in tables}, as_of))
    by_table: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for amendment in amendments:
        by_table[amendment.target.name][amendment.column][amendment.key].add(amendment.value)
    for name, columns in sorted(by_table.items()):
        table = TABLES[name]
        rows: list[dict[str, str | None]] = [
            {"key": key, "column_name": column, "value": min(values)}
            for column, keys in sorted(columns.items())
            for key, values in sorted(keys.items())
            if len(values) == 1 or _contradictory(warehouse, table, key, column)
        ]
        _put(warehouse, rows)
        _list_unmatched(warehouse, "corrections", table, cell_table(table))
        accounts[name].corrected = _replace_cells(warehouse, table, sorted(columns))


def apply_exclusions(warehouse: Warehouse, tables: list[Table], accounts: Mapping[str, Account], as_of: date) -> None:
    """Removes the records that were excluded."""
    by_table: dict[str, set[str]] = defaultdict(set)
    for amendment in _in_force(warehouse, "exclusions", {table.name for table in tables}, as_of):
        by_table[amendment.target.name].add(amendment.key)
    for name, keys in sorted(by_table.items()):
        table, staged = TABLES[name], std(name)
        _put(warehouse, [{"key": key, "column_name": None, "value": None} for key in sorted(keys)])
        _list_unmatched(warehouse, "exclusions", table, staged)
        matched = f"{_comparable(key_of(table))} in (select {_comparable('key')} from s_amendment)"
        add_issues(
            warehouse,
            f"""
            select '{name}' as table_name, "row", {key_of(table)} as key, 'row_excluded' as check_id, 'info' as severity,
                null as column_name, '该记录已按排除清单剔除。' as message_zh,
                'The record was left out as the list of exclusions asks.' as message_en
            from {staged} where {matched}
            """,
        )
        accounts[name].excluded = warehouse.one(f"select count(*) from {staged} where {matched}")
        warehouse.run(f"delete from {staged} where {matched}")


def _in_force(warehouse: Warehouse, kind: str, delivered: set[str], as_of: date) -> Iterator[Amendment]:
    """The amendments of one table that still hold on the as-of date, those that cannot be understood being listed."""
    if not warehouse.has(std(kind)):
        return
    for row in warehouse.rows(f'select * from {std(kind)} order by "table", key, record_id'):
        until = row["until_hi"]
        if until is not None and until < as_of:
            _list(warehouse, kind, row, "amendment_expired", "info", "until", ("已过有效期，未采用", "it has expired"))
            continue
        target = _TABLE_NAMES.get(fold_text(row["table"]))
        if target is None or target.name not in delivered:
            _list(
                warehouse,
                kind,
                row,
                "amendment_without_record",
                "warning",
                "table",
                ("所指的表未交付", "no such table was delivered"),
            )
            continue
        column = "" if kind == "exclusions" else _column(target, row["column"])
        if column is None:
            _list(
                warehouse,
                kind,
                row,
                "amendment_without_record",
                "warning",
                "column",
                ("所指的列不存在", "there is no such column"),
            )
            continue
        yield Amendment(target, row["key"], column, row.get("value") or "")


def _column(table: Table, written: str) -> str | None:
    wanted = fold_text(written)
    return next((c.name for c in table.columns if wanted in (fold_text(c.name), fold_text(c.zh))), None)


_TABLE_NAMES = {fold_text(name): table for table in TABLES.values() for name in (table.name, table.zh)}


def _put(warehouse: Warehouse, rows: list[dict[str, str | None]]) -> None:
    names = ("key", "column_name", "value")
    warehouse.put("s_amendment", pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in names}))


def _comparable(key: str) -> str:
    """SQL: a key without spaces and with half-width punctuation, the way people's keys are compared."""
    return f"regexp_replace(translate({key}, '（），；：', '(),;:'), '\\s', '', 'g')"


def _replace_cells(warehouse: Warehouse, table: Table, columns: list[str]) -> int:
    """Puts the corrected cells in place and lists each; returns how many there were."""
    name_rows(warehouse, table)
    delivered = cell_table(table)
    fixes = f"""
        select record_id, f.column_name, f.value, d.file, d."row", {key_of(table, "d")} as key
        from {delivered} as d join s_amendment as f on {_comparable("f.key")} = {_comparable(key_of(table, "d"))}
    """
    warehouse.run(f"create or replace temp table s_correction as {fixes}")
    add_issues(
        warehouse,
        f"""
        select '{table.name}' as table_name, min("row") as "row", key, 'correction_applied' as check_id, 'info' as severity,
            string_agg(distinct column_name, ', ' order by column_name) as column_name,
            '已按更正清单改写该记录的内容。' as message_zh,
            'Cells of this record were changed as the list of corrections asks.' as message_en
        from s_correction group by key, record_id
        """,
    )
    joins, replaced = [], []
    for number, column in enumerate(columns):
        joins.append(
            f"left join (select distinct record_id, value from s_correction where column_name = {text(column)}) as f{number}"
            f" on f{number}.record_id = d.record_id"
        )
        replaced.append(f"coalesce(f{number}.value, d.{quoted(column)}) as {quoted(column)}")
    count: int = warehouse.one("select count(*) from s_correction")
    warehouse.run(
        f"create or replace temp table s_corrected_cells as"
        f" select d.* replace ({', '.join(replaced)}) from {delivered} as d {' '.join(joins)}"
    )
    warehouse.run(f"drop view {delivered}")
    warehouse.run(f"create or replace temp table {delivered} as from s_corrected_cells")
    warehouse.run("drop table s_corrected_cells")
    return count


def _contradictory(warehouse: Warehouse, table: Table, key: str, column: str) -> bool:
    """Lists two corrections of one cell that disagree; neither is applied."""
    warehouse.append("issue", [{
        "table_name": "corrections", "key": f"{table.name} / {key}", "check_id": "amendment_contradictory", "severity": "warning",
        "column_name": column, "message_zh": "同一单元格有多个不同的更正值，均未采用；请只保留一个。",
        "message_en": "Several corrections of this cell disagree and none was applied; keep one.",
    }])  # fmt: skip
    return False


def _list_unmatched(warehouse: Warehouse, kind: str, table: Table, records: str) -> None:
    add_issues(
        warehouse,
        f"""
        select '{kind}' as table_name, null::bigint as "row", '{table.name} / ' || key as key,
            'amendment_without_record' as check_id, 'warning' as severity, 'key' as column_name,
            '所指的记录不存在，未采用；请核对键值。' as message_zh,
            'There is no such record, so nothing was changed; check the key.' as message_en
        from (select distinct key from s_amendment)
        where {_comparable("key")} not in (select {_comparable(key_of(table))} from {records} where {key_of(table)} is not null)
        """,
    )


def _list(
    warehouse: Warehouse,
    kind: str,
    row: Mapping[str, object],
    check: str,
    severity: str,
    column: str,
    why: tuple[str, str],
) -> None:
    warehouse.append("issue", [{
        "table_name": kind, "row": row["row"], "key": f"{row['table']} / {row['key']}", "check_id": check, "severity": severity,
        "column_name": column, "message_zh": f"{why[0]}；请核对该行。", "message_en": f"Not applied: {why[1]}; check this row.",
    }])  # fmt: skip
