"""Real registry extracts and other projects' cases, where they are at hand: no false alarm, no missed one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from screening.contract.tables import TABLES
from screening.staging.identifiers.table import read_identifiers
from screening.staging.readers.texts import read_identifier
from tests.staging.delivered import stage

DATA = Path(__file__).parents[3] / "shared" / "data"
SCHEMES = {
    "USCC": "uscc",
    "CN_RESIDENT_ID": "resident_id",
    "HKID": "hkid",
    "TW_ID": "taiwan_id",
    "TW_UBN": "business_no",
}


@pytest.mark.skipif(not (DATA / "vendor_master_dev").is_dir(), reason="the shared data is not here")
def test_ten_thousand_registered_companies_raise_no_alarm() -> None:
    headers = {column.zh: column.name for column in TABLES["suppliers"].columns}
    with (DATA / "vendor_master_dev" / "suppliers.csv").open(encoding="gb18030", newline="") as file:
        rows = [
            {headers[header]: cell or None for header, cell in row.items() if header in headers}
            for row in csv.DictReader(file)
        ]
    with stage({"suppliers": rows}) as warehouse:
        assert warehouse.one("select staged from row_account") == len(rows) == 10_000
        assert warehouse.rows("select check_id, key from issue where severity <> 'info'") == []
        assert warehouse.one("select count(*) from identifier where scheme = 'uscc' and is_valid") == 10_000


@pytest.mark.skipif(not (DATA / "peers").is_dir(), reason="the shared data is not here")
def test_identifiers_of_other_projects() -> None:
    with (DATA / "peers" / "identifiers.csv").open(encoding="utf-8", newline="") as file:
        cases = [row for row in csv.DictReader(file) if row["id_type"] in SCHEMES]
    wrong = []
    for case in cases:
        value = read_identifier(case["value"]).value or ""
        (row,) = read_identifiers([value], [case["id_type"] == "USCC"], [case["id_type"] == "TW_UBN"]).to_pylist()
        valid = row["is_valid"] and row["scheme"] == SCHEMES[case["id_type"]]
        if valid != (case["valid"] == "true") and not row["is_placeholder"]:
            wrong.append((case["id_type"], row["scheme"]))
    assert wrong == []
    assert len(cases) > 240
