"""Some five hundred hostile texts through every sink for people and programs: nothing executes, and each shows as it was typed."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from screening.reports.candidates import write_candidates
from screening.reports.page import write_page
from screening.reports.sheets import printable
from screening.reports.workbook import write_workbook

from .browsing import open_everything, opened
from .hostile import hostile_texts
from .test_workbook import SHEETS
from .world import finding, hostile, issue, view

TEXTS = hostile_texts()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    findings = [hostile(number, text) for number, text in enumerate(TEXTS)]
    others = [
        hostile(number, text) | {"outcome": "exempt", "finding_id": f"E{number}"} for number, text in enumerate(TEXTS)
    ]
    delivered = [{"table_name": "suppliers", "file": text, "rows": 1, "sha256": "00"} for text in TEXTS]
    issues = [issue(key=text, message_zh=text, message_en=text) for text in TEXTS]
    with view(folder, [*findings, *others], issues=issues, tables={"delivered": delivered}) as seen:
        write_workbook(folder / "report.xlsx", seen)
        write_page(folder / "report.html", seen)
        write_candidates(folder / "candidates.jsonl", seen.candidates)
    return folder


def test_there_are_enough_of_every_class() -> None:
    assert len(TEXTS) >= 500
    assert len(set(map(str.strip, TEXTS))) > 480


def test_the_workbook_has_no_formula_no_foreign_link_and_no_markup(published: Path) -> None:
    with zipfile.ZipFile(published / "report.xlsx") as archive:
        names = archive.namelist()
        parts = {name: archive.read(name).decode("utf-8") for name in names if name.endswith((".xml", ".rels"))}
    sheets = "".join(text for name, text in parts.items() if name.startswith("xl/worksheets/"))

    assert re.findall(r"<f[ >]", sheets) == []
    titles = "|".join(re.escape(title) for title in SHEETS["zh"][1:])
    assert re.findall(rf"""location="(?!'(?:{titles})'!A\d+")[^"]*\"""", sheets) == []
    assert "r:id" not in "".join(re.findall(r"<hyperlink [^>]*>", sheets))
    assert "<r>" not in parts["xl/sharedStrings.xml"]
    assert not any(word in name.lower() for name in names for word in ("externallink", "vba", "embeddings"))
    assert all("TargetMode" not in text for name, text in parts.items() if name.endswith(".rels"))


def test_the_workbook_shows_every_text_as_typed(published: Path) -> None:
    book = openpyxl.load_workbook(published / "report.xlsx", read_only=True)
    cells = {name: {cell.value for row in book[name].iter_rows() for cell in row} for name in book.sheetnames}
    types = {cell.data_type for row in book["候选"].iter_rows(min_row=2) for cell in row}

    for name in ("候选", "证据", "路径", "未列为候选及原因", "数据质量"):
        assert [text for text in TEXTS if printable(text) not in cells[name]] == [], name
    assert types <= {"s", "n"}


def test_the_lines_of_json_hold_every_text(published: Path) -> None:
    lines = (published / "candidates.jsonl").read_text(encoding="utf-8").split("\n")[:-1]

    assert len(lines) == len(TEXTS)
    assert {json.loads(line)["party_name"] for line in lines} == set(TEXTS)


@pytest.mark.browser
def test_the_page_runs_nothing_and_shows_every_text_as_typed(browser: Browser, published: Path) -> None:
    with opened(browser, published / "report.html") as (page, seen):
        while page.locator("#more").is_visible():
            page.click("#more")
        open_everything(page)
        shown = {
            place: page.locator(f"#cases {place}").all_text_contents()
            for place in (".sentence", ".steps .from", ".steps .to")
        }
        page.fill("#words", TEXTS[40])
        page.click("#language")
        nodes = page.locator(
            "main img, main a, main iframe, main script, main style, main object, main base, main form form"
        ).count()
        scripts = page.locator("script").count()
        wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert seen == []
    assert (nodes, scripts, wide) == (0, 2, True)
    assert shown[".sentence"] == TEXTS
    assert shown[".steps .from"] == TEXTS
    assert shown[".steps .to"] == TEXTS


def test_a_text_that_reads_like_a_key_of_the_page_is_only_a_text(tmp_path: Path) -> None:
    """Numbers and shared lists name things in the page's data; no text of a delivery can."""
    with view(tmp_path, [finding(1, party_name="0", officer_name="shared")]) as seen:
        write_page(tmp_path / "report.html", seen)

    assert '"party_name":"0"' in (tmp_path / "report.html").read_text(encoding="utf-8")
