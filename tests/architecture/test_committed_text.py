"""No committed text file names a package registry or a folder of somebody's machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Joined from parts, so that this file passes its own test.
REGISTRY_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb." + "debian.org",
    "security." + "debian.org",
    "crates" + ".io",
)
REGISTRY = re.compile("|".join(re.escape(host) for host in REGISTRY_HOSTS), re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.~\-/}>])/(?:home|root|work|Users|mnt|media)/[\w.]")
INDEX_OPTION = re.compile(
    r"--(?:extra-)?index" + r"-url[ =]\S|--find" + r"-links[ =]\S|^(?:extra-)?index" + r"-url *=", re.M
)


def committed_texts() -> list[tuple[str, str]]:
    """Tracked files and those about to be: everything that no .gitignore names."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True)
    if listing.returncode:
        pytest.skip("not a git checkout")
    texts = []
    for name in sorted(set(listing.stdout.decode().split("\0")) - {""}):
        path = ROOT / name
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data[:8192]:
            texts.append((name, data.decode("utf-8", errors="replace")))
    return texts


@pytest.mark.parametrize(
    ("pattern", "what"),
    [(REGISTRY, "a registry address"), (INDEX_OPTION, "an index address"), (MACHINE_PATH, "a path of one machine")],
    ids=["registry", "index", "path"],
)
def test_no_committed_text_names(pattern: re.Pattern[str], what: str) -> None:
    found = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {what}: {hit[0]}"
        for name, text in committed_texts()
        for hit in pattern.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["see /ho" + "me/li/notes", "(/wo" + "rk/main/x)", "'/ro" + "ot/.cache/x'"],
)
def test_a_machine_path_is_recognised(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize("text", ["/usr/bin/chromium", "flows/work/x", "</root>", "https://example.test/home/x"])
def test_other_paths_are_left_alone(text: str) -> None:
    assert not MACHINE_PATH.search(text)
