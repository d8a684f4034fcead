"""`coi review` as people start it: refusals in one sentence, this machine only, nothing of the data in what it prints."""

from __future__ import annotations

import hashlib
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest

import screening.review
from screening.review.pages import file
from tests.commands import coi_here, complaint, tree_hash

from .runs import MONDAY, Client, finding, publish
from .served import served


@pytest.mark.parametrize("name", ["empty", "nowhere"])
@pytest.mark.parametrize(("lang", "said"), [("zh", "没有已发布的运行"), ("en", "Nothing was published under")])
def test_a_folder_without_runs_is_status_2(tmp_path: Path, name: str, lang: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    done = coi_here("review", tmp_path / name, "--no-browser", "--lang", lang)

    assert done.returncode == 2
    assert said in complaint(done)


def test_a_port_that_is_taken_is_status_2(out: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = coi_here("review", out, "--no-browser", "--port", str(port))

    assert done.returncode == 2
    assert f"端口 {port} 已被占用" in complaint(done)


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_that_is_none_is_wrong_usage(out: Path, port: str) -> None:
    assert coi_here("review", out, "--port", port).returncode == 2


def test_who_is_no_reviewer_is_status_2(tmp_path: Path) -> None:
    publish(tmp_path / "out", MONDAY, [finding(1)], reviewers={"somebody-else": ("王", None)})
    done = coi_here("review", tmp_path / "out", "--no-browser")

    assert done.returncode == 2
    assert "[reviewers]" in complaint(done)


def test_a_run_of_an_older_version_is_status_2(out: Path) -> None:
    (out / "latest" / "index" / "page_case.parquet").unlink()
    done = coi_here("review", out, "--no-browser")

    assert done.returncode == 2
    assert "请先用本版本重新运行" in complaint(done)


@pytest.mark.parametrize("table", ["page_case", "finding_basis", "recusal"])
@pytest.mark.parametrize("content", [b"", b"no parquet"])
def test_a_damaged_run_is_status_6(out: Path, table: str, content: bytes) -> None:
    ((out / "latest").resolve() / "index" / f"{table}.parquet").write_bytes(content)
    done = coi_here("review", out, "--no-browser", "--lang", "en")

    assert done.returncode == 6
    assert "missing or damaged" in done.stderr


def test_a_file_that_is_damaged_while_the_page_is_open_is_one_sentence(out: Path, client: Client) -> None:
    ((out / "latest").resolve() / "index" / "post.parquet").write_bytes(b"no parquet")

    answer = client.get("/")

    assert answer.status_code == 503
    assert "缺失或已损坏" in answer.text


def test_it_listens_on_this_machine_only_and_says_nothing_of_what_is_asked(out: Path) -> None:
    before = tree_hash(out)
    with served(out) as running:
        port = int(running.root.rpartition(":")[2])
        assert _listening(port) == {"0100007F"}, "127.0.0.1 and no other address"
        for path in ("/", "/case/K0001?words=冯砚秋", "/static/style.css", "/enter?token=wrong"):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(running.root + urllib.request.quote(path, safe="/?="), timeout=20)
            assert refused.value.code == 403
            assert "server" not in {name.lower() for name in refused.value.headers}
    assert len(running.said.splitlines()) == 3, running.said
    assert "K0001" not in running.said and "冯砚秋" not in running.said
    assert tree_hash(out) == before, "looking changes nothing"


def _listening(port: int) -> set[str]:
    """The local addresses on which somebody listens at this port, as the kernel writes them."""
    found = set()
    for table in ("tcp", "tcp6"):
        path = Path("/proc/net", table)
        for line in path.read_text().splitlines()[1:] if path.exists() else ():
            local, state = line.split()[1], line.split()[3]
            if state == "0A" and int(local.rpartition(":")[2], 16) == port:
                found.add(local.partition(":")[0])
    return found


def test_everything_the_page_loads_is_in_the_package(out: Path) -> None:
    for name in ("htmx.min.js", "case.js", "review.js", "style.css", "icon.svg"):
        found = file(name)
        assert found is not None and len(found[1]) > 100, name
    assert file("../pages.py") is None and file("htmx.LICENSE.txt") is None


def test_htmx_is_the_file_its_note_names() -> None:

    static = Path(screening.review.__file__).with_name("static")
    note = (static / "htmx.LICENSE.txt").read_text("utf-8")

    assert hashlib.sha256((static / "htmx.min.js").read_bytes()).hexdigest() in note
    assert "version 2.0.11" in note and "Zero-Clause BSD" in note


def test_a_browser_is_handed_a_file_and_no_token(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody on a machine can read command lines."""
    from screening.review import serve

    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda uri: bool(opened.append(uri)))
    with serve._browser("http://127.0.0.1:1/enter?token=secret"):
        (uri,) = opened
        path = Path(uri.removeprefix("file://"))
        assert "secret" not in uri and "token=secret" in path.read_text()
        assert (path.stat().st_mode & 0o77, path.parent.stat().st_mode & 0o77) == (0, 0)
    assert not path.exists()
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with serve._browser("http://127.0.0.1:1/"):
        assert len(opened) == 1, "without a screen none is opened"
