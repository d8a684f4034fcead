"""What went wrong is told by its nature: reading, disk, memory, or a fault of ours; and nothing is left behind."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import screening.matching
import screening.reports
import screening.sources
from screening.errors import RunFailed, ScreeningError
from screening.pipeline import Night, Request, prepare, read_settings, run_night, screen
from tests.deliveries import write_good
from tests.obliging import ObligingProcess


@pytest.fixture(autouse=True)
def _obliging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.pipeline.ValidationProcess", ObligingProcess)


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    delivery = write_good(tmp_path / "delivery")
    return Request(delivery, tmp_path / "out", date(2026, 11, 20), read_settings(delivery))


def clock() -> datetime:
    return datetime(2026, 11, 20, 17, 30, tzinfo=UTC)


def fails(error: BaseException) -> Callable[..., None]:
    def run(*_: Any) -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("stage", "error", "reason"),
    [
        (screening.sources, PermissionError(errno.EACCES, "no"), "source_unreachable"),
        (screening.sources, ConnectionResetError(errno.ECONNRESET, "gone"), "source_unreachable"),
        (screening.sources, OSError(errno.ENOSPC, "full"), "disk_full"),
        (screening.matching, OSError(errno.ENOSPC, "full"), "disk_full"),
        (screening.matching, OSError(errno.EDQUOT, "quota"), "disk_full"),
        (screening.matching, FileNotFoundError(errno.ENOENT, "lost"), "internal_fault"),
        (screening.matching, MemoryError(), "out_of_memory"),
        (screening.matching, RecursionError(), "internal_fault"),
        (screening.reports, PermissionError(errno.EACCES, "no"), "cannot_write"),
        (screening.reports, OSError(errno.EIO, "broken"), "cannot_write"),
        (screening.reports, RunFailed("中", "en", "ours"), "ours"),
    ],
)
def test_an_error_is_told_by_its_nature(
    request_: Request, monkeypatch: pytest.MonkeyPatch, stage: Any, error: BaseException, reason: str
) -> None:
    monkeypatch.setattr(stage, "run", fails(error))

    with pytest.raises(ScreeningError) as refusal:
        run_night(request_, clock)

    assert (refusal.value.reason, refusal.value.exit_status) == (reason, 5)
    last = json.loads((request_.out / "journal.jsonl").read_text().splitlines()[-1])
    assert (last["event"], last["reason"]) == ("failed", reason)
    assert list((request_.out / "runs").iterdir()) == []
    assert not (request_.out / "latest").is_symlink()


def test_a_stop_is_not_an_error_of_ours(request_: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screening.matching, "run", fails(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        run_night(request_, clock)

    assert list((request_.out / "runs").iterdir()) == []


def test_stages_come_in_order_and_are_told_as_they_begin(request_: Request) -> None:
    told: list[str] = []
    steps: list[str] = []

    result = run_night(request_, clock, lambda stage: told.append(stage.name), steps.append)

    assert told == [
        "sources", "check-delivered", "staging", "check-staged", "matching", "relationships", "policy", "findings",
        "check-findings", "reports",
    ]  # fmt: skip
    assert {"reading officers", "report.xlsx", "report.html"} <= set(steps)
    assert result.folder == request_.out / "runs" / result.run_id
    assert not result.unchanged
    assert "SELL-C" in result.not_screened


def test_an_unchanged_night_stops_after_reading(request_: Request) -> None:
    first = run_night(request_, clock)
    told: list[str] = []

    again = run_night(request_, clock, lambda stage: told.append(stage.name))

    assert told == ["sources"]
    assert again.unchanged
    assert again.run_id == first.run_id


def test_the_journal_tells_seconds_per_stage_and_the_manifest(request_: Request) -> None:
    result = run_night(request_, clock)
    started, published = (json.loads(line) for line in (request_.out / "journal.jsonl").read_text().splitlines())

    assert started == {"at": "2026-11-20T17:30:00.000+00:00", "event": "started", "as_of": "2026-11-20", "swept": 0}
    assert published["run_id"] == result.run_id
    assert published["latest"] is True
    assert sorted(published["seconds"]) == sorted(
        ["sources", "check-delivered", "staging", "check-staged", "matching", "relationships", "policy", "findings",
         "check-findings", "reports"]
    )  # fmt: skip


def test_the_night_is_private_while_it_is_made(request_: Request) -> None:
    seen: list[int] = []

    def look(night: Night) -> None:
        seen.extend(path.stat().st_mode & 0o077 for path in request_.out.rglob("*"))

    with prepare(request_, clock) as night:
        look(night)

    assert set(seen) == {0}
    assert list((request_.out / "runs").iterdir()) == []


def test_screening_in_memory_gives_the_same_findings(request_: Request) -> None:
    import pyarrow.parquet as pq

    published = pq.read_table(run_night(request_, clock).folder / "findings.parquet").to_pylist()
    found = screen(request_.delivery, request_.as_of)

    assert [row["finding_id"] for row in found] == [row["finding_id"] for row in published]
    assert len(found) >= 1
