"""A report in a real browser, offline, with everything recorded that must not happen on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

DESKTOP, PHONE = (1280, 900), (390, 844)


@contextmanager
def opened(browser: Browser, path: Path, size: tuple[int, int] = DESKTOP) -> Iterator[tuple[Page, list[str]]]:
    """A page and everything that must not happen on it."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True)
    page = context.new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(f"request {request.url}") if request.url != path.as_uri() else None)
    page.on("console", lambda message: seen.append(f"console {message.text}"))
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.goto(path.as_uri())
    try:
        yield page, seen
    finally:
        context.close()


def open_everything(page: Page) -> None:
    """Opens every case and every part of the page, and waits until the last case is drawn."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.locator("#cases article").last.locator(".finding").first.wait_for()
