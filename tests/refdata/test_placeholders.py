"""Values that stand for nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.placeholders import (
    is_placeholder_identifier,
    is_placeholder_text,
    service_phone,
)


@pytest.mark.parametrize(
    "value",
    ["", " ", "无", "無", "N/A", "Ｎ／Ａ", "暂无", "不详", "-", "——", "0", "000", "test", "null", "（无）", "*"],
)
def test_placeholder_texts(value: str) -> None:
    assert is_placeholder_text(value)
    assert is_placeholder_identifier(value)


@pytest.mark.parametrize("value", ["无锡", "张三", "0755-12345", "Test Rite Ltd", "a", "吴"])
def test_texts_that_say_something(value: str) -> None:
    assert not is_placeholder_text(value)


@pytest.mark.parametrize(
    "value",
    [
        "111111111111111111",
        "11111111111111111X",
        "123456789",
        "123456789012341234",
        "110123456789012345",
        "123412341234",
        "1234567890123456",
        "987654321",
        "12345678",
        "121212121212",
        "E12345678",
        "A123456(7)",
        "12",
        "XXXXXXXXXXXXXXXXXX",
    ],
)
def test_placeholder_identifiers(value: str) -> None:
    assert is_placeholder_identifier(value)


@pytest.mark.parametrize(
    "value",
    [
        "91440300MA5EY2Q31T",
        "44030119800101001X",
        "6222021207003538123",
        "C668668(E)",
        "13912345678",
        "12341256",
        "440301198001123452",
    ],
)
def test_identifiers_that_could_be_real(value: str) -> None:
    assert not is_placeholder_identifier(value)


@pytest.mark.parametrize(
    ("number", "service"),
    [
        ("400-800-1234", True),
        ("８００８１０８８８８", True),
        ("95588", True),
        ("+86 400 8888 888", True),
        ("12345", True),
        ("110", True),
        ("010-95588", True),
        ("13912345678", False),
        ("0755-26712345", False),
        ("95123456", False),
        ("+852 2345 6789", False),
    ],
)
def test_service_phones(number: str, service: bool) -> None:
    assert service_phone(number) == service


@settings(deadline=None)  # the first call loads tables and packages
@given(st.text(max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    is_placeholder_identifier(text)
    service_phone(text)
