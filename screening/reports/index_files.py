"""index/: what questions against a published run need, as sorted Parquet (mode 0600). No reader of it sees an identity number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from screening import CONTRACT_VERSION
from screening.contract.index import INDEX_TABLES, INDEX_VERSION, IndexTable
from screening.contract.internal import std
from screening.reports.page_cases import Cases
from screening.reports.view import View, literal
from screening.reports.wall import MASK, with_relatives
from screening.warehouse.store import Warehouse, quoted

ROWS = 16_384
"""Rows of a row group: a question decompresses a few of them, whatever the size of the delivery."""

_SOURCES: Mapping[str, str] = {
    "post": """
        select o.officer_id, o.name, o.group_id, o.entity_id, e.name as entity_name, o.position, o.position_class, o.term_start,
            o.term_end, o."row"
        from {officers} as o
        left join (select group_id, entity_id, min(name) as name from {group_entities} group by all) as e using (group_id, entity_id)""",
    "declaration": """
        select s.*, d.company_id, d.party_clusters
        from {declarations} as s left join declared_item as d on d.record_id = s.record_id""",
    # companies that stand nowhere near a counterparty are in nobody's question
    "company": """
        select * from company where company_id in (
            select company_id from party union select company_id from upstream union select holder_company_id from upstream
            union select company_id from company_watch)""",
}
"""Tables that are no stage's as they stand."""

_STAGED = ("officers", "group_entities", "declarations")


def write_index(view: View, folder: Path) -> None:
    """Writes one side of the wall; what speaks of no watched person stands on the general side only."""
    folder.mkdir(mode=0o700)
    view.warehouse.put("recusal", _recusals(view))
    view.warehouse.put("page_case", _cases(view))
    for table in INDEX_TABLES.values():
        if table.owner != "nobody" or not view.restricted:
            _write(view, table, folder / f"{table.name}.parquet")


def _write(view: View, table: IndexTable, path: Path) -> None:
    """Writes one table's rows of this side; the same rows give the same bytes, whatever the threads."""
    warehouse, condition = view.warehouse, view.of_this_side(table)
    columns, order = (", ".join(map(quoted, names)) for names in (table.columns, table.order))
    source = _source(warehouse, table.name) or _nothing(table)
    if table.name == "declaration":
        source = _veiled(source, ("counterparty_name", "related_party_name"), view.hidden_names)
    warehouse.run(
        f"copy (select {columns} from ({source}) where {condition} order by {order}) to {literal(str(path))} "
        f"(format parquet, compression zstd, row_group_size {ROWS}, "
        f"kv_metadata {{contract_version: '{CONTRACT_VERSION}', index_version: '{INDEX_VERSION}'}})"
    )


def _source(warehouse: Warehouse, name: str) -> str | None:
    """The rows of a table as SQL; None where the delivery lacks what it is made of."""
    if name not in _SOURCES:
        return f"select * from {quoted(name)}"
    names = {table: quoted(std(table)) if warehouse.has(std(table)) else None for table in _STAGED}
    names["group_entities"] = (
        names["group_entities"]
        or "(select null::varchar as group_id, null::varchar as entity_id, null::varchar as name where false)"
    )
    needed = [table for table in _STAGED if f"{{{table}}}" in _SOURCES[name]]
    return None if any(names[table] is None for table in needed) else _SOURCES[name].format(**names)


def _veiled(source: str, columns: Sequence[str], names: Collection[str]) -> str:
    """The rows with names of people behind the wall masked in these columns: others may have declared them."""
    if not names:
        return source
    listed = ", ".join(literal(name) for name in sorted(names))
    masked = ", ".join(f"case when {name} in ({listed}) then '{MASK}' else {name} end as {name}" for name in columns)
    return f"select * replace ({masked}) from ({source})"


def _nothing(table: IndexTable) -> str:
    """No rows of a table, typed."""
    return (
        "select "
        + ", ".join(f"null::{kind} as {quoted(name)}" for name, kind in table.columns.items())
        + " where false"
    )


def _cases(view: View) -> pa.Table:
    """What people are shown of each case, so that the review page assembles none."""
    types = {"case_id": pa.string(), "officer_id": pa.string(), "number": pa.int64(), "content": pa.string()}
    return pa.Table.from_pylist(list(Cases(view).alone()), pa.schema(list(types.items())))


def _recusals(view: View) -> pa.Table:
    """[reviewers] with the officers each of them is barred from: himself and his relatives; one row of nobody where none."""
    rows = []
    for account, reviewer in sorted(view.night.settings.reviewers.items()):
        own = () if reviewer.officer_id is None else with_relatives(view.warehouse, [reviewer.officer_id])
        rows += [(account, reviewer.name, officer) for officer in own or (None,)]
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    arrays = [pa.array(column, pa.string()) for column in columns]
    return pa.table(arrays, names=["account", "name", "officer_id"])
