"""Runs a command in a process of its own and says how long it took and how much memory it held at most."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Figure:
    """Wall seconds of a process, and peak memory in MB of the largest among it and its children."""

    seconds: float
    megabytes: float


def once(command: Sequence[str]) -> Figure:
    """One run of a command from the root of the repository, from process start to its end; `{out}` becomes an empty folder.

    Raises:
        RuntimeError: it did not end with status 0; the message holds the last line it wrote to stderr.
    """
    with tempfile.TemporaryDirectory() as out, tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        child = subprocess.Popen(
            [word.replace("{out}", out) for word in command],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said,
        )  # fmt: skip
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        said.seek(0)
        last = said.read().decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
    if child.returncode != 0:
        raise RuntimeError(f"status {child.returncode}: {' '.join(command)}: {last}")
    return Figure(seconds, usage.ru_maxrss / 1024)


def measure(command: Sequence[str], runs: int = 3) -> Figure:
    """Median seconds and greatest memory of several runs after one warm-up."""
    once(command)
    figures = [once(command) for _ in range(runs)]
    return Figure(statistics.median(figure.seconds for figure in figures), max(figure.megabytes for figure in figures))
