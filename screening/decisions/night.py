"""What a night reads of the log: its head, the table `decision`, and the rulings on identity that are in force."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from screening.decisions.anchors import anchored_log
from screening.decisions.entry import Entry
from screening.decisions.log import Log
from screening.settings import LogHead
from screening.warehouse.store import Warehouse

_SHOWN = (
    "at", "finding_id", "officer_id", "run_id", "fingerprint", "decision", "reason", "by", "until", "source", "reply", "identity",
)  # fmt: skip


def load_decisions(warehouse: Warehouse, out: Path, as_of: date) -> LogHead:
    """Fills `decision` and `identity_ruling` from the log as it is now; what is decided later is for the next night.

    Returns:
        The head of the log, which is part of the run's identity.

    Raises:
        IntegrityError: the log is damaged, cut or rewritten.
        RunFailed: another process holds it, or it cannot be read.
    """
    log = anchored_log(out)
    warehouse.append("decision", decision_rows(log))
    warehouse.append("identity_ruling", ruling_rows(log, as_of))
    return log.head


def decision_rows(log: Log) -> list[dict[str, Any]]:
    """Rows of the table `decision`."""
    return [
        {
            "entry": number,
            "facts": json.dumps(entry.facts, ensure_ascii=False, sort_keys=True),
            **{name: getattr(entry, name) for name in _SHOWN},
        }
        for number, entry in enumerate(log.entries, start=1)
    ]


def ruling_rows(log: Log, as_of: date) -> list[dict[str, Any]]:
    """Rows of the table `identity_ruling`: on each pair of records the last ruling, unless it has run out."""
    last: dict[tuple[Any, ...], tuple[int, Entry, Mapping[str, Any]]] = {}
    for number, entry, fact in _rulings(log):
        last[tuple(sorted(fact.items(), key=lambda pair: pair[0]))] = (number, entry, fact)
    return [
        {**fact, "ruling_id": f"D{number}", "verdict": entry.identity}
        for number, entry, fact in sorted(last.values(), key=lambda each: (each[0], str(each[2])))
        if entry.until is None or as_of <= entry.until
    ]


def _rulings(log: Log) -> Iterator[tuple[int, Entry, Mapping[str, Any]]]:
    for number, entry in enumerate(log.entries, start=1):
        for fact in entry.basis if entry.identity is not None else ():
            yield number, entry, fact
