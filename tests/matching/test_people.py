"""Watched people behind counterparties: which tier which evidence reaches, and what must never be raised."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, match, resident_id

CODE = credit_code("91330100MA2ABCD11")
NAME = "杭州某甲科技有限公司"
ID = resident_id("33010119800101123")
OTHER_ID = resident_id("31010419750612442")
RARE, COMMON = "尉迟砚舟", "张伟"
CROWD = 400  # namesakes need a crowd: in a delivery of three people any agreement would be telling


def delivery(officer: Row, **tables: list[Row]) -> dict[str, list[Row]]:
    """One officer among others, one counterparty among others with people of their own."""
    given = [
        "建国",
        "志强",
        "丽华",
        "秀英",
        "晓东",
        "文博",
        "春梅",
        "海燕",
        "立新",
        "国庆",
        "雪松",
        "振华",
        "玉兰",
        "永生",
        "小平",
        "长江",
        "红霞",
        "桂兰",
        "家栋",
        "思远",
    ]
    names = [surname + name for surname in "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗" for name in given][:CROWD]
    officers = [{"officer_id": f"N{i}", "name": name, "position": "董事"} for i, name in enumerate(names[::8])]
    others = [
        {"party_id": f"T{i}", "name": f"苏州某{name}贸易有限公司", "legal_representative": name}
        for i, name in enumerate(names[1::2])
    ]
    rows: dict[str, list[Row]] = {
        "officers": [{"officer_id": "P1", "position": "董事", **officer}, *officers],
        "suppliers": [{"party_id": "S1", "name": NAME, "uscc": CODE}, *others],
    }
    for table, extra in tables.items():
        rows[table] = [*rows.get(table, []), *extra]
    return rows


def found(warehouse: Warehouse, tables: dict[str, list[Row]], officer: str = "P1") -> list[dict[str, Any]]:
    match(warehouse, tables)
    return warehouse.rows(
        "select l.*, w.related_id from person_link as l join watched as w using (watched_id) where w.officer_id = $id "
        "order by l.tier, l.role, l.table_name",
        {"id": officer},
    )


def holding(name: str, number: str | None = None, **more: object) -> Row:
    return {
        "holder_name": name,
        "holder_kind": "person",
        "holder_id": number,
        "company_name": NAME,
        "company_uscc": CODE,
        **more,
    }


def tiers(warehouse: Warehouse, officer: Row, **tables: list[Row]) -> list[str]:
    return [row["tier"] for row in found(warehouse, delivery(officer, **tables))]


@pytest.mark.parametrize(
    ("officer", "holder", "expected"),
    [
        ({"name": COMMON, "id_number": ID}, holding(COMMON, ID), ["A"]),
        ({"name": COMMON, "id_number": ID}, holding("张玮", ID), ["B"]),  # the number says who, the name is odd
        ({"name": COMMON, "id_number": ID}, holding(COMMON, ID[:6] + "********" + ID[-4:]), ["B"]),
        ({"name": RARE, "id_number": ID}, holding(RARE, ID[:6] + "********" + ID[-4:]), ["A"]),
        ({"name": COMMON, "id_number": ID}, holding(COMMON, OTHER_ID), []),
        ({"name": RARE, "id_number": ID}, holding(RARE, OTHER_ID[:6] + "********" + OTHER_ID[-4:]), []),
        ({"name": COMMON, "id_number": ID}, holding(COMMON), ["C"]),
        ({"name": RARE, "id_number": ID}, holding(RARE), ["B"]),
        ({"name": COMMON, "id_number": "111111111111111111"}, holding(COMMON, "111111111111111111"), ["C"]),
        ({"name": "张大国", "id_number": "111111111111111111"}, holding("刘小民", "111111111111111111"), []),
        ({"name": "魏凤华", "id_number": ID}, holding("魏见华", ID[:6] + "********" + ID[-4:]), ["B"]),
        ({"name": "魏凤华"}, holding("魏见华"), []),
        ({"name": "吴仲"}, holding("吴忠"), []),
        ({"name": RARE}, holding("尉迟*舟"), ["C"]),
    ],
)  # fmt: skip
def test_tier_by_number_and_name(officer: Row, holder: Row, expected: list[str], warehouse: Warehouse) -> None:
    assert tiers(warehouse, officer, holdings=[holder]) == expected


@pytest.mark.parametrize(
    ("birth", "high", "expected"),
    [
        (date(1980, 1, 1), date(1980, 1, 1), ["B"]),
        (date(1980, 1, 1), date(1980, 12, 31), ["C"]),
        (date(1963, 5, 5), date(1963, 5, 5), []),
    ],
)
def test_birth_date_of_a_post(birth: date, high: date, expected: list[str], warehouse: Warehouse) -> None:
    post = {"company_name": NAME, "person_name": "李秀玲", "role": "监事", "birth_date": birth, "birth_date_hi": high}

    assert (
        tiers(warehouse, {"name": "李秀玲", "id_number": resident_id("33010119800101124")}, appointments=[post])
        == expected
    )


def test_a_rare_name_with_another_birth_date_is_no_better_than_a_lead(warehouse: Warehouse) -> None:
    post = {"company_name": NAME, "person_name": RARE, "role": "监事", "birth_date": date(1963, 5, 5)}

    assert set(tiers(warehouse, {"name": RARE, "id_number": ID}, appointments=[post])) <= {"C"}


@pytest.mark.parametrize("written", ["Wang Hailong", "WANG Hai Long", "hailong wang"])
def test_romanised_names_with_a_phone(written: str, warehouse: Warehouse) -> None:
    supplier = {
        "party_id": "S2",
        "name": "杭州某乙贸易有限公司",
        "legal_representative": written,
        "phone": ["13957120846"],
    }

    assert tiers(warehouse, {"name": "王海龙", "phone": ["+86 139-5712-0846"]}, suppliers=[supplier]) == ["B"]


@pytest.mark.parametrize(
    ("birth", "expected"),
    [(date(1980, 1, 1), ["B"]), (date(1980, 12, 31), []), (date(1981, 1, 1), []), (None, [])],
)
def test_half_a_romanised_name_counts_beside_the_birth_day(
    birth: date | None, expected: list[str], warehouse: Warehouse
) -> None:
    post = {"company_name": NAME, "person_name": "SZE Lun Hung", "role": "监事", "birth_date": birth}

    assert tiers(warehouse, {"name": "施能雄", "birth_date": date(1980, 1, 1)}, appointments=[post]) == expected


def test_half_a_romanised_name_with_a_familys_phone_and_mail_is_a_lead(warehouse: Warehouse) -> None:
    family = {"phone": ["13957120846"], "email": ["sze@example.com"]}
    supplier = {"party_id": "S2", "name": "杭州某乙贸易有限公司", "legal_representative": "SZE Lun Hung", **family}

    assert tiers(warehouse, {"name": "施能雄", **family}, suppliers=[supplier]) == ["C"]


def test_variants_of_a_character(warehouse: Warehouse) -> None:
    post = {"company_name": NAME, "person_name": "閻世堃", "role": "监事", "birth_date": date(1980, 1, 1)}

    assert tiers(warehouse, {"name": "闫世坤", "birth_date": date(1980, 1, 1)}, appointments=[post]) == ["B"]


def test_a_common_name_alone_is_never_more_than_a_lead(warehouse: Warehouse) -> None:
    tables = {
        "officers": [{"officer_id": "P1", "name": COMMON, "position": "董事"}],
        "suppliers": [{"party_id": "S1", "name": NAME}],
    }
    rows = found(
        warehouse, tables | {"holdings": [holding(COMMON, company_uscc=None)]}
    )  # the smallest delivery there is

    assert {row["tier"] for row in rows} <= {"C"}


def test_a_person_who_is_the_counterparty(warehouse: Warehouse) -> None:
    supplier = {"party_id": "S2", "name": COMMON, "uscc": ID, "party_kind": "person"}
    rows = found(warehouse, delivery({"name": COMMON, "id_number": ID}, suppliers=[supplier]))

    assert [(row["role"], row["tier"]) for row in rows] == [("party_self", "A")]


def test_a_shop_that_shows_its_owners_number_alone_hides_nobody_else(warehouse: Warehouse) -> None:
    shop = {"party_id": "S9", "name": "杭州市西湖区某甲百货店", "party_kind": "sole_trader", "uscc": ID}
    rows = found(warehouse, delivery({"name": RARE, "id_number": ID}, suppliers=[shop], holdings=[holding(RARE)]))

    assert [(row["role"], row["tier"]) for row in rows] == [("party_self", "A"), ("holder", "B")]


def test_a_filler_number_under_many_names_is_nobodys(warehouse: Warehouse) -> None:
    people = ["王建国", "李志强", "刘丽华", "陈文博"]
    rows = found(
        warehouse,
        delivery({"name": COMMON, "id_number": ID}, holdings=[holding(name, ID) for name in (*people, COMMON)]),
    )

    assert {row["tier"] for row in rows} <= {"C"}


def test_a_namesake_in_the_same_company_borrows_one_tier_lower(warehouse: Warehouse) -> None:
    registry = {"name": NAME, "uscc": CODE, "legal_representative": COMMON}
    rows = found(
        warehouse,
        delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)], registry_companies=[registry]),
    )

    assert [(row["role"], row["tier"]) for row in rows] == [("holder", "A"), ("legal_representative", "B")]
    assert "same_company" in {item["feature"] for item in json.loads(rows[1]["evidence"])}


def test_a_number_typed_beside_a_name_is_masked_wherever_the_name_is_said(warehouse: Warehouse) -> None:
    written = f"{COMMON} {OTHER_ID}"
    registry = {"name": NAME, "uscc": CODE, "legal_representative": written}
    lent = found(
        warehouse,
        delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)], registry_companies=[registry]),
    )[1]
    renamed = found(warehouse, delivery({"name": written, "id_number": ID}, holdings=[holding("李玉兰", ID)]))
    listed = warehouse.rows("select * from match_contradiction")

    assert "same_company" in lent["evidence"]
    assert renamed
    assert listed
    assert OTHER_ID not in f"{lent['evidence']}{renamed[0]['evidence']}{listed}"


def test_a_namesake_who_shows_another_number_borrows_nothing(warehouse: Warehouse) -> None:
    post = {"company_name": NAME, "person_name": COMMON, "role": "监事", "id_number": OTHER_ID}
    rows = found(
        warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)], appointments=[post])
    )

    assert [row["role"] for row in rows] == ["holder"]


def test_people_upstream_matter_and_people_elsewhere_do_not(warehouse: Warehouse) -> None:
    chain = [
        {
            "holder_name": "杭州上层控股有限公司",
            "holder_kind": "organisation",
            "company_name": NAME,
            "company_uscc": CODE,
        },
        {"holder_name": COMMON, "holder_kind": "person", "holder_id": ID, "company_name": "杭州上层控股有限公司"},
        {"holder_name": COMMON, "holder_kind": "person", "holder_id": ID, "company_name": "杭州无关投资有限公司"},
        {
            "holder_name": "杭州市人民政府国有资产监督管理委员会",
            "holder_kind": "organisation",
            "company_name": NAME,
            "company_uscc": CODE,
        },
    ]
    rows = found(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=chain))
    names = warehouse.rows("select name from company where company_id = $id", {"id": rows[0]["company_id"]})

    assert len(rows) == 1
    assert names[0]["name"] == "杭州上层控股有限公司"


def test_only_the_counterparties_of_ones_own_group(warehouse: Warehouse) -> None:
    tables = delivery({"name": COMMON, "id_number": ID, "group_id": "G2"}, holdings=[holding(COMMON, ID)])

    assert found(warehouse, tables) == []


def test_an_emergency_contact_is_nobody(warehouse: Warehouse) -> None:
    contact = {
        "related_id": "R1",
        "officer_id": "P1",
        "name": RARE,
        "relationship": "紧急联系人",
        "phone": ["13957120846"],
    }
    supplier = {"party_id": "S2", "name": "杭州某乙贸易有限公司", "contact_name": RARE, "phone": ["13957120846"]}
    tables = delivery({"name": "王建国"}, related_parties=[contact], suppliers=[supplier])

    assert found(warehouse, tables) == []
    assert warehouse.rows("select * from attribute_link") == []


def test_evidence_is_masked_and_adds_up(warehouse: Warehouse) -> None:
    officer = {"name": COMMON, "id_number": ID, "phone": ["13957120846"]}
    rows = found(warehouse, delivery(officer, holdings=[holding(COMMON, ID)]))
    evidence = json.loads(rows[0]["evidence"])

    assert ID not in rows[0]["evidence"]
    assert {item["feature"] for item in evidence} == {"name", "id_number", "prior"}
    assert all(item["detail"] and item["detail_en"] for item in evidence)
    assert sum(item["bits"] for item in evidence[:-1]) == pytest.approx(rows[0]["bits"], abs=0.05)
    assert 1.0 / (1.0 + 2.0 ** -sum(item["bits"] for item in evidence)) == pytest.approx(rows[0]["score"], abs=1e-3)


def test_counts_say_what_was_considered(warehouse: Warehouse) -> None:
    match(warehouse, delivery({"name": COMMON, "id_number": ID}, holdings=[holding(COMMON, ID)]))
    counts = {row["name"]: row["value"] for row in warehouse.rows("select * from match_count")}

    officers, mentions = 51, 201
    assert counts["pairs_considered"] == officers * mentions
    assert counts["pairs_considered_officer_holder_checked"] == 1.0
    assert counts["lambda_officer_holder_checked"] > 0.0


def test_a_delivery_of_masters_and_officers_alone(warehouse: Warehouse) -> None:
    match(
        warehouse,
        {
            "officers": [{"officer_id": "P1", "name": COMMON, "position": "董事"}],
            "suppliers": [{"party_id": "S1", "name": NAME}],
        },
    )

    assert warehouse.rows("select * from person_link") == []
    assert not warehouse.has("std_holdings")  # what was made up for this stage is gone


def test_the_groups_own_companies_end_the_walk(warehouse: Warehouse) -> None:
    own = {"entity_id": "E1", "name": "杭州本集团控股有限公司"}
    held = [
        {"holder_name": own["name"], "holder_kind": "organisation", "company_name": NAME, "company_uscc": CODE},
        {"holder_name": COMMON, "holder_kind": "person", "holder_id": ID, "company_name": own["name"]},
    ]
    rows = found(warehouse, delivery({"name": COMMON, "id_number": ID}, group_entities=[own], holdings=held))

    assert rows == []


def test_a_card_without_its_check_digit_is_proved_by_the_other_side(warehouse: Warehouse) -> None:
    officer = {"name": COMMON, "id_number": "R766818(9)"}

    assert tiers(warehouse, officer, holdings=[holding(COMMON, "R766818")]) == ["A"]


@pytest.mark.parametrize(
    ("cells", "officer", "expected"),
    [
        ({"bank_account_name": RARE}, {"name": RARE}, [("payee", "B")]),
        ({"bank_account_name": "杭州某乙贸易有限公司（基本户）"}, {"name": RARE}, []),
        ({"bank_account_name": RARE, "legal_representative": RARE}, {"name": RARE}, [("legal_representative", "B")]),
        ({"bank_account_name": COMMON}, {"name": COMMON}, [("payee", "C")]),
        ({"bank_account_name": "YUCHI YANZHOU", "bank_account": ["6222021001122334455"]},
         {"name": RARE, "bank_account": ["6222021001122334455"]}, [("payee", "B")]),
        ({"bank_account_name": "YUCHI YANZHOU TRADING LTD"}, {"name": RARE}, []),
        ({"bank_account_name": "李秀玲", "bank_account": ["6222021001122334455"]},
         {"name": "李秀玲", "bank_account": ["6222021001122334455"]}, [("payee", "B")]),
    ],
)  # fmt: skip
def test_the_account_of_a_company_in_the_name_of_a_person(
    cells: Row, officer: Row, expected: list[tuple[str, str]], warehouse: Warehouse
) -> None:
    supplier = {"party_id": "S2", "name": "杭州某乙贸易有限公司", "legal_representative": "周立新", **cells}

    assert [(row["role"], row["tier"]) for row in found(warehouse, delivery(officer, suppliers=[supplier]))] == expected


def test_two_people_in_one_cell_are_two_and_lend_each_other_nothing(warehouse: Warehouse) -> None:
    phone = ["13957120846"]
    supplier = {"party_id": "S2", "name": "杭州某乙贸易有限公司", "contact_name": f"周立新、{RARE}", "phone": phone}
    officer = {"name": RARE, "phone": phone}
    rows = found(warehouse, delivery(officer, suppliers=[supplier], holdings=[holding(f"{RARE}、周立新", ID)]))

    assert {(row["role"], row["mention_name"]) for row in rows} == {("holder", RARE), ("contact", RARE)}
    said = {row["role"]: {item["feature"] for item in json.loads(row["evidence"])} for row in rows}
    assert "phone" in said["contact"]
    assert "id_number" not in said["holder"]
    shared = next(item for row in rows for item in json.loads(row["evidence"]) if item["feature"] == "phone")
    assert "company" in shared["detail_en"], "whose of the two it is, the cell does not say"


def test_two_people_who_are_one_counterparty_have_a_phone_of_neither(warehouse: Warehouse) -> None:
    phone = ["13957120846"]
    pair = {"party_id": "S2", "name": f"周立新、{RARE}", "party_kind": "person", "phone": phone}
    rows = found(warehouse, delivery({"name": RARE, "phone": phone}, suppliers=[pair]))

    assert [(row["role"], row["mention_name"]) for row in rows] == [("party_self", RARE)]
    shared = next(item for item in json.loads(rows[0]["evidence"]) if item["feature"] == "phone")
    assert shared["detail_en"] == "the phone equals the company's; 1 bear it in all"


def test_of_two_writings_of_one_value_the_same_is_shown_whatever_their_order(tmp_path: Path) -> None:
    written = ["杭州市西湖区文一路1号2幢301室", "杭州市西湖区文一路1号2栋301室", "西湖区文一路1号2号楼301室"]
    shown = set()
    for at, addresses in enumerate((written, written[::-1])):
        supplier = {"party_id": "S2", "name": "杭州某乙贸易有限公司", "contact_name": RARE, "address": addresses}
        with Warehouse(tmp_path / str(at), LimitSettings(memory="1GB", threads=1)) as warehouse:
            rows = found(warehouse, delivery({"name": RARE, "address": addresses}, suppliers=[supplier]))
        items = [item for row in rows for item in json.loads(row["evidence"]) if item["feature"] == "address"]
        shown.add((items[0]["left"], items[0]["right"]))

    assert len(shown) == 1


def test_a_holder_of_a_rare_character_is_a_person_though_no_kind_is_stated(warehouse: Warehouse) -> None:
    held = {name: value for name, value in holding("尉迟𬱖").items() if name != "holder_kind"}

    assert tiers(warehouse, {"name": "尉迟𬱖"}, holdings=[held]) == ["B"]


def test_other_names_that_stand_in_one_piece_are_names_each(warehouse: Warehouse) -> None:
    officer = {"name": "李玉兰", "other_names": [f"周立新、{RARE}"]}

    assert tiers(warehouse, officer, holdings=[holding(RARE)]) == ["B"]


def test_of_two_relatives_in_one_row_number_and_date_are_nobodys(warehouse: Warehouse) -> None:
    row = {
        "officer_id": "P1", "related_id": "R1", "name": f"周立新、{RARE}", "kind": "person", "relationship": "父母", "id_number": ID,
    }  # fmt: skip
    posts = [
        {
            "company_name": NAME,
            "company_uscc": CODE,
            "person_name": RARE,
            "role": "监事",
            "birth_date": date(1980, 1, 1),
        },
        {"company_name": NAME, "company_uscc": CODE, "person_name": RARE, "role": "经理", "id_number": OTHER_ID},
    ]
    rows = found(warehouse, delivery({"name": "李玉兰"}, related_parties=[row], appointments=posts))

    assert len(rows) == 2, "neither proved by the other's number nor acquitted by it"
    assert {item["feature"] for row in rows for item in json.loads(row["evidence"])} == {"name", "prior"}
