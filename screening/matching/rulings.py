"""Auditors' rulings: what somebody looked at and decided stands above every score.

A ruling speaks of facts, not of rows: a watched identity by the fingerprint of its names, numbers and year of birth, a mention by
its table, company, name and number. When one of these changes, the ruling lapses, is counted, and the pair is judged afresh;
so it never moves to another person who comes to stand in the same place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from screening.matching.evidence import item, to_json
from screening.matching.kinds import PACKAGE
from screening.matching.score import bits_of
from screening.matching.weights import Weights
from screening.warehouse.store import Warehouse

Pair = tuple[int, int]
Link = dict[str, Any]
_SAME = ("审计人员已核实双方为同一人", "an auditor has established that both are one person")
_SAME_COMPANY = ("审计人员已核实双方为同一企业", "an auditor has established that both are one company")


def read_rulings(warehouse: Warehouse) -> Mapping[Pair, str]:
    """The verdict on each pair that was ruled on; writes m_ruling and adds the pairs ruled `same` to m_pair."""
    warehouse.script(PACKAGE, "ruling")
    return {(row["w"], row["m"]): row["verdict"] for row in warehouse.rows("select * from m_ruling order by w, m")}


def acquit(links: Mapping[Pair, Link], rulings: Mapping[Pair, str]) -> dict[Pair, Link]:
    """The links without those ruled to be two people, whatever their score."""
    return {pair: link for pair, link in links.items() if rulings.get(pair) != "not_same"}


def establish(link: Link, weights: Weights) -> Link:
    """A link ruled to be one person: tier A; the ruling carries the bits that are missing to its probability."""
    bits = max(float(bits_of(np.array(weights.ruling.score))) - link["odds"], 0.0)
    ruled = item("auditor", "agrees", None, None, _SAME, bits)
    return link | {
        "bits": round(link["bits"] + bits, 4), "odds": link["odds"] + bits, "score": max(link["score"], weights.ruling.score),
        "tier": "A", "items": [ruled, *link["items"]],
    }  # fmt: skip


def count_rulings(warehouse: Warehouse, rulings: Mapping[Pair, str]) -> Mapping[str, float]:
    """Pairs that rulings joined or kept apart, and rulings on people whose records are no longer what they were."""
    lapsed = warehouse.one("""
        select count(*) from identity_ruling as r
        where r.subject = 'person' and not exists (
            select 1 from m_ruling as p
            join m_watched_key as k using (w)
            join m_mention as m using (m)
            where k.watched_key = r.watched_key and m.table_name = r.table_name and m.company_id = r.company_id
                and m.name_key is not distinct from r.mention_key and m_shown_number(m.number) is not distinct from r.mention_number
        )
    """)
    verdicts = list(rulings.values())
    return {
        "rulings_same_person": float(verdicts.count("same")),
        "rulings_not_same_person": float(verdicts.count("not_same")),
        "rulings_on_people_lapsed": float(lapsed or 0),
    }


def rule_companies(warehouse: Warehouse, weights: Weights) -> None:
    """Applies the rulings on companies to company_link; counts them, and those whose companies are gone."""
    warehouse.script(PACKAGE, "company_ruling")
    ruled = warehouse.rows("select * from m_company_ruling order by left_id, right_id")
    score = weights.ruling.score
    bits = round(float(bits_of(np.array(score))), 4)
    warehouse.append("company_link", [
        {
            "left_id": row["left_id"], "right_id": row["right_id"], "basis": "auditor", "bits": bits, "score": score, "tier": "A",
            "evidence": to_json([item("auditor", "agrees", row["left_name"], row["right_name"], _SAME_COMPANY, bits)]),
        }
        for row in ruled if row["verdict"] == "same"
    ])  # fmt: skip
    given = warehouse.one(
        "select count(distinct (least(company_id, other_company_id), greatest(company_id, other_company_id))) "
        "from identity_ruling where subject = 'company'"
    )
    counts = {
        "rulings_same_company": sum(row["verdict"] == "same" for row in ruled),
        "rulings_not_same_company": sum(row["verdict"] == "not_same" for row in ruled),
        "rulings_on_companies_lapsed": int(given or 0) - len(ruled),
    }
    warehouse.append("match_count", [{"name": name, "value": float(value)} for name, value in counts.items()])
