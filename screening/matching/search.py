"""The search for pairs worth comparing: joins on many cheap keys, then the cut of namesakes that cannot reach tier C."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from screening.matching.compare.mask_keys import key_table
from screening.matching.compare.romanised_names import SURNAME_AT_MOST
from screening.matching.kinds import PACKAGE, Kinds
from screening.matching.score import Floats, bits_of, bounds, posterior, prior_bits
from screening.matching.weights import Weights
from screening.refdata.readings import MOST_READINGS
from screening.refdata.romanised import MOST_SPELLINGS
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse


def search_pairs(warehouse: Warehouse, kinds: Kinds, thresholds: ThresholdSettings, weights: Weights) -> int:
    """Writes m_mention, the mentions that share a key with a watched person, and m_pair(w, m): every pair that could reach tier C.

    A pair that shares a number, a value or a birth date is always compared. A pair that shares nothing but the name is left
    out when the bits of that name, with whatever else its records could still show, cannot reach tier C under the most
    favourable prior of its kind.

    Returns:
        How many namesakes were left out.
    """
    warehouse.put("m_needed", _needed(kinds, thresholds, weights))
    warehouse.run("create or replace temp table m_said_number as select distinct number, scheme, is_full from m_number")
    match_numbers(warehouse, weights)
    for step in ("reach", "mention", "candidate", "pair"):
        warehouse.script(PACKAGE, step, **most_bits(weights))
    return int(kinds.homonyms.pairs.sum()) - int(
        warehouse.one("select count(*) from m_pair semi join m_namesake using (w, m)")
    )


def match_numbers(warehouse: Warehouse, weights: Weights) -> None:
    """Writes m_number_match: numbers of m_watched_number and m_said_number that agree in the places both show."""
    warehouse.script(PACKAGE, "number_shape")
    warehouse.put("m_mask_pair", _mask_pairs(warehouse, weights))
    warehouse.script(PACKAGE, "number_key")


def most_bits(weights: Weights) -> Mapping[str, float]:
    """The parameters of the search's scripts: what features beside the name can be worth at most, how many readings are kept of a name."""
    return {
        "crowd": weights.shared.crowd,
        "gender": weights.gender.agrees,
        "birth": weights.birth.month,
        "day": weights.birth.day,
        "day_and_surname": weights.birth.day + SURNAME_AT_MOST,
        "number": max(weights.identifier.typo_full, weights.identifier.key_bits),
        "most_readings": MOST_READINGS,
        "most_spellings": MOST_SPELLINGS,
    }


def _mask_pairs(warehouse: Warehouse, weights: Weights) -> pa.Table:
    """Every two ways of masking that meet in the data, with the places both show, where those are worth a key."""
    left, right = (
        [row["shape"] for row in warehouse.rows(f"select distinct shape from {side}")]
        for side in ("m_watched_shape", "m_said_shape")
    )
    return key_table(left, right, weights.identifier)


def _needed(kinds: Kinds, thresholds: ThresholdSettings, weights: Weights) -> pa.Table:
    """The least evidence with which a pair of each kind can reach tier C, whatever prior the delivery will suggest.

    `bare_bits` is asked of pairs that agree in nothing but the name, `bits` of all others.
    """
    threshold = bits_of(np.array(thresholds.tier_c))
    most = bounds(kinds.considered, kinds.watched, weights.prior)[2]
    bare = most_bare_links(kinds, weights)
    needed = [
        np.maximum(threshold - prior_bits(expected, kinds.considered), weights.tier.least_bits)
        for expected in (most, bare)
    ]
    return pa.table({
        "group_id": pa.array([name[0] for name in kinds.names], pa.string()),
        "watched_kind": pa.array([name[1] for name in kinds.names], pa.string()),
        "role": pa.array([name[2] for name in kinds.names], pa.string()),
        "can_check": pa.array([name[3] for name in kinds.names], pa.bool_()),
        "bits": pa.array(needed[0], pa.float64()),
        "bare_bits": pa.array(needed[1], pa.float64()),
    })  # fmt: skip


def most_bare_links(kinds: Kinds, weights: Weights) -> Floats:
    """The most true links that the estimate can come to among pairs of each kind that agree in nothing but the name.

    The rounds of the estimate (`score.expected_links`) are followed from the largest value down. Every namesake takes part with the
    most that the name can be worth, and every other pair considered with no evidence at all, which adds what was believed before;
    so no choice of pairs to compare can end higher, for each round grows with the one before.
    """
    homonyms, prior = kinds.homonyms, weights.prior
    default, least, most = bounds(kinds.considered, kinds.watched, prior)
    expected = most
    for _ in range(prior.rounds):
        odds = homonyms.bits + weights.gender.agrees + prior_bits(expected, kinds.considered)[homonyms.kind]
        found = np.bincount(homonyms.kind, homonyms.pairs * posterior(odds), minlength=len(most)) + expected
        expected = np.clip((prior.default_weight * default + found) / (prior.default_weight + 1.0), least, most)
    return expected
