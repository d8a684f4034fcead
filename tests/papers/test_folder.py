"""Papers stand in a folder of their own, all of them or none, and nothing that was there is touched."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from screening.errors import RunFailed, UsageError
from screening.papers.folder import paper_folder


def write(path: Path, out: Path | None = None) -> None:
    with paper_folder(path, out) as folder:
        (folder / "forms").mkdir()
        (folder / "forms" / "a.docx").write_text("x")
        (folder / "b.docx").write_text("y")


@pytest.mark.parametrize("is_there", [False, True])
def test_a_new_or_an_empty_folder_is_filled(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "deep" / "papers"
    if is_there:
        path.mkdir(parents=True)
    before = path.stat().st_ino if is_there else None
    write(path)

    assert sorted(each.relative_to(path).as_posix() for each in path.rglob("*")) == ["b.docx", "forms", "forms/a.docx"]
    assert [each.name for each in path.parent.iterdir()] == ["papers"]
    assert before in (None, path.stat().st_ino), "somebody may stand in it"
    for each in path.rglob("*"):
        assert each.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["b.docx", "notes.txt", ".hidden"])
def test_what_is_there_is_never_touched(tmp_path: Path, name: str) -> None:
    path = tmp_path / "papers"
    path.mkdir()
    (path / name).write_text("mine")
    with pytest.raises(UsageError) as refused:
        write(path)

    assert refused.value.reason == "folder_not_empty"
    assert [(each.name, each.read_text()) for each in path.iterdir()] == [(name, "mine")]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("mine")
    with pytest.raises(UsageError) as refused:
        write(tmp_path / "papers")

    assert refused.value.reason == "folder_not_empty"
    with pytest.raises(UsageError) as below:
        write(tmp_path / "papers" / "deeper")
    assert below.value.reason == "cannot_write"


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, RunFailed), (errno.EACCES, UsageError)])
def test_a_failure_leaves_nothing(tmp_path: Path, is_there: bool, number: int, error: type[Exception]) -> None:
    path = tmp_path / "papers"
    if is_there:
        path.mkdir()

    def fail() -> None:
        with paper_folder(path) as folder:
            (folder / "a.docx").write_text("half")
            raise OSError(number, "no")

    with pytest.raises(error):
        fail()
    assert list(tmp_path.rglob("*")) == ([path] if is_there else [])


def test_a_failure_while_they_are_handed_over_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def stumble(self: Path, target: Path) -> Path:
        if self.name == "forms":
            raise OSError(errno.EIO, "no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stumble)
    path = tmp_path / "papers"
    path.mkdir()
    with pytest.raises(UsageError):
        write(path)

    assert list(tmp_path.rglob("*")) == [path]


def test_nothing_is_written_among_published_runs(tmp_path: Path) -> None:
    (tmp_path / "out" / "runs" / "r").mkdir(parents=True)
    with pytest.raises(UsageError) as refused:
        write(tmp_path / "out" / "runs" / "r" / "papers", tmp_path / "out")

    assert refused.value.reason == "bad_place"
    assert list((tmp_path / "out" / "runs" / "r").iterdir()) == []


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UsageError):
        write(tmp_path / "a" / "papers")
