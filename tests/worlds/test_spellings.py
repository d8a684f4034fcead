"""Spellings and numbers of the generator against examples from books and passports."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tests.worlds import numbers, spellings


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("zhang", "chang"), ("chen", "chen"), ("xu", "hsu"), ("qian", "chien"), ("jiang", "chiang"), ("zhou", "chou"), ("cai", "tsai"),
        ("guo", "kuo"), ("he", "ho"), ("lin", "lin"), ("bai", "pai"), ("deng", "teng"), ("rong", "jung"), ("shi", "shih"), ("zi", "tzu"),
        ("xue", "hsueh"), ("luo", "lo"), ("yu", "yu"), ("wang", "wang"), ("ai", "ai"),
    ],
)  # fmt: skip
def test_wade_giles(pinyin: str, expected: str) -> None:
    assert spellings.wade_giles(pinyin) == expected


def test_names_of_well_known_form() -> None:
    assert spellings.cantonese("陈", "志明") == ("Chan", ["Chi", "Ming"])
    assert spellings.cantonese("欧阳", "伟")[0] == "Au Yeung"
    assert spellings.singapore("陈", "金福") == ("Tan", ["Kim", "Hock"])
    assert spellings.surname_pinyin("单") == "shan"
    assert spellings.surname_pinyin("吕") == "lyu"


def _resident_is_valid(number: str) -> bool:
    """ISO 7064 MOD 11-2 by its own definition: the weighted sum of all 18 places is 1 modulo 11."""
    values = [10 if c == "X" else int(c) for c in number]
    return sum(value * pow(2, 17 - place, 11) for place, value in enumerate(values)) % 11 == 1


def test_numbers_are_valid_until_somebody_mistypes_them() -> None:
    rng = random.Random(5)
    for _ in range(200):
        number = numbers.resident(rng, date(1980, 2, 29), female=True)
        assert _resident_is_valid(number)
        assert number[6:14] == "19800229" and int(number[16]) % 2 == 0
        assert not _resident_is_valid(numbers.one_digit(rng, number))
        assert len(numbers.dropped(rng, number)) == 17
        swapped = numbers.swapped(rng, number)
        assert sorted(swapped) == sorted(number) and swapped != number
    assert numbers.fifteen("11010519491231002X") == "110105491231002"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("6_4", "110105********002X"), ("3_4", "110***********002X"), ("1_1", "1****************X"), ("last_4", "**************002X"),
        ("14_0", "11010519491231****"), ("short_stars", "110105****002X"), ("ellipsis", "110105…002X"), ("10_2", "1101051949******2X"),
        ("x", "110105XXXXXXXX002X"), ("birth_hidden", "110105********002X"),
    ],
)  # fmt: skip
def test_masks(style: str, expected: str) -> None:
    assert numbers.MASKS[style]("11010519491231002X") == expected
