"""The contract as data is the contract as text: tables, headers, words, columns of the outputs, rule ids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screening.contract.columns import Kind
from screening.contract.outputs import (
    COMPLIANCE,
    DECLARATION_STATUSES,
    FINDINGS,
    LIFECYCLES,
    OUTCOMES,
    QUALITY,
    SEVERITIES,
    TIERS,
)
from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.contract.tables import MASTERS, REQUIRED_TABLES, TABLES
from screening.contract.words import BOOLEAN_WORDS, ENUMERATIONS

PAGE = Path(__file__).parents[3] / "shared" / "contract.md"
with_the_page = pytest.mark.skipif(not PAGE.is_file(), reason="the contract's page is not beside this checkout")


def _page() -> str:
    return PAGE.read_text(encoding="utf-8")


def _input_rows() -> dict[str, tuple[str, str]]:
    """Table -> (Chinese name, text of its columns), from the table of section 1; corrections are told in prose."""
    rows: dict[str, tuple[str, str]] = {}
    for line in _page().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| `") or len(cells) != 3:
            continue
        for name, chinese in re.findall(r"`([a-z_]+)` (\S+)", cells[0]):
            rows[name] = (chinese, cells[2])
    return rows


def _columns(text: str) -> list[tuple[str, bool, str]]:
    """(English name, required, Chinese header) of every `name*=表头`; one of them stands in backquotes."""
    return [(name, star == "*", header) for name, star, header in re.findall(r"\b([a-z_]+)(\*?)`?=([一-鿿]+)", text)]


@with_the_page
def test_the_tables_are_those_of_the_page() -> None:
    assert {*_input_rows(), "corrections", "exclusions"} == set(TABLES)
    for name, (chinese, _) in _input_rows().items():
        assert TABLES[name].zh == chinese


@with_the_page
@pytest.mark.parametrize("name", sorted(set(TABLES) - {"corrections", "exclusions"}))
def test_the_columns_are_those_of_the_page(name: str) -> None:
    told = _columns(_input_rows()[name][1])

    assert sorted((column.name, column.required, column.zh) for column in TABLES[name].columns) == sorted(told)


@with_the_page
@pytest.mark.parametrize("name", ["corrections", "exclusions"])
def test_corrections_as_data_are_those_of_the_page(name: str) -> None:
    match = re.search(rf"`{name}` (\S+) \(([^)]*)\)", _page())

    assert match is not None
    assert TABLES[name].zh == match[1]
    told = [word.strip() for word in match[2].split(",")]
    assert [f"{column.name}{'*' * column.required}" for column in TABLES[name].columns] == told


@with_the_page
@pytest.mark.parametrize("name", sorted(TABLES))
def test_codes_in_brackets_are_the_enumeration(name: str) -> None:
    """`kind*=类型 (purchase, sale, …)` lists the codes of its enumeration, in order."""
    text = _input_rows().get(name, ("", ""))[1]
    for column in TABLES[name].columns:
        match = re.search(rf"\b{column.name}\*?={column.zh} \(([^);]+)", text)
        if column.words is None or match is None:
            continue
        told = [word.strip() for word in match[1].split(",")]
        assert [word for word in told if re.fullmatch("[a-z_]+", word)] == list(ENUMERATIONS[column.words]), column.name


@with_the_page
def test_the_columns_of_findings_are_those_of_the_page() -> None:
    section = _page().split("Columns of `findings.parquet`")[1].split("`outcome` is the first that applies")[0]
    section = re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)", "", section)  # what a bracket says is no column

    assert re.findall(r"`([a-z_]+)`", section) == list(FINDINGS)


@with_the_page
@pytest.mark.parametrize(("name", "columns"), [("compliance", COMPLIANCE), ("quality", QUALITY)])
def test_the_columns_of_the_other_tables_are_those_of_the_page(name: str, columns: dict[str, str]) -> None:
    row = next(line for line in _page().splitlines() if line.startswith(f"| `{name}.parquet`"))
    listed = re.sub(r"\([^()]*\)", "", row.split("|")[2].split(": ", 1)[1])
    told = [word.strip(" .") for word in listed.split(",") if re.fullmatch(r"\s*[a-z_]+\s*\.?\s*", word)]

    assert told == [column for column in columns if column != "run_id" or "run_id" in told]
    assert set(told) <= set(columns)


@with_the_page
def test_the_rule_ids_are_those_of_the_page() -> None:
    listed = _page().split("Rule ids: ")[1].split(" (a covered person")[0].replace("and ", "").replace(" / ", ", ")

    assert tuple(word.strip() for word in listed.replace("\n", " ").split(",")) == RULE_IDS


@with_the_page
@pytest.mark.parametrize(
    "codes", [OUTCOMES, DECLARATION_STATUSES, LIFECYCLES, SEVERITIES, COMPLIANCE_IDS], ids=lambda codes: codes[0]
)
def test_the_codes_of_the_outputs_are_those_of_the_page(codes: tuple[str, ...]) -> None:
    text = " ".join(_page().split())
    for code in codes:
        assert re.search(rf"\b{re.escape(code)}\b", text), code


@pytest.mark.parametrize("name", sorted(TABLES))
def test_headers_are_unique_within_a_table(name: str) -> None:
    table = TABLES[name]
    headers = [header for column in table.columns for header in (column.name, column.zh)]

    assert len(headers) == len(set(headers))


def test_names_of_tables_are_unique_in_both_languages() -> None:
    names = [name for table in TABLES.values() for name in (table.name, table.zh)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", sorted(ENUMERATIONS))
def test_a_word_means_one_code(name: str) -> None:
    codes = ENUMERATIONS[name]
    words = [word for code, said in codes.items() for word in (code, *said)]

    assert len(words) == len(set(words))
    for said in codes.values():
        assert re.search("[一-鿿]", said[0]), "the first word is the Chinese one that we write"


@pytest.mark.parametrize("name", sorted(TABLES))
def test_enumerated_columns_have_words_and_keys_are_columns(name: str) -> None:
    table = TABLES[name]

    assert set(table.key) <= set(table.names)
    for column in table.columns:
        assert (column.kind is Kind.ENUM) == (column.words is not None), column.name
        assert column.words is None or column.words in ENUMERATIONS, column.name


def test_every_enumeration_is_used() -> None:
    used = {column.words for table in TABLES.values() for column in table.columns}

    assert set(ENUMERATIONS) == used - {None}


def test_several_values_in_a_cell_only_where_the_contract_says_so() -> None:
    many = {column.name for table in TABLES.values() for column in table.columns if column.kind.many}

    assert many == {"other_names", "former_names", "phone", "email", "bank_account", "address"}


def test_numbers_whose_digits_a_spreadsheet_loses() -> None:
    fragile = {column.name for table in TABLES.values() for column in table.columns if column.kind.loses_digits}

    assert fragile == {
        "id_number", "holder_id", "uscc", "company_uscc", "counterparty_uscc", "registration_no", "bank_account",
    }  # fmt: skip


def test_required_tables_and_masters_exist() -> None:
    assert REQUIRED_TABLES == ("officers",)
    assert set(MASTERS) == {"suppliers", "customers", "competitors"}
    assert TABLES["suppliers"].columns == TABLES["customers"].columns == TABLES["competitors"].columns


def test_tiers_are_those_of_the_contract() -> None:
    assert TIERS == ("A", "B", "C")


def test_words_for_booleans_are_those_of_the_contract() -> None:
    for word, value in (("true", True), ("1", True), ("y", True), ("是", True)):
        assert BOOLEAN_WORDS[word] is value
    for word in ("false", "0", "n", "否"):
        assert BOOLEAN_WORDS[word] is False
