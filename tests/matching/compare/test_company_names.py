"""Names of companies, part by part."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.compare.company_names import CompanyPairs, CompanyVerdicts, compare_companies
from screening.matching.weights import load_weights
from screening.refdata.regions import regions
from screening.staging.company_names import read_company_names

WEIGHTS = load_weights().company


def compare(left: str, right: str, how: str = "parts", bearers: float = 2.0) -> CompanyVerdicts:
    rows = [read_company_names([name]).to_pylist()[0] for name in (left, right)]
    for row in rows:
        row["region"] = None if row["region"] is None else regions()[row["region"]].code.rstrip("0")
    sides = {
        f"{side}_{part}": [row[column]]
        for side, row in zip(("left", "right"), rows, strict=True)
        for part, column in (
            ("core", "core_key"),
            ("brand", "brand"),
            ("region", "region"),
            ("trade", "trade"),
            ("form", "legal_form"),
        )
    }
    return compare_companies(
        CompanyPairs(how=[how], short=[""], **sides, bearers=np.array([bearers]), companies=10_000), WEIGHTS
    )


def total(found: CompanyVerdicts) -> float:
    return float(sum(bits[0] for bits in found.bits.values()))


@pytest.mark.parametrize(
    ("left", "right", "basis", "part", "verdict"),
    [
        ("杭州朵颐科技有限公司", "朵颐（杭州）科技有限公司", "region_moved", "region", "agrees"),
        ("杭州朵颐科技有限公司", "朵颐科技有限公司", "region_absent", "region", "absent"),
        ("杭州朵颐科技有限公司", "浙江朵颐科技有限公司", "region_absent", "region", "contains"),
        ("杭州朵颐科技有限公司", "上海朵颐科技有限公司", "similar_name", "region", "conflict"),
        ("杭州朵颐科技有限公司", "杭州朵颐科技股份有限公司", "legal_form", "form", "conflict"),
        ("杭州朵颐科技有限公司", "杭州朵颐贸易有限公司", "similar_name", "trade", "conflict"),
        ("杭州朵颐科技有限公司", "杭州朵颐控股有限公司", "similar_name", "group", "absent"),
        ("杭州朵颐金属制品有限公司", "杭州朵颐金属制吕有限公司", "similar_name", "trade", "typo"),
        ("香港朵颐科技（深圳）有限公司", "香港朵颐科技（厦门）有限公司", "similar_name", "region", "conflict"),
    ],
)
def test_the_part_that_differs(left: str, right: str, basis: str, part: str, verdict: str) -> None:
    found, back = compare(left, right), compare(right, left)

    assert (found.basis[0], found.parts[part][0]) == (basis, verdict)
    assert total(back) == pytest.approx(total(found))


def test_a_conflict_outweighs_the_rarest_trade_name() -> None:
    prior = -np.log2(10_000)

    assert total(compare("杭州朵颐科技有限公司", "上海朵颐科技有限公司")) + prior < 0
    assert total(compare("杭州朵颐科技有限公司", "杭州朵颐贸易有限公司")) + prior < 0
    assert total(compare("杭州朵颐科技有限公司", "朵颐（杭州）科技有限公司")) + prior > 0


def test_a_trade_name_that_many_bear_is_worth_less() -> None:
    rare, common = (
        compare("杭州宏达科技有限公司", "宏达科技有限公司"),
        compare("杭州宏达科技有限公司", "宏达科技有限公司", bearers=200.0),
    )

    assert rare.bits["brand"][0] - common.bits["brand"][0] > 5.0


def test_stated_names_need_no_parts() -> None:
    found = compare("杭州朵颐科技有限公司", "上海别名贸易有限公司", how="former_name")

    assert (found.basis[0], bool(found.firm[0]), total(found)) == ("former_name", True, WEIGHTS.former_name)


def test_numerals_are_no_slips() -> None:
    assert compare("杭州朵颐二号投资有限公司", "杭州朵颐三号投资有限公司").parts["brand"][0] == "conflict"
