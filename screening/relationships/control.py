"""Control by the 30 % test of the HK Listing Rules: votes at the first company, then subsidiaries only (domain.md B2c).

30 % of a company that holds 30 % of another is no control of the other: after the first company it takes more than half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

THIRTY = 30.0
HALF = 50.0


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes in one company.

    Attributes:
        percent: of the votes at its general meeting; None = unknown.
        general: the holder is its general partner or sole proprietor, and controls it whatever the percentage.
    """

    percent: float | None
    general: bool = False


Held = Mapping[str, Sequence[tuple[str, Votes]]]
"""(company, votes) by holding company."""


def controlled(
    first: Iterable[tuple[str, Votes]],
    held: Held,
    *,
    majority: bool,
    given: Iterable[str] = (),
    barred: Set[str] = frozenset(),
) -> set[str]:
    """Companies that a group of holders controls together.

    Args:
        first: (company, votes) of the holders themselves; their votes in one company add up.
        held: votes of companies in companies.
        majority: more than half is asked for at the first company too (family members), instead of 30 %.
        given: companies known to be controlled.
        barred: companies left out of everything.

    Returns:
        Companies that pass the test at the first company, and their subsidiaries: companies in which the votes of companies
        already controlled and of the holders themselves are more than half, or whose general partner is one of them.
    """
    through: dict[str, float] = defaultdict(float)
    found = set(given)
    for company, votes in first:
        if company not in barred:
            through[company] += votes.percent or 0.0
            if votes.general:
                found.add(company)
    for company, percent in through.items():
        total = round(percent, 8)
        if total > HALF if majority else total >= THIRTY:
            found.add(company)
    waiting = sorted(found)
    while waiting:
        for company, votes in held.get(waiting.pop(), ()):
            if company in barred:
                continue
            through[company] += votes.percent or 0.0
            if company not in found and (votes.general or round(through[company], 8) > HALF):
                found.add(company)
                waiting.append(company)
    return found
