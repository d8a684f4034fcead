"""Weights estimated from a delivery without labels come near the rates that made it."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pytest

from screening.matching.reestimate import LEAST, Proposal, reestimate
from screening.matching.weights import load_weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, load, resident_id

PEOPLE, STRANGERS = 120, 400
SLIPS, WRONG_DATES = 0.10, 0.15
CHARACTERS = "望舒砚舟扶摇长庚桃叶津青禾照临听澜知微怀瑾景行远山清和思齐若谷守拙云起星河竹溪松雪岚烟霁月泊宁致元亨利贞乾坤朗润泽洲"
SURNAMES = "褚卫蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌"


def day(chance: random.Random) -> date:
    return date(1955, 1, 1) + timedelta(days=chance.randrange(16000))


def name(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + chance.choice(CHARACTERS) + chance.choice(CHARACTERS)


def number(chance: random.Random, born: date) -> str:
    return resident_id("330101" + born.strftime("%Y%m%d") + f"{chance.randrange(1000):03d}")


def mistyped(chance: random.Random, full: str) -> str:
    place = chance.randrange(17)
    return full[:place] + str((int(full[place]) + 1 + chance.randrange(9)) % 10) + full[place + 1 :]


@pytest.fixture(scope="module")
def delivery() -> dict[str, list[Row]]:
    """Officers who hold shares and posts, one record in so many with an error; and people who share their names by chance."""
    chance = random.Random(7)
    officers: list[Row] = []
    suppliers: list[Row] = []
    holdings: list[Row] = []
    posts: list[Row] = []
    for i in range(PEOPLE + STRANGERS):
        suppliers.append(
            {"party_id": f"S{i}", "name": f"杭州某甲{i}科技有限公司", "uscc": credit_code(f"91330100MA2AB{i:04d}")}
        )
        company = {"company_name": suppliers[i]["name"], "company_uscc": suppliers[i]["uscc"]}
        if i >= PEOPLE:
            born = day(chance)
            holdings.append(
                {**company, "holder_name": name(chance), "holder_id": number(chance, born), "holder_kind": "person"}
            )
            posts.append({**company, "person_name": name(chance), "role": "监事", "birth_date": born})
            continue
        born, called = day(chance), name(chance)
        full = number(chance, born)
        wrong = chance.random() < WRONG_DATES
        officers.append(
            {"officer_id": f"P{i}", "name": called, "position": "董事", "id_number": full, "phone": [f"1395712{i:04d}"]}
        )
        shown = mistyped(chance, full) if chance.random() < SLIPS else full
        holdings.append(
            {**company, "holder_name": called, "holder_id": shown, "holder_kind": "person", "share_pct": "1"}
        )
        posts.append({
            **company, "person_name": called, "role": "监事", "phone": [f"1395712{i:04d}"], "birth_date": day(chance) if wrong else born
        })  # fmt: skip
    return {"officers": officers, "suppliers": suppliers, "holdings": holdings, "appointments": posts}


@pytest.fixture
def proposed(delivery: dict[str, list[Row]], warehouse: Warehouse) -> dict[str, Proposal]:
    load(warehouse, delivery)
    return {proposal.name: proposal for proposal in reestimate(warehouse, ThresholdSettings(), load_weights())}


def test_the_rates_of_the_delivery_are_found_again(proposed: dict[str, Proposal]) -> None:
    wrong, right = proposed["birth.differs"], proposed["birth.day"]

    assert wrong.m is not None
    assert right.m is not None
    assert right.m == pytest.approx(1 - WRONG_DATES, abs=0.07)
    assert wrong.m == pytest.approx(WRONG_DATES, abs=0.07)
    assert right.proposed is not None
    assert 2**-right.proposed == pytest.approx(1 / 16000, rel=1.0)  # the chance of one day among so many, within a bit
    assert proposed["identifier.slip"].m == pytest.approx(SLIPS, abs=0.06)


def test_places_of_numbers_are_judged_by_how_seldom_they_meet(proposed: dict[str, Proposal]) -> None:
    assert proposed["identifier.resident_places[1]"].proposed == 0.0  # one town
    assert proposed["identifier.resident_places[16]"].proposed == pytest.approx(np.log2(10), abs=0.15)


def test_nothing_is_proposed_where_few_pairs_speak(proposed: dict[str, Proposal]) -> None:
    silent = [proposal for proposal in proposed.values() if proposal.pairs < LEAST]

    assert {"birth.month", "birth.year", "gender.agrees"} <= {proposal.name for proposal in silent}
    assert all(proposal.proposed is None and proposal.m is None for proposal in silent)


def test_the_present_figures_stand_beside(proposed: dict[str, Proposal]) -> None:
    weights = load_weights()

    assert proposed["birth.day"].present == weights.birth.day
    assert proposed["name.near"].present == weights.name.near


def test_a_delivery_that_shows_nothing_proposes_nothing(warehouse: Warehouse) -> None:
    load(warehouse, {
        "officers": [{"officer_id": "P1", "name": "褚望舒", "position": "董事"}], "suppliers": [{"party_id": "S1", "name": "杭州某甲科技有限公司"}]
    })  # fmt: skip

    assert {p.proposed for p in reestimate(warehouse, ThresholdSettings(), load_weights())} == {None}
