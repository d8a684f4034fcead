"""The generated world of the benchmark: what is planted is there and written as its class says; nothing hangs on anything but the seed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from screening.refdata.text import fold_text, pinyin_key
from screening.refdata.variants import unify_variants
from tests.bench.names import NameSource
from tests.bench.people import CLASSES, Size, write_people

SIZE = Size(watched=120, registry=900, planted=45)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write_people(folder, SIZE, seed=5)
    return folder


def rows(world: Path, name: str) -> list[dict[str, str]]:
    return pq.read_table(world / name).to_pylist()


def planted(world: Path) -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """Class, officer and post of every planted pair."""
    officers = {row["officer_id"]: row for row in rows(world, "delivery/officers.parquet")}
    posts = {row["source"]: row for row in rows(world, "delivery/appointments.parquet")}
    return [(row["class"], officers[row["officer_id"]], posts[row["post"]]) for row in rows(world, "truth.parquet")]


def test_sizes(world: Path) -> None:
    companies = rows(world, "delivery/suppliers.parquet")
    assert len(rows(world, "delivery/officers.parquet")) == SIZE.watched
    assert len(rows(world, "delivery/appointments.parquet")) == SIZE.registry
    assert len({row["name"] for row in companies}) == len(companies) == SIZE.registry // SIZE.per_company
    assert json.loads((world / "size.json").read_text())["seed"] == 5


def test_every_class_is_planted_equally_and_nobody_twice(world: Path) -> None:
    truth = rows(world, "truth.parquet")
    assert Counter(row["class"] for row in truth) == dict.fromkeys(CLASSES, SIZE.planted // len(CLASSES))
    assert len({row["officer_id"] for row in truth}) == len({row["post"] for row in truth}) == SIZE.planted


def test_each_class_shows_what_it_says(world: Path) -> None:
    for kind, officer, post in planted(world):
        left, right = fold_text(officer["name"]), fold_text(post["person_name"])
        same_birth, same_phone = (officer[name] == post[name] for name in ("birth_date", "phone"))
        shown = (same_birth, same_phone)
        assert officer["birth_date"] is not None
        if kind in ("exact", "traditional"):
            assert left == right
            assert shown == (True, True)
        elif kind == "no_birth":
            assert (left == right, post["birth_date"], same_phone) == (True, None, True)
        elif kind == "no_phone":
            assert (left == right, same_birth, post["phone"]) == (True, True, None)
        elif kind == "variant":
            assert left != right
            assert unify_variants(left) == unify_variants(right)
            assert (same_birth, post["phone"]) == (True, None)
        elif kind == "slip":
            assert left[:-1] == right[:-1]
            assert left[-1] != right[-1]
            assert shown == (True, True)
        elif kind == "birth_slip":
            assert left == right
            assert shown == (False, True)
            assert sum(a != b for a, b in zip(officer["birth_date"], post["birth_date"], strict=True)) == 1
        else:
            assert sorted(pinyin_key(left)) == sorted(right)
            assert same_phone
            assert (post["birth_date"] is None) == (kind == "pinyin_no_birth")


def test_no_stranger_bears_the_phone_of_a_planted_officer(world: Path) -> None:
    phones = [officer["phone"] for _, officer, _ in planted(world)]
    borne = Counter(row["phone"] for row in rows(world, "delivery/appointments.parquet"))
    assert max(borne[phone] for phone in phones) == 1


def test_the_same_seed_gives_the_same_world(world: Path, tmp_path: Path) -> None:
    write_people(tmp_path, SIZE, seed=5)
    for name in ("truth.parquet", "delivery/officers.parquet", "delivery/appointments.parquet"):
        first, second = (hashlib.sha256((folder / name).read_bytes()).digest() for folder in (world, tmp_path))
        assert first == second, name


def test_common_names_are_common() -> None:
    """Among 200,000 people 张伟 has about 40 bearers; the reference says 45."""
    drawn = Counter(NameSource(paired=300).draw(np.random.default_rng(3), 200_000).tolist())
    assert 15 <= drawn["张伟"] <= 80
    assert drawn.most_common(1)[0][1] < 200
    assert 0.10 <= sum(count for name, count in drawn.items() if len(name) == 2) / 200_000 <= 0.20
