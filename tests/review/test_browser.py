"""The page in a real browser: hostile texts through every part of it, both languages, keyboard, phone, no outside request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from screening.decisions.log import read_log
from tests.reports.hostile import hostile_texts

from .runs import MONDAY, TUESDAY, Client, finding, hostile, publish
from .served import PHONE, WIDE, Served, looked_at, served

pytestmark = pytest.mark.browser
TEXTS = hostile_texts()
HIDDEN = "main img, main iframe, main object, main base, main form form, main style, main link, main meta, main template, svg[onload]"


@pytest.fixture(scope="module")
def hostile_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every text in a case of its own, and all of them together in one case; every second one decided on in its own words."""
    out = tmp_path_factory.mktemp("hostile") / "out"
    alone = [hostile(number, text) | {"officer_id": f"P{number}"} for number, text in enumerate(TEXTS)]
    together = [row | {"finding_id": f"G{row['finding_id']}", "case_id": "KALL", "tier": "C"} for row in alone]
    publish(out, MONDAY, [*alone, *together])
    return out


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.campaign)])
def test_each_text_goes_through_a_form_to_the_log_and_through_refused_forms_unharmed(
    hostile_out: Path, step: int
) -> None:
    """White space around it is not kept, and what reads as a full number is refused."""
    client = Client(hostile_out)
    recorded: list[str] = []
    refused: list[str] = []
    form = {"run": MONDAY, "wanted": "", "decision": "needs_info"}
    for number, text in list(enumerate(TEXTS))[::step]:
        told = {"finding": [f"F{number:016d}"], "seen": len(recorded), "reason": text, "source": text}
        answer = client.post(f"/case/K{number:04d}", **form, **told)
        if answer.status_code == 303:
            recorded.append(text.strip())
        else:
            refused.append(text)
            assert f"\n{text}</textarea>" in unescape(answer.text)
            assert "<script>alert" not in answer.text
    entries = read_log(hostile_out).entries

    assert [entry.reason for entry in entries] == recorded == [entry.source for entry in entries]
    assert len(refused) < 12, refused


@pytest.fixture(scope="module")
def hostile_page(hostile_out: Path) -> Iterator[Served]:
    with served(hostile_out) as running:
        yield running


def test_nothing_executes_and_every_text_shows_as_typed(browser: Browser, hostile_page: Served) -> None:
    root = hostile_page.root
    with looked_at(browser, hostile_page) as (page, seen):
        shown = []
        for number in range(1, -(-(len(TEXTS) + 1) // 50) + 1):
            page.goto(f"{root}/?status=all&page={number}")
            shown += page.locator("ol.queue .sentence").all_text_contents()
            assert (page.locator(HIDDEN).count(), page.locator("script").count()) == (0, 2)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert Counter(shown) == Counter(2 * TEXTS)

        page.goto(f"{root}/case/KALL")
        page.locator("#cases .finding").first.wait_for()
        for place in (".sentence", ".steps .from", ".steps .to"):
            assert Counter(page.locator(f"#cases {place}").all_text_contents()) == Counter(TEXTS), place
        assert (page.locator(HIDDEN).count(), page.locator("script").count()) == (0, 4)

        told = ""
        for number in range(1, 7):
            page.goto(f"{root}/history?page={number}")
            told += page.locator("table").text_content() or ""
            assert (page.locator(HIDDEN).count(), page.locator("script").count()) == (0, 2)
        assert [entry.reason for entry in read_log(hostile_page.out).entries if entry.reason not in told] == []

        page.goto(f"{root}/?status=undecided")
        page.locator("button[value=filter]").click()
        page.locator("ol.lines").first.wait_for()
        assert page.locator("ol.lines li").count() >= len(TEXTS)
        assert (page.locator(HIDDEN).count(), page.locator("script").count()) == (0, 2)

        page.goto(root)
        for text in TEXTS[::100]:
            page.evaluate("document.querySelector('details.saved').open = true")
            page.fill("details.saved input[name=name]", f"n{text[:50]}")
            page.locator("details.saved > form button").click()
            page.locator("#results").wait_for()
            page.fill("#words", text[:100])
            page.locator("#results").wait_for()
        assert page.locator(HIDDEN).count() == 0
        assert seen.events == []


@pytest.fixture(scope="module")
def plain_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    out = tmp_path_factory.mktemp("plain") / "out"
    publish(out, MONDAY, [finding(number, case_id=f"K{number:04d}", tier="AC"[number % 2]) for number in range(60)])
    with served(out) as running:
        yield running, out


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_wider_than_the_screen_and_everything_has_a_name(
    browser: Browser, tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    publish(tmp_path / "out", MONDAY, [finding(1), finding(2, rule_id="POS-B")], language=language)
    with served(tmp_path / "out") as running, looked_at(browser, running, size) as (page, seen):
        for path in ("/", "/case/K0001", "/history"):
            page.goto(running.root + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            unnamed = page.evaluate(
                "[...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a')]"
                ".filter((one) => !(one.labels?.length || one.getAttribute('aria-label') || one.textContent.trim())).length"
            )
            assert unnamed == 0, path
            levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.tagName[1]))")
            assert levels[0] == 1
        assert page.evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[language]
        assert seen.events == []


def test_by_keyboard_from_the_queue_to_the_next_case(browser: Browser, plain_page: tuple[Served, Path]) -> None:
    running, _ = plain_page
    with looked_at(browser, running) as (page, seen):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.locator("#cases .finding").wait_for()
        second = page.url
        page.keyboard.press("j")
        page.wait_for_url(lambda url: url != second)
        page.keyboard.press("k")
        page.wait_for_url(second)
        page.locator("#cases .finding").wait_for()
        page.keyboard.press("d")
        assert page.evaluate("document.activeElement.id") == "decision"
        page.keyboard.press("Tab")
        page.keyboard.type("jk d")
        assert page.input_value("textarea[name=reason]") == "jk d", "keys are letters where one types"
        assert seen.events == []


def test_filters_answer_without_a_new_page_and_can_be_gone_back_to(
    browser: Browser, plain_page: tuple[Served, Path]
) -> None:
    running, _ = plain_page
    with looked_at(browser, running) as (page, seen):
        page.evaluate("window.stays = true")
        page.select_option("select[name=tier]", "C")
        page.locator(".count", has_text="30 个案件").wait_for()
        assert "tier=C" in page.url and page.evaluate("window.stays") is True
        assert page.locator("a.who").count() == 30
        page.locator("[data-tick-all]").check()
        assert page.locator("input[name=pick]:checked").count() == 30
        page.go_back()
        page.locator(".count", has_text="60 个案件").wait_for()
        kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert kept == ["htmx-current-path-for-history"], "an address, until the tab is closed, and no page"
        page.locator("#language").click()
        page.locator("h1", has_text="Conflict-of-interest review").wait_for()
        page.locator("#language").click()
        page.locator("h1", has_text="利益冲突审阅").wait_for()
        assert seen.events == []


def test_a_refused_form_keeps_what_was_typed_and_a_stale_one_is_explained(browser: Browser, tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, MONDAY, [finding(5, case_id="K0005")])
    with served(out) as running, looked_at(browser, running) as (page, seen):
        page.goto(f"{running.root}/case/K0005")
        page.select_option("#decision", "confirmed")
        page.fill("textarea[name=reason]", "写了很久的理由")
        page.locator("button.main").click()
        page.locator(".mistakes", has_text="原始依据").wait_for()
        assert page.input_value("textarea[name=reason]") == "写了很久的理由"
        page.locator("input[name=source]:focus").wait_for()  # when the browser next draws
        assert page.input_value("#decision") == "confirmed"
        page.select_option("#decision", "dismissed")
        before = read_log(out).entries
        publish(out, TUESDAY, [finding(5, case_id="K0005", officer_name="别人")])
        page.locator("button.main").click()
        page.locator(".mistakes", has_text="已有变化").wait_for()
        assert page.input_value("textarea[name=reason]") == "写了很久的理由"
        assert read_log(out).entries == before
        assert [event for event in seen.events if "status of 422" not in event] == []


def test_the_cookie_is_out_of_reach_of_scripts_and_the_address_is_spent(
    browser: Browser, plain_page: tuple[Served, Path]
) -> None:
    running, _ = plain_page
    with looked_at(browser, running) as (page, _):
        (cookie,) = page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Strict", -1)
        assert page.evaluate("document.cookie") == ""
        other = browser.new_context().new_page()
        answer = other.goto(running.address)
        assert answer is not None and answer.status == 403
        other.context.close()
