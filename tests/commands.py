"""The command as people run it: a process of its own, its exit status and what it said."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from unittest import mock

from tests.obliging import ObligingProcess

if TYPE_CHECKING:
    from screening.pipeline import NightResult

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "samples" / "delivery"
SAMPLE_DAY = "2026-11-20"


def coi(
    *words: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs `coi` and waits; variables of `env` are added to ours."""
    return subprocess.run(
        [sys.executable, "-m", "screening", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd or ROOT, env={**os.environ, **(env or {})},
    )  # fmt: skip


def coi_here(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The same within this process, which is quicker; where nothing depends on a process of its own."""
    from screening.cli import main

    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(cwd or ROOT), redirect_stdout(out), redirect_stderr(err),
        mock.patch.object(sys, "argv", ["coi", *map(str, words)]),
    ):  # fmt: skip
        try:
            main()
        except SystemExit as end:
            status = 0 if end.code is None else end.code
    assert isinstance(status, int)
    return subprocess.CompletedProcess(words, status, out.getvalue(), err.getvalue())


def night(delivery: Path, out: Path, *words: str | Path, as_of: str = SAMPLE_DAY) -> subprocess.CompletedProcess[str]:
    """`coi run` on one delivery."""
    return coi("run", delivery, "--out", out, "--as-of", as_of, *words)


def night_here(
    delivery: Path, out: Path, as_of: str = SAMPLE_DAY, language: Literal["zh", "en"] | None = None
) -> NightResult:
    """A night within this process and without Great Expectations, where neither is what a test is about."""
    from screening.pipeline import Request, read_settings, run_night

    request = Request(delivery, out, date.fromisoformat(as_of), read_settings(delivery), language)
    with mock.patch("screening.pipeline.ValidationProcess", ObligingProcess):
        return run_night(request, lambda: datetime(2026, 11, 20, 17, 30, tzinfo=UTC))


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence on standard error besides progress."""
    said = [line for line in done.stderr.splitlines() if not line.startswith("…")]
    assert len(said) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return said[0]


def copied_sample(folder: Path) -> Path:
    """A copy of the sample delivery that a test may spoil; without the sidecar, which would notice first."""
    delivery = folder / "delivery"
    shutil.copytree(SAMPLE, delivery)
    (delivery / "delivery.json").unlink()
    return delivery


def tree_hash(folder: Path) -> dict[str, str]:
    """Path -> SHA-256 of every file below a folder, links by where they point."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
