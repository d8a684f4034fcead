"""Effective economic share: what a holder owns of companies further down, cross-holdings included.

With d the holder's direct shares and A the matrix of shares that companies hold in companies (row holder, column company),
the effective shares are x = d + xA = d (I - A)^-1: the sum over all chains of the products along them (domain.md B2a).
Percent in, percent out; solved in double precision, rounded to 8 decimals of a percent, capped at 100.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Stake = tuple[str, str, float | None]
"""(holder, company, percent); None = the percentage is not known."""


def effective_shares(direct: Mapping[str, float | None], stakes: Iterable[Stake]) -> dict[str, float | None]:
    """Effective share of one holder in every company he reaches.

    Args:
        direct: his own stakes, in percent by company.
        stakes: what companies hold in companies; several rows of one pair add up.

    Returns:
        Percent by company; None where a leg on the way has no known percentage, for the whole is then unknown.
    """
    owned: dict[str, dict[str, float]] = defaultdict(dict)
    unknown: dict[str, set[str]] = defaultdict(set)
    for holder, company, percent in stakes:
        if percent is None:
            unknown[holder].add(company)
        owned[holder][company] = min(1.0, owned[holder].get(company, 0.0) + (percent or 0.0) / 100)
    reached = _reachable(direct, owned)
    blind = {company for company, percent in direct.items() if percent is None}
    blind = _reachable(blind | {company for holder in reached for company in unknown.get(holder, ())}, owned)
    known = {company: (percent or 0.0) / 100 for company, percent in direct.items()}
    solved = _solve(known, owned, sorted(reached))
    return {
        company: None if company in blind else min(100.0, round(solved[company] * 100, 8))
        for company in sorted(reached)
    }


def _reachable(start: Iterable[str], owned: Mapping[str, Mapping[str, float]]) -> set[str]:
    found = set(start)
    waiting = list(found)
    while waiting:
        for company in owned.get(waiting.pop(), ()):
            if company not in found:
                found.add(company)
                waiting.append(company)
    return found


def _solve(
    direct: Mapping[str, float], owned: Mapping[str, Mapping[str, float]], nodes: list[str]
) -> Mapping[str, float]:
    """The effective shares as fractions: in one pass from owners to owned without cycles, else by the linear system."""
    order = _from_owners_down(owned, nodes)
    if order is not None:
        total = defaultdict(float, direct)
        for holder in order:
            for company, part in owned.get(holder, {}).items():
                total[company] += total[holder] * part
        return total
    exact = _solve_cycles(direct, owned, nodes)
    return _sum_of_chains(direct, owned, len(nodes)) if exact is None else exact


def _from_owners_down(owned: Mapping[str, Mapping[str, float]], nodes: Sequence[str]) -> list[str] | None:
    """The companies so that owners stand before what they own (Kahn's algorithm); None where there is a cycle."""
    owners: dict[str, int] = dict.fromkeys(nodes, 0)
    for holder in nodes:
        for company in owned.get(holder, ()):
            owners[company] += 1
    order = [node for node in nodes if not owners[node]]
    for holder in order:  # grows while it is walked
        for company in owned.get(holder, ()):
            owners[company] -= 1
            if not owners[company]:
                order.append(company)
    return order if len(order) == len(nodes) else None


def _sum_of_chains(
    direct: Mapping[str, float], owned: Mapping[str, Mapping[str, float]], most: int
) -> Mapping[str, float]:
    """Sums d + dA + dA² … over chains of at most so many legs.

    Companies that own each other to 100 % and more have no owner outside: this is what can at least be said.
    """
    total = defaultdict(float, direct)
    term: Mapping[str, float] = dict(direct)
    for _ in range(most):
        following: dict[str, float] = defaultdict(float)
        for holder in sorted(term):
            for company, part in owned.get(holder, {}).items():
                if term[holder] and part:
                    following[company] += term[holder] * part
        if not following:
            break
        for company, part in following.items():
            total[company] += part
        term = following
    return total


def _solve_cycles(
    direct: Mapping[str, float], owned: Mapping[str, Mapping[str, float]], nodes: list[str]
) -> dict[str, float] | None:
    """The solution of x (I - A) = d; None where the series diverges, that is, where the data contradict each other."""
    import numpy as np

    place = {node: number for number, node in enumerate(nodes)}
    entries = [
        (place[company], place[holder], part) for holder in nodes for company, part in owned.get(holder, {}).items()
    ]
    own = np.array([direct.get(node, 0.0) for node in nodes])
    # For a non-negative A, (I - A)y = 1 has a solution y >= 1 just when the series converges.
    solved = _solve_linear(entries, np.column_stack([own, np.ones(len(nodes))]))
    if solved is None or not np.all(solved[:, 1] >= 1 - 1e-9):
        return None
    return {node: float(solved[number, 0]) for node, number in place.items()}


def _solve_linear(entries: list[tuple[int, int, float]], right: Any, *, dense_up_to: int = 200) -> Any:
    """Solves (I - A)X = right for the entries (row, column, value) of A; None where the matrix is singular.

    Groups of companies are small: they are solved without loading the sparse solver, which takes longer than they do.
    """
    import numpy as np

    size = len(right)
    rows, columns, parts = zip(*entries, strict=True)
    if size <= dense_up_to:
        matrix = np.eye(size)
        np.subtract.at(matrix, (np.array(rows), np.array(columns)), parts)
        try:
            return np.linalg.solve(matrix, right)
        except np.linalg.LinAlgError:
            return None
    from scipy.sparse import csc_array, eye_array
    from scipy.sparse.linalg import splu

    sparse = csc_array((np.array(parts), (np.array(rows), np.array(columns))), shape=(size, size))
    try:
        return splu(csc_array(eye_array(size, format="csc") - sparse)).solve(right)
    except RuntimeError:  # exactly singular
        return None
