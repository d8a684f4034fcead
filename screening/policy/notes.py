"""What the rules add to the evidence of a finding, each as one comparison an auditor can re-check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from screening.policy import reasons
from screening.policy.declarations import Declared
from screening.policy.facts import Exposure, Tie
from screening.policy.read_register import NilReturn
from screening.policy.reasons import Said
from screening.policy.sentences import dealing, percent

Note = dict[str, Any]


def note(feature: str, verdict: str, said: Said, left: str | None = None, right: str | None = None) -> Note:
    """One item of evidence; it carries no bits, for it says nothing about who is who."""
    return {
        "feature": feature,
        "verdict": verdict,
        "left": left,
        "right": right,
        "detail": said[0],
        "detail_en": said[1],
        "bits": 0.0,
    }


def dealing_note(basis: str | None, exposure: Exposure | None) -> list[Note]:
    """Which dealings count, with the sum of every currency."""
    said = dealing(basis, exposure)
    return [] if said is None else [note("dealing", "agrees", said, basis)]


def overlap_note(level: str | None) -> list[Note]:
    """Whether office, link and dealing coincide."""
    said: dict[str | None, tuple[str, Said]] = {
        "proven": ("agrees", ("任职、联系与往来有共同的日子", "office, link and dealing have a day in common")),
        "possible": (
            "not_comparable",
            ("起始日期不明，任职、联系与往来可能重叠", "a beginning is unknown; office, link and dealing may coincide"),
        ),
        None: ("disagrees", reasons.REGIME["no_common_day"]),
    }
    return [note("overlap", *said[level])]


def exemption_note(exemption: str, kind: str) -> list[Note]:
    """How the exemption of the rule was judged; nothing where it has none."""
    if exemption == "none":
        return []
    zh, en = reasons.EXEMPTION[kind]
    verdicts = {
        "met": ("agrees", (f"豁免成立：{zh}", f"exempt: {en}")),
        "not_met": ("disagrees", (f"豁免不成立（条件：{zh}）", f"not exempt (condition: {en})")),
        "unknown": (
            "not_comparable",
            (f"豁免无法判定，缺少比例、取得方式或上市信息（条件：{zh}）",
             f"cannot be judged, percentage, channel or listing is missing (condition: {en})"),
        ),
    }  # fmt: skip
    return [note("exemption", *verdicts[exemption])]


def aggregate_note(lead: Tie, kind: str) -> list[Note]:
    """What the exemption is judged by where stakes of core relatives count together with this one (A6-4)."""
    if (
        kind != "market_stake"
        or lead.aggregate_pct is None
        or lead.share_pct is None
        or lead.aggregate_pct <= lead.share_pct
    ):
        return []
    alone, together = percent(lead.share_pct), percent(lead.aggregate_pct)
    said = (
        f"与近亲属及所控制企业合计持股 {together}，按合计判断豁免",
        f"{together} together with core relatives and companies controlled; the exemption is judged by the sum",
    )
    return [note("aggregate", "agrees", said, alone, together)]


def declaration_note(found: Declared | None, cure_ended: date | None) -> list[Note]:
    """The item that decided, with the day it was due and, where they are over without a cure, the end of the days to cure."""
    if found is None:
        return []
    zh, en = reasons.DECLARATION[found.status]
    if found.gap is not None:
        zh, en = f"{zh}（{reasons.GAP[found.gap][0]}）", f"{en} ({reasons.GAP[found.gap][1]})"
    item = found.item
    if item is None:
        return [note("declaration", "not_comparable", (zh, en))]
    zh, en = f"{zh}；{item.submitted_on} 提交", f"{en}; submitted {item.submitted_on}"
    due = None if found.deadline is None else found.deadline.due
    if due is not None:
        zh, en = f"{zh}，期限 {due}", f"{en}, due {due}"
    if item.decision is not None:
        zh, en = f"{zh}；{reasons.DECISION[item.decision][0]}", f"{en}; {reasons.DECISION[item.decision][1]}"
    if cure_ended is not None:
        over = reasons.cure_over(cure_ended)
        zh, en = f"{zh}，{over[0]}", f"{en}, {over[1]}"
    if item.decision == "eliminate" and item.feedback_on is None and item.cured_on is None:
        zh, en = f"{zh}，无反馈日期，整改期限无法计算", f"{en}, no feedback date: the days cannot be computed"
    verdict = "agrees" if found.status in ("on_time", "pending", "late") else "disagrees"
    return [note("declaration", verdict, (zh, en), item.declaration_id, found.status)]


def nil_return_notes(returns: Sequence[NilReturn]) -> list[Note]:
    """Signed nil returns while the link existed; evidence on the finding, no breach of their own."""
    return [
        note(
            "nil_return",
            "disagrees",
            (
                f"{each.submitted_on} 签署“无冲突”申报时该联系已存在",
                f"signed a nil return on {each.submitted_on} while the link existed",
            ),
            each.declaration_id,
        )
        for each in returns
    ]


def plain_notes(ties: Sequence[Tie], outside: str | None, why: str | None, *, handed_in: bool) -> list[Note]:
    """Nomination, handing in, and why a finding is outside the policy."""
    found = []
    if any(tie.nominee for tie in ties):
        found.append(note("nominee", "agrees", ("由集团公司委派（NOMINEE）", "nominated by a group company (NOMINEE)")))
    if handed_in:
        found.append(note("handed_in", "agrees", ("已在期限内上缴", "handed in within the time set")))
    if outside is not None and why is not None:
        found.append(note("scope", "disagrees" if outside == "out_of_scope" else "not_comparable", reasons.SCOPE[why]))
    return found
