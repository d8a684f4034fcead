"""Numbers typed into the cell of a name are masked before anybody repeats the name."""

from __future__ import annotations

import pytest

from screening.refdata.typed_numbers import mask_personal_numbers, mask_typed_numbers
from screening.staging.name_cells import read_name_cell
from tests.staging.delivered import officer, stage, supplier

CELLS = (
    "岑一舟 13957120846", "岑一舟33010119800101123X", "岑一舟（１３９－５７１２－０８４６）", "岑一舟 139–5712–0846", "岑一舟 A123456(3)", "岑一舟（AB１２３４５６（9））",
    "岑一舟 A123456", "岑一舟 E12345678", "CHAN Tai Man A123456(3)", "CHAN Tai Man 91234567",
)  # fmt: skip


@pytest.mark.parametrize("cell", CELLS)
def test_the_name_is_read_alike_with_the_number_and_with_its_mask(cell: str) -> None:
    masked = mask_typed_numbers(cell)

    assert masked != cell
    assert mask_typed_numbers(masked) == masked
    assert read_name_cell(masked) == read_name_cell(cell)


def test_no_staged_name_and_no_issue_shows_a_number() -> None:
    number, phone = "33010119800101123X", "13957120846"
    post = {"company_name": "岑野贸易有限公司", "person_name": f"褚望舒 {number}", "role": "监事", "birth_date": "没有"}
    holder = {"holder_name": f"褚望舒{number}", "company_name": "岑野贸易有限公司", "share_pct": "很多"}
    relative = {
        "related_id": "R1",
        "officer_id": "P1",
        "name": f"岑二舟 {phone}",
        "relationship": "配偶",
        "lawful_basis": None,
    }
    tables = {
        "officers": [officer(name=f"岑一舟{number}", other_names=f"岑一 {phone};岑小舟")],
        "suppliers": [supplier(contact_name=f"采购部岑一舟经理（负责华东区） {phone}", bank_account_name="岑一舟 A123456(3)")],
        "appointments": [post], "holdings": [holder], "related_parties": [relative],
    }  # fmt: skip
    with stage(tables) as warehouse:
        every = " ".join(
            str(warehouse.rows(f"select * exclude (phone, record_id) from std_{table}"))
            for table in ("officers", "suppliers", "appointments", "related_parties")
        )
        every += str(warehouse.rows("from std_holdings")) + str(warehouse.rows("from issue"))
        every += str(warehouse.rows("from person_name")) + str(warehouse.rows("from company_name"))
        names = warehouse.one("select other_names from std_officers")
        phones = warehouse.one("select phone from std_suppliers")

    assert "褚望舒 3301**********123X" in every
    assert len(names) == 2 and "岑小舟" in names
    assert phones == [phone]
    for shown in (number, phone, "A123456"):
        assert shown not in every


@pytest.mark.parametrize("cell", [
    "采购部岑一舟经理（负责华东区） 13957120846", "岑野贸易公司业务负责人岑一舟先生 A123456(3)", "股东岑一舟（配偶名下）身份证33010119800101123X",
    "岑野信托计划受益人岑一舟 １３９５７１２０８４６", "CHAN Tai Man A123456(3)", "CHAN Tai Man 91234567",
])  # fmt: skip
def test_a_holder_of_either_kind_shows_no_persons_number(cell: str) -> None:
    holder = {"holder_name": cell, "company_name": "岑野贸易有限公司"}
    with stage({"officers": [officer()], "holdings": [holder]}) as warehouse:
        shown = warehouse.one("select holder_name from std_holdings")

    assert "*" in shown and shown[:3] == cell[:3]
    assert not any(
        number in shown
        for number in ("13957120846", "A123456", "33010119800101123X", "91234567", "１３９５７１２０８４６")
    )


@pytest.mark.parametrize(
    "name",
    [
        "1234567 Ontario Inc.",
        "杭州第1234567号贸易有限公司",
        "岑野2026年度合伙企业",
        "外贸信托1234567号",
        "岑野信托计划1234567",
        "Cenye Trading 1234567",
        "Cenye Investment Trust 12345678",
        "Hangzhou Cenye 1234567",
    ],
)
def test_a_company_keeps_its_number(name: str) -> None:
    holder = {"holder_name": name, "company_name": "岑野贸易有限公司"}
    with stage({"officers": [officer()], "suppliers": [supplier(name=name)], "holdings": [holder]}) as warehouse:
        assert warehouse.one("select holder_name from std_holdings") == name
        assert warehouse.one("select name from std_suppliers") == name


RESIDENT, MOBILE, CARD = "33010119800101123X", "13957120846", "6225880100000001234"


@pytest.mark.parametrize("cell", [RESIDENT, MOBILE, CARD, f"{MOBILE} CHAN Tai Man", "１３９５７１２０８４６"])
def test_a_number_in_place_of_a_name_is_masked(cell: str) -> None:
    """Columns are mistaken for each other: a phone stands where the contact belongs."""
    tables = {
        "officers": [officer(name=cell, other_names=cell)],
        "suppliers": [supplier(contact_name=cell, legal_representative=cell)],
        "registry_companies": [{"name": cell, "founded_on": "没有"}],
        "user_accounts": [{"user_id": "U1", "name": cell}],
    }
    with stage(tables) as warehouse:
        rows = [
            row for table in (*(f"std_{name}" for name in tables), "issue") for row in warehouse.rows(f"from {table}")
        ]
        phones = {phone for row in rows for phone in row.get("phone") or ()}
        every = str([{name: value for name, value in row.items() if name != "phone"} for row in rows])
        names = warehouse.rows("select * from person_name where name_key is not null")

    assert "*" in every
    for number in (RESIDENT, MOBILE, CARD, "１３９５７１２０８４６"):
        assert number not in every
    assert phones <= {MOBILE}
    assert {row["script"] for row in names} <= {"latin"}, "a number is nobody's name"


def test_a_persons_number_is_masked_wherever_companies_are_named() -> None:
    cell = f"岑野贸易有限公司（法定代表人岑一舟 {RESIDENT}）"
    tables = {
        "officers": [officer()],
        "group_entities": [{"entity_id": "E1", "name": cell}],
        "suppliers": [supplier(name=cell, former_names=f"{cell};岑旧贸易有限公司", other_names=cell, party_kind="company")],
        "registry_companies": [{"name": cell, "former_names": cell}],
        "appointments": [{"company_name": cell, "person_name": "褚望舒", "role": "监事", "nominated_by": cell}],
        "transactions": [{"transaction_id": "T1", "party_name": cell, "kind": "purchase", "transacted_on": "2026-05-01"}],
        "declarations": [{"declaration_id": "D1", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2026-06-01", "counterparty_name": cell}],
        "tips": [{"tip_id": "K1", "received_on": "2026-06-01", "counterparty_name": cell, "category": "conflict"}],
    }  # fmt: skip
    with stage(tables) as warehouse:
        every = {name: str(warehouse.rows(f"from std_{name}")) for name in tables}
        every |= {name: str(warehouse.rows(f"from {name}")) for name in ("company_name", "person_name", "issue")}
        former = warehouse.one("select former_names from std_suppliers")

    assert "3301**********123X" in every["tips"]
    assert len(former) == 2 and "岑旧贸易有限公司" in former
    assert [name for name, text in every.items() if RESIDENT in text] == []


@pytest.mark.parametrize(
    "number",
    [
        RESIDENT,
        MOBILE,
        "139 5712 0846",
        "139-5712-0846",
        "+86 13957120846",
        "１３９５７１２０８４６",
        "330101 19800101 123X",
    ],
)
def test_a_persons_number_in_an_address_is_masked_and_the_place_is_the_same(number: str) -> None:
    place = "杭州市滨江区野渡路12号3-501"
    cell = f"{place} 岑一舟 {number}"
    tables = {
        "officers": [officer(address=f"{cell};杭州市滨江区古渡路7号")],
        "suppliers": [supplier(address=cell), supplier(party_id="S2", address=place)],
        "registry_companies": [{"name": "岑野贸易有限公司", "address": f"{place} {number}"}],
    }
    with stage(tables) as warehouse:
        every = str([warehouse.rows(f"from {table}") for table in (*(f"std_{name}" for name in tables), "address")])
        norms = {row["norm"] for row in warehouse.rows("from address")}
        own = warehouse.one("select address from std_officers")

    assert number not in every and "*" in every
    assert len(own) == 2
    assert len(norms) == 2, "the place of the supplier, and the officer's other one"


@pytest.mark.parametrize("cell", ["501 13957120846", "3-501-139-5712-0846", "12-3-501/１３９５７１２０８４６"])
def test_a_persons_number_is_found_behind_other_numbers(cell: str) -> None:
    shown = mask_personal_numbers(cell)

    assert shown != cell and "501" in shown
    assert mask_personal_numbers(shown) == shown


@pytest.mark.parametrize(
    "cell", ["野渡路100号3-12-1201-1", "外贸信托2019-1301-1201-77号", CARD, "91330106MA2CXYZ123", "330106000012345"]
)
def test_what_is_no_persons_number_stays(cell: str) -> None:
    assert mask_personal_numbers(cell) == cell


def test_a_persons_number_in_a_free_word_is_masked_and_the_word_is_understood() -> None:
    tables = {
        "officers": [officer(position=f"董事（{MOBILE}）")],
        "related_parties": [{"related_id": "R1", "officer_id": "P1", "name": "岑二舟", "relationship": f"配偶（身份证{RESIDENT}）"}],
        "registry_companies": [{"name": "岑野贸易有限公司", "status": f"存续 {RESIDENT}"}],
        "appointments": [{"company_name": "岑野贸易有限公司", "person_name": "褚望舒", "role": f"监事{RESIDENT}"}],
        "declarations": [{"declaration_id": "D1", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2026-06-01", "relationship": f"球友{RESIDENT}"}],
    }  # fmt: skip
    with stage(tables) as warehouse:
        every = str([warehouse.rows(f"from {table}") for table in (*(f"std_{name}" for name in tables), "issue")])
        office = warehouse.one("select position_class from std_officers")

    assert every.count("3301**********123X") >= 4
    assert RESIDENT not in every and MOBILE not in every
    assert office == "director"
