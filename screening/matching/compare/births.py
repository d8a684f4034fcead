"""Two dates of birth, each an interval of days (a bare year is 1 January to 31 December)."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.weights import BirthWeights

Days = NDArray[np.datetime64]
_MONTH: Final = np.timedelta64(30, "D")
_YEAR: Final = np.timedelta64(365, "D")


def compare_births(
    left: tuple[Days, Days], right: tuple[Days, Days], weights: BirthWeights
) -> tuple[NDArray[np.str_], NDArray[np.float64]]:
    """Verdict and bits of each pair.

    Args:
        left: first and last possible day, NaT where unknown.
        right: as many.
        weights: bits of a day, a month, a year; of a difference; of a difference that looks like an error of writing.

    Returns:
        day, month or year by the coarser of the two dates where they can be one; near (day and month swapped, one digit or one
        day apart) or differs where they cannot; unknown where a side is.
    """
    known = ~(np.isnat(left[0]) | np.isnat(left[1]) | np.isnat(right[0]) | np.isnat(right[1]))
    meet = known & (left[0] <= right[1]) & (right[0] <= left[1])
    with np.errstate(invalid="ignore"):
        span = np.maximum(left[1] - left[0], right[1] - right[0])
    exact = known & (left[0] == left[1]) & (right[0] == right[1])
    near = exact & ~meet & _near(left[0], right[0])
    verdicts = np.select(
        [~known, meet & exact, meet & (span <= _MONTH), meet & (span <= _YEAR), meet, near],
        ["unknown", "day", "month", "year", "unknown", "near"],
        "differs",
    )
    worth = {
        "day": weights.day,
        "month": weights.month,
        "year": weights.year,
        "near": weights.near,
        "differs": weights.differs,
    }
    bits = np.select([verdicts == verdict for verdict in worth], list(worth.values()), 0.0)
    return verdicts, bits


def _near(left: Days, right: Days) -> NDArray[np.bool_]:
    """Day and month exchanged, all but one of the eight digits equal, or the day before: a midnight read in another time zone."""
    a, b = (np.datetime_as_string(days, unit="D").astype("<U10") for days in (left, right))
    places_a, places_b = (x.reshape(-1, 1).view(np.uint32).reshape(-1, 10) for x in (a, b))
    one_digit = (places_a != places_b).sum(axis=1) == 1
    swapped = (
        (places_a[:, :4] == places_b[:, :4]).all(axis=1)
        & (places_a[:, 5:7] == places_b[:, 8:10]).all(axis=1)
        & (places_a[:, 8:10] == places_b[:, 5:7]).all(axis=1)
    )
    next_day = np.abs((left - right).astype("timedelta64[D]")) == np.timedelta64(1, "D")
    found: NDArray[np.bool_] = one_digit | swapped | next_day
    return found
