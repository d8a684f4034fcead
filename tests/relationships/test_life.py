"""How intervals are read, against a day-by-day oracle over everything the dates can mean."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from screening.contract.internal import ALWAYS
from screening.relationships.life import FOREVER, TIMELESS, Life, life_of, meet, unite
from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse

DAY_0 = date(2026, 1, 1)
DAYS = [DAY_0 + timedelta(days=n) for n in range(-3, 16)]
numbers = st.integers(0, 10)
ranges = st.one_of(st.none(), st.tuples(numbers, numbers).map(sorted))


def day(number: int) -> date:
    return DAY_0 + timedelta(days=number)


def read(cases: list[tuple[Any, Any, int]]) -> list[Life | None]:
    """The macro's answer for (start range, end range, day seen)."""
    listed = []
    with TemporaryDirectory() as spill, Warehouse(Path(spill), LimitSettings(threads=1)) as warehouse:
        warehouse.script("screening.relationships", "macros")
        for start, end, seen in cases:
            low, high = (day(start[0]), day(start[1])) if start else (None, None)
            first, last = (day(end[0]), day(end[1])) if end else (None, None)
            sql = (
                "with l as (select rel_life($low::date, $high::date, $first::date, $last::date, $seen::date) as life) "
                "select life, rel_lives(life) as lives from l"
            )
            row = warehouse.rows(sql, {"low": low, "high": high, "first": first, "last": last, "seen": day(seen)})[0]
            listed.append(life_of(row["life"]) if row["lives"] else None)
    return listed


def meanings(start: Any, end: Any, seen: int) -> list[tuple[date, date]]:
    """Every interval that the row can mean."""
    starts = (
        [ALWAYS, *(day(n) for n in range(-3, seen + 1))]
        if start is None
        else [day(n) for n in range(start[0], start[1] + 1)]
    )
    ends = [FOREVER] if end is None else [day(n) for n in range(end[0], end[1] + 1)]
    return [(a, b) for a in starts for b in ends]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ranges, ranges, numbers), min_size=1, max_size=12))
@example(
    [(None, None, 5), ([2, 4], None, 5), (None, [7, 9], 5), (None, [3, 3], 5), ([4, 4], [4, 4], 5), ([2, 6], [4, 8], 5)]
)
def test_every_day_is_proven_or_possible_as_all_or_some_meanings_say(cases: list[tuple[Any, Any, int]]) -> None:
    for (start, end, seen), life in zip(cases, read(cases), strict=True):
        possible = [d for d in DAYS if any(a <= d < b for a, b in meanings(start, end, seen))]
        proven = [d for d in DAYS if all(a <= d < b for a, b in meanings(start, end, seen))]

        if life is None:
            assert possible == []
            continue
        assert [d for d in DAYS if life.on(d)] == possible
        assert [d for d in DAYS if life.proven is not None and life.proven[0] <= d < life.proven[1]] == proven


spans = (
    st.tuples(numbers, numbers)
    .map(sorted)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: (day(pair[0]), day(pair[1])))
)


@given(spans, spans)
def test_meeting_keeps_the_shared_days(left: tuple[date, date], right: tuple[date, date]) -> None:
    shared = [d for d in DAYS if left[0] <= d < left[1] and right[0] <= d < right[1]]
    both = meet(left, right)

    assert (both is None) == (shared == [])
    assert both is None or [d for d in DAYS if both[0] <= d < both[1]] == shared


@given(st.lists(spans, max_size=6))
def test_uniting_keeps_the_days_and_leaves_gaps(listed: list[tuple[date, date]]) -> None:
    joined = unite(listed)

    assert [d for d in DAYS if any(a <= d < b for a, b in joined)] == [
        d for d in DAYS if any(a <= d < b for a, b in listed)
    ]
    assert all(before[1] < after[0] for before, after in pairwise(joined))


def test_columns_hide_the_bounds_that_are_none() -> None:
    assert TIMELESS.columns() == {"proven_from": ALWAYS, "proven_to": None, "possible_from": None, "possible_to": None}
    unproven = Life((day(1), FOREVER), None)
    assert unproven.columns() == {"proven_from": None, "proven_to": None, "possible_from": day(1), "possible_to": None}
    assert life_of(unproven.columns()) == unproven
