"""When papers say they were made: never the clock, so that the same papers have the same bytes."""

from __future__ import annotations

from datetime import datetime

MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001 - office files know no time zone
"""Stands in papers that belong to no run."""
AUTHOR = "coi-screening"
