"""Pairs of companies that are probably one: what is stated, what a short name leaves out, and what must stay apart."""

from __future__ import annotations

import json
from datetime import date

import pytest

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, match, match_companies

ONE, TWO = credit_code("91330100MA2ABCD11"), credit_code("91330100MA2ABCD22")


def links(warehouse: Warehouse, suppliers: list[Row], held: str, code: str | None = None) -> list[tuple[str, str]]:
    """Basis and tier of the links of the company in which somebody holds shares."""
    holding = {"holder_name": "王海龙", "holder_kind": "person", "company_name": held, "company_uscc": code}
    filler = [
        {"name": f"{city}第{i}某业有限公司"}
        for i, city in enumerate(("北京", "上海", "广州", "深圳", "成都", "武汉") * 50)
    ]
    match_companies(warehouse, {"suppliers": suppliers, "holdings": [holding], "registry_companies": filler})
    rows = warehouse.rows("""
        select basis, tier from company_link where left_id in (select company_id from company_mention where table_name = 'holdings')
            or right_id in (select company_id from company_mention where table_name = 'holdings') order by all
    """)
    return [(row["basis"], row["tier"]) for row in rows]


def supplier(name: str, **more: object) -> Row:
    return {"party_id": "S1", "name": name, **more}


@pytest.mark.parametrize(
    ("name", "held", "expected"),
    [
        ("杭州朵颐科技有限公司", "朵颐（杭州）科技有限公司", [("region_moved", "C")]),
        ("杭州朵颐科技有限公司", "朵颐科技有限公司", [("region_absent", "C")]),
        ("杭州朵颐科技有限公司", "杭州朵颐科技", [("short_name", "B")]),
        ("杭州朵颐科技有限公司", "朵颐科技", [("short_name", "C")]),
        ("杭州朵颐科技有限公司", "杭州朵颐科技有限公司宁波分公司", [("branch", "B")]),
        ("杭州朵颐金属制品有限公司", "杭州朵颐金属制吕有限公司", [("similar_name", "B")]),
        ("杭州朵颐美化工有限公司", "杭州朵颐美工有限公司", [("similar_name", "C")]),
        ("杭州朵颐美装饰工程有限公司", "杭州朵颐美饰工程有限公司", [("similar_name", "C")]),
        ("广西省桂林市朵颐科技有限公司", "桂林朵颐科技有限公司", [("region_moved", "C")]),
        ("云南省大理州朵颐科技有限公司", "大理朵颐科技有限公司", [("region_moved", "C")]),
        ("杭州朵颐科技有限公司", "上海朵颐科技有限公司", []),
        ("杭州朵颐科技有限公司", "杭州雅境科技有限公司", []),
        ("杭州朵颐二号投资合伙企业（有限合伙）", "杭州朵颐三号投资合伙企业（有限合伙）", []),
        ("杭州朵颐股份有限公司", "杭州朵颐股份有限公司-第一期员工持股计划", []),
        ("陕西朵颐天然气股份有限公司", "陕朵颐", [("short_name", "C")]),
        ("杭州朵颐新型材料股份有限公司", "朵颐新材", [("short_name", "C")]),
        ("杭州朵颐发展股份有限公司", "*ST朵颐", [("short_name", "C")]),
        ("杭州朵颐发展股份有限公司", "朵颐股份", [("short_name", "C")]),
        ("朵颐集团股份有限公司", "朵颐集团", [("short_name", "C")]),
        ("杭州朵颐新型材料股份有限公司", "朵颐材新", []),
        ("杭州朵颐科技有限公司", "Hangzhou Duoyi Technology Co., Ltd.", [("romanised_name", "C")]),
        ("杭州朵颐科技有限公司", "DUO YI TECH", [("romanised_name", "C")]),
        ("杭州朵颐科技有限公司", "Shanghai Duoyi Technology Co., Ltd.", []),
        ("重庆市江北区朵颐科技有限公司", "朵颐（江北区）科技有限公司", [("region_absent", "C")]),
        ("杭州朵颐科技有限公司", "Hangzhou Duoyi Shipping Co., Ltd.", []),
        ("Duoyi Int'l Trading Ltd", "Duoyi International Trading Co., Limited", [("latin_name", "C")]),
        ("Duoyi Fund II Ltd", "Duoyi Fund III Ltd", []),
    ],
)
def test_links_by_the_parts_of_names(
    name: str, held: str, expected: list[tuple[str, str]], warehouse: Warehouse
) -> None:
    assert links(warehouse, [supplier(name)], held) == expected


def test_full_names_with_other_words_are_no_better_than_a_lead(warehouse: Warehouse) -> None:
    found = links(warehouse, [supplier("杭州朵颐科技有限公司")], "杭州朵颐科技集团有限公司")

    assert {tier for _, tier in found} <= {"C"}


def test_a_former_name_is_stated(warehouse: Warehouse) -> None:
    found = links(
        warehouse, [supplier("杭州朵颐科技有限公司", former_names=["杭州老号商贸有限公司"])], "杭州老号商贸有限公司"
    )

    assert found == [("former_name", "B")]


def test_a_former_name_that_somebody_else_bears_today_is_his(warehouse: Warehouse) -> None:
    former = supplier("杭州朵颐科技有限公司", uscc=ONE, former_names=["杭州老号商贸有限公司"])

    assert links(warehouse, [former], "杭州老号商贸有限公司", TWO) == []


OLD = "杭州老号商贸有限公司"


def _former(warehouse: Warehouse, master: Row, register: list[Row], **more: list[Row]) -> list[tuple[str, str, str]]:
    """Name, basis and tier of every link of the master."""
    filler = [{"name": f"{city}第{i}某业有限公司"} for i, city in enumerate(("北京", "上海", "广州", "成都") * 50)]
    match_companies(warehouse, {"suppliers": [master], "registry_companies": [*register, *filler], **more})
    rows = warehouse.rows("""
        with master as (select company_id from company_mention where table_name = 'suppliers' and column_name = 'name')
        select c.name, l.basis, l.tier
        from company_link as l
        join company as c on c.company_id = case when l.left_id in (select * from master) then l.right_id else l.left_id end
        where l.left_id in (select * from master) or l.right_id in (select * from master)
        order by all
    """)
    return [(row["name"], row["basis"], row["tier"]) for row in rows]


def test_one_former_name_beside_two_names_of_today_is_a_lead(warehouse: Warehouse) -> None:
    master = supplier("杭州雅境商贸有限公司", former_names=[OLD], dealing_from=date(2019, 3, 1))
    register = [{"name": "杭州朵颐商贸有限公司", "uscc": ONE, "former_names": [OLD], "founded_on": date(2010, 5, 1)}]

    assert _former(warehouse, master, register) == [("杭州朵颐商贸有限公司", "same_former", "C")]


def test_a_short_former_name_is_borne_by_many(warehouse: Warehouse) -> None:
    master = supplier("杭州雅境商贸有限公司", former_names=["老号商贸"])
    register = [{"name": "上海朵颐物流有限公司", "uscc": ONE, "former_names": ["老号商贸"]}]

    assert _former(warehouse, master, register) == []


def test_companies_that_bore_one_name_in_turn_share_the_probability(warehouse: Warehouse) -> None:
    master = supplier("杭州雅境商贸有限公司", former_names=[OLD])
    register = [
        {"name": "杭州朵颐商贸有限公司", "uscc": ONE, "former_names": [OLD]},
        {"name": OLD, "uscc": TWO},
    ]

    assert _former(warehouse, master, register) == [
        ("杭州朵颐商贸有限公司", "same_former", "C"),
        (OLD, "former_name", "C"),
    ]
    scores = [row["score"] for row in warehouse.rows("select score from company_link")]
    assert sum(scores) <= 1.0


@pytest.mark.parametrize(("founded", "tier"), [(2010, "B"), (2018, "C")])
def test_whoever_is_younger_than_the_business_took_a_released_name_over(
    founded: int, tier: str, warehouse: Warehouse
) -> None:
    master = supplier("杭州雅境商贸有限公司", former_names=[OLD], dealing_from=date(2015, 3, 1))
    register = [{"name": OLD, "uscc": TWO, "founded_on": date(founded, 5, 1)}]

    assert _former(warehouse, master, register) == [(OLD, "former_name", tier)]
    features = [
        item["feature"]
        for row in warehouse.rows("select evidence from company_link")
        for item in json.loads(row["evidence"])
    ]
    assert ("company_founded" in features) is (tier == "C")


def test_two_codes_are_never_linked(warehouse: Warehouse) -> None:
    assert links(warehouse, [supplier("杭州朵颐科技有限公司", uscc=ONE)], "朵颐科技有限公司", TWO) == []


def test_several_companies_that_a_short_name_could_mean_share_the_probability(warehouse: Warehouse) -> None:
    suppliers = [supplier("杭州朵颐科技有限公司"), supplier("上海朵颐贸易有限公司", party_id="S2")]
    links(warehouse, suppliers, "朵颐")

    scores = [row["score"] for row in warehouse.rows("select score from company_link where basis = 'short_name'")]
    assert len(scores) == 2
    assert sum(scores) < 1.0


def test_a_short_name_that_a_master_states_is_the_masters_though_it_looks_like_a_persons(warehouse: Warehouse) -> None:
    found = links(warehouse, [supplier("杭州朵颐科技有限公司", other_names=["朵颐"], party_kind="company")], "朵颐")

    assert found == [("other_name", "B")] or {tier for _, tier in found} == {"C"}


def test_companies_that_nobody_deals_with_are_not_linked(warehouse: Warehouse) -> None:
    held = [
        {"holder_name": "王海龙", "holder_kind": "person", "company_name": name}
        for name in ("杭州朵颐科技有限公司", "朵颐（杭州）科技有限公司")
    ]
    match_companies(warehouse, {"holdings": held, "suppliers": [supplier("上海别家贸易有限公司")]})
    assert warehouse.rows("select * from company_link") == []

    match_companies(warehouse, {"holdings": held, "suppliers": [supplier("杭州朵颐科技有限公司")]})
    assert len(warehouse.rows("select * from company_link")) == 1


def test_a_name_that_a_crowd_bears_links_nobody(warehouse: Warehouse) -> None:
    suppliers = [supplier(f"{brand}朵颐小吃店", party_id=f"S{n}") for n, brand in enumerate("甲乙")]
    suppliers += [supplier("朵颐小吃店", party_id=f"T{n}") for n in range(40)]
    match_companies(warehouse, {"suppliers": suppliers})

    assert warehouse.rows("select * from company_link where basis = 'same_name'") == []


def test_evidence_adds_up_to_the_score(warehouse: Warehouse) -> None:
    links(warehouse, [supplier("杭州朵颐科技有限公司")], "朵颐（杭州）科技有限公司")

    (link,) = warehouse.rows("select * from company_link")
    bits = sum(item["bits"] for item in json.loads(link["evidence"]))
    assert 1.0 / (1.0 + 2.0**-bits) == pytest.approx(link["score"], abs=1e-3)
    assert {item["feature"] for item in json.loads(link["evidence"])} >= {"company_brand", "company_region", "prior"}


def test_a_related_organisation_is_resolved(warehouse: Warehouse) -> None:
    tables = {
        "officers": [{"officer_id": "P1", "name": "王海龙", "position": "董事"}],
        "related_parties": [
            {
                "related_id": "R1",
                "officer_id": "P1",
                "name": "杭州 朵颐科技 有限公司",
                "kind": "organisation",
                "relationship": "本人控制的企业",
            },
            {
                "related_id": "R2",
                "officer_id": "P1",
                "name": "别的名字有限公司",
                "kind": "organisation",
                "relationship": "本人控制的企业",
                "id_number": ONE,
            },
        ],
        "suppliers": [supplier("杭州朵颐科技有限责任公司"), supplier("苏州某乙贸易有限公司", party_id="S2", uscc=ONE)],
    }
    match(warehouse, tables)

    found = warehouse.rows("""
        select w.related_id, p.party_id, c.basis, c.tier from company_watch as c join watched as w using (watched_id)
        join party as p using (company_id) order by w.related_id
    """)
    assert [tuple(row.values()) for row in found] == [("R1", "S1", "name", "B"), ("R2", "S2", "uscc", "A")]
