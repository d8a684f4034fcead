"""How Chinese names sound, and which Latin spellings stand for them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.names import name_tables, split_name
from screening.refdata.readings import (
    CANTONESE,
    MANDARIN,
    cantonese_sound,
    reading_keys,
    sound_shares,
    sounds_of,
    syllables_of,
)
from screening.refdata.resources import table_rows
from screening.refdata.romanised import read_romanised
from screening.refdata.romanised_syllables import SYSTEMS, syllables_of_word
from screening.refdata.romanised_words import Word
from screening.refdata.spellings import cantonese, hanyu, older_mandarin
from screening.refdata.text import fold_text


def meets(han: str, latin: str) -> bool:
    parts = split_name(han)
    assert parts is not None
    return not set(reading_keys(*parts)).isdisjoint(read_romanised(latin).keys)


@pytest.mark.parametrize(
    ("jyutping", "sound"),
    [("gwok", "Qok"), ("zoeng", "Coeng"), ("ng", "Xng"), ("jyun", "Jyn"), ("taai", "Tai"), ("dai", "Tai"), ("aau", "Xau"),
     ("sei", "Si"), ("si", "Si"), ("hou", "Ho"), ("ho", "Ho"), ("syu", "Su"), ("heoi", "Hui"), ("zeng", "Cing")],
)  # fmt: skip
def test_cantonese_sounds_are_what_the_government_spelling_tells_apart(jyutping: str, sound: str) -> None:
    assert cantonese_sound(jyutping) == sound


@pytest.mark.parametrize(
    ("surname", "given", "keys"),
    [
        ("岑", "一舟", ["j:SamJatCau", "p:CenYiZhou"]),
        ("单", "一舟", ["j:SinJatCau", "p:ShanYiZhou"]),
        ("欧阳", "明", ["j:XauJoengMing", "p:OuYangMing"]),
        ("区", "明", ["j:XauMing", "p:OuMing"]),
        ("吕", "明", ["j:LuiMing", "p:LvMing"]),
        ("曾", "乐", ["j:CangLok", "p:ZengLe", "p:ZengYue"]),
        ("林", "依古丽买买提", []),
    ],
)
def test_keys_of_chinese_names(surname: str, given: str, keys: list[str]) -> None:
    assert [key for key in reading_keys(surname, given) if key in keys or len(keys) < 3] == keys


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("岑一煇", ["j:SamJatFai", "p:CenYiHui"]),  # Simplified outside the basic plane
        ("岑一鋐", ["j:SamJatWang", "p:CenYiHong"]),
        ("岑乾坤", ["j:SamKinQan", "j:SamKonQan", "p:CenQianKun"]),  # 乾 stays in this word
        ("岑一郁", ["j:SamJatJuk", "j:SamJatWat", "p:CenYiYu"]),
    ],
)
def test_characters_that_only_names_keep_are_read(written: str, keys: list[str]) -> None:
    parts = split_name(fold_text(written))
    assert parts is not None
    assert reading_keys(*parts) == keys


def test_nearly_every_character_is_read() -> None:
    folded = {fold_text(chr(code)) for code in range(0x4E00, 0x9FA6)}
    for prefix in (CANTONESE, MANDARIN):
        read = sounds_of(prefix).first
        unread = {c for text in folded for c in text if c not in read}
        assert len(unread) < 20, unread  # parts of characters, and units of measure that Japan made


def test_a_character_of_which_only_the_sound_is_known() -> None:
    assert reading_keys("王", "*", hidden="zhe") == ["p:WangZhe"]


HONG_KONG = [
    ("岑一舟", "SHUM Yat-chau"), ("岑一舟", "Yat Chau SHUM"), ("岑一舟", "Shum, Yat Chau"), ("岑一舟", "Peter SHUM Yat Chau"),
    ("岑一舟", "SHUM Peter Yat Chau"), ("岑一舟", "SHUM Yat Chau, Peter"), ("岑一舟", "Mr SHUM Yat-chau, BBS, MH"),
    ("岑一舟", "Dr the Hon SHUM Yat-chau, GBS, JP"), ("岑一舟", "Yatchau Shum"), ("欧阳嘉欣", "AU YEUNG Ka-yan"),
    ("欧阳嘉欣", "Au-Yeung Ka Yan"), ("欧阳嘉欣", "Auyeung Kayan"), ("司徒慧明", "SZETO Wai Ming"), ("吴国强", "NG Kwok-keung"),
    ("郭永权", "KWOK Wing Kuen"), ("徐子淇", "TSUI Tsz-kei"), ("许世荣", "HUI Sai-wing"), ("叶小君", "IP Siu-kwan"),
    ("叶小君", "YIP Siu Kwan"), ("谢诗敏", "TSE Sze Man"), ("严凤仪", "YIM Fung-yee"), ("翁美玲", "YUNG Mei-ling"),
    ("陈李美仪", "CHAN LEE Mei Yee"), ("李美仪", "CHAN LEE Mei Yee"), ("朱雪莹", "CHU Suet-ying"), ("陈衍文", "CHAN Hin Man"), ("李晓筠", "LEE Hiu Kwan"), ("罗昶志", "LAW Cheong Chi"),
    ("黄干文", "WONG Kin Man"), ("蔡玉珍", "TSOI Yuk Chun"),
    ("杨颖明", "IEONG WENG MENG"), ("王志豪", "VONG Chi Hou"),
]  # fmt: skip
MANDARIN_NAMES = [
    ("岑一舟", "Cen Yizhou"), ("岑一舟", "CEN YI ZHOU"), ("岑一舟", "Yizhou Cen"), ("岑一舟", "cenyizhou"), ("岑一舟", "Cén Yīzhōu"),
    ("岑一舟", "cen2 yi1 zhou1"), ("吕绿", "LYU LU"), ("吕绿", "Lü Lü"), ("吕绿", "Lv Lv"), ("单一舟", "SHAN Yizhou"), ("欧阳明", "Ouyang Ming"),
    ("许志雄", "Hsu Chih-hsiung"), ("蔡俊杰", "Tsai Chun-Chieh"), ("张家怡", "CHANG, CHIA-I"), ("邱永和", "Ch'iu Yung-ho"), ("徐淑贞", "Syu Shu-jhen"),
    ("谢瑞芬", "HSIEH JUI-FEN"), ("曾子文", "Tseng Tzu Wen"), ("周伟明", "CHOW Weiming"), ("陈晓明", "Chan Xiaoming"),
    ("陈干", "Chen Qian"),  # 陈乾 in Simplified
    ("张晓军", "Jang Shiau-jiun"), ("周正雄", "Jou Jeng-shiung"), ("邱志高", "Chiou Jr-gau"),
]  # fmt: skip
SOUTHERN = [
    ("陈亚明", "TAN Ah Beng"), ("林秀玉", "Lim Siew Geok"), ("王德成", "Ong Teck Seng"), ("吴文福", "Goh Boon Hock"), ("黄金发", "Wee Kim Huat"),
    ("李玉春", "Lee Geok Choon"), ("黄金平", "NG Kim Peng"), ("刘秀兰", "Low Siew Lan"), ("曾明龙", "Chan Beng Leong"),
    ("陈伟玲", "Tan Wei Ling"), ("张水莲", "Teo Swee Lian"), ("蔡明华", "Chua Beng Hwa"), ("郑国兴", "Tay Kok Heng"),
    ("邱德发", "Khoo Teck Huat"), ("许文贤", "Khoo Boon Hean"), ("陈玉义", "Tan Geik Ghee"), ("林水香", "Lim Chwee Heong"), ("程光健", "Thia Kong Khian"),
    ("郭大雄", "Kueh Tai Hiong"),
]  # fmt: skip


@pytest.mark.parametrize(("han", "latin"), [*HONG_KONG, *MANDARIN_NAMES, *SOUTHERN])
def test_one_name_in_two_scripts(han: str, latin: str) -> None:
    assert meets(han, latin)


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("岑一舟", "SHUM Kwok-keung"),
        ("岑一舟", "CHAN Yat-chau"),
        ("岑一舟", "Peter Shum"),
        ("岑一舟", "Shum Y. C."),
        ("岑一舟", "Cen Dashan"),
        ("岑一舟", "John Smith"),
        ("陈亚明", "Tan Kok Seng"),
        ("岑一", "SHUM Yat-chau"),
        ("岑一舟", "Sammi Shum"),
        ("岑一舟", "Sammi Shum Yat"),
        ("岑一舟", "Payson Shum Kwok-keung"),
        ("岑一", "SHUMYAT"),
    ],
)
def test_other_names(han: str, latin: str) -> None:
    assert not meets(han, latin)


@pytest.mark.parametrize("latin", ["Peter Chan", "Mrs Chan", "Chan T. M.", "CHAN"])
def test_a_surname_alone_is_no_key(latin: str) -> None:
    read = read_romanised(latin)
    assert read.keys == ()
    assert read.probability == 1.0
    assert "j:" in {parse.prefix for parse in read.parses if "Can" in parse.surname}


@pytest.mark.parametrize(
    "latin", ["John Smith", "Maria Garcia", "", "-", "Ελένη", "Smith & Sons 1999", "x" * 10_000, "\u202eabc"]
)
def test_what_is_no_chinese_name(latin: str) -> None:
    assert read_romanised(latin).keys == ()


def test_every_english_name_that_could_be_chinese_is_listed() -> None:
    """A system of spelling that is added makes more of them so."""
    names = {name for nickname, full in table_rows("nicknames.tsv") for name in (nickname, *full.split())}
    listed = {row[0] for row in table_rows("english_given.tsv")}
    chinese = {n for n in names - listed if any(syllables_of_word(Word((n,), False), system) for system in SYSTEMS)}
    assert chinese <= {"chan", "lan", "lu", "yulan"}  # Chinese first of all


def test_no_common_english_name_hides_a_chinese_one() -> None:
    """A surname with one syllable shows too little for a word beside it to be English by its length alone: the list has to know it."""
    names = "Alan Albert Amy Andrew Angela Ann Benjamin Calvin Candice Catherine Cindy Damien Daniel David Eugene Grace Helen Ian Jack Jamie Jane"
    names += " Janice Joanne Julian Karen Kelvin Leo Lilian Louise Maria Mark Maurice Michelle Nadine Nicole Paul Pauline Raymond Renee Sam Serena"
    known = set(reading_keys("岑", "群"))
    assert [n for n in names.split() if known.isdisjoint(read_romanised(f"{n} SHUM Kwan").keys)] == []


def test_the_more_a_spelling_merges_the_less_it_is_worth() -> None:
    def bits(name: str) -> float:
        return -math.log2(read_romanised(name).probability)

    assert bits("Chan Chi Ming") < bits("Chan Yuet Ngor")
    assert bits("Wong Ka Wai") < bits("Szeto Ka Wai")
    assert 9 < bits("Wong Ka Wai") < 16
    assert bits("Wang Wei") < 12


def test_shares_add_up() -> None:
    for prefix in (CANTONESE, MANDARIN):
        shares = sound_shares(prefix)
        assert 0.97 < math.fsum(shares.surname.values()) < 1.1  # a few surnames are read in two ways
        assert 0.95 < math.fsum(shares.initial.values()) < 1.25
        assert 0.95 < math.fsum(shares.final.values()) < 1.25


@given(
    st.sampled_from(sorted(name_tables().initial)),
    st.sampled_from(sorted(name_tables().final)),
    st.sampled_from(sorted(name_tables().surname)),
)
@settings(deadline=None)
def test_a_name_spelled_in_pinyin_meets_itself(first: str, second: str, surname: str) -> None:
    for key in reading_keys(surname, first + second):
        if key.startswith(MANDARIN):
            family = syllables_of(key[2:])
            cut = len(family) - 2
            if min(map(len, family)) == 1:  # Ding E is written apart
                continue
            spelled = f"{''.join(family[:cut])} {family[cut]}{family[cut + 1].lower()}"
            assert key in read_romanised(spelled).keys or len(read_romanised(spelled).keys) == 64


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    read = read_romanised(text)
    assert list(read.keys) == sorted(set(read.keys))
    assert 0 < read.probability <= 1
    assert bool(read.keys) == (read.probability < 1)


def test_lexicons_hold_plain_tokens() -> None:
    for lexicon in (cantonese(), hanyu(), older_mandarin()):
        assert all(token.isascii() and token.isalpha() and token.islower() for token in lexicon)
