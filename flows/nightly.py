"""The nightly flow: the same core as `coi run`, with a schedule, retries on reads, progress and a summary.

Parameters, task names, artifacts and errors hold folders, ids and counts only: the orchestrator keeps them in clear.

    python -m flows.nightly DELIVERY --out OUT [--as-of DATE] [--config coi.toml] [--lang zh|en]
    python -m flows.nightly --demo
    python -m flows.nightly DELIVERY --out OUT --serve "30 1 * * *"
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from flows.environment import prepare_environment

prepare_environment(one_sentence=__name__ == "__main__" and "--serve" not in sys.argv)

from prefect import flow, task
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE

from screening.cli.arguments import as_of_date
from screening.errors import ScreeningError
from screening.pipeline import (
    Night,
    NightResult,
    Request,
    Stage,
    prepare,
    read_settings,
)

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State, TaskRun
    from prefect.tasks import Task

_READ_RETRIES = 3
_STAGES = 10  # of a full night, for the progress bar


@flow(name="coi-nightly", validate_parameters=False, persist_result=False)
def nightly(
    delivery: str,
    out: str,
    as_of: str | None = None,
    config: str | None = None,
    lang: Literal["zh", "en"] | None = None,
) -> NightResult:
    """Screens one delivery and publishes it.

    Args:
        delivery: folder of the delivery.
        out: output folder.
        as_of: ISO date; None is today in the configured time zone.
        config: another coi.toml than the delivery's own.
        lang: of the reports.

    Returns:
        What was published; it is not stored by the orchestrator.

    Raises:
        ScreeningError: nothing was published; the run is shown as failed.
    """
    return run_as_flow(make_request(delivery, out, as_of, config, lang))


def make_request(
    delivery: str,
    out: str,
    as_of: str | None,
    config: str | None,
    lang: Literal["zh", "en"] | None,
) -> Request:
    """The core's request from the flow's parameters.

    Raises:
        UsageError: a folder, file, date or configuration cannot be used.
    """
    settings = read_settings(Path(delivery), Path(config) if config is not None else None)
    day: date = as_of_date(as_of, settings.output.time_zone)
    return Request(Path(delivery), Path(out), day, settings, lang)


def run_as_flow(request: Request) -> NightResult:
    """Performs every stage as a task of the current flow run."""
    progress = create_progress_artifact(progress=0.0, key="coi-progress", description="stages done")
    with prepare(request, lambda: datetime.now(UTC)) as night:
        for number, stage in enumerate(night.stages(), start=1):
            as_task(night, stage)()
            update_progress_artifact(_id(progress), progress=min(100.0, 100.0 * number / _STAGES))
        result = night.conclude()
    update_progress_artifact(_id(progress), progress=100.0)
    create_markdown_artifact(summary(result), key="coi-summary", description=f"run {result.run_id}")
    return result


def as_task(night: Night, stage: Stage) -> Task[[], None]:
    """One stage as a task without parameters. Only reads from outside are tried again: the rest is deterministic."""

    def perform() -> None:
        night.perform(stage)

    as_perform = task(
        name=stage.name,
        retries=_READ_RETRIES if stage.name == "sources" else 0,
        retry_delay_seconds=[2, 10, 30],
        retry_condition_fn=is_unreachable,
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    return as_perform(perform)


def is_unreachable(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether a read failed for a reason that may pass."""
    try:
        state.result()
    except ScreeningError as error:
        return error.reason == "source_unreachable"
    except OSError:
        return True
    return False


def summary(result: NightResult) -> str:
    """Counts for the orchestrator's page; no names."""
    if result.unchanged:
        return f"Run `{result.run_id}`: nothing changed, files are whole."
    tiers = "\n".join(f"| {tier} | {count} |" for tier, count in sorted(result.candidates.items()))
    missing = ", ".join(result.not_screened) or "nothing"
    return (
        f"Run `{result.run_id}`: {sum(result.candidates.values())} candidates in {result.cases} cases.\n\n"
        f"| tier | candidates |\n|---|---|\n{tiers}\n\nNot screened: {missing}\n"
    )


def _id(artifact: object) -> UUID:
    """Prefect's own annotation admits a coroutine here; in a synchronous flow it is the id."""
    if isinstance(artifact, UUID):
        return artifact
    raise TypeError(type(artifact).__name__)


if __name__ == "__main__":
    from flows.command import main

    main(nightly)
