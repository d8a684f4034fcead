"""The guard works beside the night, keeps values to itself and never lets a broken check pass."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from screening.errors import DeliveryRejected, RunFailed, UsageError
from screening.settings import LimitSettings, RunSettings, Settings
from screening.validation import guard as guard_module
from screening.validation.guard import Guard
from screening.validation.process import ValidationProcess
from screening.warehouse.store import Warehouse

from .tables import AS_OF, arrow

CANARY = "110101199003078515"
NIGHT = RunSettings(settings=Settings(), as_of=AS_OF, delivery=Path("/nowhere"))


class Scripted:
    """A process that answers what it was told to, when it was told to."""

    def __init__(self) -> None:
        self.tasks: list[dict[str, Any]] = []
        self.answers: list[dict[str, Any]] = []
        self.waited: list[float] = []

    def send(self, task: dict[str, Any]) -> None:
        self.tasks.append(task)

    def receive(self, timeout: float) -> dict[str, Any] | None:
        self.waited.append(timeout)
        return self.answers.pop(0) if self.answers else None


def answer(task: dict[str, Any], **results: bool | None) -> dict[str, Any]:
    """Everything holds but what is said otherwise."""
    held = dict.fromkeys((one["id"] for one in task["expectations"]), True)
    return {"name": task["name"], "results": held | results, "unusable": []}


@pytest.fixture
def warehouse(tmp_path: Path) -> Any:
    with Warehouse(tmp_path, LimitSettings()) as opened:
        opened.create("issue")
        for table in ("officers", "suppliers"):
            opened.put(f"raw_{table}", arrow("delivered", table))
        yield opened


def test_the_night_does_not_wait_for_a_verdict(tmp_path: Path, warehouse: Warehouse) -> None:
    process = Scripted()
    guard = Guard(tmp_path, Path("/no"), process)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)

    guard.collect(warehouse, wait=False)

    assert process.waited == [0]
    assert len(process.tasks) == 2
    assert warehouse.rows("select * from issue") == []


def test_a_verdict_that_has_arrived_is_told_at_once(tmp_path: Path, warehouse: Warehouse) -> None:
    process = Scripted()
    guard = Guard(tmp_path, Path("/no"), process)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)
    process.answers = [answer(process.tasks[0], name_is_no_number=False)]

    with pytest.raises(DeliveryRejected):
        guard.collect(warehouse, wait=False)


def test_waiting_takes_every_verdict(tmp_path: Path, warehouse: Warehouse) -> None:
    process = Scripted()
    guard = Guard(tmp_path, Path("/no"), process)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)
    process.answers = [answer(process.tasks[0], id_number_is_filled=False), answer(process.tasks[1], name_varies=False)]

    guard.collect(warehouse, wait=True)

    checks = warehouse.rows("select check_id from issue order by 1")
    assert [row["check_id"] for row in checks] == ["expectation_id_number_is_filled", "expectation_name_varies"]
    assert process.waited == [guard_module.PATIENCE] * 2


def test_a_process_that_hangs_is_not_waited_for_for_ever(tmp_path: Path, warehouse: Warehouse) -> None:
    guard = Guard(tmp_path, Path("/no"), Scripted())  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)

    with pytest.raises(RunFailed, match="data-quality process"):
        guard.collect(warehouse, wait=True)


def test_a_later_failure_gives_way_to_the_rejection_that_explains_it(tmp_path: Path, warehouse: Warehouse) -> None:
    process = Scripted()
    guard = Guard(tmp_path, Path("/no"), process)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)
    process.answers = [answer(process.tasks[0]), answer(process.tasks[1], name_is_no_number=False)]

    told = guard.prefer_rejection(warehouse, ValueError(CANARY))

    assert isinstance(told, DeliveryRejected)
    assert "suppliers" in told.en


@pytest.mark.parametrize("error", [UsageError("中", "en", "x"), DeliveryRejected("中", "en", "x")])
def test_a_clear_error_is_told_without_waiting(tmp_path: Path, warehouse: Warehouse, error: Exception) -> None:
    process = Scripted()
    guard = Guard(tmp_path, Path("/no"), process)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)

    assert guard.prefer_rejection(warehouse, error) is error
    assert process.waited == []


def test_the_first_error_stands_when_the_data_are_good_or_the_process_is_gone(
    tmp_path: Path, warehouse: Warehouse
) -> None:
    process, error = Scripted(), ValueError("first")
    guard = Guard(tmp_path, Path("/no"), process)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)
    assert guard.prefer_rejection(warehouse, error) is error

    process.answers = [answer(task) for task in process.tasks]
    assert guard.prefer_rejection(warehouse, error) is error


def test_a_killed_process_fails_the_run(tmp_path: Path, warehouse: Warehouse) -> None:
    with ValidationProcess() as process:
        guard = Guard(tmp_path, Path("/no"), process)
        guard.submit("delivered", warehouse, NIGHT)
        os.kill(process.pid, signal.SIGKILL)

        with pytest.raises(RunFailed) as refusal:
            guard.collect(warehouse, wait=True)

    assert refusal.value.reason == "validation_broken"
    assert refusal.value.exit_status == 5


def test_a_suite_for_a_dead_process_fails_the_run(tmp_path: Path, warehouse: Warehouse) -> None:
    with ValidationProcess() as process:
        guard = Guard(tmp_path, Path("/no"), process)
        process.kill()

        with pytest.raises(RunFailed):
            guard.submit("delivered", warehouse, NIGHT)


def test_frames_hold_only_the_columns_under_expectation(tmp_path: Path, warehouse: Warehouse) -> None:
    table = arrow("delivered", "officers").append_column("phone", [[CANARY] * 10])
    warehouse.put("raw_officers", table)

    Guard(tmp_path, Path("/no"), Scripted()).submit("delivered", warehouse, NIGHT)  # type: ignore[arg-type]

    frames = sorted(tmp_path.glob("*.arrow"))
    assert len(frames) == 2
    assert all(CANARY.encode() not in frame.read_bytes() for frame in frames)


class Overheard:
    """The real process, with everything it answers written down."""

    def __init__(self, process: ValidationProcess) -> None:
        self.send, self._receive = process.send, process.receive
        self.heard: list[dict[str, Any] | None] = []

    def receive(self, timeout: float) -> dict[str, Any] | None:
        self.heard.append(self._receive(timeout))
        return self.heard[-1]


def test_verdicts_hold_no_value(process: ValidationProcess, tmp_path: Path, warehouse: Warehouse) -> None:
    """What comes back over the pipe is true, false or nothing."""
    warehouse.run("drop table raw_suppliers")
    warehouse.put("raw_officers", arrow("delivered", "officers", name=[CANARY] * 10, id_number=["张" + CANARY] * 10))
    overheard = Overheard(process)
    guard = Guard(tmp_path, Path("/no"), overheard)  # type: ignore[arg-type]
    guard.submit("delivered", warehouse, NIGHT)

    with pytest.raises(DeliveryRejected) as refusal:
        guard.collect(warehouse, wait=True)

    assert overheard.heard == [
        {
            "name": "delivered-5",
            "results": {"name_is_no_number": False, "id_number_has_digits": True, "id_number_is_filled": True},
            "unusable": [],
        }
    ]
    assert CANARY not in refusal.value.zh + refusal.value.en
