"""An auditor's decision: its kinds, the columns in which a workbook takes it, and the words for both in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Words = tuple[str, str]

DECISIONS: Mapping[str, Words] = {
    "confirmed": ("确认联系属实", "link confirmed"),
    "dismissed": ("排除", "dismissed"),
    "needs_info": ("待补充资料", "needs information"),
    "asked_subject": ("已询问本人", "subject asked"),
    "declared_late": ("已补申报", "declared late"),
}
"""What can be decided on a finding. `confirmed` speaks of the link alone, never of guilt."""

IDENTITIES: Mapping[str, Words] = {
    "same": ("系同一人或同一企业", "one person or company"),
    "not_same": ("非同一人或同一企业", "not the same"),
}
"""What can be ruled on the identities a finding rests on."""

ENTRY_COLUMNS: Mapping[str, Words] = {
    "decision": ("决定", "Decide"),
    "reason": ("理由", "Reason"),
    "source": ("原始依据", "Primary record"),
    "reply": ("本人答复", "Subject's reply"),
    "until": ("有效期至", "Until"),
    "identity": ("身份认定", "Identity"),
}
"""Columns of the workbook in which auditors write; `coi dispose --from` reads them back."""

CANDIDATES_SHEET: Words = ("候选", "Candidates")
FINDING_COLUMN: Words = ("结果编号", "Finding")
RUN_COLUMN: Words = ("运行编号", "Run")

FIELDS: Mapping[str, Words] = {
    "outcome": ("结论", "outcome"),
    "exemption": ("豁免", "exemption"),
    "overlap": ("时间重叠", "overlap in time"),
    "dealing_basis": ("往来依据", "basis of dealing"),
    "declaration_status": ("申报情况", "declaration"),
    "declaration_decision": ("审批结果", "decision on the declaration"),
    "regimes": ("适用口径", "regimes"),
    "regime_verdicts": ("各口径结论", "verdicts by regime"),
    "statutory_resolution": ("董事会决议等", "resolution or notice"),
    "relationship": ("关系", "relationship"),
    "share_pct": ("持股比例（%）", "share (%)"),
    "valid_from": ("开始", "from day"),
    "valid_to": ("结束", "to day"),
    "path": ("路径", "path"),
    "evidence": ("证据", "evidence"),
    "officer_identity": ("董监高本人资料", "who the officer is"),
    "related_identity": ("关联人资料", "who the related party is"),
    "party_identity": ("对方资料", "who the counterparty is"),
}
"""What a change of a finding can lie in, in words."""


def decision_words(entry: Mapping[str, Any]) -> tuple[str, str]:
    """One entry of the log as a sentence, Chinese and English."""
    day, by = entry["at"][:10], entry["by"]
    zh, en = DECISIONS[entry["decision"]]
    parts_zh, parts_en = (
        [f"{day} {by}：{zh}。理由：{entry['reason']}"],
        [f"{day} {by}: {en}. Reason: {entry['reason']}"],
    )
    if entry["identity"] is not None:
        ruled = IDENTITIES[entry["identity"]]
        parts_zh.append(f"身份认定：{ruled[0]}")
        parts_en.append(f"identity: {ruled[1]}")
    for key, label in (("source", ("原始依据", "primary record")), ("reply", ("本人答复", "subject's reply"))):
        if entry[key] is not None:
            parts_zh.append(f"{label[0]}：{entry[key]}")
            parts_en.append(f"{label[1]}: {entry[key]}")
    if entry["until"] is not None:
        parts_zh.append(f"有效期至 {entry['until']}")
        parts_en.append(f"holds until {entry['until']}")
    if entry["decision"] == "confirmed":
        parts_zh.append("确认的只是联系存在，不涉及是否不当")
        parts_en.append("what is confirmed is the link, never guilt")
    return "；".join(parts_zh), "; ".join(parts_en)
