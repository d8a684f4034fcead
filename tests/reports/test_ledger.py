"""The bits of a finding add up to its probability, link by link; where they do not, that is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from screening.reports.ledger import ledger, probability_of


def item(feature: str, bits: float) -> dict[str, Any]:
    return {"feature": feature, "bits": bits}


NAME, NUMBER, CHANCE = item("name", 20.0), item("id_number", 45.0), item("prior", -15.0)
CODE, WEAK, OVERLAP = item("uscc", 9.9644), item("phone", 3.2), item("overlap", 0.0)


@pytest.mark.parametrize(
    ("items", "score", "shape"),
    [
        ([NAME, CHANCE, OVERLAP], probability_of(5), [(2, True)]),
        ([NAME, NUMBER, CHANCE, CODE], 0.999, [(3, True), (1, True)]),  # a chain: both links have to hold
        ([NAME, CHANCE, item("company_brand", 9.0), CHANCE], probability_of(5) * probability_of(-6), [(2, True), (2, True)]),
        ([NAME, CHANCE, WEAK], probability_of(5), [(2, True), (1, False)]),  # the last comparison supports and does not count
        ([CODE, CODE], 0.999**2, [(1, True), (1, True)]),
        ([], 1.0, []),
    ],
)  # fmt: skip
def test_the_links_that_explain_the_probability_count(
    items: list[Any], score: float, shape: list[tuple[int, bool]]
) -> None:
    entries, explained = ledger(items, score)

    assert [(len(entry.items), entry.counts) for entry in entries] == shape
    assert explained is bool(shape)


def test_a_probability_that_the_bits_do_not_explain_is_said_to_be_none_of_theirs() -> None:
    entries, explained = ledger([item("email", 3.5)], 0.2)

    assert (len(entries), entries[0].counts, explained) == (1, True, False)


def test_odds_double_with_every_bit() -> None:
    assert probability_of(0) == 0.5
    assert probability_of(1) == pytest.approx(2 / 3)
    assert (probability_of(1e9), probability_of(-1e9)) == (1.0, pytest.approx(0.0))


def test_the_bits_of_every_candidate_of_the_sample_explain_its_probability(sample_out: Path) -> None:
    lines = (sample_out / "latest" / "candidates.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    compared = [row for row in rows if ledger(row["evidence"], row["score"])[0]]

    assert compared
    assert [row["finding_id"] for row in compared if not ledger(row["evidence"], row["score"])[1]] == []
