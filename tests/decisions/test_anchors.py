"""A chain cannot see its own end cut off: manifests and journal can."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from screening.decisions.anchors import anchored_log, log_since
from screening.decisions.log import NAME
from screening.decisions.record import record
from screening.decisions.verification import verify_decisions
from screening.errors import IntegrityError
from screening.warehouse.journal import Journal

from .runs import MONDAY, TUESDAY, asked, basis, desk, publish


def decide(out: Path, count: int) -> None:
    for number in range(count):
        record(desk(out), asked(reason=f"{number}"))


@pytest.mark.parametrize("witness", ["manifest", "journal"])
@pytest.mark.parametrize("harm", ["cut", "removed", "rewritten"])
def test_a_log_that_was_cut_removed_or_rewritten_is_told(out: Path, witness: str, harm: str) -> None:
    decide(out, 1)
    shutil.copy(out / NAME, out.parent / "older")
    decide(out, 2)
    publish(out, TUESDAY, [basis("F1")])
    if witness == "manifest":
        (out / "journal.jsonl").unlink()
    else:
        shutil.rmtree(out / "runs" / TUESDAY)
    (out / NAME).unlink()
    if harm == "cut":
        shutil.copy(out.parent / "older", out / NAME)
    if harm == "rewritten":
        other = out.parent / "other"
        publish(other, MONDAY, [basis("F1")])
        decide(other, 5)
        shutil.copy(other / NAME, out / NAME)

    with pytest.raises(IntegrityError):
        anchored_log(out)


def test_nobody_writes_on_a_log_that_was_cut(out: Path) -> None:
    decide(out, 2)
    (out / NAME).unlink()

    with pytest.raises(IntegrityError):
        decide(out, 1)


def test_a_whole_log_is_counted(out: Path) -> None:
    decide(out, 2)
    publish(out, TUESDAY, [basis("F1")])
    decide(out, 1)

    assert verify_decisions(out) == 3


def test_a_journal_that_cannot_be_written_loses_no_decision(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Journal, "write", fails)
    decide(out, 1)

    assert verify_decisions(out) == 1


def test_an_entry_must_be_about_what_its_run_shows(out: Path) -> None:
    decide(out, 1)
    shutil.rmtree(out / "runs" / MONDAY)
    (out / "latest").unlink()
    publish(out, MONDAY, [basis("F1", share_pct="40")])

    with pytest.raises(IntegrityError, match="entry 1 is not about"):
        verify_decisions(out)


def test_a_run_that_was_thrown_away_is_no_fault(out: Path) -> None:
    decide(out, 1)
    publish(out, TUESDAY, [basis("F1")])
    shutil.rmtree(out / "runs" / MONDAY)

    assert verify_decisions(out) == 1


@pytest.mark.parametrize("harm", ["cut", "removed"])
def test_a_question_holds_the_log_against_run_and_journal(out: Path, harm: str) -> None:
    decide(out, 2)
    publish(out, TUESDAY, [basis("F1")])
    head = {"entries": 2, "head": log_since(out, None).head.head}
    assert len(log_since(out, head).entries) == 2
    (out / "journal.jsonl").unlink()
    (out / NAME).unlink()
    if harm == "cut":
        decide_elsewhere = out.parent / "other"
        publish(decide_elsewhere, MONDAY, [basis("F1")])
        decide(decide_elsewhere, 1)
        shutil.copy(decide_elsewhere / NAME, out / NAME)

    with pytest.raises(IntegrityError):
        log_since(out, head)


@pytest.mark.parametrize("line", ['{"event": "decided"}', '{"event": "decided", "entries": "many", "head": "x"}', '{"event": "decided", "entries": 1, "head": null}'])  # fmt: skip
def test_a_state_that_cannot_be_read_is_a_log_that_cannot_be_proven(out: Path, line: str) -> None:
    with (out / "journal.jsonl").open("a", encoding="utf-8") as journal:
        journal.write(line + "\n")

    with pytest.raises(IntegrityError):
        anchored_log(out)
