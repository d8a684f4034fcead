"""The page with as many candidates as it ever shows: size, time to write, to first paint, to filter, to sort and to open a case.

It needs Debian's chromium; without it only size and writing are told. Times are the browser's own, the middle of five.
"""

from __future__ import annotations

import json
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pyarrow as pa
from playwright.sync_api import Page, sync_playwright

from screening.reports.page import write_page
from tests.reports.world import finding, view

CHROMIUM = Path("/usr/bin/chromium")
CANDIDATES = 5_000
_REPEATS = 5
_TIMED = """async (change) => {
    const begun = performance.now();
    new Function(change)();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
}"""
_ACTS = {
    "search": "const w = byId('words'); w.value = '公司4' ; w.dispatchEvent(new Event('input', {bubbles: true}));",
    "clear the search": "const w = byId('words'); w.value = '' ; w.dispatchEvent(new Event('input', {bubbles: true}));",
    "filter by tier": "const t = byId('tier'); t.value = 'C' ; t.dispatchEvent(new Event('input', {bubbles: true}));",
    "sort by officer": "const s = byId('sort'); s.value = 'officer' ; s.dispatchEvent(new Event('input', {bubbles: true}));",
    "open a case": "document.querySelector('#cases details:not([open])').open = true;",
    "other language": "byId('language').click();",
}


def run_page() -> None:
    """Writes and measures the page, and prints what came out."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "report.html"
        seconds = _write(Path(made), path)
        print(f"page: {CANDIDATES} candidates, {path.stat().st_size / 1e6:.1f} MB, written in {seconds:.1f} s")
        if CHROMIUM.exists():
            _measure(path)


def _write(folder: Path, path: Path) -> float:
    rows = [_finding(number) for number in range(CANDIDATES)]
    with view(folder, rows, tables={"tie": _ties(rows), "dealing": _dealings(rows)}) as seen:
        seen.warehouse.put("std_officers", _officers())
        begun = perf_counter()
        write_page(path, seen)
        return perf_counter() - begun


def _finding(number: int) -> dict[str, Any]:
    """Two findings a case, of three steps and four comparisons each, none of them like another's."""
    case, tier = number // 2, "ABC"[number % 10 // 5 + (number % 3 == 0)]
    officer, company = f"冯砚{case % 997}", f"苏州听雪庐{case}公司{number % 89}"
    steps = [
        (officer, "sibling", f"关联人{case}"),
        (f"关联人{case}", "holds", f"中间{case}公司"),
        (f"中间{case}公司", "holds", company),
    ]
    path = [
        {"from": start, "relation": relation, "to": to, "share_pct": 30 + case % 60, "valid_from": "2021-03-04", "source": {"table": "holdings", "row": number}}
        for start, relation, to in steps
    ]  # fmt: skip
    evidence = [
        {"feature": feature, "verdict": "agrees", "left": f"左{number}", "right": f"右{number}", "detail": f"{feature} 在第 {number} 处相同，已比对",
         "detail_en": f"{feature} agrees at {number} as compared", "bits": bits}
        for feature, bits in (("name", 20.0), ("birth_date", 12.5), ("phone", 17.0), ("prior", -19.0))
    ]  # fmt: skip
    return finding(
        number, rule_id=("INT-RP", "RPT-RP")[number % 2], case_id=f"K{case:06d}", tier=tier, officer_id=f"P{case % 997:04d}",
        officer_name=officer, related_id=f"R{case}", related_name=f"关联人{case}", relationship="兄弟", party_id=f"S{case}", party_name=company,
        exposure_amount=Decimal(case * 37 % 900_000), entity_ids=[f"E{case % 23:02d}"], path=json.dumps(path), evidence=json.dumps(evidence),
        summary_zh=f"{officer}的兄弟持有供应商“{company}”的权益（{number % 90}%）。", summary_en=f"{officer}'s brother holds an interest in {company}.",
    )  # fmt: skip


def _ties(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    grain = ("group_id", "officer_id", "related_id", "party_table", "party_id")
    began = date(2021, 3, 4)
    more = {"kind": "holding", "detail": "chain", "possible_from": began, "proven_from": began}
    return [{**{name: row[name] for name in grain}, **more} for row in rows]


def _dealings(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    days = [date(2025, 1, 15) + timedelta(days=31 * month) for month in range(20)]
    grain = ("group_id", "party_table", "party_id")
    return [
        {**{name: row[name] for name in grain}, "basis": "transaction", "possible_from": day, "proven_from": day}
        for row in rows[::2]
        for day in days
    ]


def _officers() -> pa.Table:
    dates = dict.fromkeys(("term_start", "term_start_hi", "term_end", "term_end_hi"), pa.date32())
    row: dict[str, Any] = {
        "group_id": "G",
        "entity_id": "E01",
        "position": "董事",
        "term_start": date(2019, 1, 1),
        "term_start_hi": date(2019, 1, 1),
    }
    rows = [{**row, "officer_id": f"P{number:04d}", "term_end": None, "term_end_hi": None} for number in range(997)]
    return pa.Table.from_pylist(rows, pa.schema([(name, dates.get(name, pa.string())) for name in rows[0]]))


def _measure(path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        paints = []
        for _ in range(_REPEATS):
            page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            page.goto(path.as_uri())
            paints.append(_first_paint(page))
            last = page
        print(f"  first paint {median(paints):.0f} ms")
        for name, change in _ACTS.items():
            times = [last.evaluate(_TIMED, change) for _ in range(_REPEATS)]
            print(f"  {name} {median(times):.0f} ms")
        browser.close()


def _first_paint(page: Page) -> float:
    page.locator("#cases article").first.wait_for()
    paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()"
    return float(page.evaluate(f"new Promise((done) => setTimeout(() => done({paint}), 100))"))


if __name__ == "__main__":
    run_page()
