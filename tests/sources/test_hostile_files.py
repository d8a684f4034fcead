"""Files made to harm: they are sent back, and the run goes on living."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping

import pytest

from screening.errors import DeliveryRejected
from screening.sources.child_process import ReaderProcess
from screening.sources.child_serving import Refused
from screening.sources.workbook_guard import check_container
from tests.sources.conftest import Load
from tests.sources.files import OFFICERS, parquet, repacked, workbook

GOOD = workbook({"Sheet1": [["party_id", "name"], ["S1", "测试"]]})
SHEET = "xl/worksheets/sheet1.xml"


def package(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_member(book: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (with_member(GOOD, "xl/media/zeros.bin", bytes(20 << 20)), "too_large"),  # a thousandfold
        (package({"xl/workbook.xml": b""} | {f"a{n}": b"" for n in range(2_000)}), "too_large"),
        (repacked(GOOD, SHEET, {b'<dimension ref="A1:B2"/>': b'<dimension ref="A1:XFD1048576"/>'}), "too_large"),
        (package({"word/document.xml": b""}), "no_workbook"),
        (b"PK\x03\x04" + bytes(40), "not_zip"),
    ],
    ids=["ratio", "members", "dimension", "another-document", "no-directory"],
)
def test_the_container_is_checked_first(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        check_container(data, "xlsx")

    assert caught.value.code == code


def test_what_unpacks_to_more_than_a_table_can_be() -> None:
    declared = bytearray(with_member(GOOD, "big", b"x"))
    at = declared.rfind(b"PK\x01\x02")
    declared[at + 24 : at + 28] = (201 << 20).to_bytes(4, "little")  # the size the directory claims

    with pytest.raises(Refused) as caught:
        check_container(bytes(declared), "xlsx")

    assert caught.value.code == "too_large"


def test_a_compressed_sheet_of_equal_cells_is_no_bomb(load: Load) -> None:
    book = workbook({"Sheet1": [["party_id", "name"], *[["S1", "测试"]] * 20_000]})

    loaded = load({"officers.csv": OFFICERS, "suppliers.xlsx": book})

    assert len(loaded.raw["suppliers"]) == 20_000


HOSTILE = {
    "a cell in the far corner": {
        b'<dimension ref="A1:B2"/>': b"",
        b"</sheetData>": b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    },
    "a place beyond all columns": {b'r="B2"': b'r="ZZZZZZZ99999999999"'},
    "exponential entities": {
        b"<worksheet": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet',
    },
    "an outside entity": {b"<worksheet": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'},
    "a cut document": {b"</sheetData>": b"<row r="},
    "a shared text that is not there": {b'<c r="B2" t="s"><v>3</v>': b'<c r="B2" t="s"><v>4000000000</v>'},
}  # fmt: skip


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_sheet_is_read_or_rejected_and_the_run_lives(load: Load, change: Mapping[bytes, bytes]) -> None:
    try:
        loaded = load({"officers.csv": OFFICERS, "suppliers.xlsx": repacked(GOOD, SHEET, change)})
    except DeliveryRejected:
        return  # any other exception fails the test

    assert len(loaded.raw["suppliers"]) <= 1  # an unknown entity or a lost text may be passed over
    assert "root:" not in str(loaded.raw["suppliers"])


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_mutated_files_never_end_the_run(load: Load, form: str, seed: int) -> None:
    source = random.Random(f"{form}{seed}")
    data = bytearray(
        GOOD if form == "xlsx" else parquet({"party_id": ["S1"] * 9, "name": ["测试"] * 9, "phone": [1.5] * 9})
    )
    for _ in range(source.randint(1, 12)):
        data[source.randrange(len(data))] = source.randrange(256)
    if seed % 3 == 0:
        del data[source.randrange(len(data)) :]

    try:
        loaded = load({"officers.csv": OFFICERS, f"suppliers.{form}": bytes(data)})
    except DeliveryRejected:
        return  # any other exception fails the test

    assert [row["rows"] for row in loaded.delivered] == [2, len(loaded.raw["suppliers"])]


def test_a_child_that_dies_is_a_rejection() -> None:
    with ReaderProcess("workbook_child") as process:
        process.stop()
        with pytest.raises(DeliveryRejected) as caught:
            process.ask("suppliers.xlsx", {"verb": "open", "extension": "xlsx"}, GOOD)

    assert caught.value.reason == "hostile_file"
    assert "suppliers.xlsx" in caught.value.en
