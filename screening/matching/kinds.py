"""The kinds of pairs of a delivery and their sizes: how many pairs were considered, whether or not a key brought them together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from screening.matching.score import Floats
from screening.warehouse.store import Warehouse

PACKAGE = "screening.matching"
STRATA = ("backed", "rare_name", "common_name")
"""What a pair rests on: more than the name; hardly more than a rare name; hardly more than a common one."""


@dataclass(frozen=True, slots=True)
class Homonyms:
    """Pairs whose names agree as a whole, counted and not written down: most people of a delivery are nothing more.

    Attributes:
        kind: index into the names of `Kinds`.
        bits: what the agreement can be worth, rounded up to a quarter.
        pairs: how many.
    """

    kind: NDArray[np.int64]
    bits: Floats
    pairs: Floats


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of pairs that occur: (group, watched kind, role, can_check), with the size of each.

    A pair can be checked when both records show a number or a birth date. Pairs that cannot are a kind of their own: how
    often they are one person says nothing about the others. m_comparison names the kind of a pair by its place here.

    Attributes:
        considered: all pairs of the kind, found by a key or not.
        watched: watched identities of the group and watched kind.
        in_group: all pairs of the group, of whatever kind.
        homonyms: those of the considered pairs whose names agree.

    True links are estimated apart for each stratum of a kind (see `STRATA`): how many pairs that agree in hardly more than
    the name are one person shows in the rarity of their names, not in the links that phones and numbers prove beside them; and
    links that rare names prove make no common name likelier. An estimate therefore has an entry per kind and stratum; `place`
    is a pair's.
    """

    names: tuple[tuple[str, str, str, bool], ...]
    considered: Floats
    watched: Floats
    in_group: Floats
    homonyms: Homonyms

    def place(self, kind: NDArray[np.int64], stratum: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place of pairs in an estimate of true links."""
        return len(STRATA) * kind + stratum

    def sizes(self) -> tuple[Floats, Floats]:
        """Pairs considered and watched identities, one entry for every place."""
        return np.repeat(self.considered, len(STRATA)), np.repeat(self.watched, len(STRATA))


def count_kinds(warehouse: Warehouse) -> Kinds:
    """Reads the sizes from the watched identities and the mentions that matter."""
    warehouse.script(PACKAGE, "kinds")
    rows = warehouse.rows("select * from m_kind order by kind")
    considered, watched, in_group = (
        np.array([float(row[name]) for row in rows]) for name in ("considered", "watched", "in_group")
    )
    names = tuple((row["group_id"], row["watched_kind"], row["role"], row["can_check"]) for row in rows)
    return Kinds(names, considered, watched, in_group, _count_homonyms(warehouse))


def _count_homonyms(warehouse: Warehouse) -> Homonyms:
    rows = warehouse.query("select * from m_homonym order by kind, bits")
    kind, bits, pairs = (rows.column(name).to_numpy() for name in ("kind", "bits", "pairs"))
    return Homonyms(kind.astype(np.int64), bits.astype(np.float64), pairs.astype(np.float64))
