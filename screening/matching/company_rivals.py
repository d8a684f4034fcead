"""What other companies that the same name could mean take away: the probabilities of one name sum to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray


def rival_bits(pairs: Mapping[str, NDArray[Any]], bits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Bits (never positive) by which each pair's odds fall, for every other company that one of its names was paired with.

    Args:
        pairs: columns of m_company_pair: how, left_id, right_id, left_f, right_f.
        bits: evidence and prior of each pair.

    A parent may have many branches, so those do not compete.
    """
    odds = np.exp2(np.minimum(bits, 60.0))
    rest = np.maximum(_others(pairs, odds, "left", "right"), _others(pairs, odds, "right", "left"))
    competes: NDArray[np.float64] = np.where(pairs["how"] == "branch", 0.0, -np.log2(1.0 + rest))
    return competes


def _others(pairs: Mapping[str, NDArray[Any]], odds: NDArray[np.float64], side: str, other: str) -> NDArray[np.float64]:
    """Per row, the sum of the odds of all other companies that this side's name was paired with in the same way."""
    # who bears a former name today and who else gave it up are two answers to one question
    asked = np.where(pairs["how"].astype(str) == "same_former", "former_name", pairs["how"].astype(str))
    _, how = np.unique(asked, return_inverse=True)
    _, name = np.unique(pairs[f"{side}_f"], return_inverse=True)
    _, company = np.unique(pairs[f"{other}_id"].astype(str), return_inverse=True)
    key = name * (int(how.max()) + 1) + how
    order = np.lexsort((odds, company, key))
    key, company, sorted_odds = key[order], company[order], odds[order]
    last = np.append((np.diff(key) != 0) | (np.diff(company) != 0), True)  # the best name of each company
    first_of_key = np.append(True, np.diff(key) != 0)
    best = sorted_odds[last]
    group = np.append(0, np.cumsum(last)[:-1])  # row -> its (name, company)
    block = np.cumsum(first_of_key) - 1  # row -> its name
    total = np.bincount(block[last], best)
    rest = np.empty_like(odds)
    rest[order] = np.maximum(total[block] - best[group], 0.0)
    return rest
