"""Ours on a tiny world of the benchmark, through the product's own stages."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq

from tests.bench import ours
from tests.bench.people import Size, write_people
from tests.bench.scoring import accuracy_at


def test_ours_finds_who_is_planted(tmp_path: Path) -> None:
    write_people(tmp_path, Size(watched=150, registry=1_200, planted=36), seed=2)
    ours.main(tmp_path)

    truth = {(row["officer_id"], row["post"]) for row in pq.read_table(tmp_path / "truth.parquet").to_pylist()}
    rows = pq.read_table(tmp_path / "ours.parquet").to_pylist()
    found = accuracy_at({(row["officer_id"], row["post"]): row["score"] for row in rows}, truth, 0.5)
    assert found.precision >= 0.95
    assert found.recall >= 0.95

    said = json.loads((tmp_path / "ours.json").read_text())
    assert said["counts"]["pairs_considered"] == 150 * 1_200
    assert set(said["seconds"]) == {"sources", "staging", "matching", "companies", "people", "link"}
    right = pq.read_table(tmp_path / "prepared" / "right.parquet")
    assert right.num_rows == 1_200
    assert set(right.column_names) == {
        "id",
        "name",
        "name_key",
        "variant_key",
        "script",
        "sound",
        "birth_date",
        "phone",
    }
