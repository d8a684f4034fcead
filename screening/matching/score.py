"""From bits to a probability: prior odds per group and kind of pair, estimated from the delivery itself.

The prior odds of a pair are expected / (considered - expected): `considered` counts all pairs of that kind in the group, not
only those that a key brought together, and `expected` is how many of them are believed to be one person.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from screening.matching.weights import PriorWeights

Floats = NDArray[np.float64]


def prior_bits(expected: Floats, considered: Floats) -> Floats:
    """log2 of the prior odds; `expected` lies strictly between 0 and `considered`."""
    return np.log2(expected / (considered - expected))


def posterior(bits: Floats) -> Floats:
    """Probability of the odds 2**bits."""
    odds: Floats = 1.0 / (1.0 + np.exp2(-np.clip(bits, -300.0, 300.0)))
    return odds


def bits_of(probability: Floats) -> Floats:
    """log2 of the odds of a probability strictly between 0 and 1."""
    return np.log2(probability / (1.0 - probability))


def bounds(considered: Floats, watched: Floats, weights: PriorWeights) -> tuple[Floats, Floats, Floats]:
    """Default, least and most true links of each kind of pair, given how many watched identities it has."""
    most = np.minimum(weights.cap * watched, 0.5 * considered)
    least = np.minimum(weights.floor, most)
    return np.clip(weights.rate * watched, least, most), least, most


def expected_links(
    bits: Floats, kind: NDArray[np.int64], considered: Floats, watched: Floats, weights: PriorWeights
) -> Floats:
    """Expectation-maximisation of the number of true links of each kind.

    Args:
        bits: evidence of each scored pair, without prior.
        kind: its kind, an index into `considered`.
        considered: pairs of each kind.
        watched: watched identities of each kind.
        weights: default, floor, cap, rounds; the default counts as `default_weight` deliveries.

    Returns:
        One figure per kind. Pairs that no key brought together count as none.
    """
    default, least, most = bounds(considered, watched, weights)
    expected = default
    for _ in range(weights.rounds):
        found = np.bincount(kind, posterior(bits + prior_bits(expected, considered)[kind]), minlength=len(considered))
        expected = np.clip((weights.default_weight * default + found) / (weights.default_weight + 1.0), least, most)
    return expected
