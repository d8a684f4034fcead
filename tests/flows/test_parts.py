"""The parts of the flow that need no run: which failures are tried again, the summary, the deployment."""

from __future__ import annotations

import inspect
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import load_flow_from_entrypoint

from flows import nightly as module
from flows.environment import prepare_environment
from screening.errors import DeliveryRejected, RunFailed, UsageError, internal_fault
from screening.pipeline import NightResult, Request, read_settings
from screening.settings import Settings
from tests.commands import ROOT, SAMPLE

DEPLOYMENT: dict[str, Any] = yaml.safe_load((ROOT / "flows" / "prefect.yaml").read_text(encoding="utf-8"))[
    "deployments"
][0]


class Failed:
    """A task's state whose result is an error."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def result(self) -> object:
        raise self._error


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (RunFailed("中", "en", "source_unreachable"), True),
        (ConnectionResetError("gone"), True),
        (TimeoutError("late"), True),
        (RunFailed("中", "en", "out_of_memory"), False),
        (DeliveryRejected("中", "en", "missing_table"), False),
        (UsageError("中", "en", "x"), False),
        (internal_fault(KeyError("x")), False),
    ],
    ids=lambda value: getattr(value, "reason", type(value).__name__),
)
def test_only_reads_from_outside_are_tried_again(error: Exception, again: bool) -> None:
    assert module.is_unreachable(None, None, Failed(error)) is again  # type: ignore[arg-type]


def test_the_summary_holds_counts_only() -> None:
    result = NightResult("2026-11-20-0123456789ab", Path("x"), False, {"B": 2, "A": 3}, 4, ("SELL-C",))

    assert module.summary(result) == (
        "Run `2026-11-20-0123456789ab`: 5 candidates in 4 cases.\n\n"
        "| tier | candidates |\n|---|---|\n| A | 3 |\n| B | 2 |\n\nNot screened: SELL-C\n"
    )
    unchanged = NightResult("2026-11-20-0123456789ab", Path("x"), True)
    assert module.summary(unchanged) == "Run `2026-11-20-0123456789ab`: nothing changed, files are whole."


def test_the_request_is_that_of_the_command(tmp_path: Path) -> None:
    request = module.make_request(str(SAMPLE), str(tmp_path), "2026-11-20", None, "en")

    assert request == Request(SAMPLE, tmp_path, date(2026, 11, 20), read_settings(SAMPLE), "en")
    assert request.settings != Settings(), "the sample's own coi.toml is read"


def test_the_deployment_names_a_flow_that_is_there_and_its_parameters() -> None:
    flow = load_flow_from_entrypoint(
        str(ROOT / DEPLOYMENT["entrypoint"].split(":")[0]) + ":" + DEPLOYMENT["entrypoint"].split(":")[1]
    )

    assert flow.name == DEPLOYMENT["name"] == "coi-nightly"
    assert set(DEPLOYMENT["parameters"]) <= set(inspect.signature(flow.fn).parameters)
    assert DEPLOYMENT["concurrency_limit"] == 1


def test_the_schedule_is_one() -> None:
    (schedule,) = DEPLOYMENT["schedules"]
    parsed = CronSchedule(cron=schedule["cron"], timezone=schedule["timezone"])

    assert (parsed.cron, parsed.timezone) == ("30 1 * * *", "Asia/Shanghai")
    with pytest.raises(ValueError, match="cron"):
        CronSchedule(cron="every night", timezone="Asia/Shanghai")


def test_what_the_environment_says_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setattr(os, "umask", lambda mask: 0)
    monkeypatch.setenv("DO_NOT_TRACK", "0")
    monkeypatch.delenv("PREFECT_SERVER_ANALYTICS_ENABLED", raising=False)
    prepare_environment()

    assert os.environ["DO_NOT_TRACK"] == "0"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_stages_are_counted_right_for_the_progress_bar() -> None:
    from tests.flows.test_nightly import STAGES

    assert len(STAGES) == module._STAGES
