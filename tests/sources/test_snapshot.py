"""What is hashed is what is read; a file that moves is sent back."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from screening.errors import DeliveryRejected
from screening.sources.snapshot import take_snapshot


def refuse(path: Path) -> str:
    with pytest.raises(DeliveryRejected) as caught:
        take_snapshot(path)
    assert path.name in caught.value.en or not path.name.isprintable()
    return caught.value.reason


def test_bytes_and_hash(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"abc")

    taken = take_snapshot(tmp_path / "a.csv")

    assert (taken.file, taken.data, taken.sha256) == ("a.csv", b"abc", hashlib.sha256(b"abc").hexdigest())


def test_what_is_no_readable_file(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "dangling.csv").symlink_to(tmp_path / "nowhere")

    assert refuse(tmp_path / "empty.csv") == "empty_file"
    assert refuse(tmp_path / "folder.csv") == "unreadable_file"
    assert refuse(tmp_path / "pipe.csv") == "unreadable_file"
    assert refuse(tmp_path / "dangling.csv") == "unreadable_file"
    assert refuse(tmp_path / "missing.csv") == "unreadable_file"


@pytest.mark.parametrize("change", ["appended", "replaced"])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"abc")
    real = os.stat

    def change_then_look(target: Path) -> os.stat_result:
        if change == "appended":
            path.write_bytes(b"abcdef")
        else:
            (tmp_path / "new").write_bytes(b"xyz")
            (tmp_path / "new").replace(path)
        return real(target)

    monkeypatch.setattr(os, "stat", change_then_look)

    assert refuse(path) == "file_changed"


def test_a_name_cannot_forge_a_line_of_a_log(tmp_path: Path) -> None:
    path = tmp_path / "a\nERROR\x1b[31m.csv"
    path.touch()

    with pytest.raises(DeliveryRejected) as caught:
        take_snapshot(path)

    assert caught.value.en.isprintable()
