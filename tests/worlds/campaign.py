"""Runs the real command over many worlds and writes docs/accuracy.md.

    python -m tests.worlds.campaign [--seeds 1 2 3] [--profiles plain hard platform] [--keep DIR] [--write]

Without --write it only prints. A world takes about ten seconds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.worlds.calibration import table
from tests.worlds.files import write_world
from tests.worlds.generate import PROFILES, build
from tests.worlds.page import page, plot
from tests.worlds.score import Score, merge, score, show
from tests.worlds.world import AS_OF, BIG, Size

ROOT = Path(__file__).parents[2]
SEEDS = (101, 102, 103)
"""Worlds nobody looks at while working on the product; seeds below 100 are for that."""


def run(profile: str, seed: int, folder: Path, size: Size | None = None) -> Score:
    """Makes one world under `folder`, screens it with the command of this checkout, and scores the run.

    Raises:
        subprocess.CalledProcessError: the command failed; what it said is on standard error.
    """
    world, out = folder / f"{profile}-{seed}", folder / f"{profile}-{seed}-out"
    write_world(build(profile, seed, size), world)
    command = [
        sys.executable,
        "-m",
        "screening",
        "run",
        str(world / "delivery"),
        "--out",
        str(out),
        "--as-of",
        AS_OF.isoformat(),
    ]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return score(world, out)


def campaign(profiles: list[str], seeds: list[int], folder: Path, size: Size | None = None) -> list[Score]:
    """One score per profile, over all seeds."""
    results = []
    for profile in profiles:
        scores = []
        for seed in seeds:
            scores.append(run(profile, seed, folder, size))
            print(f"seed {seed} {show(scores[-1]).splitlines()[0]}", flush=True)
        results.append(merge(scores))
    return results


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS))
    parser.add_argument("--profiles", nargs="+", choices=list(PROFILES), default=list(PROFILES))
    parser.add_argument("--keep", type=Path, help="folder for worlds and runs; else they are thrown away")
    parser.add_argument("--big", action="store_true", help="1,000 officers, 40,000 masters, 200,000 posts")
    parser.add_argument(
        "--write", action="store_true", help="write docs/accuracy.md, its plot, and data/reference/calibration.tsv"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        results = campaign(
            arguments.profiles, arguments.seeds, arguments.keep or Path(scratch), BIG if arguments.big else None
        )
    for result in results:
        print(show(result))
    if arguments.write:
        (ROOT / "docs" / "accuracy").mkdir(parents=True, exist_ok=True)
        (ROOT / "docs" / "accuracy" / "calibration.svg").write_text(plot(results), encoding="utf-8")
        (ROOT / "data" / "reference" / "calibration.tsv").write_text(table(results, arguments.seeds), encoding="utf-8")
        (ROOT / "docs" / "accuracy.md").write_text(page(results, arguments.seeds), encoding="utf-8")


if __name__ == "__main__":
    main()
