"""The same rows in any order, on any number of threads, give the same tables."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from screening.contract.internal import STAGE_TABLES
from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import match
from tests.matching.test_search import world

TABLES = sorted(table.name for table in STAGE_TABLES.values() if table.writer == "matching")


def outcome(spill: Path, seed: int, *, threads: int, shuffled: bool) -> dict[str, list[dict[str, Any]]]:
    tables = world(seed)
    if shuffled:
        for rows in tables.values():
            random.Random(seed + 1).shuffle(rows)
    with Warehouse(spill, LimitSettings(memory="1GB", threads=threads)) as warehouse:
        match(warehouse, tables)
        found = {}
        for table in TABLES:
            columns = [name for name in STAGE_TABLES[table].columns if name not in ("row", "left_row", "right_row")]
            chosen = ", ".join(f'"{name}"' for name in columns)
            found[table] = warehouse.rows(f"select {chosen} from {table} order by all")
        return found


def test_order_of_rows_and_threads_do_not_matter(tmp_path: Path) -> None:
    for seed in range(3):
        plain = outcome(tmp_path, seed, threads=1, shuffled=False)

        assert outcome(tmp_path, seed, threads=2, shuffled=True) == plain
        assert plain["person_link"]
