"""Bits are added within a link; links multiply, and the reader is told."""

from __future__ import annotations

from typing import Any

import pytest

from screening.investigate.sums import links_of

NAME = {"feature": "name", "verdict": "agrees", "bits": 12.0}
PRIOR = {"feature": "prior", "bits": -4.0}
COMPANY = {"feature": "company_name", "verdict": "agrees", "bits": 5.6}
RULE = {"feature": "overlap", "bits": None}


def found(score: float, *items: dict[str, Any]) -> dict[str, Any]:
    return {"score": score, "evidence": list(items)}


def test_one_link_is_worth_its_sum() -> None:
    (link,), notes = links_of(found(0.996109, NAME, PRIOR, RULE), "en")

    assert (link.total, link.worth, notes) == (8.0, "Probability of identity: very likely (99.6 %)", [])


def test_two_links_are_never_added_up() -> None:
    links, notes = links_of(found(0.976, NAME, PRIOR, COMPANY, RULE), "en")

    assert [(link.total, link.worth) for link in links] == [(8.0, "very likely (99.6 %)"), (5.6, "likely (98.0 %)")]
    assert notes[0].startswith("Every link has to hold")
    assert notes[-1] == "Probability of identity: likely (97.6 %)"


def test_what_does_not_count_is_marked() -> None:
    first, second = links_of(found(0.996109, NAME, PRIOR, COMPANY), "en")[0]

    assert (first.counts, second.counts) == (True, False)


def test_a_probability_set_by_kind_is_no_sum() -> None:
    (link,), notes = links_of(found(0.5, NAME, PRIOR), "en")

    assert link.worth == ""
    assert "set by its kind" in notes[0] and notes[-1].endswith("(50.0 %)")


@pytest.mark.parametrize("items", [(), (RULE,)])
def test_no_comparison_is_no_sum(items: tuple[dict[str, Any], ...]) -> None:
    assert links_of(found(1.0, *items), "en") == ([], [])
