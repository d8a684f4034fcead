"""`make bench`: times, memory and accuracy, beside others' systems where their environment could be made.

    make bench                                              everything at full size, about a quarter of an hour
    make bench BENCH="--small"                              a quick look
    make bench BENCH="--only task --watched 5000 --registry 500000"
    make bench BENCH="--only precision --seed 21 --worlds 5"  precision beside Splink over several worlds

docs/benchmarks.md says what is compared, and why that is fair.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.labelled import run_labelled
from tests.bench.nights import run_nights
from tests.bench.page import run_page
from tests.bench.people import FULL, SMALL
from tests.bench.precision import run_precision
from tests.bench.task import SAMPLE, run_task

SECTIONS = ("nights", "page", "task", "labelled")
ON_DEMAND = ("precision",)
"""Sections that run only where `--only` names them: two minutes a world."""


def main() -> None:
    """Reads the options and runs the sections in order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="a world of 2,200 x 100,000, each command once")
    parser.add_argument(
        "--only", choices=(*SECTIONS, *ON_DEMAND), action="append", help="this section; may be said several times"
    )
    parser.add_argument("--watched", type=int, help="watched people of the task")
    parser.add_argument("--registry", type=int, help="registry people of the task")
    parser.add_argument("--planted", type=int, help="how many of them are the same")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="watched people for systems too slow for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worlds", type=int, default=5, help="how many worlds, from the seed on, tell the precision")
    parser.add_argument(
        "--keep", type=Path, help="folder for the world and every result of the task; used again if it is there"
    )
    said = parser.parse_args()
    size = SMALL if said.small else FULL
    given = {name: value for name in ("watched", "registry", "planted") if (value := getattr(said, name)) is not None}
    sections = said.only or SECTIONS
    if "nights" in sections:
        run_nights(1 if said.small else 3)
    if "page" in sections:
        run_page()
    if "precision" in sections:
        run_precision(replace(size, **given), range(said.seed, said.seed + said.worlds))
    with tempfile.TemporaryDirectory() as made:
        folder = said.keep or Path(made)
        if "task" in sections:
            run_task(replace(size, **given), folder, said.seed, said.sample)
        if "labelled" in sections:
            run_labelled(folder / "splink_model.json")


if __name__ == "__main__":
    main()
