"""Parts and sounds of companies' names in Latin letters, and the sounds of Chinese ones beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.staging.company_names import read_company_names
from screening.staging.latin_company_names import read_latin_name


@pytest.mark.parametrize(
    ("value", "region", "brand", "trade", "said"),
    [
        ("Hangzhou Cenye Technology Co., Ltd.", "杭州市", "cenye", "technology", "cenye technology"),
        ("Hang Zhou CenYe Technology Co., Ltd.", "杭州市", "cenye", "technology", "cen ye technology"),
        ("Zhejiang Hangzhou Cenye Trading Ltd", "杭州市", "cenye", "trading", "cenye trading"),
        ("Cenye (Shanghai) Trading Limited", "上海市", "cenye", "trading", "cenye trading"),
        ("Cenye Trading (HK) Ltd", "香港特别行政区", "cenye", "trading", "cenye trading"),
        ("Tsingtao Cenye Food Company", "青岛市", "cenye", "food", "cenye food"),
        ("Cenye Trading Zhuhai", "珠海市", "cenye", "trading", "cenye trading"),
        ("Cen-ye Ltd", None, "cenye", None, "cen ye"),
        ("Shanghai", None, "shanghai", None, "shanghai"),
        ("Ltd", None, "ltd", None, "ltd"),
    ],
)
def test_region_brand_and_trade(value: str, region: str | None, brand: str, trade: str | None, said: str) -> None:
    found = read_latin_name(value)

    assert (found.region, found.brand, found.trade, found.said) == (region, brand, trade, said)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("杭州岑野科技有限公司", ["cen ye ke ji"]),
        ("岑野（杭州）科技有限公司", ["cen ye ke ji"]),
        ("昆山岑野科技有限公司", ["cen ye ke ji", "kun shan cen ye ke ji"]),
        ("Hangzhou Cenye Technology Ltd", ["cenye technology"]),
        ("岑野小吃店", None),
        ("岑一舟", None),
    ],
)
def test_how_a_name_sounds(value: str, expected: list[str] | None) -> None:
    assert read_company_names([value]).column("sounds").to_pylist() == [expected]


def test_no_names_at_all() -> None:
    assert read_company_names([]).num_rows == 0


@given(st.text("Hangzhou ShangHai Cenye (HK) & Co., Ltd.'-éß\u202e", max_size=30))
def test_any_latin_text_is_read(value: str) -> None:
    found = read_latin_name(value)

    assert all(part is None or part for part in (found.region, found.brand, found.trade, found.said))
