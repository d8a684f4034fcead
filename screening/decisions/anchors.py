"""States of the log that were recorded elsewhere. A chain alone cannot see its own end cut off; these can.

Every run's manifest names the head it read, and the journal the head behind every entry. A log that does not contain one of them
was cut, replaced or rewritten.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from screening.decisions.log import Log, damaged, read_log
from screening.errors import IntegrityError
from screening.settings import LogHead
from screening.warehouse.folder import published
from screening.warehouse.journal import Clock, Journal, read_journal
from screening.warehouse.manifest import read_manifest

_EVENT = "decided"


def anchored_log(out: Path) -> Log:
    """The log, held against every state of it that was recorded elsewhere.

    Raises:
        IntegrityError: it is damaged, cut, replaced or rewritten.
        RunFailed: another process holds it, or it cannot be read.
    """
    states = states_of(out)  # before the log: an entry made in between is in the log and in no state
    log = read_log(out)
    check_anchors(log, states)
    return log


def check_anchors(log: Log, states: list[LogHead]) -> None:
    """Holds a log against states recorded elsewhere.

    Raises:
        IntegrityError: one of them is no beginning of this log.
    """
    for state in states:
        if not log.holds(state):
            raise damaged(
                f"此前已有 {state.entries} 条记录，其中有的已缺失或被替换",
                f"it held {state.entries} entries before, and some of them are missing or were replaced",
            )


def states_of(out: Path) -> list[LogHead]:
    """Every state of the log that manifests and journal name; a manifest that is damaged names none, and `verify` says so."""
    found = []
    for run in published(out):
        with suppress(IntegrityError):
            found.append(read_manifest(out / "runs" / run).get("decisions"))
    return [_head(told) for told in found if told is not None] + _told_by_journal(out)


def log_since(out: Path, head: Any) -> Log:
    """The log as a question reads it: held against the run that is asked and the journal, for all manifests take too long.

    Args:
        head: what the run's manifest says of the log; None where it says nothing.

    Raises:
        IntegrityError: it is damaged, cut, replaced or rewritten.
        RunFailed: another process holds it, or it cannot be read.
    """
    states = _told_by_journal(out) + ([] if head is None else [_head(head)])
    log = read_log(out)
    check_anchors(log, states)
    return log


def _told_by_journal(out: Path) -> list[LogHead]:
    return [_head(line) for line in read_journal(out) if line.get("event") == _EVENT]


def _head(told: Any) -> LogHead:
    """A state as a manifest or the journal tells it.

    Raises:
        IntegrityError: what it tells is no state of a log.
    """
    try:
        return LogHead(entries=told["entries"], head=told["head"])
    except (KeyError, TypeError, ValueError):  # pydantic's error is a ValueError
        raise damaged(
            "运行清单或 journal.jsonl 中对它的记载无法读取",
            "what a manifest or journal.jsonl says of it cannot be read",
        ) from None


def record_anchor(out: Path, head: LogHead, clock: Clock) -> None:
    """Names a new head in the journal. The entry itself is on disk already: a journal that cannot be written loses nothing."""
    with suppress(OSError):
        Journal(out, clock).write(_EVENT, entries=head.entries, head=head.head)
