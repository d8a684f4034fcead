"""Which file is which table."""

from __future__ import annotations

from typing import Any

import pytest

from screening.errors import DeliveryRejected, UsageError
from screening.settings import Settings
from screening.sources.discovery import Listing, list_delivery
from tests.sources.conftest import Deliver, Files


def listing(deliver: Deliver, names: list[str], **sources: dict[str, Any]) -> Listing:
    files: Files = dict.fromkeys(names, b"x")
    return list_delivery(deliver(files), Settings.model_validate({"sources": sources}))


def test_names_of_both_languages_and_four_formats(deliver: Deliver) -> None:
    found = listing(
        deliver, ["officers.csv", "供应商.XLSX", "Customers.xls", "股东出资.parquet", "gifts.txt", "a*[?].csv"]
    )

    assert {table: [path.name for path in paths] for table, paths in found.files.items()} == {
        "officers": ["officers.csv"],
        "suppliers": ["供应商.XLSX"],
        "customers": ["Customers.xls"],
        "holdings": ["股东出资.parquet"],
    }
    assert found.ignored == ("a*[?].csv", "gifts.txt")


def test_the_locks_and_notes_of_other_programs_are_no_tables(deliver: Deliver) -> None:
    found = listing(deliver, ["~$officers.xlsx", ".officers.csv", "officers.csv.bak", "coi.toml", "delivery.json"])

    assert found.files == {}
    assert found.ignored == (".officers.csv", "officers.csv.bak", "~$officers.xlsx")


def test_parts_are_ordered_by_number(deliver: Deliver) -> None:
    names = [f"transactions.part{n:02d}.csv" for n in range(1, 12)]
    found = listing(deliver, names[::-1])

    assert [path.name for path in found.files["transactions"]] == names


@pytest.mark.parametrize(
    ("names", "reason", "words"),
    [
        (["officers.csv", "officers.parquet"], "two_files", "officers.parquet"),
        (["officers.csv", "董监高名册.csv"], "two_files", "董监高名册.csv"),
        (["officers.csv", "OFFICERS.csv"], "two_files", "officers (董监高名册)"),
        (["officers.csv", "officers.part01.csv"], "two_files", "officers.part01.csv"),
        (["officers.part01.csv", "officers.part1.csv"], "two_files", "officers.part1.csv"),
        (["officers.part01.csv", "officers.part03.csv"], "missing_part", "part02"),
        (["officers.part02.csv"], "missing_part", "part01"),
    ],
)
def test_two_files_or_a_gap(deliver: Deliver, names: list[str], reason: str, words: str) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        listing(deliver, names)

    assert caught.value.reason == reason
    assert words in caught.value.en


def test_a_configured_path_takes_the_place_of_the_name(deliver: Deliver) -> None:
    found = listing(deliver, ["lfa1.csv", "officers.csv"], suppliers={"path": "lfa1.csv"})

    assert [path.name for path in found.files["suppliers"]] == ["lfa1.csv"]
    assert found.ignored == ()


def test_a_configured_path_beside_a_file_of_the_name_are_two(deliver: Deliver) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        listing(deliver, ["lfa1.csv", "suppliers.csv"], suppliers={"path": "lfa1.csv"})

    assert caught.value.reason == "two_files"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ({"sql": "select 1", "connection": "ERP"}, "files_only"),
        ({"path": "lfa1.dbf"}, "unknown_format"),
    ],
)
def test_sources_that_cannot_be_read_are_wrong_configuration(
    deliver: Deliver, source: dict[str, str], reason: str
) -> None:
    with pytest.raises(UsageError) as caught:
        listing(deliver, ["officers.csv"], suppliers=source)

    assert caught.value.reason == reason
    assert "[sources.suppliers]" in caught.value.en
