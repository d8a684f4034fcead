"""The dictionary `phone`: one form per number, what kind it is, and whether it can tie two records together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from screening.refdata.placeholders import service_phone
from screening.staging.identifiers.digits import Truths, block, looks_given
from screening.staging.nobody import is_nobodys
from screening.staging.readers.texts import narrow

_MOBILE = re.compile(r"(?:\+?86|0086)?0?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"(?:\+?86|0086)?0?((?:10|2\d)\d{8}|(?:[3-9]\d{2})\d{7,8})")
_ABROAD = (  # Hong Kong, Macau, Taiwan
    (re.compile(r"(?:\+|00)?(852)([2-9]\d{7})"), "456789"),
    (re.compile(r"(?:\+|00)?(853)([2-8]\d{7})"), "6"),
    (re.compile(r"(?:\+|00)?(886)0?([2-9]\d{7,8})"), "9"),
)  # fmt: skip
_PLAIN_LANDLINE = re.compile(r"(0(?:10|2\d))-?(\d{8})|(0[3-9]\d{2})-?(\d{7,8})")
_TW_LANDLINE = re.compile(r"(?:0([2-8])[-\s]|\(0([2-8]|37|49|82|89)\)[-\s]?)\s*(\d{3,4})[-\s]?(\d{3,4})")
"""A separator or brackets behind 02 … 08 tell Taiwan: no area code of the mainland is so short."""
_HK_LOCAL = re.compile(r"[2-9]\d{7}")
_TW_MOBILE = re.compile(r"0(9\d{8})")
_LOCAL = re.compile(r"[2-9]\d{6}")
_EXTENSION = re.compile(r"(?:转|轉|分机|分機|ext\.?|extension|内线|內線|#|x)\s*[:：]?\s*(\d{1,6})\s*$", re.IGNORECASE)
_DASHED_EXTENSION = re.compile(r"^(\+?[\d()\s]*-?\d{7,8})-(\d{1,5})$")
_NOTE = re.compile(r"[（(][^\d）)]*[）)]|^[^\d+(（*]+|[^\d*]+$")
_MASK = re.compile(r"[*＊•●×]+|[Xx]{2,}")  # one x alone begins an extension


@dataclass(frozen=True, slots=True)
class Phone:
    """One number.

    Attributes:
        norm: 13912345678, 07558888777 or 85291234567, an extension after `#`; `*` per hidden digit.
        kind: mobile, landline, service or invalid.
        usable: it can tie two records: a full number that somebody owns.
    """

    norm: str | None
    kind: str
    usable: bool


_INVALID = Phone(None, "invalid", False)


def read_phones(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `phone`, in the order of the values."""
    written = pa.array(values, pa.string())
    plain = _plain_mobiles(written)
    others = np.flatnonzero(~plain)
    read = [read_phone(values[i]) for i in others.tolist()]
    columns = {
        "norm": ([phone.norm for phone in read], written),
        "kind": ([phone.kind for phone in read], pa.array(["mobile"] * len(values), pa.string())),
        "usable": ([phone.usable for phone in read], pa.array([True] * len(values), pa.bool_())),
    }
    mask = pa.array(~plain)
    return pa.table({
        "value": written,
        **{name: pc.replace_with_mask(usual, mask, pa.array(said, usual.type)) for name, (said, usual) in columns.items()},
    })  # fmt: skip


def _plain_mobiles(written: pa.Array) -> Truths:
    """Which values are mobile numbers of the mainland as they stand, and no likely fillers."""
    found: Truths = pc.match_substring_regex(written, "^1[3-9][0-9]{9}$").to_numpy(zero_copy_only=False)
    places = np.flatnonzero(found)
    rows = block(written.take(pa.array(places)).to_pylist(), 11)
    found[places[~looks_given(rows[:, 3:])]] = False
    return found


def read_phone(value: str) -> Phone:
    """What a written phone number means.

    Eight digits alone are read as a number of Hong Kong: as a local number of the mainland they would name no subscriber.
    """
    if len(value) == 11 and value[0] == "1" and value.isascii() and value.isdigit():
        return _mainland_mobile(value) if value[1] in "3456789" else _INVALID
    if plain := _PLAIN_LANDLINE.fullmatch(value):
        area, number = (group for group in plain.groups() if group)
        return _owned(area + number, "landline", area[1:] + number, None)
    text = _MASK.sub(lambda hidden: "*" * len(hidden[0]), _NOTE.sub("", narrow(value)).strip())
    extension = None
    if match := _EXTENSION.search(text) or _DASHED_EXTENSION.match(text):
        extension = match.group(match.lastindex or 1)
        text = match[1] if match.re is _DASHED_EXTENSION else text[: match.start()]
    if taiwan := _TW_LANDLINE.fullmatch(text):
        number = "".join(group for group in taiwan.groups() if group)
        if 8 <= len(number) <= 9:
            return _owned("886" + number, "landline", number, extension)
    digits = re.sub(r"[^\d+*]", "", text)
    if "*" in digits:
        return _masked(digits)
    if re.search(r"[^\W\d_]", text):  # letters that are no extension
        return _INVALID
    if service_phone(digits):
        return Phone(digits.lstrip("+"), "service", False)
    return _numbered(digits, extension)


def _numbered(digits: str, extension: str | None) -> Phone:
    if match := _MOBILE.fullmatch(digits):
        return _mainland_mobile(match[1])
    for pattern, mobiles in _ABROAD:
        if match := pattern.fullmatch(digits):
            return _owned(match[1] + match[2], "mobile" if match[2][0] in mobiles else "landline", match[2], extension)
    if match := _TW_MOBILE.fullmatch(digits):
        return _owned("886" + match[1], "mobile", match[1], extension)
    if match := _LANDLINE.fullmatch(digits):
        return _owned("0" + match[1], "landline", match[1], extension)
    if _HK_LOCAL.fullmatch(digits):
        return _owned("852" + digits, "mobile" if digits[0] in "456789" else "landline", digits, extension)
    if _LOCAL.fullmatch(digits):
        return Phone(_extended(digits, extension), "landline", False)  # of which city is not said
    return _foreign(digits, extension)


def _mainland_mobile(number: str) -> Phone:
    return _owned(number, "mobile", number, None)


def _owned(norm: str, kind: str, subscriber: str, extension: str | None) -> Phone:
    nobodys = is_nobodys(subscriber) or is_nobodys(subscriber[-8:])
    return Phone(_extended(norm, extension), kind, not nobodys)


def _extended(norm: str, extension: str | None) -> str:
    return norm if extension is None else f"{norm}#{extension}"


def _masked(digits: str) -> Phone:
    plain = re.sub(r"^(?:\+?86|0086)(?=1)", "", digits).lstrip("+")
    if not re.search(r"\d", plain):
        return _INVALID
    return Phone(plain, "mobile" if re.match(r"1[3-9*]", plain) and len(plain) == 11 else "landline", False)


def _foreign(digits: str, extension: str | None) -> Phone:
    """Numbers of other countries, which are rare: only they need the library."""
    if not 8 <= len(digits.lstrip("+0")) <= 15 or not digits.startswith(("+", "00")):
        return _INVALID
    import phonenumbers  # 60 ms

    try:
        number = phonenumbers.parse("+" + digits.lstrip("+0"), None)
    except phonenumbers.NumberParseException:
        return _INVALID
    if not phonenumbers.is_possible_number(number):
        return _INVALID
    mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    norm = f"{number.country_code}{phonenumbers.national_significant_number(number)}"
    return _owned(norm, "mobile" if mobile else "landline", norm, extension)
