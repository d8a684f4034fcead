"""The folder papers are written into: a new or an empty one, all of them or none, readable by its owner alone."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from screening.errors import ScreeningError, UsageError, disk_full
from screening.warehouse.folder import private_umask

_BUILDING = ".papers-"
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def paper_folder(path: Path, out: Path | None = None) -> Iterator[Path]:
    """Yields a folder to write into; at the end of the block everything in it stands in `path`.

    Args:
        path: where the papers shall stand.
        out: an output folder, among whose runs nothing may be written.

    Raises:
        UsageError: something stands there already, it would lie among published runs, or it cannot be written.
        RunFailed: the disk is full.
    """
    try:
        target = path.resolve()
    except RuntimeError:  # links in a circle
        raise _cannot_write(path) from None
    try:
        is_new = _is_new(target, path)
        if out is not None and target.is_relative_to((out / "runs").resolve()):
            raise UsageError(
                "文书不能写入已发布的运行目录，请另选位置。",
                "Papers cannot be written among published runs; choose another place.",
                "bad_place",
            )
        with private_umask():
            target.parent.mkdir(parents=True, exist_ok=True)
            building = (target.parent if is_new else target) / f"{_BUILDING}{secrets.token_hex(4)}"
            building.mkdir()
            try:
                yield building
                _hand_over(building, target, is_new)
            finally:
                shutil.rmtree(building, ignore_errors=True)
    except OSError as error:
        if error.errno in _FULL:
            raise disk_full(path) from None
        raise _cannot_write(path) from None


def _is_new(target: Path, named: Path) -> bool:
    """Whether the folder is still to be made; an empty one may be there.

    Raises:
        UsageError: it holds something, or is no folder.
    """
    if not target.exists():
        return True
    if target.is_dir() and not any(target.iterdir()):
        return False
    raise UsageError(
        f"{named} 已存在且不是空目录；不会覆盖其中的文件，请换一个目录或先将其清空。",
        f"{named} is there and is no empty folder; nothing in it is overwritten: choose another one, or empty it first.",
        "folder_not_empty",
    )


def _hand_over(building: Path, target: Path, is_new: bool) -> None:
    """Gives what was built its place: one rename, or one a file where the folder was there: somebody may stand in it."""
    if is_new:
        building.rename(target)
        return
    moved: list[Path] = []
    try:
        for path in sorted(building.iterdir()):
            place = target / path.name
            path.rename(place)
            moved.append(place)
    except BaseException:
        for path in moved:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _cannot_write(path: Path) -> ScreeningError:
    return UsageError(
        f"无法写入 {path}，请检查目录与权限。",
        f"Cannot write {path}; check folder and permissions.",
        "cannot_write",
    )
