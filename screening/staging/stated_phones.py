"""Phones that stand in the cell of a name: 岑一舟 13800000000, 岑一舟（0571-88000000）. They join the record's phones.

The cell of the name is read without them (`name_cells`); whose phone it is, the cell says better than any column could.
"""

from __future__ import annotations

from screening.contract.columns import Kind, Table
from screening.staging.mentions import PERSONS
from screening.warehouse.store import Warehouse, quoted

_WIDE, _NARROW = "０１２３４５６７８９＋－‐‑‒–—―\u3000\u00a0", "0123456789+-------  "
"""What an input method writes for digits and what stands between them."""
_PHONE = r"(?:^|[^0-9])((?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}[- ][0-9]{7,8}|\+(?:852|853|886)[- ]?[0-9]{4}[- ]?[0-9]{4,5})(?:[^0-9]|$)"
"""A mobile of the mainland, a landline with its area code, or a number with the prefix of Hong Kong, Macau or Taiwan."""


def read_stated_phones(warehouse: Warehouse, tables: list[Table]) -> None:
    """Adds the phone in a person's name cell to the record's phones, unless it stands there already."""
    for table in tables:
        if "phone" not in table.names or table.column("phone").kind is not Kind.PHONES:
            continue
        for name, _ in PERSONS.get(table.name, ()):
            if table.column(name).kind.many:
                continue
            warehouse.run(
                f"""
                update std_{table.name} as t
                set phone = list_append(coalesce(t.phone, []), s.stated)
                from (
                    select record_id, nullif(regexp_extract(translate({quoted(name)}, $wide, $narrow), $phone, 1), '') as stated
                    from std_{table.name}
                    where {quoted(name)} is not null and regexp_matches({quoted(name)}, '[0-9０-９]{{4}}')
                ) as s
                where s.record_id = t.record_id and s.stated is not null and not list_contains(coalesce(t.phone, []), s.stated)
                """,
                {"phone": _PHONE, "wide": _WIDE, "narrow": _NARROW},
            )
