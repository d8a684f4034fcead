"""report.html in a real browser: it fetches nothing, runs nothing from data, and can be searched, filtered and opened."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from screening.reports.page import inert_json, page_data, write_page

from .browsing import DESKTOP, PHONE, open_everything, opened
from .world import CONTROLS, HOSTILE, LONG, RUN, finding, hostile, issue, view

pytestmark = pytest.mark.browser
FINDINGS = [
    finding(1),
    finding(2, rule_id="RPT-SELF"),
    finding(
        3,
        tier="B",
        score=0.95,
        case_id="K2",
        officer_name="褚望舒",
        party_name="苏州桃叶津商贸有限公司",
        party_id="S02",
    ),
    finding(4, tier="C", score=0.5, case_id="K3", officer_name="卫长庚", party_name="Acme Ltd", rule_id="POS-B"),
    finding(5, outcome="exempt", case_id="K4", officer_name="蒋扶摇"),
]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    path = folder / "report.html"
    with view(
        folder, FINDINGS, issues=[issue()], unscreened={"GEN": ("举报线索：未交付", "tips not delivered")}
    ) as seen:
        write_page(path, seen)
    return path


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "report.html"
    texts = [*HOSTILE, CONTROLS, LONG, "constructor", "toString"]
    findings = [hostile(number, text) for number, text in enumerate(texts)]
    others = [row | {"outcome": "exempt", "finding_id": row["finding_id"].replace("F", "E")} for row in findings]
    with view(
        folder, [*findings, *others], issues=[issue(key=text, message_zh=text, message_en=text) for text in texts]
    ) as seen:
        write_page(path, seen)
    return path


def test_the_page_shows_the_cases_and_asks_for_nothing(browser: Browser, plain: Path) -> None:
    with opened(browser, plain) as (page, seen):
        assert page.locator("#cases article").count() == 3
        assert page.locator("#run").inner_text() == f"基准日 2026-11-20 · 运行编号 {RUN}"
        assert page.locator("#tiles .tile b").all_inner_texts() == ["3", "2", "1", "1", "1", "1"]
        assert "举报线索：未交付" in page.locator("#cover").inner_text()
        open_everything(page)

    assert seen == []


def test_a_case_opens_and_shows_path_and_evidence(browser: Browser, plain: Path) -> None:
    with opened(browser, plain) as (page, _):
        case = page.locator("#cases article").first
        assert case.locator(".finding").count() == 0
        assert "往来金额 CNY 1,234,567.50" in case.locator("summary").inner_text()
        case.locator("summary").click()
        case.locator(".finding").nth(1).wait_for()  # the browser tells of the opening a moment later
        assert case.locator(".finding").count() == 2
        first = case.locator(".finding").first.text_content()

    for word in ("冯砚秋持有供应商的权益", "几乎确定", "所提供的登记册中未见相应申报", "CNY 1,234,567.50", "持股 30 %",
                 "股东出资 第 7 行", "姓名相同", "29.9", "每多 1，是同一人", "业务往来：有付款", "F0000000000000001", "公司制度"):  # fmt: skip
        assert word in first


def test_search_and_filters_narrow_the_list(browser: Browser, plain: Path) -> None:
    def listed(page: Page) -> list[str]:
        return [re.sub(r"\s+", " ", text).split(" ↔ ")[0] for text in page.locator("#cases .who").all_inner_texts()]

    with opened(browser, plain) as (page, _):
        page.fill("#words", "桃叶津")
        assert listed(page) == ["2. 褚望舒"]
        assert page.locator("#count").inner_text() == "显示 1 / 3 个案件"
        page.fill("#words", "ACME pos-b")
        assert listed(page) == ["3. 卫长庚"]
        page.fill("#words", "nobody")
        assert listed(page) == []
        assert page.locator("#cases").inner_text() == "没有符合条件的案件。"
        page.fill("#words", "")
        page.select_option("#tier", "B")
        assert listed(page) == ["2. 褚望舒"]
        page.select_option("#tier", "")
        page.select_option("#rule", "RPT-SELF")
        assert listed(page) == ["1. 冯砚秋"]


def test_the_language_changes_at_a_click(browser: Browser, plain: Path) -> None:
    with opened(browser, plain) as (page, _):
        page.click("#language")
        assert page.locator("h1").inner_text() == "Conflict-of-interest screening"
        assert page.locator("html").get_attribute("lang") == "en"
        page.locator("#cases summary").first.click()
        text = page.locator("#cases .finding").first.text_content()
        assert "no matching declaration in the register supplied" in text
        assert "holdings, row 7" in text
        page.click("#language")
        assert page.locator("h1").inner_text() == "利益冲突筛查报告"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_is_wider_than_the_screen(browser: Browser, plain: Path, poisoned: Path, size: tuple[int, int]) -> None:
    for path in (plain, poisoned):
        with opened(browser, path, size) as (page, _):
            open_everything(page)
            assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_a_page_without_a_candidate_still_says_what_was_not_screened(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    with view(tmp_path, [], unscreened={"SELL-C": ("工商登记：未交付", "registry_companies not delivered")}) as seen:
        write_page(path, seen)

    with opened(browser, path) as (page, happened):
        cover = page.locator("#overview").inner_text()
        assert "已筛查的规则中没有候选" in page.locator("#cover").text_content()
        assert "SELL-C" in cover
        assert page.locator("#count").inner_text() == "显示 0 / 0 个案件"
    assert happened == []


def test_nothing_from_data_runs_or_loads(browser: Browser, poisoned: Path) -> None:
    with opened(browser, poisoned) as (page, seen):
        open_everything(page)
        page.click("#language")
        open_everything(page)
        assert page.locator("main img, main a, main iframe, main script").count() == 0
        assert page.locator("script").count() == 2
        assert page.evaluate("typeof data") == "object"

    assert seen == []


def test_hostile_texts_are_shown_as_typed(browser: Browser, poisoned: Path) -> None:
    texts = [*HOSTILE, CONTROLS, LONG, "constructor", "toString"]
    with opened(browser, poisoned) as (page, _):
        open_everything(page)
        sentences = page.locator(".sentence").all_text_contents()
        nodes = page.locator(".steps .from").all_text_contents()
        edges = page.locator(".steps .relation").all_text_contents()

    assert sentences == texts
    assert nodes == texts
    assert [edge.startswith(f" — {text} 30 %") for edge, text in zip(edges, texts, strict=True)] == [True] * len(texts)


def test_many_cases_are_shown_a_hundred_at_a_time(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    with view(tmp_path, [finding(number, case_id=f"K{number}") for number in range(250)]) as seen:
        write_page(path, seen)

    with opened(browser, path) as (page, _):
        assert page.locator("#cases article").count() == 100
        page.click("#more")
        page.click("#more")
        assert page.locator("#cases article").count() == 250
        assert page.locator("#more").is_hidden()


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_data_cannot_end_their_element(text: str) -> None:
    inert = inert_json({"x": text})

    assert not set(inert) & set("<>&\u2028\u2029")
    assert json.loads(inert) == {"x": text}


def test_the_page_is_one_file_with_a_closed_policy(plain: Path) -> None:
    page = plain.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)

    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert set(re.findall(r"(?:src|href)=(.)(.)", page.split("<script")[0])) == {('"', "#")}


def test_the_same_findings_give_the_same_bytes(tmp_path: Path, plain: Path) -> None:
    with view(
        tmp_path, FINDINGS, issues=[issue()], unscreened={"GEN": ("举报线索：未交付", "tips not delivered")}
    ) as seen:
        write_page(tmp_path / "again.html", seen)

    assert (tmp_path / "again.html").read_bytes() == plain.read_bytes()


def test_what_is_not_listed_in_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.reports.page._MOST_ROWS", 3)
    findings: list[dict[str, Any]] = [finding(number, outcome="exempt") for number in range(5)]
    with view(tmp_path, findings, issues=[issue(row=number) for number in range(3)]) as seen:
        data = page_data(seen)

    assert (len(data["others"]), len(data["quality"])) == (3, 3)
    assert data["cut"] == {"cases": False, "others": True, "quality": False}


def test_a_page_stays_small_enough_to_open(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.reports.page._MOST_FINDINGS", 2)
    path = tmp_path / "report.html"
    with view(tmp_path, FINDINGS) as seen:
        write_page(path, seen)

    with opened(browser, path) as (page, _):
        assert page.locator("#cases article").count() == 1
        assert "全部见 report.xlsx" in page.locator("#cases").inner_text()
        assert page.locator("#tiles .cases b").inner_text() == "3"
