"""One writer per output folder, told by real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from screening.errors import RunInProgress
from screening.warehouse.lock import sole_writer

HOLDER = """
import sys
from pathlib import Path
from screening.warehouse.lock import sole_writer
with sole_writer(Path(sys.argv[1]), "2026-11-20T01:30:00+00:00"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(out: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until it is told to stop."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_second_process_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with holder(tmp_path) as other, pytest.raises(RunInProgress) as refusal, sole_writer(tmp_path, "now"):
        pass

    assert str(other.pid) in refusal.value.en
    assert str(other.pid) in refusal.value.zh
    assert "2026-11-20T01:30:00+00:00" in refusal.value.en
    assert refusal.value.exit_status == 4


def test_a_killed_owner_leaves_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with sole_writer(tmp_path, "now"):
            assert f'"pid": {os.getpid()}' in (tmp_path / ".lock").read_text()


def test_the_lock_is_free_after_the_block(tmp_path: Path) -> None:
    with sole_writer(tmp_path, "first"):
        pass
    with sole_writer(tmp_path, "second"):
        assert "second" in (tmp_path / ".lock").read_text()


def test_the_lock_of_one_folder_does_not_hold_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()

    with holder(one), sole_writer(two, "now"):
        assert (two / ".lock").exists()


def test_an_unreadable_lock_file_still_refuses(tmp_path: Path) -> None:
    with holder(tmp_path):
        (tmp_path / ".lock").write_text("{")
        with pytest.raises(RunInProgress, match=r"process \?"), sole_writer(tmp_path, "now"):
            pass


def test_children_do_not_inherit_the_lock(tmp_path: Path) -> None:
    """The validation process lives a moment longer than the night; it must not keep the folder locked."""
    with sole_writer(tmp_path, "night"):
        child = subprocess.Popen(
            [sys.executable, "-c", "print('up', flush=True); input()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            close_fds=False,
        )
        assert child.stdout is not None
        child.stdout.readline()
    try:
        with sole_writer(tmp_path, "next"):
            assert child.poll() is None
    finally:
        child.kill()
        child.communicate()
