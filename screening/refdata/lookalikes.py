"""Characters that are mistaken for one another: weak evidence of a typing error, never of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from screening.refdata.readings import MANDARIN, sounds_of
from screening.refdata.resources import table_rows


@cache
def _look_alike() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (group,) in table_rows("lookalike_characters.tsv"):
        for character in group:
            found[character] |= set(group) - {character}
    return {character: frozenset(others) for character, others in found.items()}


def look_alike(one: str, other: str) -> bool:
    """Whether two characters look alike."""
    return other in _look_alike().get(one, ())


def easily_mistaken(one: str, other: str) -> bool:
    """Whether two characters look alike, or sound alike in Mandarin, so that one is typed for the other."""
    first = sounds_of(MANDARIN).first
    return look_alike(one, other) or (one in first and first[one] == first.get(other))
