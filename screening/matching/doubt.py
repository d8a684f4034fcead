"""A bare name beside a namesake who is somebody else: one name in one company is one person, so it is probably the namesake's.

A register names the holder without a number; the same company's director bears the same name and another person's number. However
rare the name, the holder is more probably that director than the officer, and the link is no better than a lead.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from screening.matching.evidence import Item, item
from screening.matching.namesakes import Links, Namesakes, Pair
from screening.matching.score import posterior
from screening.matching.weigh import SHARED
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings

_OWN = frozenset({"id_number", "birth_date"})
"""What tells who the mention is where enough of it agrees: a namesake beside it changes nothing. A year of birth alone is not enough."""


def doubted_mentions(namesakes: Namesakes) -> frozenset[Pair]:
    """The linked pairs (w, m) beside whose mention a namesake stands that is not w."""
    return frozenset((row.w, row.lender) for row in namesakes.rows if namesakes.is_another((row.w, row.m)))


def doubt_links(
    namesakes: Namesakes, links: Links, thresholds: ThresholdSettings, weights: Weights
) -> dict[Pair, dict[str, Any]]:
    """The links that rest on a bare name beside another bearer of it, as they stand with that; below tier C with tier None.

    Tier B stays open to those whose phone, e-mail, account or address corroborates the name; a rare name alone is a lead.
    """
    bits = math.log2(1.0 - weights.same_company.share)
    doubted = {}
    for pair in sorted(doubted_mentions(namesakes)):
        link = links[pair]
        if any(_is_own(told, weights) for told in link["items"]):
            continue
        odds = float(link["odds"]) + bits
        score = round(float(posterior(np.array(odds))), 6)
        tier = _tier(score, _beyond_name(link), thresholds, weights)
        items = [*link["items"][:-1], _another(link, bits), link["items"][-1]]
        told = {"bits": round(link["bits"] + bits, 4), "odds": odds, "score": score, "tier": tier, "items": items}
        doubted[pair] = dict(link) | told
    return doubted


def _is_own(told: Item, weights: Weights) -> bool:
    """Whether one feature tells by itself who the mention is: an auditor's word, or enough of a number or date of birth."""
    enough = told["feature"] in _OWN and told["bits"] >= weights.tier.corroboration_bits
    return bool(told["verdict"] == "agrees" and (enough or told["feature"] == "auditor"))


def _tier(score: float, beyond: float, thresholds: ThresholdSettings, weights: Weights) -> str | None:
    if score >= thresholds.tier_b and beyond >= weights.tier.corroboration_bits:
        return "B"
    return "C" if score >= thresholds.tier_c else None


def _beyond_name(link: Mapping[str, Any]) -> float:
    return math.fsum(i["bits"] for i in link["items"] if i["feature"] in SHARED)


def _another(link: Mapping[str, Any], bits: float) -> Item:
    name = next((i["right"] for i in link["items"] if i["feature"] == "name"), None)
    said = (
        "同一企业另有同名人员，其证件号码或出生日期与本人不符；此处仅有姓名，更可能是该同名者",
        "the same company has a bearer of this name whose number or date of birth is another person's; a bare name here is rather his",
    )
    return item("namesake", "disagrees", name, name, said, bits)
