"""Makes a labelled world.

    python -m tests.worlds.generate plain|hard|platform DIR [--seed 1] [--big]

The same profile, seed and size give the same rows.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.worlds import cast, firm_names, firm_traps, hard, odd, plain, platform, special, split
from tests.worlds.cases import Case, plant
from tests.worlds.files import write_world
from tests.worlds.special import Special, plant_special
from tests.worlds.world import BIG, Size, World

PROFILES: dict[str, tuple[tuple[Case, ...], tuple[Special, ...]]] = {
    "plain": (plain.LINKS + plain.TRAPS, special.LINKS + firm_names.LINKS + special.TRAPS + firm_traps.TRAPS),
    "hard": (
        hard.LINKS + odd.LINKS + hard.TRAPS + odd.TRAPS,
        special.LINKS
        + split.LINKS
        + firm_names.LINKS
        + firm_names.HARD_LINKS
        + special.TRAPS
        + split.TRAPS
        + firm_traps.TRAPS
        + firm_traps.HARD_TRAPS,
    ),
    "platform": (platform.LINKS * 2 + platform.TRAPS * 2, special.PLATFORM_LINKS * 2),
}
CROWDS = (("phone", 40), ("address", 30), ("email", 20), ("placeholder_phone", 15), ("account", 8))


def build(profile: str, seed: int = 1, size: Size | None = None) -> World:
    """A world in memory."""
    world = World(profile, seed, size or Size())
    cases, specials = PROFILES[profile]
    cast.group(world)
    cast.watched(world)
    for kind, count in CROWDS if profile != "platform" else ():
        special.crowd(world, kind, count)
    # Once per class in turn, so that a class near the end is not starved when the watched people are used up.
    for turn in range(max(world.size.per_class, world.size.decoys)):
        for one in specials:
            if turn < (min(2, world.size.decoys) if one.trap else min(2, world.size.per_class)):
                plant_special(world, one)
        for case in cases:
            if turn < (world.size.decoys if case.stranger else world.size.per_class):
                plant(world, case)
    cast.files(world)
    cast.crowd(world)
    _shuffle(world)
    return world


def _shuffle(world: World) -> None:
    for rows in world.tables.values():
        world.rng.shuffle(rows)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", choices=PROFILES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--big", action="store_true")
    arguments = parser.parse_args()
    world = build(arguments.profile, arguments.seed, BIG if arguments.big else None)
    write_world(world, arguments.folder)
    print(
        f"{arguments.profile} {arguments.seed}: {len(world.truth)} links, {len(world.decoys)} look-alikes,",
        {k: len(v) for k, v in world.tables.items()},
    )


if __name__ == "__main__":
    main()
