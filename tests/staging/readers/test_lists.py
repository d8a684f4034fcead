"""Cells of several values."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.readers import lists
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading


@pytest.mark.parametrize("separator", [";", "；", "|", "\n", "; ", "\r\n"])
def test_values_are_distinct_and_in_order(separator: str) -> None:
    assert lists.read_texts(separator.join(["乙路2号", "甲路1号", "乙路2号", "", "无"])) == Reading(
        values=("乙路2号", "甲路1号")
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(["岑野", "Cen Ye", "岑野股份", "CY"]), min_size=1), st.randoms())
def test_the_order_of_values_does_not_matter(names: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(names, len(names))
    assert lists.read_texts(";".join(names)) == lists.read_texts("；".join(shuffled))


def test_addresses_keep_their_commas_and_phones_do_not() -> None:
    assert lists.read_texts("Flat A, 12/F").values == ("Flat A, 12/F",)
    assert lists.read_phones("13912345670，0571-88123456").values == ("0571-88123456", "13912345670")


def test_emails_are_lower_case_and_others_are_malformed() -> None:
    assert lists.read_emails("A.B@Example.COM") == Reading(values=("a.b@example.com",))
    assert lists.read_emails("a@b.cn; 见附件") == Reading(values=("a@b.cn",), malformed=True)
    assert lists.read_emails("someone at example") == MALFORMED
    assert lists.read_emails("无") == NOTHING


def test_accounts_are_digits_and_excel_damage_is_malformed() -> None:
    assert lists.read_accounts("6222 0213-0400 5678 901") == Reading(values=("6222021304005678901",))
    assert lists.read_accounts("6.22202E+18") == MALFORMED
    assert lists.read_accounts("6222021304005670000") == MALFORMED
    assert lists.read_accounts("622202130400567000") == MALFORMED
    assert lists.read_accounts("6222021304005600").values == ("6222021304005600",), "one or two zeros are chance"
    assert lists.read_accounts("622202******8901").values == ("622202******8901",)
    assert lists.read_accounts("对公账户") == MALFORMED


@pytest.mark.parametrize("cell", ["0000000000", "1111111111111111", "1234567890", "123", "无"])
def test_accounts_that_nobody_has_say_nothing(cell: str) -> None:
    assert lists.read_accounts(cell) == NOTHING


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("13947561820/13947561821", ("13947561820", "13947561821")),
        ("13947561820 0571-86753142", ("0571-86753142", "13947561820")),
        ("0571-86753142/43", ("0571-86753142",)),
        ("139 4756 1820", ("139 4756 1820",)),
        ("+852 2475 6182", ("+852 2475 6182",)),
        ("0571-86753142 / 86753143", ("0571-86753142", "0571-86753143")),
        ("24756182;94756182", ("24756182", "94756182")),
        ("13947561820/0571-86753142", ("0571-86753142", "13947561820")),
        ("0571-86753142／13947561820/13947561821", ("0571-86753142", "13947561820", "13947561821")),
        ("2475 6182 / 9475 6182", ("2475 6182", "9475 6182")),
        ("+852 2475 6182/+853 6647 5182", ("+852 2475 6182", "+853 6647 5182")),
        ("(02)2756-4185/(04)2756-4186", ("(02)2756-4185", "(04)2756-4186")),
        ("139****1820/138****1821", ("138****1821", "139****1820")),
        ("139/4756/1820", ("139/4756/1820",)),
        ("0571/86753142", ("0571/86753142",)),
        ("0571-86753142/43/44", ("0571-86753142",)),
        ("0512-85247966；68457117", ("+85268457117", "0512-68457117", "0512-85247966")),
    ],
)
def test_several_phones_in_one_cell(cell: str, values: tuple[str, ...]) -> None:
    assert lists.read_phones(cell).values == values
