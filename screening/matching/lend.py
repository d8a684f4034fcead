"""One name inside one company is one person: a mention that shows nothing but a name borrows from a namesake's link.

A registry names the holder with a masked number, the same company's master names its legal representative without one. What
proves the first carries the second, one tier lower, unless something that the second record does show speaks against it; where
a third record shows that the company has two people of this name, it is a lead at best.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from screening.matching.decide import TIERS, Scored
from screening.matching.doubt import doubted_mentions
from screening.matching.evidence import Item, item, shown_name
from screening.matching.kinds import Kinds
from screening.matching.namesakes import Links, Namesakes, Pair
from screening.matching.person_evidence import person_link
from screening.matching.score import Floats, bits_of
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings


def lend_links(
    namesakes: Namesakes, links: Links, kinds: Kinds, expected: Floats, thresholds: ThresholdSettings, weights: Weights
) -> dict[Pair, dict[str, Any]]:
    """Links of the namesakes of mentions linked in tier A or B, where they are better than what the namesake has by itself.

    Args:
        namesakes: beside the links.
        links: the links decided so far; a lead lends nothing.
        kinds: of pairs.
        expected: true links of each kind.
        thresholds: of the settings.
        weights: the figures.
    """
    doubted = doubted_mentions(namesakes)
    lent = {}
    for pair, lender, said in _lenders(namesakes, links):
        given = links[pair[0], lender]
        score = round(float(given["score"]) * weights.same_company.share, 6)
        tier = TIERS[min(TIERS.index(given["tier"]) + 1, len(TIERS) - 1)]
        tier = TIERS[-1] if (pair[0], lender) in doubted else tier
        own = links.get(pair)
        is_better = own is None or (tier, -score) < (own["tier"], -own["score"])
        if is_better and not namesakes.speaks_against(pair) and score >= thresholds.tier_c:
            lent[pair] = _lent(namesakes.scored, namesakes.place[pair], kinds, expected, (score, tier, said))
    return lent


def _lenders(namesakes: Namesakes, links: Links) -> Iterator[tuple[Pair, int, str]]:
    """Each pair that may borrow with its best lender (highest tier, highest score, first mention) and where that stands."""
    lenders: dict[Pair, list[tuple[str, float, int, str]]] = {}
    for row in namesakes.rows:
        link = links.get((row.w, row.lender))
        if link is not None and link["tier"] in ("A", "B"):
            standing = (link["tier"], -link["score"], row.lender, row.said)
            lenders.setdefault((row.w, row.m), []).append(standing)
    for pair in sorted(lenders):
        *_, lender, said = min(lenders[pair])
        yield pair, lender, said


def _lent(scored: Scored, i: int, kinds: Kinds, expected: Floats, given: tuple[float, str, str]) -> dict[str, Any]:
    score, tier, said = given
    link = person_link(scored, i, kinds, expected)
    bits = float(bits_of(np.array(score))) - link["odds"]
    items = [
        *link["items"][:-1],
        _same_company(shown_name(scored.weighed.shown["right_name"][i]), said, bits),
        link["items"][-1],
    ]
    return link | {
        "bits": round(link["bits"] + bits, 4),
        "odds": link["odds"] + bits,
        "score": score,
        "tier": tier,
        "items": items,
    }


def _same_company(name: str | None, said: str, bits: float) -> Item:
    zh = f"同一企业另一记录（{said}）中的同名者已有关联，同一企业内同名视为同一人"
    en = f"a namesake in another record ({said}) of the same company is linked already; one name in one company is taken for one person"
    return item("same_company", "agrees", name, name, (zh, en), bits)
