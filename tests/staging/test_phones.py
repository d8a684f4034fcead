"""Phone numbers: one form per subscriber."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.phones import Phone, read_phone, read_phones

MOBILE = Phone("13947561820", "mobile", True)


@pytest.mark.parametrize(
    "value",
    [
        "13947561820",
        "+86 139 4756 1820",
        "86-13947561820",
        "0086 13947561820",
        "139-4756-1820",
        "１３９４７５６１８２０",
        "（手机）13947561820",
        "013947561820",
        "13947561820（岑一舟）",
    ],
)
def test_one_mobile_in_several_writings(value: str) -> None:
    assert read_phone(value) == MOBILE


@pytest.mark.parametrize(
    ("value", "norm"),
    [
        ("0571-86753142", "057186753142"), ("(0571)8675 3142", "057186753142"), ("+86-571-86753142", "057186753142"),
        ("010-86753142", "01086753142"), ("57186753142", "057186753142"), ("0911-6753142", "09116753142"),
        ("0571-86753142转801", "057186753142#801"), ("0571-86753142-801", "057186753142#801"), ("021 8675 3142 ext. 5", "02186753142#5"),
    ],
)  # fmt: skip
def test_landlines_keep_area_and_extension(value: str, norm: str) -> None:
    assert read_phone(value) == Phone(norm, "landline", True)


@pytest.mark.parametrize(
    ("value", "norm", "kind"),
    [
        ("+852 9475 6182", "85294756182", "mobile"), ("9475 6182", "85294756182", "mobile"), ("00852-2475-6182", "85224756182", "landline"),
        ("+853 6647 5182", "85366475182", "mobile"), ("+886 947 561 820", "886947561820", "mobile"), ("0947-561-820", "886947561820", "mobile"),
        ("+44 20 7946 1852", "442079461852", "landline"), ("02-2756-4185", "886227564185", "landline"), ("(04) 2756 4185", "886427564185", "landline"),
        ("(852) 2475-6182 ext 31", "85224756182#31", "landline"),
        ("(02)2756-4185", "886227564185", "landline"), ("（02）27564185", "886227564185", "landline"),
        ("(049)275-4185", "886492754185", "landline"), ("(037)275-418", "88637275418", "landline"),
        ("(02)2756-4185#31", "886227564185#31", "landline"), ("(853)2856-4185", "85328564185", "landline"),
    ],
)  # fmt: skip
def test_numbers_from_elsewhere_carry_their_country(value: str, norm: str, kind: str) -> None:
    assert read_phone(value) == Phone(norm, kind, True)


@pytest.mark.parametrize(
    "value",
    [
        "400-820-8820",
        "800 820 8820",
        "95588",
        "12315",
        "110",
        "+86 400 820 8820",
        "400-820-8820转5",
        "0800-080-123",
        "+852 800 933 123",
    ],
)
def test_service_lines_tie_nobody(value: str) -> None:
    phone = read_phone(value)
    assert (phone.kind, phone.usable) == ("service", False)


@pytest.mark.parametrize(
    "value", ["13800138000", "13888888888", "13912345678", "0571-88888888", "+852 12345678"[:6] + "88888888"]
)
def test_sample_numbers_tie_nobody(value: str) -> None:
    assert not read_phone(value).usable


@pytest.mark.parametrize("value", ["139****1820", "139 **** 1820", "139xxxx1820"])
def test_hidden_places_stay_hidden(value: str) -> None:
    assert read_phone(value) == Phone("139****1820", "mobile", False)


@pytest.mark.parametrize(
    "value", ["1394756182", "139475618200", "10947561820", "54321", "见名片", "13947561820a7", "", "+", "****"]
)
def test_what_is_no_number_is_invalid(value: str) -> None:
    assert read_phone(value) == Phone(None, "invalid", False)


def test_a_local_number_names_no_subscriber() -> None:
    assert read_phone("6753142") == Phone("6753142", "landline", False)


@settings(deadline=None)
@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_is_its_digits(number: str) -> None:
    assert read_phone(number).norm == read_phone(f"+86 {number[:3]} {number[3:7]} {number[7:]}").norm == number


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_text_is_read(values: list[str]) -> None:
    for row in read_phones(values).to_pylist():
        assert row["kind"] in ("mobile", "landline", "service", "invalid")
        assert (row["norm"] is None) == (row["kind"] == "invalid")
        assert not row["usable"] or row["kind"] in ("mobile", "landline")


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.from_regex(r"1[0-9]{10}", fullmatch=True), st.from_regex(r"0[1-9][0-9]{1,2}-[0-9]{7,8}", fullmatch=True)
        ),
        max_size=8,
    )
)
def test_many_are_read_as_each_alone(values: list[str]) -> None:
    values = [*values, "13800138000", "13912345678", "13947561820", "0571-86753142"]
    assert read_phones(values).to_pylist() == [
        {"value": v, "norm": p.norm, "kind": p.kind, "usable": p.usable}
        for v, p in zip(values, map(read_phone, values), strict=True)
    ]


def test_numbers_of_two_places_never_meet() -> None:
    """A number of Hong Kong, and a landline of the mainland with the same eight digits."""
    assert read_phone("+852 2475 6182").norm != read_phone("021-24756182").norm
    assert read_phone("0571-86753142转801").norm != read_phone("0571-86753142").norm, (
        "an extension is part of the number"
    )
