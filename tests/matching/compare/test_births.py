"""Dates of birth of different precision."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.compare.births import compare_births
from screening.matching.weights import load_weights

WEIGHTS = load_weights().birth


def compare(left: tuple[str, str] | None, right: tuple[str, str] | None) -> tuple[str, float]:
    def days(side: tuple[str, str] | None, end: int) -> np.ndarray:
        return np.array(["NaT" if side is None else side[end]], dtype="datetime64[D]")

    verdict, bits = compare_births((days(left, 0), days(left, 1)), (days(right, 0), days(right, 1)), WEIGHTS)
    return str(verdict[0]), float(bits[0])


DAY = ("1980-03-04", "1980-03-04")


@pytest.mark.parametrize(
    ("right", "verdict", "bits"),
    [
        (DAY, "day", WEIGHTS.day),
        (("1980-03-01", "1980-03-31"), "month", WEIGHTS.month),
        (("1980-01-01", "1980-12-31"), "year", WEIGHTS.year),
        (("1970-01-01", "1989-12-31"), "unknown", 0.0),
        (("1980-04-03", "1980-04-03"), "near", WEIGHTS.near),
        (("1981-03-04", "1981-03-04"), "near", WEIGHTS.near),
        (("1967-11-20", "1967-11-20"), "differs", WEIGHTS.differs),
        (("1981-01-01", "1981-12-31"), "differs", WEIGHTS.differs),
        (None, "unknown", 0.0),
    ],
)
def test_verdict_by_the_coarser_side(right: tuple[str, str] | None, verdict: str, bits: float) -> None:
    assert compare(DAY, right) == (verdict, bits)
    assert compare(right, DAY) == (verdict, bits)


def test_the_day_before_is_a_slip() -> None:
    first, before = ("1980-03-01", "1980-03-01"), ("1980-02-29", "1980-02-29")

    assert compare(first, before) == compare(before, first) == ("near", WEIGHTS.near)
    assert compare(first, ("1980-02-27", "1980-02-27")) == ("differs", WEIGHTS.differs)
