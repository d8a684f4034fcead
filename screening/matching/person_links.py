"""Person links: search, compare, weigh, decide, let rulings override, doubt and lend between namesakes inside a company, write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from screening.matching.comparison import compare_pairs
from screening.matching.contradictions import write_contradictions
from screening.matching.decide import NO_TIER, Scored, decide, estimate
from screening.matching.doubt import doubt_links
from screening.matching.evidence import to_json
from screening.matching.kinds import PACKAGE, STRATA, Kinds, count_kinds
from screening.matching.lend import lend_links
from screening.matching.namesakes import Links, compare_namesakes
from screening.matching.person_evidence import person_link
from screening.matching.questions import keep_kinds
from screening.matching.rulings import Link, Pair, acquit, count_rulings, establish, read_rulings
from screening.matching.score import Floats
from screening.matching.search import search_pairs
from screening.matching.weigh import weigh
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse


def link_people(warehouse: Warehouse, thresholds: ThresholdSettings, weights: Weights) -> None:
    """Writes person_link, match_contradiction and their part of match_count."""
    kinds = count_kinds(warehouse)
    pruned = search_pairs(warehouse, kinds, thresholds, weights)
    rulings = read_rulings(warehouse)
    weighed = weigh(compare_pairs(warehouse, weights), weights)
    expected = estimate(weighed, kinds, weights)
    scored = decide(weighed, kinds, expected, thresholds, weights)
    links = _links(scored, kinds, expected, rulings, weights)
    namesakes = compare_namesakes(warehouse, links, kinds, expected, thresholds, weights)
    doubted = doubt_links(namesakes, links, thresholds, weights)
    links = {pair: link for pair, link in (links | doubted).items() if link["tier"] is not None}
    lent = acquit(lend_links(namesakes, links, kinds, expected, thresholds, weights), rulings)
    _write(warehouse, links | lent)
    keep_kinds(warehouse, kinds, expected, thresholds, weights)
    compared = len(scored.tier)
    counts = {
        "pairs_considered": float(kinds.considered.sum()),
        "pairs_compared": float(compared),
        "pairs_pruned_as_homonyms": float(pruned),
        "pairs_below_threshold": float((scored.tier == NO_TIER).sum()),
        "links_lent_inside_a_company": float(len(lent)),
        "links_doubted_for_a_namesake": float(len(doubted)),
    }
    counts |= {**_by_kind(kinds, expected), **count_rulings(warehouse, rulings)}
    warehouse.append("match_count", [{"name": name, "value": value} for name, value in counts.items()])
    write_contradictions(warehouse, scored, links)


def _links(
    scored: Scored, kinds: Kinds, expected: Floats, rulings: Mapping[Pair, str], weights: Weights
) -> dict[Pair, Link]:
    """The pairs that reach a tier by themselves or by a ruling, without those ruled to be two people."""
    found = {scored.pair(i): i for i in np.flatnonzero(scored.tier < NO_TIER).tolist()}
    if rulings:
        every = {scored.pair(i): i for i in range(len(scored.tier))}
        found |= {pair: every[pair] for pair, verdict in rulings.items() if verdict == "same"}
    links = acquit({pair: person_link(scored, i, kinds, expected) for pair, i in found.items()}, rulings)
    return {pair: establish(link, weights) if rulings.get(pair) == "same" else link for pair, link in links.items()}


def _write(warehouse: Warehouse, links: Links) -> None:
    pairs = sorted(links)
    warehouse.put("m_link", pa.table({
        "w": pa.array([w for w, _ in pairs], pa.int64()),
        "m": pa.array([m for _, m in pairs], pa.int64()),
        "bits": pa.array([links[pair]["bits"] for pair in pairs], pa.float64()),
        "score": pa.array([links[pair]["score"] for pair in pairs], pa.float64()),
        "tier": pa.array([links[pair]["tier"] for pair in pairs], pa.string()),
        "evidence": pa.array([to_json(links[pair]["items"]) for pair in pairs], pa.string()),
    }))  # fmt: skip
    warehouse.script(PACKAGE, "person_link")


def _by_kind(kinds: Kinds, expected: Floats) -> Mapping[str, Any]:
    """Pairs considered and true links expected, over all groups, by watched kind, role and whether they can be checked."""
    counts = {}
    for name in sorted({name[1:] for name in kinds.names}):
        of_kind = [i for i, other in enumerate(kinds.names) if other[1:] == name]
        label = f"{name[0]}_{name[1]}_{'checked' if name[2] else 'unchecked'}"
        counts[f"pairs_considered_{label}"] = float(kinds.considered[of_kind].sum())
        for stratum, suffix in enumerate(("", "_thin", "_thin_common")):
            counts[f"lambda_{label}{suffix}"] = round(float(expected[stratum :: len(STRATA)][of_kind].sum()), 4)
    return counts
