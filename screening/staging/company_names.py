"""The dictionary `company_name`: the parts of every distinct name of a company, and the keys under which it is compared.

A Chinese company name is region + brand + trade + legal form (domain rules on the registration of enterprise names); short
forms leave out the region or the form, a foreign investor's may stand in brackets anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import pyarrow as pa

from screening.refdata.companies import (
    LegalForm,
    custodian,
    government_or_public,
    industry_words,
    legal_forms,
    regions,
    state_holder,
)
from screening.refdata.names import given_name_probability, name_tables
from screening.refdata.text import fold_many, fold_text, tidy_text
from screening.staging.places import leading_regions

_CORPORATE = frozenset({
    "limited", "joint_stock", "limited_group", "joint_stock_group", "unlimited", "company", "ltd_en", "llc_en", "joint_stock_en",
    "company_en", "limited_foreign", "limited_partnership_en",
})  # fmt: skip
_KEPT = re.compile(
    r"^(?:企业|控股|实业|集团|group|holdings?|hk|hongkong)+"
)  # of a form: part of the name, not of the form
_PARTNERS = re.compile(r"(?:有限合伙|特殊普通合伙|普通合伙|个人独资|个体工商户|个体)$")  # notes behind the name
_PARENT = re.compile(r"^(.+?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|银行|limited|ltd))(.+)$")
_COUNTRIES = frozenset(
    {"中国", "亚洲", "国际", "china", "hk", "hongkong", "asia"}
)  # in brackets: of an investor from elsewhere
_TOWN = re.compile(r"^[\u4e00-\u9fff]{2,4}?(?:镇|街道|开发区|保税区|高新区)(?=..)")
_BRACKETED = re.compile(r"\(([^()]{2,12})\)")
_GIVEN_NAME = 1e-7  # 明轩 3e-4, 雅阁 3e-6; 野店 1e-10
_PERSON = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,4}")


@dataclass(frozen=True, slots=True)
class CompanyName:
    """The parts of one name; the fields are the columns of `company_name`."""

    name_key: str | None
    core_key: str | None
    region: str | None
    brand: str | None
    trade: str | None
    legal_form: str | None
    branch_of: str | None
    kind: str


def read_company_names(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `company_name`."""
    read = [read_company_name(value, key) for value, key in zip(values, fold_many(values), strict=True)]
    columns = {
        name: pa.array([getattr(row, name) for row in read], pa.string()) for name in CompanyName.__dataclass_fields__
    }
    return pa.table({"value": pa.array(values, pa.string())} | columns)


def read_company_name(value: str, key: str) -> CompanyName:
    """The parts of one name.

    Args:
        value: as written; its brackets tell where a region or a note stands.
        key: the same folded.
    """
    if not key:
        return CompanyName(None, None, None, None, None, None, None, "company")
    stem, form = _cut_form(key)
    bare = key if form is None else stem + _kept(form)
    parent = _parent(key, form)
    named = parent or stem  # a branch bears the region, brand and trade of its company
    inner = _bracketed_region(value)
    region, rest = _cut_region(named.replace(inner, "", 1) if inner else named)
    brand, trade = _cut_trade(_KEPT_TAIL.sub("", rest) or rest)
    if parent is None and form is not None and form.code not in _CORPORATE:
        trade += _kept(form)  # 商行, 苗圃, 事务所 tell what the company does
    if region is None and inner is not None and inner in regions():
        region = regions()[inner].name
    kind = _kind(value, key, form)
    code = None if form is None else form.code
    if kind == "person":
        return CompanyName(key, key, None, None, None, code, parent, kind)
    return CompanyName(key, bare or key, region, brand or None, trade or None, code, parent, kind)


_KEPT_TAIL = re.compile(r"(?:企业|控股|实业|集团)+$")


@cache
def _forms() -> tuple[Mapping[str, LegalForm], Mapping[str, tuple[int, ...]]]:
    """Folded form -> form, and its last character -> the lengths of the forms that end so, the longest first."""
    forms: dict[str, LegalForm] = {}
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in legal_forms():
        forms.setdefault(form.key, form)
        sizes[form.key[-1]].add(len(form.key))
    return forms, {last: tuple(sorted(lengths, reverse=True)) for last, lengths in sizes.items()}


def _cut_form(key: str) -> tuple[str, LegalForm | None]:
    """The name without its legal form, and the form; at least two characters of the name stay."""
    forms, sizes = _forms()
    for size in sizes.get(key[-1:], ()):
        form = forms.get(key[-size:]) if len(key) >= size + 2 else None
        if form is not None and _stands_alone(key, form):
            return key[:-size], form
    return key, None


def _stands_alone(key: str, form: LegalForm) -> bool:
    """Short Latin forms (ag, se, co) end many words; they count only behind something that is no Latin letter."""
    return len(form.key) > 3 or not form.key.isascii() or form.code == "ltd_en" or not key[-len(form.key) - 1].isascii()


def _kept(form: LegalForm) -> str:
    """What of a form belongs to the name: everything of a trade name (商行), 集团 and 控股 of a company's form."""
    if form.code not in _CORPORATE:
        return _PARTNERS.sub("", form.key)
    kept = _KEPT.match(form.key)
    return kept[0] if kept else ""


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


def _cut_region(name: str) -> tuple[str | None, str]:
    """The last of the regions a name begins with, and what follows; a brand of two characters is left at least."""
    found, rest = None, name
    for _ in range(3):
        for region, after in leading_regions(rest):
            ordinary = (
                region.level == "county" and not region.suffixed and (found is None or len(rest) - len(after) == 2)
            )
            if len(after) >= 2 and not ordinary:
                found, rest = region.name, after
                break
        else:
            break
    return found, _TOWN.sub("", rest) if found else rest


@cache
def _trades() -> tuple[frozenset[str], int]:
    words = frozenset(industry_words())
    return words, max(map(len, words))


def _cut_trade(name: str) -> tuple[str, str]:
    """Brand and trade: the trade begins with the first trade word that leaves a brand of two characters."""
    words, longest = _trades()
    for start in range(2, len(name) - 1):
        for size in range(min(longest, len(name) - start), 1, -1):
            if name[start : start + size] in words:
                return name[:start], name[start:]
    return name, ""


def _parent(key: str, form: LegalForm | None) -> str | None:
    """core_key of the company whose branch this is."""
    if form is None or not form.branch:
        return None
    match = _PARENT.match(key)
    if match is None:
        return None
    stem, parent = _cut_form(match[1])
    return match[1] if parent is None else stem + _kept(parent)


def _kind(value: str, key: str, form: LegalForm | None) -> str:
    if form is not None and form.code in _CORPORATE and not key.isascii() and "代理人" not in key and "结算" not in key:
        return "state" if key.startswith("中央汇金") else "company"
    if custodian(value):
        return "custodian"
    if state_holder(value):
        return "state"
    if government_or_public(value):
        return "public_body"
    if _is_person(key, form):
        return "person"
    return "sole_trader" if form is not None and form.sole_trader else "company"


def _is_person(key: str, form: LegalForm | None) -> bool:
    """Two to four characters that begin with a surname, without a region or a trade word.

    李明轩 ends in a character that shops bear too; it is a person's name as long as people really are called so.
    """
    if not _PERSON.fullmatch(key) or key in _forms()[0]:
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
