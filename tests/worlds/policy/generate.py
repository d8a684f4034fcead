"""Makes a policy world.

python -m tests.worlds.policy.generate DIR [--seed 1] [--kin core|wide] [--register full|recent|none] [--undated 0.45] [--small]
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from screening.contract.tables import TABLES
from tests.worlds.policy import (
    calendar,
    clocks,
    competing,
    kinship,
    parties,
    reports,
    scope,
    thresholds,
    trades,
    ventures,
)
from tests.worlds.policy.makers import MAKERS
from tests.worlds.policy.records import PROMULGATED
from tests.worlds.policy.variants import VARIANTS
from tests.worlds.policy.world import PolicyWorld

PARTS = (thresholds, kinship, scope, clocks, parties, calendar, competing, ventures, reports)


def build(
    seed: int,
    *,
    kin: str = "core",
    register: str = "full",
    undated: float = 0.0,
    inclusive: bool = False,
    small: bool = False,
) -> PolicyWorld:
    """A world in memory.

    Args:
        small: every link once with one variant and every case once, instead of every link with every variant.
    """
    world = PolicyWorld(seed, kin, register, undated, inclusive=inclusive)  # type: ignore[arg-type]
    variants = list(VARIANTS.items())
    world.rng.shuffle(variants)
    for number, (link_name, make) in enumerate(MAKERS.items()):
        chosen = variants[number % len(variants) :: len(MAKERS)] if small else variants
        for variant_name, plant in chosen:
            world.case = f"{link_name} / {variant_name}"
            _plant(world, make, plant)
    if not undated:
        for part in PARTS:
            for case in part.CASES:
                world.case = f"{part.__name__.rpartition('.')[2]}.{case.__name__}"
                case(world)
    trades.crowd(world)
    calendar.file_annual_forms(world)
    return world


def _plant(world, make, plant) -> None:  # type: ignore[no-untyped-def]
    """A link and its declaration; a variant that makes no sense for it leaves it undeclared."""
    link = make(world)
    if not plant(world, link):
        VARIANTS["not_declared"](world, link)


def write(world: PolicyWorld, folder: Path) -> None:
    """The delivery as CSV files with its configuration, rows in random order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in world.tables.items():
        if name == "declarations" and world.register == "none":
            continue
        shuffled = list(rows)
        world.rng.shuffle(shuffled)
        used = [
            column.name for column in TABLES[name].columns if column.required or any(column.name in row for row in rows)
        ]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, used, restval="")
            writer.writeheader()
            writer.writerows(shuffled)
    (folder / "coi.toml").write_text(_configuration(world), encoding="utf-8")


def _configuration(world: PolicyWorld) -> str:
    since = "2025-06-01" if world.register == "recent" else "2022-01-01"
    text = (
        f'[policy]\npromulgated_on = "{PROMULGATED}"\ninitial_period = "30 days"\nregister_from = "{since}"\n'
        f'kin_profile = "{world.kin_profile}"\n'
    )
    if world.inclusive:
        text += "".join(
            f"[sources.{table}]\nend_inclusive = true\n"
            for table in ("officers", "holdings", "appointments", "suppliers")
        )
    return text


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kin", default="core")
    parser.add_argument("--register", default="full")
    parser.add_argument("--undated", type=float, default=0.0)
    parser.add_argument("--inclusive", action="store_true")
    parser.add_argument("--small", action="store_true")
    a = parser.parse_args()
    world = build(a.seed, kin=a.kin, register=a.register, undated=a.undated, inclusive=a.inclusive, small=a.small)
    write(world, a.folder)
    print(f"{len(world.expected)} findings, {len(world.dues)} calendar lines, {len(world.tables['officers'])} officers")


if __name__ == "__main__":
    main()
