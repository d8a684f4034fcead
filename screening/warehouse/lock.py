"""One writer per output folder, by a kernel lock: it dies with its owner, so none is ever stale."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from screening.errors import RunInProgress


@contextmanager
def sole_writer(out: Path, started_at: str) -> Iterator[None]:
    """Holds the lock of `out` for the length of the block.

    Args:
        out: the output folder; it exists.
        started_at: shown to whoever comes second.

    Raises:
        RunInProgress: another process holds it.
    """
    descriptor = os.open(out / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = _holder(descriptor)
            raise RunInProgress(
                f"另一个运行正在使用该输出目录（进程 {who['pid']}，开始于 {who['started_at']}），请等待其结束后重试。",
                f"Another run is using this output folder (process {who['pid']}, started {who['started_at']}); "
                "wait until it ends and try again.",
                "run_in_progress",
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "started_at": started_at}).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> dict[str, str]:
    """Who wrote the lock file; question marks while the owner has not written yet."""
    try:
        told = json.loads(os.pread(descriptor, 4096, 0))
        return {"pid": str(told["pid"]), "started_at": str(told["started_at"])}
    except (ValueError, KeyError, TypeError):
        return {"pid": "?", "started_at": "?"}
