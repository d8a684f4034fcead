"""The search for candidate pairs loses nothing: whatever all pairs would yield, the keys bring together."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from screening.matching.comparison import compare_pairs
from screening.matching.decide import NO_TIER, decide, estimate
from screening.matching.kinds import count_kinds
from screening.matching.search import search_pairs
from screening.matching.stage import prepare
from screening.matching.weights import load_weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import credit_code, load, resident_id

WEIGHTS, THRESHOLDS = load_weights(), ThresholdSettings()
NAMES = (
    "王伟",
    "王玮",
    "王海龙",
    "王海尤",
    "王海隆",
    "李海龙",
    "欧阳明",
    "欧阳鸣",
    "任堃",
    "任坤",
    "Wang Hailong",
    "Hailong WANG",
    "王*龙",
    "王**",
)
REGIONS = ("110101", "310104", "440301")
DAYS = (date(1970, 1, 2), date(1970, 2, 1), date(1971, 1, 2))
MASKS = (
    "111111********1111",
    "111***********1111"[:18],
    "**************1111",
    "111111111111******",
    "1****************1",
)
PHONES = ("13900001111", "13900002222", "021-55550001")


def number(chance: random.Random) -> str:
    """A resident number; few seeds, so that equal and almost equal ones occur."""
    body = chance.choice(REGIONS) + chance.choice(DAYS).strftime("%Y%m%d") + chance.choice(("001", "002", "013"))
    full = resident_id(body)
    if chance.random() < 0.15:  # a typing error
        place = chance.randrange(17)
        full = full[:place] + str((int(full[place]) + 1) % 10) + full[place + 1 :]
    mask = chance.choice((None, None, *MASKS))
    return (
        full
        if mask is None
        else "".join(d if s == "1" else "*" for d, s in zip(full, mask.ljust(18, "*"), strict=True))
    )


def person(chance: random.Random) -> dict[str, Any]:
    """What a record may show of somebody."""
    row: dict[str, Any] = {"name": chance.choice(NAMES)}
    if chance.random() < 0.6:
        row["id_number"] = number(chance)
    if chance.random() < 0.4:
        day = chance.choice(DAYS)
        whole_year = chance.random() < 0.3
        row |= {
            "birth_date": date(day.year, 1, 1) if whole_year else day,
            "birth_date_hi": date(day.year, 12, 31) if whole_year else day,
        }
    if chance.random() < 0.4:
        row["phone"] = [chance.choice(PHONES)]
    return row


def world(seed: int) -> dict[str, list[dict[str, Any]]]:
    """Two groups, a few officers and relatives, counterparties with holders, posts and representatives."""
    chance = random.Random(seed)
    officers = [
        {
            "officer_id": f"P{i}",
            "group_id": f"G{i % 2}",
            "position": "董事",
            "gender": chance.choice(("male", "female", None)),
        }
        | person(chance)
        for i in range(12)
    ]
    related = [
        {"related_id": f"R{i}", "officer_id": f"P{chance.randrange(12)}", "relationship": "配偶", "kind": "person"}
        | person(chance)
        for i in range(12)
    ]
    companies = [(f"杭州某甲{i}科技有限公司", credit_code(f"91330100MA2ABCD{i:02d}")) for i in range(8)]
    suppliers = [
        {
            "party_id": f"S{i}", "name": name, "uscc": code, "group_id": f"G{i % 2}", "legal_representative": chance.choice(NAMES),
            "contact_name": chance.choice(NAMES), "phone": [chance.choice(PHONES)],
        }
        for i, (name, code) in enumerate(companies)
    ]  # fmt: skip
    suppliers += [
        {"party_id": f"T{i}", "party_kind": "person", "group_id": f"G{i % 2}"} | person(chance) for i in range(4)
    ]
    for row in suppliers:
        row.pop("birth_date", None), row.pop("birth_date_hi", None)
    posts, holdings = [], []
    for i in range(40):
        name, code = chance.choice(companies)
        shown = person(chance)
        posts.append({
            "company_name": name, "company_uscc": code, "person_name": shown.pop("name"), "role": f"监事{i}", **shown
        })  # fmt: skip
        shown = person(chance)
        holdings.append({
            "company_name": name, "company_uscc": code, "holder_name": shown["name"], "holder_id": shown.get("id_number"),
            "holder_kind": "person", "share_pct": f"{i}",
        })  # fmt: skip
    return {
        "officers": officers,
        "related_parties": related,
        "suppliers": suppliers,
        "appointments": posts,
        "holdings": holdings,
    }


@pytest.mark.parametrize("seed", range(12))
def test_every_pair_that_brute_force_would_report_is_found(seed: int, warehouse: Warehouse) -> None:
    load(warehouse, world(seed))
    prepare(warehouse, THRESHOLDS, WEIGHTS)
    kinds = count_kinds(warehouse)
    search_pairs(warehouse, kinds, THRESHOLDS, WEIGHTS)
    found = {(row["w"], row["m"]) for row in warehouse.rows("select w, m from m_pair")}

    warehouse.run("""
        create or replace temp table m_pair as
        select w.w, m.m from m_watched_shows as w join m_mention_group as g using (group_id) join m_mention as m using (m)
    """)
    shown = compare_pairs(warehouse, WEIGHTS)
    scored = decide(shown, kinds, estimate(shown, kinds, WEIGHTS), THRESHOLDS, WEIGHTS)
    reported = {scored.pair(i) for i in range(len(scored.kind)) if scored.tier[i] < NO_TIER}

    assert len(shown["w"]) == kinds.considered.sum()  # brute force saw every pair of every kind
    assert reported - found == set()
    assert reported
