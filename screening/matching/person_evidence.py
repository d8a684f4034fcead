"""The sentences behind one person link: every feature that could be compared, what could not, and the prior."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from screening.matching.decide import NO_TIER, TIERS, Scored
from screening.matching.evidence import Item, item, label, mask_value, shown_name
from screening.matching.explain import how_read, places_said
from screening.matching.kinds import STRATA, Kinds
from screening.matching.score import Floats
from screening.matching.weigh import FEATURES, SHARED
from screening.refdata.typed_numbers import mask_identifier

_NAME = {
    "equal": (
        "agrees",
        "姓名相同（繁简、全半角、空格已统一）",
        "the names are the same (Traditional and Simplified, width and spaces unified)",
    ),
    "variant": ("agrees", "姓名相同，仅异体字或简并姓氏不同", "the names are the same but for variants of a character"),
    "other_way": (
        "agrees",
        "同一姓名的另一种写法（文字、顺序或省略不同）",
        "the same name written another way (script, order, or parts left out)",
    ),
    "partly": (
        "agrees",
        "姓名读音大致相符，有一个音节的拼法略有出入",
        "the romanised and the Chinese name read alike but for the spelling of one syllable",
    ),
    "half": (
        "agrees",
        "姓氏和名中一个音节相符，另一个音节不同",
        "the surname and one syllable of the given name fit; the other syllable is another",
    ),
    "surname": (
        "agrees",
        "姓氏相符，一方未写明中文名",
        "the surnames fit; one side does not show the Chinese given name",
    ),
    "masked": ("agrees", "脱敏姓名中可见的字相同", "the visible characters of the masked name agree"),
    "near": ("disagrees", "姓名有一字之差，可能是笔误", "the names differ in one character, perhaps a typing error"),
    "homophone": (
        "disagrees",
        "姓名同音不同字，本身不算证据",
        "the names sound alike in other characters: no evidence by itself",
    ),
    "other_script": (
        "not_comparable",
        "两种文字的姓名无法直接比较",
        "the names are in two scripts and cannot be compared",
    ),
    "different": ("disagrees", "姓名不同", "the names differ"),
}
_NUMBER = {
    "equal": ("agrees", "证件号码完全相同", "the identity numbers are equal in full"),
    "shown": (
        "agrees",
        "证件号码可见部分相同",
        "the identity numbers agree in what both show",
    ),
    "typo": (
        "disagrees",
        "证件号码只差一位、多一位、少一位或相邻两位对调，可能是笔误",
        "the identity numbers differ in one place, by one place too many, or in two swapped neighbours",
    ),
    "conflict": ("disagrees", "证件号码不可能是同一个", "the identity numbers cannot be one"),
    "unknown": ("not_comparable", "证件号码没有双方都可见的位数", "the identity numbers show no place in common"),
}
_BIRTH = {
    "day": ("agrees", "出生日期相同", "the dates of birth agree"),
    "month": ("agrees", "出生年月相符", "year and month of birth agree"),
    "year": ("agrees", "出生年份相符", "the year of birth agrees"),
    "near": (
        "disagrees",
        "出生日期只差一位数字、相差一天或月日颠倒",
        "the dates of birth differ in one digit or by one day, or day and month are swapped",
    ),
    "differs": ("disagrees", "出生日期不同", "the dates of birth differ"),
}
_GENDER = {"male": "男", "female": "女"}


def person_link(scored: Scored, i: int, kinds: Kinds, expected: Floats) -> dict[str, Any]:
    """Bits, score, tier (None below tier C) and evidence items of one pair; the sum of the items' bits is the posterior's."""
    row = {name: values[i] for name, values in scored.weighed.shown.items()}
    bits = dict(zip(FEATURES, scored.weighed.bits[i].tolist(), strict=True))
    kind, tier = int(scored.weighed.kind[i]), int(scored.tier[i])
    place = kinds.place(scored.weighed.kind[i : i + 1], scored.weighed.stratum[i : i + 1])
    stratum = STRATA[int(scored.weighed.stratum[i])]
    believed = float(expected[place[0]])
    prior = _prior(float(kinds.considered[kind]), believed, float(scored.chance[i]), float(scored.prior[i]), stratum)
    return {
        "bits": round(float(scored.weighed.total[i]), 4),
        "odds": float(scored.weighed.total[i] + scored.prior[i]),
        "score": float(scored.score[i]),
        "tier": TIERS[tier] if tier < NO_TIER else None,
        "items": [*person_items(row, str(scored.weighed.birth_verdict[i]), bits), prior],
    }


def person_items(row: Mapping[str, Any], birth_verdict: str, bits: Mapping[str, float]) -> list[Item]:
    """Evidence items of one pair, without the prior.

    Args:
        row: one row of m_comparison.
        birth_verdict: as weighed; `unknown` leaves the date out.
        bits: of each feature.
    """
    items: list[Item] = []
    if row["name_verdict"] is not None:
        items.append(_name(row, bits["name"]))
    if row["number_verdict"] is not None:
        items.append(_number(row, bits["id_number"]))
    if birth_verdict in _BIRTH:
        verdict, zh, en = _BIRTH[birth_verdict]
        left, right = (interval(row[f"{side}_birth_lo"], row[f"{side}_birth_hi"]) for side in ("left", "right"))
        items.append(item("birth_date", verdict, left, right, (zh, en), bits["birth_date"]))
    if bits["gender"] != 0.0:
        left, right = row["left_gender"], row["right_gender"]
        same = left == right
        said = ("性别相同", "the genders agree") if same else ("性别不同", "the genders differ")
        items.append(
            item(
                "gender",
                "agrees" if same else "disagrees",
                _GENDER.get(left, left),
                _GENDER.get(right, right),
                said,
                bits["gender"],
            )
        )
    items += [_shared(feature, row[feature], bits[feature]) for feature in SHARED if row[feature] is not None]
    return items


def _name(row: Mapping[str, Any], bits: float) -> Item:
    verdict, zh, en = _NAME[row["name_verdict"]]
    read = how_read(row["left_name"], row["right_name"]) if row["name_verdict"] == "other_way" else None
    return item("name", verdict, shown_name(row["left_name"]), shown_name(row["right_name"]), read or (zh, en), bits)


def _number(row: Mapping[str, Any], bits: float) -> Item:
    verdict, zh, en = _NUMBER[row["number_verdict"]]
    left, right = mask_identifier(row["left_number"]), mask_identifier(row["right_number"])
    places = (
        places_said(row["left_code"], row["right_code"])
        if row["number_verdict"] in ("shown", "typo", "conflict")
        else None
    )
    said = (zh, en) if places is None else (f"{zh}（{places[0]}）", f"{en} ({places[1]})")
    return item("id_number", verdict, left, right, said, bits)


_RESTS_ON = {
    "backed": ("有其他信息佐证且为同一人的预计有", "with more than the name agreeing"),
    "rare_name": ("除少见的姓名外几无佐证而实为同一人的预计有", "with hardly more than a rare name agreeing"),
    "common_name": ("除常见的姓名外几无佐证而实为同一人的预计有", "with hardly more than a common name agreeing"),
}


def _prior(considered: float, expected: float, chance: float, prior: float, stratum: str) -> Item:
    """The bookkeeping that makes the sum of bits the posterior's: how likely any pair of this kind is one person."""
    like = _RESTS_ON[stratum]
    zh = (
        f"本集团此类比对共 {considered:,.0f} 对，其中{like[0]} {_count(expected)} 对；"
        f"此姓名仅因偶然而相同的，在本集团全部比对中预计为 {_count(chance)} 对"
    )
    en = (
        f"{considered:,.0f} pairs of this kind were considered in the group; {_count(expected)} of them are expected to be one person "
        f"{like[1]}. Expected chance matches of this name in all pairs of the group: {_count(chance)}"
    )
    return item("prior", "not_comparable", None, None, (zh, en), prior)


def _count(expected: float) -> str:
    """An expected number in plain digits."""
    if expected < 0.01:  # finer says nothing to a reader
        return "< 0.01"
    return f"{expected:,.2f}" if expected < 10 else f"{expected:,.0f}"


def _shared(feature: str, value: Mapping[str, Any], bits: float) -> Item:
    zh, en = label(feature)
    whose = ("本人登记的", "the person's own") if value["is_own"] else ("所在企业登记的", "the company's")
    crowd = int(value["crowd"])  # NumPy's columns hold it as a float where other pairs share nothing
    said = (f"{zh}与{whose[0]}{zh}相同，该值共有 {crowd} 家使用", f"the {en} equals {whose[1]}; {crowd} bear it in all")
    return item(
        feature,
        "agrees",
        mask_value(feature, value["left_written"]),
        mask_value(feature, value["right_written"]),
        said,
        bits,
    )


def interval(low: Any, high: Any) -> str | None:
    """A date, or `first/last` of an interval."""
    days = [d.astype("datetime64[D]").item() if isinstance(d, np.datetime64) else d for d in (low, high)]
    if not all(isinstance(day, date) for day in days):
        return None
    return str(days[0]) if days[0] == days[1] else f"{days[0]}/{days[1]}"
