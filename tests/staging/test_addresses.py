"""Addresses: one form per place, and whether it reaches a house or a unit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.addresses import read_addresses


def norm(value: str) -> str | None:
    found: str | None = read_addresses([value]).to_pylist()[0]["norm"]
    return found


@pytest.mark.parametrize(
    "value",
    [
        "浙江省杭州市滨江区野渡路12号楼3单元1201室", "杭州市滨江区野渡路12号楼3单元1201室", "滨江区野渡路12-3-1201", "滨江区野渡路 12幢 3单元 1201",
        "浙江杭州市滨江区野渡路十二号楼三单元1201室", "滨江區野渡路１２號樓３單元１２０１室", "滨江区野渡路12#3-1201", "滨江区野渡路012号楼03单元1201室",
    ],
)  # fmt: skip
def test_one_place_in_several_writings(value: str) -> None:
    assert norm(value) == "滨江区野渡路12-3-1201"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("滨江区野渡路12号1201室", "滨江区野渡路12号1202室"),
        ("滨江区野渡路1号21室", "滨江区野渡路12号1室"),
        ("滨江区野渡路12号A座", "滨江区野渡路12号B座"),
        ("杭州市野渡路12号", "上海市野渡路12号"),
    ],
)
def test_other_places_have_other_forms(left: str, right: str) -> None:
    assert norm(left) != norm(right)


def test_roads_named_after_counties_stay_roads() -> None:
    assert norm("北京市朝阳区朝阳路5号") == "朝阳区朝阳路5"
    assert norm("北京市长安街5号") == "北京市长安街5"


@pytest.mark.parametrize(
    ("value", "usable"),
    [
        ("滨江区野渡路12号", True),
        ("滨江区野渡大厦A座1201", True),
        ("滨江区野渡路", False),
        ("浙江省杭州市滨江区", False),
        ("野渡工业园区", False),
        ("12号", False),
        ("——", False),
    ],
)
def test_only_a_house_or_unit_ties_two_records(value: str, usable: bool) -> None:
    (row,) = read_addresses([value]).to_pylist()
    assert row["usable"] is usable


@settings(deadline=None)
@given(st.lists(st.text("滨江区杭州市野渡路号楼室单元一二十百〇0129AB-#（） ", max_size=20), max_size=6))
def test_addresses_are_read_alone_and_together_alike(values: list[str]) -> None:
    together = [row["norm"] for row in read_addresses(values).to_pylist()]
    assert together == [norm(value) for value in values]
