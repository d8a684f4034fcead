"""Which pairs of companies are compared at all: joins on the parts, sounds and words of names, each bounded before it joins.

No pair is made of two companies that nobody deals with, and none whose parts cannot reach tier C however they compare.
"""

from __future__ import annotations

import math

import numpy as np
import pyarrow as pa

from screening.matching.compare.latin_company_names import name_words
from screening.matching.score import bits_of
from screening.matching.weights import CompanyWeights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

PACKAGE = "screening.matching"


def search_companies(
    warehouse: Warehouse, thresholds: ThresholdSettings, weights: CompanyWeights, companies: int
) -> None:
    """Writes m_company_pair: every pair that could reach tier C, with the parts of its names.

    Args:
        companies: how many there are; any of them could be meant, which is the prior.
    """
    bounds = {
        "companies": companies,
        "needed": float(bits_of(np.array(thresholds.tier_c))) + math.log2(max(companies, 2)),
        "brand_pseudo": weights.brand_pseudo,
        "region_agrees": weights.region_agrees,
        "region_absent": weights.region_absent,
        "region_inside": weights.region_inside,
        "trade_agrees": weights.trade_agrees,
    }
    crowd = math.ceil(
        1.0 / thresholds.tier_c
    )  # more companies of one name than this share the probability, each below tier C
    warehouse.script(
        PACKAGE,
        "company_form",
        companies=companies,
        brand_pseudo=weights.brand_pseudo,
        bits_2=weights.brand_bits[0],
        bits_3=weights.brand_bits[1],
        bits_4=weights.brand_bits[2],
    )
    warehouse.script(
        PACKAGE,
        "company_parts",
        **bounds,
        brand_typo=weights.brand_typo,
        trade_contains=weights.trade_contains,
        trade_full=max(weights.trade_contains_full, weights.trade_absent_full),
        trade_typo=weights.trade_agrees + weights.typo,
    )
    warehouse.script(PACKAGE, "company_stated", crowd=crowd)
    warehouse.script(PACKAGE, "company_short", crowd=crowd)
    warehouse.put("m_latin_key", _latin_keys(warehouse))
    warehouse.script(
        PACKAGE,
        "company_sound",
        **{name: value for name, value in bounds.items() if name != "trade_agrees"},
        sound_2=weights.sound_bits[0],
        sound_3=weights.sound_bits[1],
        sound_4=weights.sound_bits[2],
        sound_trade=weights.trade_agrees,
        crowd=crowd,
    )
    warehouse.script(PACKAGE, "company_pair")


def _latin_keys(warehouse: Warehouse) -> pa.Table:
    """Under which keys a Latin name is found: all its words run together, and all but each one of them."""
    names, keys = [], []
    for row in warehouse.rows(
        "select distinct x.value as name from m_form as f join company_name as x on x.rowid = f.n where f.is_latin order by name"
    ):
        words = name_words(row["name"])
        found = {"".join(words)}
        if len(words) > 1:
            found |= {f"{i}|{' '.join(words[:i] + words[i + 1 :])}" for i in range(len(words))}
        names += [row["name"]] * len(found)
        keys += sorted(found)
    return pa.table({"name": pa.array(names, pa.string()), "key": pa.array(keys, pa.string())})
