"""Writes the sample delivery and its planted truth: same seed, same bytes.

python data/samples/generate.py [--out data/samples]
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import sample_cast
import sample_decoys
import sample_noise
import sample_truth
from sample_files import write_delivery, write_json
from sample_world import AS_OF, World

SEED = 20261120

_STEPS = (
    sample_cast.group, sample_cast.officers, sample_cast.related_parties, sample_cast.accounts,
    sample_truth.interests, sample_truth.posts, sample_truth.financing, sample_truth.shareholder, sample_truth.gifts,
    sample_truth.attributes, sample_truth.competition, sample_truth.reports, sample_decoys.identities, sample_decoys.scope,
    sample_decoys.business, sample_decoys.time, sample_decoys.declared,
    sample_decoys.no_counterparty, sample_noise.counterparties, sample_noise.officers_at_work, sample_noise.annual_forms,
    sample_noise.registers,
)  # fmt: skip

_CONFIG = """[policy]
promulgated_on = "2023-03-01"
initial_period = "30 days"
register_from = "2023-03-01"
"""


def build(seed: int = SEED) -> World:
    """The whole sample in memory."""
    world = World(random.Random(seed))
    for step in _STEPS:
        step(world)
    return world


def write(world: World, out: Path) -> None:
    """Writes `delivery/` and `truth.json` under a folder."""
    write_delivery(world.tables, out / "delivery")
    (out / "delivery" / "coi.toml").write_text(_CONFIG, encoding="utf-8")
    truth = {"as_of": AS_OF.isoformat(), "planted": world.planted, "decoys": world.decoys}
    write_json(out / "truth.json", truth)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    write(build(), parser.parse_args().out)


if __name__ == "__main__":
    main()
