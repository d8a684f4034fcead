"""One code, two people."""

from __future__ import annotations

import pytest

from tests.staging.delivered import issues, officer, resident_id, stage, supplier

FIRST, SECOND = resident_id("33010219870615123"), resident_id("11010519700101456")


def found(*rows: dict[str, str]) -> list[tuple[str, str | None, str, str | None]]:
    with stage({"officers": list(rows), "suppliers": [supplier()]}) as warehouse:
        return issues(warehouse, "officer_contradiction")


@pytest.mark.parametrize(
    ("second", "column"),
    [
        (officer(name="林二帆", position="监事"), "name"),
        (officer(position="监事", id_number=SECOND), "id_number"),
        (officer(name="林二帆", id_number=SECOND), "id_number, name"),
    ],
)
def test_contradictions_are_errors(second: dict[str, str], column: str) -> None:
    assert found(officer(id_number=FIRST), second) == [("officers", "P1", "error", column)]


@pytest.mark.parametrize(
    "second",
    [
        officer(position="监事", id_number=FIRST),
        officer(position="监事", id_number=FIRST[:4] + "*" * 10 + FIRST[14:]),
        officer(position="监事", id_number="E04719285"),
        officer(name="岑 一 舟", position="监事"),
        officer(name="岑一舟（兼）", position="监事"),
        officer(name="CEN Yizhou", position="监事"),
        officer(name="林二帆", other_names="岑一舟", position="监事"),
        officer("P2", "林二帆", id_number=SECOND),
    ],
)
def test_one_person_in_several_rows_is_none(second: dict[str, str]) -> None:
    assert found(officer(id_number=FIRST), second) == []
