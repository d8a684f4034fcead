"""How one tie changes over time: the days of its trails cut into pieces, and joined again where it only grew.

A stake that grew is one tie with the latest share. A stake that fell below a limit that matters (control, the exemption) had
been judged otherwise before, so its earlier spell stays a tie of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from screening.relationships.life import FOREVER, Life, Span, meet, unite

_CONTROL = (None, "hk_majority", "hk30_family", "hk30_alone")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a holder has on one day."""

    share: float | None
    control: str | None


@dataclass(frozen=True, slots=True)
class Spell:
    """Consecutive days that are judged together by what stood on `day`, the latest of them up to the run's day.

    Attributes:
        earlier: shares before the latest one, with the day each was last held.
    """

    life: Life
    day: date
    standing: Standing
    earlier: tuple[tuple[date, float | None], ...]


def spells(lives: Sequence[Life], as_of: date, standing: Callable[[date], Standing], limit: float) -> list[Spell]:
    """Spells in the order of time.

    Args:
        lives: of the trails that lead to one counterparty.
        standing: what the holder has on a day.
        limit: percentage from which a stake is never exempt.
    """
    found: list[Spell] = []
    for whole in unite(life.possible for life in lives):
        pieces = _pieces(whole, lives)
        run: list[tuple[Span, date, Standing]] = []
        for piece in pieces:
            day = _judged(piece, as_of)
            now = standing(day)
            if run and _rank(now, limit) < _rank(run[-1][2], limit):
                found += _close(run, lives)
                run = []
            run.append((piece, day, now))
        found += _close(run, lives)
    return found


def _pieces(whole: Span, lives: Sequence[Life]) -> list[Span]:
    """The span cut wherever a trail begins or ends."""
    bounds = {bound for life in lives for bound in life.possible if whole[0] < bound < whole[1]}
    edges = [whole[0], *sorted(bounds), whole[1]]
    return list(pairwise(edges))


def _judged(piece: Span, as_of: date) -> date:
    last = piece[1] if piece[1] == FOREVER else piece[1] - timedelta(days=1)
    return max(piece[0], min(last, as_of))


def _rank(standing: Standing, limit: float) -> tuple[int, int]:
    """How heavily it weighs: control, then whether the share reaches the limit; unknown stands between."""
    share = standing.share
    return _CONTROL.index(standing.control), 1 if share is None else 2 if round(share, 8) >= limit else 0


def _close(run: list[tuple[Span, date, Standing]], lives: Sequence[Life]) -> list[Spell]:
    """One spell of consecutive pieces, or several where days in between are possible but not proven."""
    span = (run[0][0][0], run[-1][0][1])
    _, day, latest = run[-1]
    earlier: list[tuple[date, float | None]] = []
    for _, before, standing in run[:-1]:
        if standing.share != latest.share:
            earlier = [item for item in earlier if item[1] != standing.share] + [(before, standing.share)]
    blocks = unite(part for life in lives if life.proven and (part := meet(life.proven, span)))
    lived = [Life(span, block) for block in blocks] or [Life(span, None)]
    return [Spell(life, day, latest, tuple(earlier)) for life in lived]
