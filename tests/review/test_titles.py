"""The heading of a case in the reader's language, and what its dealings come to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from screening.reports.words import Language
from screening.review.pages import _amount, case_title
from screening.review.shown import Case, Item


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("zh", "滕棣昉 → 储沅砚（配偶） ↔ 西安藕花深（供应商）"),
        ("en", "滕棣昉 → 储沅砚 (spouse) ↔ 西安藕花深 (supplier)"),
    ],
)
def test_brackets_and_kinship_are_of_one_language(language: Language, title: str) -> None:
    case = SimpleNamespace(
        related_name="储沅砚",
        relationship="配偶",
        officer_name="滕棣昉",
        party_name="西安藕花深",
        party_table="suppliers",
    )

    assert case_title(cast(Case, case), language) == title


def test_an_amount_says_what_it_is() -> None:
    item = SimpleNamespace(exposure=172100.0, currency="CNY")

    assert _amount(cast(Item, item), "zh") == "往来金额 CNY 172,100.00"
    assert _amount(cast(Item, SimpleNamespace(exposure=None, currency=None)), "en") == ""
