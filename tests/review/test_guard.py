"""Who may speak to the page: every route, in every way a request can be wrong. A route that is added is tried too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from screening.decisions.log import read_log
from screening.review.app import review_app, routes
from screening.review.guard import ENTRANCE, HEADERS, MOST_BYTES
from screening.review.room import Room
from screening.review.session import Session

from .inside import Inside
from .runs import HERE, PORT, Client, clock

COOKIE = f"coi_review_{PORT}"
OTHER = "http://127.0.0.1:9999"
READS = {
    "no cookie": {"cookie": ""},
    "a wrong cookie": {"cookie": f"{COOKIE}=x"},
    "another name": {"cookie": "session=x"},
    "a broken cookie": {"cookie": f"{COOKIE}"},
    "another host": {"host": "example.invalid"},
    "a rebound host": {"host": f"localhost.example.invalid:{PORT}"},
    "another port": {"host": "127.0.0.1:9999"},
    "no port": {"host": "127.0.0.1"},
    "every address": {"host": f"0.0.0.0:{PORT}"},
    "another site": {"sec-fetch-site": "cross-site"},
    "another port's page": {"sec-fetch-site": "same-site"},
    "an unknown site": {"sec-fetch-site": "x"},
    "another origin": {"origin": "http://example.invalid"},
    "another port's origin": {"origin": OTHER},
    "another scheme": {"origin": HERE.replace("http", "https")},
    "origin null": {"origin": "null", "sec-fetch-site": ""},
}
WRITES = {
    **READS,
    "no origin at all": {"origin": "", "sec-fetch-site": ""},
    "by hand": {"origin": "", "sec-fetch-site": "none"},
    "a right origin of another site": {"origin": HERE, "sec-fetch-site": "cross-site"},
    "a right site, another origin": {"origin": "http://example.invalid", "sec-fetch-site": "same-origin"},
    "too large": {"content-length": str(MOST_BYTES + 1)},
    "no length": {"content-length": "x"},
}
GOOD = {"host": f"127.0.0.1:{PORT}", "sec-fetch-site": "same-origin", "origin": HERE}


def _routes() -> list[tuple[str, str]]:
    """Method and a path of every route there is."""
    app = routes(None, Session(PORT))  # type: ignore[arg-type]
    found = []
    for route in app.routes:
        assert isinstance(route, APIRoute), "a route of a kind this test does not know"
        path = re.sub(r"\{(\w+)\}", lambda name: {"case_id": "K0001", "name": "style.css"}[name[1]], route.path)
        found += [(method, path) for method in sorted(route.methods)]
    return found


ROUTES = _routes()
BEHIND = [(method, path) for method, path in ROUTES if path != ENTRANCE]
VARIANTS = [
    (method, path, name)
    for method, path in BEHIND
    for name in (READS if method == "GET" else WRITES)
]  # fmt: skip


def test_there_are_enough_variants_and_only_reads_and_writes() -> None:
    assert len(VARIANTS) >= 120
    assert {method for method, _ in ROUTES} == {"GET", "POST"}
    assert not {path for _, path in ROUTES} & {"/docs", "/redoc", "/openapi.json"}


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> tuple[httpx.Client, dict[str, str], Path]:
    from .runs import MONDAY, finding, publish

    out = tmp_path_factory.mktemp("guard") / "out"
    publish(out, MONDAY, [finding(1)])
    client = Client(out)
    value = client.raw.cookies[COOKIE]
    client.raw.cookies.clear()
    return client.raw, {**GOOD, "cookie": f"{COOKIE}={value}"}, out


def send(client: httpx.Client, method: str, path: str, headers: dict[str, str]) -> httpx.Response:
    kept = {name: value for name, value in headers.items() if value}
    if method == "POST":
        kept.setdefault("content-type", "application/x-www-form-urlencoded")
    request = client.build_request(method, path, content=b"language=en" if method == "POST" else None, headers=kept)
    return client.send(request)


@pytest.mark.parametrize(("method", "path", "name"), VARIANTS)
def test_a_request_that_is_wrong_in_one_way_is_refused(
    inside: tuple[httpx.Client, dict[str, str], Path], method: str, path: str, name: str
) -> None:
    client, good, out = inside
    answer = send(client, method, path, good | WRITES[name])

    assert answer.status_code in (403, 413, 421), answer.text
    assert "K0001" not in answer.text and "冯砚秋" not in answer.text
    assert "set-cookie" not in answer.headers
    check_headers(answer)
    assert read_log(out).entries == ()


@pytest.mark.parametrize(("method", "path"), BEHIND)
def test_the_same_request_without_the_wrong_is_let_in(
    inside: tuple[httpx.Client, dict[str, str], Path], method: str, path: str
) -> None:
    """Otherwise the refusals above would prove nothing."""
    client, good, _ = inside
    answer = send(client, method, path, good)

    assert answer.status_code in ((200,) if method == "GET" else (200, 303, 422))
    check_headers(answer)


@pytest.mark.parametrize(("method", "path"), BEHIND)
@pytest.mark.parametrize("other", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_no_other_method_does_anything(
    inside: tuple[httpx.Client, dict[str, str], Path], method: str, path: str, other: str
) -> None:
    client, good, out = inside
    if (other, path) in BEHIND:
        return
    answer = send(client, other, path, good)

    assert answer.status_code == 405
    check_headers(answer)
    assert read_log(out).entries == ()


@pytest.mark.parametrize(
    "path",
    ["/docs", "/openapi.json", "/redoc", "/static/", "/static/..%2fguard.py", "/static/guard.py", "/case/"],
)
def test_what_is_no_route_is_not_found(inside: tuple[httpx.Client, dict[str, str], Path], path: str) -> None:
    client, good, _ = inside
    bare = {name: value for name, value in good.items() if name != "cookie"}

    assert send(client, "GET", path, bare).status_code == 403
    assert send(client, "GET", path, good).status_code in (404, 405)


@pytest.mark.parametrize("name", ["host", "cookie", "origin", "sec-fetch-site", "content-length"])
def test_a_field_given_twice_is_refused(inside: tuple[httpx.Client, dict[str, str], Path], name: str) -> None:
    """Two readers could read two requests."""
    client, good, _ = inside
    told = good | {"content-length": "0"}
    request = client.build_request("GET", "/", headers=[*told.items(), (name, told[name])])

    assert client.send(request).status_code == 400


def test_a_body_that_hides_its_length_is_cut_off(inside: tuple[httpx.Client, dict[str, str], Path]) -> None:
    client, good, _ = inside

    def chunks() -> Iterator[bytes]:
        for _ in range(6):
            yield b"x" * 300_000

    headers = good | {"content-type": "application/x-www-form-urlencoded"}
    answer = client.send(client.build_request("POST", "/filters", content=chunks(), headers=headers))

    assert answer.status_code == 413, answer.text


def check_headers(answer: httpx.Response) -> None:
    for name, value in HEADERS.items():
        assert answer.headers.get_list(name) == [value], name
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy and "default-src 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"


def test_the_token_works_once_and_becomes_a_cookie(out: Path) -> None:
    session = Session(PORT)
    client = httpx.Client(transport=Inside(review_app(Room(out, None, clock, "lin"), session, PORT)), base_url=HERE)
    wrong = [
        client.get("/enter", params={"token": token})
        for token in ("", "x", session.token[:-1], session.token + "x", "令牌")
    ]
    posted = client.post("/enter", params={"token": session.token}, headers={"origin": HERE})
    first = client.get("/enter", params={"token": session.token}, headers={"sec-fetch-site": "cross-site"})
    client.cookies.clear()
    second = client.get("/enter", params={"token": session.token})

    assert {answer.status_code for answer in (*wrong, posted, second)} == {403}
    assert all("set-cookie" not in answer.headers for answer in (*wrong, posted, second))
    assert first.status_code == 200
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie
    assert "expires" not in cookie and "max-age" not in cookie and "domain" not in cookie
    assert session.token not in cookie
    check_headers(first)


def test_before_the_token_is_used_nothing_is_open(out: Path) -> None:
    session = Session(PORT)
    client = httpx.Client(transport=Inside(review_app(Room(out, None, clock, "lin"), session, PORT)), base_url=HERE)

    for value in ("", session.token, session._value):
        assert client.get("/", headers={"cookie": f"{session.cookie}={value}"}).status_code == 403


def test_a_form_under_no_referrer_says_origin_null_and_is_let_in(client: Client) -> None:
    answer = client.raw.post(
        "/language", data={"language": "en"}, headers={"origin": "null", "sec-fetch-site": "same-origin"}
    )

    assert answer.status_code == 303


@pytest.mark.parametrize(
    "back",
    ["//example.invalid", "/\\example.invalid", "http://example.invalid", "javascript:alert(1)", "/\r\nx: y", ""],
)
def test_the_way_back_leads_nowhere_else(client: Client, back: str) -> None:
    assert client.post("/language", language="en", back=back).headers["location"] == "/"


def test_a_fault_tells_its_place_in_the_terminal_and_nothing_on_the_page(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    client = Client(out, complain=lambda fault: told.append(fault.en))
    monkeypatch.setattr("screening.review.queue.counts", lambda sight: {}["冯砚秋"])
    answer = client.get("/")

    assert answer.status_code == 500
    assert "冯砚秋" not in answer.text
    assert len(told) == 1 and "KeyError" in told[0] and "冯砚秋" not in told[0]
    check_headers(answer)
