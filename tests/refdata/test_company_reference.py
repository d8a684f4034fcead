"""What names of companies are read with beyond Chinese: syllables, Latin regions, translated trades, Latin legal forms."""

from __future__ import annotations

import pytest

from screening.refdata.companies import body_kind, industry_words
from screening.refdata.industry_english import industry_english, means, trade_words
from screening.refdata.latin_company_words import latin_company
from screening.refdata.region_names import latin_regions, region_initials
from screening.refdata.regions import regions
from screening.refdata.resources import table_rows
from screening.refdata.syllables import syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岑野", ("cen ye",)),
        ("重乐", ("chong le", "chong yue", "zhong le", "zhong yue")),
        ("绿野a1", ("lu ye a1", "lv ye a1")),
        ("abc", ("abc",)),
        ("", ("",)),
    ],
)
def test_syllables_of_a_text_in_every_reading(text: str, expected: tuple[str, ...]) -> None:
    assert syllables(["岑", text, "野"])[1] == expected


@pytest.mark.parametrize(
    ("latin", "name"),
    [
        ("shenzhen", "深圳市"), ("shenzhenshi", "深圳市"), ("xian", "西安市"), ("shaanxi", "陕西省"), ("neimenggu", "内蒙古自治区"),
        ("chongqing", "重庆市"), ("hongkong", "香港特别行政区"), ("tsingtao", "青岛市"), ("peking", "北京市"), ("canton", "广州市"),
        ("soochow", "苏州市"), ("amoy", "厦门市"),
    ],
)  # fmt: skip
def test_latin_names_of_regions(latin: str, name: str) -> None:
    assert latin_regions()[latin].name == name


def test_a_short_county_name_is_no_latin_region() -> None:
    assert "kunshan" not in latin_regions()
    assert latin_regions()["kunshanshi"].name == "昆山市"


def test_every_region_of_the_tables_is_known() -> None:
    assert {name for _, name in table_rows("region_short.tsv")} <= {region.name for region in regions().values()}
    assert region_initials()["陕西省"] == ("陕", "秦")


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("科技", ["technology", "tech", "trading"], [True, True, False]),
        ("电子", ["electronics", "elec", "ele"], [True, True, False]),
        ("药业", ["pharmaceutical", "pharm", "farm"], [True, True, False]),
    ],
)
def test_translations_of_a_trade(chinese: str, english: list[str], expected: list[bool]) -> None:
    assert means(chinese, english) == expected


def test_trade_words_are_cut_longest_first() -> None:
    assert trade_words("岑野集成电路设备") == ["集成电路", "设备"]
    assert industry_english().keys() <= set(industry_words())


@pytest.mark.parametrize(
    ("name", "words", "family"),
    [
        ("Cenye Hi-TechCo.,Ltd.", ("cenye", "hi", "tech"), "limited"),
        ("S.C. Cenye & Co. L.L.C.", ("sc", "cenye"), "limited"),
        ("OAO Cenye", ("cenye",), "joint_stock"),
        ("CenyeAG", ("cenye",), "joint_stock"),
        ("Cenye Corporation", ("cenye",), "any"),
        ("Cenye Corporation Limited", ("cenye",), "limited"),
        ("Cenye", ("cenye",), None),
        ("Cenye Trading Co., Limitted", ("cenye", "trading"), "limited"),
        ("CENYE IMPORT AND EXPORT CO., LI", ("cenye", "import", "and", "export"), "limited"),
        ("Cenye Joynt Stock Company", ("cenye",), "joint_stock"),
        ("Cenye (Group) Joint-Stock Company Limited", ("cenye", "group"), "joint_stock"),
        ("Cenye Holdings Share Co., Ltd", ("cenye", "holdings"), "joint_stock"),
        ("Companhia Cenye, Limitada", ("companhia", "cenye"), "limited"),
        ("Cenye Technology Co., Ltd. Shenzhen", ("cenye", "technology", "shenzhen"), "limited"),
        ("Cenye As Trading", ("cenye", "as", "trading"), None),
        ("Good Companion", ("good", "companion"), None),
        ("Cenye ScienceandTechnology Ltd", ("cenye", "science", "and", "technology"), "limited"),
        ("Cenye Thailand Ltd", ("cenye", "thailand"), "limited"),
        ("Ltd", ("ltd",), None),
        ("", (), None),
    ],
)
def test_words_and_form_of_a_latin_name(name: str, words: tuple[str, ...], family: str | None) -> None:
    found = latin_company(name)

    assert (found.words, found.family) == (words, family)


@pytest.mark.parametrize(("key", "kind"), [("杭州市税务局", "public_body"), ("岑野科技有限公司", None), ("", None)])
def test_bodies_that_are_no_companies(key: str, kind: str | None) -> None:
    assert body_kind(key) == kind
