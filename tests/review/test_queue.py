"""The queue: what is in it, filters and their order, pages, saved filters; quick with five thousand candidates."""

from __future__ import annotations

import json
import re
import stat
import time
from decimal import Decimal
from pathlib import Path

import pytest

from screening.decisions.record import open_desk, record
from screening.decisions.request import Request
from screening.review.queue import Filter
from screening.review.saved import MOST, NAME

from .runs import MONDAY, TUESDAY, Client, clock, finding, publish


def dispose(out: Path, finding_id: str, decision: str = "dismissed", by: str = "wang") -> None:
    """A decision from elsewhere, as `coi dispose` takes it."""
    told = {"reason": "已核对", "source": "工商档案", "reply": "邮件"}
    record(open_desk(out, clock, by), Request(finding_id, decision, by=by, **told))


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'class="number">(\d+)\.', page)]


def test_cases_stand_in_the_order_of_the_report_and_nobody_behind_the_wall(client: Client) -> None:
    page = client.page()

    assert numbers(page) == [1, 2]
    assert "2 个案件，3 项结果" in page
    assert "尤听松" not in page and "K0003" not in page
    assert "另有 1 条候选涉及受限人员" in page


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"words": "褚望舒"}, [2]),
        ({"words": "苏州听雪庐  pos-b"}, [1]),
        ({"words": "尤听松"}, []),
        ({"words": "f0000000000000003"}, [2]),
        ({"rule": "POS-B"}, [1]),
        ({"tier": "C"}, [2]),
        ({"entity": "E01"}, [1, 2]),
        ({"entity": "E02"}, []),
        ({"life": "changed"}, [2]),
        ({"declared": "not_declared"}, [1, 2]),
        ({"declared": "-"}, []),
        ({"status": "decided"}, []),
        ({"status": "all", "sort": "officer"}, [1, 2]),
        ({"status": "nonsense", "sort": "nonsense"}, [1, 2]),
        ({"page": "99"}, [1, 2]),
        ({"page": "-1"}, [1, 2]),
    ],
)
def test_filters(client: Client, query: dict[str, str], left: list[int]) -> None:
    assert sorted(numbers(client.page(**query))) == left


def test_a_case_is_found_by_the_findings_that_fit_and_only_these_are_counted(client: Client) -> None:
    assert "1 个案件，1 项结果" in client.page(rule="POS-B")


def test_what_was_decided_leaves_the_queue_whoever_decided_it(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000003", "needs_info")

    assert client.listed == ["K0001"]
    assert numbers(client.page(status="needs_info")) == [2]
    assert numbers(client.page(status="unsettled")) == [2]
    assert numbers(client.page(status="decided")) == [2]
    assert numbers(client.page(status="dismissed")) == []


def test_a_decision_that_no_longer_holds_brings_the_finding_back(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000003", "needs_info")
    publish(out, TUESDAY, [finding(3, case_id="K0002", officer_id="P02", share_pct=Decimal(41))])

    assert client.listed == ["K0002"]
    assert TUESDAY in client.page()


def test_a_finding_the_run_dismissed_can_be_looked_up(client: Client, out: Path) -> None:
    dispose(out, "F0000000000000003")
    publish(
        out,
        TUESDAY,
        [finding(1), finding(3, case_id="K0002", officer_id="P02", officer_name="褚望舒", outcome="dismissed")],
    )

    assert client.listed == ["K0001"]
    assert numbers(client.page(status="dismissed")) == [2]
    assert client.get("/case/K0002").status_code == 200


def test_orders(tmp_path: Path) -> None:
    rows = [  # by rank: K3, K1, K2
        finding(1, case_id="K1", officer_name="丙", party_name="乙公司", exposure_amount=Decimal(5)),
        finding(2, case_id="K2", officer_name="甲", party_name="丁公司", exposure_amount=None),
        finding(3, case_id="K3", officer_name="乙", party_name="丙公司", exposure_amount=Decimal(9)),
    ]
    publish(tmp_path / "out", MONDAY, rows)
    client = Client(tmp_path / "out")

    assert {order: numbers(client.page(sort=order)) for order in ("rank", "exposure", "officer", "party")} == {
        "rank": [1, 2, 3],
        "exposure": [1, 2, 3],
        "officer": [2, 1, 3],
        "party": [3, 1, 2],
    }


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Five thousand candidates."""
    out = tmp_path_factory.mktemp("crowd") / "out"
    names = [f"人{number % 700}" for number in range(5_000)]
    rows = [
        finding(
            number, case_id=f"K{number:05d}", officer_id=f"P{number % 700}", officer_name=name, tier="ABC"[number % 3]
        )
        for number, name in enumerate(names)
    ]
    publish(out, MONDAY, rows)
    return Client(out)


@pytest.mark.parametrize(
    "query", [{}, {"page": 100}, {"words": "人69"}, {"sort": "officer"}, {"status": "all", "tier": "B"}]
)
def test_five_thousand_candidates_are_quick(crowd: Client, query: dict[str, str | int]) -> None:
    crowd.page()
    begun = time.process_time()
    page = crowd.page("/", **query)

    assert time.process_time() - begun < 1.0
    assert len(numbers(page)) == 50 or query.get("words")
    assert len(page) < 400_000


def test_pages_hold_every_case_once(crowd: Client) -> None:
    seen = [number for page in range(1, 101) for number in numbers(crowd.page("/", page=page))]

    assert len(seen) == len(set(seen)) == 5_000


def test_the_next_page_keeps_the_filter(crowd: Client) -> None:
    page = crowd.page("/", tier="B", sort="officer")

    assert 'rel="next" href="/?tier=B&amp;sort=officer&amp;page=2"' in page


def test_saved_filters_survive_a_new_start_and_are_ones_own(out: Path) -> None:
    first = Client(out)
    assert (
        first.post("/filters", wanted="words=%E8%A4%9A&tier=C", name=" 我的  筛选 ").headers["location"]
        == "/?words=%E8%A4%9A&tier=C"
    )
    again, other = Client(out), Client(out, account="wang")

    assert 'href="/?words=%E8%A4%9A&amp;tier=C"><bdi>我的 筛选</bdi>' in again.page()
    assert "我的 筛选" not in other.page()
    assert stat.S_IMODE((out / NAME).stat().st_mode) == 0o600
    again.post("/filters", remove="我的 筛选")
    assert "我的 筛选" not in Client(out).page()


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_filter_needs_a_name(client: Client, out: Path, name: str) -> None:
    client.post("/filters", wanted="tier=C", name=name)

    assert "筛选的名称须为" in client.page()
    assert "筛选的名称须为" not in client.page()


def test_there_is_an_end_to_filters(client: Client) -> None:
    for number in range(MOST + 1):
        client.post("/filters", wanted="tier=C", name=str(number))

    assert f"最多保存 {MOST} 个" in client.page()


@pytest.mark.parametrize("content", ["", "[]", '{"filters": 7}', '{"filters": {"lin": 7}}', "\x00"])
def test_a_damaged_file_of_filters_is_no_filters(out: Path, content: str) -> None:
    (out / NAME).write_text(content)
    client = Client(out)
    client.page()
    client.post("/filters", wanted="tier=C", name="新")

    assert json.loads((out / NAME).read_text())["filters"] == {"lin": {"新": "tier=C"}}


def test_a_filter_is_what_its_address_says() -> None:
    wanted = Filter(status="all", words="=a&b<c>", tier="C", sort="party")

    assert Filter.parse(wanted.query()) == wanted
    assert Filter().query() == ""
    assert Filter.parse("words=" + "x" * 9_999).words == "x" * 200
