"""Variant characters and characters that are mistaken for one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.refdata.lookalikes import easily_mistaken, look_alike
from screening.refdata.text import fold_text
from screening.refdata.variants import unify_variants, variant_table


@pytest.mark.parametrize(
    ("one", "other"), [("任堃", "任坤"), ("闫明", "阎明"), ("李喆", "李哲"), ("王囯栢", "王国柏"), ("张淼", "张渺")]
)
def test_variants_unify(one: str, other: str) -> None:
    assert unify_variants(one) == unify_variants(other)


@pytest.mark.parametrize(
    ("one", "other"), [("王伟", "王炜"), ("李晨", "李辰"), ("张丽", "张莉"), ("周冲", "周翀"), ("陈君", "陈军")]
)
def test_names_of_their_own_stay(one: str, other: str) -> None:
    assert unify_variants(one) != unify_variants(other)


@given(
    st.text(alphabet=st.sampled_from([*map(chr, variant_table()), *variant_table().values(), "王", "a"]), max_size=5)
)
def test_unifying_twice_changes_nothing(name: str) -> None:
    assert unify_variants(unify_variants(name)) == unify_variants(name)


def test_the_table_holds_folded_characters() -> None:
    assert all(fold_text(standard) == standard for standard in variant_table().values())


@pytest.mark.parametrize(("one", "other"), [("末", "未"), ("己", "已"), ("辰", "晨"), ("炜", "伟"), ("尤", "龙")])
def test_look_alikes_both_ways(one: str, other: str) -> None:
    assert look_alike(one, other)
    assert look_alike(other, one)


def test_what_is_easily_mistaken() -> None:
    assert easily_mistaken("君", "军")
    assert not easily_mistaken("君", "强")
