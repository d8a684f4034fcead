"""Records of people that contradict themselves: one code for two people, a number that belies the stated birth date or gender."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.staging.issues import add_issues, key_of
from screening.warehouse.store import Warehouse

_TABLES = ("officers", "related_parties")


def check_officers(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists each officer_id under which two Chinese names, or two full numbers of one scheme, stand.

    A name that another row gives among its other names is no contradiction.
    """
    if any(table.name == "officers" for table in tables):
        warehouse.script("screening.staging", "officer_contradiction")


def check_implied(warehouse: Warehouse, tables: list[Table]) -> None:
    """Lists records whose identity number implies another birth date or gender than they state.

    A number with a wrong check digit is listed elsewhere and proves nothing here. A masked number speaks by what it shows.
    """
    for table in tables:
        if table.name not in _TABLES:
            continue
        facts = ["birth_date"] + (["gender"] if "gender" in table.names else [])
        wrong = {
            "birth_date": "i.birth_date not between s.birth_date and s.birth_date_hi",
            "gender": "i.gender <> s.gender",
        }
        named = ", ".join(f"case when {wrong[fact]} then '{fact}' end" for fact in facts)
        add_issues(
            warehouse,
            f"""
            select '{table.name}' as table_name, s."row", {key_of(table, "s")} as key, 'id_contradicts_facts' as check_id,
                'warning' as severity, concat_ws(', ', {named}) as column_name,
                '证件号码所含的出生日期或性别与该行填写的不一致，两者必有一错。请对照证件核对。' as message_zh,
                'The identity number implies another birth date or gender than the row states, so one of them is wrong.'
                    || ' Compare both with the document.' as message_en
            from {std(table.name)} as s join identifier as i on i.value = s.id_number
            where (i.is_valid or not i.is_full) and not i.is_placeholder and ({" or ".join(wrong[fact] for fact in facts)})
            """,
        )
