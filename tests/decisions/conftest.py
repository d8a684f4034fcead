"""An output folder with one published run of three findings, one of them behind the wall."""

from __future__ import annotations

from pathlib import Path

import pytest

from .runs import MONDAY, basis, publish


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    publish(folder, MONDAY, [basis("F1"), basis("F2", "P2", links=())], restricted=[basis("F3", "P3")])
    return folder
