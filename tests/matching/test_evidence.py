"""What an auditor sees of a value."""

from __future__ import annotations

import json

import pytest

from screening.matching.evidence import item, mask_value, shown_name, to_json
from screening.refdata.typed_numbers import mask_identifier


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("330101198001011234", "3301**********1234"),
        ("330101********1234", "3301**********1234"),
        ("A1234563", "A1****63"),
        ("12345", "*****"),
        (None, None),
    ],
)
def test_identifiers(value: str | None, shown: str | None) -> None:
    assert mask_identifier(value) == shown


@pytest.mark.parametrize(
    ("feature", "value", "shown"),
    [
        ("phone", "+86 139-5712-0846", "139****0846"),
        ("phone", "2345 6789", "****789"),
        ("bank_account", "6222 0000 1111 2222 333", "****2333"),
        ("payee_account", "1234", "****"),
        ("email", "hailong@example.com", "h***@example.com"),
        ("address", "西湖区1号", "西湖区1号"),
        ("phone", None, None),
    ],
)
def test_values(feature: str, value: str | None, shown: str | None) -> None:
    assert mask_value(feature, value) == shown


def test_json_is_compact_with_sorted_keys() -> None:
    text = to_json([item("name", "agrees", "王", "王", ("相同", "the same"), 1.23456)])

    assert json.loads(text)[0]["bits"] == 1.23
    assert text.startswith('[{"bits":1.23,"detail":"相同","detail_en":"the same","feature":"name"')


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("岑一舟 13957120846", "岑一舟 13*******46"),
        ("岑一舟33010119800101123X", "岑一舟3301**********123X"),
        ("岑一舟（１３９－５７１２－０８４６）", "岑一舟（１３９－*****０８４６）"),
        ("岑一舟 139–5712–0846", "岑一舟 139–*****0846"),
        ("岑一舟 139.5712.0846", "岑一舟 139.*****0846"),
        ("岑一舟 139　5712　0846", "岑一舟 139　*****0846"),
        ("岑一舟 A123456(3)", "岑一舟 A1***56(*)"),
        ("岑一舟（AB１２３４５６（9））", "岑一舟（AB****５６(*)）"),
        ("岑一舟 A123456", "岑一舟 A1***56"),
        ("岑一舟 E12345678", "岑一舟 E12****78"),
        ("岑一舟2", "岑一舟2"),
        (None, None),
    ],
)
def test_a_number_typed_beside_a_name_is_masked(name: str | None, shown: str | None) -> None:
    assert shown_name(name) == shown
