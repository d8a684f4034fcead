"""Second names that stand in brackets behind the first."""

from __future__ import annotations

import pytest

from tests.staging.delivered import officer, stage, supplier


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("岑一舟（曾用名：岑小舟）", ["岑小舟"]),
        ("岑一舟(原名岑小舟)", ["岑小舟"]),
        ("岑一舟【又名：岑舟】", ["岑舟"]),
        ("CHAN Tai Man (formerly known as CHAN Siu Man)", ["CHAN Siu Man"]),
        ("岑一舟（兼）", None),
        ("岑一舟", None),
    ],
)
def test_an_officers_second_name(name: str, others: list[str] | None) -> None:
    with stage({"officers": [officer(name=name)], "suppliers": [supplier()]}) as warehouse:
        assert warehouse.one("select other_names from std_officers") == others


@pytest.mark.parametrize(
    ("name", "former"),
    [
        ("岑野贸易有限公司（原岑山贸易有限公司）", ["岑山贸易有限公司"]),
        ("岑野（湖州）贸易有限公司（原名：岑山（湖州）贸易有限公司）", ["岑山（湖州）贸易有限公司"]),
        ("岑野(湖州)贸易有限公司(原岑山(湖州)贸易有限公司)", ["岑山(湖州)贸易有限公司"]),
        ("岑野贸易有限公司（曾用名：岑山贸易有限公司）", ["岑山贸易有限公司"]),
        ("岑野（原生态）农业有限公司", None),
        ("岑野（原厂）设备有限公司", None),
    ],
)
def test_a_companys_former_name(name: str, former: list[str] | None) -> None:
    with stage({"officers": [officer()], "suppliers": [supplier(name=name)]}) as warehouse:
        assert warehouse.one("select former_names from std_suppliers") == former


def test_a_name_that_is_known_already_is_not_said_twice() -> None:
    row = officer(name="岑一舟（曾用名：岑小舟）", other_names="岑小舟；岑舟")
    with stage({"officers": [row], "suppliers": [supplier()]}) as warehouse:
        assert warehouse.one("select other_names from std_officers") == ["岑小舟", "岑舟"]
