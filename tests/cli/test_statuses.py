"""Exit statuses that need another process, a full disk or a kill."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, SAMPLE_DAY, coi_here, complaint, night_here, tree_hash
from tests.deliveries import write_good

HOLDER = """
import sys
from pathlib import Path
from screening.warehouse.lock import sole_writer
with sole_writer(Path(sys.argv[1]), "2026-11-20T01:30:00+00:00"):
    print("held", flush=True)
    sys.stdin.read()
"""
SMALL_FILES = """
import resource, signal, sys
import screening.pipeline
from screening.cli import main
from tests.obliging import ObligingProcess
screening.pipeline.ValidationProcess = ObligingProcess
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
main()
"""
WAITING = """
import signal, subprocess, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job would ignore it
import screening.pipeline
from screening.cli import main
from screening.validation.process import ValidationProcess

class Silent(ValidationProcess):
    def __init__(self):
        self._child = subprocess.Popen(
            [sys.executable, "-c", "import sys; sys.stdin.read()"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
        )
        self._received = b""

screening.pipeline.ValidationProcess = Silent
main()
"""


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    return write_good(tmp_path / "delivery")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder in which a good delivery was published the day before."""
    folder = tmp_path_factory.mktemp("published")
    night_here(write_good(folder / "delivery"), folder / "out", as_of="2026-11-19")
    return folder / "out"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_runs_at_once(delivery: Path, published: Path, language: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(published)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        done = coi_here("run", delivery, "--out", published, "--as-of", SAMPLE_DAY, "--lang", language)
    finally:
        holder.kill()
        holder.communicate()

    assert done.returncode == 4
    assert str(holder.pid) in complaint(done)
    assert ("Another run" if language == "en" else "另一个运行") in complaint(done)


@pytest.mark.parametrize("place", ["file", "file/below"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_in_the_way(delivery: Path, tmp_path: Path, place: str, language: str) -> None:
    (tmp_path / "file").write_text("mine")

    done = coi_here("run", delivery, "--out", tmp_path / place, "--as-of", SAMPLE_DAY, "--lang", language)

    assert done.returncode == 5
    assert ("Cannot write under" if language == "en" else "无法写入输出目录") in complaint(done)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_disk_that_takes_no_more(delivery: Path, published: Path) -> None:
    """The previous publication stays, and nothing half-written is seen."""
    before = tree_hash(published / "runs"), (published / "latest").readlink()

    done = subprocess.run(
        [sys.executable, "-c", SMALL_FILES, "run", str(delivery), "--out", str(published), "--as-of", SAMPLE_DAY],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip

    assert done.returncode == 5
    assert "无法写入输出目录" in complaint(done)
    assert "EFBIG" in complaint(done)
    assert (tree_hash(published / "runs"), (published / "latest").readlink()) == before


def begun(delivery: Path, out: Path) -> subprocess.Popen[str]:
    """A run that has come as far as waiting for the last verdicts, which never arrive: it is there whenever we are."""
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, "run", str(delivery), "--out", str(out), "--as-of", SAMPLE_DAY],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if "检查结果" in line:
            return process
    raise AssertionError("it ended before")


def test_a_killed_run_leaves_nothing_that_matters(delivery: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = begun(delivery, out)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert not (out / "latest").is_symlink()
    assert [path.name[:10] for path in (out / "runs").iterdir()] == [".building-"] * 2

    night_here(delivery, out)

    assert [path.name for path in (out / "runs").iterdir()] == [(out / "latest").resolve().name]
    events = [json.loads(line) for line in (out / "journal.jsonl").read_text().splitlines()]
    assert [event["event"] for event in events] == ["started", "started", "published"]
    assert events[1]["swept"] == 2


def test_an_interrupted_run_cleans_up(delivery: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = begun(delivery, out)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate()

    assert run.returncode == 130
    assert "Traceback" not in said
    assert list((out / "runs").iterdir()) == []
    assert json.loads((out / "journal.jsonl").read_text().splitlines()[-1])["event"] == "failed"
