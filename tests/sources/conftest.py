"""A delivery from literal files, and what the stage makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from screening.settings import LimitSettings, RunSettings, Settings
from screening.sources import run
from screening.warehouse.store import Warehouse


@dataclass(frozen=True)
class Loaded:
    """The tables written by the stage, as dictionaries."""

    raw: Mapping[str, list[dict[str, Any]]]
    delivered: list[dict[str, Any]]
    issues: list[dict[str, Any]]

    def cells(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """Some columns of a raw table, ordered by file and row."""
        rows = sorted(self.raw[table], key=lambda row: (row["file"], row["row"]))
        return [tuple(row[column] for column in columns) for row in rows]

    def found(self, *columns: str) -> list[tuple[Any, ...]]:
        """Some columns of the issues that are more than information, sorted."""
        rows = [tuple(row[column] for column in columns) for row in self.issues if row["severity"] != "info"]
        return sorted(rows, key=repr)


Files = Mapping[str, bytes | str]
Deliver = Callable[[Files], Path]
Load = Callable[..., Loaded]


@pytest.fixture
def deliver(tmp_path: Path) -> Deliver:
    """Writes files into a delivery folder; texts become UTF-8."""

    def write(files: Files) -> Path:
        folder = tmp_path / "delivery"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def load(deliver: Deliver, tmp_path: Path) -> Load:
    """Delivers files and runs the stage; keywords are the settings of `[sources.<table>]`."""

    def read(files: Files, **sources: dict[str, Any]) -> Loaded:
        settings = Settings.model_validate({"sources": sources})
        night = RunSettings(settings=settings, as_of=date(2026, 11, 20), delivery=deliver(files))
        with Warehouse(tmp_path, LimitSettings()) as warehouse:
            run(warehouse, night)
            names = [row["table_name"] for row in warehouse.rows("select distinct table_name from delivered")]
            return Loaded(
                raw={name: warehouse.rows(f'select * from "raw_{name}"') for name in names},
                delivered=warehouse.rows("select * from delivered order by table_name, file"),
                issues=warehouse.rows("select * from issue"),
            )

    return read
