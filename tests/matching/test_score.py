"""Prior, posterior and the estimate of true links."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.score import bits_of, bounds, expected_links, posterior, prior_bits
from screening.matching.weights import load_weights

PRIOR = load_weights().prior


def one(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


def test_prior_and_posterior() -> None:
    assert prior_bits(one(1.0), one(1025.0))[0] == pytest.approx(-10.0)
    assert posterior(one(0.0, 10.0, -10.0, 4000.0)) == pytest.approx([0.5, 1024 / 1025, 1 / 1025, 1.0])
    assert bits_of(posterior(one(3.0)))[0] == pytest.approx(3.0)


def test_bounds_keep_a_place_for_doubt() -> None:
    default, least, most = bounds(one(1.0, 1e6), one(1.0, 200.0), PRIOR)

    assert (default >= least).all()
    assert (default <= most).all()
    assert most[0] == 0.5  # one pair: as likely as not, never certain
    assert default[1] == pytest.approx(PRIOR.rate * 200.0)


def test_strong_pairs_raise_the_estimate_and_weak_ones_do_not() -> None:
    considered, watched, kind = one(1e6), one(200.0), np.zeros(20, dtype=np.int64)
    strong = expected_links(np.full(20, 45.0), kind, considered, watched, PRIOR)[0]
    weak = expected_links(np.full(20, 12.0), kind, considered, watched, PRIOR)[0]
    default = bounds(considered, watched, PRIOR)[0][0]

    assert strong == pytest.approx((PRIOR.default_weight * default + 20.0) / (PRIOR.default_weight + 1.0), rel=1e-3)
    assert weak < default


def test_kinds_do_not_mix() -> None:
    bits, kind = np.full(10, 45.0), np.zeros(10, dtype=np.int64)
    first, second = expected_links(bits, kind, one(1e6, 1e6), one(200.0, 200.0), PRIOR)

    assert first > second


def test_no_pairs() -> None:
    assert expected_links(np.zeros(0), np.zeros(0, dtype=np.int64), one(), one(), PRIOR).size == 0
