"""Shares, amounts and whole numbers, exactly: decimals, never floating point."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from screening.refdata.placeholders import is_placeholder_text
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading
from screening.staging.readers.texts import narrow

_NUMBER = re.compile(r"\+?(?:\d{1,12}(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?", re.IGNORECASE)
_WHOLE = Decimal("100.0001")  # rounding in a source may leave a little more than everything
_SHARE_STEP, _CENT = Decimal("0.000001"), Decimal("0.01")
_CURRENCY = r"(?:RMB|CNY|HKD|USD|EUR|GBP|JPY|MOP|TWD|人民币|人民幣|港币|港幣|美元|欧元|HK\$|US\$|[¥$€£])"
_AMOUNT = re.compile(
    rf"(?P<open>\()?(?P<sign>[+-])?{_CURRENCY}?(?P<after>[+-])?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d{1,17}(?:\.\d*)?|\.\d+)"
    rf"(?P<unit>万|萬|亿|億)?(?:元|圆|圓|{_CURRENCY})*(?P<close>\))?",
    re.IGNORECASE,
)
_UNIT = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_DAYS = re.compile(r"([+-]?\d{1,9})(?:\.0*)?(?:天|日|个工作日|個工作日|days?)?", re.IGNORECASE)
_CURRENCIES = (
    ("HKD", re.compile(r"HKD|HK\$|港[币幣元]", re.IGNORECASE)),
    ("USD", re.compile(r"USD|US\$|美[元金]", re.IGNORECASE)),
    ("EUR", re.compile(r"EUR|€|欧元|歐元", re.IGNORECASE)),
    ("GBP", re.compile(r"GBP|£|英镑", re.IGNORECASE)),
    ("JPY", re.compile(r"JPY|日[元圆円]", re.IGNORECASE)),
    ("MOP", re.compile(r"MOP|澳门[元币]", re.IGNORECASE)),
    ("TWD", re.compile(r"TWD|NT\$|新[台臺][币幣]", re.IGNORECASE)),
    ("CNY", re.compile(r"CNY|RMB|CNH|¥|人民[币幣]|^元$", re.IGNORECASE)),
)  # fmt: skip


def read_share(cell: str, *, fraction: bool = False) -> Reading:
    """A share in percent with six decimals.

    Args:
        cell: 4.99, 4.99%, ４.９９％, 百分之4.99.
        fraction: numbers without a percent sign are fractions of 1 (`share_unit = "fraction"`).
    """
    text = _packed(cell)
    if is_placeholder_text(text) and not re.search(r"\d", text):
        return NOTHING
    number = text.removeprefix("百分之").removesuffix("%").removesuffix("%")
    if not _NUMBER.fullmatch(number):
        return MALFORMED
    share = Decimal(number) * (100 if fraction and number == text else 1)
    if not 0 <= share <= _WHOLE:
        return MALFORMED
    return Reading(str(min(share, Decimal(100)).quantize(_SHARE_STEP, ROUND_HALF_UP)))


def read_amount(cell: str) -> Reading:
    """An amount of money with two decimals: 1,234.50, ￥1234.5, 12.3万元, (1,234.50) for a negative one."""
    text = _packed(cell)
    if is_placeholder_text(text) and not re.search(r"\d", text):
        return NOTHING
    match = _AMOUNT.fullmatch(text)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return MALFORMED
    amount = Decimal(match["digits"].replace(",", "")) * _UNIT.get(match["unit"], 1)
    if amount >= 10**16:
        return MALFORMED
    negative = [match["sign"], match["after"]].count("-") + bool(match["open"])
    return Reading(str((-amount if negative % 2 else amount).quantize(_CENT, ROUND_HALF_UP)))


def currency_in(cell: str) -> str | None:
    """The currency written beside an amount, null where none is or the sign is ambiguous ($)."""
    text = _packed(cell)
    return next((code for code, pattern in _CURRENCIES if pattern.search(text)), None)


def read_integer(cell: str) -> Reading:
    """A whole number, also with its unit (30天)."""
    text = _packed(cell)
    if is_placeholder_text(text) and not re.search(r"\d", text):
        return NOTHING
    match = _DAYS.fullmatch(text)
    return MALFORMED if match is None else Reading(str(int(match[1])))


def _packed(cell: str) -> str:
    """In half width, without spaces and full-width thousands separators."""
    return re.sub(r"\s", "", narrow(cell)).replace("，", ",").replace("﹪", "%")
