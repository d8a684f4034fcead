"""`coi verify`: every run, every manifest, and where `latest` points."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from screening.errors import IntegrityError, UsageError
from screening.warehouse import folder
from screening.warehouse.journal import Journal
from screening.warehouse.manifest import MANIFEST, write_manifest
from screening.warehouse.verification import verify

FIRST = "2026-11-19-aaaaaaaaaaaa"
SECOND = "2026-11-20-bbbbbbbbbbbb"


def publish(out: Path, run_id: str) -> Path:
    """One published run, recorded in the journal."""
    with folder.building(out) as built:
        (built / "report.html").write_text(run_id)
        manifest = write_manifest(built, {"run_id": run_id})
        target = folder.publish(out, built, run_id)
    folder.point_latest(out)
    Journal(out, lambda: datetime(2026, 11, 20, tzinfo=UTC)).write("published", run_id=run_id, manifest=manifest)
    return target


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two nights."""
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    return tmp_path


def test_all_runs_are_checked(out: Path) -> None:
    assert verify(out) == (SECOND, 4)


def test_an_altered_file_of_an_older_run_is_found(out: Path) -> None:
    (out / "runs" / FIRST / "report.html").write_text("x")

    with pytest.raises(IntegrityError, match=FIRST):
        verify(out)


def test_an_altered_file_with_a_fitting_manifest_is_found_by_the_journal(out: Path) -> None:
    target = out / "runs" / SECOND
    (target / "report.html").write_text("x")
    (target / MANIFEST).unlink()
    write_manifest(target, {"run_id": SECOND})

    with pytest.raises(IntegrityError, match="not the one the journal recorded"):
        verify(out)


def test_the_newest_run_must_be_there(out: Path) -> None:
    shutil.rmtree(out / "runs" / SECOND)

    with pytest.raises(IntegrityError, match="2026-11-20"):
        verify(out)


def test_an_older_run_may_be_thrown_away(out: Path) -> None:
    shutil.rmtree(out / "runs" / FIRST)

    assert verify(out) == (SECOND, 2)


def test_latest_must_point_to_the_newest_run(out: Path) -> None:
    (out / "latest").unlink()
    (out / "latest").symlink_to(Path("runs") / FIRST)

    with pytest.raises(IntegrityError, match="`latest`"):
        verify(out)


def test_of_two_runs_of_a_day_latest_must_be_the_one_published_last(out: Path) -> None:
    later = "2026-11-20-0aaaaaaaaaaa"
    publish(out, later)
    assert verify(out) == (later, 6)

    (out / "latest").unlink()
    (out / "latest").symlink_to(Path("runs") / SECOND)

    with pytest.raises(IntegrityError, match="`latest`"):
        verify(out)


def test_a_run_that_was_removed_and_published_again_is_the_last_of_its_day(out: Path) -> None:
    later = "2026-11-20-0aaaaaaaaaaa"
    publish(out, later)
    shutil.rmtree(out / "runs" / SECOND)
    publish(out, SECOND)

    assert verify(out) == (SECOND, 6)


def test_where_the_journal_was_cut_off_either_run_of_the_day_may_be_latest(out: Path) -> None:
    """Killed between the rename and the line of the journal."""
    publish(out, "2026-11-20-0aaaaaaaaaaa")
    journal = out / "journal.jsonl"
    journal.write_text("".join(journal.read_text().splitlines(keepends=True)[:-1]))

    assert verify(out)[0] == "2026-11-20-0aaaaaaaaaaa"


def test_what_bears_no_day_is_no_run(out: Path) -> None:
    (out / "runs" / "2026-13-45-aaaaaaaaaaaa").mkdir()
    Journal(out, lambda: datetime(2026, 11, 20, tzinfo=UTC)).write("published", run_id="2026-13-45-aaaaaaaaaaaa")
    Journal(out, lambda: datetime(2026, 11, 20, tzinfo=UTC)).write("published")

    assert verify(out) == (SECOND, 4)
    assert folder.published(out) == [FIRST, SECOND]
    assert folder.point_latest(out) == SECOND


def test_a_lost_link_is_found(out: Path) -> None:
    (out / "latest").unlink()

    with pytest.raises(IntegrityError, match="`latest`"):
        verify(out)


def test_nothing_published_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refusal:
        verify(tmp_path)

    assert refusal.value.exit_status == 2


def test_everything_removed_is_no_wrong_usage(out: Path) -> None:
    shutil.rmtree(out / "runs")

    with pytest.raises(IntegrityError):
        verify(out)
