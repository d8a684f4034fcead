"""Values that no system should hold: they never stop the stage, and two of them never make a link."""

from __future__ import annotations

from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, match
from tests.matching.test_people import CODE, NAME, delivery

LONG = 10_000
NAMES = (
    "", " ", "\x00\x07\x1b", "\u200b\u2060", "\u202e", "\u200f\u200e", "😀", "👨‍👩‍👧‍👦", "？？", "***", "某某", "□□□", "-", "//", "0", "12345", "N/A",
    "无", "不详", "先生", "王总", "、；;|", "\ufffd\ufffd", "x" * LONG, "张" * LONG, "😀" * LONG, "a b " * (LONG // 4), "张、" * (LONG // 2),
)  # fmt: skip
NUMBERS = (
    "", "0", "1", "-", "无", "N/A", "😀", "\u202e", "\x00", "000000000000000000", "111111111111111111", "123456789012345678", "XXXXXXXXXXXXXXXXXX",
    "******************", "…", "*", "****", "A", "(9)", "１１１", "9" * LONG, "*" * LONG, "X" * LONG,
)  # fmt: skip
OTHERS = (
    "",
    "0",
    "-",
    "无",
    "😀",
    "\u202e",
    "@",
    "a@",
    "@b",
    "00000000",
    "***",
    "号",
    "1",
    "9" * LONG,
    "路" * LONG,
)


def test_names_of_nobody_make_no_link(warehouse: Warehouse) -> None:
    names, number = NAMES, "111111111111111111"
    officers: list[Row] = [
        {"officer_id": f"B{i}", "name": name, "id_number": number, "position": "董事"} for i, name in enumerate(names)
    ]
    holders: list[Row] = [
        {"holder_name": name, "holder_kind": "person", "holder_id": number, "company_name": NAME, "company_uscc": CODE}
        for name in names
    ]
    posts: list[Row] = [
        {"company_name": NAME, "person_name": name, "role": "监事", "id_number": number} for name in names
    ]

    _links_nobody(warehouse, officers, holdings=holders, appointments=posts)


def test_names_of_companies_that_are_texts_link_nothing(warehouse: Warehouse) -> None:
    names = [
        "盛" * LONG, "杭州" * (LONG // 2), "x" * LONG, "a b " * (LONG // 4), "(原" * (LONG // 2), "（" * LONG, " " * LONG + "盛", "公司" * (LONG // 2),
        f"杭州{'盛' * LONG}有限公司", f"杭州{'盛' * LONG}有限公司分公司",
    ]  # fmt: skip
    suppliers: list[Row] = [{"party_id": f"V{i}", "name": name, "former_names": [name]} for i, name in enumerate(names)]
    held: list[Row] = [
        {"holder_name": "岑一舟", "holder_kind": "person", "company_name": f"{name}别处"} for name in names
    ]
    match(warehouse, delivery({"name": "岑一舟"}, suppliers=suppliers, holdings=held))

    linked = """
        select basis from company_link
        where left_id in (select company_id from party where starts_with(party_id, 'V'))
            or right_id in (select company_id from party where starts_with(party_id, 'V'))
    """
    assert warehouse.rows(linked) == []
    parties = warehouse.rows("select distinct company_id from party where starts_with(party_id, 'V')")
    assert len(parties) == len(names)


def test_malformed_numbers_make_no_link(warehouse: Warehouse) -> None:
    officers: list[Row] = [
        {"officer_id": f"B{i}", "name": f"岑一{chr(0x5600 + i)}", "id_number": number, "position": "董事"}
        for i, number in enumerate(NUMBERS)
    ]
    holders: list[Row] = [
        {"holder_name": f"褚望{chr(0x5900 + i)}", "holder_kind": "person", "holder_id": number, "company_name": NAME, "company_uscc": CODE}
        for i, number in enumerate(NUMBERS)
    ]  # fmt: skip

    _links_nobody(warehouse, officers, holdings=holders)


def test_malformed_values_make_no_link(warehouse: Warehouse) -> None:
    columns = ("phone", "email", "address", "bank_account")
    officers: list[Row] = [
        {"officer_id": f"B{i}", "name": f"岑一{chr(0x5600 + i)}", "position": "董事", **{c: [value] for c in columns}}
        for i, value in enumerate(OTHERS)
    ]
    suppliers: list[Row] = [
        {"party_id": f"V{i}", "name": f"{chr(0x5A00 + i)}望贸易有限公司", "contact_name": f"褚望{chr(0x5900 + i)}", **{c: [value] for c in columns}}
        for i, value in enumerate(OTHERS)
    ]  # fmt: skip

    _links_nobody(warehouse, officers, suppliers=suppliers)
    assert warehouse.rows("select attribute, party_id from attribute_link where starts_with(party_id, 'V')") == []


def _links_nobody(warehouse: Warehouse, officers: list[Row], **tables: list[Row]) -> None:
    rows = delivery({"name": "岑一舟"}, **tables)
    match(warehouse, rows | {"officers": [*rows["officers"], *officers]})
    links = warehouse.rows(
        "select w.officer_id, left(l.mention_name, 20) as name, l.tier from person_link as l join watched as w using (watched_id)"
        " where starts_with(w.officer_id, 'B')"
    )
    assert links == []
