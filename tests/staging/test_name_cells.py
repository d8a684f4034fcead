"""Which name stands in a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.staging.name_cells import NameCell, read_name_cell
from screening.staging.person_names import read_person_names


@pytest.mark.parametrize(
    "value",
    [
        "岑一舟", "岑 一舟", "岑一舟总", "岑一舟/法定代表人", "董事长岑一舟", "岑一舟（兼）", "岑一舟等2人", "联系人：岑一舟", "岑一舟-财务", "采购部岑一舟",
        "岑一舟2", "岑一舟B", "大舟投资管理有限公司（委派代表：岑一舟）", "个人-岑一舟", "零星供应商-岑一舟", "临时户_岑一舟", "岑一舟(代开发票)",
        "岑一舟 13812345678", "岑一舟先生", "岑一舟（大）", "岑一舟：13812345678", "岑一舟 138–1234–5678", "岑一舟138.1234.5678", "岑一舟１３８１２３４５６７８",
        "岑一舟（电话：13812345678）", "岑一舟 手机 138 1234 5678", "岑一舟 tel: 0571-88012345 转 8001", "联系人：岑一舟，13812345678", "岑一舟33010119800101123X",
        "岑一舟 138****5678", "岑一舟（身份证320506********349X）", "岑一舟 ID: 32050619660712349X", "岑一舟（手机138xxxx1234）", "岑一舟 320506XXXXXXXX3491",
    ],
)  # fmt: skip
def test_what_stands_beside_the_name(value: str) -> None:
    assert read_name_cell(value).name.replace(" ", "") == "岑一舟"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("岑一？", NameCell("岑一*")), ("岑一?", NameCell("岑一*")), ("岑一□", NameCell("岑一*")), ("岑佳〇", NameCell("岑佳*")), ("岑■舟", NameCell("岑*舟")),
        ("岑某某", NameCell("岑**")), ("岑XX", NameCell("岑**")), ("*一舟", NameCell("*一舟")), ("岑(石吉)", NameCell("岑*")), ("岑[吉吉]", NameCell("岑*")),
        ("岑zhe", NameCell("岑*", sound="zhe")), ("岑一ZHOU", NameCell("岑一*", sound="zhou")), ("岑总", NameCell("")), ("岑先生", NameCell("")),
        ("岑一舟 SHUM Yat Chau", NameCell("岑一舟", latin="SHUM Yat Chau")), ("Shum Yat Chau (岑一舟)", NameCell("岑一舟", latin="Shum Yat Chau")),
        ("欧阳经理", NameCell("欧阳")), ("阿依古丽·买买提", NameCell("阿依古丽·买买提")), ("Mr SHUM Yat Chau", NameCell("SHUM Yat Chau")),
    ],
)  # fmt: skip
def test_hidden_characters_and_two_writings(value: str, cell: NameCell) -> None:
    assert read_name_cell(value) == cell


def test_a_stated_spelling_is_a_reading() -> None:
    stated, latin = read_person_names(["岑一舟 SHAM Yat Chow", "SHAM Yat Chow"]).column("reading_keys").to_pylist()
    assert set(latin) & set(stated) >= {key for key in latin if key.startswith("j:")}


def test_the_sound_of_a_lost_character_counts() -> None:
    row, bare = read_person_names(["岑zhe", "岑*"]).to_pylist()
    assert (row["name_key"], row["script"], row["reading_keys"]) == ("岑*", "masked", ["p:CenZhe"])
    assert row["bits"] > bare["bits"]


def test_what_is_hidden_is_worth_nothing() -> None:
    shown, hidden, first = read_person_names(["岑海龙", "岑海*", "*海龙"]).column("bits").to_pylist()
    assert hidden < shown
    assert first < shown


def test_a_title_or_a_number_without_a_name_has_no_key() -> None:
    cells = ["岑总", "N12345678", "330101 19800101 123X", "+852 9123 4567"]
    assert read_person_names(cells).column("name_key").to_pylist() == [None] * len(cells)


@pytest.mark.parametrize(
    "value", ["CHAN Tai Man 91234567", "Mr CHAN Tai Man, +852 9123-4567", "CHAN Tai Man (mob: 91234567)"]
)
def test_a_number_beside_a_name_in_letters(value: str) -> None:
    assert read_name_cell(value) == NameCell("CHAN Tai Man")


@given(st.text(alphabet=st.sampled_from("岑一舟王某总*？?□()（）[]/-_ ·：、0123ABCxzhe先生"), max_size=12))
def test_any_cell_is_read(value: str) -> None:
    row = read_person_names([value]).to_pylist()[0]
    assert (row["bits"] is None) == (row["name_key"] is None)
    assert row["reading_keys"] == sorted(set(row["reading_keys"]))
