"""The log: whole entries or none, in order, and nothing that happens to the file goes unnoticed."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.decisions import log as module
from screening.decisions.entry import GENESIS, Entry, chained
from screening.decisions.log import NAME, VERSION, append, read_log
from screening.errors import IntegrityError, RunFailed
from screening.settings import LogHead


def entry(number: int = 1, **changed: object) -> Entry:
    told: dict[str, object] = {
        "at": "2026-11-24T01:30:00+00:00", "finding_id": f"F{number}", "officer_id": "P1", "run_id": "r", "fingerprint": "f",
        "facts": {"share_pct": "12"}, "basis": (), "decision": "dismissed", "reason": "已核对", "by": "lin", "account": "lin",
    }  # fmt: skip
    return Entry(**(told | changed))  # type: ignore[arg-type]


def filled(out: Path, count: int) -> Path:
    for number in range(1, count + 1):
        append(out, lambda log, number=number: [entry(number)])  # type: ignore[misc]
    return out / NAME


def damage(path: Path, *statements: str) -> None:
    """Alters the file as somebody would who knows SQLite: the guards go first and come back."""
    with sqlite3.connect(path) as db:
        guards = [row[0] for row in db.execute("select sql from sqlite_schema where type = 'trigger'")]
        for name in ("entry_is_never_changed", "entry_is_never_removed", "entry_follows_the_last"):
            db.execute(f"drop trigger {name}")
        for statement in (*statements, *guards):
            db.execute(statement)
    db.close()


def test_no_file_is_an_empty_log_and_reading_makes_none(tmp_path: Path) -> None:
    assert read_log(tmp_path).head == LogHead()
    assert list(tmp_path.iterdir()) == []


def test_what_is_recorded_is_read(tmp_path: Path) -> None:
    told = entry(until=date(2027, 1, 31), source="s", reply="r", identity="same", basis=({"subject": "person"},))
    head = append(tmp_path, lambda log: [told])
    log = read_log(tmp_path)

    assert log.entries == (told,)
    assert (head, log.head) == (log.head, LogHead(entries=1, head=chained(GENESIS, told.text())))


def test_the_chain_can_be_checked_with_sha256_and_nothing_else(tmp_path: Path) -> None:
    path, previous = filled(tmp_path, 3), "0" * 64
    with sqlite3.connect(path) as db:
        for _, text, mark in db.execute("select number, text, hash from entry order by number"):
            previous = hashlib.sha256((previous + "\n" + text).encode()).hexdigest()
            assert mark == previous
    db.close()
    assert read_log(tmp_path).head.head == previous


def test_the_file_says_its_version_and_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = filled(tmp_path, 1)
    finally:
        os.umask(before)
    with sqlite3.connect(path) as db:
        assert db.execute("pragma user_version").fetchone() == (VERSION,)
    db.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "statement",
    [
        "update entry set text = 'x'",
        "delete from entry",
        "insert into entry values (9, 'x', 'y')",
        "insert or replace into entry values (1, 'x', 'y')",
    ],
)
def test_the_file_itself_refuses_changes(tmp_path: Path, statement: str) -> None:
    path = filled(tmp_path, 2)
    before = read_log(tmp_path)
    with sqlite3.connect(path) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)
    db.close()

    assert read_log(tmp_path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "update entry set text = replace(text, 'dismissed', 'confirmed') where number = 2",
        "delete from entry where number = 2",
        "delete from entry where number = 1",
        "update entry set number = 9 where number = 3",
        "insert into entry select 4, text, 'x' from entry where number = 1",
        "update entry set hash = 'x' where number = 3",
        "pragma user_version = 2",
        "pragma application_id = 1",
    ],
)
def test_what_was_altered_is_told_and_stays_as_it_is(tmp_path: Path, statement: str) -> None:
    path = filled(tmp_path, 3)
    damage(path, statement)
    before = path.read_bytes()

    with pytest.raises(IntegrityError):
        read_log(tmp_path)
    with pytest.raises(IntegrityError):
        append(tmp_path, lambda log: [entry(4)])
    assert path.read_bytes() == before


def test_missing_guards_are_told(tmp_path: Path) -> None:
    with sqlite3.connect(filled(tmp_path, 1)) as db:
        db.execute("drop trigger entry_is_never_removed")
    db.close()

    with pytest.raises(IntegrityError):
        read_log(tmp_path)


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"\0" * 8192])
def test_another_file_in_its_place_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)

    with pytest.raises(IntegrityError):
        read_log(tmp_path)


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    real = filled(tmp_path, 1).rename(tmp_path / "elsewhere")
    (tmp_path / NAME).symlink_to(real)

    with pytest.raises(IntegrityError):
        append(tmp_path, lambda log: [entry(2)])


def test_a_file_whose_writer_was_killed_before_he_wrote_is_empty(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()

    assert read_log(tmp_path).head == LogHead()
    assert append(tmp_path, lambda log: [entry()]).entries == 1


def test_an_error_while_making_entries_records_nothing(tmp_path: Path) -> None:
    filled(tmp_path, 1)

    def fails(_: object) -> list[Entry]:
        raise KeyError

    with pytest.raises(KeyError):
        append(tmp_path, fails)
    assert append(tmp_path, lambda log: [entry(2), entry(3)]).entries == 3


def test_a_locked_log_is_told_and_nothing_is_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.2)
    with sqlite3.connect(filled(tmp_path, 1), isolation_level=None) as other:
        other.execute("begin exclusive")
        for act in (lambda: append(tmp_path, lambda log: [entry(2)]), lambda: read_log(tmp_path)):
            with pytest.raises(RunFailed) as refusal:
                act()
            assert refusal.value.reason == "decision_log_locked"
        other.execute("rollback")
    other.close()

    assert read_log(tmp_path).head.entries == 1


WRITER = """
import sys
from pathlib import Path
from screening.decisions.log import append
from tests.decisions.test_log import entry
for number in range(int(sys.argv[2])):
    print(append(Path(sys.argv[1]), lambda log: [entry(reason=sys.argv[3] + str(number))]).entries, flush=True)
"""


def writer(out: Path, count: int, name: str, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(out), str(count), name], stdout=subprocess.PIPE, text=True, **more
    )  # type: ignore[call-overload,no-any-return]


def test_several_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [writer(tmp_path, 8, name) for name in "abc"]
    told = [int(line) for each in writers for line in each.communicate()[0].split()]

    assert sorted(told) == list(range(1, 25))
    assert len({each.reason for each in read_log(tmp_path).entries}) == 24


def _small_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_disk_that_takes_no_more_keeps_every_acknowledged_entry(tmp_path: Path) -> None:
    full = writer(tmp_path, 200, "x" * 400, stderr=subprocess.PIPE, preexec_fn=_small_files)
    said, why = full.communicate()
    told = [int(line) for line in said.split()]

    assert full.returncode != 0
    assert "RunFailed" in why
    assert told == list(range(1, len(told) + 1))
    assert 0 < len(told) < 200
    assert read_log(tmp_path).head.entries == len(told)


@pytest.mark.campaign
def test_killed_at_any_moment_no_acknowledged_entry_is_lost(tmp_path: Path) -> None:
    chance, acknowledged = random.Random(7), 0
    for round_ in range(60):
        process = writer(tmp_path, 1_000, f"r{round_}-")
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 8)):
            acknowledged = max(acknowledged, int(process.stdout.readline()))
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0].split()
        acknowledged = max([acknowledged, *map(int, rest)])
        log = read_log(tmp_path)
        assert log.head.entries in (
            acknowledged,
            acknowledged + 1,
        )  # the last one may be on disk and not yet acknowledged
        acknowledged = log.head.entries


@pytest.mark.campaign
def test_no_damage_to_the_file_goes_unnoticed(tmp_path: Path) -> None:
    """Cut anywhere, or one bit turned: the log is refused, or reads as it was, or as a beginning that the anchor gives away."""
    path = filled(tmp_path, 40)
    whole, content, chance = read_log(tmp_path), path.read_bytes(), random.Random(11)

    def cut(data: bytes) -> bytes:
        return data[: chance.randrange(len(data))]

    def turn(data: bytes) -> bytes:
        place = chance.randrange(len(data))
        return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]

    seen = {"refused": 0, "unchanged": 0, "given away by the anchor": 0}
    for harm in (cut, turn) * 1_000:
        other = tmp_path / "other"
        other.mkdir()
        (other / NAME).write_bytes(harm(content))
        try:
            log = read_log(other)
        except IntegrityError:
            seen["refused"] += 1
        else:
            seen["unchanged" if log == whole else "given away by the anchor"] += 1
            assert log == whole or not log.holds(whole.head)
        shutil.rmtree(other)
    assert seen["refused"] > 900, seen


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(texts, texts, st.none() | st.dates(), st.none() | texts, st.sampled_from([None, "same", "not_same"]))
def test_every_entry_is_read_as_it_was_written(
    reason: str, by: str, until: date | None, source: str | None, identity: str | None
) -> None:
    told = entry(reason=reason, by=by, until=until, source=source, identity=identity, basis=({"name": reason},))

    assert Entry.parse(told.text()) == told


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"until":null}', '{"until":null,"basis":[],"x":1}'])
def test_what_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no entry|Expecting value"):
        Entry.parse(text)
