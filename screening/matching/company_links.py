"""Pairs of companies that are probably one, and related organisations resolved to companies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.company_names import STATED, CompanyPairs, CompanyVerdicts, compare_companies
from screening.matching.comparison import columns
from screening.matching.evidence import Item, item, to_json
from screening.matching.score import bits_of, posterior
from screening.matching.weights import CompanyWeights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

PACKAGE = "screening.matching"
CODE_SCORE, NAME_SCORE = 0.999, 0.98  # what an equal credit code, and an equal full name, leave to doubt
_STATED = {
    "former_name": (
        "登记或主数据载明的曾用名与对方名称相同",
        "a former name stated by a register or a master is the other's name",
    ),
    "other_name": ("主数据载明的其他名称与对方名称相同", "another name stated by a master is the other's name"),
    "branch": (
        "名称表明其为对方的分支机构（同一法人）",
        "the name says that it is a branch of the other: one legal entity",
    ),
    "same_name": (
        "名称相同，但缺少代码或有多家同名",
        "the names are equal, but codes are missing or several bear the name",
    ),
}
_PARTS = {
    "brand": ("字号", "trade name"),
    "region": ("行政区划", "region"),
    "trade": ("行业", "trade"),
    "group": ("集团、控股等字样", "group word"),
    "form": ("组织形式", "legal form"),
}
_SAID = {
    "agrees": ("agrees", "相同", "agrees"),
    "contains": ("disagrees", "一方包含另一方", "of one contains the other's"),
    "typo": ("disagrees", "只差一字", "differs in one character"),
    "absent": ("not_comparable", "有一方未写", "is missing on one side"),
    "conflict": ("disagrees", "不同", "differs"),
}


def link_companies(warehouse: Warehouse, thresholds: ThresholdSettings, weights: CompanyWeights) -> None:
    """Writes company_link: one row per pair, by its strongest basis; what the parts contradict is not written."""
    companies = int(warehouse.rows("select count(*) as n from company")[0]["n"])
    prior = -math.log2(max(companies, 2))
    warehouse.script(
        PACKAGE,
        "company_pair",
        companies=companies,
        needed=float(bits_of(np.array(thresholds.tier_c))) - prior,
        brand_pseudo=weights.brand_pseudo,
        brand_bits=max(weights.brand_bits),
        region_agrees=weights.region_agrees,
        region_absent=weights.region_absent,
        trade_agrees=weights.trade_agrees,
        trade_contains=weights.trade_contains,
        trade_absent=weights.trade_absent,
        trade_typo=weights.trade_agrees + weights.typo,
    )
    warehouse.script(PACKAGE, "company_form")
    shown = columns(warehouse.query(
        "select * from m_company_comparison order by left_id, right_id, how, left_name, right_name"
    ))  # fmt: skip
    if not len(shown["how"]):
        return
    sides = ("core", "brand", "region", "trade", "form")
    verdicts = compare_companies(
        CompanyPairs(
            how=shown["how"].tolist(),
            **{f"{side}_{part}": shown[f"{side}_{part}"].tolist() for part in sides for side in ("left", "right")},
            short=shown["short"].tolist(),
            bearers=shown["companies"].astype(np.float64),
            companies=companies,
        ),
        weights,
    )
    total = np.sum(list(verdicts.bits.values()), axis=0)
    rivals = _rivals(shown, total + prior)
    score = np.round(posterior(total + rivals + prior), 6)
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for i in np.lexsort((shown["right_name"].astype(str), shown["left_name"].astype(str), -score)):
        pair = (str(shown["left_id"][i]), str(shown["right_id"][i]))
        if pair in best or score[i] < thresholds.tier_c:
            continue
        tier = "B" if verdicts.firm[i] and score[i] >= thresholds.tier_b else "C"
        names = (str(shown["left_name"][i]), str(shown["right_name"][i]))
        items = [*_items(verdicts, int(i), names), *_balance(float(rivals[i]), prior, companies)]
        best[pair] = {
            "left_id": pair[0], "right_id": pair[1], "basis": str(verdicts.basis[i]), "bits": round(float(total[i] + rivals[i]), 4),
            "score": float(score[i]), "tier": tier, "evidence": to_json(items),
        }  # fmt: skip
    warehouse.append("company_link", [best[pair] for pair in sorted(best)])
    warehouse.append("match_count", [{"name": "company_links", "value": float(len(best))}])


def _rivals(shown: Mapping[str, NDArray[Any]], bits: NDArray[np.float64]) -> NDArray[np.float64]:
    """What other companies that the same name could mean take away, in bits: the probabilities of one name sum to one.

    A parent may have many branches, so those do not compete.
    """
    odds = np.exp2(np.minimum(bits, 60.0))
    rest = np.maximum(_others(shown, odds, "left", "right"), _others(shown, odds, "right", "left"))
    competes: NDArray[np.float64] = np.where(shown["how"] == "branch", 0.0, -np.log2(1.0 + rest))
    return competes


def _others(shown: Mapping[str, NDArray[Any]], odds: NDArray[np.float64], side: str, other: str) -> NDArray[np.float64]:
    """Per row, the sum of the odds of all other companies that this side's name was paired with in the same way."""
    texts = (f"{h}|{c}|{n}" for h, c, n in zip(shown["how"], shown[f"{side}_id"], shown[f"{side}_name"], strict=True))
    _, key = np.unique(np.array(list(texts)), return_inverse=True)
    _, company = np.unique(shown[f"{other}_id"].astype(str), return_inverse=True)
    order = np.lexsort((odds, company, key))
    last = np.append((np.diff(key[order]) != 0) | (np.diff(company[order]) != 0), True)  # the best name of each company
    kept = order[last]
    total = np.bincount(key[kept], odds[kept])
    best = {(int(k), int(c)): float(o) for k, c, o in zip(key[kept], company[kept], odds[kept], strict=True)}
    own = np.array([best[int(k), int(c)] for k, c in zip(key, company, strict=True)])
    rest: NDArray[np.float64] = np.maximum(total[key] - own, 0.0)
    return rest


def watch_companies(warehouse: Warehouse) -> None:
    """Writes company_watch: the company each related organisation names, and those that are probably the same."""
    rows = warehouse.rows("""
        select w.watched_id, w.name, p.uscc is not null as by_code, c.company_id, co.name as company_name
        from m_identity as i
        join watched as w using (watched_id)
        join m_anchor as p on p.table_name = 'related_parties' and p.record_id = i.record_id
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


def _items(verdicts: CompanyVerdicts, i: int, names: tuple[str, str]) -> list[Item]:
    """What the two names show, part by part unless one states the other."""
    basis = str(verdicts.basis[i])
    items = (
        []
        if basis not in _STATED
        else [item("company_name", "agrees", *names, _STATED[basis], float(verdicts.bits["stated"][i]))]
    )
    if basis in STATED:
        return items
    for part, (zh, en) in _PARTS.items():
        verdict, said_zh, said_en = _SAID[str(verdicts.parts[part][i])]
        items.append(
            item(
                f"company_{part}", verdict, *names, (zh + said_zh, f"the {en} {said_en}"), float(verdicts.bits[part][i])
            )
        )
    return items


def _balance(rivals: float, prior: float, companies: int) -> list[Item]:
    """The bookkeeping between the evidence and the probability."""
    items = []
    if rivals < -0.01:
        said = ("另有企业与该名称同样接近", "other companies are as close to this name")
        items.append(item("company_rivals", "disagrees", None, None, said, rivals))
    said = (
        f"本次共涉及 {companies:,} 家企业，任一家都可能",
        f"any of {companies:,} companies of this delivery could be meant",
    )
    return [*items, item("prior", "not_comparable", None, None, said, prior)]
