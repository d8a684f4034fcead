"""Matching: which records are one company, which are one person, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screening.settings import RunSettings
    from screening.warehouse.store import Warehouse


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """The stage; see `screening.matching.stage`. A question that only compares a pair again loads much less."""
    from screening.matching.stage import run

    run(warehouse, night)
