"""`coi review`: listens on this machine alone, shows the one-time address, and serves until it is stopped."""

from __future__ import annotations

import logging
import os
import socket
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from screening.errors import ScreeningError, UsageError
from screening.reports.words import Language
from screening.review.app import review_app
from screening.review.guard import ENTRANCE
from screening.review.room import Room
from screening.review.session import Session

HOST = "127.0.0.1"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def serve(
    out: Path,
    by: str | None,
    port: int,
    language: Language | None,
    opens_browser: bool,
    say: Callable[[str, Language, str], None],
    complain: Callable[[ScreeningError], None],
) -> None:
    """Serves the page until it is interrupted.

    Args:
        port: 0 takes a free one.
        say: told the address, the language and who decides, once the page can be opened.
        complain: told faults while it runs.

    Raises:
        UsageError: nothing is published there, this is no reviewer, or the port is taken.
    """
    import uvicorn

    room = Room(out, by, lambda: datetime.now(UTC))
    with _listening(port) as listener:
        port = listener.getsockname()[1]
        session = Session(port, language, complain)
        address = f"http://{HOST}:{port}{ENTRANCE}?token={session.token}"
        run = room.look().shown.run
        say(address, language or ("en" if run.language == "en" else "zh"), room.look().shown.by)
        logging.getLogger("uvicorn").addHandler(logging.NullHandler())  # its errors quote requests
        logging.getLogger("uvicorn").propagate = False
        config = uvicorn.Config(
            review_app(room, session, port), log_config=None, access_log=False, lifespan="off", ws="none", http="h11",
            loop="asyncio", proxy_headers=False, server_header=False, timeout_graceful_shutdown=2, timeout_keep_alive=5,
        )  # fmt: skip
        with _browser(address) if opens_browser else nullcontext(), suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    """A socket on the loopback address only.

    Raises:
        UsageError: the port is taken or not ours to take.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(128)
        except OSError:
            raise UsageError(
                f"端口 {port} 已被占用或无权使用，请用 --port 另选一个，或不写 --port 由系统选择。",
                f"Port {port} is taken or not allowed; choose another with --port, or leave --port out to get a free one.",
                "port_taken",
            ) from None
        yield listener
    finally:
        listener.close()


@contextmanager
def _browser(address: str) -> Iterator[None]:
    """Opens the reader's browser where there is a screen.

    The address goes through a file of his own: on a command line everybody on the machine could read the token.
    """
    if not any(os.environ.get(name) for name in _SCREENS):
        yield
        return
    with tempfile.TemporaryDirectory(prefix="coi-review-") as folder:
        page = Path(folder, "open.html")
        page.touch(mode=0o600)
        page.write_text(
            f'<!doctype html><meta http-equiv="refresh" content="0;url={escape(address)}">', encoding="utf-8"
        )
        with suppress(webbrowser.Error, OSError):
            webbrowser.open(page.as_uri())
        yield
