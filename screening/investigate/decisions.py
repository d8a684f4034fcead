"""Auditors' decisions on findings: every entry of the log, in words, and whether it is younger than the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from screening.contract.decisions import decision_words
from screening.decisions.anchors import log_since

_TOLD = ("finding_id", "at", "decision", "reason", "by", "until", "source", "reply", "identity")


def decisions_on(
    out: Path, head: Mapping[str, Any] | None, findings: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The decisions on these findings in the order in which they were made; empty where no log is kept.

    Args:
        out: the output folder.
        head: the state of the log that the run was made from; what it held is told by the run's evidence, too.
        findings: rows of findings.parquet.

    Raises:
        IntegrityError: the log is damaged, or does not hold what the run and the journal say it held.
        RunFailed: it cannot be read.
    """
    asked = {finding["finding_id"] for finding in findings}
    entries = log_since(out, head).entries if asked else ()
    known = 0 if head is None else head["entries"]
    return [
        {name: value for name, value in plain.items() if name in _TOLD}
        | {
            "until": plain["until"] and plain["until"].isoformat(),
            "since_run": place >= known,
            "words": decision_words(plain),
        }
        for place, plain in enumerate(map(asdict, entries))
        if plain["finding_id"] in asked
    ]
