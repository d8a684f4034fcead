"""From bits to probability and tier: the one pass that knows the whole delivery."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from screening.matching.kinds import Kinds
from screening.matching.score import Floats, expected_links, posterior, prior_bits
from screening.matching.weigh import ALMOST, PARTIAL, PERSONAL, Flags, Weighed
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings

TIERS = ("A", "B", "C")
NO_TIER = 3
"""Index of tiers: 0 is A, 1 is B, 2 is C, 3 is none."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs with all that was decided about them; every array has one entry per pair.

    Attributes:
        weighed: what the pairs show, and its bits.
        prior: prior odds in bits.
        score: probability that both are one person, 6 places.
        chance: namesakes that chance alone would bring into the group's pairs.
        tier: index into `TIERS`, or `NO_TIER`.
    """

    weighed: Weighed
    prior: Floats
    score: Floats
    chance: Floats
    tier: NDArray[np.int64]

    def pair(self, i: int) -> tuple[int, int]:
        """The watched identity and the mention of one pair."""
        return int(self.weighed.shown["w"][i]), int(self.weighed.shown["m"][i])


def estimate(weighed: Weighed, kinds: Kinds, weights: Weights) -> Floats:
    """Expected true links of each kind and stratum, from the pairs that were compared; see `Kinds.place`."""
    place = kinds.place(weighed.kind, weighed.stratum)
    return expected_links(weighed.total, place, *kinds.sizes(), weights.prior)


def decide(weighed: Weighed, kinds: Kinds, expected: Floats, thresholds: ThresholdSettings, weights: Weights) -> Scored:
    """Probability and tier of every pair.

    Tier A asks for identifier-grade evidence, tier B for the name plus corroboration or for a name so rare that the group's
    budget of chance matches is kept, tier C for the probability alone. A contradiction, or a slip between masks, caps it at C.
    """
    name, number = weighed.shown["name_verdict"], weighed.shown["number_verdict"]
    prior = prior_bits(expected, kinds.sizes()[0])[kinds.place(weighed.kind, weighed.stratum)]
    score = np.round(posterior(weighed.total + prior), 6)
    name_bits = weighed.of("name")
    chance = kinds.in_group[weighed.kind] * np.exp2(-np.maximum(name_bits, 0.0))
    rare = (
        (chance <= thresholds.expected_false_pairs)
        & (name_bits >= weights.tier.rare_name_bits)
        & np.isin(name, ("equal", "variant"))
    )
    beyond = weighed.total - name_bits
    firm = (beyond >= weights.tier.corroboration_bits) | rare
    masked_slip = (number == "typo") & ~weighed.shown["number_is_full"].astype(np.bool_)
    capped = _doubtful_name(weighed, weights) | _doubtful_birth(weighed, beyond, weights) | masked_slip
    identified = _identifier_grade(weighed, weights) & ~np.isin(name, ("different", *ALMOST)) & (number != "typo")
    tier = np.select(
        [
            identified & ~capped & (score >= thresholds.tier_a),
            firm & ~capped & (score >= thresholds.tier_b),
            (score >= thresholds.tier_c) & (weighed.total >= weights.tier.least_bits),
        ],
        [0, 1, 2],
        NO_TIER,
    )
    return Scored(weighed, prior, score, chance, tier)


def _doubtful_name(weighed: Weighed, weights: Weights) -> Flags:
    """Names that are not plainly one, unless a good number or two personal values carry the pair."""
    name, number = weighed.shown["name_verdict"], weighed.shown["number_verdict"]
    doubtful = np.isin(name, (*ALMOST, *PARTIAL, "other_script"))
    backed = np.isin(number, ("equal", "shown")) & (weighed.of("id_number") >= weights.tier.mask_bits)
    day = weighed.birth_verdict == "day"
    personal = np.column_stack(
        [(weighed.of(feature) > 0.0) & (day | (feature != "birth_date")) for feature in PERSONAL]
    )
    needed = np.where(np.isin(name, ("partly", "half")) & day, 1, 2)
    needed = np.where((name == "half") & ~day, len(PERSONAL) + 1, needed)
    capped: Flags = doubtful & ~backed & (personal.sum(axis=1) < needed)
    return capped


def _doubtful_birth(weighed: Weighed, beyond: Floats, weights: Weights) -> Flags:
    """Dates of birth that contradict; a slip in one is forgiven where something else corroborates the name."""
    slip = weighed.birth_verdict == "near"
    forgiven = slip & (beyond - weighed.of("birth_date") >= weights.tier.corroboration_bits)
    capped: Flags = np.isin(weighed.birth_verdict, ("differs", "near")) & ~forgiven
    return capped


def _identifier_grade(weighed: Weighed, weights: Weights) -> Flags:
    """A full valid number (one with a wrong check digit may be a filler); or two identifier-like features; or a good mask beside a rare name."""
    number, verdict = weighed.of("id_number"), weighed.shown["number_verdict"]
    full = (verdict == "equal") & (number >= weights.identifier.full)
    like = np.column_stack([number, *(weighed.of(feature) for feature in PERSONAL)])
    several = ((like > 0).sum(axis=1) >= 2) & (np.maximum(like, 0.0).sum(axis=1) >= weights.tier.identifier_bits)
    mask = (verdict == "shown") & (number >= weights.tier.mask_bits) & (weighed.total >= weights.tier.mask_total_bits)
    grade: Flags = full | several | mask
    return grade
