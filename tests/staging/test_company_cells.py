"""What accounts departments add to the names of their vendors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.staging.company_cells import read_company_cell
from screening.staging.company_names import read_company_names


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("杭州华岱科技有限公司（新）", "杭州华岱科技有限公司"),
        ("杭州华岱科技有限公司-停用", "杭州华岱科技有限公司"),
        ("杭州华岱科技有限公司 *", "杭州华岱科技有限公司"),
        ("杭州华岱科技有限公司(一般纳税人)", "杭州华岱科技有限公司"),
        ("杭州华岱科技有限公司（原杭州旧岱科技有限公司）", "杭州华岱科技有限公司"),
        ("华岱（杭州）科技有限公司（曾用名：旧岱（杭州）科技有限公司）", "华岱（杭州）科技有限公司"),
        ("华岱科技(000001)", "华岱科技"),
        ("华岱科技－停用", "华岱科技"),
        ("华岱科技／旧", "华岱科技"),
        ("华岱科技［作废］", "华岱科技"),
        ("华岱科技〔原旧岱科技〕", "华岱科技"),
        ("个人－岑一舟", "岑一舟"),
        ("个人-岑𬱖", "岑𬱖"),
        ("岑一舟 13957120846", "岑一舟"),
        ("岑一舟（3301**********123X）", "岑一舟"),
        ("岑一舟 A1***56(*)", "岑一舟"),
        ("岑野信托计划1234567", "岑野信托计划1234567"),
        ("岑野1234", "岑野1234"),
        ("华岱科技（SZ：000001）", "华岱科技"),
        ("000001 华岱科技", "华岱科技"),
        ("华岱科技-SW", "华岱科技"),
        ("华岱B股", "华岱"),
        ("C华岱", "华岱"),
        ("华岱退", "华岱"),
        ("C华岱贸易有限公司", "C华岱贸易有限公司"),
        ("华岱科技（2026）", "华岱科技（2026）"),
        ("零星供应商-柴欣振", "柴欣振"),
        ("个人：欧阳欣振", "欧阳欣振"),
        ("柴欣振（个人）", "柴欣振"),
        ("华岱（杭州）科技有限公司", "华岱（杭州）科技有限公司"),
        ("杭州华岱合伙企业（有限合伙）", "杭州华岱合伙企业（有限合伙）"),
        ("个人护理用品有限公司", "个人护理用品有限公司"),
        ("零星供应商-杭州华岱科技有限公司", "零星供应商-杭州华岱科技有限公司"),
        ("（新）", "（新）"),
        ("原生态（杭州）农业有限公司", "原生态（杭州）农业有限公司"),
    ],
)
def test_the_name_without_what_was_added(cell: str, name: str) -> None:
    assert read_company_cell(cell) == name


def test_the_dictionary_reads_the_bare_name() -> None:
    rows = read_company_names(["零星供应商-柴欣振", "杭州华岱科技有限公司（新）", "杭州华岱科技有限公司"]).to_pylist()

    assert rows[0]["kind"] == "person"
    assert rows[1]["name_key"] == rows[2]["name_key"]


@given(st.text())
def test_something_always_stays(cell: str) -> None:
    found = read_company_cell(cell)

    assert found in cell
    assert found or not cell
