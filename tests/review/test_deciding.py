"""The form of a case: what is recorded, what is refused and said, and that nothing typed is lost and nothing stale is recorded."""

from __future__ import annotations

import json
import sqlite3
import threading
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from screening.decisions.log import NAME, read_log
from screening.decisions.record import open_desk, record
from screening.decisions.request import Request
from screening.decisions.verification import verify_decisions

from .runs import MONDAY, TUESDAY, Client, clock, finding, publish, texts
from .test_queue import dispose


def test_a_decision_is_recorded_as_coi_dispose_records_it_and_the_next_case_opens(client: Client, out: Path) -> None:
    answer = client.decide(
        "K0001", reason=" 见协议\r\n第二条 ", until="2027-01-31", source="工商档案", identity="not_same"
    )
    first, second = read_log(out).entries

    assert (answer.status_code, answer.headers["location"]) == (303, "/case/K0002")
    assert (first.finding_id, second.finding_id) == ("F0000000000000001", "F0000000000000002")
    assert (first.decision, first.reason, first.until, first.source) == (
        "dismissed",
        "见协议\n第二条",
        date(2027, 1, 31),
        "工商档案",
    )
    assert (first.by, first.account, first.run_id) == ("lin", "lin", MONDAY)
    assert (first.identity, second.identity) == ("not_same", None), (
        "only a finding that rests on a comparison can be ruled on"
    )
    assert verify_decisions(out) == 2
    assert "已记录 2 项：排除" in client.page("/case/K0002")


def test_after_the_last_case_the_queue_says_so(client: Client) -> None:
    client.decide("K0001")
    answer = client.decide("K0002")

    assert answer.headers["location"] == "/"
    assert "均已处理" in client.page()


def test_the_next_case_is_the_next_of_the_filter(client: Client) -> None:
    form = client.form("K0001") | {"wanted": "tier=A&sort=officer"}

    assert client.decide("K0001", form).headers["location"] == "/?tier=A&sort=officer"


def test_only_what_was_ticked_is_decided(client: Client, out: Path) -> None:
    client.decide("K0001", finding=["F0000000000000002"])

    assert [entry.finding_id for entry in read_log(out).entries] == ["F0000000000000002"]
    assert client.listed == ["K0001", "K0002"]
    assert client.form("K0001")["finding"] == ["F0000000000000001"], "what is left to decide is ticked"


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"decision": ""}, "decision", "决定须选择一种决定"),
        ({"decision": "nonsense"}, "decision", "决定须选择一种决定"),
        ({"reason": "  "}, "reason", "理由须写明"),
        ({"decision": "confirmed"}, "source", "原始依据确认联系属实须注明"),
        ({"decision": "confirmed", "source": "档案"}, "reply", "本人答复确认联系属实须注明"),
        ({"until": "2026-11-01"}, "until", "有效期至该日已过"),
        ({"until": "明天"}, "until", "有效期至不是有效日期"),
        ({"identity": "maybe"}, "identity", "身份认定须为"),
        ({"reason": "证件 11010519491231002X"}, None, "完整的证件号码"),
        ({"reason": "x" * 2_001}, None, "超过 2000 个字符"),
        ({"finding": []}, "finding", "请至少选择一项结果"),
        ({"finding": ["F0000000000000003"]}, "finding", "请至少选择一项结果"),
    ],
)
def test_a_refusal_says_why_in_plain_words_and_loses_nothing(
    client: Client, out: Path, typed: dict[str, Any], field: str | None, said: str
) -> None:
    told = {"source": "甲<b>&\"'", "reply": "乙", "reason": "第一行\n</textarea>第二行"} | typed
    if typed.get("decision") == "confirmed":
        told |= {"source": typed.get("source", ""), "reply": ""}
    answer = client.decide("K0001", **told)
    page = unescape(answer.text)

    assert answer.status_code == 422
    assert said in texts(answer.text) and "--" not in texts(answer.text).split("未记录")[1][:80]
    assert f"\n{told['reason']}</textarea>" in page
    assert f'name="source" maxlength="2000" autocomplete="off" value="{told["source"]}"' in page
    assert answer.text.count("aria-invalid") == (field is not None)
    assert read_log(out).entries == ()


def test_the_same_form_twice_is_recorded_once(client: Client, out: Path) -> None:
    form = client.form("K0001")
    client.decide("K0001", form)
    answer = client.decide("K0001", form)

    assert answer.status_code == 303
    assert len(read_log(out).entries) == 2
    assert "未重复记录" in client.page()


@pytest.mark.parametrize("by", ["wang", "lin"])
def test_what_was_decided_since_the_page_was_made_is_not_overruled(client: Client, out: Path, by: str) -> None:
    """Also by the reviewer himself, in another window."""
    form = client.form("K0001")
    dispose(out, "F0000000000000001", "needs_info", by)
    answer = client.decide("K0001", form)

    assert answer.status_code == 422
    assert f"{by} 已对该结果作出决定" in answer.text and "已记录 1 项" in answer.text
    assert [(entry.finding_id, entry.by) for entry in read_log(out).entries][1:] == [("F0000000000000002", "lin")]
    again = client.form("K0001")
    assert again["finding"] == [], "what was decided is not ticked"
    overruled = client.decide("K0001", again, finding=["F0000000000000001"], reason="再看")
    assert overruled.status_code == 303, "what was seen can be overruled"


def test_a_form_of_an_older_run_is_refused_where_the_facts_have_changed(client: Client, out: Path) -> None:
    form, other = client.form("K0001"), client.form("K0002")
    same = finding(3, case_id="K0002", officer_id="P02", officer_name="褚望舒", party_name="甲公司")
    publish(out, TUESDAY, [finding(1, share_pct=Decimal(41)), finding(2, rule_id="POS-B", share_pct=Decimal(41)), same])
    changed, unchanged = client.decide("K0001", form, reason="写了很久的理由"), client.decide("K0002", other)

    assert changed.status_code == 422
    assert "该结果此后已有变化（持股比例（%））" in changed.text and "写了很久的理由" in changed.text
    assert TUESDAY in changed.text and f'name="run" value="{TUESDAY}"' in changed.text
    assert unchanged.status_code == 303
    assert [(entry.finding_id, entry.run_id) for entry in read_log(out).entries] == [("F0000000000000003", TUESDAY)]


def test_a_case_that_is_gone_is_refused(client: Client, out: Path) -> None:
    form = client.form("K0001")
    publish(out, TUESDAY, [finding(3, case_id="K0002", officer_id="P02")])

    assert client.decide("K0001", form).status_code == 404
    assert read_log(out).entries == ()


def test_an_open_page_notices_a_new_run(client: Client, out: Path) -> None:
    before = client.page("/news", run=MONDAY)
    publish(out, TUESDAY, [finding(1)])
    after = client.page("/news", run=MONDAY)

    assert before.strip() == ""
    assert TUESDAY in after and MONDAY in after and "已发布新的运行" in after
    assert f'hx-get="/news?run={TUESDAY}"' in client.page()


@pytest.mark.parametrize("seen", ["-5", "999999"])
def test_nobody_has_seen_more_than_there_is(client: Client, out: Path, seen: str) -> None:
    dispose(out, "F0000000000000001", "needs_info")
    answer = client.decide("K0001", client.form("K0001") | {"seen": seen}, finding=["F0000000000000001"])

    assert answer.status_code == (303 if seen == "999999" else 422)
    assert verify_decisions(out) == len(read_log(out).entries)


@pytest.mark.parametrize("missing", ["run", "seen"])
def test_a_form_without_its_run_is_no_form(client: Client, out: Path, missing: str) -> None:
    form = {name: value for name, value in client.form("K0001").items() if name != missing}

    assert client.decide("K0001", form).status_code == 422
    assert read_log(out).entries == ()


@pytest.mark.parametrize("run", ["", "2026-11-19-cccccccccccc", "../..", "2026-11-20-aaaaaaaaaaaa/../x"])
def test_a_run_nobody_knows_is_refused(client: Client, out: Path, run: str) -> None:
    assert client.decide("K0001", client.form("K0001") | {"run": run}).status_code == 422
    assert read_log(out).entries == ()


def test_a_log_that_was_altered_is_told_everywhere_and_nothing_is_recorded(client: Client, out: Path) -> None:
    client.decide("K0001")
    form = client.form("K0002")
    with sqlite3.connect(out / NAME) as db:
        db.execute("drop trigger entry_is_never_changed")
        db.execute("update entry set text = replace(text, 'dismissed', 'confirmed') where number = 1")
    db.close()
    altered = (out / NAME).read_bytes()

    for path in ("/", "/case/K0002", "/history", "/news"):
        assert "决定日志不完整" in client.page(path), path
    assert '<button class="main" disabled>' in client.page("/case/K0002")
    answer = client.decide("K0002", form, reason="不会丢失")
    assert answer.status_code == 422 and "不会丢失" in answer.text
    assert client.post("/bulk/confirm", run=MONDAY, seen=0, findings="F0000000000000003", reason="x").status_code == 422
    assert (out / NAME).read_bytes() == altered


def test_an_entry_that_speaks_of_no_finding_of_its_run_is_found_by_the_history(client: Client, out: Path) -> None:
    """The chain holds, but `coi verify` would say no: so does the page, from then on everywhere."""
    desk = open_desk(out, clock, "lin")
    row = desk.run.basis["F0000000000000001"]
    object.__setattr__(row, "fingerprint", "0" * 32)
    record(desk, Request("F0000000000000001", "dismissed", "x", "lin"))

    assert "决定日志不完整" in client.page("/history")
    assert "决定日志不完整" in client.page()


def test_a_log_held_by_another_process_loses_nothing_typed(
    client: Client, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.decisions.log.BUSY_SECONDS", 0.1)
    client.decide("K0002")
    form = client.form("K0001")
    with sqlite3.connect(out / NAME, isolation_level=None) as db:
        db.execute("begin exclusive")
        answer = client.decide("K0001", form, reason="请保留")
        db.execute("rollback")
    db.close()

    assert answer.status_code == 422
    assert "正被另一进程占用" in answer.text and "请保留" in answer.text
    assert client.decide("K0001", form).status_code == 303


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two pages and `coi dispose`, on findings of their own and on the same: each acknowledged decision is there, once."""
    out = tmp_path / "out"
    publish(out, MONDAY, [finding(number, case_id=f"K{number:04d}") for number in range(40)])
    pages = [Client(out, account="lin"), Client(out, account="wang")]
    forms = [{number: page.form(f"K{number:04d}") for number in range(40)} for page in pages]
    recorded: list[tuple[str, str]] = []

    def click(who: int) -> None:
        for number in range(30):
            answer = pages[who].decide(f"K{number:04d}", forms[who][number], reason=f"{who}")
            recorded.extend([(f"F{number:016d}", ("lin", "wang")[who])] * (answer.status_code == 303))

    def type_in() -> None:
        for number in range(20, 40):
            dispose(out, f"F{number:016d}", "needs_info", "zhao")
        recorded.extend((f"F{number:016d}", "zhao") for number in range(20, 40))

    threads = [threading.Thread(target=click, args=(who,)) for who in (0, 1)] + [threading.Thread(target=type_in)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    entries = [(entry.finding_id, entry.by) for entry in read_log(out).entries]

    assert sorted(entries) == sorted(recorded)
    assert {finding_id for finding_id, _ in entries} == {f"F{number:016d}" for number in range(40)}
    on_pages = [finding_id for finding_id, by in entries if by != "zhao"]
    assert len(on_pages) == len(set(on_pages)), "the second page was refused what the first had decided"
    assert verify_decisions(out) == len(entries)


def test_a_reopened_case_says_what_has_changed(client: Client, out: Path) -> None:
    """As the evidence of the run tells it; the real thing is in test_nights."""
    dispose(out, "F0000000000000001")
    told = [{"feature": "since_decision", "verdict": "disagrees", "left": "30", "right": "41", "bits": 0.0,
             "detail": "决定后有变化：持股比例（%） 30 → 41", "detail_en": "changed since the decision: share (%) 30 → 41"}]  # fmt: skip
    publish(out, TUESDAY, [finding(1, lifecycle="reopened", share_pct=Decimal(41), evidence=json.dumps(told))])
    page = client.page("/case/K0001")

    assert "已重新打开" in page and "30 → 41" in page and "已核对" in page
    assert client.listed == ["K0001"]


def test_english_from_the_run_and_by_the_button(tmp_path: Path) -> None:
    publish(tmp_path / "out", MONDAY, [finding(1)], language="en")
    client = Client(tmp_path / "out")
    assert "Deciding as lin" in client.page("/case/K0001")
    answer = client.post("/language", language="zh", back="/case/K0001?tier=A")

    assert answer.headers["location"] == "/case/K0001?tier=A"
    assert "决定人 lin" in client.page("/case/K0001")
