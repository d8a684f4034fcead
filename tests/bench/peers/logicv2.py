"""nomenklatura's logic-v2 on the task, through its own API: followthemoney entities, one pair at a time.

    python logicv2.py FOLDER SAMPLE

It scores pairs and does not search at this size, so it is given candidates: those of a SAMPLE of the watched people (every nth) that
the same keys as everybody's bring together. Writes FOLDER/logicv2.parquet (officer_id, post, score) and FOLDER/logicv2.json.
Names are handed over as written: it brings its own cleaning. It has no feature for phones.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from followthemoney import EntityProxy, model
from nomenklatura.matching.logic_v2.model import LogicV2

CANDIDATES = """
    select l.id, r.id from left_people as l join right_people as r using (variant_key)
    union select l.id, r.id from left_people as l join right_people as r using (phone)
    union select l.id, r.id from left_people as l join right_people as r using (birth_date) where l.name_key[1] = r.name_key[1]
    union select l.id, r.id from left_people as l join right_people as r using (birth_date) where l.name_key[2:] = r.name_key[2:]
    union select l.id, r.id from left_people as l join right_people as r using (sound) where l.script = 'han' and r.script = 'latin'
    order by all
"""


def person(row: tuple[str, str, object]) -> EntityProxy:
    """A followthemoney person of id, name and birth date."""
    entity = model.make_entity("Person")
    entity.id = row[0]
    entity.add("name", row[1])
    if row[2] is not None:
        entity.add("birthDate", str(row[2]))
    return entity


def main(folder: Path, sample: int) -> None:
    """Scores the candidates of the sample."""
    connection = duckdb.connect(config={"threads": 2})
    for side in ("left", "right"):
        path = str(folder / "prepared" / f"{side}.parquet")
        connection.execute(f"create table {side}_people as select * from read_parquet(?) order by id", [path])
    watched = connection.execute("select count(*) from left_people").fetchall()[0][0]
    connection.execute(f"delete from left_people where rowid % {max(1, watched // sample)} <> 0")
    pairs = connection.execute(CANDIDATES).fetchall()
    wanted = pa.table({"a": [a for a, _ in pairs], "b": [b for _, b in pairs]})
    connection.register("wanted", wanted)
    people = {
        side: {
            row[0]: person(row)
            for row in connection.execute(
                f"select id, name, birth_date from {side}_people where id in (select distinct {column} from wanted)"
            ).fetchall()
        }
        for side, column in (("left", "a"), ("right", "b"))
    }
    config = LogicV2.default_config()
    warm = perf_counter()
    LogicV2.compare(people["left"][pairs[0][0]], people["right"][pairs[0][1]], config)  # loads its tables of names
    began, spent = perf_counter(), process_time()
    scores = [LogicV2.compare(people["left"][a], people["right"][b], config).score for a, b in pairs]
    seconds, spent = perf_counter() - began, process_time() - spent
    pq.write_table(
        wanted.rename_columns(["officer_id", "post"]).append_column("score", pa.array(scores, pa.float64())),
        folder / "logicv2.parquet",
    )
    names = connection.execute("select id from left_people order by id").fetchall()
    share = watched / len(names)
    found = {
        "seconds": {"warm up": began - warm, "match": seconds, "match of all, extrapolated": seconds * share},
        "cpu": {"match": spent, "match of all, extrapolated": spent * share},
        "pairs": len(pairs),
        "sample": [name for (name,) in names],
    }
    (folder / "logicv2.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
