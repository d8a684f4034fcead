"""The dictionary `address`: one form per place, compared as a whole; whether it reaches a house or a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyarrow as pa

from screening.refdata.companies import Region
from screening.refdata.text import fold_many
from screening.staging.places import leading_regions

_DASH = "ǀ"  # a letter, so that folding keeps it
_DASHES = re.compile(r"(?<=[0-9A-Za-z０-９])\s*[-－—–~～/#＃]+\s*(?=[0-9A-Za-z０-９])")
_UNITS = "号楼|号院|号铺|号|单元|栋|幢|座|层|楼|室|房|铺|户|弄|巷|梯|院"
_CHINESE_NUMBER = re.compile(rf"第?([〇零一二两三四五六七八九十百]+)(?=(?:{_UNITS}))")
_NUMBER = re.compile(rf"第?(?<![a-z])([a-z]?\d+[a-z]?|[a-z])(?:{_UNITS})")
_ZEROS = re.compile(r"(?<![0-9a-z])0+(?=\d)")
_DIGIT = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SUFFIX = re.compile(r"^(?:自治[区州县]|[省市州盟])")


def read_addresses(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `address`.

    12号楼3单元1201室, 12栋3单元1201 and 12-3-1201 have one form; of province, city and county only the last one named is
    kept, for writers leave out the others. An address without a house or unit number is shared by thousands: not usable.
    """
    folded = fold_many([_DASHES.sub(_DASH, value) for value in values])
    norms = [_place(_numbers(text)) for text in folded]
    return pa.table(
        {
            "value": pa.array(values, pa.string()),
            "norm": pa.array([norm or None for norm in norms], pa.string()),
            "usable": pa.array([_NUMBERED.search(norm) is not None for norm in norms], pa.bool_()),
        }
    )


_NUMBERED = re.compile(r"[^\W\da-z_-]{2}.*\d(?:-|$)")  # a named place, then the number of a house or unit


def _numbers(text: str) -> str:
    """Numbers of houses, floors and units as digits between hyphens."""
    text = _CHINESE_NUMBER.sub(lambda match: str(_arabic(match[1])), text)
    text = _NUMBER.sub(lambda match: match[1] + _DASH, text)
    text = re.sub(f"{_DASH}+", "-", text).strip("-")
    return _ZEROS.sub("", text)


def _arabic(written: str) -> int:
    """十二 is 12, 一二〇一 is 1201."""
    if not any(character in "十百" for character in written):
        return int("".join(str(_DIGIT[character]) for character in written))
    total, last = 0, 0
    for character in written:
        if character == "百":
            total, last = total + (last or 1) * 100, 0
        elif character == "十":
            total, last = total + (last or 1) * 10, 0
        else:
            last = _DIGIT[character]
    return total + last


def _place(text: str) -> str:
    """Leaves out the regions above the last one named."""
    kept = ""
    while True:
        region, rest = next((found for found in leading_regions(text) if _is_region(*found)), (None, text))
        if region is None:
            return kept + text
        # 黔南州 stands for 黔南布依族苗族自治州
        kept, text = region.name, rest if region.suffixed else _SUFFIX.sub("", rest)


def _is_region(region: Region, rest: str) -> bool:
    """A county without 区, 县 or 市 is often an ordinary word, and a city without 市 may name a road (南京路)."""
    return region.suffixed or (region.level != "county" and rest[:1] not in _ROADS)


_ROADS = ("路", "街", "道", "大", "东", "西", "南", "北", "中")
