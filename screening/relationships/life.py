"""When something held: days on which it is proven and days on which it is possible, as half-open spans.

The contract's rule: an empty start is unknown, so the row is true on the day it was seen and from then on; anything earlier
is possible, never proven. An empty end is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from screening.contract.internal import ALWAYS

FOREVER = date.max
Span = tuple[date, date]
"""[from, to); `ALWAYS` stands for no lower bound, `FOREVER` for open."""


def meet(left: Span, right: Span) -> Span | None:
    """The days both spans share; None where there are none."""
    start, end = max(left[0], right[0]), min(left[1], right[1])
    return (start, end) if start < end else None


def unite(spans: Iterable[Span]) -> list[Span]:
    """The same days as few spans in order; spans that touch are joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


@dataclass(frozen=True, slots=True)
class Life:
    """The life of one fact.

    Attributes:
        possible: days on which it may have held; never empty.
        proven: the part of them on which it held for certain; None where no day is.
    """

    possible: Span
    proven: Span | None

    def meet(self, other: Life) -> Life | None:
        """The life of both together; None where they cannot have held at once."""
        possible = meet(self.possible, other.possible)
        if possible is None:
            return None
        if self.proven is None or other.proven is None:
            return Life(possible, None)
        return Life(possible, meet(self.proven, other.proven))

    def within(self, span: Span) -> Life | None:
        """What is left of it inside a span."""
        return self.meet(Life(span, span))

    def on(self, day: date) -> bool:
        """Whether it may have held on that day."""
        return self.possible[0] <= day < self.possible[1]

    def columns(self) -> dict[str, date | None]:
        """The four columns of the stage tables."""
        start, end = self.possible
        proven_from, proven_to = self.proven or (None, None)
        return {
            "proven_from": proven_from,
            "proven_to": None if proven_to == FOREVER else proven_to,
            "possible_from": None if start == ALWAYS else start,
            "possible_to": None if end == FOREVER else end,
        }


TIMELESS = Life((ALWAYS, FOREVER), (ALWAYS, FOREVER))
"""Of what holds on every day, such as somebody being himself."""


def life_of(row: Mapping[str, Any]) -> Life:
    """Reads the four columns of a row."""
    proven_from: date | None = row["proven_from"]
    return Life(
        (row["possible_from"] or ALWAYS, row["possible_to"] or FOREVER),
        None if proven_from is None else (proven_from, row["proven_to"] or FOREVER),
    )
