"""Words and search keys of names that are not written in Chinese characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.latin_letters import korean_words, latin_letters, letter_script
from screening.refdata.latin_names import latin_bits, latin_keys, read_latin_name
from screening.refdata.latin_words import MOST_BITS, latin_word


def words(name: str) -> list[str]:
    return [word.text for word in read_latin_name(name).words]


@pytest.mark.parametrize(
    ("written", "plain", "script"),
    [
        ("Müller", "muller", "latin"),
        ("Łódź", "lodz", "latin"),
        ("STRAẞE", "strasse", "latin"),
        ("Ærø", "aero", "latin"),
        ("Щербаков", "shcherbakov", "cyrillic"),
        ("Юрій", "yuriy", "cyrillic"),
        ("Παπαδοπούλου", "papadopoulou", "greek"),
        ("გიორგი", "giorgi", "georgian"),
        ("Հակոբ", "hakob", "armenian"),
        ("سمير", "smir", "arabic"),
        ("דן", "dn", "hebrew"),
        ("ジュンコ", "junko", "kana"),
        ("きょうこ", "kyouko", "kana"),
        ("현우", "hyeonu", "hangul"),
        ("ພູ", "ພູ", "other"),
    ],
)
def test_letters_of_other_alphabets(written: str, plain: str, script: str) -> None:
    assert latin_letters(written) == plain
    assert letter_script(written) == script


@pytest.mark.parametrize(
    ("written", "expected"),
    [("박서준", ("park", "seo", "jun")), ("남궁민", ("namgung", "min")), ("Park", ("Park",)), ("이", ("이",))],
)
def test_a_korean_name_falls_into_family_name_and_syllables(written: str, expected: tuple[str, ...]) -> None:
    assert korean_words(written) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dr. Ingrid O’Connell, PhD", ["ingrid", "oconnell"]),
        ("Jean-Luc van der Meer", ["jean", "luc", "meer"]),
        ("MEER, JL van der", ["meer", "j", "l"]),
        ("Tariq bin Yusuf al-Harbi", ["tariq", "yusuf", "harbi"]),
        ("Abd al-Karim Nasser", ["karim", "nasser"]),
        ("Ng Hoi Yan", ["ng", "hoi", "yan"]),
        ("Mohd Faisal", ["mohd", "faisal"]),
        ("Ingr1d Larss0n", ["ingrid", "larsson"]),
        ("Ingrid Larsson (董事)", ["ingrid", "larsson"]),
        ("Ingrid Larsson Ltd", ["ingrid", "larsson"]),
        ("Sheikh Hamad", ["sheikh", "hamad"]),  # with the title gone only one word would be left
        ("van", ["van"]),
        ("Ben Olsen", ["ben", "olsen"]),
        ("Hon. Chan Hon Man", ["chan", "hon", "man"]),
        ("Сергей Орлов", ["sergey", "orlov"]),
        ("السيد حداد", ["sid", "hdad"]),
        ("2024", []),
        ("", []),
    ],
)
def test_the_words_that_tell_people_apart(name: str, expected: list[str]) -> None:
    assert words(name) == expected


def test_fathers_follow_bin_and_ibn() -> None:
    assert read_latin_name("Tariq bin al-Yusuf ibn Omar Harbi").fathers == {"yusuf", "omar"}
    assert read_latin_name("Tariq Yusuf").fathers == frozenset()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("muller", "mueller"), ("sergej", "sergey"), ("wladimir", "vladimir"), ("schmitt", "schmit"), ("hassan", "hasan"), ("mahmood", "mahmoud"),
        ("philipp", "filip"), ("zelensky", "zelenskyy"), ("alexandr", "alexander"), ("jonson", "johnson"), ("ahmadinezhad", "ahmadinejad"),
    ],
)  # fmt: skip
def test_spellings_of_one_word(left: str, right: str) -> None:
    assert latin_word(left).spelling == latin_word(right).spelling


@pytest.mark.parametrize(
    ("left", "right"),
    [("maria", "mario"), ("angela", "angelo"), ("elena", "alina"), ("zhang", "zheng"), ("chan", "chen"), ("li", "lu"), ("anna", "ina")],
)  # fmt: skip
def test_words_that_sound_otherwise(left: str, right: str) -> None:
    assert latin_word(left).sound != latin_word(right).sound


@pytest.mark.parametrize(
    "name",
    [
        "Peter CHAN Tai Man",
        "Li Na",
        "Wang Bin",
        "Du Wei",
        "Tan Eng Soon",
        "Pak Chol Su",
        "Kim Jong-hoon",
        "WANG Hailong",
        "Hai Long Wang",
    ],
)
def test_names_of_syllables(name: str) -> None:
    assert read_latin_name(name).syllabic


@pytest.mark.parametrize("name", ["Ingrid Larsson", "Peter Chan", "Maria Long", "Chan T. M.", "Arkady Petrov", "Chan"])
def test_other_names(name: str) -> None:
    assert not read_latin_name(name).syllabic


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ingrid Larsson", "LARSSON, Ingrid"),
        ("Ingrid Larsson", "I. Larsson"),
        ("Ingrid Larsson", "Ingrid Marie Larsson"),
        ("Ingrid Larsson", "Ingrid Larson"),
        ("Ingrid Larsson", "IngridLarsson"),
        ("Ingrid Larsson", "Imgrid Larsson"),
        ("Bob Larsson", "Robert Larsson"),
        ("Peter CHAN Tai-man", "Chan Tai Man"),
        ("Wang Hailong", "WANG Hai Long"),
        ("Сергей Орлов", "Sergei Orlov"),
        ("خالد محمود", "Khaled Mahmoud"),
        ("박지훈", "Park Ji Hoon"),
        ("タナカ ハナコ", "Tanaka Hanako"),
    ],
)
def test_writings_of_one_name_share_a_key(left: str, right: str) -> None:
    assert set(latin_keys(left)) & set(latin_keys(right))


def test_few_keys() -> None:
    assert len(latin_keys("Larsson")) == 1
    assert len(latin_keys("Ingrid Larsson")) <= 6
    assert len(latin_keys("Bob Larsson")) <= 6
    assert len(latin_keys("Ingrid Marie Larsson")) <= 9
    assert len(latin_keys("Chan Tai Man")) <= 4
    assert len(latin_keys("a" + " Ingrid" * 40)) == 1  # a name of many words is compared as a whole only


def test_a_rare_name_is_worth_more_than_a_common_one() -> None:
    assert (
        latin_bits("Thorvald Brynjolfsson")
        > latin_bits("John Brynjolfsson")
        > latin_bits("John Smith")
        > latin_bits("J. Smith")
        > 0
    )
    assert latin_bits("Thorvald Brynjolfsson Aagaard Kristoffersen") == MOST_BITS
    assert latin_bits("Chan Tai Man") < latin_bits("Szeto Tai Man")
    assert latin_bits("") == 0.0


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_keys_or_none(name: str) -> None:
    keys = latin_keys(name)
    assert list(keys) == sorted(set(keys))
    assert all(len(key) < 60 for key in keys)
    assert bool(keys) == bool(read_latin_name(name).words)
    assert 0.0 <= latin_bits(name) <= MOST_BITS
    assert latin_keys(name) == keys


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "é " * 5_000, "\u202e\u200f", "🙂 🙂", "\x00\x01", "'''", "---", "\ud800"]
)
def test_bad_values_are_read(name: str) -> None:
    assert len(latin_keys(name)) <= 4
