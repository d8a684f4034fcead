"""How one item of evidence is worded: what was compared, and codes of other stages as words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screening.contract.words import FEATURES
from screening.reports.words import CODES, Language, code

_SHOWN: Mapping[str, tuple[str, str]] = {
    **FEATURES,
    "uscc": ("统一社会信用代码", "credit code"),
    "registration_no": ("注册号", "registration number"),
    "company_name": ("企业名称", "company name"),
    "company_founded": ("成立日期与往来起始", "founded, and business begun"),
    "company_reused": ("先后使用的名称", "a name borne in turn"),
    "company_rivals": ("其他可能的企业", "other companies it may be"),
    "other_path": ("另一路径", "another chain"),
    "earlier_share": ("此前持股", "earlier share"),
    "same_company": ("同一企业内的同名人员", "a namesake in the same company"),
    "namesake": ("同一企业内另一同名人员", "another bearer of the name in the same company"),
    "auditor": ("审计认定", "auditor's ruling"),
    "prior": ("偶然相符校正", "allowance for chance"),
    "dealing": ("业务往来", "dealing"),
    "overlap": ("时间重叠", "overlap in time"),
    "exemption": ("豁免", "exemption"),
    "declaration": ("申报", "declaration"),
    "nil_return": ("无冲突申报", "nil return"),
    "handed_in": ("上缴", "handing in"),
    "nominee": ("委派", "nomination"),
    "scope": ("适用范围", "scope"),
    "aggregate": ("合计持股", "stakes together"),
    "business_line": ("业务重合", "line of business"),
    "venture": ("共同经营", "venture"),
    "own_form": ("本人申报", "own form"),
    "tip": ("举报线索", "report"),
    "decision": ("审计决定", "auditor's decision"),
    "since_decision": ("决定后的变化", "changed since the decision"),
}

DECIDED = ("decision", "since_decision")
"""Items that auditors' decisions added."""

_JUDGED = (
    "dealing", "overlap", "exemption", "declaration", "nil_return", "handed_in", "nominee", "scope", "aggregate", "business_line",
    "venture", "own_form", "tip", *DECIDED,
)  # fmt: skip
_REFERRING = ("declaration", "nil_return")
_CODED = ("dealing_basis", "declaration_status", "auditor")


def is_judged(item: Mapping[str, Any]) -> bool:
    """Whether an item says why a rule came to its outcome; the others say why two records are one."""
    return item.get("feature") in _JUDGED


def is_decided(item: Mapping[str, Any]) -> bool:
    """Whether an item tells of an auditor's decision, or of what has changed since."""
    return item.get("feature") in DECIDED


def feature(item: Mapping[str, Any], language: Language) -> str:
    """What was compared; the name another stage gave it where there is no word for it."""
    name = str(item.get("feature") or "")
    return _SHOWN[name][language == "en"] if name in _SHOWN else name


def verdict(item: Mapping[str, Any], language: Language) -> str:
    """Agrees, disagrees, not comparable; empty where nothing was compared."""
    if is_judged(item) or item.get("feature") == "prior":
        return ""
    return code("verdict", item.get("verdict"), language)


def side(item: Mapping[str, Any], name: str, language: Language) -> str:
    """The left or right value, masked where evidence was made; a code of the contract as its word."""
    value = item.get(name)
    if is_judged(item):
        for kind in _CODED:
            if value in CODES[kind]:
                return code(kind, value, language)
    return "" if value is None else str(value)


def reference(item: Mapping[str, Any]) -> str | None:
    """The number of the declaration that an outcome rests on; a code is none."""
    value = item.get("left") if item.get("feature") in _REFERRING else None
    return None if any(value in CODES[kind] for kind in _CODED) else value


def detail(item: Mapping[str, Any], language: Language) -> str:
    """The sentence that explains it."""
    english = item.get("detail_en") if language == "en" else None
    return str(english or item.get("detail") or "")


def bits(item: Mapping[str, Any]) -> float | None:
    """Its weight; None where it says nothing about identity."""
    return None if is_judged(item) or item.get("bits") is None else float(item["bits"])
