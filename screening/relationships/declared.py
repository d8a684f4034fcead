"""Declared items: names and relations on forms against the officer's related parties, by folded name."""

from __future__ import annotations

import re

import pyarrow as pa

from screening.refdata.kinship import alike, kin
from screening.refdata.text import fold_many
from screening.warehouse.store import Warehouse

_SEVERAL = re.compile(r"[、;；\n]+")


def write_declared_items(warehouse: Warehouse) -> None:
    """Writes the table `declared_item`."""
    _put_folded_relatives(warehouse)
    _put_relations(warehouse)
    rows = warehouse.rows(
        "select record_id, related_party_name from in_declarations where related_party_name is not null"
    )
    named = [
        (row["record_id"], name) for row in rows for name in _SEVERAL.split(row["related_party_name"]) if name.strip()
    ]
    warehouse.put(
        "rel_form_name",
        pa.table({
            "record_id": pa.array([record for record, _ in named], pa.string()),
            "key": pa.array(fold_many([name for _, name in named]), pa.string()),
        }),
    )  # fmt: skip
    warehouse.script(__package__, "declared_item")


def _put_folded_relatives(warehouse: Warehouse) -> None:
    rows = warehouse.rows(
        "select distinct name from (select name from in_related_parties union select unnest(other_names) from in_related_parties) "
        "where name is not null order by name"
    )
    names = [row["name"] for row in rows]
    warehouse.put(
        "rel_name_fold",
        pa.table({"name": pa.array(names, pa.string()), "key": pa.array(fold_many(names), pa.string())}),
    )


def _put_relations(warehouse: Warehouse) -> None:
    """`rel_relation`: every word for a relation on a form, and every code of the roster, with its key; null = not understood."""
    said = [row["said"] for row in warehouse.rows(
        "select distinct relationship as said from in_declarations where relationship is not null "
        "union select distinct kin_code from kin where kin_code is not null order by all"
    )]  # fmt: skip
    known = [kin(word) for word in said]
    keys = [None if one is None else alike(one.code) for one in known]
    warehouse.put("rel_relation", pa.table({"said": pa.array(said, pa.string()), "key": pa.array(keys, pa.string())}))
