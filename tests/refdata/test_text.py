"""Keys of texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.text import fold_many, fold_text, pinyin_key, pinyin_many, tidy_text, to_simplified

ANY = st.text(st.characters(exclude_categories=()), max_size=40)  # lone surrogates too


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("深圳市華盛科技（集團）有限公司", "深圳市华盛科技集团有限公司"),
        ("ＡＢＣ\u200b Co., Ltd.", "abccoltd"),
        ("張 偉", "张伟"),
        ("Straße", "strasse"),
        ("\ufeff於\u202e成龙", "于成龙"),
        ("①号", "1号"),
        ("", ""),
        ("。，！", ""),
        ("A&B_c", "abc"),
        ("第一行\n第二行", "第一行第二行"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold_text(text) == key


@settings(deadline=None)  # the first call loads tables and packages
@given(ANY)
def test_folding_a_key_gives_the_key(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@pytest.mark.parametrize("text", ["薴", "乾縣", "李乾", "乾隆", "乾 隆", "ﬀİ", "\ud800張"])
def test_folding_is_stable_where_the_dictionary_is_not(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@settings(deadline=None)  # the first call loads tables and packages
@given(st.lists(ANY, max_size=8))
def test_bulk_and_single_agree(texts: list[str]) -> None:
    assert fold_many(texts) == [fold_text(text) for text in texts]
    assert pinyin_many(texts) == [pinyin_key(text) for text in texts]


@settings(deadline=None)  # the first call loads tables and packages
@given(ANY)
def test_nothing_raises(text: str) -> None:
    to_simplified(text)
    tidy_text(text)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("张伟", "zhangwei"),
        ("張偉", "zhangwei"),
        ("单田芳", "shantianfang"),
        ("曾国藩", "zengguofan"),
        ("仇和", "qiuhe"),
        ("吕布", "lvbu"),
        ("欧阳锋", "ouyangfeng"),
        ("尉迟恭", "yuchigong"),
        ("Li Na", "lina"),
        ("", ""),
    ],
)
def test_pinyin(name: str, key: str) -> None:
    assert pinyin_key(name) == key


def test_tidy_keeps_what_a_person_reads() -> None:
    assert tidy_text("　华盛【深圳】\u200b 科技\n公司 ") == "华盛(深圳) 科技 公司"
