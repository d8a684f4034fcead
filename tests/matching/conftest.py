"""A warehouse for one test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """An empty one with two threads."""
    with Warehouse(tmp_path, LimitSettings(memory="1GB", threads=2)) as opened:
        yield opened
