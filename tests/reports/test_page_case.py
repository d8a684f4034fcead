"""An opened case on the page: bars that add up, the path as a picture, three clocks, declarations; filters, order, keyboard, paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from playwright.sync_api import Browser, Page

from screening.reports.page import write_page

from .browsing import DESKTOP, PHONE, opened
from .test_declarations import declared, register
from .world import finding

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


def item(feature: str, bits: float, **more: Any) -> dict[str, Any]:
    return {
        "feature": feature,
        "verdict": "agrees",
        "left": "甲",
        "right": "甲",
        "detail": "相同",
        "detail_en": "equal",
        "bits": bits,
    } | more


EVIDENCE = [
    item("name", 20.5), item("birth_date", 12.5), item("prior", -23.0, verdict="not_comparable", left=None, right=None),
    item("phone", 3.0), item("declaration", 0.0, left="D1", right="late", detail="已申报"),
]  # fmt: skip
PATH = [
    {"from": "冯砚秋", "relation": "sibling", "to": "冯砚冬", "share_pct": None, "source": {"table": "related_parties", "row": 3}},
    {"from": "冯砚冬", "relation": "holds", "to": "中间控股有限公司", "share_pct": 60, "valid_from": "2024-01-01", "source": {"table": "holdings", "row": 7}},
    {"from": "中间控股有限公司", "relation": "holds", "to": "苏州听雪庐商贸有限公司", "share_pct": 51, "source": {"table": "holdings", "row": 9}},
    {"from": "中间控股有限公司", "relation": "director", "to": "苏州听雪庐商贸有限公司", "share_pct": None, "source": {"table": "appointments", "row": 2}},
]  # fmt: skip


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    known = finding(
        1, evidence=json.dumps(EVIDENCE), path=json.dumps(PATH), score=0.9990243902439024, declaration_status="late"
    )
    other = finding(
        2, case_id="K2", officer_id="P02", officer_name="褚望舒", party_id="S02", party_name="甲公司", tier="C", score=0.5, duty="none",
        entity_ids=["E02"], declaration_status=None, lifecycle="changed", exposure_amount=Decimal("9999999"), dealing_basis="bid",
    )  # fmt: skip
    with register(folder, [known, other], [declared(1, decided_on=date(2026, 5, 1), decision="accept")]) as seen:
        officers = {
            "officer_id": "P01", "group_id": "G", "entity_id": "E01", "position": "董事", "term_start": date(2020, 1, 1),
            "term_start_hi": date(2020, 1, 1), "term_end": None, "term_end_hi": None,
        }  # fmt: skip
        dates = dict.fromkeys(("term_start", "term_start_hi", "term_end", "term_end_hi"), pa.date32())
        schema = pa.schema([(name, dates.get(name, pa.string())) for name in officers])
        seen.warehouse.put("std_officers", pa.Table.from_pylist([officers], schema))
        grain = {"group_id": "G", "party_table": "suppliers", "party_id": "S01"}
        tie = {**grain, "officer_id": "P01", "kind": "holding", "detail": "chain", "share_pct": Decimal("30.6")}
        seen.warehouse.append(
            "tie",
            [
                tie
                | {
                    "possible_from": None,
                    "proven_from": date(2024, 1, 1),
                    "possible_to": date(2026, 6, 1),
                    "proven_to": date(2026, 6, 1),
                }
            ],
        )
        days = [date(2026, 2, 3), date(2026, 2, 9), date(2026, 4, 1)]
        seen.warehouse.append(
            "dealing", [{**grain, "basis": "transaction", "possible_from": day, "proven_from": day} for day in days]
        )
        write_page(folder / "report.html", seen)
    return folder / "report.html"


@pytest.fixture
def desktop(browser: Browser, page_file: Path) -> Iterator[Page]:
    with opened(browser, page_file) as (page, seen):
        page.locator("#cases summary").first.click()
        yield page
    assert seen == []


def test_each_bar_begins_where_the_one_before_ended_and_the_sum_is_the_probability(desktop: Page) -> None:
    bars = desktop.locator(".finding").first.locator("svg.bar rect title").all_text_contents()
    counted, supporting = desktop.locator(".finding").first.locator(".link").all()

    assert bars == ["+20.5 (+0.0 → +20.5)", "+12.5 (+20.5 → +33.0)", "−23.0 (+33.0 → +10.0)", "+3.0 (+0.0 → +3.0)"]
    assert "合计 +10.0 比特：几乎确定（> 99.9 %）" in counted.inner_text()
    assert "佐证，未计入可能性" in supporting.inner_text()
    assert "身份相符的可能性：几乎确定（> 99.9 %）（仅指身份" in desktop.locator(".sum").first.inner_text()


@SIZES
def test_the_path_is_a_picture_with_the_same_in_words(browser: Browser, page_file: Path, size: tuple[int, int]) -> None:
    with opened(browser, page_file, size) as (page, _):
        page.locator("#cases summary").first.click()
        svg = page.locator("svg.path").first
        names = svg.locator(".node title").all_text_contents()
        boxes = [box.bounding_box() for box in svg.locator(".node rect").all()]
        words = page.locator(".steps").first.inner_text()
        label = svg.get_attribute("aria-label") or ""

    assert names == ["冯砚秋", "冯砚冬", "中间控股有限公司", "苏州听雪庐商贸有限公司"]
    assert all(box is not None and box["x"] >= 0 and box["x"] + box["width"] <= size[0] for box in boxes)
    way = [box["x" if size == DESKTOP else "y"] for box in boxes if box is not None]
    assert way == sorted(way)
    assert len(set(way)) == 4
    assert "持股 60 % 自 2024-01-01" in words
    assert "主要人员 第 2 行" in words
    assert "中间控股有限公司 董事 苏州听雪庐商贸有限公司" in label


@SIZES
def test_the_three_clocks_stand_on_one_axis(browser: Browser, page_file: Path, size: tuple[int, int]) -> None:
    with opened(browser, page_file, size) as (page, _):
        page.locator("#cases summary").first.click()
        svg = page.locator("svg.clocks").first
        told = svg.get_attribute("aria-label") or ""
        proven = {name: svg.locator(f".proven.{name}").bounding_box() for name in ("office", "link")}
        months = [tick.bounding_box() for tick in svg.locator(".month").all()]
        marks = svg.locator(".mark").count()
        unknown = svg.locator(".open").count()

    assert "任职：董事，E01 2020-01-01 – 至今" in told
    assert "联系：间接持股 30.6 % 2024-01-01 – 2026-06-01" in told
    assert "往来：发票或付款 3 份单据，2026-02 至 2026-04" in told
    assert (len(months), marks, unknown) == (2, 2, 1)
    office, link, (first, second) = proven["office"], proven["link"], months
    assert office and link and first and second
    assert office["x"] < link["x"] < first["x"] < second["x"]
    assert link["x"] + link["width"] < office["x"] + office["width"]


def test_declarations_stand_beside_the_clocks(desktop: Page) -> None:
    beside = desktop.locator(".beside").first.inner_text()

    assert "D1" in beside
    assert "2026-04-01 年度" in beside
    assert "业务往来方权益" in beside
    assert "撤回日期" not in beside


def test_filters_and_order(browser: Browser, page_file: Path) -> None:
    def listed(page: Page) -> list[str]:
        return [re.match(r"\d+", text)[0] for text in page.locator("#cases .who").all_inner_texts()]  # type: ignore[index]

    with opened(browser, page_file) as (page, _):
        assert listed(page) == ["1", "2"]
        for name, value, left in (
            ("entity", "E02", ["2"]),
            ("declared", "late", ["1"]),
            ("declared", "-", ["2"]),
            ("life", "changed", ["2"]),
        ):
            page.select_option(f"#{name}", value)
            assert listed(page) == left, (name, value)
            page.click("#clear")
            assert listed(page) == ["1", "2"]
        page.select_option("#sort", "exposure")
        assert listed(page) == ["2", "1"]
        assert page.locator("#declared option").all_inner_texts() == ["全部", "无申报义务 (1)", "逾期申报 (1)"]


def test_a_case_opens_by_keyboard_and_everything_has_a_name(browser: Browser, page_file: Path) -> None:
    with opened(browser, page_file) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        for _ in range(9):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article')?.id") == "case-1"
        page.keyboard.press("Enter")
        page.locator(".finding").first.wait_for()
        unnamed = page.evaluate(
            "[...document.querySelectorAll('svg')].filter((one) => !one.getAttribute('aria-label') || one.getAttribute('role') !== 'img').length"
        )
        unlabelled = page.evaluate(
            "[...document.querySelectorAll('input, select')].filter((one) => !one.labels.length).length"
        )
        levels = [
            int(tag[1])
            for tag in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => one.tagName)")
        ]
        polite = page.get_attribute("#count", "aria-live")

    assert (unnamed, unlabelled, polite) == (0, 0, "polite")
    assert all(deeper <= higher + 1 for higher, deeper in pairwise(levels))


def test_paper_shows_an_opened_case_in_full_and_no_controls(browser: Browser, page_file: Path) -> None:
    with opened(browser, page_file) as (page, _):
        page.locator("#cases summary").first.click()
        page.emulate_media(media="print")
        assert page.locator("#filter").is_hidden()
        assert page.locator("#language").is_hidden()
        assert page.locator("svg.clocks").first.is_visible()
        assert page.locator(".steps").first.is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize(
    "pair",
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("soft", "fill"),
        ("warn", "paper"),
        ("strong", "paper"),
        ("paper", "A"),
        ("paper", "B"),
        ("paper", "C"),
    ],
)
def test_texts_stand_out_from_their_ground(page_file: Path, pair: tuple[str, str]) -> None:
    """WCAG 2.1, 1.4.3: at least 4.5 to 1."""
    found = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", page_file.read_text(encoding="utf-8"))) | {"paper": "#ffffff"}
    light, dark = sorted((luminance(found[name]) for name in pair), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance of sRGB as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
