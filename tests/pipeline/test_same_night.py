"""The same night is the same bytes, whatever the machine; shuffled rows change nothing but row numbers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, SAMPLE, SAMPLE_DAY, coi, complaint, copied_sample, night, tree_hash

from .plain import without_rows
from .tables import read, seal, shuffle, spoil_softly


def other_machine(delivery: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """The same command with another number of threads, hash seed, time zone and folder to stand in."""
    env = {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"}
    return coi("run", delivery, "--out", out, "--as-of", SAMPLE_DAY, "--threads", "1", env=env, cwd=out.parent)


def published(out: Path) -> dict[str, str]:
    return tree_hash(out / "runs")


def test_the_same_delivery_gives_the_same_bytes(sample_out: Path, tmp_path: Path) -> None:
    done = other_machine(SAMPLE, tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert published(tmp_path / "out") == published(sample_out)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"runs", "latest", "journal.jsonl", ".lock"}


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Two output folders: of a delivery with soft defects, and of the same delivery with its rows shuffled; and that."""
    folder = tmp_path_factory.mktemp("shuffled")
    first = copied_sample(folder)
    spoil_softly(first)
    seal(first)
    second = shutil.copytree(first, folder / "shuffled")
    shuffle(second, seed=11)
    seal(second)
    assert read(first / "holdings.parquet").rows != read(second / "holdings.parquet").rows
    for delivery, out in ((first, folder / "one"), (second, folder / "two")):
        done = night(delivery, out) if delivery is first else other_machine(delivery, out)
        assert done.returncode == 0, done.stderr
    return folder / "one", folder / "two", second


def test_shuffled_rows_change_nothing_but_row_numbers(shuffled: tuple[Path, Path, Path]) -> None:
    one, two, _ = shuffled
    left, right = (without_rows((out / "latest").resolve()) for out in (one, two))

    assert (one / "latest").resolve().name == (two / "latest").resolve().name
    assert sorted(left) == sorted(right)
    for name in left:
        assert left[name] == right[name], name


def test_the_soft_defects_are_in_the_quality_report(shuffled: tuple[Path, Path, Path]) -> None:
    """Else the comparison above would be of clean data only."""
    told = json.loads((shuffled[0] / "latest" / "coverage.json").read_text())["tables"]
    quality = without_rows((shuffled[0] / "latest").resolve())["quality.parquet"]

    assert (told["holdings"]["duplicate"], told["suppliers"]["rejected"]) == (2, 1)
    assert len(quality) >= 6


def test_shuffled_rows_into_the_same_folder_change_nothing(shuffled: tuple[Path, Path, Path]) -> None:
    one, _, delivery = shuffled
    before = published(one)

    done = night(delivery, one, "--lang", "zh")

    assert done.returncode == 0, done.stderr
    assert "没有变化" in done.stdout
    assert published(one) == before


@pytest.fixture
def out(sample_out: Path, tmp_path: Path) -> Path:
    """The published sample, to be spoilt."""
    copied = tmp_path / "out"
    shutil.copytree(sample_out, copied, symlinks=True)
    return copied


def test_the_same_night_again_says_that_nothing_changed(out: Path) -> None:
    before = tree_hash(out / "runs"), (out / "latest").readlink()

    done = night(SAMPLE, out)

    assert (done.returncode, complaintless(done)) == (0, "")
    run = (out / "latest").resolve().name
    assert f"与已发布的运行 {run} 完全相同，没有变化" in done.stdout
    assert (tree_hash(out / "runs"), (out / "latest").readlink()) == before
    events = [json.loads(line)["event"] for line in (out / "journal.jsonl").read_text().splitlines()]
    assert events == ["started", "published", "started", "unchanged"]


def complaintless(done: subprocess.CompletedProcess[str]) -> str:
    """What stands on standard error besides progress."""
    return "".join(line for line in done.stderr.splitlines() if not line.startswith("…"))


def test_the_same_night_again_restores_a_lost_link(out: Path) -> None:
    run = (out / "latest").resolve()
    (out / "latest").unlink()

    assert coi("verify", out).returncode == 6
    assert night(SAMPLE, out).returncode == 0
    assert (out / "latest").resolve() == run


@pytest.mark.parametrize("name", ["findings.parquet", "report.html", "manifest.json", "index/watched.parquet"])
def test_an_altered_publication_is_found_by_verify(out: Path, name: str) -> None:
    with (out / "latest" / name).open("ab") as file:
        file.write(b" ")

    done = coi("verify", out, "--lang", "en")

    assert done.returncode == 6
    assert name in complaint(done)
    assert (out / "latest").resolve().name in complaint(done)


def test_an_altered_publication_stops_the_same_night(out: Path) -> None:
    (out / "latest" / "report.xlsx").write_bytes(b"PK")

    done = night(SAMPLE, out)

    assert done.returncode == 6
    assert "report.xlsx 内容已被改动" in complaint(done)
    assert json.loads((out / "journal.jsonl").read_text().splitlines()[-1])["reason"] == "integrity"


def test_a_whole_publication_verifies(sample_out: Path) -> None:
    done = coi("verify", sample_out)

    assert (done.returncode, done.stderr) == (0, "")
    assert "条决定完整无改动" in done.stdout


def test_nothing_published_is_readable_by_others(sample_out: Path) -> None:
    for path in [sample_out, *sample_out.rglob("*")]:
        if not path.is_symlink():
            assert path.stat().st_mode & 0o077 == 0, path


def test_no_path_of_this_machine_is_published(sample_out: Path) -> None:
    """A run is the same run on every machine, and says nothing about where it was made."""
    for path in (sample_out / "latest").resolve().rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for where in (str(ROOT), str(sample_out), f"{Path.home()}/", sys.prefix):
                assert where.encode() not in content, (path, where)
