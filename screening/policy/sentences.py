"""One plain sentence per finding, in Chinese and English: who, which link, which dealing, what the register says.

Only a rule with an express duty says that a declaration is missing; elsewhere whether one was owed is left open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from screening.contract.words import POSTS
from screening.policy import reasons
from screening.policy.catalogue import Rule
from screening.policy.facts import Exposure, Kin, Tie
from screening.policy.reasons import Said
from screening.refdata.text import fold_text


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a sentence names."""

    officer: str | None
    kin: Kin | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How a finding ends, as far as the sentence says it."""

    outcome: str
    why: str | None
    overlap: str | None
    basis: str | None
    exposure: Exposure | None
    status: str | None
    gap: str | None
    decision: str | None
    cure_ended: date | None
    handed_in: bool


def sentence(rule: Rule, ties: Sequence[Tie], subject: Subject, conclusion: Conclusion) -> Said:
    """The sentence in both languages; `ties` are those of one finding, the leading one first."""
    clauses = [
        _fact(rule, ties, subject),
        dealing(conclusion.basis, conclusion.exposure),
        ("时间上是否重叠尚待证实", "whether the dates coincide is not proven")
        if conclusion.overlap == "possible"
        else None,
        ("由集团公司委派", "nominated by a group company") if any(tie.nominee for tie in ties) else None,
        _ending(rule, conclusion),
    ]
    said = [clause for clause in clauses if clause is not None]
    return "；".join(zh for zh, _ in said) + "。", "; ".join(en for _, en in said) + "."


def dealing(basis: str | None, exposure: Exposure | None) -> Said | None:
    """The dealing that counts and what it amounts to; None at competitors and where nothing counts."""
    if basis is None or basis not in reasons.DEALING:
        return None
    zh, en = reasons.DEALING[basis]
    if exposure is None:
        return zh, en
    sums = [money(amount, currency) for currency, amount in exposure.amounts]
    document = reasons.DOCUMENT[exposure.document]
    return f"{zh}（{document[0]}合计 {'，'.join(sums)}）", f"{en} ({document[1]}: {', '.join(sums)})"


def who(subject: Subject) -> Said:
    """The officer, or his related party with the relation."""
    officer = subject.officer or ""
    kin = subject.kin
    if kin is None:
        return officer, officer
    name = kin.name or ""
    if kin.perimeter == "organisation":
        return f"{officer}的关联单位“{name}”（{kin.said or kin.label_zh}）", f"{name} (of {officer}: {kin.label_en})"
    return f"{officer}的{kin.said or kin.label_zh}{name}", f"{name} ({kin.label_en} of {officer})"


def money(amount: Decimal, currency: str | None) -> str:
    """CNY 1,234.50."""
    return f"{currency or ''} {amount:,.2f}".strip()


def percent(share: Decimal | None) -> str:
    """12.500000 as 12.5%."""
    if share is None:
        return ""
    text = f"{share:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def _fact(rule: Rule, ties: Sequence[Tie], subject: Subject) -> Said:
    lead = ties[0]
    who_zh, who_en = who(subject)
    side_zh, side_en = reasons.SIDE.get(lead.grain.party_table or "", ("", ""))
    party_zh, party_en = (subject.party, subject.party) if subject.party else reasons.UNNAMED
    share = "" if lead.is_counterparty else percent(lead.share_pct)  # nobody holds a share of himself
    control_zh, control_en = _control(lead, subject)
    post_zh, post_en = _labels(ties, "post", POSTS)
    attribute_zh, attribute_en = _in_common(ties)
    activity_zh, activity_en = _labels(ties, "activity", reasons.ACTIVITY)
    amount = "" if lead.amount is None else money(lead.amount, lead.currency)
    says_zh = rule.says_zh if subject.party else rule.says_zh.replace("“{party}”", "{party}")
    zh = says_zh.format(
        who=who_zh,
        side=side_zh,
        party=party_zh,
        share=_after(says_zh, control_zh, share, ("（{}）", "，占 {}")),
        post=f"（{post_zh}）" if post_zh else "",
        attribute=attribute_zh,
        amount=f"（{amount}）" if amount else "",
        control=control_zh,
        activity=f"（{activity_zh}）" if activity_zh else "",
    )
    en = rule.says_en.format(
        who=who_en,
        side=side_en,
        party=party_en,
        share=_after(rule.says_en, control_en, share, (" ({})", ", with {}")),
        post=f" ({post_en})" if post_en else "",
        attribute=attribute_en,
        amount=f" ({amount})" if amount else "",
        control=control_en,
        activity=f" ({activity_en})" if activity_en else "",
    )
    return zh, en


def _control(lead: Tie, subject: Subject) -> Said:
    who_zh, who_en = who(subject)
    kin = subject.kin
    if (
        kin is not None
        and kin.perimeter == "organisation"
        and fold_text(kin.name or "") == fold_text(subject.party or "")
    ):
        return (
            f"即{subject.officer}的关联单位（{kin.said or kin.label_zh}）",
            f"is a related company of {subject.officer} ({kin.label_en})",
        )
    if lead.is_counterparty:
        return f"即{who_zh}", f"is {who_en}"
    if lead.control in ("hk30_family", "hk_majority"):
        return f"由{who_zh}与近亲属共同控制", f"is controlled by {who_en} together with close relatives"
    return f"由{who_zh}控制", f"is controlled by {who_en}"


def _after(says: str, control: str, share: str, forms: tuple[str, str]) -> str:
    """The share in brackets; in words where brackets would follow those that the control ends in."""
    follows = "{control}{share}" in says and control.endswith(("）", ")"))
    return forms[follows].format(share) if share else ""


def _labels(ties: Sequence[Tie], kind: str, labels: Mapping[str, Said]) -> Said:
    details = [tie.detail or "" for tie in ties if tie.kind == kind]
    distinct = list(dict.fromkeys(labels[detail] for detail in details if detail in labels))
    return "、".join(zh for zh, _ in distinct), ", ".join(en for _, en in distinct)


def _in_common(ties: Sequence[Tie]) -> Said:
    """What leads share: values, and names of people in a role too weak for a rule."""
    values_zh, values_en = _labels(ties, "attribute", reasons.ATTRIBUTE)
    roles = [
        reasons.BEARS_NAME.get(tie.detail or "", reasons.BEARS_SOME_NAME)
        for tie in ties
        if tie.kind == "post" or (tie.kind == "attribute" and tie.detail not in reasons.ATTRIBUTE)
    ]
    roles_zh, roles_en = (
        "、".join(dict.fromkeys(zh for zh, _ in roles)),
        ", ".join(dict.fromkeys(en for _, en in roles)),
    )
    all_en = " and ".join(", ".join(filter(None, (values_en, roles_en))).rsplit(", ", 1))
    if not roles:
        return f"共用{values_zh}", all_en
    if not values_zh:
        return f"的{roles_zh}同名", all_en
    return f"共用{values_zh}，且与其{roles_zh}同名", all_en


def _ending(rule: Rule, conclusion: Conclusion) -> Said:
    if conclusion.outcome in ("out_of_scope", "scope_unknown"):
        return reasons.SCOPE[conclusion.why or "position_not_mapped"]
    if conclusion.outcome == "no_overlap":
        return reasons.REGIME["no_common_day"]
    if conclusion.outcome == "exempt":
        return reasons.EXEMPTION[rule.exemption]
    if conclusion.handed_in:
        return "已在期限内上缴", "handed in within the time set"
    if rule.duty == "none":
        return "仅为线索或分类，制度未设申报义务", "a lead or a classification; the policy asks for no declaration"
    return _declaration(rule, conclusion)


def _declaration(rule: Rule, conclusion: Conclusion) -> Said:
    status = conclusion.status or "unknown"
    if status == "not_declared" and rule.duty != "express":
        return "是否须申报有待个案判断", "whether a declaration was owed is a matter of judgement"
    zh, en = reasons.DECLARATION[status]
    more = [reasons.GAP[conclusion.gap]] if conclusion.gap else []
    if conclusion.decision is not None and status not in ("pending", "withdrawn"):
        more.append(reasons.DECISION[conclusion.decision])
    if conclusion.cure_ended is not None:
        more.append(reasons.cure_over(conclusion.cure_ended))
    if not more:
        return zh, en
    return f"{zh}（{'，'.join(said for said, _ in more)}）", f"{en} ({', '.join(said for _, said in more)})"
