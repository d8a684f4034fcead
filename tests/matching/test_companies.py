"""Which records name one company: codes first, then full names; doubt keeps apart."""

from __future__ import annotations

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, credit_code, match_companies

ONE, TWO = credit_code("91330100MA2ABCD11"), credit_code("91330100MA2ABCD22")
NAME = "杭州某甲科技有限公司"


def companies(warehouse: Warehouse) -> dict[tuple[str, str, str], str]:
    """Company of each (table, column, name)."""
    rows = warehouse.rows("select * from company_mention")
    return {(row["table_name"], row["column_name"], row["name"]): row["company_id"] for row in rows}


def holding(name: str, code: str | None = None, **more: object) -> Row:
    return {"holder_name": "王海龙", "holder_kind": "person", "company_name": name, "company_uscc": code, **more}


def supplier(party_id: str, name: str, code: str | None = None, **more: object) -> Row:
    return {"party_id": party_id, "name": name, "uscc": code, **more}


def same(warehouse: Warehouse, left: Row, right: Row) -> bool:
    """Whether a supplier and a company in which somebody holds shares are one."""
    match_companies(warehouse, {"suppliers": [left], "holdings": [right]})
    found = companies(warehouse)
    return found["suppliers", "name", left["name"]] == found["holdings", "company_name", right["company_name"]]


def test_one_code_is_one_company_whatever_the_name(warehouse: Warehouse) -> None:
    assert same(warehouse, supplier("S1", NAME, ONE), holding("杭州某乙贸易有限公司", ONE))


def test_two_codes_are_two_companies_whatever_the_name(warehouse: Warehouse) -> None:
    assert not same(warehouse, supplier("S1", NAME, ONE), holding(NAME, TWO))


def test_a_name_without_code_joins_the_only_code_that_bears_it(warehouse: Warehouse) -> None:
    assert same(warehouse, supplier("S1", NAME, ONE), holding("杭州 某甲科技　有限公司"))


def test_a_code_with_a_wrong_check_digit_counts_as_none(warehouse: Warehouse) -> None:
    wrong = ONE[:-1] + ("0" if ONE[-1] != "0" else "1")

    assert same(warehouse, supplier("S1", NAME, ONE), holding(NAME, wrong))


def test_the_legal_form_may_be_written_another_way(warehouse: Warehouse) -> None:
    assert same(warehouse, supplier("S1", NAME, ONE), holding("杭州某甲科技有限责任公司"))


def test_another_legal_form_is_another_company(warehouse: Warehouse) -> None:
    assert not same(warehouse, supplier("S1", NAME, ONE), holding("杭州某甲科技股份有限公司"))


def test_another_region_is_another_company(warehouse: Warehouse) -> None:
    assert not same(warehouse, supplier("S1", NAME), holding("苏州某甲科技有限公司"))


def test_a_name_that_two_codes_bear_is_nobodys(warehouse: Warehouse) -> None:
    match_companies(
        warehouse, {"suppliers": [supplier("S1", NAME, ONE), supplier("S2", NAME, TWO)], "holdings": [holding(NAME)]}
    )

    rows = warehouse.rows("select uscc from company where name = $name order by uscc", {"name": NAME})
    assert [row["uscc"] for row in rows] == [*sorted((ONE, TWO)), None]


def test_the_registry_decides_who_bears_a_name(warehouse: Warehouse) -> None:
    tables = {
        "suppliers": [supplier("S1", NAME, TWO)],  # somebody typed the code of another company
        "registry_companies": [{"name": NAME, "uscc": ONE}],
        "holdings": [holding(NAME)],
    }
    match_companies(warehouse, tables)

    found = companies(warehouse)
    assert found["holdings", "company_name", NAME] == found["registry_companies", "name", NAME]


def test_an_old_registration_number_leads_to_the_code(warehouse: Warehouse) -> None:
    tables = {
        "registry_companies": [{"name": NAME, "uscc": ONE, "registration_no": "330100000012345"}],
        "suppliers": [supplier("S1", "杭州旧名称贸易有限公司", registration_no="330100000012345")],
    }
    match_companies(warehouse, tables)

    assert len(set(companies(warehouse).values())) == 1


def test_sole_traders_without_a_place_do_not_join_by_name(warehouse: Warehouse) -> None:
    assert not same(warehouse, supplier("S1", "幸福小吃店"), holding("幸福小吃店"))


def test_a_sole_trader_with_its_place_joins(warehouse: Warehouse) -> None:
    assert same(warehouse, supplier("S1", "保定市某某建材经营部"), holding("保定市某某建材经营部"))


def test_people_of_one_name_are_not_one_counterparty(warehouse: Warehouse) -> None:
    match_companies(warehouse, {"suppliers": [supplier("S1", "王海龙"), supplier("S2", "王海龙")]})

    assert len({row["company_id"] for row in warehouse.rows("select company_id from party")}) == 2


def test_the_registrys_spelling_is_shown(warehouse: Warehouse) -> None:
    tables = {
        "suppliers": [supplier("S1", "杭州某甲科技 有限责任公司", ONE)],
        "registry_companies": [{"name": NAME, "uscc": ONE, "listed_code": "600000"}],
    }
    match_companies(warehouse, tables)

    (company,) = warehouse.rows("select * from company")
    assert (company["name"], company["uscc"], company["listed"], company["kind"]) == (NAME, ONE, True, "company")


def test_other_names_of_a_record_name_its_company(warehouse: Warehouse) -> None:
    match_companies(
        warehouse,
        {"suppliers": [supplier("S1", NAME, ONE, other_names=["某甲"], former_names=["杭州老甲科技有限公司"])]},
    )

    found = companies(warehouse)
    assert set(found) == {
        ("suppliers", "name", NAME),
        ("suppliers", "other_names", "某甲"),
        ("suppliers", "former_names", "杭州老甲科技有限公司"),
    }
    assert len(set(found.values())) == 1
