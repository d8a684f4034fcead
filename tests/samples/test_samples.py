"""The sample delivery is what its generator writes, and its truth covers the rules of this version."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from screening.contract.outputs import DECLARATION_STATUSES, OUTCOMES
from screening.contract.rules import RULE_IDS
from screening.contract.tables import TABLES
from screening.contract.words import ENUMERATIONS
from screening.settings import load_settings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "samples"
TRUTH: dict[str, Any] = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
NEEDED_DECOYS = {
    "listed_4_99", "independent_director", "cousin", "homonym", "different_id", "ended_before", "group_company",
    "reimbursement", "emergency_contact", "bank_mortgage", "cash_handed_in", "post_seen_today", "declared_branch",
    "placeholder_id", "other_group", "cure_not_due", "generic_scope",
}  # fmt: skip


@pytest.fixture(scope="module")
def world() -> Any:
    """The sample in memory, as its generator builds it."""
    before = sys.dont_write_bytecode
    sys.path.insert(0, str(SAMPLES))
    sys.dont_write_bytecode = True  # the folder is shipped in the wheel
    try:
        generate = importlib.import_module("generate")
    finally:
        sys.path.remove(str(SAMPLES))
        sys.dont_write_bytecode = before
    return generate.build()


def _bytes(folder: Path) -> dict[str, bytes]:
    paths = [folder / "truth.json", *sorted((folder / "delivery").iterdir())]
    return {path.name: path.read_bytes() for path in paths}


def test_the_committed_files_are_what_the_generator_writes(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "7",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TZ": "Pacific/Auckland",
    }
    command = [sys.executable, str(SAMPLES / "generate.py"), "--out", str(tmp_path)]

    subprocess.run(command, check=True, env=environment, timeout=120)

    made, kept = _bytes(tmp_path), _bytes(SAMPLES)
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_sidecar_matches_the_files() -> None:
    sidecar = json.loads((SAMPLES / "delivery" / "delivery.json").read_text(encoding="utf-8"))["tables"]
    files = {path.name for path in (SAMPLES / "delivery").iterdir()} - {"delivery.json", "coi.toml"}

    assert {entry["file"] for entry in sidecar.values()} == files
    for name, entry in sidecar.items():
        content = (SAMPLES / "delivery" / entry["file"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest()), name


def test_the_settings_are_valid() -> None:
    policy = load_settings(SAMPLES / "delivery" / "coi.toml").policy

    assert None not in (policy.promulgated_on, policy.initial_period, policy.register_from)


def test_every_rule_of_the_contract_is_planted() -> None:
    assert {row["rule_id"] for row in TRUTH["planted"]} == set(RULE_IDS)


def test_every_declaration_status_but_unknown_is_planted() -> None:
    met = {row["declaration_status"] for row in TRUTH["planted"]}

    assert met == set(DECLARATION_STATUSES) - {"unknown"} | {None}


def test_every_kind_of_look_alike_is_there() -> None:
    assert {row["kind"] for row in TRUTH["decoys"]} == NEEDED_DECOYS
    for row in TRUTH["decoys"]:
        assert row["expected"] in {*OUTCOMES, "no candidate", "not better than tier C"}


def test_truth_speaks_of_delivered_records(world: Any) -> None:
    tables = world.tables
    officers = {row["officer_id"] for row in tables["officers"]} | {None}
    related = {row["related_id"] for row in tables["related_parties"]} | {None}
    for row in [*TRUTH["planted"], *TRUTH["decoys"]]:
        assert row["officer_id"] in officers
        assert row["related_id"] in related
        if row["party_table"] is None:
            assert row["party_id"] is None or row["party_id"].startswith("name:")
        else:
            assert row["party_id"] in {party["party_id"] for party in tables[row["party_table"]]}


def test_no_pair_is_both_planted_and_a_decoy() -> None:
    pairs = Counter((row["officer_id"], row["party_id"]) for row in TRUTH["decoys"])
    planted = {(row["officer_id"], row["party_id"]) for row in TRUTH["planted"]}

    assert max(pairs.values()) == 1
    assert planted.isdisjoint(pairs)


def test_rows_obey_the_contract(world: Any) -> None:
    for name, rows in world.tables.items():
        columns = {column.name: column for column in TABLES[name].columns}
        for row in rows:
            assert set(row) <= set(columns), name
            assert {column.name for column in columns.values() if column.required} <= set(row), (name, row)
            for column, value in row.items():
                words = columns[column].words
                assert words is None or value in ENUMERATIONS[words], (name, column, value)


def test_keys_are_unique(world: Any) -> None:
    for name in set(world.tables) - {"officers", "appointments", "holdings", "registry_companies"}:
        key = TABLES[name].columns[0].name
        codes = Counter(row[key] for row in world.tables[name])
        assert max(codes.values()) == 1, name


def test_check_digits_hold(world: Any) -> None:
    """Recomputed here, not with the generator's own functions."""
    for name, rows in world.tables.items():
        for row in rows:
            for column in {"id_number", "holder_id", "uscc", "company_uscc", "counterparty_uscc"} & set(row):
                value = row[column]
                if len(value) == 18 and value != "1" * 18 and "*" not in value:
                    assert _resident_sum(value) == 1 if value[:17].isdigit() else _uscc_sum(value) == 0, (name, value)


def _resident_sum(value: str) -> int:
    digits = [10 if char == "X" else int(char) for char in value]
    return sum(digit * pow(2, 17 - place, 11) for place, digit in enumerate(digits)) % 11


def _uscc_sum(value: str) -> int:
    digits = ["0123456789ABCDEFGHJKLMNPQRTUWXY".index(char) for char in value]
    return (sum(digit * pow(3, place, 31) for place, digit in enumerate(digits[:17])) + digits[17]) % 31


def test_nobody_bears_an_officers_name_by_accident(world: Any) -> None:
    officers = {row["name"] for row in world.tables["officers"]}
    said = {
        "P01",
        "P02",
        "P04",
        "P05",
        "P06",
        "P09",
        "P11",
        "P12",
        "P13",
        "P14",
        "P15",
    }  # holders and posts planted on purpose
    planted = {row["name"] for row in world.tables["officers"] if row["officer_id"] in said}
    mentions = {row["holder_name"] for row in world.tables["holdings"]}
    mentions |= {row["person_name"] for row in world.tables["appointments"]}
    mentions |= {row.get("legal_representative", "") for row in world.tables["suppliers"]}

    assert mentions & officers <= planted
    assert len(world.tables["officers"]) == 16
