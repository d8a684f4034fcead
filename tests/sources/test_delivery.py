"""The stage as a whole: shapes of its tables, conservation of rows, what a delivery must hold."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from screening.contract.tables import TABLES
from screening.errors import DeliveryRejected, UsageError
from screening.settings import LimitSettings, RunSettings, Settings
from screening.sources import run
from screening.warehouse.store import Warehouse
from tests.sources.conftest import Deliver, Load
from tests.sources.files import OFFICERS, SUPPLIERS, parquet, workbook


def test_every_column_of_the_contract_is_there_as_text_with_file_and_row(load: Load) -> None:
    loaded = load({"officers.csv": OFFICERS, "供应商.csv": SUPPLIERS})

    assert list(loaded.raw["officers"][0]) == [*TABLES["officers"].names, "file", "row"]
    assert loaded.cells("officers", "officer_id", "name", "position", "id_number", "file", "row") == [
        ("O1", "测试甲", "董事", None, "officers.csv", 2),
        ("O2", "测试乙", "监事", None, "officers.csv", 3),
    ]
    assert loaded.cells("suppliers", "party_id", "uscc") == [("S1", None), ("S2", None)]


def test_delivered_describes_each_file(load: Load) -> None:
    loaded = load({"officers.csv": OFFICERS, "suppliers.csv": "备用,名称,编码\nx,测试,S1\n"})

    [officers, suppliers] = loaded.delivered
    assert officers["sha256"] == sha256(OFFICERS.encode()).hexdigest()
    assert officers["bytes"] == len(OFFICERS.encode())
    assert (officers["format"], officers["encoding"], officers["rows"]) == ("csv", "utf-8", 2)
    assert suppliers["columns"] == ["party_id", "name"]  # in the contract's order
    assert suppliers["unknown_columns"] == ["备用"]
    assert [(i["check_id"], i["severity"], i["column_name"]) for i in loaded.issues] == [
        ("unknown_column", "info", "备用")
    ]


def test_tables_of_four_formats_make_one_delivery(load: Load) -> None:
    loaded = load({
        "officers.xlsx": workbook({"Sheet1": [["officer_id", "name", "position"], ["O1", "测试甲", "董事"]]}),
        "suppliers.csv": SUPPLIERS,
        "gifts.parquet": parquet({"gift_id": ["G1"], "officer_id": ["O1"], "counterparty_name": ["测试"], "direction":
                                  ["received"], "form": ["cash"], "occurred_on": [date(2026, 1, 2)]}),
    })  # fmt: skip

    assert {row["table_name"]: row["format"] for row in loaded.delivered} == {
        "officers": "xlsx", "suppliers": "csv", "gifts": "parquet",
    }  # fmt: skip
    assert loaded.cells("gifts", "occurred_on", "row") == [("2026-01-02", 2)]


def test_one_workbook_holds_the_delivery(load: Load) -> None:
    book = workbook(
        {
            "董监高名册": [["人员编号", "姓名", "职务"], ["O1", "测试甲", "董事"]],
            "suppliers": [["party_id", "name"], ["S1", "测试"]],
            "说明": [["some notes"]],
            "customers": [["party_id", "name"], ["C1", "测试"]],
        },
        hidden=["customers"],
    )
    loaded = load({"delivery.xlsx": book})

    assert set(loaded.raw) == {"officers", "suppliers"}  # a hidden sheet is not read, and is listed
    assert sorted((i["check_id"], i["severity"]) for i in loaded.issues) == [
        ("ignored_sheet", "info"), ("ignored_sheet", "warning"),
    ]  # fmt: skip
    assert {row["sheet"] for row in loaded.delivered} == {"董监高名册", "suppliers"}


def test_parts_of_one_table_are_united(load: Load) -> None:
    loaded = load({
        "officers.csv": OFFICERS,
        "suppliers.part01.csv": "party_id,name\nS1,甲\nS2,乙\n",
        "suppliers.part02.csv": "名称;编码\n丙;S3\n",
    })  # fmt: skip

    assert loaded.cells("suppliers", "party_id", "name", "file", "row") == [
        ("S1", "甲", "suppliers.part01.csv", 2),
        ("S2", "乙", "suppliers.part01.csv", 3),
        ("S3", "丙", "suppliers.part02.csv", 2),
    ]


def test_an_optional_table_may_be_delivered_empty(load: Load) -> None:
    loaded = load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "customers.csv": "party_id,name\n"})

    assert loaded.raw["customers"] == []
    assert [row["rows"] for row in loaded.delivered if row["table_name"] == "customers"] == [0]


def test_files_that_are_no_table_are_listed_but_not_the_two_we_know(load: Load) -> None:
    loaded = load(
        {"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "coi.toml": "", "readme.txt": "x", "x[1].csv": "y"}
    )

    assert sorted(i["message_en"] for i in loaded.issues) == [
        "readme.txt in the delivery folder is no table of the contract and was ignored.",
        "x[1].csv in the delivery folder is no table of the contract and was ignored.",
    ]


@pytest.mark.parametrize(
    ("files", "reason", "words"),
    [
        ({"suppliers.csv": SUPPLIERS}, "missing_table", "officers (董监高名册)"),
        ({"officers.csv": OFFICERS}, "missing_table", "suppliers, customers, competitors"),
        ({"officers.csv": "officer_id,name,position\n", "suppliers.csv": SUPPLIERS}, "empty_table", "officers"),
        ({"officers.csv": OFFICERS, "suppliers.csv": "party_id,name\n,\n"}, "empty_masters", "suppliers"),
        ({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "gifts.csv": "gift_id\nG1\n"}, "missing_column", "gifts.csv"),
        ({"officers.csv": OFFICERS, "suppliers.csv": b""}, "empty_file", "suppliers.csv"),
        ({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "供应商.csv": SUPPLIERS}, "two_files", "供应商.csv"),
        ({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "Suppliers.xlsx": b"x"}, "two_files", "Suppliers.xlsx"),
    ],
)  # fmt: skip
def test_a_delivery_that_breaks_the_contract_is_rejected(
    load: Load, files: dict[str, bytes | str], reason: str, words: str
) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        load(files)

    assert caught.value.reason == reason
    assert words in caught.value.en
    assert caught.value.exit_status == 3


def test_a_sheet_and_a_file_for_one_table_are_two_files(load: Load) -> None:
    book = workbook({"officers": [["officer_id", "name", "position"], ["O1", "测试", "董事"]]})

    with pytest.raises(DeliveryRejected) as caught:
        load({"officers.csv": OFFICERS, "suppliers.csv": SUPPLIERS, "delivery.xlsx": book})

    assert caught.value.reason == "two_files"


def test_a_folder_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    night = RunSettings(settings=Settings(), as_of=date(2026, 1, 1), delivery=tmp_path / "nowhere")

    with Warehouse(tmp_path, LimitSettings()) as warehouse, pytest.raises(UsageError) as caught:
        run(warehouse, night)

    assert caught.value.reason == "no_such_folder"


def test_the_same_defect_is_reported_whichever_file_is_slower(deliver: Deliver, load: Load) -> None:
    files = {"officers.xlsx": b"noise", "suppliers.csv": b"", "gifts.parquet": b"noise"}

    for _ in range(3):
        with pytest.raises(DeliveryRejected) as caught:
            load(files)
        assert "officers.xlsx" in caught.value.en


def test_reading_leaves_no_process_behind(load: Load) -> None:
    def children() -> set[str]:
        return {pid for listed in Path("/proc/self/task").glob("*/children") for pid in listed.read_text().split()}

    before = children()
    load({"officers.csv": OFFICERS, "suppliers.xlsx": workbook({"Sheet1": [["party_id", "name"], ["S1", "测试"]]})})

    assert children() <= before
