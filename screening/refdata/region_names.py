"""Other names of regions that stand in names of companies: one-character short names and Latin spellings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from screening.refdata.regions import Region, regions
from screening.refdata.resources import table_rows
from screening.refdata.syllables import syllables


@cache
def region_initials() -> Mapping[str, tuple[str, ...]]:
    """Full name of a region -> the characters that stand for it in short names (陕西省: 陕, 秦)."""
    found: dict[str, list[str]] = {}
    for short, name in table_rows("region_short.tsv"):
        found.setdefault(name, []).append(short)
    return MappingProxyType({name: tuple(shorts) for name, shorts in found.items()})


@cache
def latin_regions() -> Mapping[str, Region]:
    """Latin spelling, letters run together -> region: pinyin with and without 省, 市; names of old, Cantonese and English ones.

    Counties are left out unless 县, 区 or 市 is written: their short names sound like too many trade names.
    """
    known = regions()
    names = sorted(
        name for name, region in known.items() if region.level != "county" or region.suffixed and len(name) > 2
    )
    found: dict[str, Region] = {}
    order = {"province": 0, "prefecture": 1, "county": 2}
    for name, readings in zip(names, syllables(names), strict=True):
        for reading in readings:
            key, region = reading.replace(" ", ""), known[name]
            other = found.get(key)
            if other is None or (order[region.level], region.code) < (order[other.level], other.code):
                found[key] = region
    found |= {latin.replace(" ", ""): known[name] for latin, name in table_rows("region_names_latin.tsv")}
    return MappingProxyType(found)
