"""How a tie is cut into spells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from screening.contract.internal import ALWAYS
from screening.relationships.life import FOREVER, Life
from screening.relationships.spells import Spell, Standing, spells

TODAY = date(2026, 11, 20)


def life(start: date, end: date = FOREVER, *, proven: bool = True) -> Life:
    return Life((start, end), (start, end) if proven else None)


def of(lives: list[Life], standing: Callable[[date], Standing]) -> list[Spell]:
    return spells(lives, TODAY, standing, 5.0)


def steps(*changes: tuple[date, float | None, str | None]) -> Callable[[date], Standing]:
    """The standing since each day."""
    return lambda day: next(Standing(share, control) for since, share, control in reversed(changes) if since <= day)


A, B, C = date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1)


def test_growth_is_one_spell_judged_today() -> None:
    (spell,) = of([life(A, B), life(B)], steps((A, 3.0, None), (B, 40.0, "hk30_alone")))

    assert (spell.life, spell.day, spell.standing.share) == (life(A), TODAY, 40.0)
    assert spell.earlier == ((date(2021, 12, 31), 3.0),)


def test_a_fall_below_the_limit_or_out_of_control_ends_a_spell() -> None:
    found = of([life(A, B), life(B, C), life(C)], steps((A, 40.0, "hk30_alone"), (B, 20.0, None), (C, 4.0, None)))

    assert [(spell.life.possible, spell.standing.share) for spell in found] == [
        ((A, B), 40.0),
        ((B, C), 20.0),
        ((C, FOREVER), 4.0),
    ]


def test_a_fall_that_changes_nothing_does_not() -> None:
    (spell,) = of([life(A, B), life(B)], steps((A, 40.0, "hk30_alone"), (B, 35.0, "hk30_alone")))

    assert (spell.standing.share, spell.earlier) == (35.0, ((date(2021, 12, 31), 40.0),))


def test_an_unknown_share_is_less_than_one_at_the_limit_and_more_than_one_below() -> None:
    assert len(of([life(A, B), life(B)], steps((A, 6.0, None), (B, None, None)))) == 2
    assert len(of([life(A, B), life(B)], steps((A, 4.0, None), (B, None, None)))) == 1


def test_days_that_are_not_proven_part_the_spell() -> None:
    found = of([life(A, B), life(B, C, proven=False), life(C)], steps((A, 10.0, None)))

    assert [spell.life for spell in found] == [Life((A, FOREVER), (A, B)), Life((A, FOREVER), (C, FOREVER))]


def test_nothing_proven_is_still_a_spell() -> None:
    assert [spell.life for spell in of([life(ALWAYS, C, proven=False)], steps((ALWAYS, 10.0, None)))] == [
        life(ALWAYS, C, proven=False)
    ]


def test_what_begins_later_than_today_is_judged_on_its_first_day() -> None:
    future = date(2027, 3, 1)

    assert [spell.day for spell in of([life(future)], steps((A, 10.0, None)))] == [future]


def test_an_ended_spell_is_judged_on_its_last_day() -> None:
    assert [spell.day for spell in of([life(A, B)], steps((A, 10.0, None)))] == [date(2021, 12, 31)]
