"""Numbers typed into the cell of a name, an address or a free word: from here on it holds them masked, whoever repeats it.

The phones among them have joined the record's phones before (`stated_phones`). A company may bear a number (1234567 Ontario Inc.).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pyarrow as pa

from screening.contract.columns import Kind, Table
from screening.contract.internal import std
from screening.refdata.companies import body_kind
from screening.refdata.names import HAN
from screening.refdata.text import fold_text
from screening.refdata.typed_numbers import mask_personal_numbers, mask_typed_numbers
from screening.staging.company_names import read_company_name
from screening.staging.mentions import COMPANIES, PERSONS
from screening.staging.name_cells import read_name_cell
from screening.staging.several_people import split_people
from screening.warehouse.store import Warehouse, quoted

_DIGITS = "[0-9０-９][^0-9０-９]?[0-9０-９]"
_MANY_DIGITS = "[0-9０-９](?:[^0-9０-９A-Za-z\u3400-\u9fff]{0,2}[0-9０-９]){10}"
"""As many as a person's number has, with whatever may stand between them: most addresses hold two digits, and few so many."""
_SHORTEST = 10
"""Bytes of the shortest name with a number beside it; most cells of a registry are shorter and are not searched."""
_PERSON = re.compile(f"[{HAN}·*]{{2,4}}|[{HAN}*]+·[{HAN}·*]+")
_BEGINS_WITH_NUMBER = re.compile(f"\\s*\\d[^{HAN}]*$")
_WORD = re.compile(r"[^\W\d_]{2}")
_TITLE = re.compile(
    "先生|女士|小姐|太太|经理|总监|董事|监事|主任|会计|出纳|工程师|律师|医生|教授|博士|老师|法定代表人|负责人|联系人|经办人|老板"
)
_KEYED_BY_NAMES = ("appointments", "holdings", "registry_companies")
"""Tables whose records are called by names, in `issue` too: the company's, then the person's."""
_PARTED = " / "


def mask_names(warehouse: Warehouse, tables: list[Table]) -> None:
    """Masks the numbers in every name, those of people in addresses and free words, and those in the names `issue` calls records by."""
    for table in tables:
        companies = {column for column, _ in COMPANIES.get(table.name, ())}
        for column, condition in PERSONS.get(table.name, ()):
            shown = _shown_of_either if column in companies else _shown_of_person
            replace = _replace_each if table.column(column).kind.many else _replace
            replace(warehouse, std(table.name), column, condition, shown)
        for column in sorted(companies):  # on whatever condition: what is a person's by its shape is in no name
            replace = _replace_each if table.column(column).kind.many else _replace
            replace(warehouse, std(table.name), column, "true", _shown_of_company)
        for cell in table.columns:
            if cell.name == "address":
                _replace_each(warehouse, std(table.name), cell.name, "true", mask_personal_numbers, _MANY_DIGITS)
            elif cell.kind is Kind.FREE:
                _replace(warehouse, std(table.name), cell.name, "true", mask_personal_numbers, _MANY_DIGITS)
        if table.name in _KEYED_BY_NAMES:
            _replace(warehouse, "issue", "key", f"table_name = '{table.name}'", _shown_of_either)
    warehouse.run("drop table if exists masked_name")


def _shown_of_person(name: str) -> str:
    """A name where persons' names stand; 1234567 Ontario Inc. may be in a post all the same."""
    return _shown_of_company(name) if _BEGINS_WITH_NUMBER.match(name) else mask_typed_numbers(name)


def _shown_of_company(name: str) -> str:
    """A name where companies' names stand; one without a word is no name, and whatever number it is somebody mistook the column."""
    return mask_personal_numbers(name) if _WORD.search(name) else mask_typed_numbers(name)


def _shown_of_either(names: str) -> str:
    """A name of a person or a company, or a company's and a person's."""
    shown = (_shown_of_person(name) if _is_persons(name) else _shown_of_company(name) for name in names.split(_PARTED))
    return _PARTED.join(shown)


def _is_persons(name: str) -> bool:
    """Two to four characters for each person of the cell, a title or letters; 外贸信托1234567号 and Cenye Trust 1234567 are a company's."""
    if split_people(name):
        return True
    if re.search(f"[{HAN}]", name) is None or _TITLE.search(name):
        return not _names_company(name)
    return _PERSON.fullmatch(read_name_cell(name).name.replace(" ", "")) is not None


def _names_company(name: str) -> bool:
    """Whether what stands before the number has a part that only companies' names have."""
    bare = re.split("[0-9０-９]{2}", name, maxsplit=1)[0].rstrip(" (（:：-")
    key = fold_text(bare)
    read = read_company_name(bare, key)
    return any((read.legal_form, read.branch_of, body_kind(key), key.isascii() and (read.region or read.trade)))


def _replace(
    warehouse: Warehouse, source: str, column: str, condition: str, shown: Callable[[str], str], holds: str = _DIGITS
) -> None:
    name = quoted(column)
    if _put_masked(warehouse, f"select {name} as value from {source} where {condition}", shown, holds):
        warehouse.run(
            f"update {source} as t set {name} = m.shown from masked_name as m where m.value = t.{name} and {condition}"
        )


def _replace_each(
    warehouse: Warehouse, source: str, column: str, condition: str, shown: Callable[[str], str], holds: str = _DIGITS
) -> None:
    """The same for a column of several values."""
    name = quoted(column)
    if _put_masked(warehouse, f"select unnest({name}) as value from {source} where {condition}", shown, holds):
        warehouse.run(f"""
            update {source} as t set {name} = s.names
            from (
                select record_id, list_sort(list(distinct coalesce(m.shown, v.value))) as names
                from (select record_id, unnest({name}) as value from {source} where {condition}) as v left join masked_name as m using (value)
                group by record_id
                having bool_or(m.shown is not null)
            ) as s
            where s.record_id = t.record_id
        """)


def _put_masked(warehouse: Warehouse, values: str, shown: Callable[[str], str], holds: str = _DIGITS) -> bool:
    """Writes masked_name(value, shown), the values that are shown otherwise; false where there are none."""
    found = warehouse.rows(
        f"select distinct value from ({values})"
        f" where strlen(value) >= {_SHORTEST} and regexp_matches(value, '{holds}') order by value"
    )
    masked = [(row["value"], new) for row in found if (new := shown(row["value"])) != row["value"]]
    warehouse.put("masked_name", pa.table({
        "value": pa.array([value for value, _ in masked], pa.string()), "shown": pa.array([new for _, new in masked], pa.string())
    }))  # fmt: skip
    return bool(masked)
