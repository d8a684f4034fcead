"""Permuting rows, splitting files and renaming codes of unrelated records change no finding and no finding id."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import pytest

from screening.pipeline import screen
from tests.worlds.policy.generate import write
from tests.worlds.policy.makers import MAKERS
from tests.worlds.policy.records import AS_OF
from tests.worlds.policy.variants import VARIANTS
from tests.worlds.policy.world import PolicyWorld

SHOWN = ("finding_id", "rule_id", "outcome", "tier", "score", "officer_id", "related_id", "party_table", "party_id", "party_cluster",
         "case_id", "declaration_status", "exemption", "overlap", "dealing_basis", "share_pct", "exposure_amount")  # fmt: skip


def delivery(folder: Path, strangers: str) -> Path:
    """One link of every kind; beside them people and companies nobody is tied to, with codes that begin as said."""
    world = PolicyWorld(7)
    variants = [VARIANTS[name] for name in ("not_declared", "accepted", "pending")]
    for number, make in enumerate(MAKERS.values()):
        link = make(world)
        variants[number % 3](world, link)
    for number in range(30):
        entity, person = world.entity(), world.person()
        code = f"{strangers}{number:03d}"
        world.add(
            "officers",
            officer_id=code,
            name=person.name,
            entity_id=entity.entity_id,
            position="监事",
            id_number=person.number,
        )
        party = world.party(("suppliers", "customers", "competitors")[number % 3], entity, None, party_id=code)
        world.hold(world.person(), party.company, "40")
        world.add("transactions", transaction_id=code, entity_id=entity.entity_id, party_id=code, kind="other", amount="5",
                  transacted_on="2026-05-06", party_table=party.table)  # fmt: skip
    write(world, folder)
    return folder


def shuffled_in_parts(folder: Path) -> Path:
    """Every file in two parts, the rows in another order."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        random.Random(3).shuffle(rows)
        for part, some in enumerate((rows[::2], rows[1::2]), start=1):
            if some:
                with path.with_name(f"{path.stem}.part{part:02d}.csv").open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([header, *some])
        path.unlink()
    return folder


def findings(folder: Path) -> list[tuple[Any, ...]]:
    """What the night says, in order of id."""
    return [tuple(finding[name] for name in SHOWN) for finding in screen(folder, AS_OF)]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, ...]]:
    found = findings(delivery(tmp_path_factory.mktemp("plain") / "delivery", "M"))
    assert len(found) >= len(MAKERS)
    return found


def test_rows_permuted_and_files_split(before: list[tuple[Any, ...]], tmp_path: Path) -> None:
    assert findings(shuffled_in_parts(delivery(tmp_path / "delivery", "M"))) == before


def test_codes_of_unrelated_records_renamed(before: list[tuple[Any, ...]], tmp_path: Path) -> None:
    """They sort before all others now, where they stood among them."""
    assert findings(delivery(tmp_path / "delivery", "A")) == before
