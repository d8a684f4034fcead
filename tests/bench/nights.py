"""Whole commands: seconds and peak memory of a night over each delivery that is there.

The yardstick of every ratio is a bare process that imports what the night imports and does nothing.
"""

from __future__ import annotations

import sys

from tests.bench.processes import ROOT, Figure, measure

SHARED = ROOT.parent / "shared" / "data"
BARE = [sys.executable, "-c", "import duckdb, pandas, pyarrow, pydantic, rapidfuzz, xlsxwriter, great_expectations"]
HELP = [sys.executable, "-m", "screening", "--help"]
NIGHTS = (
    ("sample", ROOT / "data" / "samples" / "delivery", "2026-11-20"),
    ("world, 6,000 masters", SHARED / "world_dev" / "delivery", "2026-11-20"),
    ("398 listed firms", SHARED / "listed_dev", "2019-12-31"),
)


def run_nights(runs: int = 3) -> None:
    """Prints one line per command."""
    bare = measure(BARE, runs)
    print(f"\n{'command':<28}{'seconds':>9}{'ratio':>8}{'peak MB':>9}")
    show("bare imports", bare, bare)
    show("coi --help", measure(HELP, runs), bare)
    for name, delivery, as_of in NIGHTS:
        if delivery.is_dir():
            command = [sys.executable, "-m", "screening", "run", str(delivery), "--out", "{out}", "--as-of", as_of]
            show(f"coi run, {name}", measure(command, runs), bare)
        else:
            print(f"coi run, {name}: left out, the delivery is not there")


def show(name: str, figure: Figure, bare: Figure) -> None:
    """One line of the table."""
    print(f"{name:<28}{figure.seconds:>9.2f}{figure.seconds / bare.seconds:>8.2f}{figure.megabytes:>9.0f}", flush=True)
