"""Times whole commands and prints seconds, peak memory and ratios of one run on one machine.

    make bench

The yardstick of every ratio is a bare process that imports what the night imports and does nothing. Deliveries outside the
repository are measured where they are there.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
RUNS = 3

BARE = [sys.executable, "-c", "import duckdb, pandas, pyarrow, pydantic, rapidfuzz, xlsxwriter, great_expectations"]
HELP = [sys.executable, "-m", "screening", "--help"]
NIGHTS = (
    ("sample", ROOT / "data" / "samples" / "delivery", "2026-11-20"),
    ("world, 6,000 masters", SHARED / "world_dev" / "delivery", "2026-11-20"),
    ("398 listed firms", SHARED / "listed_dev", "2019-12-31"),
)


@dataclass(frozen=True)
class Figure:
    """Median of several runs: wall seconds, and peak memory of the largest process in MB."""

    seconds: float
    megabytes: float


def measure(command: Sequence[str]) -> Figure:
    """Runs a command `RUNS` times after one warm-up."""
    once(command)
    figures = [once(command) for _ in range(RUNS)]
    return Figure(statistics.median(figure.seconds for figure in figures), max(figure.megabytes for figure in figures))


def once(command: Sequence[str]) -> Figure:
    """One run of a command, from process start to its end.

    Raises:
        RuntimeError: it did not end with status 0.
    """
    with tempfile.TemporaryDirectory() as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            [word.replace("{out}", out) for word in command],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
    if child.returncode != 0:
        raise RuntimeError(f"status {child.returncode}: {' '.join(command)}")
    return Figure(seconds, usage.ru_maxrss / 1024)


def main() -> None:
    """Prints one line per command."""
    bare = measure(BARE)
    print(f"{'command':<28}{'seconds':>9}{'ratio':>8}{'peak MB':>9}")
    show("bare imports", bare, bare)
    show("coi --help", measure(HELP), bare)
    for name, delivery, as_of in NIGHTS:
        if delivery.is_dir():
            command = [sys.executable, "-m", "screening", "run", str(delivery), "--out", "{out}", "--as-of", as_of]
            show(f"coi run, {name}", measure(command), bare)


def show(name: str, figure: Figure, bare: Figure) -> None:
    """One line of the table."""
    print(f"{name:<28}{figure.seconds:>9.2f}{figure.seconds / bare.seconds:>8.2f}{figure.megabytes:>9.0f}", flush=True)


if __name__ == "__main__":
    main()
