"""Nobody sees or decides a case of his own or of his relatives, on any route, under whatever name he types."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.decisions.log import read_log
from screening.errors import UsageError
from screening.review.room import Room

from .runs import MONDAY, TUESDAY, Client, clock, finding, publish, texts
from .test_queue import dispose

CASES = {"P01": "K1", "P02": "K2", "P03": "K3", None: "K4"}
FINDINGS = {
    "P01": "F0000000000000001",
    "P02": "F0000000000000002",
    "P03": "F0000000000000003",
    None: "F0000000000000004",
}
NAMES = {"P01": "冯砚秋", "P02": "褚望舒", "P03": "蔚梧桁", None: None}
REVIEWERS = {"self": ("甲审计", "P01"), "kin": ("乙审计", "P02"), "third": ("丙审计", "P03"), "free": ("丁审计", None)}
BARRED = {"self": {"P01", "P02"}, "kin": {"P01", "P02"}, "third": {"P03"}, "free": set()}
"""P02 is named among the related parties of P01, so each is the other's relative."""
ACTORS = [(by, account) for by in (*REVIEWERS, "甲审计") for account in (*REVIEWERS, "outside")]


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("ruled") / "out"
    rows = [
        finding(
            place,
            case_id=CASES[officer],
            officer_id=officer,
            officer_name=NAMES[officer],
            party_name=f"公司{place}",
            summary_zh=f"{NAMES[officer]}持有权益",
        )
        for place, officer in enumerate(CASES, start=1)
    ]
    publish(out, MONDAY, rows, reviewers=REVIEWERS, relatives={"P01": "P02"})
    for officer in CASES:
        dispose(out, FINDINGS[officer], "needs_info", "free")
    return out


def barred(by: str, account: str) -> set[str]:
    called = {"甲审计": "self"}.get(by, by)
    return BARRED[called] | BARRED.get(account, set())


@pytest.mark.parametrize("officer", list(CASES), ids=str)
@pytest.mark.parametrize(("by", "account"), ACTORS)
def test_every_route_knows_of_a_case_or_none_does(ruled: Path, by: str, account: str, officer: str | None) -> None:
    client, case, found = Client(ruled, by, account), CASES[officer], FINDINGS[officer]
    place = list(CASES).index(officer) + 1
    form = {"run": MONDAY, "seen": 4, "wanted": "", "finding": [found], "decision": "", "reason": ""}
    nothing = {"run": MONDAY, "seen": 4, "reason": ""}
    shown = {
        "queue": case in client.page("/", status="all"),
        "search": case in client.page("/", status="all", words=f"公司{place}"),
        "case": client.get(f"/case/{case}").status_code == 200,
        "form": client.post(f"/case/{case}", **form).status_code
        == 422,  # no decision was chosen, and that is what is said
        "preview": f"公司{place}" in client.post("/bulk/preview", scope="filter", wanted="status=all").text,
        "bulk": f"公司{place}" in client.post("/bulk/confirm", findings=found, **nothing).text,
        "history": f"公司{place}" in client.page("/history"),
    }
    is_known = officer not in barred(by, account)

    assert shown == dict.fromkeys(shown, is_known)
    if not is_known and NAMES[officer]:
        assert NAMES[officer] not in texts(client.page("/", status="all") + client.page("/history"))


@pytest.mark.parametrize("by", ["self", "kin"])
def test_a_form_on_ones_own_case_records_nothing_and_reads_like_an_unknown_one(ruled: Path, by: str) -> None:
    client, before = Client(ruled, by, "outside"), read_log(ruled).entries
    told = {"run": MONDAY, "seen": 4, "decision": "dismissed", "reason": "x"}
    own = client.post("/case/K1", finding=[FINDINGS["P01"]], **told)
    nowhere = client.post("/case/K9", finding=["F9"], **told)
    smuggled = client.post("/case/K3", finding=[FINDINGS["P01"]], **told)
    bulk = client.post("/bulk/confirm", findings=FINDINGS["P01"], **told)

    assert (own.status_code, own.text) == (nowhere.status_code, nowhere.text)
    assert smuggled.status_code == 422 and "没有该结果" not in smuggled.text
    assert "您须回避该案件" in bulk.text and "公司1" not in bulk.text
    assert read_log(ruled).entries == before


@pytest.mark.parametrize(("by", "account"), [("nobody", "free"), (None, "outside"), ("", "outside")])
def test_who_is_no_reviewer_gets_no_page(ruled: Path, by: str | None, account: str) -> None:
    with pytest.raises(UsageError) as refusal:
        Room(ruled, by or None, clock, account)

    assert refusal.value.reason == "not_a_reviewer"


def test_a_new_run_with_other_reviewers_counts_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, MONDAY, [finding(1, case_id="K1"), finding(2, case_id="K2", officer_id="P02")])
    client = Client(out)
    assert client.listed == ["K1", "K2"]
    publish(
        out,
        TUESDAY,
        [finding(1, case_id="K1"), finding(2, case_id="K2", officer_id="P02")],
        reviewers={"lin": ("林", "P02")},
    )
    assert client.listed == ["K1"]
    publish(out, "2026-11-22-cccccccccccc", [finding(1, case_id="K1")], reviewers={"wang": ("王", None)})

    answer = client.get("/")
    assert answer.status_code == 503
    assert "[reviewers]" in answer.text and "K1" not in answer.text
