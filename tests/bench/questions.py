"""Questions at full size: publishes the index of a world of a million masters, then times `coi investigate` as a process.

    python -m tests.bench.questions --world FOLDER --out OUT [--runs 5]

FOLDER is what `python -m tests.bench.scale_world --keep FOLDER` leaves. OUT keeps the publication; where one is there already it is
asked again. Of the stages only matching runs: ties and findings, few as they are, would add nothing to a question's time.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import duckdb

from screening.contract.index import INDEX_TABLES
from screening.contract.internal import STAGE_TABLES
from screening.contract.outputs import COMPLIANCE, FINDINGS
from screening.matching import run
from screening.reports.arrow import schema_of, write_parquet
from screening.reports.coverage import coverage_of
from screening.reports.facts import manifest_facts
from screening.reports.index_files import write_index
from screening.reports.view import View
from screening.settings import LimitSettings, RunSettings, Settings
from screening.warehouse.folder import point_latest
from screening.warehouse.manifest import dump_json, write_manifest
from screening.warehouse.store import Warehouse
from tests.bench.processes import ROOT

RUN = "2026-11-20-000000000000"


def publish(world: Path, out: Path) -> None:
    """Runs matching over the staged world and publishes its index under `out`; prints seconds and sizes."""
    folder = out / "runs" / RUN
    folder.mkdir(parents=True)
    night = RunSettings(settings=Settings(), as_of=date(2026, 11, 20), delivery=world, run_id=RUN)
    with tempfile.TemporaryDirectory() as spill, Warehouse(Path(spill), LimitSettings()) as warehouse:
        for file in sorted(world.glob("*.parquet")):
            if file.stem != "truth":
                warehouse.run(f"create table \"{file.stem}\" as select * from read_parquet('{file}')")
        marks: list[tuple[str, float, float]] = []
        warehouse.step = lambda label: marks.append((label, time.perf_counter(), time.process_time()))
        run(warehouse, night)
        marks.append(("", time.perf_counter(), time.process_time()))
        for (label, start, busy), (_, end, done) in itertools.pairwise(marks):
            print(f"matching, {label:<28}{end - start:8.2f} s ({done - busy:.1f} s of processor)", flush=True)
        for table in STAGE_TABLES:
            warehouse.create(table)
        warehouse.put("finding", schema_of(FINDINGS).empty_table())
        warehouse.put("compliance", schema_of(COMPLIANCE).empty_table())
        view = View(warehouse, night)
        began, busy = time.perf_counter(), time.process_time()
        write_index(view, folder / "index")
        print(f"index written{time.perf_counter() - began:32.2f} s ({time.process_time() - busy:.1f} s of processor)")
        write_parquet(folder / "findings.parquet", view.findings, FINDINGS)
        write_parquet(folder / "compliance.parquet", view.officers_rows("compliance"), COMPLIANCE)
        (folder / "coverage.json").write_text(
            dump_json({**coverage_of(warehouse, night), "restricted": {}}), encoding="utf-8"
        )
        write_manifest(folder, manifest_facts(warehouse, night))
    point_latest(out)


def sizes(out: Path) -> None:
    """Prints what each table of the index holds."""
    index = out / "runs" / RUN / "index"
    for name in INDEX_TABLES:
        path = index / f"{name}.parquet"
        rows = duckdb.sql(f"select count(*) from read_parquet('{path}')").fetchall()[0][0]
        print(f"  {name:<22}{rows:>12,} rows {path.stat().st_size / 1e6:>9.1f} MB")
    print(f"  {'together':<22}{'':>17} {sum(path.stat().st_size for path in index.iterdir()) / 1e6:>9.1f} MB")


def questions(out: Path) -> Iterator[tuple[str, list[str]]]:
    """One question of every kind; who is asked about follows from the data."""
    index = out / "runs" / RUN / "index"

    def first(sql: str) -> Sequence[str]:
        return duckdb.sql(sql.replace("{", f"read_parquet('{index}/").replace("}", ".parquet')")).fetchall()[0]

    (officer,) = first("select officer_id from {watched} where kind = 'officer' order by md5(officer_id) limit 1")
    code, name, uscc = first(
        "select party_id, name, uscc from {party} where uscc is not null order by md5(party_id) limit 1"
    )
    common, namesake = first(
        """select w.officer_id, p.party_id from {identity_name} as n join {watched} as w using (watched_id)
        join {mention} as m on m.name = n.value join {party} as p using (company_id)
        where w.kind = 'officer' and n.bits < 16 order by md5(p.party_id) limit 1"""
    )
    linked, known = first(
        """select w.officer_id, p.party_id from {person_link} as l join {watched} as w using (watched_id)
        join {party} as p using (company_id) order by l.score desc, l.record_id limit 1"""
    )
    (called,) = first("select value from {identity_name} where script = 'han' order by md5(value) limit 1")
    (latin,) = first("select value from {mention_name} where script = 'latin' and list_has_any(reading_keys, (select first(reading_keys) "
                     "from {identity_name} where len(reading_keys) > 0)) or script = 'latin' order by md5(value) limit 1")  # fmt: skip
    yield "officer by code", ["--officer", officer]
    yield "officer with a link", ["--officer", linked]
    yield "person by name", ["--person", called]
    yield "person by pinyin", ["--person", latin]
    yield "counterparty by code", ["--party", code]
    yield "counterparty by name", ["--party", name]
    yield "counterparty by part", ["--party", name[2:6]]
    yield "counterparty by uscc", ["--party", uscc]
    yield "pair, nothing shared", ["--pair", officer, code]
    yield "pair, a common name", ["--pair", common, namesake]
    yield "pair, linked", ["--pair", linked, known]


def measure(out: Path, runs: int) -> None:
    """Times every question from process start to end."""
    for name, words in questions(out):
        command = [sys.executable, "-m", "screening", "investigate", str(out), *words, "--json"]
        figures = [_once(command) for _ in range(runs + 1)][1:]
        status = figures[0][2]
        print(
            f"{name:<24}{statistics.median(f[0] for f in figures):6.2f} s, best {min(f[0] for f in figures):5.2f} s, "
            f"processor {statistics.median(f[1] for f in figures):5.2f} s  (status {status})", flush=True,
        )  # fmt: skip


def _once(command: Sequence[str]) -> tuple[float, float, int]:
    """Seconds by the clock, of the processors, and exit status: nobody bears the name asked for is an answer too."""
    began = time.perf_counter()
    child = os.posix_spawn(command[0], command, {**os.environ, "PYTHONPATH": str(ROOT)}, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    ])  # fmt: skip
    _, status, usage = os.wait4(child, 0)
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)


def main() -> None:
    """Publishes, where need be, and asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--world", type=Path, required=True, help="folder of the staged world")
    parser.add_argument("--out", type=Path, required=True, help="where its index is published")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    if not (given.out / "latest").exists():
        publish(given.world, given.out)
    sizes(given.out)
    measure(given.out, given.runs)


if __name__ == "__main__":
    main()
