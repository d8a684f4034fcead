"""The cover says what was not screened and why, how old the data are, and how much was found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.reports.cover import Line, cover_lines

from .world import finding, issue, view


def cover(folder: Path, findings: list[dict[str, Any]], **options: Any) -> list[Line]:
    with view(folder, findings, **options) as seen:
        return list(cover_lines(seen))


def told(lines: list[Line], left: str) -> str:
    return next(line.right for line in lines if line.left == left)


def test_it_opens_with_title_day_run_and_how_to_read_it(tmp_path: Path) -> None:
    lines = cover(tmp_path, [])

    assert lines[0] == Line("title", "", "利益冲突筛查报告")
    assert told(lines, "基准日") == "2026-11-20"
    assert told(lines, "运行编号") == "2026-11-20-0123456789ab"
    assert "不是结论" in lines[3].left


def test_counts_are_of_open_candidates_and_of_the_others_by_outcome(tmp_path: Path) -> None:
    findings = [
        finding(1),
        finding(2, tier="C"),
        finding(3, tier="C", case_id="K2"),
        finding(4, outcome="declared"),
        finding(5, outcome="exempt"),
        finding(6, outcome="exempt"),
        finding(7, lifecycle="closed"),
    ]
    lines = cover(tmp_path, findings, language="en")

    assert told(lines, "Cases") == "2"
    assert told(lines, "Tier A candidates") == "1 (A identifier-grade)"
    assert told(lines, "Tier C candidates") == "2 (C lead)"
    assert told(lines, "Other findings: exempt") == "2"
    assert told(lines, "Other findings: declared") == "1"
    assert told(lines, "Other findings: closed") == "1"
    assert told(lines, "pairs left out because only a common name agrees") == "17"


def test_every_rule_stands_under_screened_or_under_its_reason(tmp_path: Path) -> None:
    why = {
        "LOAN-IN": ("借贷担保：未交付", "financing not delivered"),
        "GUAR-IN": ("借贷担保：未交付", "financing not delivered"),
    }
    lines = [line for line in cover(tmp_path, [], unscreened=why) if line.section == "not_screened"]

    assert lines[0].left == "本次未筛查（2）"
    assert [name.split()[0] for name in told(lines, "借贷担保：未交付").split("，")] == ["GUAR-IN", "LOAN-IN"]
    everything = " ".join(line.right for line in lines)
    for rule in (*RULE_IDS, *COMPLIANCE_IDS):
        assert rule in everything
    assert "LOAN-IN" not in told(lines, "已筛查规则（含义见词汇表）")
    assert {line.kind for line in lines if "LOAN-IN" in line.right} == {"warning"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_found_speaks_of_screened_rules_only(tmp_path: Path, language: str) -> None:
    text = {"zh": "已筛查的规则中没有候选。", "en": "No candidates under the rules that were screened."}[language]
    some = cover(tmp_path, [], language=language)
    none = cover(
        tmp_path,
        [],
        language=language,
        unscreened=dict.fromkeys((*RULE_IDS, *COMPLIANCE_IDS), ("未交付", "not delivered")),
    )

    assert text in [line.left for line in some]
    assert text not in [line.left for line in none]
    assert told(none, {"zh": "已筛查规则（含义见词汇表）", "en": "Screened rules (see the glossary)"}[language]) == ""


def test_nothing_found_is_not_said_beside_a_candidate(tmp_path: Path) -> None:
    assert "已筛查的规则中没有候选。" not in [line.left for line in cover(tmp_path, [finding(1)])]


def test_every_table_stands_there_with_its_counts_or_as_missing(tmp_path: Path) -> None:
    lines = [line for line in cover(tmp_path, [], delivered={"officers": 3, "gifts": 0}) if line.section == "tables"]

    assert told(lines, "董监高名册 officers") == "读取 3，采用 3"
    assert told(lines, "礼金登记 gifts") == "已提供但无数据"
    assert told(lines, "举报线索 tips") == "未提供"
    assert len(lines) == 1 + 18


@pytest.mark.parametrize("table", ["declarations", "transactions", "group_entities"])
def test_what_limits_every_finding_is_a_warning(tmp_path: Path, table: str) -> None:
    counts = {
        name: 1 for name in ("officers", "suppliers", "declarations", "transactions", "group_entities") if name != table
    }
    with_it = cover(tmp_path, [], delivered=counts | {table: 5}, language="en")
    without, empty = (cover(tmp_path, [], delivered=counts | more, language="en") for more in ({}, {table: 0}))

    assert table not in [line.left for line in with_it if line.kind == "warning"]
    for lines in (without, empty):
        assert table in [line.left for line in lines if line.kind == "warning"]


def test_the_age_of_registry_data_is_told_or_called_unknown(tmp_path: Path) -> None:
    with view(tmp_path, [], delivered={"holdings": 2, "appointments": 1}) as seen:
        seen.warehouse.run("create table std_holdings as select date '2026-10-31' as as_of union all select null")
        seen.warehouse.run("create table std_appointments as select null::date as as_of")
        lines = list(cover_lines(seen))

    assert told(lines, "股东出资 holdings") == "读取 2，采用 2，数据截止 2026-10-31"
    assert told(lines, "主要人员 appointments") == "读取 1，采用 1，数据截止 不明"


def test_expectations_not_met_stand_on_the_cover(tmp_path: Path) -> None:
    row = issue(check_id="expectation_uscc_is_filled", row=None, key=None, message_zh="多数为空。")
    lines = cover(tmp_path, [], issues=[row, issue()])

    assert [line for line in lines if line.section == "checks"] == [
        Line("head", "checks", "数据中须留意之处"),
        Line("warning", "checks", "供应商 suppliers", "多数为空。"),
    ]


def test_restricted_people_are_a_count(tmp_path: Path) -> None:
    findings = [finding(1), finding(2, officer_id="P09", officer_name="尤听松", case_id="K9")]
    watched = {"watched": [{"watched_id": "officer:P09", "officer_id": "P09", "name": "尤听松"}]}
    lines = cover(tmp_path, findings, restricted=("P09",), tables=watched)

    assert told(lines, "受限人员") == "另有 1 条候选涉及受限人员，仅存于 restricted/ 目录。"
    assert told(lines, "案件") == "1"
    assert "尤听松" not in str(lines)


def test_a_restricted_id_that_nobody_bears_is_a_warning(tmp_path: Path) -> None:
    """A slip of the pen in the configuration would publish what it should hide."""
    watched = {"watched": [{"watched_id": "officer:P09", "officer_id": "P09", "name": "尤听松"}]}
    lines = cover(tmp_path, [], restricted=("P09", "P9"), tables=watched, language="en")

    assert [line.right for line in lines if line.left == "Restricted people"] == [
        "No officer bears the ids P9 of [restricted], so nobody is hidden by them; check the configuration."
    ]


def test_inputs_stand_with_their_hashes_and_the_scope_with_its_counts(tmp_path: Path) -> None:
    file = {"table_name": "suppliers", "file": "=s.csv", "rows": 10, "sha256": "ab" * 32}
    tables = {
        "delivered": [file],
        "watched": [
            {"watched_id": "officer:P1", "kind": "officer", "officer_id": "P1"},
            {"watched_id": "officer:P1@G2", "kind": "officer", "officer_id": "P1"},
            {"watched_id": "related:r", "kind": "related_person", "officer_id": "P1", "related_id": "R1"},
        ],
        "party": [
            {"party_table": "suppliers", "group_id": "G", "party_id": "S1"},
            {"party_table": "suppliers", "group_id": "G", "party_id": "S2", "excluded_as": "group_entity"},
        ],
    }
    lines = cover(tmp_path, [], tables=tables)

    assert told(lines, "供应商 suppliers · =s.csv") == f"10 行，sha256 {'ab' * 32}"
    assert told(lines, "人员") == "董监高 1 人，关联人 1 个"
    assert told(lines, "对方") == "供应商 1 家"
    assert told(lines, "口径") == "回溯 24 个月，离任后 12 个月仍在范围内，亲属范围为核心亲属，持股豁免低于 5 %"
