"""Two Chinese names of companies, part by part: region, trade name, trade, group word, legal form.

The trade name carries the information; region, trade and form are near stop words whose conflict speaks against. Absence says
little when one of the names is short, and much when both are full names: 华盛科技 may be 华盛科技有限公司, but 华盛有限公司 and
华盛科技有限公司 are two registered names. What a register or master states outright (a former name, a branch) needs no parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from screening.matching.compare.company_rarity import rarity_of
from screening.matching.compare.company_verdicts import CompanyPairs, CompanyVerdicts, Texts
from screening.matching.weights import CompanyWeights
from screening.refdata.regions import region_digits, regions

STATED = ("former_name", "same_former", "other_name", "branch")
REUSED = ("earlier", "undecided")
"""Shapes of a name that passed from one company to another."""
_SHORTEST_TYPO = 6  # a core of fewer characters gets no free typing error
_GROUP_WORD = re.compile("集团|控股|实业|企业|投资")
_LEVEL = re.compile("[省市区县州盟]")
_NUMERALS = frozenset(
    "0123456789〇零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸东西南北中上下前后左右大小新老"
)


def compare_parts(pairs: CompanyPairs, weights: CompanyWeights) -> CompanyVerdicts:
    """Compares the parts of each pair of Chinese names."""
    how = np.array(pairs.how, dtype="<U12")
    stated = np.isin(how, STATED)
    slip = _one_slip(pairs.left_core, pairs.right_core)
    same_core = np.array([a is not None and a == b for a, b in zip(pairs.left_core, pairs.right_core, strict=True)])
    same_brand = np.array([a is not None and a == b for a, b in zip(pairs.left_brand, pairs.right_brand, strict=True)])
    same_brand |= how == "short"
    # 禾木东物科技 for 禾木东生物科技: a slip where the trade begins moves its first characters into the trade name
    shifted = slip & ~same_brand & _one_begins_other(pairs.left_brand, pairs.right_brand)
    same_brand |= shifted
    form = _words(pairs.left_form, pairs.right_form)
    is_full = np.array([bool(a and b) for a, b in zip(pairs.left_form, pairs.right_form, strict=True)])
    parts = {
        "brand": np.select([same_brand, slip], ["agrees", "typo"], "conflict"),
        "region": compare_regions(pairs.left_region, pairs.right_region),
        "trade": _words(pairs.left_trade, pairs.right_trade),
        "group": _group_words(pairs.left_core, pairs.right_core),
        "form": form,
    }
    left_over = ~same_core & ~slip & ~_same_letters(pairs) & is_full
    whole = (parts["trade"] == "agrees") & (parts["group"] == "agrees") & (parts["region"] == "agrees") & same_brand
    parts["region"] = np.where(whole & left_over, "conflict", parts["region"])  # 香港某某(深圳), 香港某某(安徽)
    parts["trade"] = np.where(slip & same_brand & (parts["trade"] != "agrees"), "typo", parts["trade"])
    for part in (
        "region",
        "trade",
    ):  # every character of a short name stands in the other: nothing of it can be in conflict
        parts[part] = np.where((how == "short") & (parts[part] != "agrees"), "absent", parts[part])
    rarity = rarity_of(pairs, weights)
    bits = {part: np.where(stated, 0.0, worth) for part, worth in _worth(parts, is_full, rarity, weights).items()}
    bare = (form == "absent") & (how == "other_name")
    bits["stated"] = np.select(
        [how == "former_name", how == "same_former", how == "branch", bare, how == "other_name"],
        [weights.former_name, weights.same_former, weights.branch, weights.other_short, weights.other_name],
        0.0,
    )
    shape = np.array(pairs.shape, dtype="<U9")
    later = stated & (shape == "later")
    taken = (how == "same_name") & (shape == "earlier")
    bits["founded"] = np.where(later | taken, weights.founded_later, 0.0)
    parts["founded"] = np.where(later, "conflict", "absent")
    parts["reused"] = np.where(np.isin(shape, REUSED), shape, "absent")
    firm = stated & ~bare & ~later & (shape != "undecided") & (how != "same_former")
    agrees = (parts["region"] == "agrees") & same_brand & ~shifted
    formless = same_core & (form == "absent") & agrees
    rare_slip = slip & agrees & (rarity >= weights.rare_brand)
    return CompanyVerdicts(_basis(how, parts, slip, same_core), parts, bits, firm | formless | rare_slip)


def _worth(
    parts: dict[str, NDArray[np.str_]], is_full: NDArray[np.bool_], rarity: NDArray[np.float64], weights: CompanyWeights
) -> dict[str, NDArray[np.float64]]:
    """Bits of each part's verdict."""
    brand, region, trade, group, form = (parts[name] for name in ("brand", "region", "trade", "group", "form"))
    return {
        "brand": np.select(
            [brand == "agrees", brand == "typo"], [rarity, rarity + weights.brand_typo], weights.trade_conflict
        ),
        "region": np.select(
            [region == "agrees", region == "absent", region == "contains"],
            [weights.region_agrees, weights.region_absent, weights.region_inside],
            weights.region_conflict,
        ),
        "trade": np.select(
            [
                trade == "agrees",
                trade == "typo",
                (trade == "contains") & is_full,
                trade == "contains",
                (trade == "absent") & is_full,
                trade == "absent",
            ],
            [
                weights.trade_agrees,
                weights.trade_agrees + weights.typo,
                weights.trade_contains_full,
                weights.trade_contains,
                weights.trade_absent_full,
                weights.trade_absent,
            ],
            weights.trade_conflict,
        ),
        "group": np.where((group != "agrees") & is_full, weights.group_conflict, 0.0),
        "form": np.where(form == "conflict", weights.form_conflict, 0.0),
    }


def _one_slip(left: Texts, right: Texts) -> NDArray[np.bool_]:
    """One character typed wrongly, left out, added, or two neighbours exchanged; a numeral is never a slip (二号, 三号)."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    a, b = [text or "" for text in left], [text or "" for text in right]
    if not a:
        return np.zeros(0, dtype=np.bool_)
    found: NDArray[np.bool_] = process.cpdist(a, b, scorer=OSA.distance, score_cutoff=1, dtype=np.int32) == 1
    for i in np.flatnonzero(found):
        found[i] = min(len(a[i]), len(b[i])) >= _SHORTEST_TYPO and not _differ_in_numerals(a[i], b[i])
    return found


def _differ_in_numerals(left: str, right: str) -> bool:
    """Whether a character that only one of two near-equal texts has at its place counts or orders something."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return not _NUMERALS.isdisjoint(left[start : len(left) - end] + right[start : len(right) - end])


def _same_letters(pairs: CompanyPairs) -> NDArray[np.bool_]:
    """The same characters in another order, but for 省, 市, 区, 县, 州, 盟 and the province before a city: 华盛(深圳)科技 and 广东省深圳市华盛科技."""
    letters = (
        [sorted(_LEVEL.sub("", _without_outer(core or "", region or ""))) for core, region in zip(*side, strict=True)]
        for side in ((pairs.left_core, pairs.left_region), (pairs.right_core, pairs.right_region))
    )
    return np.array([a == b for a, b in zip(*letters, strict=True)], dtype=np.bool_)


def _without_outer(core: str, region: str) -> str:
    """The name without the province, and the city, that its region lies in and that it names before it."""
    for size in range(2, len(region), 2):
        outside, *others = {code[:size] for code in region.split("|")}
        if others:
            break
        outer = next((name for name in _names_of()[outside] if core.startswith(name)), "")
        core = core[len(outer) :]
    return core


@cache
def _names_of() -> Mapping[str, Sequence[str]]:
    """The digits of a province's or city's code -> its names, the longest first."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, region in regions().items():
        if region.level != "county":
            names[region_digits(region.code)].append(name)
    return defaultdict(list, {code: sorted(found, key=len, reverse=True) for code, found in names.items()})


def _one_begins_other(left: Texts, right: Texts) -> NDArray[np.bool_]:
    """Trade names of which one is the beginning of the other."""
    pairs = ((a or "", b or "") for a, b in zip(left, right, strict=True))
    return np.array([bool(a and b) and (a.startswith(b) or b.startswith(a)) for a, b in pairs], dtype=np.bool_)


def compare_regions(left: Texts, right: Texts) -> NDArray[np.str_]:
    """agrees, contains, conflict; absent where either is unknown or may be the other. Regions are the digits of their codes that tell."""
    return np.array([_region(a, b) for a, b in zip(left, right, strict=True)], dtype="<U8")


def _region(left: str | None, right: str | None) -> str:
    if not left or not right:
        return "absent"
    if left == right:
        return "agrees"
    lefts, rights = left.split("|"), tuple(right.split("|"))
    if not set(lefts).isdisjoint(rights):
        return "absent"  # 江北区 beside 重庆市江北区: nobody says that it is another
    return (
        "contains" if any(a.startswith(rights) or any(b.startswith(a) for b in rights) for a in lefts) else "conflict"
    )


def _words(left: Texts, right: Texts) -> NDArray[np.str_]:
    return np.array([_word(a, b) for a, b in zip(left, right, strict=True)], dtype="<U8")


def _word(left: str | None, right: str | None) -> str:
    if not left or not right:
        return "agrees" if left == right else "absent"
    if left == right:
        return "agrees"
    return "contains" if left in right or right in left else "conflict"


def _group_words(left: Texts, right: Texts) -> NDArray[np.str_]:
    pairs = zip(left, right, strict=True)
    said = ((sorted(_GROUP_WORD.findall(a or "")), sorted(_GROUP_WORD.findall(b or ""))) for a, b in pairs)
    return np.array(["agrees" if a == b else "absent" if not a or not b else "conflict" for a, b in said], dtype="<U8")


def _basis(
    how: NDArray[np.str_], parts: dict[str, NDArray[np.str_]], slip: NDArray[np.bool_], same_core: NDArray[np.bool_]
) -> NDArray[np.str_]:
    """What the link is called: as stated, else by the part that differs."""
    whole = (parts["trade"] == "agrees") & (parts["group"] == "agrees")
    return np.select(
        [
            ~np.isin(how, ("parts", "typo", "short")),
            slip,
            parts["form"] == "absent",
            same_core,
            whole & (parts["region"] == "agrees"),
            whole & (parts["region"] != "conflict"),
        ],
        [how, "similar_name", "short_name", "legal_form", "region_moved", "region_absent"],
        "similar_name",
    )
