"""What other companies that the same name could mean take away: the probabilities of one name sum to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray


def rival_bits(pairs: Mapping[str, NDArray[Any]], bits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Bits (never positive) by which each pair's odds fall, for every other company that one of its names was paired with.

    Args:
        pairs: columns of m_company_pair: how, shape, left_id, right_id, left_f, right_f.
        bits: evidence and prior of each pair.

    A parent may have many branches, so those do not compete.
    """
    odds = np.exp2(np.minimum(bits, 60.0))
    rest = _others(pairs, odds)
    size = len(odds)
    competes: NDArray[np.float64] = np.where(
        pairs["how"] == "branch", 0.0, -np.log2(1.0 + np.maximum(rest[:size], rest[size:]))
    )
    return competes


def _asked(pairs: Mapping[str, NDArray[Any]]) -> NDArray[np.str_]:
    """To which question each pair is an answer: who bears a former name today and who else gave it up are answers to one."""
    how = pairs["how"].astype(str)
    reused = (how == "same_name") & (pairs["shape"].astype(str) != "")
    asked: NDArray[np.str_] = np.where((how == "same_former") | reused, "former_name", how)
    return asked


def _others(pairs: Mapping[str, NDArray[Any]], odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Per row, the sum of the odds of all other companies that a name was paired with in the same way.

    Twice as many entries as rows: first for the left names, then for the right ones. Which side a name stands on is chance.
    """
    _, how = np.unique(np.tile(_asked(pairs), 2), return_inverse=True)
    _, name = np.unique(np.concatenate([pairs["left_f"], pairs["right_f"]]), return_inverse=True)
    others = np.concatenate([pairs["right_id"].astype(str), pairs["left_id"].astype(str)])
    _, company = np.unique(others, return_inverse=True)
    odds = np.tile(odds, 2)
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
