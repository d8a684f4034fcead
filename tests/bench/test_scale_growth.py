"""The figures of growth: exponents between sizes, and the fastest of several runs."""

from __future__ import annotations

import pytest

from tests.bench.scale_growth import best, exponents, report
from tests.bench.scale_world import Taken


def test_time_in_proportion_has_the_exponent_one_and_pairs_of_all_with_all_two() -> None:
    assert exponents([100, 300, 3_000], [1.0, 3.0, 300.0]) == pytest.approx([1.0, 2.0])


def test_the_fastest_run_counts_part_by_part_and_the_highest_peak() -> None:
    found = best(
        [
            Taken({"people": 2.0, "matching": 5.0}, {"people": 3.0}, 10.0),
            Taken({"people": 4.0, "matching": 4.5}, {"people": 2.5}, 12.0),
        ]
    )

    assert found == Taken({"people": 2.0, "matching": 4.5}, {"people": 2.5}, 12.0)


def test_the_report_shows_each_part_at_each_size() -> None:
    small, large = (Taken({"people": seconds}, {"people": 2 * seconds}, 1_000.0) for seconds in (1.0, 10.0))

    lines = report([100, 1_000], [small, large])

    assert "| people, s | 1.0 | 10.0 | 1.00 |" in lines
    assert "| people, processor s | 2.0 | 20.0 | 1.00 |" in lines
    assert lines[-1] == "| peak, MB | 1,000 | 1,000 | |"
