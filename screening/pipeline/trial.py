"""Questions to a delivery that publish nothing: its findings in memory, and the weights it suggests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screening.pipeline.request import read_settings
from screening.pipeline.stages import COMPUTING, sources, staging
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse

if TYPE_CHECKING:
    from screening.matching.reestimate import Proposal


@contextmanager
def _in_memory(delivery: Path, as_of: date, config: Path | None) -> Iterator[tuple[Warehouse, RunSettings]]:
    """A warehouse of its own and the settings of a night that publishes nothing."""
    settings = read_settings(delivery, config)
    night = RunSettings(settings=settings, as_of=as_of, delivery=delivery, run_id=f"{as_of}-000000000000")
    with tempfile.TemporaryDirectory(prefix="coi-") as spill, Warehouse(Path(spill), settings.limits) as warehouse:
        yield warehouse, night


def screen(delivery: Path, as_of: date, config: Path | None = None) -> list[dict[str, Any]]:
    """Runs sources to findings in memory, without Great Expectations, files or publication.

    Returns:
        Findings as dictionaries with the columns of findings.parquet, ordered by finding_id.

    Raises:
        ScreeningError: as the command line would report it.
    """
    return screen_with_calendar(delivery, as_of, config)[0]


def screen_with_calendar(
    delivery: Path, as_of: date, config: Path | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """As `screen`, with the rows of compliance.parquet beside the findings."""
    with _in_memory(delivery, as_of, config) as (warehouse, night):
        for stage in COMPUTING:
            stage(warehouse, night)
        findings = warehouse.rows("select * from finding order by finding_id")
        return findings, warehouse.rows("select * from compliance order by all")


def reestimate_weights(delivery: Path, as_of: date, config: Path | None = None) -> list[Proposal]:
    """Weights of identity as a delivery itself suggests them, beside the present ones; nothing is changed or published.

    Raises:
        ScreeningError: as the command line would report it.
    """
    from screening.matching.reestimate import reestimate
    from screening.matching.weights import load_weights

    with _in_memory(delivery, as_of, config) as (warehouse, night):
        sources(warehouse, night)
        staging(warehouse, night)
        return reestimate(warehouse, night.settings.thresholds, load_weights())
