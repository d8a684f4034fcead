"""How matching grows: worlds of 100,000 to 3,000,000 posts, each in a process of its own, and the exponents between them.

    python -m tests.bench.scale_growth [--posts 100000 300000 1000000 3000000] [--watched 22000] [--repeat 3] [--keep FOLDER]

Masters are a third of the posts, holdings five twelfths, the watched as many in all: what grows is the delivery. Of several runs
the fastest counts, part by part, for whatever else the machine does only adds. An exponent of 1 is time in proportion to the posts.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.bench.scale_tables import Scale
from tests.bench.scale_world import Taken, build_once, measure

POSTS = (100_000, 300_000, 1_000_000, 3_000_000)


def scale_of(posts: int, watched: int) -> Scale:
    """A delivery of so many posts."""
    return Scale(watched, posts // 3, posts, posts * 5 // 12, groups=1, planted=2_000)


def best(runs: Sequence[Taken]) -> Taken:
    """The fastest run of each part; the highest peak."""
    return Taken(
        _least([run.seconds for run in runs]), _least([run.processor for run in runs]), max(run.peak for run in runs)
    )


def exponents(sizes: Sequence[int], seconds: Sequence[float]) -> list[float]:
    """Between each size and the next: log(time ratio) / log(size ratio)."""
    steps = zip(sizes, sizes[1:], seconds, seconds[1:], strict=False)
    return [math.log(after / before) / math.log(larger / smaller) for smaller, larger, before, after in steps]


def report(sizes: Sequence[int], taken: Sequence[Taken]) -> list[str]:
    """A table of the parts, their exponents by the clock and by the processors, and the peak, as Markdown."""
    lines = [
        "| part | " + " | ".join(f"{size:,}" for size in sizes) + " | exponents |",
        "|---" * (len(sizes) + 2) + "|",
    ]
    for unit, figures in (("s", [run.seconds for run in taken]), ("processor s", [run.processor for run in taken])):
        for part in figures[0]:
            values = [figure[part] for figure in figures]
            grown = ", ".join(f"{exponent:.2f}" for exponent in exponents(sizes, values))
            lines.append(f"| {part}, {unit} | " + " | ".join(f"{value:.1f}" for value in values) + f" | {grown} |")
    return [*lines, "| peak, MB | " + " | ".join(f"{run.peak:,.0f}" for run in taken) + " | |"]


def _least(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {part: min(run[part] for run in runs) for part in runs[0]}


def _measured(folder: Path) -> Taken:
    """One run in a fresh process, whose peak is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, folder).result()


def main() -> None:
    """Builds the worlds that are missing, measures all and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=POSTS)
    parser.add_argument("--watched", type=int, default=22_000)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder in which the worlds stay")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        taken = []
        for posts in given.posts:
            folder = (given.keep or Path(scratch)) / f"posts_{posts}"
            print(f"--- {posts:,} posts", flush=True)
            build_once(folder, scale_of(posts, given.watched))
            taken.append(best([_measured(folder) for _ in range(given.repeat)]))
    print("\n".join(report(given.posts, taken)))


if __name__ == "__main__":
    main()
