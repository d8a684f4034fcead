"""Keys, scripts and rarity of people's names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.person_names import read_person_names


def read(value: str) -> dict[str, Any]:
    row: dict[str, Any] = read_person_names([value]).to_pylist()[0]
    return row


@pytest.mark.parametrize(
    "value",
    ["岑一舟", " 岑 一 舟 ", "岑一舟先生", "岑一舟（董事）", "岑一舟（大）", "岑一舟(Cen Yizhou)", "岑一舟【已退休】"],
)
def test_one_name_in_several_writings(value: str) -> None:
    row = read(value)
    assert (row["name_key"], row["script"], row["surname"], row["given"]) == ("岑一舟", "han", "岑", "一舟")
    assert row["pinyin_key"] == "cenyizhou"


def test_traditional_and_simplified_have_one_key() -> None:
    assert read("陳麗華")["name_key"] == read("陈丽华")["name_key"] == "陈丽华"


def test_compound_surnames_and_surname_readings() -> None:
    assert (read("欧阳一舟")["surname"], read("欧阳一舟")["given"]) == ("欧阳", "一舟")
    assert read("单一舟")["pinyin_key"] == "shanyizhou"


@pytest.mark.parametrize(
    ("value", "key", "surname"),
    [
        ("岑*", "岑*", "岑"),
        ("岑＊＊", "岑**", "岑"),
        ("岑某", "岑*", "岑"),
        ("岑某某", "岑**", "岑"),
        ("*一舟", "*一舟", None),
        ("岑○舟", "岑*舟", "岑"),
        ("欧阳*", "欧阳*", "欧阳"),
        ("岑XX", "岑**", "岑"),
    ],
)
def test_hidden_characters_keep_their_places(value: str, key: str, surname: str | None) -> None:
    row = read(value)
    assert (row["name_key"], row["script"], row["surname"]) == (key, "masked", surname)
    assert row["pinyin_key"] is None


@pytest.mark.parametrize("value", ["CHAN Tai Man", "Chan, Tai-man Peter", "Mr. CHAN Tai Man", "Tai Man CHAN"])
def test_latin_names_are_words_in_order(value: str) -> None:
    row = read(value)
    assert row["script"] == "latin"
    assert set(row["pinyin_key"].split()) >= {"chan"}
    assert row["pinyin_key"] == " ".join(sorted(row["pinyin_key"].split()))
    assert "mr" not in row["pinyin_key"].split()


def test_word_order_and_case_of_latin_names_do_not_matter() -> None:
    assert read("CHAN Tai Man")["pinyin_key"] == read("tai man chan")["pinyin_key"] == "chan man tai"


def test_other_scripts_and_empty_names() -> None:
    assert read("阿依古丽·买买提")["script"] == "han"
    assert read("Иван Петров")["script"] == "other"
    assert read("。。")["name_key"] is None
    assert read("。。")["bits"] is None


def test_a_rare_name_is_worth_more_than_a_common_one_and_a_mask_less() -> None:
    assert read("岑一舟")["bits"] > read("王伟")["bits"] + 3
    assert read("岑*")["bits"] < read("岑一舟")["bits"]


@settings(deadline=None)
@given(st.lists(st.text(max_size=12), max_size=8))
def test_values_are_read_alone_and_together_alike(values: list[str]) -> None:
    together = read_person_names(values).to_pylist()
    assert together == [read(value) for value in values]
    assert [row["value"] for row in together] == values
    assert all(row["name_key"] is None or row["name_key"] for row in together)


@pytest.mark.parametrize("name", ["阿卜杜拉·买买提", "阿卜杜拉.买买提", "阿卜杜拉买买提", "古丽•米娜"])
def test_a_transliterated_name_is_no_rare_one(name: str) -> None:
    row = read_person_names([name]).to_pylist()[0]

    assert row["bits"] == pytest.approx(19.9, abs=0.1)
    assert "*" not in row["name_key"]
