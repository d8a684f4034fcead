"""The kinds of pairs of a delivery and their sizes: how many pairs were considered, whether or not a key brought them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.score import Floats
from screening.warehouse.store import Warehouse

PACKAGE = "screening.matching"


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of pairs that occur: (group, watched kind, role, can_check), with the size of each.

    A pair can be checked when both records show a number or a birth date. Pairs that cannot are a kind of their own: how
    often they are one person says nothing about the others.

    Attributes:
        considered: all pairs of the kind, found by a key or not.
        watched: watched identities of the group and watched kind.
        in_group: all pairs of the group, of whatever kind.
    """

    names: tuple[tuple[str, str, str, bool], ...]
    considered: Floats
    watched: Floats
    in_group: Floats

    def index(self, shown: Mapping[str, NDArray[Any]]) -> NDArray[np.int64]:
        """The kind of each pair of m_comparison."""
        place = {name: i for i, name in enumerate(self.names)}
        keys = zip(shown["group_id"], shown["watched_kind"], shown["role"], shown["can_check"], strict=True)
        return np.array([place[key] for key in keys], dtype=np.int64)


def count_kinds(warehouse: Warehouse) -> Kinds:
    """Reads the sizes from the watched identities and the mentions that matter."""
    warehouse.script(PACKAGE, "kinds")
    rows = warehouse.rows("select * from m_kind order by group_id, watched_kind, role, can_check")
    return Kinds(
        tuple((row["group_id"], row["watched_kind"], row["role"], row["can_check"]) for row in rows),
        *(np.array([float(row[name]) for row in rows]) for name in ("considered", "watched", "in_group")),
    )
