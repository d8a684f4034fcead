"""Parts and keys of companies' names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.company_names import read_company_names


def read(value: str) -> dict[str, Any]:
    row: dict[str, Any] = read_company_names([value]).to_pylist()[0]
    return row


def parts(value: str) -> tuple[str | None, ...]:
    row = read(value)
    return row["region"], row["brand"], row["trade"], row["legal_form"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("杭州岑野信息技术有限公司", ("杭州市", "岑野", "信息技术", "limited")),
        ("杭州市岑野信息技术有限责任公司", ("杭州市", "岑野", "信息技术", "limited")),
        ("岑野（杭州）信息技术有限公司", ("杭州市", "岑野", "信息技术", "limited")),
        ("岑野信息技术股份有限公司", (None, "岑野", "信息技术", "joint_stock")),
        ("浙江省杭州市岑野贸易有限公司", ("杭州市", "岑野", "贸易", "limited")),
        ("岑野集团有限公司", (None, "岑野", None, "limited_group")),
        ("岑野信息技术", (None, "岑野", "信息技术", None)),
        ("岑野（中国）信息技术有限公司", (None, "岑野", "信息技术", "limited")),
        ("翁源县江尾镇岑野商店", ("翁源县", "岑野", "商店", "trade_name")),
        ("昆山岑野电子有限公司", ("昆山市", "岑野", "电子", "limited")),
        ("广州番禺岑野服饰有限公司", ("番禺区", "岑野", "服饰", "limited")),
        ("东方岑野科技有限公司", (None, "东方岑野", "科技", "limited")),
        ("昆山科技有限公司", (None, "昆山", "科技", "limited")),
        ("张家港保税区岑野贸易有限公司", ("张家港市", "岑野", "贸易", "limited")),
        ("广西省桂林市岑野科技有限公司", ("桂林市", "岑野", "科技", "limited")),
        ("广西自治区岑野科技有限公司", ("广西壮族自治区", "岑野", "科技", "limited")),
        ("广西省心科技有限公司", ("广西壮族自治区", "省心", "科技", "limited")),
        (
            "台州青田商贸有限公司",
            ("台州市", "青田", "商贸", "limited"),
        ),  # 青田 lies in 丽水, whose code begins like that of 台州
        ("丽水青田岑野商贸有限公司", ("青田县", "岑野", "商贸", "limited")),
        ("云南省大理州岑野科技有限公司", ("大理白族自治州", "岑野", "科技", "limited")),
        ("岑" * 201, (None, None, None, None)),
    ],
)
def test_region_brand_trade_and_form(value: str, expected: tuple[str | None, ...]) -> None:
    assert parts(value) == expected


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("重庆市江北区岑野科技有限公司", "500105"),
        ("宁波江北岑野科技有限公司", "330205"),
        ("江北区岑野科技有限公司", "330205|500105"),
        ("岑野（江北区）科技有限公司", "330205|500105"),
        ("江苏省鼓楼区岑野科技有限公司", "320106|320302"),
        ("松江岑野科技有限公司", "310117"),  # 松江县 was there before 松江区
        ("吉林岑野科技有限公司", "22"),  # the province and a city in it
        ("岑野（杭州）科技有限公司", "3301"),
        ("岑野科技有限公司", None),
        ("Cenye Technology (Jiangbeiqu) Co., Ltd.", "330205|500105"),
        ("Chongqing Jiangbeiqu Cenye Technology Co., Ltd.", "500105"),
    ],
)
def test_the_codes_a_region_may_stand_for(value: str, code: str | None) -> None:
    assert read(value)["region_code"] == code


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("岑野（集团）有限责任公司", "岑野集团有限公司"),
        ("岑野科技有限公司", "岑野科技股份有限公司"),
        ("岑野科技有限公司", "岑野 科技 有限责任公司"),
        ("岑野（杭州）科技有限公司", "岑野(杭州)科技有限公司"),
        ("岑野貿易有限公司", "岑野贸易有限公司"),
        ("岑野投资中心（有限合伙）", "岑野投资中心"),
        ("Cenye Trading Co., Ltd.", "CENYE TRADING LIMITED"),
        ("Cenye (HK) Limited", "Cenye HK Ltd"),
    ],
)
def test_one_core_under_several_legal_forms(left: str, right: str) -> None:
    assert read(left)["core_key"] == read(right)["core_key"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("岑野集团有限公司", "岑野有限公司"),
        ("岑野控股有限公司", "岑野有限公司"),
        ("岑野商行", "岑野经营部"),
        ("杭州岑野科技有限公司", "上海岑野科技有限公司"),
        ("岑野科技有限公司", "岑野贸易有限公司"),
        ("Cenye Holdings Limited", "Cenye Limited"),
    ],
)
def test_other_companies_have_other_cores(left: str, right: str) -> None:
    assert read(left)["core_key"] != read(right)["core_key"]


@pytest.mark.parametrize("branch", ["杭州分公司", "滨江营业部", "第二分厂", "上海办事处", "西湖分店"])
def test_a_branch_belongs_to_its_company(branch: str) -> None:
    row = read("岑野科技有限公司" + branch)
    assert row["branch_of"] == read("岑野科技有限公司")["core_key"] == "岑野科技"
    assert row["core_key"] != row["branch_of"]
    assert (row["brand"], row["legal_form"]) == ("岑野", "branch")


def test_a_bank_is_the_parent_of_its_branches() -> None:
    assert read("岑野银行杭州分行")["branch_of"] == "岑野银行"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("岑野科技有限公司", "company"),
        ("杭州市西湖区岑野副食店", "sole_trader"),
        ("岑野小吃店（个体工商户）", "sole_trader"),
        ("杭州市人民政府国有资产监督管理委员会", "state"),
        ("香港中央结算（代理人）有限公司", "custodian"),
        ("岑野一号私募证券投资基金", "custodian"),
        ("岑野私募基金管理有限公司", "company"),
        ("杭州市税务局", "public_body"),
        ("岑一舟", "person"),
        ("欧阳一舟", "person"),
        ("岑野", "person"),
        ("李明轩", "person"),
        ("岑𬱖", "person"),  # characters beyond the first 65,536
        ("岑𠮷舟", "person"),
        ("岑野店", "sole_trader"),
        ("云南白药", "company"),
        ("公司", "company"),
        ("岑野科技", "company"),
    ],
)
def test_kinds(value: str, kind: str) -> None:
    assert read(value)["kind"] == kind


def test_a_name_without_letters_has_no_key() -> None:
    row = read("——")
    assert (row["name_key"], row["core_key"], row["kind"]) == (None, None, "company")


@settings(deadline=None)
@given(st.text("岑野杭州市上海（）()科技贸易集团有限责任股份公司分厂店商行Limited Co.,Ltd", max_size=18))
def test_parts_are_cut_out_of_the_name_and_never_empty(value: str) -> None:
    row = read(value)
    assert all(text is None or text for text in row.values() if text is not value)
    if row["brand"] is not None and row["branch_of"] is None:
        assert row["brand"] in row["name_key"] or "(" in value or "（" in value
    assert read(row["name_key"] or "岑野")["name_key"] == (row["name_key"] or "岑野")
