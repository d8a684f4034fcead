"""Who stands behind the wall of [restricted]: the named people and officers who are their relatives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from screening.reports.wall import behind_the_wall
from screening.settings import LimitSettings, RestrictedSettings, RunSettings, Settings
from screening.warehouse.store import Warehouse

OFFICERS = [
    ("P1", "冯砚秋", None),
    ("P2", "褚望舒", "110101196001010019"),
    ("P3", "卫长庚", None),
    ("P4", "蒋采薇", None),
]


def wall(tmp_path: Path, named: tuple[str, ...], related: list[tuple[str, str, str | None]] | None) -> tuple[str, ...]:
    settings = Settings(restricted=RestrictedSettings(officers=named))
    night = RunSettings(settings=settings, as_of=date(2026, 11, 20), delivery=tmp_path)
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        for table, rows in (("std_officers", OFFICERS), ("std_related_parties", related)):
            if rows is not None:
                columns = zip(("officer_id", "name", "id_number"), zip(*rows, strict=True), strict=True)
                warehouse.put(table, pa.table({name: pa.array(list(cells), pa.string()) for name, cells in columns}))
        return behind_the_wall(warehouse, night)


@pytest.mark.parametrize(
    ("related", "expected"),
    [
        (None, ("P1",)),
        ([("P3", "蒋采薇", None)], ("P1",)),  # relatives of others
        ([("P1", "卫长庚", None)], ("P1", "P3")),  # he names a relative who is an officer
        ([("P4", "冯砚秋", None)], ("P1", "P4")),  # an officer names him as a relative
        ([("P1", "褚 望舒(曾用名)", "110101196001010019")], ("P1", "P2")),  # by number
    ],
)
def test_relatives_stand_behind_it_too(
    tmp_path: Path, related: list[tuple[str, str, str | None]] | None, expected: tuple[str, ...]
) -> None:
    assert wall(tmp_path, ("P1",), related) == expected


def test_without_restricted_people_there_is_no_wall(tmp_path: Path) -> None:
    assert wall(tmp_path, (), [("P1", "卫长庚", None)]) == ()
