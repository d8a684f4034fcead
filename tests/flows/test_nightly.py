"""The Prefect flow is `coi run` with a schedule: the same bytes, the same sentences, and nothing personal in its database."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sample_ids import resident_id

from tests.canaries import contents, leaks, numbers
from tests.commands import ROOT, SAMPLE, SAMPLE_DAY, complaint, tree_hash
from tests.deliveries import OFFICERS, SUPPLIERS, write_csv, write_good
from tests.pipeline.tables import files

STAGES = [
    "sources", "check-delivered", "staging", "check-staged", "matching", "relationships", "policy", "findings",
    "check-findings", "reports",
]  # fmt: skip
CANARY = resident_id("110105", "1987-03-04", 211)
TWO_FAILURES = """
import sys
import screening.staging
from flows.command import main
from flows.nightly import nightly

def fails(warehouse, night):
    try:
        warehouse.run("select id_number::date from raw_officers")
    finally:
        raise ValueError("row " + str(warehouse.rows("select * from raw_officers")))

screening.staging.run = fails
for delivery in sys.argv[1:3]:
    sys.argv[1:] = [delivery, "--out", sys.argv[3] if len(sys.argv) == 4 else out, "--as-of", "2026-11-20"]
    out = sys.argv[3]
    try:
        main(nightly)
    except SystemExit as end:
        print("status", end.code, flush=True)
"""


class Flow(NamedTuple):
    """A flow run from a shell, with a Prefect of its own."""

    done: subprocess.CompletedProcess[str]
    home: Path
    out: Path

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with sqlite3.connect(self.home / "prefect.db") as database:
            return database.execute(sql).fetchall()


def run(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ, "PREFECT_HOME": str(home), "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, *map(str, words)], capture_output=True, text=True, cwd=ROOT, env=env, check=False
    )


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Flow:
    """The sample's night."""
    folder = tmp_path_factory.mktemp("flow")
    words = ("-m", "flows.nightly", SAMPLE, "--out", folder / "out", "--as-of", SAMPLE_DAY)
    return Flow(run(folder / "prefect", *words), folder / "prefect", folder / "out")


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Flow:
    """A delivery without suppliers, then one on which a stage fails with an error that quotes every row."""
    folder = tmp_path_factory.mktemp("failed")
    lacking, quoted = write_good(folder / "lacking"), folder / "quoted"
    (lacking / "suppliers.csv").unlink()
    quoted.mkdir()
    write_csv(quoted / "officers.csv", [dict(OFFICERS[0]) | {"id_number": CANARY}, *OFFICERS[1:]])
    write_csv(quoted / "suppliers.csv", SUPPLIERS)
    done = run(folder / "prefect", "-c", TWO_FAILURES, lacking, quoted, folder / "out")
    return Flow(done, folder / "prefect", folder / "out")


def test_it_publishes_the_same_bytes_as_the_command(good: Flow, sample_out: Path) -> None:
    assert good.done.returncode == 0, good.done.stderr
    assert tree_hash(good.out / "runs") == tree_hash(sample_out / "runs")
    for name in ("report.xlsx", "report.html", "findings.parquet"):
        assert (good.out / "latest" / name).is_file()
        assert name == "findings.parquet" or name in good.done.stdout


def test_it_says_nothing_on_standard_error(good: Flow) -> None:
    assert good.done.stderr == ""


def test_every_stage_is_a_task_and_the_run_is_completed(good: Flow) -> None:
    assert good.rows("select name, state_type from flow_run")[0][1] == "COMPLETED"
    tasks = good.rows("select name, state_type, run_count from task_run order by start_time")

    assert [name.rsplit("-", 1)[0] for name, _, _ in tasks] == STAGES
    assert {(state, count) for _, state, count in tasks} == {("COMPLETED", 1)}


def test_progress_and_summary_are_artifacts(good: Flow) -> None:
    told = {
        key: (kind, data) for key, kind, data in good.rows("select key, type, data from artifact where key is not null")
    }

    assert told["coi-progress"] == ("progress", 100)
    kind, text = told["coi-summary"]
    assert kind == "markdown"
    run_id = (good.out / "latest").resolve().name
    assert f"Run `{run_id}`: " in text
    assert "Not screened: nothing" in text


def test_its_files_are_private(good: Flow, failed: Flow) -> None:
    for flow in (good, failed):
        for path in flow.home.rglob("*"):
            assert path.stat().st_mode & 0o077 == 0, path


def test_nothing_personal_is_in_its_database(good: Flow) -> None:
    tables = {file.table: file for file in files(SAMPLE)}
    canaries = set().union(*(numbers(file.header, file.rows) for file in tables.values()))
    names = {
        row[tables[table].place("姓名", "名称")]
        for table in ("officers", "related_parties")
        for row in tables[table].rows
    }
    seen = contents(good.home)

    assert len(names) > 30
    assert len(canaries) > 150
    assert "prefect.db" in seen
    assert leaks(seen, canaries) == []
    everything = b"".join(seen.values())
    for name in names:
        for form in (name.encode(), name.encode("utf-16-le"), json.dumps(name)[1:-1].encode()):
            assert form not in everything


def test_a_rejected_delivery_fails_the_flow_with_our_sentence(failed: Flow) -> None:
    assert failed.done.stdout.splitlines() == ["status 3", "status 5"]
    sentences = failed.done.stderr.splitlines()

    assert len(sentences) == 2, failed.done.stderr
    assert sentences[0].startswith("缺少往来方主数据")
    assert sentences[1].startswith("内部错误（ValueError，位置 ")
    states = failed.rows("select state_type from flow_run")
    assert states == [("FAILED",), ("FAILED",)]
    messages = " ".join(str(row[0]) for row in failed.rows("select message from flow_run_state where type = 'FAILED'"))
    assert "No master was delivered" in messages
    assert "Internal fault (ValueError" in messages


def test_a_failure_is_not_tried_again(failed: Flow) -> None:
    counts = failed.rows("select run_count from task_run where state_type = 'FAILED'")

    assert counts == [(1,), (1,)]


def test_an_error_that_quotes_rows_is_not_kept(failed: Flow) -> None:
    said = (failed.done.stdout + failed.done.stderr).encode()
    seen = contents(failed.home) | contents(failed.out) | {"said": said}

    assert leaks(seen, {CANARY, str(OFFICERS[1]["id_number"])}) == []
    everything = b"".join(seen.values())
    for name in (OFFICERS[0]["name"], OFFICERS[1]["name"]):
        assert name.encode() not in everything
        assert json.dumps(name)[1:-1].encode() not in everything


def test_no_server_is_left_behind(good: Flow, failed: Flow) -> None:
    homes = {str(good.home).encode(), str(failed.home).encode()}
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(home in (process / "environ").read_bytes() for home in homes):
                left.append((process / "cmdline").read_bytes())
        except OSError:
            continue

    assert left == []


@pytest.mark.parametrize(
    ("words", "status"),
    [(["nowhere", "--out", "x"], 2), (["--out", "x"], 2), ([str(SAMPLE), "--out", "x", "--as-of", "soon"], 2)],
)
def test_wrong_words_never_start_the_orchestrator(tmp_path: Path, words: list[str], status: int) -> None:
    done = run(tmp_path / "prefect", "-m", "flows.nightly", *words)

    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "prefect" / "prefect.db").exists()


def test_a_missing_folder_is_told_as_by_the_command(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "flows.nightly", "nowhere", "--out", "x", "--lang", "en")

    assert complaint(done) == "The delivery folder nowhere does not exist or is no folder; check the path."
