"""OUT/journal.jsonl: when runs started, ended and how long each stage took. The only place with wall-clock times."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Clock = Callable[[], datetime]
"""Tells the time; handed in by the caller, so that the core has no clock of its own."""


class Journal:
    """Appends lines to the journal of an output folder; each is on disk before the call returns."""

    def __init__(self, out: Path, clock: Clock) -> None:
        self._path = out / "journal.jsonl"
        self._clock = clock

    def now(self) -> datetime:
        """The time, in UTC."""
        return self._clock().astimezone(UTC)

    def write(self, event: str, **facts: Any) -> None:
        """Records one event; `facts` hold ids, counts and seconds, never data."""
        line = json.dumps(
            {"at": self.now().isoformat(timespec="milliseconds"), "event": event, **facts}, sort_keys=True
        )
        descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"  # a crash cut the last line short
            os.write(descriptor, ("\n" * torn + line + "\n").encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_journal(out: Path) -> Iterator[dict[str, Any]]:
    """The lines of a journal; a line cut short by a crash is passed over."""
    path = out / "journal.jsonl"
    if not path.exists():
        return
    for line in path.read_bytes().splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told
