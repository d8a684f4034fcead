"""A small policy world: every kind of link once, every case once; the campaign takes all combinations and more seeds."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from screening.contract.rules import RULE_IDS
from tests.worlds.policy.campaign import measure
from tests.worlds.policy.clocks import days
from tests.worlds.policy.days import rolled, working_days_after
from tests.worlds.policy.generate import build
from tests.worlds.policy.makers import MAKERS
from tests.worlds.policy.score import compare
from tests.worlds.policy.variants import VARIANTS


def test_every_planted_pair_is_judged_as_the_policy_says() -> None:
    result = measure(1, small=True)

    assert result.differences == []
    assert set(result.positives) == set(RULE_IDS)
    assert all(found == asked > 0 for asked, found in result.positives.values())
    assert set(result.calendar) == {"D-ANN", "D-INIT", "D-ADHOC", "D-FIX", "RPT-TELL"}


def test_every_rule_of_the_contract_has_positives_planted() -> None:
    planted = Counter(each.rule_id for each in build(1, small=True).expected if each.is_positive and not each.optional)

    assert [rule_id for rule_id in RULE_IDS if not planted[rule_id]] == []


def test_the_score_sees_what_is_missing_what_differs_and_what_is_too_much() -> None:
    world = build(1, small=True)
    first, second = world.expected[:2]
    keys = ("rule_id", "officer_id", "related_id", "party_table", "party_id")
    wrong = (
        dict(zip(keys, first.grain, strict=True)) | {"regime_verdicts": None} | dict.fromkeys(first.want, "nonsense")
    )
    stranger = dict(zip(keys, ("INT-B", "P99999", None, "suppliers", "S99999"), strict=True)) | {
        "outcome": "candidate",
        "tier": "C",
    }
    line = {
        "rule_id": "D-ANN",
        "officer_id": "P99999",
        "due_on": date(2025, 12, 31),
        "certainty": "certain",
        "basis": "office",
    }

    result = compare(world, [wrong, stranger], [line])

    assert any("nonsense" in text for text in result.differences)
    assert any(text.endswith("not found") and str(second.grain[1]) in text for text in result.differences)
    assert (result.extra, result.calendar["D-ANN"][2]) == (1, 1)


def test_the_same_seed_gives_the_same_world() -> None:
    one, two, other = build(1, small=True), build(1, small=True), build(2, small=True)

    assert (one.tables, one.expected, one.dues) == (two.tables, two.expected, two.dues)
    assert one.tables != other.tables


def test_a_whole_world_holds_every_link_with_every_declaration() -> None:
    """A variant that makes no sense for a link leaves it undeclared, so each combination is there."""
    cases = {expected.case for expected in build(1).expected}

    assert {f"{link} / {variant}" for link in MAKERS for variant in VARIANTS} <= cases


@pytest.mark.parametrize(
    ("day", "count", "place", "due"),
    [
        ("2026-02-13", 3, "CN", "2026-02-25"),
        ("2026-02-13", 3, "HK", "2026-02-23"),
        ("2026-04-02", 1, "HK", "2026-04-08"),
    ],
)
def test_working_days_of_the_oracle(day: str, count: int, place: str, due: str) -> None:
    assert working_days_after(date.fromisoformat(day), count, place) == date.fromisoformat(due)


def test_a_period_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    assert rolled(date(2026, 10, 1), "CN") == date(2026, 10, 8)


def test_the_oracle_of_the_clocks_knows_half_open_and_partial_dates() -> None:
    proven, possible = days("2025-02", "2025-06-01", date(2026, 11, 15))

    assert (min(proven), max(proven)) == (date(2025, 2, 28), date(2025, 5, 31))
    assert (min(possible), max(possible)) == (date(2025, 2, 1), date(2025, 5, 31))
    assert days("", "2026-01-01", date(2026, 11, 15))[0] == set()
