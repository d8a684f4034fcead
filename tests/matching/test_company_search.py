"""The search for pairs of companies loses nothing: whatever any two names could be worth, a pair that reaches tier C is compared."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from screening.matching.companies import resolve_companies
from screening.matching.company_search import search_companies
from screening.matching.compare.company_names import CompanyPairs, compare_companies
from screening.matching.compare.latin_company_names import name_words
from screening.matching.inputs import complete_inputs
from screening.matching.score import bits_of
from screening.matching.weights import load_weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, load

THRESHOLDS, WEIGHTS = ThresholdSettings(), load_weights().company
NEEDED = float(bits_of(np.array(THRESHOLDS.tier_c)))
_REGIONS = ("杭州", "杭州市", "浙江", "上海", "江北区", "重庆江北", "")
_BRANDS = ("朵颐", "朵颐达", "朵颐大", "雅境", "岑野", "岑野新", "长乐")
_TRADES = ("科技", "科技发展", "贸易", "新型材料", "金属制品", "金属制吕", "型材料", "")
_FORMS = ("有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "", "", "宁波分公司")
_LATIN = (
    ("Hangzhou", "Shanghai", "Zhejiang", ""),
    ("Duoyi", "Duo Yi", "Yajing", "Cen Ye", "Chang Le"),
    ("Technology", "Tech", "Trading", ""),
    ("Ltd", "Co., Ltd.", "GmbH", ""),
)


def _names(dice: random.Random) -> Iterator[str]:
    while True:
        if dice.random() < 0.25:
            yield " ".join(part for words in _LATIN if (part := dice.choice(words)))
            continue
        region, brand, trade, form = (dice.choice(words) for words in (_REGIONS, _BRANDS, _TRADES, _FORMS))
        name = f"{brand}（{region}）{trade}" if region and dice.random() < 0.2 else region + brand + trade
        yield name + form if dice.random() < 0.9 else name[:2] + "股份"


def _world(seed: int) -> dict[str, list[Row]]:
    dice = random.Random(seed)
    names = _names(dice)

    def code() -> str | None:
        return credit_code(f"91330100MA2ABC{dice.randrange(1000):03d}") if dice.random() < 0.3 else None

    masters = [
        {
            "party_id": f"S{n}",
            "name": next(names),
            "uscc": code(),
            "former_names": [next(names)] if dice.random() < 0.1 else None,
        }
        for n in range(60)
    ]
    held = [
        {"holder_name": "王海龙", "holder_kind": "person", "company_name": next(names), "company_uscc": code()}
        for _ in range(60)
    ]
    return {"suppliers": masters, "holdings": held}


def _pairs(
    rows: list[tuple[dict[str, Any], dict[str, Any]]], how: str, companies: int, short: str = ""
) -> CompanyPairs:
    sides = {
        f"{side}_{part}": [row[number][column] for row in rows]
        for number, side in enumerate(("left", "right"))
        for part, column in (
            ("name", "name"), ("core", "core_key"), ("brand", "brand"), ("region", "region_code"), ("trade", "trade"),
            ("form", "legal_form"), ("sounds", "sounds"),
        )
    }  # fmt: skip
    bearers = np.array([max(left["bearers"] or 1, right["bearers"] or 1) for left, right in rows], dtype=np.float64)
    return CompanyPairs(
        [how] * len(rows), [short] * len(rows), [""] * len(rows), **sides, bearers=bearers, companies=companies
    )


@pytest.mark.parametrize("seed", range(8))
def test_every_pair_of_chinese_names_that_reaches_tier_c_is_searched(seed: int, warehouse: Warehouse) -> None:
    companies, forms, searched = _search(warehouse, seed)
    chinese = [
        f
        for f in forms
        if f["usage"] == "current" and not f["is_latin"] and f["branch_of"] is None and len(f["brand"] or "") >= 2
    ]
    rows = [pair for pair in combinations(chinese, 2) if _may_be_one(*pair) and not _conflict(*pair)]
    found = compare_companies(_pairs(rows, "parts", companies), WEIGHTS)
    same_brand = found.parts["brand"] == "agrees"  # or shifted by a slip where the trade begins
    typed = found.parts["brand"] == "typo"
    alike = np.array(
        [left["region_code"] == right["region_code"] and left["trade"] == right["trade"] for left, right in rows]
    )
    told = found.parts["trade"] != "conflict"
    reaches = (found.total - math.log2(companies) >= NEEDED) & told & (same_brand | typed & alike)

    expected = {_key(*rows[i]) for i in np.flatnonzero(reaches)}
    assert len(expected) > 20
    assert expected <= searched


def test_a_slip_where_the_trade_begins_is_searched(warehouse: Warehouse) -> None:
    wholes = [f"杭州{brand}{trade}有限公司" for brand in ("朵颐美", "岑野新") for trade in ("化工", "生物科技")]
    slips = [
        name[:at] + name[at + 1 :] for name in wholes for at in range(4, len(name) - len("有限公司"))
    ]  # a character left out, at every place behind the beginning of the trade name
    load(warehouse, {
        "suppliers": [{"party_id": f"S{n}", "name": name} for n, name in enumerate(slips)],
        "registry_companies": [{"name": name, "uscc": credit_code(f"91330100MA2ABC{n:03d}")} for n, name in enumerate(wholes)],
    })  # fmt: skip
    companies, forms, searched = _searched(warehouse)
    rows = [pair for pair in combinations(forms, 2) if _may_be_one(*pair)]
    found = compare_companies(_pairs(rows, "parts", companies), WEIGHTS)
    one = (found.parts["brand"] == "agrees") & (found.parts["trade"] != "conflict")
    reaches = (found.total - math.log2(companies) >= NEEDED) & one

    expected = {_key(*rows[i]) for i in np.flatnonzero(reaches)}
    assert len(expected) > 10
    assert expected <= searched


@pytest.mark.parametrize("seed", range(4))
def test_every_former_full_name_that_two_companies_state_is_searched(seed: int, warehouse: Warehouse) -> None:
    dice = random.Random(seed)
    shared = [f"杭州老号{brand}商贸有限公司" for brand in ("甲", "乙", "丙", "丁")]
    world = _world(seed)
    world["suppliers"] = [
        row | {"former_names": [dice.choice(shared)]} if dice.random() < 0.3 else row for row in world["suppliers"]
    ]
    load(warehouse, world)
    _, forms, searched = _searched(warehouse)
    former = [f for f in forms if f["usage"] == "former" and f["legal_form"] is not None]
    rows = [
        pair for pair in combinations(former, 2) if _may_be_one(*pair) and pair[0]["core_key"] == pair[1]["core_key"]
    ]

    assert len(rows) > 5
    assert {_key(*pair) for pair in rows} <= searched


@pytest.mark.parametrize("seed", range(4))
def test_every_sound_that_reaches_tier_c_is_searched(seed: int, warehouse: Warehouse) -> None:
    companies, forms, searched = _search(warehouse, seed)
    latin = [f for f in forms if f["is_latin"] and f["usage"] == "current" and f["sounds"]]
    chinese = [
        f for f in forms if not f["is_latin"] and f["usage"] == "current" and f["sounds"] and f["branch_of"] is None
    ]
    expected = set()
    for left in latin:
        for right in chinese:
            sound = _common_sound(left["sounds"][0], right["sounds"])
            if not sound or not _may_be_one(left, right) or _conflict(left, right):
                continue
            bearers = len(
                {
                    f["company_id"]
                    for f in chinese + latin
                    if not f["is_latin"] and any(_starts(way, sound) for way in f["sounds"])
                }
            )
            pairs = _pairs([(left | {"bearers": bearers}, right | {"bearers": bearers})], "romanised", companies, sound)
            if compare_companies(pairs, WEIGHTS).total[0] - math.log2(companies) >= NEEDED:
                expected.add(_key(left, right))
    assert len(expected) > 20
    assert expected <= searched


@pytest.mark.parametrize("seed", range(4))
def test_latin_names_that_share_all_or_all_but_one_word_are_searched(seed: int, warehouse: Warehouse) -> None:
    _, forms, searched = _search(warehouse, seed)
    latin = [f for f in forms if f["is_latin"] and f["usage"] == "current"]
    words = {f["f"]: name_words(f["name"]) for f in latin}
    whole = [
        (left, right)
        for left, right in combinations(latin, 2)
        if _may_be_one(left, right) and "".join(words[left["f"]]) == "".join(words[right["f"]])
    ]

    assert {_key(left, right) for left, right in whole} <= searched


def test_a_short_name_finds_the_names_whose_characters_it_takes_in_order(warehouse: Warehouse) -> None:
    fulls = [
        "杭州朵颐新型材料股份有限公司",
        "陕西朵颐能源股份有限公司",
        "大昌朵颐新能源有限公司",
        "杭州雅境科技有限公司",
    ]
    shorts = {
        "朵颐新材": {0},
        "朵颐股份": {0, 1, 2},
        "陕朵能": {1},
        "大朵新": set(),
        "朵颐材新": set(),
        "雅境科": {3},
        "朵颐能源": {1, 2},
    }
    load(warehouse, {
        "suppliers": [{"party_id": f"S{n}", "name": name} for n, name in enumerate(fulls)],
        "holdings": [{"holder_name": "王海龙", "holder_kind": "person", "company_name": name} for name in shorts],
    })  # fmt: skip
    _, forms, searched = _searched(warehouse)
    ids = {form["name"]: form["company_id"] for form in forms}

    for short, expected in shorts.items():
        met = {n for n, full in enumerate(fulls) if tuple(sorted((ids[short], ids[full]))) in searched}
        assert met >= expected, short
        assert met == expected or short == "朵颐能源", short


def _search(warehouse: Warehouse, seed: int) -> tuple[int, list[dict[str, Any]], set[tuple[str, ...]]]:
    load(warehouse, _world(seed))
    return _searched(warehouse)


def _searched(warehouse: Warehouse) -> tuple[int, list[dict[str, Any]], set[tuple[str, ...]]]:
    complete_inputs(warehouse)
    resolve_companies(warehouse)
    companies = int(warehouse.one("select count(*) from company"))
    search_companies(warehouse, THRESHOLDS, WEIGHTS, companies)
    forms = warehouse.rows(
        "select m.*, m_company_id(m.company) as company_id, x.value as name, x.sounds, b.companies as bearers"
        " from m_form as m join company_name as x on x.rowid = m.n left join m_brand as b on b.brand = m.brand order by f"
    )
    pairs = warehouse.rows("select distinct left_id, right_id from m_company_pair")
    return companies, forms, {(row["left_id"], row["right_id"]) for row in pairs}


def _key(left: dict[str, Any], right: dict[str, Any]) -> tuple[str, ...]:
    return tuple(sorted((left["company_id"], right["company_id"])))


def _may_be_one(left: dict[str, Any], right: dict[str, Any]) -> bool:
    two_codes = left["coded"] and right["coded"]
    return left["company_id"] != right["company_id"] and not two_codes and (left["live"] or right["live"])


def _conflict(left: dict[str, Any], right: dict[str, Any]) -> bool:
    one, two = left["region_code"], right["region_code"]
    return bool(one and two and not one.startswith(two) and not two.startswith(one))


def _starts(reading: str, sound: str) -> bool:
    parts = reading.split(" ")
    return any("".join(parts[:k]) == sound for k in range(2, 5) if len(parts) >= k)


def _common_sound(words: str, readings: list[str]) -> str:
    """The longest beginning of up to five words that is two to four syllables of a reading."""
    said = words.split(" ")
    starts = ["".join(said[:k]) for k in range(1, min(len(said), 5) + 1)]
    return max((s for s in starts if any(_starts(way, s) for way in readings)), key=len, default="")
