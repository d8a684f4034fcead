"""`coi review` as a process of its own, and a browser that looks at it with everything recorded that must not happen."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.commands import ROOT

WIDE, PHONE = (1400, 900), (400, 800)


@dataclass
class Served:
    """A running page.

    Attributes:
        address: the one-time address.
        said: everything it printed, once it has stopped.
        cookies: of the browser that came in first; the address works once.
    """

    process: subprocess.Popen[str]
    address: str
    out: Path
    said: str = ""
    cookies: list[Any] = field(default_factory=list)

    @property
    def root(self) -> str:
        return self.address.partition("/enter")[0]


@contextmanager
def served(out: Path, *words: str) -> Iterator[Served]:
    """Starts `coi review` and stops it as Ctrl-C does; it must end by itself, with status 0."""
    process = subprocess.Popen(
        [sys.executable, "-m", "screening", "review", str(out), "--no-browser", *words],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", cwd=ROOT, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = process.stdout.readline() + process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/enter\?token=\S+", line)
        assert found is not None, line
        running = Served(process, found[0], out, line)
        yield running
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
        running.said += rest
        assert process.returncode == 0, running.said
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


@dataclass
class Seen:
    """What happened in the browser that should not."""

    events: list[str] = field(default_factory=list)


@contextmanager
def looked_at(browser: Browser, page_of: Served, size: tuple[int, int] = WIDE) -> Iterator[tuple[Page, Seen]]:
    """A page that has come in by the token."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page, seen = context.new_page(), Seen()
    events = seen.events
    page.on(
        "request",
        lambda request: events.append(f"request {request.url}") if not request.url.startswith(page_of.root) else None,
    )
    page.on("console", lambda message: events.append(f"console {message.text}"))
    page.on("pageerror", lambda error: events.append(f"error {error}"))
    page.on("dialog", lambda dialog: (events.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: events.append(f"popup {popup.url}"))
    page.on("download", lambda download: events.append(f"download {download.url}"))
    context.add_cookies(page_of.cookies)
    page.goto(page_of.root if page_of.cookies else page_of.address)
    page.locator("#results").wait_for()
    page.wait_for_load_state()  # the address with the token leads on to another page, whose scripts come last
    page_of.cookies = [*context.cookies()]
    try:
        yield page, seen
    finally:
        context.close()
