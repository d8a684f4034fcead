"""How sure it is that two records are one: the weakest link of a chain decides."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """One statement that two records are the same person or company.

    Attributes:
        bits: sum of its evidence; None where identity is a matter of keys.
        score: probability that it is right.
        evidence: list of feature dictionaries as in the stage tables.
    """

    tier: str
    score: float
    bits: float | None
    evidence: tuple[Mapping[str, Any], ...] = ()

    @property
    def established(self) -> bool:
        """Good enough to build on; anything else is a lead."""
        return self.tier in ("A", "B")


CERTAIN = Link("A", 1.0, None)
"""The same key: nothing to compare."""

_CODE_SCORE, _NAME_SCORE = 0.999, 0.98


def same_company(left: str | None, right: str | None, *, by_code: bool) -> Link:
    """Two mentions that matching resolved to one company: by its credit code, or by its full name alone."""
    score = _CODE_SCORE if by_code else _NAME_SCORE
    bits = round(log2(score / (1 - score)), 4)
    said = (
        ("统一社会信用代码相同", "the unified social credit codes are equal")
        if by_code
        else ("企业全称相同", "the full names of the companies are equal")
    )
    feature = "uscc" if by_code else "company_name"
    return Link("A" if by_code else "B", score, bits, (feature_of(feature, left, right, said, bits),))


def feature_of(
    feature: str, left: str | None, right: str | None, said: tuple[str, str], bits: float = 0.0
) -> Mapping[str, Any]:
    """One item of evidence that agrees; `said` is the sentence in Chinese and in English."""
    return {
        "feature": feature,
        "verdict": "agrees",
        "left": left,
        "right": right,
        "detail": said[0],
        "detail_en": said[1],
        "bits": round(bits, 2),
    }


def weakest(links: Iterable[Link]) -> Link:
    """A chain of links as one: the worst tier, the least bits, the product of the probabilities, all the evidence."""
    chain = list(links)
    score = 1.0
    for link in chain:
        score *= link.score
    bits = [link.bits for link in chain if link.bits is not None]
    return Link(
        max((link.tier for link in chain), default="A"),
        round(score, 6),
        min(bits, default=None),
        tuple(feature for link in chain for feature in link.evidence),
    )


def link_of(row: Mapping[str, Any], prefix: str = "") -> Link:
    """Reads bits, score, tier and evidence of a row."""
    text = row[prefix + "evidence"]
    return Link(
        row[prefix + "tier"],
        row[prefix + "score"],
        row[prefix + "bits"],
        tuple(json.loads(text)) if text else (),
    )


class Entities:
    """Companies that are established to be one, as one entity; the name of an entity is the least id in it."""

    def __init__(self, links: Iterable[tuple[str, str, Link]]) -> None:
        self._links: dict[str, dict[str, Link]] = defaultdict(dict)
        self._entity: dict[str, str] = {}
        for left, right, link in links:
            if link.established:
                self._links[left][right] = self._links[right][left] = link
        for company in sorted(self._links):
            if company not in self._entity:
                self._entity.update(dict.fromkeys(self._spread(company), company))

    def of(self, company: str) -> str:
        """The entity of a company; most companies are alone."""
        return self._entity.get(company, company)

    def members(self) -> Mapping[str, str]:
        """Company to entity, for companies that are not alone."""
        return self._entity

    def between(self, left: str, right: str) -> Link:
        """How two companies of one entity are tied: over the fewest links."""
        if left == right:
            return CERTAIN
        came = self._spread(left)
        chain: list[Link] = []
        while right != left:
            before = came[right]
            chain.append(self._links[before][right])
            right = before
        return weakest(reversed(chain))

    def _spread(self, start: str) -> dict[str, str]:
        """Every company linked to the start, with the one it was reached from."""
        came = {start: start}
        waiting = deque([start])
        while waiting:
            company = waiting.popleft()
            for other in sorted(self._links.get(company, ())):
                if other not in came:
                    came[other] = company
                    waiting.append(other)
        return came
