"""Ours on the task of `people.py`: the product's own stages over the delivery, each timed apart.

    python -m tests.bench.ours FOLDER

Reads FOLDER/delivery; writes FOLDER/ours.parquet (officer_id, post, score, tier), FOLDER/ours.json (seconds and peak memory by
phase) and FOLDER/prepared/{left,right}.parquet: the fields as our staging cleaned them, which the peers are given.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import pyarrow.parquet as pq

from screening.matching import run as match
from screening.settings import RunSettings, Settings
from screening.sources import run as read
from screening.staging import run as stage
from screening.warehouse.store import Warehouse
from tests.bench.memory import peak_megabytes, reset_peak

_PEOPLE = "watched"
"""The script of matching with which the work on people begins; what runs before resolves companies, which no peer does."""
_LINK = "kinds"
"""The script with which search, comparison and decision begin; what runs from `_PEOPLE` to here prepares both sides."""
_LINKED = "person_link"
"""The script that writes the links; what follows is about values shared with counterparties."""


Mark = tuple[str, float, float]
"""What began, on the wall clock, in seconds of both processors."""


class TimedWarehouse(Warehouse):
    """Notes when each script began, so that the time of matching can be told by script, Python after it included."""

    marks: list[Mark]

    def script(self, package: str, name: str, **parameters: Any) -> None:
        self.marks.append((name, *_now()))
        super().script(package, name, **parameters)
        self.marks.append((f"after {name}", *_now()))


def _now() -> tuple[float, float]:
    return perf_counter(), process_time()


def main(folder: Path) -> None:
    """Runs the stages and writes what the module says."""
    night = RunSettings(settings=Settings(), as_of=date(2026, 11, 20), delivery=folder / "delivery", run_id="bench")
    seconds: dict[str, float] = {}
    cpu: dict[str, float] = {}
    memory: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as spill, TimedWarehouse(Path(spill), night.settings.limits) as warehouse:
        warehouse.marks = []
        for name, run in (("sources", read), ("staging", stage), ("matching", match)):
            reset_peak()
            began = ("", *_now())
            run(warehouse, night)
            ended = ("", *_now())
            _spend(seconds, cpu, name, began, ended)
            memory[name] = peak_megabytes()
        scripts = _by_script([mark for mark in warehouse.marks if mark[1] >= began[1]], ended)
        people, link, linked = (_first(warehouse.marks, name) for name in (_PEOPLE, _LINK, f"after {_LINKED}"))
        for name, start, end in (("companies", began, people), ("people", people, linked), ("link", link, linked)):
            _spend(seconds, cpu, name, start, end)
        counts = {
            row["name"]: row["value"] for row in warehouse.rows("select name, value from match_count order by name")
        }
        pq.write_table(
            warehouse.query("""
                select w.officer_id, a.source as post, l.score, l.tier
                from person_link as l join watched as w using (watched_id)
                join std_appointments as a on a.record_id = l.record_id and l.table_name = 'appointments'
                order by all
            """),
            folder / "ours.parquet",
        )
        _prepare_peers(warehouse, folder)
    found = {
        "seconds": seconds, "cpu": cpu, "megabytes": memory, "peak": memory["matching"], "pairs": counts["pairs_compared"],
        "scripts": scripts, "counts": counts,
    }  # fmt: skip
    (folder / "ours.json").write_text(json.dumps(found, indent=1), encoding="utf-8")


def _spend(seconds: dict[str, float], cpu: dict[str, float], name: str, start: Mark, end: Mark) -> None:
    seconds[name], cpu[name] = end[1] - start[1], end[2] - start[2]


def _first(marks: list[Mark], name: str) -> Mark:
    return next(mark for mark in marks if mark[0] == name)


def _by_script(marks: list[Mark], ended: Mark) -> dict[str, float]:
    """Seconds from each mark to the next, over all calls."""
    spent: dict[str, float] = defaultdict(float)
    for mark, then in zip(marks, [*marks[1:], ended], strict=True):
        spent[mark[0]] += then[1] - mark[1]
    return {name: round(value, 3) for name, value in sorted(spent.items(), key=lambda item: -item[1])}


def _prepare_peers(warehouse: Warehouse, folder: Path) -> None:
    """The cleaned fields of both sides, for systems that expect clean ones; nobody is charged for them."""
    (folder / "prepared").mkdir(exist_ok=True)
    for side, source in (
        ("left", "select officer_id as id, name, birth_date, phone from std_officers"),
        ("right", "select source as id, person_name as name, birth_date, phone from std_appointments"),
    ):
        pq.write_table(
            warehouse.query(
                f"""
                select s.id, s.name, n.name_key, n.variant_key, n.script,
                    -- one sound for both scripts and either order of the words: letters of the pinyin, sorted
                    array_to_string(list_sort(regexp_extract_all(n.pinyin_key, '[a-z]')), '') as sound,
                    s.birth_date, p.norm as phone
                from ({source}) as s
                left join person_name as n on n.value = s.name
                left join phone as p on p.value = s.phone[1] and p.usable
                order by s.id
                """
            ),
            folder / "prepared" / f"{side}.parquet",
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
