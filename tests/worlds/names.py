"""Names at the frequencies at which people bear them, so that strangers share names as in life.

Pairs of characters are not independent (志强 is far commoner than its characters suggest): pairs are drawn with the
same lift as `screening.refdata.names` describes. Each world moves the character weights by a random factor, so that the
product's reference table is as wrong about this population as a national table is about the people around one firm.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from screening.refdata.names import PAIR_BASE, PAIR_CAP, PAIR_EXPONENT, name_tables
from tests.worlds import spellings

Floats = npt.NDArray[np.float64]

SINGLE = 0.14  # part of the people whose given name is one character
NOISE = 0.5  # standard deviation of the logarithm of a weight: the table is right within a factor of 1.6 or so
_HONG_KONG = {"陈": 10, "黄": 7, "李": 7, "张": 5, "梁": 5, "林": 4, "王": 3, "吴": 3, "刘": 3, "郑": 3}


class NameSource:
    """Draws surnames and given names.

    Args:
        rng: the world's generator; the population itself depends on it.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        tables = name_tables()
        self._rng = rng
        self._surnames = list(tables.surname)
        self._surname_p = self._noisy([tables.surname[s] for s in self._surnames])
        self._singles = [c for c, p in tables.single.items() if p > 0]
        self._single_p = self._noisy([tables.single[c] for c in self._singles])
        characters = [c for c in tables.initial if tables.initial[c] > 0 or tables.final[c] > 0]
        first = self._noisy([tables.initial[c] for c in characters])
        last = self._noisy([tables.final[c] for c in characters])
        pairs = np.outer(first, last)
        pairs = np.where(pairs > PAIR_BASE, np.minimum(pairs * (pairs / PAIR_BASE) ** PAIR_EXPONENT, PAIR_CAP), pairs)
        place = {c: i for i, c in enumerate(characters)}
        for given, p in tables.given.items():
            if given[0] in place and given[1] in place:
                pairs[place[given[0]], place[given[1]]] = max(p, pairs[place[given[0]], place[given[1]]])
        self._characters = characters
        self._pairs = (pairs / pairs.sum()).ravel()
        self._pair_cumulative = np.cumsum(self._pairs)
        self._pair_sum = float(pairs.sum())

    def _noisy(self, weights: list[float]) -> Floats:
        values = np.array(weights) * np.exp(self._rng.normal(0, NOISE, len(weights)))
        return np.asarray(values / values.sum())

    def draw(self, count: int) -> list[tuple[str, str]]:
        """So many people: (surname, given name)."""
        surnames = self._rng.choice(len(self._surnames), count, p=self._surname_p)
        pairs = np.minimum(np.searchsorted(self._pair_cumulative, self._rng.random(count)), len(self._pairs) - 1)
        singles = self._rng.choice(len(self._singles), count, p=self._single_p)
        short = self._rng.random(count) < SINGLE
        size = len(self._characters)
        return [
            (
                self._surnames[s],
                self._singles[one] if is_short else self._characters[pair // size] + self._characters[pair % size],
            )
            for s, pair, one, is_short in zip(surnames, pairs, singles, short, strict=True)
        ]

    def hong_kong(self, count: int) -> list[tuple[str, str]]:
        """People of Hong Kong, whose characters all have a Cantonese spelling here."""
        return self._spelled(count, spellings.CANTONESE_SURNAMES, spellings.CANTONESE_GIVEN)

    def singapore(self, count: int) -> list[tuple[str, str]]:
        """People of Singapore or Malaysia likewise."""
        return self._spelled(count, spellings.SINGAPORE_SURNAMES, spellings.SINGAPORE_GIVEN)

    def _spelled(self, count: int, surnames: dict[str, str], given: dict[str, str]) -> list[tuple[str, str]]:
        tables = name_tables()
        families = list(surnames)
        weights = np.array([_HONG_KONG.get(s, 100 * tables.surname.get(s, 0.001)) for s in families])
        letters = list(given)
        first = np.array([max(tables.initial.get(c, 1e-4), 1e-4) for c in letters])
        last = np.array([max(tables.final.get(c, 1e-4), 1e-4) for c in letters])
        s = self._rng.choice(len(families), count, p=weights / weights.sum())
        a = self._rng.choice(len(letters), count, p=first / first.sum())
        b = self._rng.choice(len(letters), count, p=last / last.sum())
        return [(families[i], letters[j] + letters[k]) for i, j, k in zip(s, a, b, strict=True)]

    def bits(self, surname: str, given: str) -> float:
        """-log2 of the part of this population that bears the name."""
        family = self._surname_p[self._surnames.index(surname)] if surname in self._surnames else 1e-6
        if len(given) == 1:
            p = SINGLE * (self._single_p[self._singles.index(given)] if given in self._singles else 1e-7)
        elif len(given) == 2 and all(c in self._characters for c in given):
            size = len(self._characters)
            p = (1 - SINGLE) * self._pairs[self._characters.index(given[0]) * size + self._characters.index(given[1])]
        else:
            p = 1e-9
        return -math.log2(max(float(family * p), 1e-12))
