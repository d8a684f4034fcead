"""Several decisions at once: refused one by one, the others recorded together.

A row is refused when it contradicts another row, when its finding has changed since it was looked at or is gone, when somebody
has decided on it meanwhile, or when it is no decision. A row that was recorded before is passed over, so the same workbook or
form can be given twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from screening.contract.decisions import FIELDS, Words
from screening.decisions.entry import Entry
from screening.decisions.log import Log
from screening.decisions.published import PublishedRun, run_named
from screening.decisions.record import Desk, basis_of, entry_of, record_all
from screening.decisions.request import Request, check
from screening.errors import UsageError

UNREADABLE = date.min
"""Stands for a day that cannot be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding somebody decided on.

    Attributes:
        number: as people see it: the row of the sheet.
        run_id: the run that was looked at.
        seen: how many entries of the log were known when it was looked at; None: those the run was made from.
    """

    number: int
    run_id: str
    request: Request
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the rows.

    Attributes:
        recorded: entries made.
        repeated: rows that had been recorded before.
        refused: number and sentence (Chinese, English) of each refused row.
    """

    recorded: int
    repeated: int
    refused: tuple[tuple[int, Words], ...]


def record_rows(desk: Desk, rows: Sequence[Row]) -> Outcome:
    """Records what can be recorded, in one step.

    Raises:
        UsageError: reviewers are configured and this is none of them.
        IntegrityError: the log is not whole; nothing was recorded.
        RunFailed: the log is locked or cannot be written; nothing was recorded.
    """
    refused: dict[int, Words] = {}
    counts = {"recorded": 0, "repeated": 0}
    run_of = cache(lambda run_id: run_named(desk.out, run_id))

    def make(log: Log) -> list[Entry]:
        made: dict[str, Entry] = {}
        for row in rows:
            request = replace(row.request, by=desk.reviewers.admit(row.request.by))
            try:
                check_against_rows(row, rows)
                entry = _entry(desk, replace(row, request=request), run_of(row.run_id), log)
            except UsageError as refusal:
                refused[row.number] = (refusal.zh, refusal.en)
                continue
            if entry is None or row.request.finding_id in made:
                counts["repeated"] += 1
            else:
                made[row.request.finding_id] = entry
        counts["recorded"] = len(made)
        return list(made.values())

    if rows:
        record_all(desk, make)
    return Outcome(**counts, refused=tuple(sorted(refused.items())))


def check_against_rows(row: Row, rows: Iterable[Row]) -> None:
    """Whether another row says something else of the same finding.

    Raises:
        UsageError: one does.
    """
    for other in rows:
        if other.request.finding_id == row.request.finding_id and other.request != row.request:
            raise UsageError(
                f"与第 {other.number} 行对同一结果的填写不一致，均未记录。",
                f"Row {other.number} says something else of the same finding; neither was recorded.",
                "conflicting_rows",
            )


def _entry(desk: Desk, row: Row, run: PublishedRun | None, log: Log) -> Entry | None:
    """The entry of a row; None where it was recorded before."""
    request = row.request
    if request.decision == "" or request.identity == "" or request.until == UNREADABLE:
        raise UsageError(
            "未记录：决定、身份认定或有效期的填写无法识别，请用下拉选项，日期写成 2026-11-20。",
            "Nothing was recorded: decision, identity or day cannot be read; use the drop-downs, and write days like 2026-11-20.",
            "unreadable_cell",
        )
    if run is None:
        raise UsageError(
            f"未记录：本目录中没有所依据的运行{f' {row.run_id}' if row.run_id else ''}。",
            "Nothing was recorded: the run that was looked at is not in this folder.",
            "unknown_run",
        )
    known = run.head.entries if row.seen is None else row.seen
    since = [entry for entry in log.entries[known:] if entry.finding_id == request.finding_id]
    basis_of(desk, request, log)  # first of all: nobody is told of a case of his own
    if any(_says_the_same(entry, request) for entry in since):
        return None
    check(request, desk.today)
    others = [entry.by for entry in since if entry.by != request.by or row.seen is not None]
    if others:
        raise UsageError(
            f"未记录：此后 {others[-1]} 已对该结果作出决定，请核对后重新决定。",
            f"Nothing was recorded: {others[-1]} has decided on this finding since; look at it again.",
            "decided_since",
        )
    _check_fresh(desk, request, run)
    return entry_of(desk, request, log)


def _says_the_same(entry: Entry, request: Request) -> bool:
    return all(
        getattr(entry, name) == getattr(request, name)
        for name in ("decision", "reason", "by", "until", "source", "reply", "identity")
    )


def _check_fresh(desk: Desk, request: Request, run: PublishedRun) -> None:
    """Whether the finding still is what was looked at.

    Raises:
        UsageError: it is gone, was never there, or has changed.
    """
    then, now = run.basis.get(request.finding_id), desk.run.basis.get(request.finding_id)
    if then is None or now is None:
        raise UsageError(
            "未记录：最新运行中已没有该结果。",
            "Nothing was recorded: the finding is gone from the latest run.",
            "finding_gone",
        )
    changed = sorted(name for name in {*then.facts, *now.facts} if then.facts.get(name) != now.facts.get(name))
    if changed:
        zh, en = ("、".join(FIELDS[name][0] for name in changed), ", ".join(FIELDS[name][1] for name in changed))
        raise UsageError(
            f"未记录：该结果此后已有变化（{zh}），请依据最新报告重新决定。",
            f"Nothing was recorded: the finding has changed since ({en}); decide on the latest report.",
            "finding_changed",
        )
