"""The output folder: private building, rename, `latest`, baseline, and what a killed run leaves."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from screening.warehouse import folder

FIRST = "2026-11-19-aaaaaaaaaaaa"
SECOND = "2026-11-20-bbbbbbbbbbbb"
THIRD = "2026-11-20-cccccccccccc"


def publish(out: Path, run_id: str, at: int | None = None) -> Path:
    """One published run; `at` stands for when its last file was written."""
    with folder.private_umask(), folder.building(out) as built:
        (built / "findings.parquet").write_text(run_id)
        if at is not None:
            os.utime(built, ns=(at, at))
        return folder.publish(out, built, run_id)


def test_publishing_is_one_rename(tmp_path: Path) -> None:
    with folder.building(tmp_path) as built:
        (built / "report.html").write_text("x")
        target = folder.publish(tmp_path, built, FIRST)
        assert not built.exists()

    assert target == tmp_path / "runs" / FIRST
    assert (target / "report.html").read_text() == "x"
    assert folder.published(tmp_path) == [FIRST]


def test_what_was_built_and_not_published_is_removed(tmp_path: Path) -> None:
    def fails() -> None:
        with folder.building(tmp_path) as built:
            (built / "half").write_text("x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert list((tmp_path / "runs").iterdir()) == []


def test_everything_is_private(tmp_path: Path) -> None:
    out = tmp_path / "out"
    target = publish(out, FIRST)

    for path in (out, out / "runs", target, *target.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_umask_is_given_back(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with folder.private_umask():
            pass
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)


def test_sweeping_removes_what_killed_runs_left_and_nothing_else(tmp_path: Path) -> None:
    target = publish(tmp_path, FIRST)
    folder.point_latest(tmp_path)
    left = tmp_path / "runs" / ".building-4711-deadbeef"
    (left / "spill").mkdir(parents=True)
    (left / "spill" / "frame.arrow").write_text("x")
    (tmp_path / ".latest-deadbeef").symlink_to("runs/nowhere")

    assert folder.sweep(tmp_path) == 1

    assert not left.exists()
    assert not (tmp_path / ".latest-deadbeef").is_symlink()
    assert (target / "findings.parquet").exists()
    assert folder.latest(tmp_path) == target


def test_only_run_ids_are_runs(tmp_path: Path) -> None:
    """A folder of other people, or of a killed run, must not stop the next night."""
    publish(tmp_path, FIRST)
    (tmp_path / "runs" / "old stuff").mkdir()
    (tmp_path / "runs" / ".building-1-x").mkdir()
    (tmp_path / "runs" / "spill-xyz").mkdir()

    assert folder.published(tmp_path) == [FIRST]
    assert folder.baseline(tmp_path, date(2026, 11, 20)) == tmp_path / "runs" / FIRST


def test_nothing_is_published_at_first(tmp_path: Path) -> None:
    assert folder.published(tmp_path) == []
    assert folder.latest(tmp_path) is None
    assert folder.baseline(tmp_path, date(2026, 11, 20)) is None
    assert folder.point_latest(tmp_path) is None
    assert not (tmp_path / "latest").exists()


def test_latest_never_goes_back_in_time(tmp_path: Path) -> None:
    newer = publish(tmp_path, SECOND, at=1)
    folder.point_latest(tmp_path)
    publish(tmp_path, FIRST, at=2)

    assert folder.point_latest(tmp_path) == SECOND
    assert folder.latest(tmp_path) == newer


def test_among_equal_dates_the_last_published_is_the_latest(tmp_path: Path) -> None:
    publish(tmp_path, THIRD, at=1)
    folder.point_latest(tmp_path)
    publish(tmp_path, SECOND, at=2)

    assert folder.point_latest(tmp_path) == SECOND


def test_a_crash_between_rename_and_swap_is_mended_by_the_next_call(tmp_path: Path) -> None:
    publish(tmp_path, FIRST, at=1)
    folder.point_latest(tmp_path)
    publish(tmp_path, SECOND, at=2)

    assert folder.latest(tmp_path) == tmp_path / "runs" / FIRST
    assert folder.point_latest(tmp_path) == SECOND
    assert folder.latest(tmp_path) == tmp_path / "runs" / SECOND


def test_asking_again_does_not_swap_again(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    folder.point_latest(tmp_path)
    before = (tmp_path / "latest").lstat().st_ino

    assert folder.point_latest(tmp_path) == FIRST
    assert (tmp_path / "latest").lstat().st_ino == before


def test_the_link_is_relative_so_that_the_folder_can_move(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, FIRST)
    folder.point_latest(out)
    out.rename(tmp_path / "moved")

    assert folder.latest(tmp_path / "moved") == tmp_path / "moved" / "runs" / FIRST


def test_the_baseline_is_strictly_before(tmp_path: Path) -> None:
    for number, run in enumerate((FIRST, SECOND, THIRD)):
        publish(tmp_path, run, at=number)

    assert folder.baseline(tmp_path, date(2026, 11, 19)) is None
    assert folder.baseline(tmp_path, date(2026, 11, 20)) == tmp_path / "runs" / FIRST
    assert folder.baseline(tmp_path, date(2026, 11, 21)) == tmp_path / "runs" / THIRD


def test_the_baseline_of_one_day_is_the_last_published(tmp_path: Path) -> None:
    publish(tmp_path, THIRD, at=1)
    publish(tmp_path, SECOND, at=2)

    assert folder.baseline(tmp_path, date(2026, 11, 21)) == tmp_path / "runs" / SECOND
