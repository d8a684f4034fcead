"""The legal form at the end of a company's name: cut off, what of it belongs to the name, and the company behind a branch."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from screening.refdata.companies import LegalForm, legal_forms

CORPORATE = frozenset({
    "limited", "joint_stock", "limited_group", "joint_stock_group", "unlimited", "company", "ltd_en", "llc_en", "joint_stock_en",
    "company_en", "limited_foreign", "limited_partnership_en",
})  # fmt: skip
_KEPT = re.compile(
    r"^(?:企业|控股|实业|集团|group|holdings?|hk|hongkong)+"
)  # of a form: part of the name, not of the form
_PARTNERS = re.compile(r"(?:有限合伙|特殊普通合伙|普通合伙|个人独资|个体工商户|个体)$")  # notes behind the name
_PARENT = re.compile(r"^(.+?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|银行|limited|ltd))(.+)$")


@cache
def forms() -> tuple[Mapping[str, LegalForm], Mapping[str, tuple[int, ...]]]:
    """Folded form -> form, and its last character -> the lengths of the forms that end so, the longest first."""
    found: dict[str, LegalForm] = {}
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in legal_forms():
        found.setdefault(form.key, form)
        sizes[form.key[-1]].add(len(form.key))
    return found, {last: tuple(sorted(lengths, reverse=True)) for last, lengths in sizes.items()}


def cut_form(key: str) -> tuple[str, LegalForm | None]:
    """The name without its legal form, and the form; at least two characters of the name stay."""
    known, sizes = forms()
    for size in sizes.get(key[-1:], ()):
        form = known.get(key[-size:]) if len(key) >= size + 2 else None
        if form is not None and _stands_alone(key, form):
            return key[:-size], form
    return key, None


def _stands_alone(key: str, form: LegalForm) -> bool:
    """Short Latin forms (ag, se, co) end many words; they count only behind something that is no Latin letter."""
    return len(form.key) > 3 or not form.key.isascii() or form.code == "ltd_en" or not key[-len(form.key) - 1].isascii()


def kept_of(form: LegalForm) -> str:
    """What of a form belongs to the name: everything of a trade name (商行), 集团 and 控股 of a company's form."""
    if form.code not in CORPORATE:
        return _PARTNERS.sub("", form.key)
    kept = _KEPT.match(form.key)
    return kept[0] if kept else ""


def parent_of(key: str, form: LegalForm | None) -> str | None:
    """core_key of the company whose branch this is."""
    if form is None or not form.branch:
        return None
    match = _PARENT.match(key)
    if match is None:
        return None
    stem, parent = cut_form(match[1])
    return match[1] if parent is None else stem + kept_of(parent)
