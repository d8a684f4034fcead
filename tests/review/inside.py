"""An ASGI application as an httpx transport within this process, one loop per request, in a thread of its own: a browser's may run in this one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import httpx
from starlette.types import ASGIApp, Message


class Inside(httpx.BaseTransport):
    """Sends requests to the application itself; no socket, no server."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request and its answer."""
        chunks = [*cast("Iterable[bytes]", request.stream)]
        scope: dict[str, Any] = {
            "type": "http", "http_version": "1.1", "method": request.method, "scheme": request.url.scheme,
            "path": request.url.path, "raw_path": request.url.raw_path.partition(b"?")[0], "query_string": request.url.query,
            "root_path": "", "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "server": (request.url.host, request.url.port), "client": ("127.0.0.1", 50_000),
        }  # fmt: skip
        told: list[Message] = []

        async def receive() -> Message:
            body = chunks.pop(0) if chunks else b""
            return {"type": "http.request", "body": body, "more_body": bool(chunks)}

        async def send(message: Message) -> None:
            told.append(message)

        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, cast("Any", self._app(scope, receive, send))).result()
        body = b"".join(message.get("body", b"") for message in told[1:])
        return httpx.Response(told[0]["status"], headers=told[0]["headers"], content=body, request=request)
