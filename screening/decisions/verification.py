"""The part of `coi verify` that is about decisions: the chain, its anchors, and that every entry speaks of a run as it was."""

from __future__ import annotations

from pathlib import Path

from screening.decisions.anchors import anchored_log
from screening.decisions.log import Log, damaged
from screening.decisions.published import run_named


def verify_decisions(out: Path) -> int:
    """Checks the decision log against itself, the manifests, the journal and the runs decided on.

    Returns:
        How many entries it holds.

    Raises:
        IntegrityError: it was altered, cut, replaced, or an entry shows a finding otherwise than its run does.
        RunFailed: another process holds it, or it cannot be read.
    """
    log = anchored_log(out)
    _check_against_runs(out, log)
    return len(log.entries)


def _check_against_runs(out: Path, log: Log) -> None:
    """What was decided on must stand in the run it names, as far as that run is kept."""
    runs = {entry.run_id: run_named(out, entry.run_id) for entry in log.entries}
    last: dict[str, str] = {}
    for number, entry in enumerate(log.entries, start=1):
        run = runs[entry.run_id]
        basis = None if run is None else run.basis.get(entry.finding_id)
        shown = last.get(entry.finding_id) if basis is None else basis.fingerprint
        if run is not None and shown != entry.fingerprint:
            raise damaged(
                f"第 {number} 条记录与其所依据的运行 {entry.run_id} 不符",
                f"entry {number} is not about what run {entry.run_id} shows",
            )
        last[entry.finding_id] = entry.fingerprint
