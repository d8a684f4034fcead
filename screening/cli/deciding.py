"""`coi dispose`: words in, an entry of the decision log out; or the rows of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from screening.errors import DeliveryRejected, UsageError

if TYPE_CHECKING:
    from screening.decisions.batch import Outcome

Language = Literal["zh", "en"]
_REFUSED = 2


def dispose_one(out: Path, finding_id: str, told: Mapping[str, str | None], by: str | None) -> dict[Language, str]:
    """Records one decision; says so in both languages.

    Args:
        told: decision, reason, until, source, reply, identity as typed.
        by: who decides; None is the account of the operating system.

    Raises:
        ScreeningError: nothing was recorded.
    """
    from screening.decisions.record import open_desk, record
    from screening.decisions.request import Request

    desk = open_desk(out, lambda: datetime.now(UTC))
    texts = {name: (text or "").strip() or None for name, text in told.items()}
    request = Request(
        finding_id=finding_id,
        decision=texts["decision"],
        reason=texts["reason"],
        by=(by or "").strip() or desk.account,
        until=_day(texts["until"]),
        source=texts["source"],
        reply=texts["reply"],
        identity=texts["identity"],
    )
    head = record(desk, request)
    return {
        "zh": f"已记录第 {head.entries} 条决定（{finding_id}），日志末条校验值 {head.head}。下次运行起生效。",
        "en": f"Recorded as entry {head.entries} ({finding_id}); head of the log {head.head}. It counts from the next run on.",
    }


def dispose_sheet(out: Path, workbook: Path, by: str | None) -> Outcome:
    """Records the decisions written into a workbook.

    Raises:
        UsageError: the workbook cannot be read; nothing was recorded.
        ScreeningError: nothing was recorded.
    """
    from screening.contract.decisions import CANDIDATES_SHEET
    from screening.decisions.batch import record_rows
    from screening.decisions.record import open_desk
    from screening.decisions.sheet import HEADERS, read_rows
    from screening.sources.sheet_texts import read_sheet_texts

    desk = open_desk(out, lambda: datetime.now(UTC))
    try:
        cells = read_sheet_texts(workbook, CANDIDATES_SHEET, HEADERS)
    except DeliveryRejected as error:
        raise UsageError(error.zh, error.en, error.reason) from None
    return record_rows(desk, read_rows(cells, (by or "").strip() or desk.account))


def tell_outcome(outcome: Outcome, language: Language) -> int:
    """Prints what became of the rows, one sentence for each that was refused; the exit status."""
    for number, sentence in outcome.refused:
        typer.echo(f"第 {number} 行：{sentence[0]}" if language == "zh" else f"Row {number}: {sentence[1]}", err=True)
    typer.echo(
        f"已记录 {outcome.recorded} 条；此前已记录 {outcome.repeated} 条；拒绝 {len(outcome.refused)} 条。"
        if language == "zh"
        else f"{outcome.recorded} recorded, {outcome.repeated} recorded before, {len(outcome.refused)} refused."
    )
    return _REFUSED if outcome.refused else 0


def spoken(out: Path) -> Language:
    """The language of the latest reports; Chinese where there are none."""
    from screening.decisions.published import latest_run
    from screening.errors import ScreeningError

    try:
        return "en" if latest_run(out).language == "en" else "zh"
    except ScreeningError:
        return "zh"


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            "--until 不是有效日期，请写成 2026-11-20 的形式。",
            "--until is not a date; write it like 2026-11-20.",
            "bad_date",
        ) from None
