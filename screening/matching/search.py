"""The search for pairs worth comparing: joins on many cheap keys, then the cut of namesakes that cannot reach tier C."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from screening.matching.compare.numbers import common_mask, mask_bits
from screening.matching.kinds import PACKAGE, Kinds
from screening.matching.score import bits_of, bounds, prior_bits
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse


def search_pairs(warehouse: Warehouse, kinds: Kinds, thresholds: ThresholdSettings, weights: Weights) -> int:
    """Writes m_pair(w, m): every pair that could reach tier C.

    A pair that shares a number, a value or a birth date is always compared. A pair that shares nothing but the name is left
    out when the bits of that name, with whatever else its records could still show, cannot reach tier C under the most
    favourable prior of its kind.

    Returns:
        How many namesakes were left out.
    """
    warehouse.put("m_mask_pair", _mask_pairs(warehouse, weights))
    warehouse.script(PACKAGE, "number_key")
    warehouse.script(
        PACKAGE,
        "candidate",
        crowd=weights.shared.crowd,
        gender=weights.gender.agrees,
        birth=weights.birth.month,
        number=max(weights.identifier.typo_full, weights.identifier.key_bits),
    )
    warehouse.put("m_needed", _needed(kinds, thresholds, weights))
    warehouse.script(PACKAGE, "pair")
    left_out = warehouse.rows("select count(*) as n from (select w, m from m_namesake except select w, m from m_pair)")
    return int(left_out[0]["n"])


def _mask_pairs(warehouse: Warehouse, weights: Weights) -> pa.Table:
    """Every two ways of masking that meet in the data, with the places both show, where those are worth a key."""
    left, right = (
        [
            row["mask"]
            for row in warehouse.rows(f"select distinct regexp_replace(number, '[^*]', '1', 'g') as mask from {side}")
        ]
        for side in ("m_watched_number", "m_mention where number is not null")
    )
    met = [(a, b, common) for a in sorted(left) for b in sorted(right) if (common := common_mask(a, b)) is not None]
    kept = [row for row in met if mask_bits(row[2], weights.identifier) >= weights.identifier.key_bits]
    names = ("watched_mask", "mention_mask", "common")
    return pa.table({name: pa.array([row[i] for row in kept], pa.string()) for i, name in enumerate(names)})


def _needed(kinds: Kinds, thresholds: ThresholdSettings, weights: Weights) -> pa.Table:
    """The least evidence with which a pair of each kind can reach tier C, whatever prior the delivery will suggest."""
    most = bounds(kinds.considered, kinds.watched, weights.prior)[2]
    threshold = bits_of(np.array(thresholds.tier_c))
    needed = np.maximum(threshold - prior_bits(most, kinds.considered), weights.tier.least_bits)
    return pa.table({
        "group_id": pa.array([name[0] for name in kinds.names], pa.string()),
        "watched_kind": pa.array([name[1] for name in kinds.names], pa.string()),
        "role": pa.array([name[2] for name in kinds.names], pa.string()),
        "can_check": pa.array([name[3] for name in kinds.names], pa.bool_()),
        "bits": pa.array(needed, pa.float64()),
    })  # fmt: skip
