"""Names that are not letter for letter one."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.compare.person_names import NamePairs, compare_names
from screening.matching.weights import load_weights
from screening.refdata.names import name_bits
from screening.refdata.text import pinyin_key

WEIGHTS = load_weights().name


def script(name: str) -> str:
    return "masked" if "*" in name else "latin" if name.isascii() else "han"


def compare(left: str, right: str) -> tuple[str, float]:
    def readings(name: str) -> list[str]:
        return [f"p:{pinyin_key(name)}"]

    verdicts, bits = compare_names(
        NamePairs(
            [left], [right], [readings(left)], [readings(right)], [script(left)], [script(right)],
            np.array([name_bits(left)]), np.array([name_bits(right)]),
        ),
        WEIGHTS,
    )  # fmt: skip
    return verdicts[0], float(bits[0])


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("王海龙", "wanghailong", "other_way"),
        ("王海龙", "王海*", "masked"),
        ("王海龙", "王*龙", "masked"),
        ("王海龙", "李*龙", "different"),
        ("王海龙", "王*", "different"),
        ("王海龙", "王海尤", "near"),
        ("王海龙", "王海隆", "near"),
        ("王伟", "王炜", "homophone"),
        ("王伟", "王强", "different"),
        ("王海龙", "李建国", "different"),
        ("陈大文", "chantaiman", "other_script"),
    ],
)
def test_verdicts_both_ways(left: str, right: str, verdict: str) -> None:
    assert compare(left, right)[0] == verdict
    assert compare(right, left)[0] == verdict


def test_only_shared_characters_count() -> None:
    assert compare("王海龙", "王海*")[1] < name_bits("王海龙")
    assert compare("王海龙", "王海尤")[1] == pytest.approx(name_bits("王海*") + WEIGHTS.near)
    assert compare("王伟", "王炜")[1] == 0.0
    assert compare("陈大文", "chantaiman")[1] == WEIGHTS.other_script
    assert compare("王海龙", "李建国")[1] == WEIGHTS.contradiction


def test_no_pairs() -> None:
    verdicts, bits = compare_names(NamePairs([], [], [], [], [], [], np.zeros(0), np.zeros(0)), WEIGHTS)

    assert verdicts == []
    assert bits.size == 0
