"""The table kin."""

from __future__ import annotations

from datetime import date

import pytest

from screening.relationships.kinship import describe_relation
from tests.relationships.world import officer, relative, world

AS_OF = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("term", "code", "perimeter", "hk_class"),
    [
        ("配偶", "spouse", "core", "immediate_family"),
        ("弟弟", "sibling", "core", "family_member"),
        ("祖父", "parent.parent", "core", "relative"),
        ("表弟", "parent.sibling.child", "wide", "relative"),
        ("岳父", "spouse.parent", "wide", "relative"),
        ("前妻", "former_spouse", "none", "none"),
        ("紧急联系人", None, "none", "none"),
        ("老相识", None, "wide", "none"),
        ("", None, "wide", "none"),
    ],
)
def test_perimeter_and_class(term: str, code: str | None, perimeter: str, hk_class: str) -> None:
    found = describe_relation(term, is_organisation=False, born=None, as_of=AS_OF)

    assert (found["kin_code"], found["perimeter"], found["hk_class"]) == (code, perimeter, hk_class)


@pytest.mark.parametrize(
    ("born", "hk_class"),
    [
        (None, "family_member"),
        (date(2008, 11, 20), "family_member"),
        (date(2008, 11, 21), "immediate_family"),
        (date(1990, 1, 1), "family_member"),
    ],
)
def test_a_child_is_immediate_family_until_eighteen(born: date | None, hk_class: str) -> None:
    assert describe_relation("女儿", is_organisation=False, born=born, as_of=AS_OF)["hk_class"] == hk_class


def test_the_eighteenth_birthday_on_a_leap_day() -> None:
    found = describe_relation("儿子", is_organisation=False, born=date(2010, 3, 1), as_of=date(2028, 2, 29))

    assert found["hk_class"] == "immediate_family"


@pytest.mark.parametrize(
    ("term", "code"),
    [
        ("本人控制的企业", "controlled_by_self"),
        ("配偶控制的公司", "controlled_by_relative"),
        ("本人任职单位", "post_of_self"),
        ("其他", None),
    ],
)
def test_organisations(term: str, code: str | None) -> None:
    found = describe_relation(term, is_organisation=True, born=None, as_of=AS_OF)

    assert (found["kin_code"], found["perimeter"], found["hk_class"]) == (code, "organisation", "none")


def test_one_row_per_related_party_with_its_dates() -> None:
    rows = [
        relative("R1", "P1", "顾妻", "配偶", valid_from="2021-05-01", birth_date="1980-01-01"),
        relative("R2", "P1", "顾子", "儿子", id_number="110101201001010014"),
    ]
    found = world(officers=[officer("P1", "顾一")], related_parties=rows).read("kin")

    assert [(row["related_id"], row["related_name"], row["valid_from"], row["valid_to"]) for row in found] == [
        ("R1", "顾妻", date(2021, 5, 1), None),
        ("R2", "顾子", None, None),
    ]


def test_contradicting_rows_of_one_code_keep_the_one_that_is_understood() -> None:
    rows = [relative("R1", "P1", "顾妻", "老相识"), relative("R1", "P1", "顾妻", "配偶")]
    found = world(officers=[officer("P1", "顾一")], related_parties=rows).read("kin")

    assert [row["kin_code"] for row in found] == ["spouse"]
