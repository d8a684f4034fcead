"""Who may speak to the page at all: the browser that opened it by its one-time address, from the page itself, and nobody else.

Pure ASGI, around everything: what it refuses no route sees, and no answer leaves without its headers.
"""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from screening.errors import internal_fault
from screening.review.session import Session

ENTRANCE = "/enter"
"""The only address that asks for no cookie: there the token of the terminal is exchanged for one."""
MOST_BYTES = 1_000_000
"""Of one request: five thousand ticked findings are a tenth of it."""

_SAFE = ("GET", "HEAD")
_FROM_HERE = ("same-origin", "none")
HEADERS: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), clipboard-read=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
"""Of every answer, also of refusals and of files that never change."""

_REFUSED: Mapping[int, tuple[str, str]] = {
    400: ("请求无效。", "Bad request."),
    403: (
        "拒绝访问：请打开 coi review 在终端中显示的地址；该地址只能使用一次，如已失效请重新启动 coi review。",
        "Refused: open the address that coi review shows in the terminal; it works once, so start coi review again if it was used.",
    ),
    413: ("请求过大。", "The request is too large."),
    421: ("拒绝访问：主机名不对。", "Refused: wrong host."),
    500: ("内部错误，未记录任何内容。", "Internal fault; nothing was recorded."),
}


class Guard:
    """Refuses what does not come from the page, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, session: Session, port: int) -> None:
        self._app, self._session = app, session
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            return  # no web socket, and nothing to do at start or end
        counted = _Counted(receive)
        started = is_refused = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if counted.is_too_large and not started and not is_refused:
                return  # what the routes say to a request that was cut off
            if message["type"] == "http.response.start":
                started = True
                kept = [pair for pair in message.get("headers", ()) if pair[0].decode("latin-1") not in HEADERS]
                ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*kept, *ours]}
            await send(message)

        status = self._refusal(scope)
        try:
            if status is None:
                await self._app(scope, counted, send_with_headers)
                status = 413 if counted.is_too_large else None
        except Exception as error:  # noqa: BLE001 - its text may quote data, and a server would print it
            status = 413 if counted.is_too_large else 500
            if status == 500:
                self._session.tell_fault(internal_fault(error))
        if status is not None and not started:
            is_refused = True
            await refusal(status)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> int | None:
        """The status of a request that is refused."""
        try:
            headers = _headers(scope)
        except ValueError:
            return 400
        host = headers.get("host", "")
        if host not in self._hosts:
            return 421
        if scope["path"] == ENTRANCE and scope["method"] in _SAFE:
            return None  # a link in a terminal or mail may lead here: the token says whether it is ours
        if not _is_from(headers, host, scope["method"]):
            return 403
        if not self._session.is_open_to(_cookie(headers, self._session.cookie)):
            return 403
        length = headers.get("content-length", "0")
        return 413 if not length.isdecimal() or int(length) > MOST_BYTES else None


def refusal(status: int) -> Response:
    """A refusal as one sentence in both languages; it says nothing about what was asked for."""
    return PlainTextResponse("\n".join(_REFUSED[status]) + "\n", status_code=status)


def _headers(scope: Scope) -> dict[str, str]:
    """Header fields by name.

    Raises:
        ValueError: one that matters here is given twice, so that two readers could read two requests.
    """
    found: dict[str, str] = {}
    for raw, value in scope["headers"]:
        name = raw.decode("latin-1").lower()
        if name in found and name in ("host", "origin", "sec-fetch-site", "cookie", "content-length"):
            raise ValueError(name)
        found[name] = value.decode("latin-1")
    return found


def _is_from(headers: Mapping[str, str], host: str, method: str) -> bool:
    """Whether the page itself, or the reader's own hand, makes the request.

    Browsers say so in Sec-Fetch-Site. Forms sent under `no-referrer` bear the origin "null", which counts only together with it;
    a client that sends neither field is no browser, and may only read.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _FROM_HERE:
        return False
    if origin is not None and origin != f"http://{host}" and not (origin == "null" and site == "same-origin"):
        return False
    return method in _SAFE or site == "same-origin" or (site is None and origin is not None)


def _cookie(headers: Mapping[str, str], name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return "" if found is None else found.value


class _Counted:
    """What arrives, counted: a request need not say its length. What is too much is cut off."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._arrived = 0

    @property
    def is_too_large(self) -> bool:
        """Whether more arrived than is taken."""
        return self._arrived > MOST_BYTES

    async def __call__(self) -> Message:
        """The next part."""
        message = await self._receive()
        self._arrived += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.is_too_large else message
