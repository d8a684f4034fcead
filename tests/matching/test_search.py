"""The search for candidate pairs loses nothing: whatever all pairs would yield, the keys bring together."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import numpy as np
import pytest

from screening.matching.comparison import compare_pairs
from screening.matching.decide import NO_TIER, decide, estimate
from screening.matching.kinds import Kinds, count_kinds
from screening.matching.score import Floats
from screening.matching.search import search_pairs
from screening.matching.stage import prepare
from screening.matching.weigh import weigh
from screening.matching.weights import Weights, load_weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import credit_code, load, resident_id

WEIGHTS, THRESHOLDS = load_weights(), ThresholdSettings()
_RARE_LINKS = WEIGHTS.prior.model_copy(update={"rate": 1e-5, "floor": 1e-7, "cap": 1e-4})
CROWD = WEIGHTS.model_copy(update={"prior": _RARE_LINKS})
"""Links as rare as in a delivery of a million people, so that a small world has namesakes to leave out."""
NAMES = (
    "王伟", "王玮", "王海龙", "王海尤", "王海隆", "汪海龙", "李海龙", "欧阳明", "欧阳鸣", "任堃", "任坤", "陳大文", "陈大文", "陈文",
    "尉迟砚舟", "李王海龙", "王龙", "Wang Hailong", "Hailong WANG", "CHAN Tai Man", "Chan Tai-man, Peter", "Peter Chan", "Chen Dawen", "Ou-Yang Ming",
    "王*龙", "王**", "王?龙", "王□", "陈某", "尉*砚舟", "Jürgen Müller", "Mueller, Juergen", "J. Müller", "Сергей Иванов", "Sergey Ivanov",
    "阿依古丽·买买提", "x" * 60, "🙂", "‮王伟", "王未", "王末", "王龙海", "海王龙", "海龙", "王海龙、李海龙", "陈大文 王海龙",
    "欧阳明/任堃", "CHAN Tai Man; WANG Hailong", "阿卜杜拉买买提江吐尔逊", "阿卜杜拉买买提江吐尔孙",
)  # fmt: skip
REGIONS = ("110101", "310104", "440301")
DAYS = (date(1970, 1, 2), date(1970, 2, 1), date(1971, 1, 2), date(1970, 1, 3))
MASKS = (
    "111111********1111",
    "111***********1111"[:18],
    "**************1111",
    "111111111111******",
    "1****************1",
)
OTHER_NUMBERS = (
    "A123456(3)",
    "A123***(3)",
    "H01234567",
    "E12345678",
    "E1234****",
    "123456789012345678",
    "1111",
    "**",
    "",
)
PHONES = ("13900001111", "13900002222", "021-55550001", "95588")
EMAILS = ("hl.wang@example.com", "HL.Wang@example.com", "info@example.com")
ACCOUNTS = ("6222000011112222333", "6222 0000 1111 2222 333", "000000")
ADDRESSES = ("杭州市西湖区文一路1号2幢301室", "杭州市西湖区文一路1号3幢301室", "西湖区")


def number(chance: random.Random) -> str:
    """A resident number; few seeds, so that equal and almost equal ones occur."""
    if chance.random() < 0.15:
        return chance.choice(OTHER_NUMBERS)
    body = chance.choice(REGIONS) + chance.choice(DAYS).strftime("%Y%m%d") + chance.choice(("001", "002", "013"))
    full = resident_id(body)
    if chance.random() < 0.15:  # a typing error
        place = chance.randrange(17)
        full = full[:place] + str((int(full[place]) + 1) % 10) + full[place + 1 :]
    if chance.random() < 0.1:  # a place left out, or typed twice
        place = chance.randrange(17)
        full = full[:place] + full[place] * chance.choice((0, 2)) + full[place + 1 :]
    if chance.random() < 0.15:  # a mask that does not say how much it hides
        return full[:6] + chance.choice(("****", "…", "***********")) + full[-4:]
    mask = chance.choice((None, None, *MASKS))
    return (
        full
        if mask is None
        else "".join(d if s == "1" else "*" for d, s in zip(full, mask.ljust(len(full), "*"), strict=False))
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
    return row | values(chance)


def values(chance: random.Random) -> dict[str, list[str]]:
    """What may be shared."""
    shown = {"phone": PHONES, "email": EMAILS, "bank_account": ACCOUNTS, "address": ADDRESSES}
    return {column: [chance.choice(written)] for column, written in shown.items() if chance.random() < 0.3}


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
            "contact_name": chance.choice(NAMES), "bank_account_name": chance.choice((None, *NAMES)), **values(chance),
        }
        for i, (name, code) in enumerate(companies)
    ]  # fmt: skip
    suppliers += [
        {"party_id": f"T{i}", "party_kind": "person", "group_id": f"G{i % 2}"} | person(chance) for i in range(4)
    ]
    suppliers += [  # a shop is its owner; some masters know it by his number alone
        {
            "party_id": f"U{i}", "name": f"杭州市西湖区某乙{i}百货店", "party_kind": "sole_trader", "group_id": f"G{i % 2}",
            "uscc": number(chance), "legal_representative": chance.choice((None, *NAMES)), **values(chance),
        }
        for i in range(4)
    ]  # fmt: skip
    for row in suppliers:
        row.pop("birth_date", None), row.pop("birth_date_hi", None)
    posts, holdings = [], []
    for i in range(40):
        name, code = chance.choice(companies)
        shown = person(chance)
        posts.append({
            "company_name": name, "company_uscc": code, "person_name": shown["name"], "role": f"监事{i}",
            **{column: shown.get(column) for column in ("id_number", "birth_date", "birth_date_hi", "phone")},
        })  # fmt: skip
        shown = person(chance)
        holdings.append({
            "company_name": name, "company_uscc": code, "holder_name": shown["name"], "holder_id": shown.get("id_number"),
            "holder_kind": "person", "share_pct": f"{i}", "nominee_for": chance.choice((None, None, *NAMES)),
        })  # fmt: skip
    return {
        "officers": officers,
        "related_parties": related,
        "suppliers": suppliers,
        "appointments": posts,
        "holdings": holdings,
    }


Reported = dict[tuple[str, ...], tuple[float, int]]


def reported(
    warehouse: Warehouse, kinds: Kinds, weights: Weights, expected: Floats | None = None
) -> tuple[Reported, Floats]:
    """Score and tier of every pair of m_pair that reaches a tier, by what it is and not by its numbers in this run."""
    weighed = weigh(compare_pairs(warehouse, weights), weights)
    expected = estimate(weighed, kinds, weights) if expected is None else expected
    scored = decide(weighed, kinds, expected, THRESHOLDS, weights)
    called = {
        row["m"]: (row["table_name"], row["record_id"], row["role"], row["name"] or "")
        for row in warehouse.rows("select m, table_name, record_id, role, name from m_mention")
    }
    watched = {row["w"]: row["watched_id"] for row in warehouse.rows("select w, watched_id from m_watched")}
    kept = np.flatnonzero(scored.tier < NO_TIER).tolist()
    pairs = {i: scored.pair(i) for i in kept}
    found = {(watched[w], *called[m]): (float(scored.score[i]), int(scored.tier[i])) for i, (w, m) in pairs.items()}
    return found, expected


def every_pair(warehouse: Warehouse) -> None:
    """Replaces the outcome of the search by all people of the delivery and all pairs of a group."""
    warehouse.run("create or replace temp table m_hit as select distinct table_name, record_id, role, name from m_said")
    warehouse.script("screening.matching", "mention")
    warehouse.run("""
        create or replace temp table m_pair as
        select w.w, m.m from m_watched_shows as w join m_mention_group as g using (group_id) join m_mention as m using (m)
    """)


def check(warehouse: Warehouse, seed: int, weights: Weights) -> int:
    """Compares the search with brute force over one world, pair for pair; returns how many namesakes were left out."""
    load(warehouse, world(seed))
    prepare(warehouse, THRESHOLDS, weights)
    kinds = count_kinds(warehouse)
    left_out = search_pairs(warehouse, kinds, THRESHOLDS, weights)
    compared = warehouse.one("select count(*) from m_pair")
    found, expected = reported(warehouse, kinds, weights)
    every_pair(warehouse)
    every, _ = reported(warehouse, kinds, weights, expected)

    assert (
        warehouse.one("select count(*) from m_pair") == kinds.considered.sum()
    )  # brute force saw every pair of every kind
    assert found == every
    assert 0 <= left_out <= kinds.considered.sum() - compared
    return left_out


@pytest.mark.parametrize("seed", range(12))
def test_the_search_reports_what_brute_force_reports(seed: int, warehouse: Warehouse) -> None:
    check(warehouse, seed, WEIGHTS)


@pytest.mark.parametrize("seed", range(12, 22))
def test_namesakes_are_left_out_without_a_loss(seed: int, warehouse: Warehouse) -> None:
    assert check(warehouse, seed, CROWD) > 0


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(100, 200))
def test_the_search_reports_what_brute_force_reports_over_many_worlds(seed: int, warehouse: Warehouse) -> None:
    check(warehouse, seed, CROWD if seed % 2 else WEIGHTS)
