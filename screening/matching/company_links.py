"""Pairs of companies that are probably one: searched, compared, weighed against the other companies a name could mean."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.company_evidence import balance_items, company_items
from screening.matching.company_rivals import rival_bits
from screening.matching.company_search import search_companies
from screening.matching.compare.company_names import CompanyPairs, compare_companies
from screening.matching.comparison import columns
from screening.matching.evidence import to_json
from screening.matching.score import posterior
from screening.matching.weights import CompanyWeights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

_SIDES = ("name", "core", "brand", "region", "trade", "form")


def link_companies(warehouse: Warehouse, thresholds: ThresholdSettings, weights: CompanyWeights) -> None:
    """Writes company_link: one row per pair, by its strongest basis; what the parts contradict is not written."""
    companies = int(warehouse.one("select count(*) from company"))
    search_companies(warehouse, thresholds, weights, companies)
    pairs = columns(warehouse.query(
        "select * from m_company_pair order by left_id, right_id, how, left_name, right_name, left_usage, right_usage"
    ))  # fmt: skip
    if not len(pairs["how"]):
        return
    verdicts = compare_companies(_as_pairs(pairs, companies), weights)
    prior, evidence = -math.log2(max(companies, 2)), verdicts.total
    rivals = rival_bits(pairs, evidence + prior)
    score = np.round(posterior(evidence + rivals + prior), 6)
    firm = verdicts.firm & (score >= thresholds.tier_b)
    links = []
    for i in _best(pairs, score, firm, thresholds.tier_c):
        names = (str(pairs["left_name"][i]), str(pairs["right_name"][i]))
        items = [*company_items(verdicts, i, names), *balance_items(float(rivals[i]), prior, companies)]
        links.append({
            "left_id": str(pairs["left_id"][i]), "right_id": str(pairs["right_id"][i]), "basis": str(verdicts.basis[i]),
            "bits": round(float(evidence[i] + rivals[i]), 4), "score": float(score[i]),
            "tier": "B" if firm[i] else "C", "evidence": to_json(items),
        })  # fmt: skip
    warehouse.append("company_link", links)
    warehouse.append("match_count", [{"name": "company_links", "value": float(len(links))}])


def _as_pairs(pairs: Mapping[str, NDArray[Any]], companies: int) -> CompanyPairs:
    sides = {f"{side}_{part}": pairs[f"{side}_{part}"].tolist() for part in _SIDES for side in ("left", "right")}
    return CompanyPairs(
        how=pairs["how"].tolist(),
        short=pairs["short"].tolist(),
        shape=pairs["shape"].tolist(),
        **sides,
        left_sounds=[None if heard is None else list(heard) for heard in pairs["left_sounds"]],
        right_sounds=[None if heard is None else list(heard) for heard in pairs["right_sounds"]],
        bearers=pairs["companies"].astype(np.float64),
        companies=companies,
    )


def _best(
    pairs: Mapping[str, NDArray[Any]], score: NDArray[np.float64], firm: NDArray[np.bool_], least: float
) -> list[int]:
    """The best row of each pair of companies that reaches `least`, a firm one before any other; in the order of the pairs."""
    kept = np.flatnonzero(score >= least)
    order = kept[np.lexsort((kept, -score[kept], ~firm[kept]))]
    best: dict[tuple[str, str], int] = {}
    for i in order.tolist():
        best.setdefault((str(pairs["left_id"][i]), str(pairs["right_id"][i])), i)
    return [best[pair] for pair in sorted(best)]
