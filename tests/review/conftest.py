"""A published run of four findings, one of them behind the wall; and the page on it as a client sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .runs import MONDAY, Client, finding, publish


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "out"
    publish(
        folder,
        MONDAY,
        [
            finding(1),
            finding(2, rule_id="POS-B"),
            finding(
                3,
                case_id="K0002",
                officer_id="P02",
                officer_name="褚望舒",
                party_name="甲公司",
                tier="C",
                lifecycle="changed",
            ),
            finding(4, case_id="K0003", officer_id="P09", officer_name="尤听松"),
        ],
        restricted=("P09",),
    )
    return folder


@pytest.fixture
def out(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "out", symlinks=True)


@pytest.fixture
def client(out: Path) -> Client:
    return Client(out)
