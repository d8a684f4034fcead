"""The stages that only compute, each imported when it begins, so that asking for help costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from screening.settings import RunSettings
from screening.warehouse.store import Warehouse

Run = Callable[[Warehouse, RunSettings], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the night.

    Attributes:
        name: used in the journal and as the name of the orchestrator's task.
        zh: shown to people.
        run: does the work.
    """

    name: str
    zh: str
    run: Run


def sources(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.sources import run

    run(warehouse, night)


def staging(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.staging import run

    run(warehouse, night)


def matching(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.matching import run

    run(warehouse, night)


def relationships(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.relationships import run

    run(warehouse, night)


def policy(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.policy import run

    run(warehouse, night)


def findings(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.findings import run

    run(warehouse, night)


COMPUTING: tuple[Run, ...] = (sources, staging, matching, relationships, policy, findings)
"""From a delivery to findings, without checks, files or publication."""
