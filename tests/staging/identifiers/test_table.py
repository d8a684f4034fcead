"""What a written number is: scheme, canonical form, what is hidden, what it tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.identifiers.identifier import read_identifier
from screening.staging.identifiers.table import read_identifiers
from tests.staging.delivered import credit_code, resident_id

PERSON = resident_id("33010219870615123")
COMPANY = credit_code("91330100MA27XHAB2")
COLLECTIVE = credit_code("N2469005MF1734A21")


def read(value: str, *, company: bool = False, registration: bool = False) -> dict[str, Any]:
    row: dict[str, Any] = read_identifiers([value], [company], [registration]).to_pylist()[0]
    return row


def brief(value: str, **columns: bool) -> tuple[str, str | None, bool, bool]:
    row = read(value, **columns)
    return row["scheme"], row["norm"], row["is_full"], row["is_valid"]


def test_a_resident_number_tells_birth_date_and_gender() -> None:
    row = read(PERSON)
    assert row == {
        "value": PERSON, "scheme": "resident_id", "norm": PERSON, "is_full": True, "is_valid": True, "is_placeholder": False,
        "birth_date": date(1987, 6, 15), "gender": "male", "org_code": None,
    }  # fmt: skip


@pytest.mark.parametrize("region", ["810000", "820000", "830000", "933610", "110199", "659999"])
def test_regions_are_never_a_reason_to_doubt(region: str) -> None:
    number = resident_id(region + "19900101002")
    assert brief(number) == ("resident_id", number, True, True)


@pytest.mark.parametrize("written", [f"'{PERSON}", f'"{PERSON}"', f"‘{PERSON}"])
def test_quotes_around_a_number_are_no_part_of_it(written: str) -> None:
    assert brief(written) == brief(PERSON)


def test_a_wrong_check_digit_leaves_a_number_that_is_not_valid() -> None:
    wrong = PERSON[:-1] + ("0" if PERSON[-1] != "0" else "1")
    assert brief(wrong) == ("resident_id", wrong, True, False)
    assert read(wrong)["birth_date"] == date(1987, 6, 15)


def test_an_impossible_birth_date_is_not_valid_whatever_the_check_digit() -> None:
    number = resident_id("33010219870230123")
    assert brief(number) == ("resident_id", number, True, False)
    assert read(number)["birth_date"] is None


@pytest.mark.parametrize("code", [COMPANY, COLLECTIVE])
def test_credit_codes_hold_the_organisation_code(code: str) -> None:
    assert brief(code, company=True) == brief(code) == ("uscc", code, True, True)
    assert read(code)["org_code"] == code[8:17]


@pytest.mark.parametrize("letter", "IOSVZ")
def test_a_forbidden_letter_makes_a_credit_code_wrong_not_unknown(letter: str) -> None:
    wrong = COMPANY[:9] + letter + COMPANY[10:]
    assert brief(wrong, company=True) == ("uscc", wrong, True, False)


@pytest.mark.parametrize(
    ("value", "scheme", "norm"),
    [
        ("330102870615123", "resident_id", resident_id("33010219870615123")),
        ("330102-19870615-" + PERSON[14:], "resident_id", PERSON),
        ("A123455(5)", "hkid", "A1234555"),
        ("Z683365(A)", "hkid", "Z683365A"),
        ("M04719283", "permit", "M04719283"),
        ("H0471928304", "permit", "H04719283"),
        ("E04719285", "passport", "E04719285"),
        ("EJ4719285", "passport", "EJ4719285"),
        ("EC4719285", "passport", "EC4719285"),  # and no card of Hong Kong: its check digit would be 8
        ("MA0471928", "passport", "MA0471928"),
        ("0471928501(B)", "tw_permit", "04719285"),
        ("HKIDZ683365(A)", "hkid", "Z683365A"),
        ("HKZ683365(A)", "hkid", "Z683365A"),
        ("身份证号:" + PERSON, "resident_id", PERSON),
        ("护照E04719285", "passport", "E04719285"),
        ("HK0471928", "passport", "HK0471928"),
        ("DEU330077041501", "residence", "DEU330077041501"),
        ("5204719(6)", "macau_id", "52047196"),
        ("澳门身份证：5/204719/6", "macau_id", "52047196"),
        ("5/204719/6", "macau_id", "52047196"),
    ],
)
def test_other_documents(value: str, scheme: str, norm: str) -> None:
    assert brief(value)[:3] == (scheme, norm, True)


def test_hong_kong_cards_are_one_with_and_without_brackets() -> None:
    assert brief("Z683365(A)") == brief("Z683365A") == ("hkid", "Z683365A", True, True)
    assert brief("Z683365(4)") == ("hkid", "Z6833654", True, False)
    assert brief("Z683365")[:2] == ("hkid", "Z683365A")
    assert brief("Z683365")[3] is False, "without its check digit a number proves nothing"


@pytest.mark.parametrize(
    ("value", "valid", "gender"),
    [("K204719286", None, "female"), ("F131104093", True, "male"), ("F131104094", False, "male")],
)
def test_taiwanese_numbers(value: str, valid: bool | None, gender: str) -> None:
    row = read(value)
    assert (row["scheme"], row["gender"]) == ("taiwan_id", gender)
    assert valid is None or row["is_valid"] is valid


def test_fifteen_digits_are_what_their_column_says() -> None:
    assert read("330102870615123")["scheme"] == "resident_id"
    assert read("330102870615123", registration=True)["scheme"] == "registration_no"
    assert read("330102990000123")["scheme"] == "registration_no", "no birth date in it"


@pytest.mark.parametrize(
    ("value", "norm"),
    [
        ("3301**********1234", "3301**********1234"),
        ("3301＊＊＊＊＊＊＊＊＊＊1234", "3301**********1234"),
        ("330102●●●●●●●●123X", "330102********123X"),
        ("330102XXXXXXXX123X", "330102********123X"),
        ("330102********XXXX", "330102***********X"),
        ("3****************4", "3****************4"),
        ("3301…1234", "3301…1234"),
        ("3301....1234", "3301…1234"),
        ("3301****1234", "3301…1234"),
        ("330102*******23", "330102…23"),
        ("330102****1990****23", "330102…23"),
        ("110···8515", "110…8515"),
        ("330102****", "330102…"),
    ],
)
def test_masks_of_resident_numbers(value: str, norm: str) -> None:
    assert brief(value) == ("resident_id", norm, False, False)


def test_visible_places_of_a_mask_still_tell() -> None:
    row = read("******19870615***3")
    assert (row["birth_date"], row["gender"]) == (date(1987, 6, 15), None)
    assert read("3301**********1234")["gender"] == "male"


@pytest.mark.parametrize(
    ("value", "scheme", "norm"),
    [
        ("91330100********B2", "uscc", "91330100********B2"),
        ("9133****B2", "uscc", "9133…B2"),
        ("Z683***(*)", "hkid", "Z683****"),
        ("E0471****", "passport", "E0471****"),
        ("A123XXX(X)", "hkid", "A123****"),
        ("A1234XX(X)", "hkid", "A1234***"),
        ("A123***", "unknown", "A123…"),
        ("M0471****01", "permit", "M0471****"),
        ("F1311*****", "taiwan_id", "F1311*****"),
        ("AB12****", "unknown", "AB12…"),
    ],
)
def test_masks_of_other_numbers(value: str, scheme: str, norm: str) -> None:
    assert brief(value) == (scheme, norm, False, False)


@pytest.mark.parametrize(
    "value",
    [
        "111111111111111111",
        "123456789012345678",
        "000000000000000000",
        "123456",
        "******************",
        "张",
        "138****5678",
        "11010119000101****",
        "1111****1111",
        resident_id("11010119000101002"),
        "110101199001011234",
    ],
)
def test_numbers_that_nobody_was_given(value: str) -> None:
    assert read(value)["is_placeholder"]


@settings(deadline=None)
@given(st.text("0123456789ABCXYZ*…()-", min_size=1, max_size=20), st.booleans(), st.booleans())
def test_any_text_has_a_reading_and_hidden_places_are_never_full(value: str, company: bool, registration: bool) -> None:
    row = read(value, company=company, registration=registration)
    assert not row["is_valid"] or row["is_full"]
    assert row["is_full"] == (row["norm"] is None or not set("*…") & set(row["norm"])) or row["is_placeholder"]


@pytest.mark.parametrize(
    ("value", "columns", "scheme", "norm", "valid"),
    [
        ("04595257", "registration", "business_no", "04595257", True),
        ("62140097", "company", "business_no", "62140097", True),
        ("12453963-000-03-23-A", "none", "business_no", "12453963", False),
        ("12453963", "none", "unknown", "12453963", False),
        ("0471928", "registration", "registry_no", "0471928", False),
        ("5493001KJTIIGC8Y1R12", "none", "lei", "5493001KJTIIGC8Y1R12", True),
        ("5493001KJTIIGC8Y1R13", "none", "unknown", "5493001KJTIIGC8Y1R13", False),
    ],
)  # fmt: skip
def test_other_numbers_of_companies(value: str, columns: str, scheme: str, norm: str, valid: bool) -> None:
    found = brief(value, company=columns == "company", registration=columns == "registration")
    assert found == (scheme, norm, True, valid)


def test_organisation_codes_join_the_credit_codes_that_hold_them() -> None:
    inner = COMPANY[8:17]
    assert inner == "MA27XHAB2", "its own check place need not be right for the join"
    code = org_code("MA27XHAB")
    for value, columns in (
        (f"{code[:8]}-{code[8]}", {}),
        (code, {"registration": True}),
        ("330100" + code, {"company": True}),
    ):
        row = read(value, **columns)
        assert (row["scheme"], row["org_code"]) == ("tax_no" if len(value) == 15 else "org_code", code)
    assert read(code)["scheme"] == "unknown", "nine bare places are a passport as well"


def org_code(body: str) -> str:
    """GB 11714, as the standard words it."""
    rest = (
        11
        - sum(
            (int(c) if c.isdigit() else ord(c) - 55) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)
        )
        % 11
    )
    return body + {10: "X", 11: "0"}.get(rest, str(rest))


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("0123456789X*", min_size=15, max_size=18), st.booleans(), st.booleans()), max_size=8))
def test_many_numbers_are_read_as_each_alone(rows: list[tuple[str, bool, bool]]) -> None:
    rows = sorted({row[0]: row for row in [*rows, (PERSON, False, False), (COMPANY, True, False)]}.values())
    values, company, registration = ([row[i] for row in rows] for i in range(3))
    table = read_identifiers(values, company, registration)  # type: ignore[arg-type]
    assert table.to_pylist() == [
        {"value": v, **read_identifier(v, as_company=c, as_registration=r)._asdict()} for v, c, r in rows
    ]


@settings(deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_at_all_is_read(value: str) -> None:
    row = read(value)
    assert not row["is_valid"] or row["norm"]
