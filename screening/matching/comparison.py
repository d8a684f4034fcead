"""What the two records of a pair show, feature by feature; verdicts that need Python are worked out once per distinct value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from screening.matching.compare.numbers import RANK, compare_identifiers, shows_birth
from screening.matching.compare.person_names import NamePairs, compare_names
from screening.matching.kinds import PACKAGE
from screening.matching.weights import Weights
from screening.warehouse.store import Warehouse


def compare_pairs(warehouse: Warehouse, weights: Weights) -> Mapping[str, NDArray[Any]]:
    """The columns of m_comparison for every pair in m_pair, ordered by (w, m)."""
    warehouse.script(PACKAGE, "bearer", pseudo=weights.name.pseudo_bearers)
    return compare_features(warehouse, weights)


def compare_features(warehouse: Warehouse, weights: Weights) -> Mapping[str, NDArray[Any]]:
    """The same where m_bearer, what equal names are worth, is known already."""
    warehouse.script(PACKAGE, "pair_name")
    warehouse.put("m_name_verdict", _name_verdicts(warehouse, weights))
    warehouse.script(PACKAGE, "pair_number")
    warehouse.put("m_number_verdict", _number_verdicts(warehouse, weights))
    warehouse.script(PACKAGE, "comparison", crowd=weights.shared.crowd)
    return columns(warehouse.query("select * from m_comparison order by w, m"))


def _name_verdicts(warehouse: Warehouse, weights: Weights) -> pa.Table:
    pairs = columns(warehouse.query("select * from m_name_pair order by left_value, right_value"))
    verdicts, bits = compare_names(
        NamePairs(
            pairs["left_key"].tolist(), pairs["right_key"].tolist(),
            pairs["left_readings"].tolist(), pairs["right_readings"].tolist(),
            pairs["left_script"].tolist(), pairs["right_script"].tolist(),
            pairs["left_bits"].astype(np.float64), pairs["right_bits"].astype(np.float64),
            pairs["left_value"].tolist(), pairs["right_value"].tolist(),
        ),
        weights.name,
    )  # fmt: skip
    return pa.table({
        "left_value": pa.array(pairs["left_value"], pa.string()),
        "right_value": pa.array(pairs["right_value"], pa.string()),
        "verdict": pa.array(verdicts, pa.string()),
        "bits": pa.array(bits, pa.float64()),
    })  # fmt: skip


def _number_verdicts(warehouse: Warehouse, weights: Weights) -> pa.Table:
    pairs = columns(warehouse.query("select * from m_number_pair order by left_number, right_number"))
    left, right = pairs["left_number"].tolist(), pairs["right_number"].tolist()
    found = compare_identifiers(
        left, right, pairs["is_resident"].astype(np.bool_), pairs["is_valid"].astype(np.bool_),
        pairs["is_lifelong"].astype(np.bool_), weights.identifier,
    )  # fmt: skip
    return pa.table({
        "left_number": pa.array(left, pa.string()),
        "right_number": pa.array(right, pa.string()),
        "verdict": pa.array(found.verdict.tolist(), pa.string()),
        "bits": pa.array(found.bits, pa.float64()),
        "rank": pa.array([RANK[verdict] for verdict in found.verdict.tolist()], pa.int64()),
        "is_full": pa.array(found.is_full, pa.bool_()),
        "shows_birth": pa.array([shows_birth(a, b) for a, b in zip(left, right, strict=True)], pa.bool_()),
    })  # fmt: skip


def columns(table: pa.Table) -> Mapping[str, NDArray[Any]]:
    """The columns of an Arrow table as NumPy arrays; null is None in columns of text, NaN or NaT elsewhere."""
    return {name: table.column(name).to_numpy(zero_copy_only=False) for name in table.column_names}
