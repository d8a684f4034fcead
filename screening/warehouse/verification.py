"""Proves that everything published under an output folder is whole and unaltered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from screening.errors import IntegrityError, UsageError
from screening.warehouse.folder import as_of_date, is_run_id, latest, published
from screening.warehouse.journal import read_journal
from screening.warehouse.manifest import MANIFEST, sha256_of, verify_folder


def verify(out: Path) -> tuple[str, int]:
    """Checks every published run against its manifest, the manifests against the journal, and `latest`.

    Returns:
        The run `latest` points to, and how many files were checked over all runs.

    Raises:
        UsageError: nothing was published under `out`.
        IntegrityError: a file is missing, added or altered, or `latest` does not point to the newest run.
    """
    sealed: dict[str, Any] = {}
    for line in read_journal(out):
        if line.get("event") == "published" and is_run_id(run := str(line.get("run_id"))):
            sealed.pop(run, None)  # one that was removed and published again is the later one
            sealed[run] = line.get("manifest")
    runs = published(out)
    if not runs and not sealed:
        raise UsageError(
            f"目录 {out} 中没有已发布的运行，请检查路径。",
            f"Nothing was published under {out}; check the path.",
            "nothing_published",
        )
    checked = 0
    for run in runs:
        path = out / "runs" / run
        checked += verify_folder(path) + 1
        if run in sealed and sha256_of(path / MANIFEST) != sealed[run]:
            raise IntegrityError(
                f"运行 {run} 的 {MANIFEST} 与日志记录不符；请从备份恢复该目录。",
                f"The {MANIFEST} of run {run} is not the one the journal recorded; restore the folder from a backup.",
                "integrity",
            )
    newest = max(as_of_date(run) for run in {*runs, *sealed})
    current = latest(out)
    if current is None or current.name not in runs or current.name not in _last_of(newest, runs, sealed):
        raise IntegrityError(
            f"latest 未指向 {newest} 的最新运行；请重新运行该晚，或从备份恢复其目录。",
            f"`latest` does not point to the newest run, of {newest}; run that night again or restore its folder.",
            "integrity",
        )
    return current.name, checked


def _last_of(newest: date, runs: Sequence[str], sealed: Iterable[str]) -> Sequence[str]:
    """The run of that day that the journal names last; each of them where the journal does not know them all, as after a crash."""
    of_day = [run for run in runs if as_of_date(run) == newest]
    told = [run for run in sealed if run in of_day]
    return told[-1:] if len(told) == len(of_day) else of_day
