"""Pages made from the code are fresh, links lead somewhere, and no page says where it was written."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from screening.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def test_pages_made_from_the_code_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "write.py"), "--check"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip

    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_are_relative(page: Path) -> None:
    """A page must be true on every machine."""
    assert re.findall(r"(?<![\w.:/<])/(?:work|home|root|tmp|usr|opt|mnt)/\S*", page.read_text(encoding="utf-8")) == []


def _keys() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for section, field in Settings.model_fields.items():
        model = field.annotation
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            model = model.__args__[-1]  # type: ignore[union-attr]
        found += [(section, key) for key in model.model_fields]
    return found


@pytest.mark.parametrize(("section", "key"), _keys())
def test_every_key_of_the_configuration_is_described(section: str, key: str) -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    part = re.split(r"^## ", page, flags=re.MULTILINE)
    mine = next(text for text in part if text.startswith((f"`[{section}]`", f"`[{section}.")))
    row = next((line for line in mine.splitlines() if line.startswith(f"| `{key}` |")), None)

    assert row is not None
    meaning = row.split("|")[4].strip()
    assert meaning, "a key without a word of explanation helps nobody"
