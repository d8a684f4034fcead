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


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        ({"id_number": FIRST, "birth_date": "1987-06-16"}, "birth_date"),
        ({"id_number": FIRST, "birth_date": "1988"}, "birth_date"),
        ({"id_number": FIRST, "birth_date": "1987-06-15", "gender": "女"}, "gender"),
        ({"id_number": FIRST, "birth_date": "1978-06-15", "gender": "女"}, "birth_date, gender"),
        ({"id_number": "330102198706******", "birth_date": "1988-06-15"}, None),
        ({"id_number": "33010219870615****", "birth_date": "1988-06-15"}, "birth_date"),
        ({"id_number": FIRST, "birth_date": "1987-06", "gender": "男"}, None),
        ({"id_number": FIRST}, None),
        ({"id_number": FIRST[:17] + ("1" if FIRST[17] != "1" else "2"), "birth_date": "1978-06-15"}, None),
        ({"birth_date": "1978-06-15", "gender": "女"}, None),
    ],
)
def test_a_number_that_belies_what_the_record_states(facts: dict[str, str], column: str | None) -> None:
    with stage({"officers": [officer(**facts)], "suppliers": [supplier()]}) as warehouse:
        said = issues(warehouse, "id_contradicts_facts")
    assert said == ([] if column is None else [("officers", "P1", "warning", column)])
