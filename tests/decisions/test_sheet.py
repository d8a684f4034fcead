"""Rows of a workbook: refused one by one, the others recorded, none twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from screening.decisions.batch import Outcome, record_rows
from screening.decisions.log import read_log
from screening.decisions.record import record
from screening.decisions.sheet import read_rows

from .runs import MONDAY, TUESDAY, asked, basis, desk, publish

HEADERS = {
    "decision": "决定", "reason": "理由", "source": "原始依据", "reply": "本人答复", "until": "有效期至", "identity": "身份认定",
}  # fmt: skip


def row(finding_id: str = "F1", run_id: str = MONDAY, **told: str) -> dict[str, str]:
    cells = {"决定": "排除", "理由": "已核对"} | {HEADERS[name]: value for name, value in told.items()}
    return {"结果编号": finding_id, "运行编号": run_id, "董监高": "冯砚秋", **cells}


def give_back(out: Path, *rows: dict[str, str], by: str = "lin") -> Outcome:
    return record_rows(desk(out), read_rows(list(enumerate(rows, start=2)), by))


def refusals(outcome: Outcome) -> dict[int, str]:
    return {number: words[1] for number, words in outcome.refused}


def test_empty_rows_are_passed_over(out: Path) -> None:
    assert give_back(out, {"结果编号": "F1", "运行编号": MONDAY, "决定": "", "理由": " "}) == Outcome(0, 0, ())


@pytest.mark.parametrize("decision", ["排除", "dismissed"])
@pytest.mark.parametrize("until", ["2027-01-31", "2027/01/31", "2027-01-31 00:00:00"])
def test_words_of_the_list_codes_and_days_are_read(out: Path, decision: str, until: str) -> None:
    assert give_back(out, row(decision=decision, until=until, identity="非同一人或同一企业")).recorded == 1
    (entry,) = read_log(out).entries

    assert (entry.decision, entry.until, entry.identity) == ("dismissed", date(2027, 1, 31), "not_same")


def test_an_english_workbook_is_read(out: Path) -> None:
    told = {"Finding": "F1", "Run": MONDAY, "Decide": "needs information", "Reason": "x", "Until": ""}

    assert give_back(out, told).recorded == 1
    assert read_log(out).entries[0].decision == "needs_info"


def test_refused_rows_do_not_keep_the_others_back(out: Path) -> None:
    outcome = give_back(
        out,
        row(),
        row("F2", decision="胡乱"),
        row("F3", until="some day"),
        row("F9"),
        row("F2", run_id="2026-11-19-cccccccccccc"),
        row("F3", decision=""),
    )

    assert outcome.recorded == 1
    assert {number: words.split(":")[0] for number, words in refusals(outcome).items()} == dict.fromkeys(
        (3, 4, 5, 6, 7), "Nothing was recorded"
    ) | {3: "Row 6 says something else of the same finding; neither was recorded."} | dict.fromkeys(
        (4,), "Row 7 says something else of the same finding; neither was recorded."
    ) | {6: "Row 3 says something else of the same finding; neither was recorded."} | {
        7: "Row 4 says something else of the same finding; neither was recorded."
    }


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"decision": "胡乱"}, "cannot be read"),
        ({"until": "some day"}, "cannot be read"),
        ({"identity": "vielleicht"}, "cannot be read"),
        ({"decision": ""}, "choose a decision"),
        ({"reason": ""}, "Reason (--reason)"),
        ({"decision": "确认联系属实"}, "Primary record (--source)"),
        ({"until": "2026-11-01"}, "in the past"),
        ({"finding_id": "F9"}, "no finding of that id"),
        ({"run_id": "2026-11-19-cccccccccccc"}, "is not in this folder"),
        ({"run_id": "../.."}, "is not in this folder"),
        ({"run_id": ""}, "is not in this folder"),
    ],
)
def test_each_refusal_says_why(out: Path, told: dict[str, Any], why: str) -> None:
    outcome = give_back(out, row(**told))

    assert (outcome.recorded, list(refusals(outcome))) == (0, [2])
    assert why in refusals(outcome)[2]


def test_rows_that_contradict_each_other_are_both_refused(out: Path) -> None:
    outcome = give_back(out, row(), row(decision="待补充资料"), row("F2"))

    assert (outcome.recorded, list(refusals(outcome))) == (1, [2, 3])


def test_the_same_row_twice_and_the_same_workbook_twice_count_once(out: Path) -> None:
    assert give_back(out, row(), row()) == Outcome(1, 1, ())
    assert give_back(out, row(), row()) == Outcome(0, 2, ())
    publish(out, TUESDAY, [basis("F1", share_pct="40")])
    assert give_back(out, row()) == Outcome(0, 1, ())


def test_a_finding_that_changed_since_is_refused_with_what_changed(out: Path) -> None:
    publish(out, TUESDAY, [basis("F1", share_pct="40")])

    assert "changed since (share (%))" in refusals(give_back(out, row()))[2]
    assert give_back(out, row(run_id=TUESDAY)).recorded == 1


def test_a_finding_that_is_gone_is_refused(out: Path) -> None:
    record(desk(out), asked())
    publish(out, TUESDAY, [basis("F2")])

    assert "gone" in refusals(give_back(out, row(decision="待补充资料")))[2]


def test_what_somebody_else_decided_since_is_not_overruled(out: Path) -> None:
    record(desk(out), asked(by="wang", decision="needs_info"))

    assert "wang has decided" in refusals(give_back(out, row()))[2]
    assert len(read_log(out).entries) == 1


def test_ones_own_later_thought_counts(out: Path) -> None:
    give_back(out, row())

    assert give_back(out, row(decision="待补充资料")).recorded == 1


def test_what_somebody_else_decided_before_the_workbook_is_known_to_its_reader(out: Path) -> None:
    record(desk(out), asked(by="wang", decision="needs_info"))
    publish(out, TUESDAY, [basis("F1")])

    assert give_back(out, row(run_id=TUESDAY)).recorded == 1


def test_rows_on_a_case_of_his_own_read_as_unknown_ids(out: Path) -> None:
    publish(out, TUESDAY, [basis("F1", share_pct="40"), basis("F2", "P2")], reviewers=[("lin", "林审计", "P1")])
    outcome = give_back(out, row(), row("F9"), row("F2", run_id=TUESDAY))

    assert outcome.recorded == 1
    assert refusals(outcome)[2] == refusals(outcome)[3]
