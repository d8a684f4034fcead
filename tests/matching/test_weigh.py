"""Which features may be added up, and what caps a tier."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from screening.matching.decide import decide, estimate
from screening.matching.kinds import Homonyms, Kinds
from screening.matching.weigh import BACKED, COMMON_NAME, SHARED, Weighed, weigh
from screening.matching.weights import load_weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, resident_id
from tests.matching.test_people import COMMON, ID, NAME, RARE, delivery, found, holding, tiers

WEIGHTS = load_weights()
BORN = date(1980, 1, 1)  # as ID says
PHONE, HOME = ["13957120846"], ["浙江省杭州市西湖区文三路12号3幢2单元501室"]


def post(name: str, **more: object) -> Row:
    return {"company_name": NAME, "person_name": name, "role": "监事", **more}


def representative(name: str, **more: object) -> Row:
    return {"party_id": "S2", "name": "杭州某乙贸易有限公司", "legal_representative": name, **more}


def bits(rows: list[dict[str, Any]], feature: str) -> list[float]:
    import json

    return [item["bits"] for row in rows for item in json.loads(row["evidence"]) if item["feature"] == feature]


def test_a_brother_in_the_same_flat_is_not_made_one_by_a_slip(warehouse: Warehouse) -> None:
    officer = {"name": "褚望舒", "address": HOME}

    assert tiers(warehouse, officer, suppliers=[representative("褚望岑", address=HOME)]) == []


def test_a_slip_in_the_name_is_forgiven_beside_birth_date_and_phone(warehouse: Warehouse) -> None:
    written = post("褚望岑", birth_date=BORN, phone=PHONE)

    assert tiers(warehouse, {"name": "褚望舒", "birth_date": BORN, "phone": PHONE}, appointments=[written]) == ["B"]


def test_one_mistyped_digit_is_corroboration_beside_an_equal_name_and_nothing_without(warehouse: Warehouse) -> None:
    typed = ID[:9] + str((int(ID[9]) + 1) % 10) + ID[10:]
    rows = [holding(RARE, typed), holding("周立新", typed)]

    assert tiers(warehouse, {"name": RARE, "id_number": ID}, holdings=rows) == ["B"]


def test_two_valid_numbers_are_two_people_however_alike(warehouse: Warehouse) -> None:
    sibling = resident_id(ID[:14] + "125")

    assert tiers(warehouse, {"name": RARE, "id_number": ID}, holdings=[holding(RARE, sibling)]) == []


@pytest.mark.parametrize("born", [date(1980, 1, 2), date(1963, 5, 5)])
def test_a_rare_name_beside_another_date_is_a_lead_at_best(born: date, warehouse: Warehouse) -> None:
    assert set(tiers(warehouse, {"name": RARE, "id_number": ID}, appointments=[post(RARE, birth_date=born)])) <= {"C"}


def test_a_slip_in_the_date_is_forgiven_beside_a_phone(warehouse: Warehouse) -> None:
    officer = {"name": RARE, "birth_date": BORN, "phone": PHONE}

    assert tiers(warehouse, officer, appointments=[post(RARE, birth_date=date(1980, 1, 2), phone=PHONE)]) == ["B"]


def test_a_date_inside_the_compared_number_counts_once(warehouse: Warehouse) -> None:
    shown = holding(COMMON, ID[:14] + "****")
    rows = found(warehouse, delivery({"name": COMMON, "id_number": ID, "birth_date": BORN}, holdings=[shown]))

    assert len(bits(rows, "id_number")) == 1
    assert bits(rows, "birth_date") == []


def test_a_year_of_birth_makes_no_common_name_better_than_a_lead(warehouse: Warehouse) -> None:
    year = post(COMMON, birth_date=date(1980, 1, 1), birth_date_hi=date(1980, 12, 31))

    assert set(tiers(warehouse, {"name": COMMON, "id_number": ID}, appointments=[year])) <= {"C"}


def test_the_links_that_a_phone_proves_make_no_bare_name_likelier(warehouse: Warehouse) -> None:
    name = "李秀玲"
    alone = found(warehouse, delivery({"name": name, "phone": PHONE}, holdings=[holding(name)]))
    proven = [
        {
            "party_id": f"V{i}",
            "name": f"杭州某{c}商贸有限公司",
            "legal_representative": other,
            "phone": [f"1395712{i:04d}"],
        }
        for i, (c, other) in enumerate(
            zip("丙丁戊己庚辛", ("王建国", "李志强", "张丽华", "刘秀英", "陈晓东", "杨文博"), strict=True)
        )
    ]
    known = [
        {"officer_id": f"Q{i}", "name": row["legal_representative"], "position": "董事", "phone": row["phone"]}
        for i, row in enumerate(proven)
    ]
    assert [row["tier"] for row in alone] == ["C"]
    with_proof = delivery({"name": name, "phone": PHONE}, holdings=[holding(name)], suppliers=proven, officers=known)
    for dictionary in ("person_name", "company_name", "identifier", "phone", "address"):
        warehouse.run(f"drop table if exists {dictionary}")
    rows = found(warehouse, with_proof)

    assert [row["role"] for row in rows] == ["holder"]
    assert rows[0]["score"] <= alone[0]["score"] + 0.02


def test_no_link_is_lent_on(warehouse: Warehouse) -> None:
    """A lends to B inside one company; B, which is linked by borrowing alone, lends to nobody."""
    upper = {"party_id": "S2", "name": "杭州某乙贸易有限公司", "legal_representative": COMMON}
    registry = {"name": NAME, "legal_representative": COMMON}
    held = [holding(COMMON, ID)]
    rows = found(
        warehouse,
        delivery({"name": COMMON, "id_number": ID}, holdings=held, registry_companies=[registry], suppliers=[upper]),
    )
    companies = {row["role"]: row["company_id"] for row in rows if row["tier"] in ("A", "B")}

    assert {row["tier"] for row in rows if row["company_id"] != companies["holder"]} <= {"C"}


def test_a_lead_lends_nothing(warehouse: Warehouse) -> None:
    name = "李秀玲"
    registry = {"name": NAME, "legal_representative": name}
    rows = found(warehouse, delivery({"name": name}, holdings=[holding(name)], registry_companies=[registry]))

    assert {row["tier"] for row in rows} <= {"C"}
    assert bits(rows, "same_company") == []


def test_links_that_rare_names_prove_make_no_common_name_likelier() -> None:
    kinds = Kinds(
        (("G", "officer", "holder", False),), np.array([1e6]), np.array([200.0]), np.array([1e6]),
        Homonyms(np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0)),
    )  # fmt: skip
    rare = np.where(np.arange(40) < 20, 26.0, 15.0)
    names = _bare(rare)
    expected = estimate(names, kinds, WEIGHTS)
    scores = decide(names, kinds, expected, ThresholdSettings(), WEIGHTS).score

    apart = kinds.place(np.zeros(2, dtype=np.int64), np.array([BACKED, COMMON_NAME]))
    assert expected[apart].max() <= WEIGHTS.prior.rate * 200.0
    assert scores[:20].min() > 0.99
    assert scores[20:].max() < ThresholdSettings().tier_c


def _bare(name_bits: np.ndarray) -> Weighed:
    """Pairs that show nothing but an equal name."""
    count = len(name_bits)
    nothing, never = np.full(count, None, dtype=object), np.full(count, np.datetime64("NaT"))
    shown = {
        "kind": np.zeros(count, dtype=np.int64), "name_verdict": np.full(count, "equal", dtype=object), "name_bits": name_bits,
        "number_verdict": nothing, "number_bits": np.full(count, np.nan), "number_is_full": np.zeros(count, dtype=np.bool_),
        "left_gender": nothing, "right_gender": nothing, "birth_is_apart": np.ones(count, dtype=np.bool_),
        **{f"{side}_birth_{end}": never for side in ("left", "right") for end in ("lo", "hi")},
        **dict.fromkeys(SHARED, nothing),
    }  # fmt: skip
    return weigh(shown, WEIGHTS)
