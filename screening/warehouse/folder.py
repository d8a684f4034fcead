"""The output folder: private building, fsync, rename, and the swap of `latest`. The only writer of OUT."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

_BUILDING = ".building-"
_SWAP = ".latest-"
_RUN_ID = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{12}")


@contextmanager
def private_umask() -> Iterator[None]:
    """Everything created in the block is readable by its owner alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def sweep(out: Path) -> int:
    """Removes what killed runs left behind; the caller holds the lock, so every building folder is dead.

    Returns:
        How many folders were removed.
    """
    for link in out.glob(f"{_SWAP}*"):
        link.unlink()
    dead = [path for path in (out / "runs").glob(f"{_BUILDING}*") if path.is_dir() and not path.is_symlink()]
    for path in dead:
        shutil.rmtree(path, ignore_errors=True)
    return len(dead)


@contextmanager
def building(out: Path) -> Iterator[Path]:
    """A private folder for one run, for what is built or for spill files; removed at the end unless it was renamed."""
    path = out / "runs" / f"{_BUILDING}{os.getpid()}-{secrets.token_hex(4)}"
    path.mkdir(parents=True, mode=0o700)
    try:
        yield path
    finally:
        if path.exists():
            shutil.rmtree(path, ignore_errors=True)


def publish(out: Path, built: Path, run_id: str) -> Path:
    """Makes a built run visible: every byte on disk, then one rename.

    Returns:
        The folder of the published run.
    """
    for directory, _, files in os.walk(built, topdown=False):
        for name in files:
            _sync(Path(directory, name))
        _sync(Path(directory))
    target = out / "runs" / run_id
    built.rename(target)
    _sync(target.parent)
    return target


def published(out: Path) -> list[str]:
    """Run ids under OUT/runs, sorted; whatever else lies there is none of ours."""
    runs = out / "runs"
    if not runs.is_dir():
        return []
    return sorted(path.name for path in runs.iterdir() if path.is_dir() and is_run_id(path.name))


def is_run_id(name: str) -> bool:
    """Whether a run may be called so: a day that there is, and 12 hex digits."""
    try:
        return _RUN_ID.fullmatch(name) is not None and as_of_date(name) is not None
    except ValueError:
        return False


def as_of_date(run_id: str) -> date:
    """The as-of date a run id begins with."""
    return date.fromisoformat(run_id[:10])


def latest(out: Path) -> Path | None:
    """The folder `latest` points to, resolved once; None when nothing was published."""
    link = out / "latest"
    return link.resolve() if link.is_symlink() and link.exists() else None


def point_latest(out: Path) -> str | None:
    """Swaps `latest` to the run with the greatest as-of date, among equals the one published last (contract.md section 3).

    Called after every publication, and when nothing changed: a crash may have come between rename and swap.

    Returns:
        The run `latest` points to; None when nothing was published.
    """
    newest = _newest(out, published(out))
    if newest is None or newest == latest(out):
        return None if newest is None else newest.name
    swap = out / f"{_SWAP}{secrets.token_hex(4)}"
    swap.symlink_to(Path("runs") / newest.name)
    swap.replace(out / "latest")
    _sync(out)
    return newest.name


def baseline(out: Path, as_of: date) -> Path | None:
    """The published run with the greatest as-of date strictly before `as_of`, among equals the one published last."""
    return _newest(out, [run for run in published(out) if as_of_date(run) < as_of])


def _newest(out: Path, runs: Iterable[str]) -> Path | None:
    """The run of the greatest day, then of the latest change of its folder: a published folder never changes again."""
    paths = [(out / "runs" / run).resolve() for run in runs]
    return max(paths, key=lambda path: (as_of_date(path.name), path.stat().st_mtime_ns, path.name), default=None)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
