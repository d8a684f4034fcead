"""The labelled sets in ../shared/data: pairs of records that are, or are not, one person or company.

Three sets, every system on the same pairs: Hong Kong names (an officer in Chinese, a director romanised, birth dates on both sides),
variants of company names, and the peers' own cases. Ours answers the first two through a whole night over the delivery (a pair
counts as found in tier A or B, in any tier as a lead), the third through its comparators (found: more than 0 bits). For the peers the best
threshold of each set is taken, which nobody knows in advance and ours is not given.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from screening.pipeline import screen
from screening.refdata.text import pinyin_key
from screening.settings import RunSettings, Settings
from screening.sources import run as read
from screening.staging import run as stage
from screening.staging.person_names import read_person_names
from screening.warehouse.store import Warehouse
from tests.bench.processes import ROOT, once
from tests.bench.scoring import Accuracy, Pair, accuracy_at, best_accuracy
from tests.bench.task import PEERS

SHARED = ROOT.parent / "shared" / "data"
AS_OF = date(2026, 11, 20)
FOUND = 0.5
"""Scores of ours in these tables: 1 for tier A or B (or bits above 0), 0.25 for a lead, 0 for nothing."""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two written names, what else is known of their bearers, and whether they are one."""

    left: str
    right: str
    same: bool
    schema: str = "Person"
    left_birth: str | None = None
    right_birth: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set of pairs and what ours says of each, in the same order."""

    title: str
    pairs: Sequence[LabelledPair]
    ours: Sequence[float]


def run_labelled(trained: Path | None = None) -> None:
    """Prints one table per set.

    Args:
        trained: the model that Splink learned on the task; without it Splink is left out.
    """
    if not SHARED.is_dir():
        print("\nlabelled sets: left out, ../shared/data is not there")
        return
    for labelled in (
        hong_kong_names(SHARED / "hk_names_dev"),
        company_variants(SHARED / "company_variants_dev"),
        peers_cases(SHARED / "peers"),
    ):
        if labelled is not None:
            _print(labelled, trained)


def hong_kong_names(delivery: Path) -> LabelledSet | None:
    """Officer and director, true and decoy, with their birth dates."""
    if not delivery.is_dir():
        return None
    births = _births(delivery)
    expected = _expected(delivery)
    pairs = [
        LabelledPair(row["officer_name"], row["related_name"], row["level"] in ("must", "should"), "Person",
                     births.get(row["officer_id"]), births.get(row["party_name"]))
        for row in expected
    ]  # fmt: skip
    return LabelledSet(
        "Hong Kong names: Chinese and romanised, birth dates on both sides", pairs, _tiers(delivery, expected)
    )


def company_variants(delivery: Path) -> LabelledSet | None:
    """A related company and a supplier under another form of its name, or the nearest other firm."""
    if not delivery.is_dir():
        return None
    expected = _expected(delivery)
    pairs = [
        LabelledPair(row["related_name"], row["party_name"], row["level"] in ("must", "should"), "Company")
        for row in expected
    ]
    return LabelledSet(
        "Company names: former, short, English, moved parts; nearest other firms", pairs, _tiers(delivery, expected)
    )


def peers_cases(folder: Path) -> LabelledSet | None:
    """The cases by which nomenklatura measures its own matchers."""
    from tests.peers.verdicts import company_bits, person_bits

    path = folder / "name_bench_cases.csv"
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    pairs = [LabelledPair(row["name1"], row["name2"], row["is_match"] == "true", row["schema"]) for row in rows]
    ours = [0.0] * len(pairs)
    for compare, is_person in ((person_bits, True), (company_bits, False)):
        chosen = [i for i, pair in enumerate(pairs) if (pair.schema == "Person") == is_person]
        bits = compare([pairs[i].left for i in chosen], [pairs[i].right for i in chosen])
        for i, value in zip(chosen, bits.tolist(), strict=True):
            ours[i] = float(value > 0)
    return LabelledSet("The peers' own cases, names only", pairs, ours)


def _expected(delivery: Path) -> list[dict[str, str]]:
    """The rows that are pairs: true ones and decoys."""
    with (delivery / "expected_hits.csv").open(encoding="utf-8-sig", newline="") as handle:
        return [row for row in csv.DictReader(handle) if row["level"] in ("must", "should", "decoy")]


def _births(delivery: Path) -> Mapping[str, str]:
    """Birth dates of officers by code, and of directors by their company."""
    night = RunSettings(settings=Settings(), as_of=AS_OF, delivery=delivery, run_id="bench")
    with tempfile.TemporaryDirectory() as spill, Warehouse(Path(spill), night.settings.limits) as warehouse:
        read(warehouse, night)
        stage(warehouse, night)
        rows = warehouse.rows(
            "select officer_id as k, birth_date::varchar as v from std_officers where birth_date is not null "
            "union all select company_name, birth_date::varchar from std_appointments where birth_date is not null"
        )
    return {row["k"]: row["v"] for row in rows}


def _tiers(delivery: Path, expected: Sequence[Mapping[str, str]]) -> list[float]:
    """What a whole night says of each pair of officer (or relative) and counterparty, by any rule."""
    best: dict[tuple[str, str], float] = {}
    for finding in screen(delivery, AS_OF):
        key = (finding["officer_id"], finding["party_id"])
        best[key] = max(best.get(key, 0.0), 1.0 if finding["tier"] in ("A", "B") else 0.25)
    return [best.get((row["officer_id"], row["party_id"]), 0.0) for row in expected]


def _print(labelled: LabelledSet, trained: Path | None) -> None:
    truth = {_key(i) for i, pair in enumerate(labelled.pairs) if pair.same}
    print(f"\n{labelled.title}: {len(truth)} of {len(labelled.pairs)} pairs are one")
    print(f"{'':<34}{'P':>8}{'R':>8}{'F1':>8}{'pairs/s':>12}")
    ours = {_key(i): score for i, score in enumerate(labelled.ours)}
    _line("ours, found", accuracy_at(ours, truth, FOUND))
    if 0.25 in labelled.ours:
        _line("ours, leads too", accuracy_at(ours, truth, 0.25))
    with tempfile.TemporaryDirectory() as made:
        source, target = Path(made) / "pairs.parquet", Path(made) / "scores.parquet"
        _write(labelled.pairs, source)
        for name, label in (
            ("logicv2", "logic-v2"),
            ("splink", "Splink 5, model of the task"),
            ("rapidfuzz", "RapidFuzz"),
            ("joins", "exact join"),
        ):
            python = PEERS if name in ("logicv2", "splink") else Path(sys.executable)
            if name == "splink" and (trained is None or not trained.exists() or labelled.pairs[0].schema != "Person"):
                continue
            if not python.exists():
                print(f"{label:<34}left out, the peers' environment is not there")
                continue
            try:
                once([str(python), "tests/bench/peers/pairs.py", name, str(source), str(target), str(trained)])
            except RuntimeError as error:
                print(f"{label:<34}failed, {error}")
                continue
            rated = pq.read_table(target)
            scores = {_key(i): score for i, score in enumerate(rated.column("score").to_pylist())}
            best = best_accuracy(scores, truth)
            _line(f"{label}, best at {best.threshold:.2f}", best, rated.column("rate")[0].as_py())


def _key(i: int) -> Pair:
    return (str(i), "")


def _line(label: str, accuracy: Accuracy, rate: float | None = None) -> None:
    shown = "" if rate is None else f"{rate:>12,.0f}"
    print(f"{label:<34}{accuracy.precision:>8.4f}{accuracy.recall:>8.4f}{accuracy.f1:>8.4f}{shown}", flush=True)


def _write(pairs: Sequence[LabelledPair], target: Path) -> None:
    """The pairs with the keys that peers are given: folded names, and letters of the sound in any order."""
    names = sorted({name for pair in pairs for name in (pair.left, pair.right)})
    keys = dict(zip(names, read_person_names(names).column("name_key").to_pylist(), strict=True))
    sounds = {
        name: "".join(
            sorted(letter for letter in pinyin_key(keys[name] or "") if letter.isascii() and letter.isalpha())
        )
        for name in names
    }
    columns = {
        "left": [pair.left for pair in pairs], "right": [pair.right for pair in pairs], "schema": [pair.schema for pair in pairs],
        "left_key": [keys[pair.left] or "" for pair in pairs], "right_key": [keys[pair.right] or "" for pair in pairs],
        "left_sound": [sounds[pair.left] for pair in pairs], "right_sound": [sounds[pair.right] for pair in pairs],
        "left_birth": [pair.left_birth for pair in pairs], "right_birth": [pair.right_birth for pair in pairs],
    }  # fmt: skip
    pq.write_table(pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()}), target)
