"""Codes of regions."""

from __future__ import annotations

import pytest

from screening.refdata.regions import region_digits, regions


@pytest.mark.parametrize(
    ("name", "digits"),
    [("浙江", "33"), ("重庆市", "50"), ("杭州", "3301"), ("扬州市", "3210"), ("台州", "3310"), ("昆山", "320583")],
)
def test_the_digits_that_tell(name: str, digits: str) -> None:
    assert region_digits(regions()[name].code) == digits


def test_what_lies_in_a_region_begins_with_its_digits() -> None:
    for region in regions().values():
        digits = region_digits(region.code)
        assert len(digits) == {"province": 2, "prefecture": 4, "county": 6}[region.level]
        assert digits.startswith(region_digits(region.parent)), region.name
