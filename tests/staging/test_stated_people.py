"""Names without a company's parts that the delivery gives to a person are a person's, whatever surname or script."""

from __future__ import annotations

import pytest

from tests.staging.delivered import officer, resident_id, stage, supplier

ROSTER = [
    officer(officer_id="P01", name="酆允怀"), officer(officer_id="P02", name="陳大文"), officer(officer_id="P03", name="SMITH John"),
    officer(officer_id="P04", name="阿不都热合曼·买买提"),
]  # fmt: skip
NUMBER = resident_id("45092219750104725")


def kind_of(row: dict[str, str]) -> str:
    with stage({"officers": ROSTER, "suppliers": [supplier() | row]}) as warehouse:
        return str(warehouse.one("select kind from company_name where value = $name", {"name": row["name"]}))


@pytest.mark.parametrize(
    "row",
    [
        {"name": "酆允怀"},  # on the roster, and in no list of surnames
        {"name": "酆 允怀"},
        {"name": "阿不都热合曼·买买提"},
        {"name": "陈大文"},
        {"name": "CHAN Tai Man"},  # as 陳大文 is written in Hong Kong
        {"name": "John Smith"},  # the roster has the surname first
        {"name": "酆望舒", "party_kind": "employee"},
        {"name": "酆望舒", "party_kind": "person"},
        {"name": "酆望舒", "id_number": NUMBER},
        {"name": "酆望舒", "uscc": NUMBER},
        {"name": "Maria Garcia", "id_number": "A123456(3)"},
    ],
    ids=str,
)
def test_a_persons_name(row: dict[str, str]) -> None:
    assert kind_of(row) == "person"


@pytest.mark.parametrize(
    "row",
    [
        {"name": "酆望舒"},  # of nobody who is known
        {"name": "酆望舒", "id_number": resident_id("45092219750104725")[:-1] + "?"},
        {"name": "HUA SHENG"},
        {"name": "John Smith Trading Ltd"},
        {"name": "酆允怀商贸有限公司"},
        {"name": "苏州酆允怀", "id_number": NUMBER},  # a region is a company's
        {"name": "苏州桃叶津商贸有限公司", "party_kind": "employee"},
        {"name": "桃叶津餐饮", "party_kind": "employee"},  # so is a trade: a caterer filed under staff
    ],
    ids=str,
)
def test_a_companys_name(row: dict[str, str]) -> None:
    assert kind_of(row) == "company"


def test_the_parts_of_a_companys_name_are_gone() -> None:
    with stage({"officers": ROSTER, "suppliers": [supplier(name="酆允怀")]}) as warehouse:
        found = warehouse.rows("select core_key, brand, sounds from company_name where value = '酆允怀'")
    assert found == [{"core_key": "酆允怀", "brand": None, "sounds": None}]
