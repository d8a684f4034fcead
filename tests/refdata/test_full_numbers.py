"""Numbers in full are recognised however they are typed; contracts, orders, days and credit codes are not taken for them."""

from __future__ import annotations

import pytest

from screening.refdata.full_numbers import shows_number


@pytest.mark.parametrize(
    "text",
    [
        "身份证110101199003070134", "11010119900307013X", "110101900307013", "110101 1990-0307—0134", "１１０１０１１９９００３０７０１３４",
        "永久居留证 911124198108030134", "香港身份证 A123456(3)", "AB９８７６５４（３）", "+86 139 1770 0001", "6225880123456789",
        "卡 4367 4200 1234 5670134",
    ],
)  # fmt: skip
def test_a_number_in_full(text: str) -> None:
    assert shows_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "尾号 0134", "1101**********0134", "合同 2026112000098 号", "HT123456 号合同，A123456（见附件）", "4500012345 号订单第 000010 行",
        "2026-11-02 2026-11-09 两次询问", "91440300MA5GQ12M8L", "",
    ],
)  # fmt: skip
def test_no_such_number(text: str) -> None:
    assert not shows_number(text)
