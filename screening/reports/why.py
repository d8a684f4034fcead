"""Why a finding stands as a candidate, in one sentence: what the rule asks is in the summary, this says what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screening.reports.words import Language

_Pair = tuple[str, str]

_STANDS: Mapping[str, _Pair] = {
    "no_duty": (
        "线索或分类：制度未要求申报，需核实联系是否属实。",
        "A lead or classification: nothing had to be declared; the link itself is to be verified.",
    ),
    "not_declared": (
        "制度要求申报，所提供的登记册中未见相应申报。",
        "The policy asks to declare it; there is no matching declaration in the register supplied.",
    ),
    "not_declared.arguable": (
        "所提供的登记册中未见相应申报；制度是否要求申报，取决于对条文的理解。",
        "There is no matching declaration in the register supplied; whether the policy asks for one depends on how it is read.",
    ),
    "unknown": (
        "没有覆盖该期间的申报登记册，无法判断是否申报。",
        "No register of that time was supplied, so whether it was declared cannot be told.",
    ),
    "withdrawn": ("曾经申报，但申报已撤回。", "It was declared, but the declaration was withdrawn."),
    "partial": ("已申报，但内容不完整或与现状不符。", "It was declared, but incompletely or not as it is now."),
    "late": ("已申报，但晚于期限。", "It was declared, but after the deadline."),
    "pending": ("已按时申报，但尚无审批结果。", "It was declared on time, but no decision has been taken."),
    "on_time.eliminate": (
        "已按时申报，审批要求限期消除；期限已过或未写明，未见整改完成的记录。",
        "It was declared on time and was to be eliminated; the time set is over, or none was set, and no cure is on record.",
    ),
    "on_time": (
        "已按时申报，但审批结果并非接受。",
        "It was declared on time, but the decision is not an acceptance.",
    ),
}
_BESIDE: Mapping[str, _Pair] = {
    "possible": ("时间是否重叠尚待核实。", "Whether the times coincide is to be verified."),
    "exemption": ("是否豁免缺少资料，不能认定。", "Facts are missing to tell whether it is exempt."),
    "registered_only": (
        "对方仅建档，回溯期内未见单据。",
        "The counterparty is only on file; no document inside the look-back.",
    ),
}


def why_it_stands(row: Mapping[str, Any], language: Language) -> str:
    """The sentence for a candidate, with what is uncertain about it; it decides nothing.

    Args:
        row: a finding with the contract's columns.
    """
    said = [_STANDS[_reason(row)]]
    if row["overlap"] == "possible":
        said.append(_BESIDE["possible"])
    if row["exemption"] == "unknown":
        said.append(_BESIDE["exemption"])
    if row["dealing_basis"] == "registered_only":
        said.append(_BESIDE["registered_only"])
    return ("" if language == "zh" else " ").join(pair[language == "en"] for pair in said)


def _reason(row: Mapping[str, Any]) -> str:
    status = row["declaration_status"]
    if row["duty"] == "none" or status is None:
        return "no_duty"
    for detail in (row["declaration_decision"], row["duty"]):
        if f"{status}.{detail}" in _STANDS:
            return f"{status}.{detail}"
    return str(status)
