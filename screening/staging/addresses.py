"""The dictionary `address`: one form per place however it is written; whether it ties two records together.

A form is a region, a road or building, and numbers from the house to the room: 滨江区 野渡路 12-3-1201. What writers add or leave out
(province, town, the name of a building behind its number, a floor that the room repeats) is no part of it; a number always is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa

from screening.refdata.text import fold_many
from screening.staging.latin_addresses import is_latin, read_latin
from screening.staging.numerals import arabic
from screening.staging.places import Area, leading_area, refined

_DASH = "ǀ"  # a letter, so that folding keeps it
_DASHES = re.compile(r"(?<=[0-9A-Za-z０-９座栋幢号室楼])[ \t]*[-－—–~～/#＃.、之]+[ \t]*(?=[0-9A-Za-z０-９])")
_FLOOR_SIGN = re.compile(r"(?<=[0-9０-９])[ \t]*/?[ \t]*[FＦfｆ](?:/|loor|LOOR|l)?(?![A-Za-z])")
_NOTE = re.compile(r"[（(〔\[【][^（）()\]】〕\n0-9０-９一二三四五六七八九十]*[）)〕\]】]")
_BETWEEN = r"[ \t./／－\u2010-\u2015-]"
_TYPED = re.compile(
    rf"(?<![0-9０-９])(?:(?:[0-9０-９]{{2,4}}|86{_BETWEEN}1){_BETWEEN}{{0,2}}\*{{2,}}{_BETWEEN}{{0,2}}[0-9０-９]{{1,4}}[XxＸｘ]?"
    r"|0[0-9]{2,3}[- ][0-9]{7,8}(?![0-9]))"
)
"""A phone, or a person's number that staging has masked, in an address: 电话 139*****0846. It is no number of a house."""
_CALLED = re.compile(
    r"[,，;；:： \t]*(?:(?:收货人|收件人|联系人|联系)?(?:电话|手机|联系方式)(?:号码)?|(?<![A-Za-z])(?:tel|mobile|mob|phone))[.:：\t ]*$",
    re.IGNORECASE,
)
"""The word for such a number, before it."""
_LONGEST_CALL = 30
_CROWD = re.compile(
    "集群|商务秘书|秘书公司|秘书有限|住所托管|托管|虚拟|工位|卡位|信箱|食堂|饭堂|集中办公|集中登记|众创|创客|代理记账|代理地址|P\\.?O\\.?\\s*Box",
    re.IGNORECASE,
)
"""Addresses that many firms share by design: secretaries' offices, desks, post boxes, canteens."""

_UNITS = "号楼|号院|号铺|号|单元|栋|幢|座|层|楼|室|房|铺|户|弄|巷|梯|院|组|门|区|期|塔|间"
_WIDE = ("区", "期", "组")  # hold many houses
_CHINESE_NUMBER = re.compile(rf"第?([〇零一二两三四五六七八九十百]+)(?=(?:{_UNITS.replace('|区|期', '')}))")
_HEAD = re.compile(r"[^0-9a-z]*(?:第(?=\d))?")
_UNIT_LETTER = re.compile(rf"(栋|幢|座|塔|单元)([a-z])(?![a-z]|\d(?!\d\d)|{_UNITS})")
_BUILDING_AND_ROOM = re.compile(r"([a-z])(\d{3,})")
_PLAIN_TAIL = re.compile(r"0*(\d+)号(?:0*(\d+)(?:号楼|栋|幢|座|楼))?(?:0*(\d+)单元)?(?:0*(\d+)[室房号]?)?")
_PART = re.compile(
    rf"([a-z]{{0,2}}\d+[a-z]?(?!\d)|[a-z](?=(?:{_UNITS}|{_DASH}|\d|$)))((?:{_UNITS})?)|{_DASH}+"
    r"|((?:[东西南北中]|附|地下|负|甲|乙|丙|丁)(?=[座塔楼栋幢区翼门院号\d]|$))"
    r"|(对面|旁|隔壁|东侧|西侧|南侧|北侧|附近|后面|交叉口|交汇处)"
)
_ROAD = re.compile(r"(?:[路街道巷弄线坊条里胡同]|大街|大道|胡同|号)$")
_TOWN = re.compile(
    r"^(?:[^路街道巷弄村]{2,5}?(?:街道办事处|街道|镇|乡)|[^路街道巷弄村]{2,8}?社区|[^路街巷弄村]{1,12}?(?:开发区|高新区|合作区|保税区|示范区|[工产]业园区?|新区|园区|基地))"
    r"(?=[^0-9a-z]{2,}[路街道巷弄线坊条里同]$)"
)
"""A town, a neighbourhood or a development zone before a road of the city."""
_COUNTRY = re.compile(r"^(?:中华人民共和国|中国)")
_HONG_KONG = re.compile(r"^(?:九龙|新界|香港岛|港岛)(?=.)")


def read_addresses(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `address`.

    Where some addresses name less of the region than others with the same road and numbers, they take the fuller region if only
    one fits; so a delivery is read together. Regions that contradict each other keep places apart.

    Addresses are not usable without a house or unit number, without a road or building, without region and fewer than two
    numbers, or where a word says that many share them by design.
    """
    joined = "\n".join(value.replace("\n", " ") for value in values)  # each step goes through all of them as one string
    *before, last = _TYPED.split(joined)
    bare = "".join(f"{text[:-_LONGEST_CALL]}{_CALLED.sub('', text[-_LONGEST_CALL:])} " for text in before) + last
    prepared = _DASHES.sub(_DASH, _FLOOR_SIGN.sub("楼", _NOTE.sub("", bare)))
    folded = fold_many(prepared.split("\n") if values else [])
    latin = [is_latin(value) for value in values]
    places = [
        read_latin(said) if is_l else _place(text)
        for said, text, is_l in zip(bare.split("\n") if values else [], folded, latin, strict=True)
    ]
    areas = _complete(places)
    usable = [
        place.usable and (bool(area.codes) or place.numbers > 1) and _CROWD.search(value) is None
        for place, area, value in zip(places, areas, values, strict=True)
    ]
    norms = [area.label + place.key or None for area, place in zip(areas, places, strict=True)]
    return pa.table({
        "value": pa.array(values, pa.string()),
        "norm": pa.array(norms, pa.string()),
        "usable": pa.array(usable, pa.bool_()),
    })  # fmt: skip


class Place(NamedTuple):
    """One address: where it lies, its road and numbers as one key, how many numbers, and whether it reaches a house."""

    area: Area
    key: str
    numbers: int
    usable: bool


def _complete(places: Sequence[Place]) -> list[Area]:
    """The area of each place, filled up from the other writings of the same road and numbers."""
    areas: dict[str, set[Area]] = defaultdict(set)
    for place in places:
        areas[place.key].add(place.area)
    fuller = {key: refined(many) for key, many in areas.items() if len(many) > 1}
    return [fuller[place.key][place.area] if place.key in fuller else place.area for place in places]


def _place(text: str) -> Place:
    """Reads one folded address."""
    head = _HEAD.match(text)
    end = head.end() if head else 0
    plain = _PLAIN_TAIL.fullmatch(text, end)
    if plain is not None:
        area, name, in_figures = _head(text[:end])
        if in_figures:
            numbers = [number for number in plain.groups() if number is not None]
            return Place(area, "-".join((name + numbers[0], *numbers[1:])), len(numbers), len(name) >= 2)
    text = _CHINESE_NUMBER.sub(lambda match: str(arabic(match[1])), text)
    text = _UNIT_LETTER.sub(r"\2\1", text)
    head = _HEAD.match(text)
    end = head.end() if head else 0
    area, name, _ = _head(text[:end].removesuffix("第"))
    return _numbered(area, name, text[end:])


@lru_cache(maxsize=200_000)
def _head(text: str) -> tuple[Area, str, bool]:
    """What stands before the first number: the area, the road or building, and whether no number is written in characters."""
    area, name = leading_area(_COUNTRY.sub("", text))
    if area.label.startswith("香港"):
        name = _HONG_KONG.sub("", name)
    for _ in range(3):  # zone, town, neighbourhood
        name = _TOWN.sub("", name)
    return area, name, _CHINESE_NUMBER.search(text) is None


def _numbered(area: Area, name: str, rest: str) -> Place:
    """Numbers, letters and sides behind the name. Behind the number of a house on a road, other words name what stands there."""
    on_road = _ROAD.search(name) is not None
    parts: list[str] = []
    floor, last, numbers = "", 0, 0
    for found in _PART.finditer(rest):
        between = rest[last : found.start()]
        last = found.end()
        number, unit, side, beside = found[1], found[2], found[3], found[4]
        if between and not (on_road and parts):
            parts.append(between)
        if number:
            number = re.sub(r"(?<!\d)0+(?=\d)", "", number)
            if floor and number.startswith(floor) and len(number) >= len(floor) + 2:
                parts.pop()  # 12楼1201: the room repeats the floor
            floor = number if unit in ("层", "楼") and number.isdigit() else ""
            split = _BUILDING_AND_ROOM.fullmatch(number)  # A1201 is A座1201
            parts += split.groups() if split else (number,)
            numbers += unit not in _WIDE
        elif side or beside:
            parts.append(side or beside)
    if rest[last:] and not (on_road and parts):
        parts.append(rest[last:])
    return Place(
        area, "-".join([name + parts[0], *parts[1:]] if parts else [name]), numbers, numbers > 0 and len(name) >= 2
    )
