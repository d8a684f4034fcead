"""The whole way in a browser: a candidate is dismissed, the next night does not raise it, a changed holding raises it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.commands import SAMPLE, coi_here, copied_sample, night, night_here
from tests.pipeline.tables import Row, change

from .served import looked_at, served

pytestmark = pytest.mark.browser
REASON = "委托代持已解除，见协议"


def raised(out: Path) -> dict[str, dict[str, object]]:
    lines = (out / "latest" / "candidates.jsonl").read_text("utf-8").splitlines()
    return {row["finding_id"]: row for row in map(json.loads, lines)}


def test_dismissed_in_the_browser_stays_away_until_its_holding_changes(browser: Browser, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert night(SAMPLE, out).returncode == 0
    holding = next(row for row in raised(out).values() if row["share_pct"] == 22)
    finding_id, case_id = str(holding["finding_id"]), holding["case_id"]
    with served(out) as running:
        with looked_at(browser, running) as (page, seen):
            page.fill("#words", str(holding["party_name"]))
            page.locator("p.count", has_text="1 个案件").wait_for()
            page.locator("a.who").click()
            page.locator("svg.path").wait_for()
            assert str(case_id) in page.url
            assert page.locator("svg.bar").count() >= 2 and page.locator("svg.clocks").count() == 1
            page.select_option("#decision", "dismissed")
            page.fill("textarea[name=reason]", REASON)
            page.get_by_role("button", name="记录并到下一案件").click()
            page.locator(".notice", has_text="已记录 1 项：排除").wait_for()
            page.goto(f"{running.root}/history")
            assert "已逐条核对，完整无改动" in page.inner_text("main")
            assert REASON in page.inner_text("table")
            assert seen.events == []
            # On the next nights the page stays open: it notices them.
            night_here(SAMPLE, out, as_of="2026-11-21")
            assert finding_id not in raised(out)
            page.locator("#news .banner", has_text="已发布新的运行").wait_for(timeout=40_000)
            page.goto(f"{running.root}/?words={finding_id}&status=all")
            assert "排除" in page.inner_text("#results")
            page.goto(f"{running.root}/?words={finding_id}")
            assert "没有符合条件的案件" in page.inner_text("#results")

            delivery = copied_sample(tmp_path)

            def grown(header: Row, rows: list[Row]) -> list[Row]:
                share = header.index("share_pct")
                return [[*row[:share], {"22": "41"}.get(row[share], row[share]), *row[share + 1 :]] for row in rows]

            change(delivery, "holdings", grown)
            night_here(delivery, out, as_of="2026-11-22")
            assert raised(out)[finding_id]["lifecycle"] == "reopened"
            page.goto(f"{running.root}/?words={finding_id}")
            assert "重新打开" in page.inner_text("#results")
            page.locator("a.who").click()
            told = page.locator(".reopened").inner_text()
            assert "已重新打开" in told and "持股比例（%） 22 → 41" in told and REASON in told
            assert seen.events == []
        token = running.address.partition("token=")[2]
    assert "已停止" in running.said and running.said.count(token) == 1
    assert not any(
        str(word) in running.said.replace(running.address, "")
        for word in (finding_id, case_id, holding["officer_name"])
    )
    assert coi_here("verify", out).returncode == 0
