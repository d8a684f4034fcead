"""Every pair of a published night, compared again from its index alone, stands as the night published it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from screening.investigate.behind import behind
from screening.investigate.index import Index
from screening.matching.replay import Replayed, replay
from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse
from tests.commands import night_here
from tests.worlds.files import write_world
from tests.worlds.generate import build
from tests.worlds.world import AS_OF, Size

KEPT = (
    "watched", "identity_name", "identity_number", "identity_fact", "shared_value", "mention", "mention_name", "pair_kind",
    "frozen_weight",
)  # fmt: skip
SMALL = Size(officers=130, relatives=520, masters=300, posts=800, holdings=400, per_class=2, decoys=2)
Key = tuple[str, ...]
Stands = tuple[str, float, list[tuple[str, str, float]]]
"""Tier, score, and what the evidence says."""


def compared(index: Index, scratch: Path, parties: int) -> list[Replayed]:
    """Every watched person beside everybody behind counterparties of his group, without a look at what was published.

    All companies in which the night found somebody are among them, and so many others.
    """
    found = "select company_id, group_id from {person_link} join {watched} using (watched_id)"
    others = f"select distinct company_id, group_id from {{party}} order by all limit {parties}"
    near_by = index.rows(f"{found} union ({others}) order by all")
    near = sorted(
        {(row["group_id"], one) for row in near_by for one in behind(index, row["company_id"], row["group_id"])[0]}
    )
    with Warehouse(scratch, LimitSettings()) as warehouse:
        for table in KEPT:
            warehouse.run(f"create table {table} as select * from {index.sql(f'{{{table}}}')}")
        groups, companies = zip(*near, strict=True)
        warehouse.put("behind", pa.table({"group_id": pa.array(groups), "company_id": pa.array(companies)}))
        return replay(warehouse, 5_000)  # links come first


def as_published(index: Index) -> dict[Key, Stands]:
    rows = index.rows("select * from {person_link}")
    names = ("watched_id", "table_name", "record_id", "role", "mention_name")
    return {
        tuple(row[name] or "" for name in names): (row["tier"], row["score"], told(json.loads(row["evidence"])))
        for row in rows
    }


def told(items: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, float]]:
    """What was compared, what it said and what it was worth."""
    return [(item["feature"], item["verdict"], item["bits"]) for item in items]


def again(pairs: list[Replayed]) -> dict[Key, Stands]:
    names = ("table_name", "record_id", "role", "name")
    return {
        (pair.watched_id, *(pair.mention[name] or "" for name in names)): (pair.tier, pair.score, told(pair.items))
        for pair in pairs
        if pair.tier is not None
    }


def check(out: Path, scratch: Path, parties: int = 10_000) -> set[str]:
    """Compares all pairs; the features that their evidence held."""
    index = Index(out)
    night, later = as_published(index), again(compared(index, scratch, parties))

    assert {pair: link[:2] for pair, link in later.items()} == {pair: link[:2] for pair, link in night.items()}
    assert later == night
    return {feature for _, _, items in night.values() for feature, *_ in items}


def test_the_sample(sample_out: Path, tmp_path: Path) -> None:
    assert check(sample_out, tmp_path) >= {"name", "id_number", "prior"}


@pytest.mark.campaign
def test_a_world(tmp_path: Path) -> None:
    write_world(build("hard", 31, SMALL), tmp_path / "world")
    night_here(tmp_path / "world" / "delivery", tmp_path / "out", as_of=AS_OF.isoformat())

    (tmp_path / "scratch").mkdir()
    assert check(tmp_path / "out", tmp_path / "scratch", parties=40) >= {"name", "id_number", "birth_date", "address"}
