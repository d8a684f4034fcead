"""One night after another: lifecycle against the baseline, and `latest` that never goes back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.commands import SAMPLE, copied_sample, night_here, tree_hash

from .tables import Row, change


def findings(run: Path) -> dict[tuple[str, ...], dict[str, Any]]:
    """Findings by what they are about."""
    rows = pq.read_table(run / "findings.parquet").to_pylist()
    return {(row["rule_id"], row["officer_id"], row["party_table"], row["party_id"]): row for row in rows}


@pytest.fixture(scope="module")
def out(sample_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's night, the next one with one holding gone and one grown, and then an older one."""
    folder = tmp_path_factory.mktemp("nights")
    out = folder / "out"
    shutil.copytree(sample_out, out, symlinks=True)
    delivery = copied_sample(folder)

    def holdings(header: Row, rows: list[Row]) -> list[Row]:
        share = header.index("share_pct")
        kept = [list(row) for row in rows if row[share] != "18"]
        for row in kept:
            row[share] = {"22": "41"}.get(row[share], row[share])
        assert len(kept) == len(rows) - 1
        return kept

    change(delivery, "holdings", holdings)
    for source, day in ((delivery, "2026-11-21"), (SAMPLE, "2026-11-19")):
        night_here(source, out, as_of=day)
    return out


def run_of(out: Path, day: str) -> Path:
    (run,) = (out / "runs").glob(f"{day}-*")
    return run


def manifest(run: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((run / "manifest.json").read_text(encoding="utf-8"))
    return told


def test_the_first_night_has_no_baseline_and_everything_is_new(sample_out: Path) -> None:
    run = (sample_out / "latest").resolve()

    assert manifest(run)["baseline"] is None
    assert {row["lifecycle"] for row in findings(run).values()} == {"new"}


def test_the_next_night_is_compared_with_the_last_one(out: Path) -> None:
    assert manifest(run_of(out, "2026-11-21"))["baseline"] == run_of(out, "2026-11-20").name


def test_what_is_gone_is_closed_what_grew_is_changed_and_the_rest_is_open(out: Path) -> None:
    before, after = findings(run_of(out, "2026-11-20")), findings(run_of(out, "2026-11-21"))
    gone, grown = ("INT-B", "P01", "suppliers", "S001"), ("INT-B", "P14", "customers", "C002")

    assert after[gone]["lifecycle"] == "closed"
    assert after[gone]["closed_because"] == "link_no_longer_found"
    assert after[gone]["finding_id"] == before[gone]["finding_id"]
    assert after[grown]["lifecycle"] == "changed"
    assert "share_pct" in after[grown]["changed_fields"]
    lives = {row["lifecycle"] for key, row in after.items() if key not in (gone, grown) and key in before}
    assert lives <= {"open", "changed", "closed"}
    assert sum(row["lifecycle"] == "open" for row in after.values()) > 20


def test_a_closed_finding_is_no_candidate(out: Path) -> None:
    lines = (run_of(out, "2026-11-21") / "candidates.jsonl").read_text(encoding="utf-8").splitlines()

    assert lines
    assert "closed" not in {json.loads(line)["lifecycle"] for line in lines}


def test_latest_is_the_newest_day_not_the_last_run(out: Path) -> None:
    assert (out / "latest").resolve() == run_of(out, "2026-11-21")
    assert run_of(out, "2026-11-19").is_dir()
    events = [json.loads(line) for line in (out / "journal.jsonl").read_text().splitlines()]
    assert [event["latest"] for event in events if event["event"] == "published"] == [True, True, False]


def test_an_older_night_has_no_later_baseline(out: Path) -> None:
    assert manifest(run_of(out, "2026-11-19"))["baseline"] is None


def test_a_published_run_never_changes(out: Path, sample_out: Path) -> None:
    first = run_of(out, "2026-11-20")

    assert tree_hash(first) == tree_hash(sample_out / "runs" / first.name)
