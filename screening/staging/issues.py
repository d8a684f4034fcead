"""Rows of `issue` made from SQL: one row per record and check, in both languages, never with an identifier in full."""

from __future__ import annotations

from screening.contract.columns import Kind, Table
from screening.contract.internal import std
from screening.staging.typed_rows import MALFORMED, MISSING
from screening.warehouse.store import Warehouse, quoted

_WANTED = {
    Kind.DATE: ("日期，如 2026-03-01", "a date such as 2026-03-01"),
    Kind.SHARE: ("0 至 100 的百分数，如 4.99", "a percentage from 0 to 100 such as 4.99"),
    Kind.AMOUNT: ("金额，如 1234.50", "an amount such as 1234.50"),
    Kind.INTEGER: ("整数", "a whole number"),
    Kind.BOOLEAN: ("是或否", "yes or no"),
    Kind.ENUM: ("约定的代码或词语", "a code or word of the contract"),
    Kind.PHONES: ("电话号码", "a phone number"),
    Kind.ACCOUNTS: ("银行账号", "an account number"),
    Kind.TEXTS: ("邮箱地址", "an e-mail address"),
}


def key_of(table: Table, alias: str = "") -> str:
    """SQL for the key by which a person names a record, parts joined by ` / `."""
    prefix = f"{alias}." if alias else ""
    return f"nullif(concat_ws(' / ', {', '.join(prefix + quoted(name) for name in table.key)}), '')"


def text(value: str) -> str:
    """A text as SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def add_issues(warehouse: Warehouse, rows: str) -> None:
    """Appends the rows of a query to `issue`, matched by column name."""
    warehouse.run(f"insert into issue by name {rows}")


def list_malformed(warehouse: Warehouse, table: Table) -> None:
    """One error per staged row with cells that could not be read and were emptied."""
    add_issues(
        warehouse,
        f"""
        select '{table.name}' as table_name, "row", {key_of(table)} as key, 'malformed_cell' as check_id, 'error' as severity,
            array_to_string({MALFORMED}, ', ') as column_name,
            '以下列的内容无法识别，已清空，该行保留：' || {_said(table, MALFORMED, "zh")} || '。请在源系统更正。' as message_zh,
            'Emptied, because it could not be read; the row stays: ' || {_said(table, MALFORMED, "en")}
                || '. Correct it in the source system.' as message_en
        from {std(table.name)} where len({MALFORMED}) > 0
        """,
    )


def list_rejected(warehouse: Warehouse, table: Table, rejected: str) -> None:
    """One error per rejected row.

    Args:
        rejected: SQL condition on the staged row: a required cell is empty or malformed.
    """
    required = f"list_filter({MALFORMED}, lambda c: c in ({', '.join(text(name) for name in table.required)}))"
    add_issues(
        warehouse,
        f"""
        select '{table.name}' as table_name, "row", {key_of(table)} as key,
            case when len({MISSING}) > 0 then 'required_cell_empty' else 'required_cell_malformed' end as check_id,
            'error' as severity,
            array_to_string(case when len({MISSING}) > 0 then {MISSING} else {required} end, ', ') as column_name,
            case when len({MISSING}) > 0
                then '必填列为空，该行未采用：' || {_said(table, MISSING, "zh", wanted=False)} || '。请补齐后重新交付。'
                else '必填列的内容无法识别，该行未采用：' || {_said(table, required, "zh")} || '。请在源系统更正。' end as message_zh,
            case when len({MISSING}) > 0
                then 'The row was rejected: required and empty: ' || {_said(table, MISSING, "en", wanted=False)}
                    || '. Fill it in and deliver again.'
                else 'The row was rejected: required and not readable: ' || {_said(table, required, "en")}
                    || '. Correct it in the source system.' end as message_en
        from {std(table.name)} where {rejected}
        """,
    )


def _said(table: Table, names: str, language: str, *, wanted: bool = True) -> str:
    """SQL for a list of column names as people know them, each with what it should hold."""
    cases = []
    for column in table.columns:
        hint = _WANTED.get(column.kind)
        name = f"{column.name}（{column.zh}" if language == "zh" else f"{column.name} ({column.zh}"
        if wanted and hint is not None:
            name += f"，应为{hint[0]}" if language == "zh" else f", should be {hint[1]}"
        name += "）" if language == "zh" else ")"
        cases.append(f"when {text(column.name)} then {text(name)}")
    return f"array_to_string(list_transform({names}, lambda c: case c {' '.join(cases)} else c end), '{'、' if language == 'zh' else '; '}')"
