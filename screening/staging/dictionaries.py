"""Writes the dictionaries: what each distinct value of the staged tables means, worked out once per value."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa

from screening.contract.columns import Kind, Table
from screening.contract.internal import std
from screening.staging.addresses import read_addresses
from screening.staging.company_names import read_company_names
from screening.staging.identifiers.table import read_identifiers
from screening.staging.mentions import COMPANIES, COMPANY_FORM, PERSONS
from screening.staging.person_names import read_person_names
from screening.staging.phones import read_phones
from screening.staging.several_people import SUSPECT, several_people
from screening.warehouse.store import Warehouse, quoted

_PLAIN: dict[str, Callable[[Sequence[str]], pa.Table]] = {
    "person_name": read_person_names,
    "company_name": read_company_names,
    "phone": read_phones,
    "address": read_addresses,
}


def write_dictionaries(warehouse: Warehouse, tables: list[Table]) -> None:
    """Writes person_name, several_people, company_name, identifier, phone and address; each exists also when it is empty."""
    sources = {
        "person_name": [_values(table, *mention) for table in tables for mention in PERSONS.get(table.name, ())],
        "company_name": [_values(table, *mention) for table in tables for mention in COMPANIES.get(table.name, ())],
        "phone": [
            _values(table, column.name) for table in tables for column in table.columns if column.kind is Kind.PHONES
        ],
        "address": [
            _values(table, column.name) for table in tables for column in table.columns if column.name == "address"
        ],
    }
    warehouse.create("several_people")
    for name, read in _PLAIN.items():
        warehouse.step(f"reading {name}")
        warehouse.create(name)
        queries = sources[name]
        if queries:
            named = f"select distinct value from ({' union all '.join(queries)})"
            if name == "person_name":
                named += f" where not ends_with(value, '{COMPANY_FORM}')"
            values = [value for (value,) in warehouse.tuples(named)]
            if name == "person_name":
                values = _one_by_one(warehouse, values)
            warehouse.append_arrow(name, read(sorted(values)))
    _write_identifiers(warehouse, tables)


def _one_by_one(warehouse: Warehouse, values: list[str]) -> list[str]:
    """Writes several_people; the names of which each is one person's."""
    several = several_people(value for value in sorted(values) if SUSPECT.search(value))
    warehouse.append_arrow("several_people", several)
    cells, names = set(several.column("value").to_pylist()), several.column("name").to_pylist()
    return list({*(value for value in values if value not in cells), *names})


def _write_identifiers(warehouse: Warehouse, tables: list[Table]) -> None:
    """The column in which a number stands helps where its shape allows two readings."""
    warehouse.create("identifier")
    columns = [(table, column.name) for table in tables for column in table.columns if column.kind is Kind.IDENTIFIER]
    said = " union all ".join(
        f"select {quoted(name)} as value, {name.endswith('uscc')} as as_company, {name == 'registration_no'} as as_registration"
        f" from {std(table.name)} where {quoted(name)} is not null"
        for table, name in columns
    )
    if said:
        found = warehouse.tuples(
            "select value, bool_or(as_company) as as_company, bool_and(as_registration) as as_registration"
            f" from ({said}) group by value order by value"
        )
        values, company, registration = ([row[number] for row in found] for number in range(3))
        warehouse.append_arrow("identifier", read_identifiers(values, company, registration))


def _values(table: Table, column: str, condition: str = "true") -> str:
    """SQL for the values of a column."""
    value = f"unnest({quoted(column)})" if table.column(column).kind.many else quoted(column)
    return f"select {value} as value from {std(table.name)} where {quoted(column)} is not null and {condition}"
