"""Every packaged expectation accepts a good table and rejects its planted defect."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.contract.internal import raw, std
from screening.errors import DeliveryRejected, RunFailed
from screening.settings import LimitSettings, RunSettings, Settings
from screening.validation.guard import Guard
from screening.validation.process import ValidationProcess
from screening.validation.suites import BOUNDARIES, Boundary, Expectation, load_suites
from screening.warehouse.store import Warehouse

from .tables import AS_OF, DEFECTS, GOOD, Defect, arrow

SUITES = {
    (suite.boundary, suite.table): suite for boundary in BOUNDARIES for suite in load_suites(boundary, Path("/no"))
}


def name_of(boundary: str, table: str) -> str:
    """The warehouse table a suite speaks about."""
    if boundary == "delivered":
        return raw(table)
    return std(table) if boundary == "staged" and table != "row_account" else table


def expectation(defect: Defect) -> Expectation:
    suite = SUITES[defect.boundary, defect.table]  # type: ignore[index]
    return next(one for one in suite.expectations if one.id == defect.expectation)


def validate(process: ValidationProcess, folder: Path, boundary: Boundary, warehouse: Warehouse) -> None:
    """One boundary, waited for."""
    guard = Guard(folder, folder, process)
    guard.submit(boundary, warehouse, RunSettings(settings=Settings(), as_of=AS_OF, delivery=folder))
    guard.collect(warehouse, wait=True)


def test_there_is_a_good_table_for_every_suite() -> None:
    assert set(GOOD) == set(SUITES)


def test_there_is_a_defect_for_every_expectation() -> None:
    planted = sorted((defect.boundary, defect.table, defect.expectation) for defect in DEFECTS)

    assert planted == sorted((*where, one.id) for where, suite in SUITES.items() for one in suite.expectations)


@pytest.mark.parametrize("boundary", BOUNDARIES)
def test_good_tables_pass_without_an_issue(process: ValidationProcess, tmp_path: Path, boundary: Boundary) -> None:
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        warehouse.create("issue")
        for where, table in GOOD:
            if where == boundary:
                warehouse.put(name_of(boundary, table), arrow(boundary, table))
        validate(process, tmp_path, boundary, warehouse)

        assert warehouse.rows("select * from issue") == []


@pytest.mark.parametrize("boundary", BOUNDARIES)
def test_empty_tables_pass_without_an_issue(process: ValidationProcess, tmp_path: Path, boundary: Boundary) -> None:
    """A header and no rows is delivered empty, which the reports say in their own way."""
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        warehouse.create("issue")
        for where, table in GOOD:
            if where == boundary:
                warehouse.put(name_of(boundary, table), arrow(boundary, table).slice(0, 0))
        validate(process, tmp_path, boundary, warehouse)

        assert warehouse.rows("select * from issue") == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect.boundary}-{defect.table}-{defect.expectation}")
def test_a_planted_defect_is_rejected_or_reported(process: ValidationProcess, tmp_path: Path, defect: Defect) -> None:
    boundary: Boundary = defect.boundary  # type: ignore[assignment]
    expected = expectation(defect)
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        warehouse.create("issue")
        warehouse.put(name_of(boundary, defect.table), arrow(boundary, defect.table, **defect.columns))
        if expected.severity == "hard":
            kind = DeliveryRejected if boundary == "delivered" else RunFailed
            with pytest.raises(kind) as refusal:
                validate(process, tmp_path, boundary, warehouse)
            assert refusal.value.reason == f"expectation_{defect.expectation}"
            assert (refusal.value.zh, refusal.value.en) == (
                f"表 {defect.table}：{expected.zh}",
                f"Table {defect.table}: {expected.en}",
            )
            return
        validate(process, tmp_path, boundary, warehouse)

        issues = warehouse.rows("select table_name, check_id, severity, row, message_zh, message_en from issue")
        assert issues == [
            {
                "table_name": defect.table,
                "check_id": f"expectation_{defect.expectation}",
                "severity": "warning",
                "row": None,
                "message_zh": expected.zh,
                "message_en": expected.en,
            }
        ]


@pytest.mark.parametrize("where", SUITES, ids=lambda where: "-".join(where))
def test_messages_are_in_both_languages(where: tuple[Boundary, str]) -> None:
    for one in SUITES[where].expectations:
        assert any("一" <= character <= "鿿" for character in one.zh), one.id
        assert one.en.isascii(), one.id
        assert one.zh.endswith("。"), one.id
        assert one.en.endswith("."), one.id
