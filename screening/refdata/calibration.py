"""What the score of an identity was worth where the truth is known: measured on synthetic worlds, never on a delivery.

The table ships with the program, so that every report can show how far its probabilities may be taken at their word.
`python -m tests.worlds.campaign --write` measures it anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from screening.refdata.resources import table_rows


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs whose score lies in one tenth.

    Attributes:
        low: lower end of the tenth.
        high: upper end.
        pairs: how many pairs of an officer and a counterparty were counted.
        said: their mean score.
        true: the share of them that is real.
    """

    low: float
    high: float
    pairs: int
    said: float
    true: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The measurement.

    Attributes:
        worlds: profiles and seeds.
        version: of the program that was measured.
        bins: the filled tenths, from the lowest score on.
    """

    worlds: str
    version: str
    bins: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """Mean distance of score and truth over the tenths, weighted by count (expected calibration error)."""
        return sum(abs(b.said - b.true) * b.pairs for b in self.bins) / max(sum(b.pairs for b in self.bins), 1)


@cache
def calibration() -> Calibration:
    """The packaged table."""
    worlds, version, bins = "", "", []
    for low, high, pairs, said, true, measured_on, measured_with in table_rows("calibration.tsv"):
        bins.append(Bin(float(low), float(high), int(pairs), float(said), float(true)))
        worlds, version = measured_on, measured_with
    return Calibration(worlds, version, tuple(bins))
