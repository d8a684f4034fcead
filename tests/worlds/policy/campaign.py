"""Screens many policy worlds and writes docs/policy-accuracy.md.

    python -m tests.worlds.policy.campaign [--seeds 101 102 103] [--write]

Without --write it only prints. Every seed is screened under every configuration.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from screening.pipeline import screen_with_calendar
from tests.worlds.policy.generate import build, write
from tests.worlds.policy.page import page
from tests.worlds.policy.records import AS_OF
from tests.worlds.policy.score import Result, compare

ROOT = Path(__file__).parents[3]
SEEDS = (101, 102)
"""Worlds nobody looks at while working on the product; seeds below 100 are for that."""

CONFIGURATIONS: Mapping[str, Mapping[str, Any]] = {
    "core": {},
    "wide": {"kin": "wide"},
    "recent register": {"register": "recent"},
    "no register": {"register": "none"},
    "end days included": {"inclusive": True},
    "45 % undated": {"undated": 0.45},
}


def measure(seed: int, *, small: bool = False, **configuration: Any) -> Result:
    """Makes one world, screens it, and compares."""
    world = build(seed, small=small, **configuration)
    with tempfile.TemporaryDirectory() as scratch:
        write(world, Path(scratch))
        return compare(world, *screen_with_calendar(Path(scratch), AS_OF))


def campaign(seeds: Sequence[int]) -> dict[str, Result]:
    """One result per configuration, over all seeds."""
    results: dict[str, Result] = {}
    for name, configuration in CONFIGURATIONS.items():
        results[name] = Result()
        for seed in seeds:
            results[name].add(measure(seed, **configuration))
        print(
            f"{name}: {len(results[name].differences)} differences", *results[name].differences, sep="\n  ", flush=True
        )
    return results


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS))
    parser.add_argument("--write", action="store_true", help="write docs/policy-accuracy.md")
    arguments = parser.parse_args()
    results = campaign(arguments.seeds)
    text = page(results, arguments.seeds)
    print(text)
    if arguments.write:
        (ROOT / "docs" / "policy-accuracy.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
