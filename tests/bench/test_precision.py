"""How precision over several worlds is counted."""

from __future__ import annotations

import pytest

from tests.bench.precision import together, wilson
from tests.bench.scoring import Accuracy


def test_counts_of_worlds_add_up() -> None:
    assert together([Accuracy(0.9, 5, 1, 2), Accuracy(0.8, 7, 0, 3)]) == Accuracy(0.9, 12, 1, 5)


def test_bounds_of_a_proportion() -> None:
    """Wilson's interval for 9 of 10, as Brown, Cai and DasGupta (2001) give its formula."""
    assert wilson(Accuracy(0.9, 9, 1, 0)) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(Accuracy(0.9, 0, 0, 3)) == (0.0, 1.0)
