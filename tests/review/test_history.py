"""Who decided what: every entry the reviewer may know of, after the chain was checked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from screening.decisions.log import read_log

from .runs import MONDAY, TUESDAY, Client, finding, publish, texts
from .test_queue import dispose


def test_entries_with_who_when_what_and_their_standing(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000001", "needs_info")
    dispose(out, "F0000000000000002", "asked_subject")
    publish(
        out,
        TUESDAY,
        [finding(1, share_pct=Decimal(41)), finding(3, case_id="K0002", officer_id="P02", officer_name="褚望舒")],
    )
    dispose(out, "F0000000000000003", "needs_info")
    dispose(out, "F0000000000000003", "dismissed", "lin")
    page = client.page("/history")
    rows = [" ".join(texts(row).split()) for row in page.split('<tr role="row">')[2:]]

    assert [row.split()[0] for row in rows] == ["4", "3", "2", "1"]
    assert [row.split()[-1] for row in rows][:2] == ["下次运行起生效", "已被后来的决定取代"]
    assert "该结果不在最新运行中" in rows[2] and "因变化或到期失效" in rows[3]
    assert (
        "2026-11-24 09:30" in rows[0] and "lin" in rows[0] and "褚望舒" in rows[0] and "排除。理由：已核对" in rows[0]
    )
    assert f"决定日志共 4 条，已逐条核对，完整无改动。末条校验值 {read_log(out).head.head}" in page
    assert 'href="/case/K0002?status=all"' in page


def test_by_kind_and_by_reviewer(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000001", "needs_info", "wang")
    dispose(out, "F0000000000000003", "dismissed", "lin")

    assert client.page("/history", decision="dismissed").count('role="row"') == 2
    assert client.page("/history", by="wang").count('role="row"') == 2
    assert client.page("/history", by="wang", decision="dismissed").count('role="row"') == 0


def test_who_stands_behind_the_wall_is_not_named(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000004")
    page = client.page("/history")

    assert "共 1 条" in page and "F0000000000000004" not in page and "尤听松" not in page


def test_somebody_who_left_the_roster_may_have_stood_behind_the_wall(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000004")
    publish(
        out,
        TUESDAY,
        [finding(1), finding(5, officer_id="P08", officer_name="别人", case_id="K5")],
        restricted=("P08", "P09"),
    )

    assert 'role="row"' not in client.page("/history")


def test_many_entries_have_pages(tmp_path: Path) -> None:
    publish(tmp_path / "out", MONDAY, [finding(number) for number in range(120)])
    client = Client(tmp_path / "out")
    client.decide("K0001")

    assert client.page("/history").count('role="row"') == 101
    assert client.page("/history", page=2).count('role="row"') == 21


def test_the_name_of_a_reviewer_stands_beside_his_account(tmp_path: Path) -> None:
    publish(tmp_path / "out", MONDAY, [finding(1)], reviewers={"lin": ("林审计", None)})
    client = Client(tmp_path / "out")
    client.decide("K0001")

    assert "林审计" in client.page("/history")


@pytest.mark.parametrize("query", [{"decision": "nonsense"}, {"by": "nobody"}])
def test_nothing_found_is_said(client: Client, out: Path, query: dict[str, str]) -> None:
    dispose(out, "F0000000000000001")

    assert "尚无决定" in client.page("/history", **query)
