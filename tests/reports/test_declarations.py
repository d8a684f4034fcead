"""The register against what was found: every declared item is told, matched or not, and what waits shows its age."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.contract.tables import TABLES
from screening.reports.book.declarations import reconciled_sheet, undecided_sheet
from screening.reports.view import View

from .world import finding, view


def declared(number: int, **changed: Any) -> dict[str, Any]:
    """One row of std_declarations and of declared_item together."""
    row: dict[str, Any] = dict.fromkeys(TABLES["declarations"].names)
    row |= {
        "record_id": f"d{number}", "row": number + 1, "declaration_id": f"D{number}", "officer_id": "P01", "kind": "annual",
        "item": "business_interest", "submitted_on": date(2026, 4, 1), "signed": True, "counterparty_name": "苏州听雪庐",
        "party_clusters": ["suppliers/G/S01"], "company_id": None,
    }  # fmt: skip
    return row | changed


@contextmanager
def register(
    folder: Path, findings: list[dict[str, Any]], items: list[dict[str, Any]], **options: Any
) -> Iterator[View]:
    dates = {name: pa.date32() for name in TABLES["declarations"].names if name.endswith("_on")}
    flags = {"nil_return": pa.bool_(), "signed": pa.bool_(), "cure_days": pa.int64(), "row": pa.int64()}
    more = {"party_clusters": pa.list_(pa.string())}
    types = {name: pa.string() for name in items[0]} | dates | flags | more | {"share_pct": pa.decimal128(9, 6)}
    staged = pa.table({name: pa.array([item[name] for item in items], types[name]) for name in items[0]})
    tables = {
        "declared_item": items,
        "watched": [{"watched_id": "officer:P01", "kind": "officer", "officer_id": "P01", "name": "冯砚秋"}],
        "party": [{"party_table": "suppliers", "group_id": "G", "party_id": "S01", "company_id": "c1"}],
    }
    with view(folder, findings, tables=tables, **options) as seen:
        seen.warehouse.put("std_declarations", staged.drop(["party_clusters", "company_id"]))
        yield seen


def met(folder: Path, items: list[dict[str, Any]], findings: list[dict[str, Any]] | None = None) -> dict[str, str]:
    with register(folder, [finding(1)] if findings is None else findings, items) as seen:
        return {str(row["declaration_id"]): str(row["key"]) for row in reconciled_sheet(seen).rows}


def test_every_item_is_told_whatever_became_of_it(tmp_path: Path) -> None:
    nowhere = {"party_clusters": [], "counterparty_name": "无人知晓公司"}
    items = [
        declared(1),
        declared(2, party_clusters=["suppliers/G/S77"]),
        declared(3, **nowhere),
        declared(4, **nowhere | {"counterparty_name": None}),
        declared(5, **nowhere | {"counterparty_name": None, "nil_return": True, "item": None}),
        declared(6, signed=False),
        declared(7, submitted_on=date(2026, 12, 1)),
        declared(8, officer_id="P99"),
        declared(9, party_clusters=[], company_id="c1"),
    ]

    assert met(tmp_path, items) == {
        "D1": "candidate", "D9": "candidate", "D2": "no_link", "D3": "no_party", "D4": "names_nobody", "D6": "unsigned",
        "D7": "not_yet", "D8": "officer_unknown", "D5": "nil_return",
    }  # fmt: skip


def test_an_item_that_names_a_settled_link_is_no_candidate(tmp_path: Path) -> None:
    assert met(tmp_path, [declared(1)], [finding(1, outcome="declared")]) == {"D1": "settled"}
    (tmp_path / "closed").mkdir()
    assert met(tmp_path / "closed", [declared(1)], [finding(1, lifecycle="closed")]) == {"D1": "no_link"}


def test_a_nil_return_that_a_candidate_contradicts_names_it(tmp_path: Path) -> None:
    note = {"feature": "nil_return", "verdict": "disagrees", "left": "D1", "right": None, "detail": "…", "bits": 0.0}
    nil = declared(1, nil_return=True, counterparty_name=None, party_clusters=[], item=None)
    with register(tmp_path, [finding(1, evidence=json.dumps([note]))], [nil]) as seen:
        (row,) = reconciled_sheet(seen).rows

    assert row["met"] == "无冲突申报，但当时已有联系"
    assert row["found"] == "持有业务往来方权益（制度 3-2(二)）：候选，所提供的登记册中未见相应申报"


def waiting(folder: Path, item: dict[str, Any], **changed: Any) -> list[dict[str, Any]]:
    note = {"feature": "declaration", "verdict": "agrees", "left": "D1", "right": "on_time", "detail": "…", "bits": 0.0}
    row = finding(1, declaration_status="on_time", evidence=json.dumps([note])) | changed
    folder.mkdir()
    with register(folder, [row], [item]) as seen:
        return [dict(line) for line in undecided_sheet(seen).rows]


def test_what_waits_shows_for_what_and_how_long(tmp_path: Path) -> None:
    told = {
        "decision": waiting(tmp_path / "a", declared(1), declaration_status="pending", declaration_decision="pending"),
        "over": waiting(
            tmp_path / "b", declared(1, feedback_on=date(2026, 5, 1), cure_days=30), declaration_decision="eliminate"
        ),
        "no_days": waiting(tmp_path / "g", declared(1, feedback_on=date(2026, 5, 1)), declaration_decision="eliminate"),
        "running": waiting(
            tmp_path / "c",
            declared(1, feedback_on=date(2026, 5, 1)),
            declaration_decision="eliminate",
            outcome="declared",
        ),
        "unknown": waiting(tmp_path / "d", declared(1), declaration_decision="eliminate", outcome="declared"),
        "accepted": waiting(tmp_path / "e", declared(1), declaration_decision="accept", outcome="declared"),
        "late": waiting(tmp_path / "f", declared(1), declaration_status="late"),
    }

    assert {name: [line["waiting"] for line in lines] for name, lines in told.items()} == {
        "decision": ["等待审批"], "over": ["整改期限已过，无完成记录"], "no_days": ["未写明整改天数，无完成记录"], "running": ["整改期内"],
        "unknown": ["无反馈日期，整改期限无法计算"], "accepted": [], "late": [],
    }  # fmt: skip
    assert told["decision"][0]["age_days"] == 233


def test_the_register_of_restricted_people_stays_behind_the_wall(tmp_path: Path) -> None:
    with register(tmp_path, [finding(1)], [declared(1)], restricted=("P01",)) as seen:
        assert list(reconciled_sheet(seen).rows) == []


def test_a_restricted_person_declared_by_somebody_else_is_not_named(tmp_path: Path) -> None:
    item = declared(1, officer_id="P02", related_party_name="冯砚秋", counterparty_name="听雪庐")
    with register(tmp_path, [], [item], restricted=("P01",)) as seen:
        (row,) = reconciled_sheet(seen).rows

    assert (row["related_party_name"], row["counterparty_name"]) == ("***", "听雪庐")


def test_without_a_register_the_sheets_are_empty(tmp_path: Path) -> None:
    with view(tmp_path, [finding(1)]) as seen:
        assert list(reconciled_sheet(seen).rows) == []
        assert list(undecided_sheet(seen).rows) == []
