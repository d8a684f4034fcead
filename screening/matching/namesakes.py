"""The namesakes of linked mentions inside their companies, compared with the person whom the mention is linked to.

What they show tells two ways: `lend` lets a bare namesake share in a link that is proved beside it, `doubt` takes a bare name
back where the namesake beside it is somebody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from screening.matching.comparison import compare_pairs
from screening.matching.decide import Scored, decide
from screening.matching.kinds import PACKAGE, Kinds
from screening.matching.score import Floats
from screening.matching.weigh import weigh
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

Pair = tuple[int, int]
Links = Mapping[Pair, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Beside:
    """One namesake m of a mention (lender) that is linked to w in tier A or B, in the same company; `said` is where m's lender stands."""

    w: int
    lender: int
    m: int
    said: str


@dataclass(frozen=True, slots=True)
class Namesakes:
    """All of them, in order, and how each compares with w: `place` finds (w, m) in `scored`."""

    rows: tuple[Beside, ...]
    scored: Scored
    place: Mapping[Pair, int]

    def speaks_against(self, pair: Pair) -> bool:
        """Whether anything that the namesake shows disagrees."""
        return bool((self.scored.weighed.bits[self.place[pair]] < 0.0).any())

    def is_another(self, pair: Pair) -> bool:
        """Whether the namesake's number or date of birth is another person's."""
        i, weighed = self.place[pair], self.scored.weighed
        return str(weighed.shown["number_verdict"][i]) == "conflict" or str(weighed.birth_verdict[i]) == "differs"


def compare_namesakes(
    warehouse: Warehouse, links: Links, kinds: Kinds, expected: Floats, thresholds: ThresholdSettings, weights: Weights
) -> Namesakes:
    """Finds and compares the namesakes beside every link of tier A or B.

    Args:
        warehouse: holds the mentions; the new ones are added to them.
        links: the links decided so far.
        kinds: of pairs.
        expected: true links of each kind.
        thresholds: of the settings.
        weights: the figures.
    """
    _put_strong(warehouse, links)
    warehouse.script(PACKAGE, "namesake")
    rows = _beside(warehouse)
    scored = decide(weigh(compare_pairs(warehouse, weights), weights), kinds, expected, thresholds, weights)
    return Namesakes(rows, scored, {scored.pair(i): i for i in range(len(scored.tier))})


def find_namesakes(warehouse: Warehouse, links: Links, scored: Scored) -> Namesakes:
    """The same where all mentions are at hand and every pair was compared already."""
    _put_strong(warehouse, links)
    rows = _beside(warehouse)
    wanted = {(row.w, row.m) for row in rows}
    place = {pair: i for i in range(len(scored.tier)) if (pair := scored.pair(i)) in wanted} if wanted else {}
    return Namesakes(rows, scored, place)


def _put_strong(warehouse: Warehouse, links: Links) -> None:
    strong = sorted(pair for pair, link in links.items() if link["tier"] in ("A", "B"))
    warehouse.put("m_strong", pa.table({
        "w": pa.array([w for w, _ in strong], pa.int64()), "m": pa.array([m for _, m in strong], pa.int64())
    }))  # fmt: skip


def _beside(warehouse: Warehouse) -> tuple[Beside, ...]:
    warehouse.script(PACKAGE, "lend")
    return tuple(Beside(**row) for row in warehouse.rows("select w, lender, m, said from m_lent order by all"))
