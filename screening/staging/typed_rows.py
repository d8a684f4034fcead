"""One delivered table -> `std_<table>`: typed values beside what is wrong with each row, in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

import pyarrow as pa

from screening.contract.columns import Table
from screening.contract.internal import raw, std
from screening.settings import Settings, SourceSettings
from screening.staging.cells import NEVER, CellReader, reader_of
from screening.warehouse.store import Warehouse, quoted

GROUPED = frozenset({"group_entities", "officers", "suppliers", "customers", "competitors"})
"""Tables whose staged rows always have a group_id."""

MALFORMED, MISSING = "malformed", "missing"
"""Columns that `std_<table>` has while its rows are judged: what could not be read, and what is required and empty."""

_ENDS = frozenset({"valid_to", "term_end", "dealing_to"})
_READING = pa.schema([
    ("reader", pa.string()), ("written", pa.string()), ("value", pa.string()), ("value_hi", pa.string()),
    ("several", pa.list_(pa.string())), ("malformed", pa.bool_()),
])  # fmt: skip


def record_hash(table: Table) -> str:
    """SQL for the name of a row: a hash of its delivered cells, each after its length, so that null is not empty."""
    cells = ", ".join(f"strlen({quoted(name)}), ':', {quoted(name)}" for name in table.names)
    return f"substr(md5(concat('{table.name}|', {cells})), 1, 16)"


def cell_table(table: Table) -> str:
    """The relation whose cells are read: as delivered, with `record_id`, corrected where that was asked for."""
    return f"s_cell_{table.name}"


def name_rows(warehouse: Warehouse, table: Table) -> None:
    """Makes `s_cell_<table>`: the delivered cells with `record_id`."""
    warehouse.run(
        f"create or replace temp view {cell_table(table)} as select *, {record_hash(table)} as record_id from {raw(table.name)}"
    )


def read_odd_cells(warehouse: Warehouse, tables: Iterable[Table], settings: Settings) -> frozenset[tuple[str, str]]:
    """Writes `s_reading`: every distinct text of the delivery that is not in its column's standard form, read once.

    Returns:
        The (table, column) pairs that have such cells.
    """
    readers: dict[str, CellReader] = {}
    odd: set[tuple[str, str]] = set()
    texts: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        own = {column.name: reader_of(table.name, column, settings.source(table.name)) for column in table.columns}
        readers |= {reader.name: reader for reader in own.values()}
        for column, written in _odd_cells(warehouse, table, own):
            odd.add((table.name, column))
            texts[own[column].name].add(written)
    found = [(name, text, readers[name].read(text)) for name in sorted(texts) for text in sorted(texts[name])]
    columns = {
        "reader": [name for name, _, _ in found],
        "written": [text for _, text, _ in found],
        "value": [reading.value for _, _, reading in found],
        "value_hi": [reading.value_hi for _, _, reading in found],
        "several": [reading.values for _, _, reading in found],
        "malformed": [reading.malformed for _, _, reading in found],
    }
    warehouse.put("s_reading", pa.table(columns, schema=_READING))
    return frozenset(odd)


def _odd_cells(warehouse: Warehouse, table: Table, readers: Mapping[str, CellReader]) -> Iterator[tuple[str, str]]:
    """(column, text) of every distinct cell that must be read: enumerated columns one by one, all others in one scan."""
    cells = cell_table(table)
    scanned, parts = [], []
    for name, reader in readers.items():
        cell = quoted(name)
        if reader.standard == NEVER:
            parts.append(f"select distinct '{name}' as name, {cell} as cell from {cells} where {cell} is not null")
        else:
            scanned.append(
                f"case when {cell} is not null and not ({reader.is_standard(cell)}) then {{'name': '{name}', 'cell': {cell}}} end"
            )
    odd = f"list_filter([{', '.join(scanned)}], lambda cell: cell is not null)"
    parts.append(f"select distinct odd.name, odd.cell from (select unnest({odd}) as odd from {cells})")
    yield from warehouse.tuples(" union all ".join(parts))


def type_table(warehouse: Warehouse, table: Table, source: SourceSettings, odd: Set[tuple[str, str]]) -> None:
    """Creates `std_<table>` with every row of `s_cell_<table>`, usable or not.

    Args:
        table: the contract's description.
        source: share unit and meaning of interval ends.
        odd: (table, column) pairs with cells that must be looked up in `s_reading`.
    """
    joins: list[str] = []
    staged: list[str] = []
    malformed: dict[str, str] = {}
    for column in table.columns:
        reader = reader_of(table.name, column, source)
        cell, alias = f"t.{quoted(column.name)}", quoted("read_" + column.name)
        is_odd = (table.name, column.name) in odd
        if is_odd:
            joins.append(
                f"left join s_reading as {alias} on {alias}.reader = '{reader.name}' and {alias}.written = {cell}"
            )
            malformed[column.name] = f"{alias}.malformed"
        shift = " + 1" if source.end_inclusive and column.name in _ENDS else ""
        several = reader.type.endswith("[]")
        first = _value(reader, cell, f"{alias}.{'several' if several else 'value'}" if is_odd else None)
        staged.append(f"{_shifted(first, shift)} as {quoted(column.name)}")
        if reader.ranged:
            last = _value(reader, cell, f"{alias}.value_hi" if is_odd else None)
            staged.append(f"{_shifted(last, shift)} as {quoted(column.name + '_hi')}")
    if table.name in GROUPED and "group_id" not in table.names:
        staged.append("null::varchar as group_id")
    missing = {
        name: f"{quoted(name)} is null and not coalesce(list_contains({MALFORMED}, '{name}'), false)"
        for name in table.required
    }
    warehouse.run(f"""
        create or replace table {std(table.name)} as
        select *, {_names(missing)} as {MISSING}
        from (
            select {", ".join(staged)}, t.record_id, t.file, t."row", {_names(malformed)} as {MALFORMED}
            from {cell_table(table)} as t {" ".join(joins)}
        )
    """)


def _value(reader: CellReader, cell: str, looked_up: str | None) -> str:
    """SQL for the value of a cell: as it stands where it is in the standard form, else as it was read."""
    standard = f"case when {cell} is null then null when {reader.is_standard(cell)} then {reader.standard_value(cell)}"
    return f"{standard} else cast({looked_up or 'null'} as {reader.type}) end"


def _shifted(value: str, shift: str) -> str:
    return f"cast(({value}){shift}::integer as date)" if shift else value


def _names(conditions: Mapping[str, str]) -> str:
    """SQL for the names whose condition holds, null where none does."""
    if not conditions:
        return "null::varchar[]"
    anything = " or ".join(f"({sql})" for sql in conditions.values())
    named = ", ".join(f"case when {sql} then '{name}' end" for name, sql in conditions.items())
    return f"case when {anything} then list_filter([{named}], lambda c: c is not null) end"
