"""Values that a watched identity shares with a counterparty: accounts, phones, e-mails, addresses. Crowds are no evidence."""

from __future__ import annotations

from typing import Any

import numpy as np

from screening.matching.evidence import item, label, mask_value, to_json
from screening.matching.score import bits_of
from screening.matching.weights import AttributeWeights, Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

PACKAGE = "screening.matching"
_FIRM = ("bank_account", "payee_account", "email", "mobile")
"""May reach tier B while nobody else bears the value."""


def link_attributes(warehouse: Warehouse, thresholds: ThresholdSettings, weights: Weights) -> None:
    """Writes attribute_link: the least crowded shared value of each kind per watched identity and counterparty."""
    warehouse.script(PACKAGE, "attribute_link", crowd=weights.attribute.crowd)
    rows = warehouse.rows(
        "select * from m_attribute_pair order by watched_id, party_table, group_id, party_id, attribute"
    )
    links = [_link(row, thresholds, weights.attribute) for row in rows]
    warehouse.append("attribute_link", [link for link in links if link["score"] >= thresholds.tier_c])
    crowded = float(warehouse.one("select pairs from m_attribute_crowd"))
    warehouse.append("match_count", [{"name": "attribute_pairs_in_a_crowd", "value": crowded}])


def _link(row: dict[str, Any], thresholds: ThresholdSettings, weights: AttributeWeights) -> dict[str, Any]:
    sort = row["feature"] if row["feature"] != "phone" else "mobile" if row["is_mobile"] else "landline"
    sort = row["attribute"] if row["attribute"] == "payee_account" else sort
    score = round(getattr(weights, sort) * weights.each_other ** (row["crowd"] - 1), 6)
    bits = round(float(bits_of(np.array(score))), 4)
    firm = sort in _FIRM and row["crowd"] == 1 and score >= thresholds.tier_b
    zh, en = label(row["attribute"])
    said = (
        f"{zh}与往来单位登记的相同，共 {row['crowd']} 个主体使用该值（同一法定代表人的企业计为一个）",
        f"the {en} equals one of the counterparty's; {row['crowd']} bear it in all, the companies of one legal representative counted once",
    )
    shown = [mask_value(row["feature"], row[side]) for side in ("left_written", "right_written")]
    evidence = [item(row["attribute"], "agrees", shown[0], shown[1], said, bits)]
    return row | {"bits": bits, "score": score, "tier": "B" if firm else "C", "evidence": to_json(evidence)}
