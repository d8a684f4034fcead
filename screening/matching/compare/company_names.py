"""Two names of companies: each pair goes to the comparison that its scripts and the way it was found ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.company_parts import STATED, compare_parts
from screening.matching.compare.company_sounds import compare_romanised
from screening.matching.compare.company_verdicts import CompanyPairs, CompanyVerdicts
from screening.matching.compare.latin_company_names import compare_latin_companies
from screening.matching.weights import CompanyWeights

__all__ = ["STATED", "CompanyPairs", "CompanyVerdicts", "compare_companies"]


def compare_companies(pairs: CompanyPairs, weights: CompanyWeights) -> CompanyVerdicts:
    """Compares each pair of names; the sum of a pair's bits is the evidence, without the prior."""
    how = np.array(pairs.how, dtype="<U12")
    special: dict[str, Callable[[CompanyPairs, CompanyWeights], CompanyVerdicts]] = {
        "romanised": compare_romanised,
        "latin": _compare_latin,
    }
    places = [(np.flatnonzero(how == name), compare) for name, compare in special.items()]
    places.append((np.flatnonzero(~np.isin(how, list(special))), compare_parts))
    found = [(at, compare(_take(pairs, at), weights)) for at, compare in places if len(at)]
    return _united(found, len(how))


def _compare_latin(pairs: CompanyPairs, weights: CompanyWeights) -> CompanyVerdicts:
    """Two Latin names; the whole name stands where Chinese names have their trade name."""
    found = compare_latin_companies(pairs.left_name, pairs.right_name)
    size = len(pairs.how)
    absent, zero = np.full(size, "absent", dtype="<U8"), np.zeros(size)
    brand = np.select(
        [found.verdict == "same", found.verdict == "form", found.verdict == "slip"],
        ["agrees", "agrees", "typo"],
        "conflict",
    )
    return CompanyVerdicts(
        basis=np.full(size, "latin_name"),
        parts={
            "brand": brand, "region": absent, "trade": absent, "group": absent,
            "form": np.where(found.verdict == "form", "conflict", "absent"),
        },
        bits={"stated": zero, "brand": found.bits, "region": zero, "trade": zero, "group": zero, "form": zero},
        firm=np.zeros(size, dtype=np.bool_),
    )  # fmt: skip


def _take(pairs: CompanyPairs, at: NDArray[np.int64]) -> CompanyPairs:
    """The pairs at these places."""
    chosen = {
        field.name: [values[i] for i in at.tolist()]
        for field in fields(pairs)
        if field.name not in ("bearers", "companies") and (values := getattr(pairs, field.name)) is not None
    }
    return CompanyPairs(**chosen, bearers=pairs.bearers[at], companies=pairs.companies)


def _united(found: list[tuple[NDArray[np.int64], CompanyVerdicts]], size: int) -> CompanyVerdicts:
    """The verdicts in the order of the pairs."""
    basis, firm = np.full(size, "", dtype="<U16"), np.zeros(size, dtype=np.bool_)
    parts = {
        name: np.full(size, "absent", dtype="<U9")
        for name in ("brand", "region", "trade", "group", "form", "founded", "reused")
    }
    bits = {name: np.zeros(size) for name in ("stated", *parts)}
    for at, verdicts in found:
        basis[at], firm[at] = verdicts.basis, verdicts.firm
        for name, said in verdicts.parts.items():
            parts[name][at] = said
        for name, worth in verdicts.bits.items():
            bits[name][at] = worth
    return CompanyVerdicts(basis, parts, bits, firm)
