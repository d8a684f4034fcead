"""Names of companies, part by part."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.compare.company_names import CompanyPairs, CompanyVerdicts, compare_companies
from screening.matching.weights import load_weights
from screening.staging.company_names import read_company_names

WEIGHTS = load_weights().company


def compare(
    left: str, right: str, how: str = "parts", bearers: float = 2.0, short: str = "", shape: str = ""
) -> CompanyVerdicts:
    rows = [read_company_names([name]).to_pylist()[0] for name in (left, right)]
    columns = {
        "name": "value",
        "core": "core_key",
        "brand": "brand",
        "region": "region_code",
        "trade": "trade",
        "form": "legal_form",
        "sounds": "sounds",
    }
    sides = {
        f"{side}_{part}": [row[column]]
        for side, row in zip(("left", "right"), rows, strict=True)
        for part, column in columns.items()
    }  # fmt: skip
    return compare_companies(
        CompanyPairs(how=[how], short=[short], shape=[shape], **sides, bearers=np.array([bearers]), companies=10_000),
        WEIGHTS,
    )


def total(found: CompanyVerdicts) -> float:
    return float(sum(bits[0] for bits in found.bits.values()))


@pytest.mark.parametrize(
    ("left", "right", "basis", "part", "verdict"),
    [
        ("杭州朵颐科技有限公司", "朵颐（杭州）科技有限公司", "region_moved", "region", "agrees"),
        ("杭州朵颐科技有限公司", "朵颐科技有限公司", "region_absent", "region", "absent"),
        ("杭州朵颐科技有限公司", "浙江朵颐科技有限公司", "region_absent", "region", "contains"),
        ("杭州朵颐科技有限公司", "上海朵颐科技有限公司", "similar_name", "region", "conflict"),
        # 江北区 and 鼓楼区 lie in several cities: the one named before it, else it may be any of them
        ("重庆市江北区朵颐科技有限公司", "重庆朵颐科技有限公司", "region_absent", "region", "contains"),
        ("重庆市江北区朵颐科技有限公司", "宁波江北朵颐科技有限公司", "similar_name", "region", "conflict"),
        ("重庆市江北区朵颐科技有限公司", "江北区朵颐科技有限公司", "region_absent", "region", "absent"),
        ("江北区朵颐科技有限公司", "重庆朵颐科技有限公司", "region_absent", "region", "contains"),
        ("江北区朵颐科技有限公司", "上海朵颐科技有限公司", "similar_name", "region", "conflict"),
        ("江北区朵颐科技有限公司", "朵颐（江北区）科技有限公司", "region_moved", "region", "agrees"),
        ("江苏省鼓楼区朵颐科技有限公司", "鼓楼区朵颐科技有限公司", "region_absent", "region", "absent"),
        ("江苏省鼓楼区朵颐科技有限公司", "朵颐科技（鼓楼区）有限公司", "region_absent", "region", "absent"),
        ("北京朝阳朵颐科技有限公司", "北京市朝阳区朵颐科技有限公司", "region_moved", "region", "agrees"),
        ("杭州朵颐科技有限公司", "杭州朵颐科技股份有限公司", "legal_form", "form", "conflict"),
        ("杭州朵颐科技有限公司", "杭州朵颐贸易有限公司", "similar_name", "trade", "conflict"),
        ("杭州朵颐科技有限公司", "杭州朵颐控股有限公司", "similar_name", "group", "absent"),
        ("杭州朵颐金属制品有限公司", "杭州朵颐金属制吕有限公司", "similar_name", "trade", "typo"),
        ("浙江省杭州市朵颐科技有限公司", "杭州朵颐科技有限公司", "region_moved", "region", "agrees"),
        ("浙江省杭州市朵颐科技有限公司", "朵颐（杭州）科技有限公司", "region_moved", "region", "agrees"),
        # cities and a province whose codes end in a zero that tells: 3210, 50
        ("江苏省扬州市广陵区朵颐科技有限公司", "广陵区朵颐科技有限公司", "region_moved", "region", "agrees"),
        ("重庆市渝中区朵颐科技有限公司", "渝中区朵颐科技有限公司", "region_moved", "region", "agrees"),
        ("杭州朵颐生物科技有限公司", "杭州朵颐物科技有限公司", "similar_name", "trade", "typo"),
        ("杭州朵颐美包装有限公司", "杭州朵颐美装有限公司", "similar_name", "trade", "typo"),
        ("香港朵颐科技（深圳）有限公司", "香港朵颐科技（厦门）有限公司", "similar_name", "region", "conflict"),
    ],
)
def test_the_part_that_differs(left: str, right: str, basis: str, part: str, verdict: str) -> None:
    found, back = compare(left, right), compare(right, left)

    assert (found.basis[0], found.parts[part][0]) == (basis, verdict)
    assert total(back) == pytest.approx(total(found))


def test_a_conflict_outweighs_the_rarest_trade_name() -> None:
    prior = -np.log2(10_000)

    assert total(compare("杭州朵颐科技有限公司", "上海朵颐科技有限公司")) + prior < 0
    assert total(compare("杭州朵颐科技有限公司", "杭州朵颐贸易有限公司")) + prior < 0
    assert total(compare("杭州朵颐科技有限公司", "朵颐（杭州）科技有限公司")) + prior > 0


def test_a_trade_name_that_many_bear_is_worth_less() -> None:
    rare, common = (
        compare("杭州宏达科技有限公司", "宏达科技有限公司"),
        compare("杭州宏达科技有限公司", "宏达科技有限公司", bearers=200.0),
    )

    assert rare.bits["brand"][0] - common.bits["brand"][0] > 5.0


def test_stated_names_need_no_parts() -> None:
    found = compare("杭州朵颐科技有限公司", "上海别名贸易有限公司", how="former_name")

    assert (found.basis[0], bool(found.firm[0]), total(found)) == ("former_name", True, WEIGHTS.former_name)


def test_numerals_are_no_slips() -> None:
    assert compare("杭州朵颐二号投资有限公司", "杭州朵颐三号投资有限公司").parts["brand"][0] == "conflict"


@pytest.mark.parametrize(
    ("latin", "chinese", "sound", "brand", "region", "trade"),
    [
        ("Hangzhou Duoyi Technology Co., Ltd.", "杭州朵颐科技有限公司", "duoyi", "agrees", "agrees", "agrees"),
        ("Duo Yi Sci-Tech Ltd", "杭州朵颐科技有限公司", "duoyi", "agrees", "absent", "agrees"),
        ("DUOYI ELEC", "朵颐电子有限公司", "duoyi", "agrees", "absent", "agrees"),
        ("Shanghai Duoyi Technology", "杭州朵颐科技有限公司", "duoyi", "agrees", "conflict", "agrees"),
        ("Hangzhou Duoyi Shipping Ltd", "杭州朵颐科技有限公司", "duoyi", "agrees", "agrees", "conflict"),
        ("Hangzhou Duoyi Technology Ltd", "杭州朵颐达科技有限公司", "duoyi", "contains", "agrees", "agrees"),
        ("Hangzhou Duoyi Da Trading Ltd", "杭州朵颐贸易有限公司", "duoyi", "contains", "agrees", "agrees"),
        ("Kunshan Duoyi Technology Ltd", "昆山朵颐科技有限公司", "kunshanduoyi", "agrees", "absent", "agrees"),
        ("Duoyi", "杭州朵颐科技有限公司", "duoyi", "agrees", "absent", "absent"),
    ],
)
def test_a_latin_name_beside_a_chinese_one(
    latin: str, chinese: str, sound: str, brand: str, region: str, trade: str
) -> None:
    found, back = compare(latin, chinese, "romanised", short=sound), compare(chinese, latin, "romanised", short=sound)

    assert [found.parts[part][0] for part in ("brand", "region", "trade")] == [brand, region, trade]
    assert total(back) == pytest.approx(total(found))
    assert (found.basis[0], bool(found.firm[0])) == ("romanised_name", False)


def test_conflicts_outweigh_a_common_sound() -> None:
    prior = -np.log2(10_000)

    assert total(compare("Hangzhou Duoyi Technology", "杭州朵颐科技有限公司", "romanised", short="duoyi")) + prior > 0
    assert total(compare("Shanghai Duoyi Technology", "杭州朵颐科技有限公司", "romanised", short="duoyi")) + prior < -4
    assert total(compare("Hangzhou Duoyi Shipping", "杭州朵颐科技有限公司", "romanised", short="duoyi")) + prior < -4


def test_a_short_name_that_leaves_characters_out_is_worth_less() -> None:
    full = "杭州朵颐新型材料股份有限公司"
    exact = compare("朵颐新型", full, "short", 1.0, "朵颐新型", "exact")
    loose = compare("朵颐新材", full, "short", 1.0, "朵颐新材", "loose")
    within = compare("朵颐新材", "大昌" + full, "short", 1.0, "朵颐新材", "within")

    assert total(exact) > total(loose) > total(within)
    assert {str(found.basis[0]) for found in (exact, loose, within)} == {"short_name"}


def test_two_latin_names_are_compared_whole() -> None:
    found = compare("Duoyi Trading Ltd", "DUO YI TRADING LIMITED", "latin")

    assert (found.basis[0], found.parts["brand"][0], bool(found.firm[0])) == ("latin_name", "agrees", False)


def test_pairs_of_several_kinds_keep_their_places() -> None:
    one, two = (
        compare("Duoyi Trading Ltd", "Duoyi Trading Ltd", "latin"),
        compare("杭州朵颐科技有限公司", "朵颐科技有限公司"),
    )
    names = [["Duoyi Trading Ltd", "杭州朵颐科技有限公司"], ["Duoyi Trading Ltd", "朵颐科技有限公司"]]
    read = [read_company_names([name]).to_pylist()[0] for name in (*names[0], *names[1])]
    sides = {
        f"{side}_{part}": [read[at][column], read[at + 1][column]]
        for side, at in (("left", 0), ("right", 2))
        for part, column in (("name", "value"), ("core", "core_key"), ("brand", "brand"), ("trade", "trade"), ("form", "legal_form"), ("sounds", "sounds"))
    }  # fmt: skip
    both = compare_companies(
        CompanyPairs(
            how=["latin", "parts"], short=["", ""], shape=["", ""], **sides, left_region=[None, "3301"], right_region=[None, None],
            bearers=np.array([2.0, 2.0]), companies=10_000,
        ),
        WEIGHTS,
    )  # fmt: skip

    assert both.basis.tolist() == [one.basis[0], two.basis[0]]
    assert both.total == pytest.approx([total(one), total(two)])
