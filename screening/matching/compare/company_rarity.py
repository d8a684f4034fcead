"""What an equal trade name, short name or sound is worth: what its length makes it worth, moved by the companies that bear it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.company_verdicts import CompanyPairs
from screening.matching.weights import CompanyWeights


def rarity_of(pairs: CompanyPairs, weights: CompanyWeights) -> NDArray[np.float64]:
    """Bits of the trade name or short name of each pair, as if it agreed.

    The reference is the length: a word of three characters names fewer companies than one of two. `brand_pseudo` says how many
    companies of the delivery that is worth.
    """
    words = [
        short or min(left or "", right or left or "", key=len)
        for short, left, right in zip(pairs.short, pairs.left_brand, pairs.right_brand, strict=True)
    ]
    by_length = _by_length(words, weights.brand_bits)
    loose = np.array(
        [min(weights.brand_bits[0] + weights.short_letter * (len(word) - 2), weights.brand_bits[2]) for word in words]
    )
    shape = np.array(pairs.shape, dtype="<U8")
    reference = np.select([shape == "loose", shape == "within"], [loose, loose + weights.short_within], by_length)
    return smoothed(
        reference, pairs.bearers - np.where(np.array(pairs.how) == "short", 1.0, 2.0), pairs.companies, weights
    )


def smoothed(
    reference: NDArray[np.float64], others: NDArray[np.float64], companies: int, weights: CompanyWeights
) -> NDArray[np.float64]:
    """-log2 of the share of companies that bear a word: the delivery's own count of others beside what the word is worth itself."""
    share = (np.maximum(others, 0.0) + weights.brand_pseudo * np.exp2(-reference)) / (companies + weights.brand_pseudo)
    bits: NDArray[np.float64] = -np.log2(np.minimum(share, 1.0))
    return bits


def _by_length(words: list[str], bits: tuple[float, float, float]) -> NDArray[np.float64]:
    """Bits of words of two, three, four and more characters; Latin letters count half."""
    length = np.array([len(word) // (2 if word.isascii() else 1) for word in words], dtype=np.int64)
    worth: NDArray[np.float64] = np.array(bits)[np.clip(length, 2, 4) - 2]
    return worth
