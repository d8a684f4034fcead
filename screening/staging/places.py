"""Which regions a text begins with, asked of every address and company name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from screening.refdata.companies import Region, regions
from screening.refdata.regions import region_digits

_SUFFIX = re.compile(r"^(?:自治[区州县]|[省市州盟])")
_ROADS = ("路", "街", "道", "大", "东", "西", "南", "北", "中", "里", "胡", "巷")


class Area(NamedTuple):
    """The region an address lies in.

    Attributes:
        label: its own name, with its codes where several regions bear that name and the text says which.
        codes: the places that may be meant, each by the leading digits of its code: 33 a province, 3301 a city, 330108 a county.
    """

    label: str
    codes: tuple[str, ...]


NOWHERE = Area("", ())


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """The first two characters of a region's name -> the lengths of the names that begin so, the longest first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name in regions():
        sizes[name[:2]].add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in sizes.items()}


def leading_regions(text: str) -> Iterator[tuple[Region, str]]:
    """Every region the text begins with, the longest name first, and what follows it."""
    known = regions()
    for size in _sizes().get(text[:2], ()):
        region = known.get(text[:size])
        if region is not None and len(text) >= size:
            yield region, text[size:]


def leading_area(text: str) -> tuple[Area, str]:
    """The area that the regions at the beginning of an address name together, and what follows them.

    A region must lie in those before it. A county without 区, 县 or 市 is often an ordinary word, and a city without 市 may name
    a road (南京路).
    """
    area = NOWHERE
    while True:
        for region, rest in leading_regions(text):
            codes = _inside(region, area.codes)
            if codes and (region.suffixed or (region.level != "county" and rest[:1] not in _ROADS)):
                break
        else:
            return area, text
        narrowed = len(codes) < len(_starts(region.codes))
        area = Area(region.name + ("/".join(codes) if narrowed else ""), codes)
        text = rest if region.suffixed else _SUFFIX.sub("", rest)  # 黔南州 stands for 黔南布依族苗族自治州


def refined(areas: Collection[Area]) -> Mapping[Area, Area]:
    """Each area -> the fullest one among them that it may stand for, itself where there is none or more than one."""
    found = {}
    for area in areas:
        fuller = [other for other in areas if other != area and _lies_in(other, area)]
        fullest = [one for one in fuller if not any(_lies_in(other, one) and other != one for other in fuller)]
        found[area] = fullest[0] if len(fullest) == 1 else area
    return found


def _inside(region: Region, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The region's places that lie in one of those already named."""
    own = _starts(region.codes)
    if not codes:
        return own
    # counties under a province of old have a code of their own: 江苏省徐州市邳州市
    return tuple(code for code in own if any(code.startswith(outer) and code != outer for outer in codes))


def _starts(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(region_digits, codes))


def _lies_in(inner: Area, outer: Area) -> bool:
    return bool(inner.codes) and all(
        any(code.startswith(start) for start in outer.codes or ("",)) for code in inner.codes
    )
