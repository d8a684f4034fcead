"""The dictionary `company_name`: the parts of every distinct name of a company, and the keys under which it is compared.

A Chinese company name is region + brand + trade + legal form (domain rules on the registration of enterprise names); short
forms leave out the region or the form, a foreign investor's may stand in brackets anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import pyarrow as pa

from screening.refdata.companies import LegalForm, Region, body_kind, industry_words, regions
from screening.refdata.names import HAN, given_name_probability, name_tables
from screening.refdata.regions import meant_codes, region_digits, region_label
from screening.refdata.syllables import syllables
from screening.refdata.text import fold_many, fold_text, tidy_text
from screening.staging.company_cells import read_company_cell
from screening.staging.company_forms import CORPORATE, cut_form, forms, kept_of, parent_of
from screening.staging.latin_company_names import read_latin_name
from screening.staging.places import leading_regions

_COUNTRIES = frozenset(
    {"中国", "亚洲", "国际", "china", "hk", "hongkong", "asia"}
)  # in brackets: of an investor from elsewhere
_TOWN = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,4}?(?:镇|街道)|[\u4e00-\u9fff]{0,4}?(?:开发区|保税区|高新区|工业园区|自贸区))(?=..)"
)
_BRACKETED = re.compile(r"\(([^()]{2,12})\)")
_GIVEN_NAME = 1e-7  # 明轩 3e-4, 雅阁 3e-6; 野店 1e-10
_PERSON = re.compile(f"[{HAN}]{{2,4}}")
_LONGEST = 200  # characters; what is longer is a text, and only equals itself
_READ = 5  # characters behind the region whose sound is kept: no trade name is longer
# Characters of which the trade names of half the country are made: 长安, 东方, 兴华 are counties and ordinary words alike.
_AUSPICIOUS = frozenset(
    "安宁平和兴华新大东方长永泰康乐丰盛昌隆达通海天金龙凤祥瑞福寿明光红文武民富顺利德仁义信诚嘉佳元宝中国江山城高阳"
)


class CompanyName(NamedTuple):
    """The parts of one name; all fields but the last are columns of `company_name`."""

    name_key: str | None
    core_key: str | None
    region: str | None
    brand: str | None
    trade: str | None
    legal_form: str | None
    branch_of: str | None
    kind: str
    region_code: str | None = None
    said: str | None = None  # whose sound is compared across scripts: the stem behind the region, or Latin words


def read_company_names(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `company_name`."""
    named = [read_company_cell(value) for value in values]
    read = [read_company_name(value, key) for value, key in zip(named, fold_many(named), strict=True)]
    *parts, said = zip(*read, strict=True) if read else ((),) * len(CompanyName._fields)
    columns = {name: pa.array(part, pa.string()) for name, part in zip(CompanyName._fields[:-1], parts, strict=True)}
    return pa.table({"value": pa.array(values, pa.string())} | columns | {"sounds": _sounds(said)})


def _sounds(said: Sequence[str | None]) -> pa.Array:
    """The readings of each stem, all ways; of a stem behind a short county name with and without it."""
    heard = syllables([text or "" for text in said]) if said else []
    sounds = [
        sorted({way for reading in readings for way in _ways(reading)}) if text else None
        for text, readings in zip(said, heard, strict=True)
    ]
    return pa.array(sounds, pa.list_(pa.string()))


def _ways(reading: str) -> tuple[str, ...]:
    before, _, after = reading.partition(_COUNTY_ENDS)
    return (f"{before.strip()} {after.strip()}", after.strip()) if after else (reading,)


def read_company_name(value: str, key: str) -> CompanyName:
    """The parts of one name.

    Args:
        value: as written; its brackets tell where a region or a note stands.
        key: the same folded.
    """
    if not key:
        return CompanyName(None, None, None, None, None, None, None, "company")
    if len(key) > _LONGEST:
        return CompanyName(key, key, None, None, None, None, None, "company")
    stem, form = cut_form(key)
    bare = key if form is None else stem + kept_of(form)
    code = None if form is None else form.code
    if key.isascii():
        latin = read_latin_name(value)
        kind = _kind(key, form)
        return CompanyName(
            key,
            bare or key,
            latin.region,
            latin.brand,
            latin.trade,
            code,
            parent_of(key, form),
            kind,
            latin.region_code,
            latin.said,
        )
    parent = parent_of(key, form)
    named = parent or stem  # a branch bears the region, brand and trade of its company
    inner = _bracketed_region(value)
    region, codes, rest = _cut_region(named.replace(inner, "", 1) if inner else named)
    brand, trade = _cut_trade(_KEPT_TAIL.sub("", rest) or rest)
    if parent is None and form is not None and form.code not in CORPORATE:
        trade += kept_of(form)  # 商行, 苗圃, 事务所 tell what the company does
    if region is None and inner is not None and inner in regions():
        region, codes = regions()[inner].name, regions()[inner].codes
    kind = _kind(key, form)
    if kind == "person":
        return CompanyName(key, key, None, None, None, code, parent, kind)
    said = _said(named, rest) if kind == "company" and (form is None or form.code in CORPORATE) else None
    label = region_label(codes) if codes else None
    return CompanyName(key, bare or key, region, brand or None, trade or None, code, parent, kind, label, said)


def _said(named: str, rest: str) -> str:
    """What is read aloud: the stem behind the region, and before it the county if it may be part of the trade name (四会富仕)."""
    county = named[:2] if named.endswith(rest) and len(named) == len(rest) + 2 else ""
    region = regions().get(county)
    if region is not None and region.level == "county":
        return county + _COUNTY_ENDS + rest[:_READ]
    return rest[:_READ]


_COUNTY_ENDS = "|"
_KEPT_TAIL = re.compile(r"(?:企业|控股|实业|集团)+$")


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return fold_text(text)


def _bracketed_region(value: str) -> str | None:
    if "(" not in value and "（" not in value:
        return None
    for inner in _BRACKETED.findall(tidy_text(value)):
        folded = _folded(inner)
        if folded in regions() or folded in _COUNTRIES:
            return folded
    return None


def _cut_region(name: str) -> tuple[str | None, tuple[str, ...], str]:
    """The last of the regions a name begins with, its codes and what follows; a brand of two characters is left at least."""
    found: Region | None = None
    codes: tuple[str, ...] = ()
    rest = name
    for _ in range(3):
        for region, after in leading_regions(rest):
            if len(after) >= 2 and not _is_ordinary(region, rest[: len(rest) - len(after)], after, found):
                found, codes, rest = region, meant_codes(region, codes), _behind_level(region, after)
                break
        else:
            break
    return (None, (), rest) if found is None else (found.name, codes, _TOWN.sub("", rest))


def _behind_level(region: Region, after: str) -> str:
    """What follows 州 in 大理州华盛 (大理白族自治州), and 省 in 广西省桂林市华盛: levels that the short name of a region leaves out.

    There is no 广西省, but people write it; 广西省心 is the trade name 省心, so 省 has to stand before another region.
    """
    if region.suffixed or region.level == "county":
        return after
    written = next((level for level in _LEVELS.get(region.name[-1], ()) if after.startswith(level)), "")
    rest = after[len(written) :]
    return after if len(rest) < 2 or written == "省" and next(leading_regions(rest), None) is None else rest


_LEVELS = {"区": ("自治区", "省"), "州": ("自治州", "州"), "盟": ("盟",)}
"""Last character of a region's full name -> what people write behind its short name."""


def _is_ordinary(region: Region, written: str, after: str, above: Region | None) -> bool:
    """Whether a short county name (东方, 长安) is rather a trade name: unless it lies in the region before it, or nothing is left."""
    if region.level != "county" or region.suffixed:
        return False
    if above is not None:
        within = region_digits(above.code)
        return not any(code.startswith(within) for code in region.codes)
    return _AUSPICIOUS.issuperset(written) or region.retired or len(_cut_trade(after)[0]) < 2 or _starts_trade(after)


def _starts_trade(text: str) -> bool:
    """Nothing stands before the trade: 昆山化工 leaves no trade name behind the county."""
    words, sizes = _trades()
    return any(text[:size] in words for size in sizes.get(text[:2], ()))


@cache
def _trades() -> tuple[frozenset[str], Mapping[str, tuple[int, ...]]]:
    """Trade words, and their first two characters -> the lengths of those that begin so, the longest first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for word in industry_words():
        sizes[word[:2]].add(len(word))
    return frozenset(industry_words()), {start: tuple(sorted(found, reverse=True)) for start, found in sizes.items()}


def _cut_trade(name: str) -> tuple[str, str]:
    """Brand and trade: the trade begins with the first trade word that leaves a brand of two characters."""
    words, sizes = _trades()
    for start in range(2, len(name) - 1):
        for size in sizes.get(name[start : start + 2], ()):
            if name[start : start + size] in words:
                return name[:start], name[start:]
    return name, ""


def _kind(key: str, form: LegalForm | None) -> str:
    body = body_kind(key)
    if form is not None and form.code in CORPORATE and not key.isascii():  # a company, whatever body its name recalls
        return body if body in ("state", "custodian") else "company"
    if body is not None:
        return body
    if _is_person(key, form):
        return "person"
    return "sole_trader" if form is not None and form.sole_trader else "company"


def _is_person(key: str, form: LegalForm | None) -> bool:
    """Two to four characters that begin with a surname, without a region or a trade word.

    李明轩 ends in a character that shops bear too; it is a person's name as long as people really are called so.
    """
    if not _PERSON.fullmatch(key) or key in forms()[0]:
        return False
    names, (trades, _) = name_tables(), _trades()
    surname = key[:2] if len(key) > 2 and key[:2] in names.surname else key[:1]
    given = key[len(surname) :]
    if surname not in names.surname or any(
        key[i:j] in trades for i in range(len(key)) for j in range(i + 2, len(key) + 1)
    ):
        return False
    if form is None:
        return not any(rest for region, rest in leading_regions(key) if region.level != "county" or region.suffixed)
    return len(form.key) == 1 and given_name_probability(given) > _GIVEN_NAME
