"""Name probabilities: levels that were published, order of magnitude elsewhere, and never a zero."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.names import (
    name_bits,
    name_tables,
    person_name_probability,
    split_name,
)


@pytest.mark.parametrize(("name", "p"), [("张伟", 2.2e-4), ("王伟", 2.2e-4), ("王芳", 2.1e-4), ("李秀英", 1.9e-4)])
def test_published_counts(name: str, p: float) -> None:
    assert person_name_probability(name) == pytest.approx(p, rel=0.05)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("张丽", 5e-5, 2.5e-4),  # not in the table of full names
        ("刘洋", 3e-5, 2.5e-4),
        ("王建国", 2e-5, 1.2e-4),
        ("陈志强", 5e-6, 1e-4),
        ("欧阳明", 2e-7, 5e-6),
        ("闵恩泽", 1e-9, 1e-7),
        ("冼碧瑶", 1e-9, 1e-7),
        ("扎西次仁", 1e-6, 1e-5),  # no surname, and thousands who are called so
        ("尼玛", 1e-6, 1e-5),
    ],
)
def test_order_of_magnitude(name: str, low: float, high: float) -> None:
    assert low <= person_name_probability(name) <= high


def test_surnames_add_up() -> None:
    shares = sorted((share for name, share in name_tables().surname.items()), reverse=True)

    assert 0.83 <= sum(shares[:100]) <= 0.87  # 85.9 % in the name report of 2019
    assert 0.98 <= sum(shares) <= 1.0
    assert all(0.065 <= share <= 0.075 for share in shares[:3])


def test_a_masked_name_is_worth_its_surname() -> None:
    assert person_name_probability("张*") == pytest.approx(name_tables().surname["张"])
    assert person_name_probability("欧**") == pytest.approx(name_tables().surname["欧"])


@settings(deadline=None)  # the first call loads tables and packages
@given(st.text())
def test_every_text_has_a_probability(text: str) -> None:
    p = person_name_probability(text)

    assert 0 < p <= 1
    assert math.isfinite(name_bits(text))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("张伟", ("张", "伟")),
        ("欧阳锋", ("欧阳", "锋")),
        ("欧阳", ("欧", "阳")),
        ("司马懿", ("司马", "懿")),
        ("张 三丰", ("张", "三丰")),
        ("张*", ("张", "*")),
        ("阿依古丽·买买提", None),
        ("John", None),
        ("张", None),
        ("", None),
    ],
)
def test_split(name: str, parts: tuple[str, str] | None) -> None:
    assert split_name(name) == parts


def test_a_hidden_surname_is_worth_nothing() -> None:
    assert person_name_probability("*海龙") > person_name_probability("王海龙")
    assert person_name_probability("*海龙") == pytest.approx(
        person_name_probability("王海龙") / name_tables().surname["王"]
    )
