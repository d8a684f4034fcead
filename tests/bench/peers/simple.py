"""The plain ways on the task: a bare scan, an exact join, and RapidFuzz over all pairs.

    python simple.py scan|joins|rapidfuzz FOLDER [SAMPLE]

Each reads FOLDER/prepared (fields as our staging cleaned them) and writes FOLDER/<name>.parquet (officer_id, post, score; not the scan)
and FOLDER/<name>.json. RapidFuzz compares a SAMPLE of the watched people only, every nth of them, and says so: all of them
would take minutes. Scores: an exact join is 1; RapidFuzz is the ratio of the names where birth date or phone agree too, else half of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

CUTOFF = 60  # ratios below this are no find of anybody
ROWS = 50  # of the watched side at once: 50 x 3,000,000 one-byte scores are 150 MB


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """A database with both sides loaded."""
    connection = duckdb.connect(config={"threads": 2})
    for side in ("left", "right"):
        path = str(folder / "prepared" / f"{side}.parquet")
        connection.execute(f"create table {side}_people as select * from read_parquet(?)", [path])
    return connection


def scan(folder: Path) -> dict[str, object]:
    """How long it takes to ask of each registry name whether a watched person bears it: nobody can be faster."""
    began = perf_counter()
    connection = connect(folder)
    loaded, spent = perf_counter(), process_time()
    connection.execute(
        "select count(*) from right_people where name_key in (select name_key from left_people)"
    ).fetchall()
    return {
        "seconds": {"load": loaded - began, "match": perf_counter() - loaded},
        "cpu": {"match": process_time() - spent},
    }


def joins(folder: Path) -> dict[str, object]:
    """The same name, and the same birth date or the same phone."""
    began = perf_counter()
    connection = connect(folder)
    loaded, spent = perf_counter(), process_time()
    connection.execute(f"""
        copy (
            select l.id as officer_id, r.id as post, 1.0::double as score
            from left_people as l join right_people as r using (name_key)
            where l.birth_date = r.birth_date or l.phone = r.phone
            order by all
        ) to '{folder / "joins.parquet"}'
    """)
    return {
        "seconds": {"load": loaded - began, "match": perf_counter() - loaded},
        "cpu": {"match": process_time() - spent},
    }


def rapidfuzz(folder: Path, sample: int) -> dict[str, object]:
    """Every name of the sample with every registry name; birth date and phone decide among those that are alike."""
    from rapidfuzz import fuzz, process

    began = perf_counter()
    left, right = (pq.read_table(folder / "prepared" / f"{side}.parquet") for side in ("left", "right"))
    watched = left.num_rows
    left = left.take(np.arange(0, watched, max(1, watched // sample)))
    names = {side: table.column("name_key").to_pylist() for side, table in (("l", left), ("r", right))}
    facts = [[table.column(name).to_pylist() for name in ("birth_date", "phone", "id")] for table in (left, right)]
    loaded, spent = perf_counter(), process_time()
    rows: list[tuple[str, str, float]] = []
    for start in range(0, len(names["l"]), ROWS):
        part = names["l"][start : start + ROWS]
        ratios = process.cdist(part, names["r"], scorer=fuzz.ratio, score_cutoff=CUTOFF, dtype=np.uint8, workers=2)
        for i, j in zip(*(places.tolist() for places in np.nonzero(ratios)), strict=True):
            (birth, phone, person), (other_birth, other_phone, post) = (
                [f[k] for f in side] for side, k in zip(facts, (start + i, j), strict=True)
            )
            backed = birth is not None and birth == other_birth or phone is not None and phone == other_phone
            ratio = float(ratios[i, j]) / 100
            if backed or ratio == 1.0:
                rows.append((person, post, ratio if backed else ratio / 2))
    rows.sort()
    ended, spent = perf_counter(), process_time() - spent
    names_out = ("officer_id", "post", "score")
    pq.write_table(
        pa.table({name: [row[k] for row in rows] for k, name in enumerate(names_out)}), folder / "rapidfuzz.parquet"
    )
    compared = left.num_rows * right.num_rows
    share = watched / left.num_rows
    seconds = {"load": loaded - began, "match": ended - loaded, "match of all, extrapolated": (ended - loaded) * share}
    cpu = {"match": spent, "match of all, extrapolated": spent * share}
    return {"seconds": seconds, "cpu": cpu, "pairs": compared, "sample": facts[0][2]}


def main() -> None:
    """Runs one of them."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    found = {"scan": scan, "joins": joins}[name](folder) if name != "rapidfuzz" else rapidfuzz(folder, int(sys.argv[3]))
    (folder / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
