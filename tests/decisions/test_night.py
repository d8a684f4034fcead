"""What a night reads of the log."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from screening.decisions.log import append, read_log
from screening.decisions.night import load_decisions, ruling_rows
from screening.settings import LimitSettings, LogHead
from screening.warehouse.store import Warehouse

from .runs import LINK
from .test_log import entry

OTHER = LINK | {"watched_key": "fedcba9876543210"}
DAY = date(2026, 11, 25)


def rulings(out: Path, as_of: date = DAY) -> list[tuple[str, str, str]]:
    return [(row["ruling_id"], row["verdict"], row["watched_key"]) for row in ruling_rows(read_log(out), as_of)]


def test_every_entry_is_a_row_and_the_head_is_told(tmp_path: Path) -> None:
    append(tmp_path, lambda log: [entry(1, until=date(2027, 1, 1)), entry(2, identity="same", basis=(LINK,))])
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        head = load_decisions(warehouse, tmp_path, DAY)
        decisions = warehouse.rows("select * from decision order by entry")
        ruled = warehouse.rows("select * from identity_ruling")

    assert head == read_log(tmp_path).head
    assert [(row["entry"], row["finding_id"], row["until"]) for row in decisions] == [
        (1, "F1", date(2027, 1, 1)), (2, "F2", None),
    ]  # fmt: skip
    assert json.loads(decisions[0]["facts"]) == {"share_pct": "12"}
    assert ruled == [{**LINK, "ruling_id": "D2", "verdict": "same"}]


def test_no_log_is_no_decision(tmp_path: Path) -> None:
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        assert load_decisions(warehouse, tmp_path, DAY) == LogHead()
        assert warehouse.rows("select * from decision") == []


def test_the_last_ruling_on_the_same_records_counts_whatever_finding_it_was_made_on(tmp_path: Path) -> None:
    append(tmp_path, lambda log: [
        entry(1, identity="not_same", basis=(LINK, OTHER)), entry(2, identity="same", basis=(LINK,)), entry(1, basis=(LINK,)),
    ])  # fmt: skip

    assert rulings(tmp_path) == [("D1", "not_same", OTHER["watched_key"]), ("D2", "same", LINK["watched_key"])]


def test_a_ruling_runs_out_after_its_last_day(tmp_path: Path) -> None:
    append(tmp_path, lambda log: [entry(1, identity="not_same", basis=(LINK,), until=DAY)])

    assert len(rulings(tmp_path)) == 1
    assert rulings(tmp_path, date(2026, 11, 26)) == []
