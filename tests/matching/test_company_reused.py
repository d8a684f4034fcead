"""A name that one company gave up and another bears today: a record without code means the one whom its dates and contacts tell."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, match_companies

BEFORE, TODAY = credit_code("91330100MA2ABCD11"), credit_code("91330100MA2ABCD22")
NAME, NEW_NAME = "杭州老号商贸有限公司", "杭州朵颐商贸有限公司"
FILLER = [{"name": f"{city}第{i}某业有限公司"} for i, city in enumerate(("北京", "上海", "广州", "成都") * 50)]


def registers(before: Row | None = None, today: Row | None = None) -> list[Row]:
    """The company that gave the name up, founded in 2005, and the one that bears it today, founded in 2018."""
    return [
        {"name": NEW_NAME, "uscc": BEFORE, "former_names": [NAME], "founded_on": date(2005, 3, 1), **(before or {})},
        {"name": NAME, "uscc": TODAY, "founded_on": date(2018, 5, 1), **(today or {})},
    ]


def supplier(**more: object) -> Row:
    return {"party_id": "S1", "name": NAME, **more}


def meant(
    warehouse: Warehouse, master: Row, register: list[Row], **more: list[Row]
) -> tuple[bool, dict[str, dict[str, Any]]]:
    """Whether the supplier is joined with the bearer of today, and its links by code of the other company."""
    match_companies(warehouse, {"suppliers": [master], "registry_companies": [*register, *FILLER], **more})
    (own,) = warehouse.rows(
        "select p.company_id, c.uscc from party as p join company as c using (company_id) where p.party_id = 'S1'"
    )
    links = warehouse.rows(
        """select c.uscc, l.basis, l.tier, l.score, l.evidence from company_link as l
        join company as c on c.company_id = case when l.left_id = $id then l.right_id else l.left_id end
        where l.left_id = $id or l.right_id = $id""",
        {"id": own["company_id"]},
    )
    return own["uscc"] == TODAY, {row["uscc"]: row for row in links}


def features(link: Row) -> dict[str, str]:
    return {item["feature"]: item["verdict"] for item in json.loads(link["evidence"])}


TRADE = {"transaction_id": "T1", "party_id": "S1", "kind": "purchase", "transacted_on": date(2012, 1, 5)}


@pytest.mark.parametrize(
    ("master", "more"),
    [
        ({"created_on": date(2010, 1, 1)}, {}),
        ({"dealing_from": date(2010, 1, 1), "created_on": date(2019, 1, 1)}, {}),
        ({"created_on": date(2019, 1, 1)}, {"transactions": [TRADE]}),
    ],
)
def test_business_older_than_the_bearer_of_today_was_with_the_one_before(
    master: Row, more: dict[str, list[Row]], warehouse: Warehouse
) -> None:
    joined, links = meant(warehouse, supplier(**master), registers(), **more)

    assert not joined
    assert {code: (link["basis"], link["tier"]) for code, link in links.items()} == {BEFORE: ("former_name", "B")}
    assert features(links[BEFORE])["company_reused"] == "agrees"


def test_business_begun_under_the_bearer_of_today_is_his(warehouse: Warehouse) -> None:
    assert meant(warehouse, supplier(created_on=date(2020, 1, 1)), registers())[0]


@pytest.mark.parametrize(
    ("master", "today"),
    [
        ({}, {}),
        ({"created_on": date(2010, 1, 1)}, {"founded_on": None}),
        # he may have been called otherwise until yesterday
        ({"created_on": date(2020, 1, 1)}, {"former_names": ["杭州别号商贸有限公司"]}),
        # the date says one thing, the phone another
        ({"created_on": date(2010, 1, 1), "phone": ["0571-88123456"]}, {"phone": ["0571-88123456"]}),
    ],
)
def test_what_nothing_decides_is_a_lead_to_both(master: Row, today: Row, warehouse: Warehouse) -> None:
    joined, links = meant(warehouse, supplier(**master), registers(today=today))

    assert not joined
    assert {code: (link["basis"], link["tier"]) for code, link in links.items()} == {
        BEFORE: ("former_name", "C"),
        TODAY: ("same_name", "C"),
    }
    assert sum(link["score"] for link in links.values()) <= 1.0
    for link in links.values():
        assert features(link)["company_reused"] == "not_comparable"
        bits = sum(item["bits"] for item in json.loads(link["evidence"]))
        assert 1.0 / (1.0 + 2.0**-bits) == pytest.approx(link["score"], abs=1e-2)


SHARED: list[tuple[Row, Row]] = [
    ({"phone": ["0571-88123456"]}, {"phone": ["057188123456"]}),
    ({"email": ["Sales@laohao.example"]}, {"email": ["sales@laohao.example"]}),
    ({"address": ["杭州市西湖区文一路1号2幢301室"]}, {"address": ["杭州市西湖区文一路1号2幢301室"]}),
    ({"legal_representative": "岑一舟"}, {"legal_representative": "岑一舟"}),
    ({"contact_name": "岑一舟"}, {"legal_representative": "岑一舟"}),
    ({"other_names": ["杭州更旧字号商贸有限公司"]}, {"former_names": [NAME, "杭州更旧字号商贸有限公司"]}),
]


@pytest.mark.parametrize(("master", "company"), SHARED)
def test_what_the_record_shares_with_the_company_before_tells(master: Row, company: Row, warehouse: Warehouse) -> None:
    joined, links = meant(warehouse, supplier(**master), registers(before=company))

    assert not joined
    assert {code: link["tier"] for code, link in links.items()} == {BEFORE: "B"}


@pytest.mark.parametrize(("master", "company"), SHARED)
def test_what_the_record_shares_with_the_bearer_tells(master: Row, company: Row, warehouse: Warehouse) -> None:
    assert meant(warehouse, supplier(**master), registers(today=company))[0]


def test_an_account_in_another_master_tells(warehouse: Warehouse) -> None:
    twin = {"party_id": "K1", "name": NEW_NAME, "uscc": BEFORE, "bank_account": ["1202026409900012345"]}
    joined, links = meant(warehouse, supplier(bank_account=["1202 0264 0990 0012 345"]), registers(), customers=[twin])

    assert not joined
    assert set(links) == {BEFORE}


def test_people_in_posts_tell(warehouse: Warehouse) -> None:
    post = {"company_name": NAME, "company_uscc": TODAY, "person_name": "岑一舟", "role": "董事"}

    assert meant(warehouse, supplier(legal_representative="岑一舟"), registers(), appointments=[post])[0]


RENAMED = registers(today={"former_names": ["杭州别号商贸有限公司"]})


def seen(code: str, day: date) -> Row:
    return {
        "holder_name": "岑一舟", "holder_kind": "person", "company_name": NAME, "company_uscc": code, "as_of": day,
    }  # fmt: skip


def test_whoever_was_seen_under_the_name_before_business_began_bore_it(warehouse: Warehouse) -> None:
    master = supplier(created_on=date(2020, 1, 1))

    assert meant(warehouse, master, RENAMED, holdings=[seen(TODAY, date(2019, 6, 30))])[0]


def test_whoever_was_seen_under_the_name_after_business_began_bore_it_then(warehouse: Warehouse) -> None:
    both = [seen(BEFORE, date(2022, 6, 30)), seen(TODAY, date(2023, 6, 30))]
    joined, links = meant(warehouse, supplier(created_on=date(2020, 1, 1)), RENAMED, holdings=both)

    assert not joined
    assert set(links) == {BEFORE}


def test_a_former_bearer_younger_than_the_business_is_not_meant(warehouse: Warehouse) -> None:
    register = registers(before={"founded_on": date(2015, 1, 1)}, today={"founded_on": date(2005, 1, 1)})

    assert meant(warehouse, supplier(created_on=date(2010, 1, 1)), register)[0]


def test_the_legal_form_may_be_written_another_way(warehouse: Warehouse) -> None:
    joined, links = meant(warehouse, supplier(name="杭州老号商贸有限责任公司"), registers())

    assert not joined
    assert {code: link["tier"] for code, link in links.items()} == {BEFORE: "C", TODAY: "C"}
    assert sum(link["score"] for link in links.values()) <= 1.0


def test_a_code_decides_whatever_the_dates(warehouse: Warehouse) -> None:
    assert meant(warehouse, supplier(created_on=date(2010, 1, 1), uscc=TODAY), registers())[0]


@pytest.mark.parametrize(
    "register",
    [
        # a company that left the name and took it again
        [{"name": NAME, "uscc": TODAY, "former_names": [NAME, "杭州别号商贸有限公司"], "founded_on": date(2018, 5, 1)}],
        # a row without code may be the same company's
        registers(before={"uscc": None}),
    ],
)
def test_a_name_that_nobody_else_is_proved_to_have_borne_is_its_bearers(
    register: list[Row], warehouse: Warehouse
) -> None:
    assert meant(warehouse, supplier(created_on=date(2010, 1, 1)), register)[0]


def test_papers_of_the_group_mean_whom_its_master_means(warehouse: Warehouse) -> None:
    tables: dict[str, list[Row]] = {
        "officers": [{"officer_id": "P1", "name": "王海龙", "position": "董事"}],
        "declarations": [
            {"declaration_id": "D1", "officer_id": "P1", "kind": "annual", "submitted_on": date(2025, 12, 29), "counterparty_name": NAME}
        ],
        "related_parties": [
            {"related_id": "R1", "officer_id": "P1", "name": NAME, "kind": "organisation", "relationship": "本人控制的企业"}
        ],
        "suppliers": [supplier(created_on=date(2010, 1, 1))],
        "registry_companies": [*registers(), *FILLER],
        "holdings": [{"holder_name": "王海龙", "holder_kind": "person", "company_name": NAME}],
    }  # fmt: skip
    match_companies(warehouse, tables)
    rows = warehouse.rows("""
        select m.table_name, m.company_id = p.company_id as same, c.uscc
        from company_mention as m join company as c using (company_id) cross join party as p
        where m.name = $name and m.column_name <> 'former_names' order by m.table_name
    """, {"name": NAME})  # fmt: skip

    assert [(row["table_name"], row["same"], row["uscc"]) for row in rows] == [
        ("declarations", True, None), ("holdings", False, TODAY), ("registry_companies", False, TODAY),
        ("related_parties", True, None), ("suppliers", True, None),
    ]  # fmt: skip


def test_two_masters_of_one_name_may_mean_two_companies(warehouse: Warehouse) -> None:
    tables: dict[str, list[Row]] = {
        "suppliers": [supplier(created_on=date(2010, 1, 1)), supplier(party_id="S2", created_on=date(2021, 1, 1))],
        "declarations": [
            {"declaration_id": "D1", "officer_id": "P1", "kind": "annual", "submitted_on": date(2025, 12, 29), "counterparty_name": NAME}
        ],
        "registry_companies": [*registers(), *FILLER],
    }  # fmt: skip
    match_companies(warehouse, tables)
    parties = warehouse.rows(
        "select p.party_id, c.uscc from party as p join company as c using (company_id) order by 1"
    )
    declared = warehouse.rows(
        "select c.uscc from company_mention as m join company as c using (company_id) where m.table_name = 'declarations'"
    )

    assert [(row["party_id"], row["uscc"]) for row in parties] == [("S1", None), ("S2", TODAY)]
    assert declared == [{"uscc": TODAY}]
