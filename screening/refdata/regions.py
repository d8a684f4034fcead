"""Administrative regions as they stand in names and addresses, with and without 省, 市, 区, 县."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from screening.refdata.resources import table_rows

Level = Literal["province", "prefecture", "county"]
_PEOPLES = (
    "壮族|回族|维吾尔|藏族|苗族|侗族|布依族|土家族|羌族|彝族|傣族|景颇族|哈尼族|白族|傈僳族|"
    "朝鲜族|蒙古族|蒙古|哈萨克族|哈萨克|柯尔克孜|满族|瑶族|畲族|黎族|水族|仡佬族|仫佬族|毛南族|纳西族|"
    "拉祜族|佤族|布朗族|独龙族|怒族|普米族|土族|撒拉族|东乡族|保安族|裕固族|锡伯|达斡尔族|鄂温克族|鄂伦春|塔吉克|各族"
)
_SUFFIX = re.compile(rf"(?:(?:{_PEOPLES})*自治[区州县旗]|特别行政区|地区|林区|特区|矿区|新区|[省市区县旗盟])$")
_SHORT = {
    "内蒙古自治区": ("内蒙古", "内蒙"),
    "广西壮族自治区": ("广西",),
    "宁夏回族自治区": ("宁夏",),
    "新疆维吾尔自治区": ("新疆",),
    "西藏自治区": ("西藏",),
    "香港特别行政区": ("香港",),
    "澳门特别行政区": ("澳门",),
    "台湾省": ("台湾",),
}


class Region(NamedTuple):
    """What one name stands for.

    Attributes:
        name: the full name of the region, 深圳市 for 深圳.
        code: six digits; for a name borne by several (朝阳区) the one of the highest level, then in use, then smallest.
        level: province, prefecture or county.
        parent: code of the region above, empty for a province.
        codes: every code the name stands for, in order; two names agree when these meet or one lies in the other.
        suffixed: the name was written with 省, 市, 区 …; a county without it is often an ordinary word (东方, 长安).
        retired: no bearer of the name is in use today.
    """

    name: str
    code: str
    level: Level
    parent: str
    codes: tuple[str, ...]
    suffixed: bool
    retired: bool


def region_level(code: str) -> Level:
    """The level a six-digit code stands at."""
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def region_digits(code: str) -> str:
    """The digits of a code that tell: 33 of a province, 3301 of a city, all six of a county. What lies in a region begins with its own."""
    return code.removesuffix("00").removesuffix("00")


def region_parent(code: str) -> str:
    """The code of the region above; counties directly under a province have a prefecture code of their own (…90xx)."""
    return {"province": "", "prefecture": code[:2] + "0000", "county": code[:4] + "00"}[region_level(code)]


def meant_codes(region: Region, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every code a name stands for behind the region whose codes are `before`: those that lie in it (江北区 in 重庆), else all."""
    outer = tuple(map(region_digits, before))
    return tuple(code for code in region.codes if code.startswith(outer) and code not in before) or region.codes


def region_label(codes: tuple[str, ...]) -> str:
    """The digits of the places that may be meant, | between them: those in use before others, then those of the highest level."""
    current = [code for code in codes if code in _in_use()] or codes
    level = min(len(region_digits(code)) for code in current)
    return "|".join(sorted({digits for code in current if len(digits := region_digits(code)) == level}))


@cache
def _in_use() -> frozenset[str]:
    return frozenset(code for code, _, status in table_rows("regions.tsv") if status != "retired")


@cache
def regions() -> Mapping[str, Region]:
    """Every name, in full and short, at least two characters, Simplified, to what it stands for; about 9,000 names."""
    rows = [(code, name, status == "retired") for code, name, status in table_rows("regions.tsv")]
    bearers: dict[str, list[tuple[bool, int, str, str]]] = {}
    order = {"province": 0, "prefecture": 1, "county": 2}
    for code, name, retired in rows:
        bearer = (retired, order[region_level(code)], code, name)
        for written in (name, *_short_names(name)):
            bearers.setdefault(written, []).append(bearer)
    found: dict[str, Region] = {}
    for written, many in bearers.items():
        retired, _, code, name = many[0] if len(many) == 1 else min(many)
        codes = (code,) if len(many) == 1 else tuple(sorted({b[2] for b in many}))
        found[written] = Region(name, code, region_level(code), region_parent(code), codes, written == name, retired)
    return MappingProxyType(found)


def _short_names(name: str) -> tuple[str, ...]:
    if name in _SHORT:
        return _SHORT[name]
    plain = "自治" not in name and name[-2:] not in ("地区", "林区", "特区", "矿区", "新区")
    short = name[:-1] if plain and name[-1] in "省市区县旗盟" else _SUFFIX.sub("", name)
    return (short,) if len(short) >= 2 and short != name else ()
