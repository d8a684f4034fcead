"""Decisions in an answer: those that are younger than the run are told, in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from screening.decisions.log import NAME
from screening.errors import IntegrityError
from screening.investigate.answer import Question, ask
from tests.commands import coi_here


def test_a_decision_made_after_the_run_is_told_at_once(out: Path, tmp_path: Path) -> None:
    own = tmp_path / "out"
    shutil.copytree(out, own, symlinks=True)
    question = Question(officer="P1")
    finding = next(row for row in ask(own, question).findings if row["outcome"] == "candidate")
    words = ("--decision", "needs_info", "--reason", "股东名册待补")

    assert coi_here("dispose", own, finding["finding_id"], *words, "--by", "审计甲").returncode == 0
    answer = ask(own, question)

    (told,) = answer.decided_since(finding, "zh")
    assert "审计甲：待补充资料。理由：股东名册待补" in told
    assert [(row["decision"], row["since_run"]) for row in answer.decisions] == [("needs_info", True)]
    assert "审计甲：待补充资料" in "".join(coi_here("investigate", own, "--officer", "P1").stdout.split())


def test_a_log_that_was_removed_is_not_taken_for_one_without_decisions(out: Path, tmp_path: Path) -> None:
    own = tmp_path / "out"
    shutil.copytree(out, own, symlinks=True)
    finding = ask(own, Question(officer="P1")).findings[0]["finding_id"]
    assert coi_here("dispose", own, finding, "--decision", "needs_info", "--reason", "x").returncode == 0
    (own / NAME).unlink()

    with pytest.raises(IntegrityError):
        ask(own, Question(officer="P1"))
    assert coi_here("investigate", own, "--officer", "P1").returncode == 6
