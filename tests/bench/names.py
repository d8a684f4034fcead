"""Names at their real frequencies: strangers share names as in life, or a benchmark of identity is worth nothing.

Surnames come from the reference table with their shares; given names of two characters from all pairs of common characters,
of one character from the single ones, each weighted by what `given_name_probability` says of it. Everything follows
from the generator that is passed in.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from screening.refdata.names import given_name_probability
from screening.refdata.resources import table_rows

PAIRED = (
    1000  # the characters that make up given names, the commonest first and second ones each; the rest is a thin tail
)
SHARE_SINGLE = 0.15  # people whose given name has one character
Texts = NDArray[np.object_]


class NameSource:
    """Draws full names; building it takes a second or two, drawing a million names about one."""

    def __init__(self, paired: int = PAIRED) -> None:
        surnames = [(row[0], float(row[1])) for row in table_rows("surnames.tsv")]
        self._surnames = np.array([name for name, _ in surnames], dtype=object)
        self._surname_shares = _cumulated([share for _, share in surnames])
        characters = [(row[0], *(float(share) for share in row[1:4])) for row in table_rows("given_characters.tsv")]
        first = _commonest(characters, 2, paired)
        second = _commonest(characters, 3, paired)
        single = _commonest(characters, 1, paired)
        listed = {row[0]: float(row[1]) for row in table_rows("given_names.tsv")}
        pairs = [pair for a in first for b in second if (pair := a + b) not in listed]
        # what the table says of a pair is never too little; over all pairs it is too much, and is brought down to its share
        weights = np.array([given_name_probability(pair) for pair in pairs])
        weights *= (1.0 - SHARE_SINGLE - sum(listed.values())) / weights.sum()
        ones = np.array([given_name_probability(name) for name in single])
        ones *= SHARE_SINGLE / ones.sum()
        self._given = np.array([*single, *listed, *pairs], dtype=object)
        self._given_shares = _cumulated([*ones.tolist(), *listed.values(), *weights.tolist()])

    def draw(self, random: np.random.Generator, count: int) -> Texts:
        """So many full names in Simplified characters."""
        names: Texts = self._surnames[_places(random, self._surname_shares, count)]
        return names + self._given[_places(random, self._given_shares, count)]

    def draw_long(self, random: np.random.Generator, count: int) -> Texts:
        """The same, of three characters or more: a slip in a name of two leaves nothing to recognise."""
        names = self.draw(random, 3 * count + 100)
        return names[[len(name) >= 3 for name in names]][:count]


def _commonest(characters: list[tuple[str, float, float, float]], column: int, count: int) -> list[str]:
    ranked = sorted((row for row in characters if row[column] > 0.0), key=lambda row: (-float(row[column]), row[0]))
    return [row[0] for row in ranked[:count]]


def _cumulated(shares: list[float]) -> NDArray[np.float64]:
    total = np.cumsum(np.array(shares))
    return total / total[-1]


def _places(random: np.random.Generator, cumulated: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    return np.searchsorted(cumulated, random.random(count), side="right")
