"""Dismissing several: the preview lists exactly what will be dismissed; what changed or was decided meanwhile is left alone."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from screening.decisions.log import read_log
from screening.decisions.verification import verify_decisions

from .runs import MONDAY, TUESDAY, Client, finding, publish, texts
from .test_queue import dispose


def confirmed(client: Client, page: str, **typed: str) -> str:
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page[page.index("/bulk/confirm") :]))
    return client.post("/bulk/confirm", **{name: unescape(value) for name, value in hidden.items()}, **typed).text


@pytest.fixture
def many(tmp_path: Path) -> Client:
    publish(
        tmp_path / "out",
        MONDAY,
        [finding(number, case_id=f"K{number:04d}", tier="AC"[number % 2]) for number in range(8)],
    )
    return Client(tmp_path / "out")


def listed(page: str) -> tuple[list[int], list[int]]:
    """Case numbers that will be dismissed, and those that will not."""
    will, _, refused = page.partition("不会排除")
    return tuple([int(number) for number in re.findall(r"<b>(\d+)\. ", part)] for part in (will, refused))  # type: ignore[return-value]


def test_the_filter_is_previewed_and_dismissed(many: Client) -> None:
    preview = many.post("/bulk/preview", scope="filter", wanted="tier=C").text
    before = read_log(many.room.out).entries
    result = texts(confirmed(many, preview, reason="同名，已核对"))

    assert "将排除 4 项" in preview and before == ()
    assert "已记录 4 项" in result
    entries = read_log(many.room.out).entries
    assert {entry.finding_id for entry in entries} == {f"F{number:016d}" for number in (1, 3, 5, 7)}
    assert {(entry.decision, entry.reason, entry.identity) for entry in entries} == {
        ("dismissed", "同名，已核对", None)
    }
    assert verify_decisions(many.room.out) == 4
    assert read_log(many.room.out).head.head[:16] in result


def test_only_ticked_cases_are_taken(many: Client) -> None:
    preview = many.post("/bulk/preview", scope="picked", wanted="", pick=["K0002", "K0005", "nonsense"]).text

    assert "将排除 2 项" in preview
    assert "没有可排除的结果" in many.post("/bulk/preview", scope="picked", wanted="").text


def test_what_is_decided_already_is_listed_with_the_reason_and_left_alone(many: Client) -> None:
    dispose(many.room.out, "F0000000000000002", "asked_subject")
    preview = many.post("/bulk/preview", scope="filter", wanted="status=all").text

    assert "将排除 7 项" in preview and "以下 1 项不会排除" in preview and "已有决定：已询问本人" in preview
    confirmed(many, preview, reason="x")
    assert [entry.decision for entry in read_log(many.room.out).entries] == ["asked_subject"] + 7 * ["dismissed"]


def test_what_is_decided_or_changed_after_the_preview_is_refused_row_by_row(many: Client) -> None:
    out = many.room.out
    preview = many.post("/bulk/preview", scope="filter", wanted="").text
    dispose(out, "F0000000000000002", "needs_info")
    later = [finding(number, case_id=f"K{number:04d}") for number in range(7)]
    later[4] = finding(4, case_id="K0004", share_pct=Decimal(41))
    publish(out, TUESDAY, later)
    result = texts(confirmed(many, preview, reason="x"))

    assert "已记录 5 项" in result and "3 项未记录" in result
    assert (
        "wang 已对该结果作出决定" in result
        and "已有变化（持股比例（%））" in result
        and "最新运行中没有该结果" in result
    )
    dismissed = {entry.finding_id[-1] for entry in read_log(out).entries if entry.decision == "dismissed"}
    assert dismissed == {"0", "1", "3", "5", "6"}


@pytest.mark.parametrize(
    ("typed", "said"), [({"reason": " "}, "理由须写明"), ({"reason": "x", "until": "2020-01-01"}, "该日已过")]
)
def test_a_mistake_leaves_the_list_and_what_was_typed(many: Client, typed: dict[str, str], said: str) -> None:
    preview = many.post("/bulk/preview", scope="filter", wanted="tier=C").text
    again = confirmed(many, preview, **typed, source="档案<b>")

    assert said in again and "档案&lt;b&gt;" in again and "将排除 4 项" in again
    assert read_log(many.room.out).entries == ()


def test_confirming_twice_records_once(many: Client) -> None:
    preview = many.post("/bulk/preview", scope="filter", wanted="").text
    confirmed(many, preview, reason="x")

    assert "8 项此前已记录" in texts(confirmed(many, preview, reason="x"))
    assert len(read_log(many.room.out).entries) == 8


def test_a_forged_list_decides_nothing_that_is_not_shown(client: Client, out: Path) -> None:
    """F4 stands behind the wall; the answer is that of an id nobody knows."""
    told = {"run": MONDAY, "seen": "0", "reason": "x"}
    behind = texts(client.post("/bulk/confirm", findings="F0000000000000004", **told).text)
    nowhere = texts(client.post("/bulk/confirm", findings="F0000000000000099", **told).text)

    assert behind.replace("0004", "") == nowhere.replace("0099", "")
    assert read_log(out).entries == ()


@pytest.mark.parametrize("scope", ["", "everything"])
def test_a_preview_of_nothing_known_is_no_form(client: Client, scope: str) -> None:
    assert client.post("/bulk/preview", scope=scope).status_code == 422
