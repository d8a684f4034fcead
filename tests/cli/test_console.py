"""What the command says on the way and at the end."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from screening.cli import arguments
from screening.cli.arguments import as_of_date
from screening.cli.console import Progress, reporting, show_progress, tell
from screening.errors import UsageError
from screening.pipeline import NightResult, Stage

RESULT = NightResult(
    "2026-11-20-0123456789ab", Path("out/runs/2026-11-20-0123456789ab"), False, {"C": 1, "A": 2}, 2, ("GEN", "RES")
)
STAGE = Stage("check-delivered", "检查交付数据", lambda warehouse, night: None)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["运行 2026-11-20-0123456789ab 已发布：候选 3 条（A 2, C 1），涉及 2 个案件。", "本次未筛查：GEN, RES。"]),
        ("en", ["Run 2026-11-20-0123456789ab is published: 3 candidates (A 2, C 1) in 2 cases.", "Not screened: GEN, RES."]),
    ],
)  # fmt: skip
def test_the_result_is_told(capsys: pytest.CaptureFixture[str], language: Any, lines: list[str]) -> None:
    tell(RESULT, language)

    folder = "out/runs/2026-11-20-0123456789ab"
    assert capsys.readouterr().out.splitlines() == [*lines, f"{folder}/report.xlsx", f"{folder}/report.html"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "没有变化"), ("en", "Nothing changed: this run was published as 2026-11-20-0123456789ab")],
)
def test_nothing_changed_is_told(capsys: pytest.CaptureFixture[str], language: Any, words: str) -> None:
    tell(NightResult(RESULT.run_id, RESULT.folder, unchanged=True), language)

    assert words in capsys.readouterr().out


def test_no_candidates_is_not_said_without_what_was_not_screened(capsys: pytest.CaptureFixture[str]) -> None:
    tell(NightResult(RESULT.run_id, RESULT.folder, False, {}, 0, ("GEN",)), "zh")

    assert "候选 0 条（无）" in (said := capsys.readouterr().out)
    assert "本次未筛查：GEN。" in said


@pytest.mark.parametrize(("language", "line"), [("zh", "… 检查交付数据"), ("en", "… check delivered")])
def test_progress_is_a_line_a_stage_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], language: Any, line: str
) -> None:
    with show_progress(language) as progress:
        progress.stage(STAGE)
        progress.step("reading officers")

    assert capsys.readouterr().err.splitlines() == [line]


def test_on_a_terminal_steps_are_shown_too() -> None:
    shown: list[str] = []

    class Spinner:
        def update(self, text: str) -> None:
            shown.append(text)

    progress = Progress("zh", Spinner())  # type: ignore[arg-type]
    progress.stage(STAGE)
    progress.step("reading officers")

    assert shown == ["检查交付数据", "检查交付数据: reading officers"]


def test_a_terminal_that_goes_away_ends_no_night(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", Gone())

    Progress("zh", None).stage(STAGE)


@pytest.mark.parametrize(("language", "said"), [(None, "中文句子"), ("zh", "中文句子"), ("en", "an English one")])
def test_a_failure_is_one_sentence_and_a_status(capsys: pytest.CaptureFixture[str], language: Any, said: str) -> None:
    with pytest.raises(SystemExit) as end, reporting(language):
        raise UsageError("中文句子", "an English one", "x")

    assert end.value.code == 2
    assert capsys.readouterr().err == f"{said}\n"


def test_the_language_may_become_known_on_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        with reporting(None) as voice:
            voice.language = "en"
            raise UsageError("中文句子", "an English one", "x")

    with pytest.raises(SystemExit):
        work()

    assert capsys.readouterr().err == "an English one\n"


def test_a_fault_is_told_without_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end, reporting("en"):
        raise KeyError("110101199003078515")

    assert end.value.code == 5
    assert "110101199003078515" not in capsys.readouterr().err


# --- arguments -----------------------------------------------------------------------------------------------------------


def test_a_day_is_read_as_typed() -> None:
    assert as_of_date("2026-11-20", "Asia/Shanghai") == date(2026, 11, 20)


def test_today_is_that_of_the_configured_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    class Evening(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime(2026, 11, 20, 18, 0, tzinfo=UTC)

    monkeypatch.setattr(arguments, "datetime", Evening)

    assert as_of_date(None, "Asia/Shanghai") == date(2026, 11, 21)
    assert as_of_date(None, "UTC") == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "zone", "reason"),
    [("tomorrow", "UTC", "bad_date"), (None, "Mars/Base", "bad_time_zone"), (None, "../etc", "bad_time_zone")],
)
def test_what_is_no_day_is_wrong_usage(text: str | None, zone: str, reason: str) -> None:
    with pytest.raises(UsageError) as refusal:
        as_of_date(text, zone)

    assert refusal.value.reason == reason
