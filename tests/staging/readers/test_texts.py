"""Texts, codes, identifiers and enumerated words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.contract.words import BOOLEAN_WORDS, ENUMERATIONS
from screening.staging.readers import texts
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading


@pytest.mark.parametrize(
    "cell", ["", "  ", "\u3000\u00a0", "无", "N/A", "ｎ／ａ", "暂无", "-", "--", "——", "null", "（无）", "***"]
)
def test_ways_to_write_nothing(cell: str) -> None:
    assert texts.read_text(cell) == NOTHING


@settings(deadline=None)
@given(st.text(max_size=30))
def test_a_text_is_kept_as_written_but_for_its_edges(cell: str) -> None:
    reading = texts.read_text(cell)
    assert reading.value is None or (reading.value in cell and reading.value == reading.value.strip(texts.EDGES))


@pytest.mark.parametrize(
    ("cell", "value"),
    [(" 已注销", "已注销"), ("已註銷", "已註銷"), ("存续", "存续"), ("无", None), ("-", None), (" ", None)],
)
def test_a_state_may_say_what_is_a_filler_elsewhere(cell: str, value: str | None) -> None:
    assert texts.read_status(cell) == Reading(value)
    assert texts.read_text("已注销") == NOTHING


@pytest.mark.parametrize(
    ("cell", "value"),
    [("Ｓ００１", "S001"), (" 000 ", "000"), ("0", "0"), ("张三01", "张三01"), ("-", None), ("无", None)],
)
def test_codes_may_be_zeros_but_not_placeholders(cell: str, value: str | None) -> None:
    assert texts.read_code(cell) == Reading(value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1101 0519 4912 3100 2x", "11010519491231002X"),
        ("１１０１０５１９４９１２３１００２Ⅹ", "11010519491231002X"),
        ("a123456（3）", "A123456(3)"),
        ("不详", None),
    ],
)
def test_identifiers_are_upper_case_half_width_without_spaces(cell: str, value: str | None) -> None:
    assert texts.read_identifier(cell) == Reading(value)


@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        (w, code, word)
        for w, codes in ENUMERATIONS.items()
        for code, spoken in codes.items()
        for word in (code, *spoken)
    ],
)
def test_every_word_of_every_enumeration_is_its_code(words: str, code: str, word: str) -> None:
    assert texts.read_word(f"  {word.upper()} ", words) == Reading(code)


@pytest.mark.parametrize(("word", "truth"), BOOLEAN_WORDS.items())
def test_boolean_words(word: str, truth: bool) -> None:
    assert texts.read_word(word, texts.BOOLEAN) == Reading(str(truth).lower())


def test_traditional_words_and_full_width_letters_are_understood() -> None:
    assert texts.read_word("採購", "transaction_kind") == Reading("purchase")
    assert texts.read_word("Ａｄ Ｈｏｃ", "declaration_kind") == Reading("ad_hoc")


def test_an_unknown_word_is_malformed_and_a_placeholder_is_nothing() -> None:
    assert texts.read_word("转让", "transaction_kind") == MALFORMED
    assert texts.read_word("不详", "transaction_kind") == NOTHING
    assert texts.read_word("其他", "transaction_kind") == Reading("other")
