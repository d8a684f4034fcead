"""Against the last run: what is new, changed and how, closed and why; and a trend that depends on the baseline alone."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from screening.reports import run
from screening.reports.book.changes import changes_sheet
from screening.reports.changes import what_changed
from screening.reports.cover import cover_lines

from .world import finding, view


def published(folder: Path, name: str, findings: list[dict[str, Any]], baseline: Path | None = None) -> Path:
    out, work = folder / name, folder / f"{name}-work"
    out.mkdir()
    work.mkdir()
    with view(work, findings, baseline=baseline) as seen:
        run(seen.warehouse, seen.night.model_copy(update={"run_id": name}), out)
    return out


def points(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "coverage.json").read_text(encoding="utf-8"))["trend"]
    return found


def test_changes_tell_what_was_and_what_is(tmp_path: Path) -> None:
    before = published(tmp_path, "2026-11-19-aaaaaaaaaaaa", [finding(1), finding(2, case_id="K2")])
    late = finding(
        1, lifecycle="changed", declaration_status="late", share_pct=Decimal("12.5"), valid_to=date(2026, 10, 1),
        changed_fields=["declaration_status", "share_pct", "valid_to"],
    )  # fmt: skip
    gone = finding(2, case_id="K2", lifecycle="closed", closed_because="counterparty_not_delivered")
    with view(tmp_path, [late, gone, finding(3), finding(4, lifecycle="open")], baseline=before) as seen:
        lines = {
            row["rule_id"] + str(row["lifecycle"]): str(row.get("what_changed") or "")
            for row in changes_sheet(seen).rows
        }

    assert list(lines) == ["INT-B有变化", "INT-B新增", "INT-B已关闭"]
    assert lines["INT-B有变化"].split("\n") == [
        "申报情况：所提供的登记册中未见相应申报 → 逾期申报", "持股比例（%）：30 → 12.5", "结束：（无） → 2026-10-01",
    ]  # fmt: skip
    assert lines["INT-B已关闭"] == "本次主数据中没有该对方"


def test_evidence_and_path_are_told_by_what_came_and_went() -> None:
    item = {"feature": "name", "verdict": "agrees", "left": "甲", "right": "甲", "detail": "姓名相同", "bits": 20.0}
    phone = {"feature": "phone", "verdict": "agrees", "left": "*1", "right": "*1", "detail": "电话相同", "bits": 3.0}
    paid = {"feature": "dealing", "verdict": "agrees", "detail": "合计 5"}
    step = {
        "from": "甲",
        "relation": "holds",
        "to": "乙",
        "share_pct": 30,
        "valid_from": "2024-01-01",
        "valid_to": None,
    }
    now = {"changed_fields": ["evidence", "path"], "evidence": [phone, paid], "path": [step | {"share_pct": 12.50}]}
    before = {"evidence": [item, paid | {"detail": "合计 4"}], "path": [step]}

    assert what_changed(now, before, "zh").split("\n") == [
        "+ 电话：电话相同", "− 姓名：姓名相同", "路径：甲 —持股 30% 2024-01-01–→ 乙 → 甲 —持股 12.5% 2024-01-01–→ 乙",
    ]  # fmt: skip


def test_a_changed_finding_without_its_past_is_still_told() -> None:
    assert (
        what_changed({"changed_fields": ["overlap"], "overlap": "proven"}, None, "en") == "Overlap in time: ? → proven"
    )


def test_a_first_run_has_no_changes_and_says_so(tmp_path: Path) -> None:
    with view(tmp_path, [finding(1)]) as seen:
        assert list(changes_sheet(seen).rows) == []
        assert "没有更早的已发布运行可比，全部为新增。" in [line.left for line in cover_lines(seen)]


def test_the_cover_counts_against_the_last_run(tmp_path: Path) -> None:
    before = published(tmp_path, "2026-11-19-aaaaaaaaaaaa", [finding(1), finding(2, tier="C")])
    with view(tmp_path, [finding(1, lifecycle="open"), finding(3)], baseline=before) as seen:
        told = {line.left: line.right for line in cover_lines(seen) if line.section == "since"}

    assert told == {
        "与上次运行相比": "", "上次运行": "2026-11-19-aaaaaaaaaaaa", "候选数量（上次 → 本次）": "A 1 → 2，B 0 → 0，C 1 → 0",
        "新增": "1", "重新打开": "0", "有变化": "0", "持续": "1", "已关闭": "0",
        "不再是候选（已申报、已排除等）": "0",
    }  # fmt: skip


def test_what_left_the_candidates_is_counted_and_nothing_else(tmp_path: Path) -> None:
    was = [finding(number) for number in range(1, 6)]
    before = published(
        tmp_path, "2026-11-19-aaaaaaaaaaaa", [*was, finding(6, outcome="exempt"), finding(7, outcome="declared")]
    )
    now = [
        finding(1, lifecycle="open"), finding(2, lifecycle="closed"), finding(3, lifecycle="changed", outcome="declared"),
        finding(4, lifecycle="changed", outcome="dismissed"), finding(5, lifecycle="changed"), finding(6, lifecycle="closed", outcome="exempt"),
        finding(7, lifecycle="changed"), finding(8),
    ]  # fmt: skip
    with view(tmp_path, now, baseline=before) as seen:
        told = {line.left: line.right for line in cover_lines(seen) if line.section == "since"}

    counts = {name: int(told[name]) for name in ("新增", "有变化", "持续", "已关闭", "不再是候选（已申报、已排除等）")}
    assert list(counts.values()) == [1, 2, 1, 1, 2]
    assert told["候选数量（上次 → 本次）"].startswith("A 5 → 4")


def test_the_trend_is_the_baselines_and_tonight(tmp_path: Path) -> None:
    first = published(tmp_path, "n1", [finding(1)])
    second = published(tmp_path, "n2", [finding(1), finding(2)], baseline=first)
    published(tmp_path, "between", [finding(3)])  # lies in the same place and is nobody's baseline
    third = published(tmp_path, "n3", [], baseline=second)

    assert [(point["run_id"], point["A"], point["cases"]) for point in points(third)] == [
        ("n1", 1, 1),
        ("n2", 2, 1),
        ("n3", 0, 0),
    ]


def test_a_baseline_of_an_older_version_begins_a_trend(tmp_path: Path) -> None:
    first = published(tmp_path, "n1", [finding(1)])
    old = json.loads((first / "coverage.json").read_text(encoding="utf-8"))
    del old["trend"]
    (first / "coverage.json").write_text(json.dumps(old), encoding="utf-8")

    assert [point["run_id"] for point in points(published(tmp_path, "n2", [], baseline=first))] == ["n2"]


def test_a_trend_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.reports.before.MOST_POINTS", 2)
    folder: Path | None = None
    for name in ("n1", "n2", "n3"):
        folder = published(tmp_path, name, [], baseline=folder)

    assert folder is not None
    assert [point["run_id"] for point in points(folder)] == ["n2", "n3"]
