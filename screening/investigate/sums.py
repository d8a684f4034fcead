"""The evidence of identity link by link, as terminal and paper show it: comparisons, their sum, and what the sum is worth.

Bits of two links may not be added: each has to hold, so their probabilities multiply (reports.ledger).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from screening.investigate.words import text, text_colon
from screening.reports import evidence
from screening.reports.ledger import ledger
from screening.reports.page_words import PAGE_TEXTS
from screening.reports.words import Language, probability

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """One link.

    Attributes:
        items: its comparisons.
        total: sum of their bits.
        worth: what the sum comes to, in words; empty where the notes say it.
        counts: whether the finding's probability rests on it.
    """

    items: Sequence[Item]
    total: float
    worth: str
    counts: bool = True


def links_of(finding: Item, language: Language) -> tuple[list[Link], list[str]]:
    """The links of a finding, and the sentences below them."""
    entries, explained = ledger(finding["evidence"] or (), finding["score"])
    whole = probability_words(finding["score"], language)
    if len(entries) < 2 and explained:
        return [Link(entry.items, entry.total, whole) for entry in entries], []
    links = [
        Link(entry.items, entry.total, probability(entry.probability, language) if explained else "", entry.counts)
        for entry in entries
    ]
    notes = []
    if sum(link.counts for link in links) > 1:
        notes.append(_note("product", language))
    if links and not explained:
        notes.append(_note("by_kind", language))
    return links, [*notes, whole] if links else []


def pair_link(pair: Item, language: Language) -> Link:
    """The comparisons of one pair of people; their bits add up to its odds."""
    items = pair["evidence"]
    total = round(sum(evidence.bits(item) or 0.0 for item in items), 2)
    return Link(items, total, probability_words(pair["score"], language))


def probability_words(score: float | None, language: Language) -> str:
    """The probability of identity with its label."""
    return f"{text('probability', language)}{text_colon(language)}{probability(score, language)}"


def supporting(language: Language) -> str:
    """What is said above a link that does not count."""
    return _note("supporting", language)


def _note(name: str, language: Language) -> str:
    return PAGE_TEXTS[name][language == "en"]
