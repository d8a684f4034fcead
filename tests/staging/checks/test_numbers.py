"""Check digits, shapes and phone numbers that cannot be right."""

from __future__ import annotations

from tests.staging.delivered import credit_code, issues, officer, resident_id, stage, supplier

COMPANY = credit_code("91330100MA27XHAB2")
PERSON = resident_id("33010219870615123")


def broken(number: str) -> str:
    """The number with another last digit."""
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def test_a_wrong_check_digit_is_an_error_where_people_keep_the_table() -> None:
    with stage({
        "officers": [officer("P1", id_number=broken(PERSON)), officer("P2", "岑二舟", id_number=PERSON)],
        "suppliers": [supplier("S1", uscc=broken(COMPANY)), supplier("S2", "岑野二有限公司", uscc=COMPANY)],
        "holdings": [{"holder_name": "岑一舟", "holder_id": broken(PERSON), "company_name": "岑野", "company_uscc": broken(COMPANY)}],
    }) as warehouse:  # fmt: skip
        assert issues(warehouse, "id_check_digit") == [
            ("holdings", "岑野 / 岑一舟", "warning", "holder_id"),
            ("officers", "P1", "error", "id_number"),
        ]
        assert issues(warehouse, "uscc_check_digit") == [
            ("holdings", "岑野 / 岑一舟", "warning", "company_uscc"),
            ("suppliers", "S1", "error", "uscc"),
        ]
        assert warehouse.one("select id_number from std_officers where officer_id = 'P1'") == broken(PERSON)


def test_messages_never_hold_a_number_in_full() -> None:
    tables = {
        "officers": [officer(id_number=broken(PERSON))],
        "suppliers": [
            supplier(uscc=broken(COMPANY), bank_account="6228480402564890018"),
            supplier("S2", "岑禾有限公司", bank_account="6228480402564890018"),
        ],
    }
    with stage(tables) as warehouse:
        said = " ".join(f"{row['message_zh']} {row['message_en']}" for row in warehouse.rows("select * from issue"))
        assert "3301**********" in said
        for number in (broken(PERSON), broken(COMPANY), "6228480402564890018"):
            assert number not in said
            assert number[4:14] not in said


def test_masked_old_and_placeholder_numbers_are_no_errors() -> None:
    numbers = ["3301**********1234", "330102870615123", "111111111111111111", "Z683365(A)", "E04719285", "无"]
    tables = {
        "officers": [
            officer(f"P{n}", f"岑{'一二三四五六'[n]}舟", id_number=number) for n, number in enumerate(numbers)
        ],
        "suppliers": [supplier()],
    }
    with stage(tables) as warehouse:
        assert warehouse.rows("select * from issue where severity in ('error', 'warning')") == []


def test_a_number_of_unknown_shape_in_a_code_column_is_a_warning() -> None:
    with stage({"officers": [officer()], "suppliers": [supplier(uscc="9133010027")]}) as warehouse:
        assert issues(warehouse, "identifier_shape") == [("suppliers", "S1", "warning", "uscc")]


def test_what_is_no_phone_is_taken_out_and_the_rest_stays() -> None:
    with stage(
        {"officers": [officer(phone="1394756182；13947561820")], "suppliers": [supplier(phone="139475618200")]}
    ) as warehouse:
        assert issues(warehouse, "phone_malformed") == [
            ("officers", "P1", "error", "phone"),
            ("suppliers", "S1", "error", "phone"),
        ]
        assert warehouse.one("select phone from std_officers") == ["13947561820"]
        assert warehouse.one("select phone from std_suppliers") is None
