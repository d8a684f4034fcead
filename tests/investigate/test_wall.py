"""People behind the wall are a count, unless the caller may read restricted/."""

from __future__ import annotations

import os
from pathlib import Path

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


@pytest.mark.usefixtures("shut_out")
def test_no_file_of_theirs_is_opened(out: Path) -> None:
    index = Index(out)

    assert "restricted" not in index.sql("{watched} {findings} {mention} {party}")
