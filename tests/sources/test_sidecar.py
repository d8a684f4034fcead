"""`delivery.json` must match where it speaks."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest

from screening.errors import DeliveryRejected
from tests.sources.conftest import Load
from tests.sources.files import OFFICERS, SUPPLIERS, workbook

DATA = OFFICERS.encode()
RIGHT = {"file": "officers.csv", "rows": 2, "bytes": len(DATA), "sha256": sha256(DATA).hexdigest()}


def sidecar(**tables: Any) -> str:
    return json.dumps({"tables": tables}, ensure_ascii=False)


def refuse(load: Load, said: str, **files: bytes | str) -> DeliveryRejected:
    named = {name.replace("__", "."): content for name, content in files.items()}
    with pytest.raises(DeliveryRejected) as caught:
        load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "delivery.json": said} | named)
    return caught.value


@pytest.mark.parametrize("keys", [[], ["file"], ["rows"], ["bytes"], ["sha256"], ["file", "rows", "bytes", "sha256"]])
def test_a_sidecar_that_matches(load: Load, keys: list[str]) -> None:
    said = sidecar(officers={key: RIGHT[key] for key in keys}, 供应商={"file": "suppliers.csv"})

    loaded = load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "delivery.json": said})

    assert len(loaded.raw["officers"]) == 2
    assert loaded.issues == []


def test_a_table_that_it_does_not_list_is_a_warning(load: Load) -> None:
    loaded = load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "delivery.json": sidecar(officers=RIGHT)})

    assert loaded.found("check_id", "severity", "table_name") == [("not_in_sidecar", "warning", "suppliers")]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("rows", 3, "number of rows (2 read, 3 listed)"),
        ("bytes", 10**6, "size in bytes"),
        ("sha256", "0" * 64, "sha256"),
    ],
)
def test_a_figure_that_differs(load: Load, key: str, value: object, words: str) -> None:
    rejection = refuse(load, sidecar(officers=RIGHT | {key: value}))

    assert rejection.reason == "sidecar_mismatch"
    assert "officers.csv" in rejection.en and words in rejection.en


@pytest.mark.parametrize("cut", range(0, len(DATA), 7))
def test_no_cut_goes_unseen(load: Load, cut: int) -> None:
    rejection = refuse(load, sidecar(officers=RIGHT), officers__csv=DATA[:cut])

    assert rejection.reason in {"sidecar_mismatch", "empty_file"}


def test_ragged_records_count_as_rows(load: Load) -> None:
    said = sidecar(suppliers={"rows": 3})

    loaded = load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS + "\nS3\n", "delivery.json": said})

    assert len(loaded.raw["suppliers"]) == 2
    assert [row["rows"] for row in loaded.delivered if row["table_name"] == "suppliers"] == [3]
    assert ("wrong_number_of_fields", "error", 5) in loaded.found("check_id", "severity", "row")


def test_parts_are_listed_one_by_one(load: Load) -> None:
    parts = {"suppliers.part01.csv": SUPPLIERS, "suppliers.part02.csv": "party_id,name\nS3,丙\n"}
    entries = [{"file": "suppliers.part01.csv", "rows": 2}, {"file": "suppliers.part02.csv", "rows": 1}]

    loaded = load(parts | {"officers.csv": OFFICERS, "delivery.json": sidecar(suppliers=entries, officers={})})
    assert len(loaded.raw["suppliers"]) == 3

    entries[1]["rows"] = 2
    with pytest.raises(DeliveryRejected) as caught:
        load(parts | {"officers.csv": OFFICERS, "delivery.json": sidecar(suppliers=entries)})
    assert "suppliers.part02.csv" in caught.value.en


def test_tables_of_one_workbook(load: Load) -> None:
    book = workbook(
        {
            "officers": [["officer_id", "name", "position"], ["O1", "甲", "董事"]],
            "suppliers": [["party_id", "name"], ["S1", "乙"]],
        }
    )
    entry = {"file": "delivery.xlsx", "bytes": len(book), "rows": 1}

    loaded = load({"delivery.xlsx": book, "delivery.json": sidecar(officers=entry, suppliers=entry)})
    assert set(loaded.raw) == {"officers", "suppliers"}

    with pytest.raises(DeliveryRejected) as caught:
        load({"delivery.xlsx": book, "delivery.json": sidecar(officers=entry, customers=entry)})
    assert caught.value.reason == "sidecar_mismatch" and "customers" in caught.value.en


@pytest.mark.parametrize(
    "tables",
    [
        {"gifts": {"file": "gifts.csv"}},
        {"officers": {"file": "董监高名册.csv"}},
        {"officers": {"file": "../officers.csv"}},
        {"gifts": {}},
    ],
)
def test_a_listed_file_that_did_not_arrive(load: Load, tables: dict[str, Any]) -> None:
    rejection = refuse(load, sidecar(**tables))

    assert rejection.reason == "sidecar_mismatch"
    assert next(iter(tables)) in rejection.en


@pytest.mark.parametrize(
    "said",
    [
        "{", "[]", "{}", '{"tables": []}', '{"tables": {"officers": 1}}', '{"tables": {"officers": {"rows": "2"}}}',
        '{"tables": {"officers": {"sha256": "abc"}}}', '{"tables": {"nothing": {}}}', '{"tables": {"officers": {"file": "\\u0000"}}}',
        '{"tables": {"officers": {"rows": true}}}', "[" * 100_000, b"\xff\xfe\xff",
    ],
)  # fmt: skip
def test_a_sidecar_that_is_none(load: Load, said: str | bytes) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "delivery.json": said})

    assert caught.value.reason == "sidecar_malformed"
    assert "delivery.json" in caught.value.en
