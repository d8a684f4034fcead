"""The journal: one line per event, also after a crash in the middle of one."""

from __future__ import annotations

import stat
from datetime import datetime, timedelta, timezone
from pathlib import Path

from screening.warehouse.journal import Journal, read_journal

BEIJING = timezone(timedelta(hours=8))


def journal(out: Path) -> Journal:
    """A journal whose clock stands still."""
    return Journal(out, lambda: datetime(2026, 11, 20, 9, 30, tzinfo=BEIJING))


def test_lines_carry_event_facts_and_the_time_in_utc(tmp_path: Path) -> None:
    journal(tmp_path).write("started", as_of="2026-11-20")
    journal(tmp_path).write("published", run_id="r")

    assert list(read_journal(tmp_path)) == [
        {"at": "2026-11-20T01:30:00.000+00:00", "event": "started", "as_of": "2026-11-20"},
        {"at": "2026-11-20T01:30:00.000+00:00", "event": "published", "run_id": "r"},
    ]


def test_it_is_private(tmp_path: Path) -> None:
    journal(tmp_path).write("started")

    assert stat.S_IMODE((tmp_path / "journal.jsonl").stat().st_mode) == 0o600


def test_a_torn_last_line_costs_that_line_only(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.write("first")
    path = tmp_path / "journal.jsonl"
    whole = path.read_bytes()
    book.write("torn")
    path.write_bytes(path.read_bytes()[: len(whole) + 20])
    book.write("next")

    assert [line["event"] for line in read_journal(tmp_path)] == ["first", "next"]


def test_garbage_is_passed_over(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.write("first")
    with (tmp_path / "journal.jsonl").open("ab") as file:
        file.write(b"\xff\xfe\x00\n17\n[]\n\n")
    book.write("next")

    assert [line["event"] for line in read_journal(tmp_path)] == ["first", "next"]


def test_no_journal_is_an_empty_one(tmp_path: Path) -> None:
    assert list(read_journal(tmp_path)) == []
