"""Numbers that cannot be right: check digits and shapes of identifiers, phone numbers that are none."""

from __future__ import annotations

from screening.contract.columns import Kind, Table
from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.staging.issues import add_issues, key_of
from screening.warehouse.store import Warehouse, quoted

_KEPT_BY_PEOPLE = frozenset({"group_entities", "officers", "related_parties", *MASTERS})
"""Tables that the group itself keeps and can correct; in an extract of somebody else's data a wrong number is a warning."""


def check_numbers(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists full numbers whose check digit is wrong, and numbers in columns for credit codes that have no known shape."""
    for table in tables:
        columns = [column.name for column in table.columns if column.kind is Kind.IDENTIFIER]
        if not columns:
            continue
        said = " union all ".join(
            f"""select record_id, "row", {key_of(table)} as key, '{name}' as column_name, {quoted(name)} as value
            from {std(table.name)} where {quoted(name)} in (select value from s_doubtful)"""
            for name in columns
        )
        warehouse.run(_DOUBTFUL)
        severity = "error" if table.name in _KEPT_BY_PEOPLE else "warning"
        add_issues(
            warehouse,
            f"""
            select '{table.name}' as table_name, "row", key, check_id,
                case when check_id = 'identifier_shape' then 'warning' else '{severity}' end as severity,
                string_agg(column_name, ', ' order by column_name) as column_name,
                case check_id
                    when 'id_check_digit' then '身份证号码的校验码或出生日期不符'
                    when 'uscc_check_digit' then '统一社会信用代码的校验码不符'
                    else '号码不符合任何已知证件或代码的格式' end
                    || '：' || string_agg(shown, '、' order by column_name) || '。请对照原件核对。' as message_zh,
                case check_id
                    when 'id_check_digit' then 'The check digit or birth date of the identity number is wrong'
                    when 'uscc_check_digit' then 'The check digit of the credit code is wrong'
                    else 'The number has the shape of no known document or code' end
                    || ': ' || string_agg(shown, ', ' order by column_name) || '. Compare it with the original.' as message_en
            from (
                select s.*, d.shown,
                    case when d.scheme = 'uscc' then 'uscc_check_digit' when d.scheme = 'resident_id' then 'id_check_digit'
                        else 'identifier_shape' end as check_id
                from ({said}) as s join s_doubtful as d using (value)
                where d.scheme in ('uscc', 'resident_id') or s.column_name like '%uscc'
            )
            group by record_id, "row", key, check_id
            """,
        )


def check_phones(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists cells with something that is no phone number, and takes it out of them."""
    warehouse.run("set variable wrong_phones = (select list(value order by value) from phone where kind = 'invalid')")
    if not warehouse.one("select count(*) from phone where kind = 'invalid'"):
        return
    for table in tables:
        for column in table.columns:
            if column.kind is not Kind.PHONES:
                continue
            wrong = f"list_has_any({quoted(column.name)}, getvariable('wrong_phones'))"
            add_issues(
                warehouse,
                f"""
                select '{table.name}' as table_name, "row", {key_of(table)} as key, 'phone_malformed' as check_id,
                    'error' as severity, '{column.name}' as column_name,
                    '电话号码的位数或格式不对，该号码已清空，该行保留。请在源系统更正。' as message_zh,
                    'A phone number has a wrong length or shape and was emptied; the row stays.'
                        || ' Correct it in the source system.' as message_en
                from {std(table.name)} where {wrong}
                """,
            )
            warehouse.run(
                f"update {std(table.name)} set {quoted(column.name)} = nullif(list_filter({quoted(column.name)},"
                f" lambda v: not list_contains(getvariable('wrong_phones'), v)), []) where {wrong}"
            )


_DOUBTFUL = """
    create or replace temp table s_doubtful as
    select value, scheme,
        case when length(norm) > 8 then substr(norm, 1, 4) || repeat('*', length(norm) - 8) || right(norm, 4)
            else repeat('*', coalesce(length(norm), 0)) end as shown
    from identifier
    where is_full and not is_valid and not is_placeholder and scheme in ('uscc', 'resident_id', 'unknown')
"""
