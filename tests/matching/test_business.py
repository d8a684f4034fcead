"""Companies in the group's line of business: what is shared, how rare it is, and what stays out."""

from __future__ import annotations

import pytest

from screening.matching.business import LEAST_CLASS_BITS, Business, Rarity, alike, business_of, shared_code
from screening.refdata.scopes import shared_lines
from screening.warehouse.store import Warehouse
from tests.matching.tables import credit_code, match

NONE_SEEN = Rarity(3, {}, {})
OURS = business_of(frozenset({"机械密封件", "工业机器人", "食品"}), "3484")


def business(*lines: str, code: str | None = None) -> Business:
    """A company whose scope names these lines, as it is compared with ours."""
    return Business(shared_lines(OURS.lines, lines), frozenset({code} if code else ()), bool(lines))


@pytest.mark.parametrize(
    ("theirs", "lines", "code"),
    [
        (business("机械密封件", code="3484"), ("机械密封件",), "3484"),
        (business("机械密封件", code="34"), ("机械密封件",), "34"),
        (business("机械密封件", "工业机器人"), ("工业机器人", "机械密封件"), None),
        (business("橡胶机械密封件", "工业机器人", code="5199"), ("工业机器人", "机械密封件"), None),
        (business(code="3484"), (), "3484"),
        (business("食品", code="3484"), ("食品",), "3484"),
    ],
)
def test_enough_in_common(theirs: Business, lines: tuple[str, ...], code: str | None) -> None:
    found = alike(OURS, theirs, NONE_SEEN)

    assert found is not None
    assert (found.lines, found.code) == (lines, code)
    assert found.bits >= LEAST_CLASS_BITS


@pytest.mark.parametrize(
    "theirs",
    [
        business("机械密封件"),  # one line and no code
        business("食品", "木材"),  # a wide line counts beside an equal code only
        business("木材加工设备", code="3484"),  # an equal class, and scopes that agree in nothing
        business(code="34"),  # a division alone
        business("机械密封件", code="3485"),
        business(),
    ],
)
def test_too_little_in_common(theirs: Business) -> None:
    assert alike(OURS, theirs, NONE_SEEN) is None


def test_a_line_that_every_tenth_company_has_says_little() -> None:
    common = Rarity(10_000, {"机械密封件": 1_000, "工业机器人": 1_000}, {"34": 1_000})

    assert alike(OURS, business("机械密封件", "工业机器人"), common) is None
    assert alike(OURS, business("机械密封件"), Rarity(100_000, {"机械密封件": 4}, {})) is not None


def test_a_handful_of_companies_is_no_sample() -> None:
    handful = Rarity(7, {"机械密封件": 6}, {"3484": 6})
    crowd = Rarity(7_000, {"机械密封件": 6_000}, {"3484": 6_000})
    theirs = business("机械密封件", code="3484")

    assert alike(OURS, theirs, handful) is not None
    assert alike(OURS, theirs, crowd) is None


def test_a_class_that_tells_no_trade_is_no_evidence() -> None:
    ours = business_of(frozenset({"机械密封件"}), "7212")

    assert alike(ours, business("机械密封件", code="7212"), NONE_SEEN) is None


def test_codes_are_compared_as_far_as_both_tell() -> None:
    assert [shared_code("3484", each) for each in ("3484", "348", "34", "3485")] == ["3484", "348", "34", None]


@pytest.mark.parametrize("ours", [("3484", "5137"), ("5137", "3484"), ("348", "3484"), ("7212", "3484")])
def test_of_several_codes_the_one_that_says_most_counts(ours: tuple[str, ...]) -> None:
    found = alike(
        business_of(frozenset({"机械密封件"}), *ours), business_of(frozenset({"机械密封件"}), "7212", "3484"), NONE_SEEN
    )

    assert found is not None and found.code == "3484"


@pytest.mark.parametrize("codes", [("3484", "5137"), ("5137", "3484"), ("3484", "不详")])
def test_a_company_keeps_every_code_that_its_records_name(codes: tuple[str, str], warehouse: Warehouse) -> None:
    named = {"name": "杭州某甲密封件有限公司", "uscc": credit_code("91330100MA2ABCD11")}
    match(warehouse, {
        "officers": [{"officer_id": "P1", "group_id": "G1", "name": "岑一舟", "position": "董事"}],
        "group_entities": [{"entity_id": "E1", "group_id": "G1", "name": "宁波某乙集团有限公司", "industry_code": "3484"}],
        "suppliers": [{"party_id": "S1", "group_id": "G1", **named, "industry_code": codes[0]}],
        "registry_companies": [{**named, "industry_code": codes[1]}],
    })  # fmt: skip

    assert warehouse.rows("select entity_id, industry_code from business_watch") == [
        {"entity_id": "E1", "industry_code": "3484"}
    ]
