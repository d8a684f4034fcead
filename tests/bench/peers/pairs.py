"""Scores labelled pairs of names with one of the peers.

    python pairs.py logicv2|rapidfuzz|joins|splink PAIRS.parquet OUT.parquet [MODEL.json]

PAIRS has left, right (names as written), left_key, right_key (folded by our staging), left_sound, right_sound, left_birth, right_birth and
schema (Person, Company ...); OUT has score, in the same order, and rate (pairs per second). Splink scores with the model it learned on the task: labelled
sets of some hundred pairs teach it nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

Rows = Sequence[Mapping[str, Any]]


def logicv2(rows: Rows) -> list[float]:
    """logic-v2 through its API; names as written, birth date where both sides have one."""
    from followthemoney import model
    from nomenklatura.matching.logic_v2.model import LogicV2

    config = LogicV2.default_config()

    def entity(i: int, row: Mapping[str, Any], side: str) -> Any:
        made = model.make_entity(row["schema"])
        made.id = f"{side}-{i}"  # it remembers the names of an entity by this
        made.add("name", row[side])
        if row["schema"] == "Person" and row[f"{side}_birth"]:
            made.add("birthDate", row[f"{side}_birth"])
        return made

    return [
        LogicV2.compare(entity(i, row, "left"), entity(i, row, "right"), config).score for i, row in enumerate(rows)
    ]


def rapidfuzz(rows: Rows) -> list[float]:
    """The best of three ratios: of the folded names, of their words in any order, of their sounds."""
    from rapidfuzz import fuzz

    scores = []
    for row in rows:
        ratio = max(
            fuzz.ratio(row["left_key"], row["right_key"]),
            fuzz.token_sort_ratio(row["left"].casefold(), row["right"].casefold()),
            fuzz.ratio(row["left_sound"] or "", row["right_sound"] or "")
            if row["left_sound"] and row["right_sound"]
            else 0.0,
        )
        backed = not row["left_birth"] or not row["right_birth"] or row["left_birth"] == row["right_birth"]
        scores.append(ratio / 100 if backed else ratio / 200)
    return scores


def joins(rows: Rows) -> list[float]:
    """The folded names are equal, and so are the birth dates where both have one."""
    return [
        float(
            row["left_key"] == row["right_key"] and (not row["left_birth"] or row["left_birth"] == row["right_birth"])
        )
        for row in rows
    ]


def splink(rows: Rows, trained: Path) -> list[float]:
    """Splink with the trained model of the task."""
    import logging

    import duckdb
    from splink import DuckDBAPI, Linker

    logging.disable(logging.WARNING)
    connection = duckdb.connect()
    database = DuckDBAPI(connection)
    tables = []
    for side, name in (("left", "watched_side"), ("right", "registry_side")):
        data = pa.table(
            {
                "unique_id": [str(i) for i in range(len(rows))],
                "name_key": [row[f"{side}_key"] for row in rows],
                "variant_key": [row[f"{side}_key"] for row in rows],
                "sound": [row[f"{side}_sound"] for row in rows],
                "script": ["latin" if row[side].isascii() else "han" for row in rows],
                "birth_date": [row[f"{side}_birth"] for row in rows],
                "phone": pa.array([None] * len(rows), pa.string()),
            }
        )
        connection.register("incoming", data)
        connection.execute(f"create table {name} as select * replace (birth_date::date as birth_date) from incoming")
        tables.append(database.register(connection.table(name), dataset_display_name=f"{name}_input"))
    settings = json.loads(trained.read_text(encoding="utf-8"))
    settings["blocking_rules_to_generate_predictions"] = [
        {"blocking_rule": "l.unique_id = r.unique_id", "sql_dialect": "duckdb"}
    ]
    found = Linker(tables, settings, log_level=None).inference.predict()
    scores = dict(connection.execute(f"select unique_id_l, match_probability from {found.physical_name}").fetchall())
    return [float(scores[str(i)]) for i in range(len(rows))]


def main() -> None:
    """Reads, scores, writes."""
    name, source, target = sys.argv[1], sys.argv[2], sys.argv[3]
    rows = pq.read_table(source).to_pylist()
    began = perf_counter()
    scores = (
        splink(rows, Path(sys.argv[4]))
        if name == "splink"
        else {"logicv2": logicv2, "rapidfuzz": rapidfuzz, "joins": joins}[name](rows)
    )
    rate = len(rows) / (
        perf_counter() - began
    )  # imports and tables of names included: a set of hundreds is too small to warm up for
    pq.write_table(pa.table({"score": pa.array(scores, pa.float64()), "rate": [rate] * len(rows)}), target)


if __name__ == "__main__":
    main()
