"""Pairs of names through our own readers and comparators, and the counts of what came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from screening.matching.compare.latin_company_names import compare_latin_companies
from screening.matching.compare.person_names import NamePairs, compare_names
from screening.matching.weights import load_weights
from screening.staging.person_names import read_person_names

PEERS = Path(__file__).parents[3] / "shared" / "data" / "peers"
needs_peers = pytest.mark.skipif(not PEERS.is_dir(), reason="the peers' cases are not beside this checkout")


def person_bits(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Bits of each pair of names of persons, as m_pair_name has them: an equal key is worth the name, nothing to read is nothing."""
    a, b = (read_person_names(side).to_pydict() for side in (left, right))
    bits = np.zeros(len(left))
    kept = [i for i, keys in enumerate(zip(a["name_key"], b["name_key"], strict=True)) if None not in keys]
    sides = {
        f"{side}_{ours}": [table[column][i] for i in kept]
        for side, table in (("left", a), ("right", b))
        for ours, column in (
            ("key", "name_key"),
            ("readings", "reading_keys"),
            ("script", "script"),
            ("value", "value"),
        )
    }
    worth = {f"{side}_bits": np.array([t["bits"][i] for i in kept]) for side, t in (("left", a), ("right", b))}
    bits[kept] = compare_names(NamePairs(**sides, **worth), load_weights().name)[1]
    for i in kept:
        if a["name_key"][i] == b["name_key"][i] and a["script"][i] != "masked":
            bits[i] = a["bits"][i]
    return bits


def company_bits(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """Bits of each pair of names of companies, organisations and vessels."""
    return compare_latin_companies(left, right).bits


@dataclass(frozen=True)
class Counts:
    """A confusion matrix."""

    both: int
    false_alarms: int
    missed: int
    neither: int

    @classmethod
    def of(cls, rows: Iterable[tuple[bool, bool]]) -> Counts:
        """Counts (expected, found) pairs."""
        seen = Counter(rows)
        return cls(seen[True, True], seen[False, True], seen[True, False], seen[False, False])

    @property
    def precision(self) -> float:
        """Of what we call one, how much is; 1 where we call nothing so."""
        return self.both / max(1, self.both + self.false_alarms) if self.both + self.false_alarms else 1.0

    @property
    def recall(self) -> float:
        """Of what is one, how much we call so."""
        return self.both / (self.both + self.missed) if self.both + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.both / max(1, 2 * self.both + self.false_alarms + self.missed)

    def line(self, name: str) -> str:
        """One line of a report."""
        counts = f"{self.both:4} both {self.false_alarms:4} false {self.missed:4} missed {self.neither:4} neither"
        return f"{name:24} {counts}   precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f}"
