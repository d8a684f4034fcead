"""What may not be kept: identifiers without a lawful basis, and the words of a report."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.staging.issues import add_issues, key_of
from screening.warehouse.store import Warehouse

_IDENTIFYING = ("id_number", "birth_date", "birth_date_hi", "phone", "email", "address", "bank_account")


def drop_unlawful(warehouse: Warehouse, tables: list[Table]) -> None:
    """Empties the identifiers of related parties whose delivered `lawful_basis` is empty; one info per record."""
    table = next((table for table in tables if table.name == "related_parties"), None)
    if table is None or not warehouse.one(
        "select count(*) from delivered where table_name = 'related_parties' and list_contains(columns, 'lawful_basis')"
    ):
        return
    unlawful = (
        f"lawful_basis is null and coalesce({', '.join(f'{name}::varchar' for name in _IDENTIFYING)}) is not null"
    )
    add_issues(
        warehouse,
        f"""
        select 'related_parties' as table_name, "row", {key_of(table)} as key, 'no_lawful_basis' as check_id, 'info' as severity,
            'lawful_basis' as column_name,
            '处理依据为空，该行的证件、出生日期、联系方式、地址和账号未保留，仅按姓名与关系筛查。' as message_zh,
            'No lawful basis is given: identifiers, birth date, contact data and accounts of this row were dropped;'
                || ' it is screened by name and relation only.' as message_en
        from std_related_parties where {unlawful}
        """,
    )
    emptied = ", ".join(f"{name} = null" for name in _IDENTIFYING)
    warehouse.run(f"update std_related_parties set {emptied} where {unlawful}")


def withhold_tips(warehouse: Warehouse, tables: list[Table]) -> None:
    """Empties the text of reports: it never leaves staging."""
    if any(table.name == "tips" for table in tables):
        warehouse.run("update std_tips set text = null")
