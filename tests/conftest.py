"""Shared by all tests: the sample screened once per session, the command as a process, and one browser a worker."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.commands import SAMPLE, SAMPLE_DAY

CHROMIUM = Path("/usr/bin/chromium")
LONG = ("flows", "pipeline", "golden", "review", "matching", "relationships", "cli", "reports", "investigate")
"""Folders with files of a minute: handed to the workers first, so that at the end none waits for another's last file."""

settings.register_profile(
    "shared machine", deadline=None
)  # the first example pays for imports, others for their neighbours
settings.load_profile("shared machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long folders first; within them, and after them, the order stays."""
    ranks = {name: rank for rank, name in enumerate(LONG)}
    items.sort(key=lambda item: ranks.get(item.path.relative_to(Path(__file__).parent).parts[0], len(LONG)))


@pytest.fixture(scope="session")
def sample_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with the sample's night published, once for all workers; tests only read it."""
    from screening.pipeline import Request, read_settings, run_night

    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    out = base / "sample-out"
    with (base / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (out / "latest").exists():
            request = Request(SAMPLE, out, date.fromisoformat(SAMPLE_DAY), read_settings(SAMPLE))
            run_night(request, lambda: datetime(2026, 11, 20, 17, 30, tzinfo=UTC))
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, driven by playwright; a second one in the same thread would not start."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is missing: apt-get install chromium fonts-noto-cjk")
        pytest.skip("needs Debian's chromium: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()
