"""Matching at full size: builds a large world as staging would leave it, runs the stage, prints seconds, memory and what was found.

    python -m tests.bench.scale_world [--watched 22000] [--masters 1000000] [--posts 3000000] [--groups 1] [--keep FOLDER]

The world is built in a process of its own and kept as Parquet, so the peak printed is that of matching alone, staged tables
included. With --keep a second run begins at once; leave it out, or empty the folder, after a change of the dictionaries.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.contract.columns import Kind
from screening.contract.internal import std
from screening.contract.tables import TABLES
from screening.matching import run
from screening.settings import LimitSettings, RunSettings, Settings
from screening.staging.company_names import read_company_names
from screening.staging.identifiers.table import read_identifiers
from screening.staging.mentions import COMPANIES, PERSONS
from screening.staging.person_names import read_person_names
from screening.staging.phones import read_phones
from screening.warehouse.store import Warehouse
from tests.bench.scale_tables import Scale, World, build

PART = 50_000  # values of a dictionary that one call reads
_TYPES = {
    Kind.DATE: pa.date32(),
    Kind.SHARE: pa.decimal128(9, 6),
    Kind.AMOUNT: pa.decimal128(18, 2),
    Kind.BOOLEAN: pa.bool_(),
}
_GROUPED = ("officers", "suppliers", "customers", "competitors", "group_entities")


def write(folder: Path, scale: Scale, seed: int = 1) -> None:
    """Builds the world and writes one Parquet file per staged table and dictionary, and truth.parquet."""
    world = build(scale, seed)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _dictionaries(world).items():
        pq.write_table(data, folder / f"{name}.parquet")
    for name, columns in world.tables.items():
        pq.write_table(_staged(name, columns), folder / f"{std(name)}.parquet")
    pq.write_table(world.truth, folder / "truth.parquet")


def _dictionaries(world: World) -> dict[str, pa.Table]:
    """What staging says of every distinct value; the slow readers work in two processes."""
    people, companies = (_distinct(world, mentions) for mentions in (PERSONS, COMPANIES))
    kinds = {kind: _of_kind(world, kind) for kind in (Kind.PHONES, Kind.IDENTIFIER)}
    lived = sorted(
        {value for columns in world.tables.values() for value in columns.get("address", ()) if value is not None}
    )
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        read = {
            "person_name": _read(pool, read_person_names, people),
            "company_name": _read(pool, read_company_names, companies),
            "identifier": _read(pool, _read_identifiers, kinds[Kind.IDENTIFIER]),
            "phone": _read(pool, read_phones, kinds[Kind.PHONES]),
        }
        found = {name: pa.concat_tables(list(parts)) for name, parts in read.items()}
    return found | {"address": pa.table({"value": lived, "norm": lived, "usable": [True] * len(lived)})}


def _read(
    pool: ProcessPoolExecutor, read: Callable[[Sequence[str]], pa.Table], values: list[str]
) -> Iterator[pa.Table]:
    return pool.map(read, [values[i : i + PART] for i in range(0, len(values), PART)] or [[]])


def _read_identifiers(values: Sequence[str]) -> pa.Table:
    return read_identifiers(values, [value.startswith("9") for value in values], [False] * len(values))


def _distinct(world: World, mentions: Mapping[str, Sequence[tuple[str, str]]]) -> list[str]:
    found: set[str] = set()
    for table, columns in world.tables.items():
        for name, _ in mentions.get(table, ()):
            found.update(value for value in columns.get(name, ()) if value is not None)
    return sorted(found)


def _of_kind(world: World, kind: Kind) -> list[str]:
    found: set[str] = set()
    for table, columns in world.tables.items():
        for column in TABLES[table].columns:
            if column.kind is kind and column.name in columns:
                found.update(value for value in columns[column.name] if value is not None)
    return sorted(found)


def _staged(name: str, columns: Mapping[str, Any]) -> pa.Table:
    """All columns of the contract, typed as staging types them, null where the world has nothing."""
    count = len(next(iter(columns.values())))
    arrays: dict[str, pa.Array] = {}
    for column in TABLES[name].columns:
        kind = _TYPES.get(column.kind, pa.string())
        values = columns.get(column.name)
        array = pa.nulls(count, kind) if values is None else pa.array(values, kind, from_pandas=True)
        if column.kind.many:
            array = _lists(array)
        arrays[column.name] = array
        if column.kind is Kind.DATE:
            arrays[column.name + "_hi"] = array
    if name in _GROUPED:
        arrays["group_id"] = pa.array(columns["group_id"], pa.string())
    rows = range(2, count + 2)
    arrays["record_id"] = pa.array([record_id(name, row) for row in rows], pa.string())
    arrays["file"] = pa.array([f"{name}.parquet"] * count, pa.string())
    arrays["row"] = pa.array(rows, pa.int64())
    return pa.table(arrays)


def _lists(values: pa.Array) -> pa.Array:
    """One value each as a list, none as null."""
    known = values.is_valid()
    ends = pc.cumulative_sum(known.cast(pa.int32()))
    starts = pc.subtract(ends, known.cast(pa.int32()))
    offsets = pc.if_else(known, starts, pa.scalar(None, pa.int32()))
    last = ends[-1] if len(ends) else pa.scalar(0, pa.int32())
    return pa.ListArray.from_arrays(
        pa.concat_arrays([offsets.cast(pa.int32()), pa.array([last.as_py()], pa.int32())]), values.drop_null()
    )


def record_id(table: str, row: int) -> str:
    """The name of a staged row; of the same shape as in life."""
    return hashlib.md5(f"{table}|{row}".encode(), usedforsecurity=False).hexdigest()[:24]


class TimedWarehouse(Warehouse):
    """Notes the seconds of every script, and by how much it raised the peak of memory."""

    def __init__(self, spill: Path, limits: LimitSettings) -> None:
        super().__init__(spill, limits)
        self.seconds: dict[str, float] = {}
        self.grown: dict[str, float] = {}

    def script(self, package: str, name: str, **parameters: Any) -> None:
        with self._timed(f"sql/{name}"):
            super().script(package, name, **parameters)

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        began, peak = time.perf_counter(), _peak()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began
        self.grown[name] = self.grown.get(name, 0.0) + _peak() - peak


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run of matching took.

    Attributes:
        seconds: by the clock, of each part and of all (`matching`).
        processor: seconds of all processors, likewise.
        peak: megabytes of the process, staged tables included.
    """

    seconds: Mapping[str, float]
    processor: Mapping[str, float]
    peak: float


def measure(folder: Path) -> Taken:
    """Loads the staged tables, runs matching and prints what it took and what it found."""
    with tempfile.TemporaryDirectory() as spill, TimedWarehouse(Path(spill), LimitSettings()) as warehouse:
        for file in sorted(folder.glob("*.parquet")):
            warehouse.run(f"create table \"{file.stem}\" as select * from read_parquet('{file}')")
        print(f"staged tables loaded: peak {_peak():,.0f} MB", flush=True)
        marks: list[tuple[str, float, float]] = []
        warehouse.step = lambda label: marks.append((label, time.perf_counter(), time.process_time()))
        warehouse.step("matching")
        run(warehouse, RunSettings(settings=Settings(), as_of=date(2026, 11, 20), delivery=folder))
        warehouse.step("end")
        taken = _taken(marks)
        for name in taken.seconds:
            print(f"{name:<40}{taken.seconds[name]:8.2f} s ({taken.processor[name]:.0f} s of processor)")
        total = taken.seconds["matching"]
        for name, seconds in sorted(warehouse.seconds.items(), key=lambda item: -item[1]):
            if seconds >= 0.01 * total or warehouse.grown[name] > 50:
                print(f"  {name:<38}{seconds:8.2f} s, peak higher by {warehouse.grown[name]:5,.0f} MB")
        print(f"{'outside scripts':<40}{total - sum(warehouse.seconds.values()):8.2f} s")
        print(f"peak {taken.peak:,.0f} MB")
        _found(warehouse)
        return taken


def _taken(marks: Sequence[tuple[str, float, float]]) -> Taken:
    """Parts from their beginnings; the first mark is the beginning of all, the last the end."""
    (_, began, busy), *parts = marks
    _, ended, worked = parts[-1]
    spans = list(pairwise(parts))
    return Taken(
        {part[0]: after[1] - part[1] for part, after in spans} | {"matching": ended - began},
        {part[0]: after[2] - part[2] for part, after in spans} | {"matching": worked - busy},
        _peak(),
    )


def _found(warehouse: Warehouse) -> None:
    rows = warehouse.rows("""
        with w as (
            select watched_id, coalesce(r.related_id, w.officer_id) as code
            from watched as w left join (select related_id from watched) as r on r.related_id = w.related_id
        )
        select t.kind, count(distinct (t.watched, t.table_name, t.row)) as planted,
            count(distinct (t.watched, t.table_name, t.row)) filter (where l.score is not null) as found,
            count(distinct (t.watched, t.table_name, t.row)) filter (where l.tier in ('A', 'B')) as firm
        from truth as t
        left join w on w.code = t.watched
        left join person_link as l on l.watched_id = w.watched_id and l.table_name = t.table_name and l."row" = t.row + 2
        group by t.kind order by t.kind
    """)
    for row in rows:
        print(f"planted {row['kind']:<20}{row['planted']:>8}  found {row['found']:>6}  in A or B {row['firm']:>6}")
    for row in warehouse.rows("select tier, count(*) as n from person_link group by tier order by tier"):
        print(f"links of people in tier {row['tier']}: {row['n']:,}")
    for name in ("attribute_link", "company_link"):
        print(f"{name}: {warehouse.one(f'select count(*) from {name}'):,}")
    for row in warehouse.rows(
        "select name, value from match_count where not contains(name, '_checked') and not contains(name, '_unchecked') order by name"
    ):
        print(f"{row['name']}: {row['value']:,.0f}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build_once(folder: Path, scale: Scale) -> None:
    """Writes the world in a process of its own, unless the folder holds one."""
    if (folder / "truth.parquet").exists():
        return
    began = time.perf_counter()
    builder = multiprocessing.get_context("fork").Process(target=write, args=(folder, scale))
    builder.start()
    builder.join()
    if builder.exitcode:
        sys.exit(builder.exitcode)
    print(f"world built in {time.perf_counter() - began:.0f} s", flush=True)


def main() -> None:
    """Builds, where need be, and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (
        ("watched", 22_000),
        ("masters", 1_000_000),
        ("posts", 3_000_000),
        ("holdings", 1_250_000),
        ("groups", 1),
        ("planted", 2_000),
    ):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--small", action="store_true", help="a tenth of everything but the watched")
    parser.add_argument("--keep", type=Path, help="folder in which the world stays")
    given = parser.parse_args()
    part = 10 if given.small else 1
    scale = Scale(
        given.watched, given.masters // part, given.posts // part, given.holdings // part, given.groups, given.planted
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch) / "world"
        build_once(folder, scale)
        measure(folder)


if __name__ == "__main__":
    main()
