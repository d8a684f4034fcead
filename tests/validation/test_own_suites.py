"""Suites that a delivery brings itself: the same format, checked as strictly, without SQL."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from screening.errors import DeliveryRejected, RunFailed, UsageError
from screening.settings import LimitSettings, RunSettings, Settings
from screening.validation.guard import Guard
from screening.validation.process import ValidationProcess
from screening.validation.suites import Boundary, load_suites
from screening.warehouse.store import Warehouse

from .tables import AS_OF, arrow

SUITE = """
boundary: delivered
table: officers
expectations:
  - id: own_check
    expect: {expect}
    arguments: {arguments}
    severity: {severity}
    zh: 请核对。
    en: look at it.
"""


def suite(expect: str, arguments: str, severity: str = "soft") -> str:
    """A suite of one expectation on the delivered officers."""
    return SUITE.format(expect=expect, arguments=arguments, severity=severity)


def bring(delivery: Path, text: str, boundary: str = "delivered", table: str = "officers") -> None:
    """Puts a suite into the delivery."""
    folder = delivery / "expectations" / boundary
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{table}.yaml").write_text(text, encoding="utf-8")


def validate(
    process: ValidationProcess, delivery: Path, table: pa.Table | None = None, boundary: Boundary = "delivered"
) -> list[str]:
    """The checks that failed softly."""
    guard = Guard(delivery, delivery, process)
    name = {"delivered": "raw_officers", "staged": "std_officers", "findings": "finding"}[boundary]
    with Warehouse(delivery, LimitSettings()) as warehouse:
        warehouse.create("issue")
        warehouse.put(name, table if table is not None else arrow(boundary, name.removeprefix("raw_")))
        guard.submit(boundary, warehouse, RunSettings(settings=Settings(), as_of=AS_OF, delivery=delivery))
        guard.collect(warehouse, wait=True)
        return [row["check_id"] for row in warehouse.rows("select check_id from issue order by check_id")]


def test_a_suite_of_the_delivery_is_heard(process: ValidationProcess, tmp_path: Path) -> None:
    bring(tmp_path, suite("expect_table_row_count_to_be_between", "{min_value: 11}"))

    assert validate(process, tmp_path) == ["expectation_own_check"]


def test_one_that_holds_says_nothing(process: ValidationProcess, tmp_path: Path) -> None:
    bring(tmp_path, suite("expect_column_values_to_be_unique", "{column: id_number}", "hard"))

    assert validate(process, tmp_path) == []


def test_a_hard_one_rejects_the_delivery(process: ValidationProcess, tmp_path: Path) -> None:
    bring(tmp_path, suite("expect_column_values_to_match_regex", "{column: id_number, regex: '^9'}", "hard"))

    with pytest.raises(DeliveryRejected, match=r"^Table officers: look at it\.$"):
        validate(process, tmp_path)


def test_a_hard_one_on_findings_fails_the_run(process: ValidationProcess, tmp_path: Path) -> None:
    text = suite("expect_table_row_count_to_be_between", "{max_value: 5}", "hard")
    bring(tmp_path, text.replace("delivered", "findings").replace("officers", "finding"), "findings", "finding")

    with pytest.raises(RunFailed):
        validate(process, tmp_path, boundary="findings")


def test_a_whole_empty_table_can_be_forbidden(process: ValidationProcess, tmp_path: Path) -> None:
    """Only statements about a table as a whole say anything about an empty one."""
    bring(tmp_path, suite("expect_table_row_count_to_be_between", "{min_value: 1}"))

    assert validate(process, tmp_path, arrow("delivered", "officers").slice(0, 0)) == ["expectation_own_check"]


@pytest.mark.parametrize(
    ("expect", "arguments"),
    [
        ("expect_column_values_to_be_nice", "{column: name}"),
        ("expect_column_values_to_be_unique", "{colum: name}"),
        ("expect_column_values_to_be_unique", "{}"),
        ("expect_column_values_to_match_regex", "{column: name, regex: [1]}"),
        ("expect_column_values_to_be_in_set", "{column: name, value_set: 7}"),
        ("expect_column_values_to_match_regex", "{column: name, regex: '('}"),
    ],
)
def test_what_is_no_expectation_is_wrong_usage(
    process: ValidationProcess, tmp_path: Path, expect: str, arguments: str
) -> None:
    """And the process goes on: the next suite is judged as if nothing had been."""
    bring(tmp_path, suite(expect, arguments, "hard"))

    with pytest.raises(UsageError) as refusal:
        validate(process, tmp_path)

    assert "expectations/delivered/officers.yaml" in refusal.value.en
    assert "own_check" in refusal.value.en
    assert "own_check" in refusal.value.zh
    assert refusal.value.exit_status == 2
    bring(tmp_path, suite("expect_column_values_to_be_unique", "{column: id_number}"))
    assert validate(process, tmp_path) == []


def test_a_soft_check_that_cannot_be_made_is_reported_as_such(process: ValidationProcess, tmp_path: Path) -> None:
    bring(tmp_path, suite("expect_column_values_to_match_regex", "{column: name, regex: '('}"))

    assert validate(process, tmp_path) == ["expectation_own_check"]


def test_an_unknown_column_is_wrong_usage(process: ValidationProcess, tmp_path: Path) -> None:
    bring(tmp_path, suite("expect_column_values_to_be_unique", "{column: nickname}"))

    with pytest.raises(UsageError, match=r"officers\.yaml cannot be used \(column nickname\)"):
        validate(process, tmp_path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (suite("expect_column_values_to_be_unique", "{column: name}").replace("expectations:", "metrics: {n: count(*)}\nexpectations:"), "metrics"),
        (suite("expect_column_values_to_be_unique", "{column: name}") + "    colour: red\n", "expectations.0.colour"),
        (suite("drop_table", "{column: name}"), "expectations.0.expect"),
        (suite("expect_column_values_to_be_unique", "{column: name}", "medium"), "expectations.0.severity"),
        (suite("expect_column_values_to_be_unique", "{column: name}").replace("table: officers", "table: suppliers"), "boundary, table"),
        ("boundary: delivered\n  table: [", "YAML"),
        ("", "cannot be used"),
        ("- 1", "cannot be used"),
        ("boundary: !!python/object/apply:os.getcwd []", "YAML"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_suite_is_wrong_usage(tmp_path: Path, text: str, what: str) -> None:
    bring(tmp_path, text)

    with pytest.raises(UsageError) as refusal:
        list(load_suites("delivered", tmp_path))

    assert what in refusal.value.en
    assert "expectations/delivered/officers.yaml" in refusal.value.en


def test_one_id_twice_is_wrong_usage(tmp_path: Path) -> None:
    text = suite("expect_column_values_to_be_unique", "{column: name}")
    bring(tmp_path, text + text[text.index("  - id") :])

    with pytest.raises(UsageError, match="id own_check"):
        list(load_suites("delivered", tmp_path))


@pytest.mark.parametrize(
    ("boundary", "table"), [("delivered", "officer"), ("staged", "finding"), ("findings", "officers")]
)
def test_an_unknown_table_is_wrong_usage(tmp_path: Path, boundary: Boundary, table: str) -> None:
    """A suite on a misspelt table would otherwise never be heard."""
    text = suite("expect_column_values_to_be_unique", "{column: name}")
    bring(tmp_path, text.replace("delivered", boundary).replace("officers", table), boundary, table)

    with pytest.raises(UsageError, match="boundary, table"):
        list(load_suites(boundary, tmp_path))


def test_a_suite_on_a_table_that_was_not_delivered_is_silent(process: ValidationProcess, tmp_path: Path) -> None:
    text = suite("expect_table_row_count_to_be_between", "{min_value: 1}")
    bring(tmp_path, text.replace("officers", "gifts"), table="gifts")

    assert validate(process, tmp_path) == []
