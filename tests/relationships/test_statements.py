"""Which of several statements of one fact counts on which days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from screening.contract.internal import ALWAYS
from screening.relationships.identity import CERTAIN, Link
from screening.relationships.life import FOREVER, Life
from screening.relationships.statements import Statement, reconcile


@dataclass(frozen=True, slots=True)
class Said:
    record_id: str
    life: Life
    statement: Statement

    link: Link = CERTAIN

    def with_life(self, life: Life) -> Said:
        return replace(self, life=life)

    def with_link(self, link: Link) -> Said:
        return replace(self, link=link)


def said(name: str, seen: str, start: str | None, end: str | None = None, source: str = "registry") -> Said:
    as_of = date.fromisoformat(seen)
    begun = date.fromisoformat(start) if start else None
    ended = date.fromisoformat(end) if end else FOREVER
    first = begun or as_of
    life = Life((begun or ALWAYS, ended), (first, ended) if first < ended else None)
    return Said(name, life, Statement(as_of, ALWAYS, source, ""))


def lives(rows: list[Said]) -> dict[str, tuple[date, date]]:
    return {row.record_id: row.life.possible for row in reconcile(rows)}


def test_a_repetition_disappears() -> None:
    assert lives([said("new", "2026-11-15", "2023-06-01"), said("old", "2025-12-31", None, source="report")]) == {
        "new": (date(2023, 6, 1), FOREVER)
    }


def test_of_one_day_the_order_of_names_decides_and_the_days_are_the_same() -> None:
    rows = [said("a", "2026-11-15", None, source="x"), said("b", "2026-11-15", "2023-06-01", source="y")]

    assert lives(rows) == {"b": (date(2023, 6, 1), FOREVER)}


def test_an_older_statement_counts_for_the_days_before() -> None:
    assert lives([said("new", "2026-11-15", "2026-04-01"), said("old", "2024-12-31", "2024-03-04")]) == {
        "new": (date(2026, 4, 1), FOREVER),
        "old": (date(2024, 3, 4), date(2026, 4, 1)),
    }


def test_a_newer_statement_without_a_start_begins_when_it_was_made() -> None:
    assert lives([said("new", "2026-11-15", None), said("old", "2024-12-31", "2020-01-01")]) == {
        "new": (date(2026, 11, 15), FOREVER),
        "old": (date(2020, 1, 1), date(2026, 11, 15)),
    }


def test_two_extracts_without_starts_prove_from_the_first_on() -> None:
    kept = reconcile([said("new", "2026-11-15", None), said("old", "2024-12-31", None)])

    assert [(row.record_id, row.life.proven) for row in kept] == [
        ("new", (date(2026, 11, 15), FOREVER)),
        ("old", (date(2024, 12, 31), date(2026, 11, 15))),
    ]
    assert [row.life.possible for row in kept] == [(date(2026, 11, 15), FOREVER), (ALWAYS, date(2026, 11, 15))]


def test_an_end_that_became_known_ends_the_older_statement() -> None:
    kept = reconcile([said("new", "2026-11-15", None, "2026-06-30"), said("old", "2025-12-31", None)])

    assert [(row.record_id, row.life.proven) for row in kept] == [("old", (date(2025, 12, 31), date(2026, 6, 30)))]


def test_other_periods_and_rows_of_one_statement_stand_beside_each_other() -> None:
    rows = [
        said("a", "2026-11-15", "2020-01-01"),
        said("b", "2026-11-15", "2021-01-01"),
        said("c", "2019-01-01", "2015-01-01", "2018-01-01"),
    ]

    assert lives(rows) == {row.record_id: row.life.possible for row in rows}


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [
        said("a", "2026-11-15", None),
        said("b", "2024-12-31", "2020-01-01"),
        said("c", "2022-12-31", None, source="report"),
    ]
    answers = {tuple(sorted(lives(list(order)).items())) for order in permutations(rows)}

    assert len(answers) == 1


def test_the_surest_row_of_the_same_time_says_who_it_is() -> None:
    sure, weak = Link("A", 0.999, 40.0), Link("B", 0.9, 10.0)
    rows = [
        said("new", "2026-11-15", "2020-01-01").with_link(weak),
        said("old", "2024-12-31", "2020-01-01").with_link(sure),
        said("past", "2024-12-31", "2010-01-01", "2012-01-01").with_link(weak),
    ]

    assert {row.record_id: row.link.tier for row in reconcile(rows)} == {"new": "A", "past": "B"}


days = st.integers(0, 8).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
sayings = st.tuples(days, st.one_of(st.none(), days), st.one_of(st.none(), days), st.sampled_from("xy")).filter(
    lambda parts: parts[1] is None or parts[2] is None or parts[1] < parts[2]
)


@given(st.lists(sayings, max_size=5))
def test_on_no_day_do_two_statements_count(parts: list[tuple[date, date | None, date | None, str]]) -> None:
    rows = [
        said(str(n), str(seen), str(start) if start else None, str(end) if end else None, source)
        for n, (seen, start, end, source) in enumerate(parts)
    ]
    kept = reconcile(rows)

    for n in range(-1, 12):
        day = date(2026, 1, 1) + timedelta(days=n)
        assert len({row.statement for row in kept if row.life.on(day)}) <= 1

    newest = max((row.statement for row in rows), default=None)
    for row in rows:
        if row.statement == newest and row.life.proven:
            assert row.life.proven in [other.life.proven for other in kept if other.record_id == row.record_id]
