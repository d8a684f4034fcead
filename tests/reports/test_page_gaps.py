"""What a case or a run lacks leaves no empty brackets, no heading without content and no untrue sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from screening.reports.page import write_page
from screening.reports.page_words import PAGE_TEXTS

from .browsing import opened
from .world import finding, view

_LACKING = {"party_id": None, "party_name": None, "party_table": None, "entity_ids": []}
CASES = [
    finding(1),
    finding(2, case_id="K2", rule_id="SELL-C", party_id="name:ab", party_name="苏州某某商贸有限公司", party_table=None),
    finding(3, case_id="K3", rule_id="RES", related_name="冯砚冬", relationship=None, **_LACKING),
    finding(4, case_id="K4", rule_id="RPT-HK", officer_id=None, officer_name=None, duty="none", declaration_status=None),
]  # fmt: skip


def _page(folder: Path, browser: Browser, language: str, delivered: dict[str, int]) -> Iterator[Page]:
    with view(folder, CASES, language=language, delivered=delivered) as seen:
        write_page(folder / "report.html", seen)
    with opened(browser, folder / "report.html") as (page, faults):
        page.evaluate("document.querySelectorAll('#cases details').forEach((one) => { one.open = true; })")
        page.locator("#cases article").last.locator(".finding").first.wait_for()
        yield page
        assert faults == []


@pytest.fixture
def chinese(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    yield from _page(tmp_path, browser, "zh", {"officers": 2, "suppliers": 10})


@pytest.fixture
def english(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    yield from _page(tmp_path, browser, "en", {"officers": 2, "suppliers": 10, "declarations": 3})


@pytest.mark.browser
def test_titles_say_what_there_is(chinese: Page) -> None:
    assert chinese.locator(".who").all_text_contents() == [
        "1. 冯砚秋 ↔ 苏州听雪庐商贸有限公司（供应商）",
        "2. 冯砚秋 ↔ 苏州某某商贸有限公司",
        "3. 冯砚秋 → 冯砚冬",
        "4. 股东（E01） ↔ 苏州听雪庐商贸有限公司（供应商）",
    ]


@pytest.mark.browser
def test_an_english_title_has_english_brackets(english: Page) -> None:
    assert english.locator(".who").first.text_content() == "1. 冯砚秋 ↔ 苏州听雪庐商贸有限公司 (supplier)"


@pytest.mark.browser
def test_without_a_register_nothing_is_said_of_one(chinese: Page) -> None:
    beside = chinese.locator("#cases .beside").all_inner_texts()

    assert len(beside) == 3, "a shareholder has nothing to declare"
    assert all("本次未提供申报登记册。" in text for text in beside)


@pytest.mark.browser
def test_with_a_register_it_is_named(english: Page) -> None:
    assert "Nothing in the register supplied." in english.locator("#cases .beside").first.inner_text()


@pytest.mark.browser
def test_no_rule_left_out_is_no_warning(chinese: Page) -> None:
    assert chinese.locator(".tile.not_screened.warn").count() == 0


def test_every_text_of_the_page_is_used() -> None:
    folder = resources.files("screening.reports").joinpath("templates")
    used = "".join(part.read_text(encoding="utf-8") for part in folder.iterdir() if part.is_file())
    composed = {name for name in PAGE_TEXTS if re.match("sort_|clock_", name)}
    unused = [name for name in PAGE_TEXTS if not re.search(f'["`]{name}["`]', used)]

    assert set(unused) <= composed
