"""Cells that hold the names of several people, and cells that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.staging.several_people import SUSPECT, several_people, split_people


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("岑一舟、褚望舒", ("岑一舟", "褚望舒")),
        ("岑一舟;褚望舒", ("岑一舟", "褚望舒")),
        ("周立新 李秀玲", ("周立新", "李秀玲")),
        ("周立新（董事长）、李秀玲（监事）", ("周立新", "李秀玲")),
        ("联系人：周立新/李秀玲", ("周立新", "李秀玲")),
        ("周立新和李秀玲", ("周立新", "李秀玲")),
        ("周立新，李秀玲等2人", ("周立新", "李秀玲")),
        ("周立新、李某", ("周立新", "李*")),
        ("周立新13800138001、李秀玲", ("周立新", "李秀玲")),
        ("阿卜力孜·吐尔逊、周立新", ("阿卜力孜·吐尔逊", "周立新")),
        ("CHAN Tai Man / WONG Siu Ming", ("CHAN Tai Man", "WONG Siu Ming")),
        ("周立新\n李秀玲", ("周立新", "李秀玲")),
        ("周立新／李秀玲", ("周立新", "李秀玲")),
        ("周立新｜李秀玲＋岑一舟", ("周立新", "李秀玲", "岑一舟")),
        ("周立新＆李秀玲", ("周立新", "李秀玲")),
        ("周立新、李秀玲和王力", ("周立新", "李秀玲", "王力")),
        ("周立新、李秀玲 王力", ("周立新", "李秀玲", "王力")),
        ("周立新 与 李秀玲", ("周立新", "李秀玲")),
        ("CHAN Tai Man 陈大文／WONG Siu Ming 黄小明", ("陈大文", "黄小明")),
    ],
)
def test_every_person_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert split_people(cell) == names
    assert SUSPECT.search(cell)


@pytest.mark.parametrize(
    "cell",
    ["周 立新", "欧阳 立新", "司马 向东", "周立新/ZHOU Lixin", "李和平", "陈 李美仪", "CHAN, Tai Man", "周立新、采购部", "周立新 收", "周立新、周立新", "陳大文/陈大文",
     "周 立 新", "周立新 先生", "周 立新/ZHOU Lixin", "CHAN Tai Man／陈 大文", "欧阳 立新、采购部", "周先生/李小姐", "林与方圆", "周立新 13800138001", "、", "", "；；；", "周立新、" * 3000],
)  # fmt: skip
def test_one_person_is_not_cut_in_two(cell: str) -> None:
    assert split_people(cell) == ()


@given(st.text(max_size=60) | st.text("周立新李秀玲王力和与 \n、，､;；﹔/／|｜&＆﹠+＋﹢·:：(（)）ab", max_size=20))
def test_any_text_gives_names_or_none(cell: str) -> None:
    found = several_people([cell])

    assert found.num_rows == 0 or SUSPECT.search(cell), "no cell of several people is passed over"

    assert found.num_rows == 0 or found.num_rows > 1
    assert all(name.strip() for name in found.column("name").to_pylist())
