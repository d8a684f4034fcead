"""The golden deliveries themselves: known columns and words, filled keys, valid check digits."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from screening.contract.tables import TABLES
from screening.contract.words import ENUMERATIONS
from screening.settings import load_settings

from .cases import CASES, Case, CaseError, read_case
from .compare import explain
from .ids import hkid, is_resident_id, is_uscc, resident_id, uscc

IDENTIFIERS = {"id_number", "holder_id", "uscc", "company_uscc", "counterparty_uscc"}


def _tables(case: Case) -> dict[str, list[dict[str, str]]]:
    tables = {}
    for path in sorted(case.folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_the_delivery_obeys_the_contract(case: Case) -> None:
    load_settings(case.folder / "coi.toml")
    for name, rows in _tables(case).items():
        columns = {column.name: column for column in TABLES[name].columns}
        for row in rows:
            assert set(row) <= set(columns), name
            for column, value in row.items():
                assert value or not columns[column].required, (name, column, row)
                words = columns[column].words
                assert not value or words is None or value in ENUMERATIONS[words], (name, column, value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_the_identifiers_have_valid_check_digits(case: Case) -> None:
    for name, rows in _tables(case).items():
        for row in rows:
            for column in IDENTIFIERS & set(row):
                value = row[column]
                stands_in = value == "" or value == "1" * 18 or len(value.strip("()")) < 11  # placeholder, or a HKID
                assert stands_in or is_resident_id(value) or is_uscc(value), (name, column, value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_what_is_expected_is_in_the_delivery(case: Case) -> None:
    tables = _tables(case)
    officers = {row["officer_id"] for row in tables["officers"]}
    related = {row["related_id"] for row in tables.get("related_parties", [])}
    for row in case.expect:
        table, party_id = row.columns["party_table"], row.columns["party_id"]
        assert row.columns["officer_id"] in officers | {None}
        assert row.columns["related_id"] in related | {None}
        if table is None:
            assert party_id is None or party_id.startswith("name:")
        else:
            assert party_id in {party["party_id"] for party in tables[table]}


def _write(folder: Path, **changes: Any) -> Path:
    expect = {"rule_id": "INT-B", "officer_id": "P1", "related_id": None, "party_table": "suppliers", "party_id": "S1"}
    case = {"oracle": None, "title": "t", "as_of": "2026-11-20", "expect": [{**expect, "outcome": "candidate"}]}
    (folder / "case.json").write_text(json.dumps({**case, "forbid": [], **changes}), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "changes",
    [
        {"extra": 1},
        {"expect": [{"rule_id": "INT-B"}]},
        {"forbid": [{"ruleid": "INT-B"}]},
        {"forbid": [{"outcome": "guilty"}]},
        {"forbid": [{}]},
        {"forbid": [{"share_pct": 4.99}]},
    ],
    ids=lambda changes: json.dumps(changes),
)
def test_a_case_with_a_slip_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(CaseError):
        read_case(_write(tmp_path, **changes))


def _finding(**columns: Any) -> dict[str, Any]:
    base = {"rule_id": "INT-B", "officer_id": "P1", "related_id": None, "party_table": "suppliers", "party_id": "S1"}
    return {**base, "outcome": "candidate", "tier": "A", "regime_verdicts": None, **columns}


def test_the_comparison_notices_each_kind_of_difference(tmp_path: Path) -> None:
    expect = {"rule_id": "INT-B", "officer_id": "P1", "related_id": None, "party_table": "suppliers", "party_id": "S1"}
    wanted = {**expect, "outcome": "candidate", "tier_at_least": "B", "regime_verdicts": {"SSE": "live"}}
    case = read_case(_write(tmp_path, expect=[wanted], forbid=[{"officer_id": "P2", "tier_at_least": "B"}]))
    live = json.dumps({"SSE": {"verdict": "live", "why": "x"}})

    assert explain(case, [_finding(regime_verdicts=live), _finding(officer_id="P2", tier="C")]) == []
    assert "0 findings" in explain(case, [])[0]
    assert "2 findings" in explain(case, [_finding(), _finding()])[0]
    assert "outcome is 'exempt'" in explain(case, [_finding(outcome="exempt", regime_verdicts=live)])[0]
    assert "expected at least B" in explain(case, [_finding(tier="C", regime_verdicts=live)])[0]
    assert "regime SSE is None" in explain(case, [_finding()])[0]
    assert "forbids" in explain(case, [_finding(regime_verdicts=live), _finding(officer_id="P2", tier="B")])[0]


def test_the_makers_agree_with_known_numbers() -> None:
    assert resident_id("11010519491231002") == "11010519491231002X"
    assert [hkid("A123456"), hkid("E364912"), hkid("AB123456")] == ["A123456(3)", "E364912(5)", "AB123456(9)"]
    assert is_uscc(uscc("91", "440300", "MA5Q00A1"))
    assert not is_uscc("91440300MA5Q00A11C")
