"""People behind the wall are a count, unless the caller may read restricted/."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screening.errors import UsageError
from screening.investigate.answer import Question, ask
from screening.investigate.index import Index


@pytest.fixture
def shut_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller who may not read restricted/."""
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "restricted" and access(path, mode))


def test_who_may_read_them_is_answered(out: Path) -> None:
    answer = ask(out, Question(person="尤又名"))

    assert answer.subject is not None and answer.subject["officer_id"] == "P4"
    assert [finding["party_id"] for finding in answer.findings] == ["S1"]
    assert answer.run["restricted_included"] is True and answer.hidden is None


@pytest.mark.usefixtures("shut_out")
@pytest.mark.parametrize(
    "question",
    [Question(officer="P4"), Question(person="尤听松"), Question(person="尤又名"), Question(pair=("P4", "S1"))],
    ids=str,
)
def test_who_may_not_is_told_a_count(out: Path, question: Question) -> None:
    with pytest.raises(UsageError) as refused:
        ask(out, question)

    assert refused.value.reason == "unknown_id"
    assert "1 findings on restricted people" in refused.value.en


@pytest.mark.usefixtures("shut_out")
def test_nothing_of_them_shows_in_other_answers(out: Path) -> None:
    for question in (Question(party="S1"), Question(officer="P1"), Question(pair=("P1", "S1"))):
        answer = ask(out, question)
        assert answer.hidden == {"findings": 1, "candidates": 1}
        assert "尤" not in answer.to_json()


def test_a_reviewer_sees_no_case_of_his_own(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(finding["officer_id"] == "P1" for finding in ask(out, Question(party="S1")).findings)
    monkeypatch.setattr(Index, "barred", frozenset(["P1"]))

    for question in (
        Question(officer="P1"),
        Question(person="储沅砚"),
        Question(pair=("P1", "S1")),
        Question(pair=("P1", "S9")),
    ):
        with pytest.raises(UsageError) as refused:
            ask(out, question)
        assert refused.value.reason == "stand_aside"
    answer = ask(out, Question(party="S1"))
    assert {row["officer_id"] for row in (*answer.findings, *answer.ties)} == {"P4"}


def test_who_stands_aside_is_read_from_the_run(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(out, tmp_path / "out", symlinks=True)
    rows = {"account": ["lin", "lin", "wang"], "name": ["林审计", "林审计", "王审计"], "officer_id": ["P1", "P2", None]}
    pq.write_table(pa.table(rows), (copy / "latest").resolve() / "index" / "recusal.parquet")

    for account, barred in (("lin", {"P1", "P2"}), ("wang", set()), ("root", set())):
        monkeypatch.setattr("screening.investigate.index.system_account", lambda account=account: account)
        assert Index(copy).barred == barred


@pytest.mark.usefixtures("shut_out")
def test_no_file_of_theirs_is_opened(out: Path) -> None:
    index = Index(out)

    assert "restricted" not in index.sql("{watched} {findings} {mention} {party}")
