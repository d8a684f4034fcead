"""What is a decision, who may take it, and what is kept of it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from screening.decisions.log import NAME, read_log
from screening.decisions.record import record
from screening.decisions.reviewers import system_account
from screening.decisions.verification import verify_decisions
from screening.errors import IntegrityError, RunFailed, UsageError

from .runs import LINK, MONDAY, TUESDAY, asked, basis, clock, desk, facts, publish

TODAY = clock().date()


def test_an_entry_holds_what_was_decided_on(out: Path) -> None:
    head = record(desk(out), asked(until=date(2027, 1, 31), identity="not_same"))
    (entry,) = read_log(out).entries

    assert head.entries == 1
    assert (entry.finding_id, entry.officer_id, entry.run_id, entry.at) == (
        "F1",
        "P1",
        MONDAY,
        "2026-11-24T01:30:00+00:00",
    )
    assert (entry.fingerprint, entry.facts) == (basis("F1")["fingerprint"], facts())
    assert (entry.identity, entry.basis, entry.account) == ("not_same", (LINK,), "lin")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"decision": None}, "decision_decision"),
        ({"decision": "guilty"}, "decision_decision"),
        ({"reason": None}, "decision_reason"),
        ({"decision": "confirmed", "reply": "r"}, "decision_source"),
        ({"decision": "confirmed", "source": "s"}, "decision_reply"),
        ({"decision": "confirmed", "source": "s", "reply": "r", "identity": "not_same"}, "decision_identity"),
        ({"until": TODAY - timedelta(days=1)}, "decision_until"),
        ({"identity": "maybe"}, "decision_identity"),
        ({"finding_id": "F2", "identity": "same"}, "decision_identity"),
        ({"finding_id": "F9"}, "unknown_finding"),
        ({"reason": "x" * 2_001}, "decision_too_long"),
        ({"reason": "本人身份证 110101199003070134 已核对"}, "decision_number"),
        ({"source": "110101 19900307 0134"}, "decision_number"),
        ({"reply": "电话 13917700001 未接"}, "decision_number"),
        ({"by": "6225880123456789"}, "decision_number"),
        ({"reason": "１１０１０１１９９００３０７０１３４"}, "decision_number"),
        ({"reason": "110101　1990-0307—0134"}, "decision_number"),
        ({"reason": "香港身份证 A123456(3)"}, "decision_number"),
        ({"reason": "港人 AB９８７６５４（３）"}, "decision_number"),
        ({"source": "永久居留证 911124198108030134"}, "decision_number"),
        ({"source": "卡 4367 4200 1234 5670134"}, "decision_number"),
    ],
)
def test_what_is_refused_and_that_nothing_is_kept(out: Path, changed: dict[str, Any], reason: str) -> None:
    with pytest.raises(UsageError) as refusal:
        record(desk(out), asked(**changed))

    assert refusal.value.reason == reason
    assert read_log(out).entries == ()
    assert not any(text in refusal.value.zh + refusal.value.en for text in ("0134", "1391770", "622588"))


@pytest.mark.parametrize(
    "changed",
    [
        {"until": TODAY},
        {
            "decision": "confirmed",
            "source": "工商档案 91440300MA5GQ12M8L",
            "reply": "2026-11-02、2026-11-09 两次书面询问未复",
        },
        {"reason": "证件尾号 0134，合同 2026112000098 号"},
        {"reason": "HT123456 号合同，A123456（见附件），4500012345 号订单，2026-11-02 2026-11-09 询问"},
        {"finding_id": "F2"},
    ],
)
def test_what_is_recorded(out: Path, changed: dict[str, Any]) -> None:
    assert record(desk(out), asked(**changed)).entries == 1


def test_a_finding_behind_the_wall_is_decided_by_its_id(out: Path) -> None:
    record(desk(out), asked("F3"))

    assert read_log(out).entries[0].officer_id == "P3"


def test_today_is_a_day_of_the_runs_time_zone(out: Path) -> None:
    late = desk(out).__class__(out, desk(out).run, desk(out).reviewers, "lin", lambda: clock().replace(hour=17))

    assert late.today == TODAY + timedelta(days=1)


def test_a_finding_that_a_ruling_made_disappear_can_be_decided_again(out: Path) -> None:
    record(desk(out), asked(identity="not_same"))
    publish(out, TUESDAY, [basis("F2", "P2")])
    record(desk(out), asked(decision="needs_info", identity="same"))
    first, second = read_log(out).entries

    assert (second.basis, second.fingerprint) == (first.basis, first.fingerprint)


REVIEWERS = [("lin", "林审计", "P1"), ("lin", "林审计", "P3"), ("wang", "王审计", None)]


@pytest.fixture
def reviewed(out: Path) -> Path:
    """A run with two reviewers; lin is the officer P1, and P3 is a relative of his."""
    publish(
        out,
        TUESDAY,
        [basis("F1"), basis("F2", "P2"), basis("F4", None)],
        restricted=[basis("F3", "P3")],
        reviewers=REVIEWERS,
    )
    return out


@pytest.mark.parametrize(("by", "account"), [("wang", "wang"), ("王审计", "root"), ("wang", "root")])
def test_a_listed_reviewer_decides_under_his_account(reviewed: Path, by: str, account: str) -> None:
    record(desk(reviewed, account), asked(by=by))
    (entry,) = read_log(reviewed).entries

    assert (entry.by, entry.account) == ("wang", account)


def test_nobody_else_decides(reviewed: Path) -> None:
    with pytest.raises(UsageError) as refusal:
        record(desk(reviewed, "root"), asked(by="root"))

    assert refusal.value.reason == "not_a_reviewer"


@pytest.mark.parametrize("finding", ["F1", "F3"])
@pytest.mark.parametrize(("by", "account"), [("lin", "root"), ("林审计", "root"), ("wang", "lin")])
def test_nobody_decides_his_own_case_or_a_relatives_under_whatever_name(
    reviewed: Path, finding: str, by: str, account: str
) -> None:
    with pytest.raises(UsageError) as refusal:
        record(desk(reviewed, account), asked(finding, by=by))
    with pytest.raises(UsageError) as unknown:
        record(desk(reviewed, account), asked("F9", by=by))

    assert (refusal.value.zh, refusal.value.en) == (unknown.value.zh, unknown.value.en), "nor learns that there is one"
    assert not read_log(reviewed).entries


def test_other_cases_and_cases_of_nobody_are_open_to_him(reviewed: Path) -> None:
    for finding in ("F2", "F4"):
        record(desk(reviewed), asked(finding))

    assert len(read_log(reviewed).entries) == 2


def test_the_account_is_the_process_not_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    before = system_account()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody")

    assert system_account() == before != "somebody"


def test_a_run_of_an_older_version_is_told(out: Path) -> None:
    (out / "runs" / MONDAY / "index" / "recusal.parquet").unlink()

    with pytest.raises(UsageError, match="without decisions"):
        desk(out)


@pytest.mark.parametrize("side", ["", "restricted"])
def test_a_run_that_was_damaged_is_told(out: Path, side: str) -> None:
    (out / "runs" / MONDAY / side / "index" / "finding_basis.parquet").write_bytes(b"no parquet")

    with pytest.raises(IntegrityError, match="missing or damaged"):
        record(desk(out), asked())


def test_who_may_not_read_behind_the_wall_is_told_so(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_dir = Path.is_dir

    def shut(path: Path) -> bool:
        if "restricted" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", shut)
    with pytest.raises(RunFailed, match="You may not read restricted/index/ of run") as refusal:
        record(desk(out), asked())

    assert refusal.value.reason == "cannot_read"


def test_no_file_is_made_by_a_refusal_that_needs_no_log(out: Path) -> None:
    with pytest.raises(UsageError):
        record(desk(out), asked(reason=None))

    assert not (out / NAME).exists()


DECIDER = """
import sys
from pathlib import Path
from screening.decisions.record import record
from tests.decisions.runs import asked, desk
for number in range(1_000):
    print(record(desk(Path(sys.argv[1])), asked(reason=f"{sys.argv[2]} {number}")).entries, flush=True)
"""


@pytest.mark.campaign
def test_two_auditors_killed_at_any_moment_lose_nothing_that_was_acknowledged(out: Path) -> None:
    chance, acknowledged = random.Random(5), 0
    for round_ in range(30):
        two = [
            subprocess.Popen(
                [sys.executable, "-c", DECIDER, str(out), f"{round_}{name}"], stdout=subprocess.PIPE, text=True
            )
            for name in "ab"
        ]
        assert two[0].stdout is not None
        told = [int(two[0].stdout.readline()) for _ in range(chance.randrange(1, 6))]
        time.sleep(chance.random() / 20)
        for process in two:
            process.kill()
        told += [int(line) for process in two for line in process.communicate()[0].split()]
        acknowledged = max([acknowledged, *told])
        kept = verify_decisions(out)
        assert acknowledged <= kept <= acknowledged + 2
        acknowledged = kept
