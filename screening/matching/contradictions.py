"""Records that are taken for one person and contradict each other: listed, so that somebody can correct one of them.

Two kinds. Rows under one officer code whose names or full numbers cannot be one person's are matched apart. A link that stands
in tier A or B although something speaks against it - an equal number under another name, an equal name with a slip in the date
of birth - keeps its tier only by the rules of the decision, and is listed whatever its tier.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from screening.matching.decide import TIERS, Scored
from screening.matching.evidence import shown_name
from screening.matching.kinds import PACKAGE
from screening.matching.namesakes import Links
from screening.matching.person_evidence import interval
from screening.matching.weigh import FEATURES
from screening.refdata.typed_numbers import mask_identifier
from screening.warehouse.store import Warehouse

_STRONG = ("A", "B")


def write_contradictions(warehouse: Warehouse, scored: Scored, links: Links) -> None:
    """Writes match_contradiction.

    Args:
        warehouse: holds the watched identities and the mentions.
        scored: every compared pair.
        links: those that became links, as doubt and rulings left them.
    """
    found = [
        (*pair, links[pair]["tier"], *row)
        for i in range(len(scored.tier))
        if (pair := scored.pair(i)) in links
        for row in _against(scored, i)
    ]
    names = ("w", "m", "tier", "feature", "left_value", "right_value")
    kinds = (pa.int64(), pa.int64(), *[pa.string()] * 4)
    warehouse.put("m_against", pa.table({
        name: pa.array([row[n] for row in found], kind) for n, (name, kind) in enumerate(zip(names, kinds, strict=True))
    }))  # fmt: skip
    warehouse.script(PACKAGE, "contradiction")


def _against(scored: Scored, i: int) -> list[tuple[Any, ...]]:
    """What speaks against a link that is strong by itself: the feature and both values."""
    weighed, tier = scored.weighed, int(scored.tier[i])
    carried = weighed.shown["number_verdict"][i] == "equal" or tier < len(TIERS) and TIERS[tier] in _STRONG
    if not carried:
        return []
    said = {feature: _values(scored, i, feature) for feature in ("name", "id_number", "birth_date", "gender")}
    return [
        (feature, *values)
        for feature, values in said.items()
        if weighed.bits[i, FEATURES.index(feature)] < 0.0 or _is_slip(scored, i, feature)
    ]


def _is_slip(scored: Scored, i: int, feature: str) -> bool:
    """A difference that still counts for the pair, taken for a slip."""
    shown = scored.weighed.shown
    if feature == "name":
        return bool(shown["name_verdict"][i] in ("near", "homophone"))
    return feature == "id_number" and bool(shown["number_verdict"][i] == "typo")


def _values(scored: Scored, i: int, feature: str) -> tuple[str | None, str | None]:
    """Both values, identifiers masked."""
    row = {name: values[i] for name, values in scored.weighed.shown.items()}
    if feature == "name":
        return shown_name(row["left_name"]), shown_name(row["right_name"])
    if feature == "id_number":
        return mask_identifier(row["left_number"]), mask_identifier(row["right_number"])
    if feature == "gender":
        return row["left_gender"], row["right_gender"]
    return tuple(interval(row[f"{side}_birth_lo"], row[f"{side}_birth_hi"]) for side in ("left", "right"))  # type: ignore[return-value]
