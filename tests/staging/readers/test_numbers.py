"""Shares, amounts and whole numbers: exact, and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.readers.numbers import currency_in, read_amount, read_integer, read_share
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading

SHARES = st.decimals(0, 100, places=6)
AMOUNTS = st.decimals(-(10**13), 10**13, places=2)


@settings(deadline=None)
@given(SHARES)
def test_a_percentage_keeps_six_places(share: Decimal) -> None:
    expected = Reading(str(share.quantize(Decimal("0.000001"))))
    assert read_share(str(share)) == expected
    assert read_share(f"{share}%") == expected
    assert read_share(f" {share} ％") == expected


@settings(deadline=None)
@given(SHARES)
def test_a_fraction_is_multiplied_only_without_a_percent_sign(share: Decimal) -> None:
    expected = Reading(str(share.quantize(Decimal("0.000001"))))
    assert read_share(f"{share / 100:f}", fraction=True) == expected
    assert read_share(f"{share:f}%", fraction=True) == expected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("４.９９％", "4.990000"),
        ("百分之4.99", "4.990000"),
        (".5", "0.500000"),
        ("4.99e0", "4.990000"),
        ("1e-05", "0.000010"),
        ("100.00005", "100.000000"),
        ("+3", "3.000000"),
    ],
)
def test_shares_in_other_writings(cell: str, value: str) -> None:
    assert read_share(cell) == Reading(value)


@pytest.mark.parametrize("cell", ["100.1", "-1", "120%", "约5", "5%以上", "4,99", "inf", "5‰", "1/3", "%"])
def test_what_is_no_share_is_malformed(cell: str) -> None:
    assert read_share(cell) == MALFORMED


@pytest.mark.parametrize("cell", ["-", "无", "N/A", "不详", "nan"])
def test_placeholders_say_nothing(cell: str) -> None:
    assert read_share(cell) == read_amount(cell) == read_integer(cell) == NOTHING


@settings(deadline=None)
@given(AMOUNTS)
def test_an_amount_is_the_same_with_separators_and_signs(amount: Decimal) -> None:
    expected = Reading(str(amount.quantize(Decimal("0.01"))))
    assert read_amount(str(amount)) == expected
    assert read_amount(f"{amount:,}") == expected
    assert read_amount(f"￥{amount:,}元") == expected
    assert read_amount(f"RMB {amount:,}") == expected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12.3万元", "123000.00"),
        ("1.5亿", "150000000.00"),
        ("(1,234.50)", "-1234.50"),
        ("HK$8，800", "8800.00"),
        ("1234.565", "1234.57"),
        ("０.５", "0.50"),
        ("¥-5", "-5.00"),
    ],
)
def test_amounts_in_other_writings(cell: str, value: str) -> None:
    assert read_amount(cell) == Reading(value)


@pytest.mark.parametrize("cell", ["1,23", "12,34,567", "约100", "(5", "5)", "一万", "1.2.3", "10000000000000000", "$"])
def test_what_is_no_amount_is_malformed(cell: str) -> None:
    assert read_amount(cell) == MALFORMED


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("HK$8,800", "HKD"),
        ("US$5", "USD"),
        ("￥5", "CNY"),
        ("12万元人民币", "CNY"),
        ("港币100元", "HKD"),
        ("$5", None),
        ("500", None),
    ],
)
def test_the_currency_beside_an_amount(cell: str, code: str | None) -> None:
    assert currency_in(cell) == code


@pytest.mark.parametrize(
    ("cell", "value"), [("30", "30"), ("30天", "30"), ("30.0", "30"), ("３０ 日", "30"), ("-5", "-5")]
)
def test_whole_numbers(cell: str, value: str) -> None:
    assert read_integer(cell) == Reading(value)


@pytest.mark.parametrize("cell", ["1.5", "三十", "30-60"])
def test_what_is_no_whole_number_is_malformed(cell: str) -> None:
    assert read_integer(cell) == MALFORMED
