"""Names that look like a company's and are a person's, because the delivery says so: on the roster, by kind, by an identity number."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.warehouse.store import Warehouse

_SCHEMES = "('resident_id', 'hkid', 'macau_id', 'taiwan_id', 'permit', 'tw_permit', 'residence')"
"""Numbers that only people have. A passport's could be anything."""
_MASTER = (
    "select name as value, false as on_roster from {std} where party_kind in ('person', 'employee')",
    # a person who trades under his own name writes his identity number where the credit code stands
    "select t.name, false from {std} as t join identifier as i on i.value = coalesce(t.id_number, t.uscc)"
    f" where i.scheme in {_SCHEMES} and i.is_full and i.is_valid and not i.is_placeholder",
)
_SAID: dict[str, tuple[str, ...]] = {
    "officers": ("select name as value, true as on_roster from {std}",),
    "related_parties": ("select name, true from {std} where kind = 'person'",),
    **dict.fromkeys(MASTERS, _MASTER),
}
"""By table: the names that are said to be people's, and whether these are the people who are looked for."""


def read_stated_people(warehouse: Warehouse, tables: list[Table]) -> None:
    """Changes the kind of such names in `company_name`, which has been written from the names alone."""
    said = [query.format(std=std(table.name)) for table in tables for query in _SAID.get(table.name, ())]
    if said:
        warehouse.run(f"create or replace temp table s_said_person as {' union '.join(said)}")
        warehouse.script(__package__, "stated_person")
        warehouse.run("drop table s_said_person")
