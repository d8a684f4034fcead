"""Digits that somebody typed beside a name stand nowhere in the index: not in names, not in what was kept apart."""

from __future__ import annotations

from pathlib import Path

import duckdb
from sample_ids import resident_id, uscc

from tests.commands import night_here
from tests.deliveries import write_csv

CODE = uscc("610113", "MA000001")
FIRST, SECOND, OTHER = (
    resident_id("110105", "1970-03-04", 211), resident_id("320506", "1972-10-02", 220), resident_id("310104", "1975-05-06", 123),
)  # fmt: skip
PHONE = "13800138001"


def test_no_file_of_the_index_shows_them(tmp_path: Path) -> None:
    delivery = tmp_path / "delivery"
    delivery.mkdir()
    officer = {"entity_id": "E1", "position": "董事", "term_start": "2020-01-01"}
    tables = {
        "group_entities": [{"entity_id": "E1", "name": "岫云控股股份有限公司", "uscc": uscc("110105", "MA001111")}],
        "officers": [
            {"officer_id": "P1", "name": f"冯砚秋 {FIRST}", "id_number": FIRST, **officer},
            {"officer_id": "P1", "name": f"储沅砚{PHONE}", "id_number": SECOND, **officer},
            {"officer_id": "P2", "name": "陳大文", "id_number": OTHER, **officer},
        ],
        "suppliers": [{"party_id": "S1", "name": "西安藕花深食品有限公司", "uscc": CODE, "entity_id": "E1"}],
        "appointments": [
            {"company_name": "西安藕花深食品有限公司", "company_uscc": CODE, "person_name": name, "role": "董事"}
            for name in (f"冯砚秋 {FIRST}", f"CHAN Tai Man {OTHER}", f"储沅砚 {PHONE}")
        ],
        "declarations": [
            {"declaration_id": "D1", "officer_id": "P2", "kind": "ad_hoc", "submitted_on": "2026-01-05", "item": "position",
             "counterparty_name": "西安藕花深食品有限公司", "related_party_name": f"冯砚秋{FIRST}", "relationship": "配偶"},
        ],
    }  # fmt: skip
    for table, rows in tables.items():
        write_csv(delivery / f"{table}.csv", rows)
    night_here(delivery, tmp_path / "out")

    shown = {
        path.stem: str(duckdb.read_parquet(str(path)).fetchall())
        for path in sorted((tmp_path / "out" / "latest" / "index").glob("*.parquet"))
    }
    assert "冯砚秋" in shown["mention"] and "冯砚秋" in shown["match_contradiction"] and "冯砚秋" in shown["watched"]
    found = {
        (name, number) for name, text in shown.items() for number in (FIRST, SECOND, OTHER, PHONE) if number in text
    }
    assert found == set()
