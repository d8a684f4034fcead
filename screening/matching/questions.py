"""What stays of a night's matching so that a question asked later can compare any pair again (see `replay`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from screening.matching.kinds import PACKAGE, STRATA, Kinds
from screening.matching.score import Floats
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse


def keep_kinds(
    warehouse: Warehouse, kinds: Kinds, expected: Floats, thresholds: ThresholdSettings, weights: Weights
) -> None:
    """Writes pair_kind and frozen_weight: the priors and figures of this night, to be used again as they are.

    Args:
        warehouse: holds m_needed, the least evidence that each kind of pair needs.
        kinds: of pairs.
        expected: true links of each kind, an entry for each stratum of a kind (see `Kinds.place`).
        thresholds: of the settings.
        weights: the figures.
    """
    needed = {
        (row["group_id"], row["watched_kind"], row["role"], row["can_check"]): row
        for row in warehouse.rows("select * from m_needed")
    }
    warehouse.append("pair_kind", [
        {
            "kind": i, "group_id": name[0], "watched_kind": name[1], "role": name[2], "can_check": name[3],
            "considered": float(kinds.considered[i]), "watched": float(kinds.watched[i]), "in_group": float(kinds.in_group[i]),
            **{f"expected_{stratum}": float(expected[len(STRATA) * i + place]) for place, stratum in enumerate(STRATA)},
            "bits": needed[name]["bits"], "bare_bits": needed[name]["bare_bits"],
        }
        for i, name in enumerate(kinds.names)
    ])  # fmt: skip
    figures = {"weights": weights.model_dump(mode="json"), "thresholds": thresholds.model_dump(mode="json")}
    warehouse.append("frozen_weight", [{"name": name, "value": value} for name, value in _flat(figures)])


def keep_identities(warehouse: Warehouse, weights: Weights) -> None:
    """Writes the watched identities, the people behind counterparties, and the names by which both are asked for."""
    warehouse.script(PACKAGE, "questions", pseudo=weights.name.pseudo_bearers, crowd=weights.shared.crowd)


def _flat(figures: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Dotted names and JSON values, sorted."""
    for name, value in sorted(figures.items()):
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", json.dumps(value)
