"""Precision beside Splink over several worlds: one world of the task has one or two wrong pairs, too few to tell who is the more precise."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from tests.bench.people import Size, write_people
from tests.bench.scoring import Accuracy, accuracy_at, precise_as_far_as
from tests.bench.task import THRESHOLD, Result, System, can_run, systems

RIVALS = ("ours", "splink")
NORMAL_95 = 1.96


def run_precision(size: Size, seeds: Sequence[int]) -> None:
    """Runs both on a world of each seed; prints right and wrong pairs of each world and of all together.

    Each is counted at its own 0.9, and ours once more at the highest threshold that finds as many true pairs as
    Splink did at its 0.9.
    """
    rivals = [system for system in systems(1) if system.name in RIVALS and can_run(system)]
    if len(rivals) < len(RIVALS):
        return
    print(f"\nprecision: {len(seeds)} worlds of {size.watched:,} x {size.registry:,}, {size.planted:,} the same")
    kinds = (f"ours at {THRESHOLD}", "ours, Splink's recall", f"Splink at {THRESHOLD}")
    every: dict[str, list[Accuracy]] = {kind: [] for kind in kinds}
    for seed in seeds:
        for kind, found in zip(kinds, _one_world(size, seed, rivals), strict=True):
            every[kind].append(found)
            print(f"  seed {seed:<6}{kind:<24}{_shown(found)}", flush=True)
    for kind, worlds in every.items():
        print(f"  {'all':<11}{kind:<24}{_shown(together(worlds))}")


def _one_world(size: Size, seed: int, rivals: Sequence[System]) -> tuple[Accuracy, Accuracy, Accuracy]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_people(folder, size, seed)
        classes = {
            (row["officer_id"], row["post"]): row["class"]
            for row in pq.read_table(folder / "truth.parquet").to_pylist()
        }
        ours, splink = (Result.of(system, folder, classes) for system in rivals)
    if ours.scores is None or splink.scores is None:
        raise RuntimeError(f"seed {seed}: a system failed")
    theirs = accuracy_at(splink.scores, splink.truth, THRESHOLD)
    return (
        accuracy_at(ours.scores, ours.truth, THRESHOLD),
        precise_as_far_as(ours.scores, ours.truth, theirs.right),
        theirs,
    )


def together(worlds: Sequence[Accuracy]) -> Accuracy:
    """The counts of several worlds added up; the threshold is that of the first."""
    return Accuracy(
        worlds[0].threshold,
        sum(found.right for found in worlds),
        sum(found.wrong for found in worlds),
        sum(found.missed for found in worlds),
    )


def wilson(found: Accuracy) -> tuple[float, float]:
    """Bounds of the precision with 95 % confidence (Wilson's score interval)."""
    n = found.right + found.wrong
    if n == 0:
        return 0.0, 1.0
    z2 = NORMAL_95**2
    middle = (found.precision + z2 / (2 * n)) / (1 + z2 / n)
    half = NORMAL_95 / (1 + z2 / n) * math.sqrt(found.precision * (1 - found.precision) / n + z2 / (4 * n * n))
    return middle - half, middle + half


def _shown(found: Accuracy) -> str:
    low, high = wilson(found)
    return (
        f"right {found.right:>6,}  wrong {found.wrong:>4,}  P {found.precision:.5f} ({low:.4f}-{high:.4f})"
        f"  R {found.recall:.4f}  threshold {found.threshold:.3f}"
    )
