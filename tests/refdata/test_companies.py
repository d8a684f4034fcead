"""Words in names of companies."""

from __future__ import annotations

import pytest

from screening.refdata.companies import (
    custodian,
    government_or_public,
    industry_words,
    legal_forms,
    regions,
    state_holder,
)
from screening.refdata.text import fold_text


@pytest.mark.parametrize(
    ("name", "code", "branch", "sole"),
    [
        ("深圳华盛科技有限公司", "limited", False, False),
        ("深圳華盛科技有限責任公司", "limited", False, False),
        ("华盛科技股份有限公司", "joint_stock", False, False),
        ("华盛集团有限公司", "limited_group", False, False),
        ("华盛（集团）有限公司", "limited_group", False, False),
        ("华盛投资合伙企业（有限合伙）", "limited_partnership", False, False),
        ("华盛科技有限公司深圳分公司", "branch", True, False),
        ("华盛科技有限公司驻京办事处", "branch", True, False),
        ("南山区老王文具店", "trade_name", False, True),
        ("老王经营部", "trade_name", False, True),
        ("Huasheng Technology Co., Ltd.", "ltd_en", False, False),
        ("Huasheng (HK) Limited", "ltd_en", False, False),
        ("Huasheng LLC", "llc_en", False, False),
        ("Huasheng Inc.", "joint_stock_en", False, False),
    ],
)
def test_the_longest_form_wins(name: str, code: str, branch: bool, sole: bool) -> None:
    form = next(form for form in legal_forms() if fold_text(name).endswith(form.key))

    assert (form.code, form.branch, form.sole_trader) == (code, branch, sole)


def test_words_are_longest_first_and_unique() -> None:
    keys = [form.key for form in legal_forms()]

    assert [len(key) for key in keys] == sorted((len(key) for key in keys), reverse=True)
    assert [len(word) for word in industry_words()] == sorted((len(word) for word in industry_words()), reverse=True)
    assert len(set(industry_words())) == len(industry_words()) >= 300
    assert {"科技", "贸易", "商贸", "建材"} <= set(industry_words())


def test_one_key_has_one_meaning() -> None:
    meanings: dict[str, set[tuple[str, bool, bool]]] = {}
    for form in legal_forms():
        meanings.setdefault(form.key, set()).add((form.code, form.branch, form.sole_trader))

    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("name", "code", "level", "parent"),
    [
        ("深圳", "440300", "prefecture", "440000"),
        ("深圳市", "440300", "prefecture", "440000"),
        ("广东", "440000", "province", ""),
        ("南沙区", "440115", "county", "440100"),
        ("内蒙古", "150000", "province", ""),
        ("香港", "810000", "province", ""),
        ("萧山市", "330181", "county", "330100"),
        ("恩施", "422800", "prefecture", "420000"),
    ],
)
def test_regions(name: str, code: str, level: str, parent: str) -> None:
    region = regions()[name]

    assert (region.code, region.level, region.parent) == (code, level, parent)


def test_a_name_of_several_regions_keeps_all_codes() -> None:
    assert {"110105", "220104"} <= set(regions()["朝阳区"].codes)
    assert regions()["萧山市"].retired and not regions()["萧山区"].retired
    assert all(len(name) >= 2 for name in regions())


@pytest.mark.parametrize(
    ("name", "state", "holds_for_others", "public"),
    [
        ("深圳市人民政府国有资产监督管理委员会", True, False, True),
        ("国务院国资委", True, False, True),
        ("河北省財政廳", True, False, True),
        ("中央汇金投资有限责任公司", True, False, False),
        ("深圳市投资控股有限公司", False, False, False),
        ("广州国有资产管理有限公司", False, False, False),
        ("香港中央结算（代理人）有限公司", False, True, False),
        ("HKSCC NOMINEES LIMITED", False, True, False),
        ("全国社保基金一一三组合", False, True, False),
        ("招商银行股份有限公司－华夏沪深300交易型开放式指数证券投资基金", False, True, False),
        ("华盛私募证券投资基金管理有限公司", False, False, False),
        ("Ketfill Limited", False, False, False),
        ("某某股份有限公司－2023年员工持股计划", False, False, False),
        ("Central Huijin Investment Ltd.", True, False, False),
        ("梧桐树投资平台有限责任公司", True, False, False),
        ("杭州汇金投资管理有限公司", False, False, False),
        ("财政部印刷厂有限公司", False, False, False),
        ("社保基金大厦物业有限公司", False, False, False),
        ("苏州中央结算科技有限公司", False, False, False),
        ("HSBC Nominees (Hong Kong) Limited", False, True, False),
        ("汇丰代理人（香港）有限公司", False, True, False),
        ("中国证券金融股份有限公司", False, True, False),
        ("太平人寿保险有限公司-分红-团险分红", False, True, False),
        ("中信证券股份有限公司约定购回专用账户", False, True, False),
        ("科威特政府投资局－自有资金", False, True, False),
        ("香港中央結算（代理人）有限公司", False, True, False),
        ("中山大学", False, False, True),
        ("大学城餐饮有限公司", False, False, False),
        ("国家税务总局深圳市税务局", False, False, True),
    ],
)
def test_who_a_holder_is(name: str, state: bool, holds_for_others: bool, public: bool) -> None:
    assert (state_holder(name), custodian(name), government_or_public(name)) == (state, holds_for_others, public)
