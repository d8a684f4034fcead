"""Related organisations resolved to the companies they name, and to those that are probably the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from screening.matching.evidence import item, to_json
from screening.matching.score import bits_of
from screening.warehouse.store import Warehouse

CODE_SCORE, NAME_SCORE = 0.999, 0.98  # what an equal credit code, and an equal full name, leave to doubt


def watch_companies(warehouse: Warehouse) -> None:
    """Writes company_watch: the company each related organisation names, and those that are probably the same."""
    rows = warehouse.rows("""
        select w.watched_id, w.name, n.uscc is not null as by_code, c.company_id, co.name as company_name
        from m_identity as i
        join watched as w using (watched_id)
        join m_place as p on p.table_name = 'related_parties' and p.record_id = i.record_id
        left join m_code as n on n.value = p.code
        join company_mention as c
            on c.table_name = p.table_name and c.record_id = p.record_id and c.column_name = p.column_name
        join company as co on co.company_id = c.company_id
        where w.kind = 'related_organisation'
        order by w.watched_id
    """)
    links = warehouse.rows("""
        select left_id as company_id, right_id as other_id, basis, bits, score, tier, evidence from company_link
        union all
        select right_id, left_id, basis, bits, score, tier, evidence from company_link
        order by all
    """)
    probable: dict[str, list[dict[str, Any]]] = {}
    for link in links:
        probable.setdefault(link["company_id"], []).append(link)
    found = []
    for row in rows:
        found.append({"watched_id": row["watched_id"], "company_id": row["company_id"], **_own_company(row)})
        found += [
            {"watched_id": row["watched_id"], **link, "company_id": link["other_id"]}
            for link in probable.get(row["company_id"], ())
        ]
    warehouse.append("company_watch", found)


def _own_company(row: Mapping[str, Any]) -> dict[str, Any]:
    """The company under whose code, or under whose full name, the related organisation stands."""
    said = (
        ("统一社会信用代码相同", "the unified social credit codes are equal")
        if row["by_code"]
        else (
            "企业全称相同（空格、括号、繁简、组织形式写法已统一）",
            "the full names are equal (spaces, brackets, script and legal form unified)",
        )
    )
    score = CODE_SCORE if row["by_code"] else NAME_SCORE
    bits = round(float(bits_of(np.array(score))), 4)
    evidence = [
        item("uscc" if row["by_code"] else "company_name", "agrees", row["name"], row["company_name"], said, bits)
    ]
    basis, tier = ("uscc", "A") if row["by_code"] else ("name", "B")
    return {"basis": basis, "bits": bits, "score": score, "tier": tier, "evidence": to_json(evidence)}
