"""One folder per case: a small delivery and the findings it must, and must not, yield."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.contract.rules import RULE_IDS

from .cases import CASES, Case
from .compare import explain

NEEDED_ORACLES = {*range(1, 28)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_the_delivery_yields_the_expected_findings(case: Case) -> None:
    from screening.pipeline import screen_with_calendar

    findings, calendar = screen_with_calendar(case.folder, case.as_of)

    differences = explain(case, findings, calendar)
    assert not differences, "\n".join([f"{case.folder.name}: {case.title}", *differences])


def test_every_oracle_has_a_folder() -> None:
    assert {case.oracle for case in CASES if case.oracle is not None} == NEEDED_ORACLES


def test_an_oracle_folder_bears_its_number() -> None:
    for case in CASES:
        if case.oracle is not None:
            assert case.folder.name.startswith(f"{case.oracle:02d}-"), case.folder.name


def test_every_rule_has_a_case_that_makes_it_a_candidate() -> None:
    met = {row.columns["rule_id"] for case in CASES for row in case.expect if row.columns["outcome"] == "candidate"}

    assert met == set(RULE_IDS)


def test_no_case_is_without_an_expectation() -> None:
    """A folder with forbidden findings alone would pass when nothing works."""
    assert [case.folder.name for case in CASES if not case.expect] == []


def test_every_folder_is_a_case() -> None:
    folders = {path.name for path in Path(__file__).parent.iterdir() if path.is_dir() and not path.name.startswith("_")}

    assert folders == {case.folder.name for case in CASES}
