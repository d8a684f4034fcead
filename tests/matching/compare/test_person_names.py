"""Names that are not letter for letter one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.matching.compare.person_names import NamePairs, compare_names
from screening.matching.weights import load_weights
from screening.refdata.names import name_bits, split_name
from screening.refdata.readings import reading_keys
from screening.refdata.romanised import read_romanised

WEIGHTS = load_weights().name


def script(name: str) -> str:
    return "masked" if "*" in name else "latin" if name.isascii() else "han"


def readings(name: str) -> list[str]:
    parts = split_name(name)
    if script(name) == "masked":
        return []
    return list(read_romanised(name).keys) if parts is None else reading_keys(*parts)


def compare(left: str, right: str) -> tuple[str, float]:
    verdicts, bits = compare_names(
        NamePairs(
            [left.replace(" ", "").lower()], [right.replace(" ", "").lower()], [readings(left)], [readings(right)],
            [script(left)], [script(right)], np.array([name_bits(left)]), np.array([name_bits(right)]), [left], [right],
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
        ("王海龙", "王*", "other_script"),  # 王* may stand for a name of any length
        ("王海龙", "*海龙", "other_script"),
        ("王海龙", "*海强", "different"),
        ("王海龙", "王**强", "different"),
        ("王海龙", "W*** Hailong", "other_script"),
        ("王海龙", "王海尤", "near"),
        ("王海龙", "王海隆", "near"),
        ("王伟", "王炜", "homophone"),
        ("王伟", "王强", "different"),
        ("王海龙", "李建国", "different"),
        ("王未", "王末", "near"),
        ("李红", "李卫红", "near"),
        ("李美仪", "陈李美仪", "near"),
        ("李红", "李红卫强", "different"),
        ("陈大文", "Peter CHAN Tai Man", "other_way"),
        ("陈大文", "Peter Chan", "surname"),
        ("陈大文", "CHAN Tai Mang", "partly"),
        ("陈大文", "CHAN Tai Keung", "half"),
        ("陈文", "CHAN Keung", "different"),
        ("Paul CHAN Tai Man", "Peter CHEN Dawen", "other_script"),
        ("Luiz Inácio Lula da Souza", "Luiz Inácio Lula da Silva", "different"),
        ("Pio Abogne de Leon", "Pio Abogne de Vera", "different"),
        ("陈大文", "CHAN Siu Ming", "different"),
        ("陈大文", "John Smith", "other_script"),
        ("CHAN Tai Man", "CHEN Dawen", "other_script"),
        ("WONG Chun Ho", "WONG Tsun Ho", "partly"),
        ("CHAN Tai Man", "CHAN Siu Ming", "different"),
    ],
)
def test_verdicts_both_ways(left: str, right: str, verdict: str) -> None:
    assert compare(left, right)[0] == verdict
    assert compare(right, left)[0] == verdict


def test_only_shared_characters_count() -> None:
    assert compare("王海龙", "王海*")[1] < name_bits("王海龙")
    assert compare("王海龙", "王海强")[1] == pytest.approx(name_bits("王海*") + WEIGHTS.near)
    assert compare("王海龙", "王海尤")[1] == pytest.approx(name_bits("王海*") + WEIGHTS.mistaken)
    assert compare("王伟", "王炜")[1] == 0.0
    assert 0 < compare("陈大文", "CHAN Tai Man")[1] < name_bits("陈大文")
    assert -7 < compare("陈大文", "CHAN Tai Keung")[1] < compare("陈大文", "CHAN Tai Mang")[1]
    assert compare("陈大文", "CHAN Siu Ming")[1] == WEIGHTS.other_spelling
    assert 0 < compare("陈大文", "Peter Chan")[1] <= 4.0
    assert compare("王海龙", "李建国")[1] == WEIGHTS.contradiction


def test_no_pairs() -> None:
    verdicts, bits = compare_names(NamePairs([], [], [], [], [], [], np.zeros(0), np.zeros(0), [], []), WEIGHTS)

    assert verdicts == []
    assert bits.size == 0


@settings(deadline=None)
@given(
    st.sampled_from(["陈大文", "王海龙", "欧阳嘉欣", "李红", "*海龙", "王*"]),
    st.sampled_from(
        [
            "CHAN Tai Man",
            "Peter Chan",
            "Chen Dawen",
            "AU YEUNG Ka Yan",
            "John Smith",
            "Lee Hung",
            "陈大武",
            "欧**",
            "李卫红",
        ]
    ),
)
def test_no_shared_key_no_positive_bits_but_beside_other_evidence(left: str, right: str) -> None:
    verdict, bits = compare(left, right)
    shares = not set(readings(left)).isdisjoint(readings(right))
    assert bits <= 0 or shares or verdict in ("near", "partly", "half", "surname", "masked", "variant")
    assert compare(right, left) == (verdict, bits)
