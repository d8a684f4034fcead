"""The investigation flow answers a file of questions, and the orchestrator learns counts only."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from flows import investigation as module
from screening.errors import UsageError
from screening.investigate.files import read_questions
from tests.flows.test_nightly import run

ASKED = [{"officer": "P10"}, {"pair": ["P10", "S001"]}, {"person": "储沅砚"}, {"officer": "滕棣昉不存在"}]
PERSONAL = ("P10", "储沅砚", "滕棣昉", "S001", "西安藕花深")


def test_a_file_of_questions_is_answered_and_nothing_personal_is_kept(sample_out: Path, tmp_path: Path) -> None:
    questions, answers = tmp_path / "q.json", tmp_path / "answers"
    questions.write_text(json.dumps(ASKED), encoding="utf-8")
    done = run(
        tmp_path / "prefect", "-m", "flows.investigation", sample_out, "--questions", questions, "--answers", answers, "--lang", "en"
    )  # fmt: skip

    assert done.returncode == 2, done.stderr  # one question has no answer
    assert "| refused: unknown_id | 1 |" in done.stdout
    assert sorted(path.name for path in answers.iterdir()) == [
        f"{n:04d}.{end}" for n in (1, 2, 3) for end in ("html", "json")
    ]
    assert json.loads((answers / "0002.json").read_text(encoding="utf-8"))["kind"] == "pair"
    assert all(path.stat().st_mode & 0o077 == 0 for path in (answers, *answers.iterdir()))
    with sqlite3.connect(tmp_path / "prefect" / "prefect.db") as database:
        kept = "\n".join(database.iterdump())
    assert "question-0002" in kept
    for word in PERSONAL:
        assert word not in kept and word not in done.stdout + done.stderr
        assert word.encode("unicode_escape").decode() not in kept


def test_the_summary_holds_counts_only() -> None:
    result = module.Investigated("2026-11-20-0123456789ab", {"pair": 2}, {"unknown_id": 1})

    assert module.summary(result) == (
        "Run `2026-11-20-0123456789ab`\n\n| answers | |\n|---|---|\n| pair | 2 |\n| refused: unknown_id | 1 |\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "[1]",
        '[{"officer": 1}]',
        '[{"pair": ["P1"]}]',
        '[{"who": "P1"}]',
        '[{"person": ["P1", "P2"]}]',
        '[{"pair": "P1"}]',
        '[{"pair": ["P1", 1]}]',
        '[{"officer": "P1"}, {}]',
        '[{"officer": "P1", "party": "S1"}]',
    ],
)
def test_a_file_that_holds_no_questions_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "q.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UsageError) as refused:
        read_questions(path)
    assert refused.value.reason == "bad_questions"
    assert "P1" not in refused.value.zh + refused.value.en


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    path.write_text(json.dumps(ASKED), encoding="utf-8-sig")

    assert [question.officer for question in read_questions(path)] == ["P10", None, None, "滕棣昉不存在"]
