"""Lines of the calendar in words, Chinese and English. Nothing here calls anything a violation."""

from __future__ import annotations

from collections.abc import Mapping

from screening.policy.duties.record import DutyRecord
from screening.policy.reasons import Said

BASIS: Mapping[str, Said] = {
    "office": ("任职记录证实该期间在任", "the roster proves the office throughout the window"),
    "form_unsigned": ("登记册中该年度表单未签字", "the form of that year in the register is not signed"),
    "last_day_of_year": ("12月31日当天提交，取决于该日是否计入窗口", "filed on 31 December: depends on whether that day belongs to the window"),
    "office_not_proven": ("任职起止不明，无法证实窗口期间在任", "the dates of office do not prove that the person was in office"),
    "position_not_mapped": ("职务类别无法判定", "the title does not tell its class"),
    "calendar_not_announced": ("该年度工作日历尚未公布", "the working days of that year are not announced"),
    "no_form_of_that_year": ("所提供的登记册中没有任何人该年度的表单", "the register supplied has nobody's form of that year"),
    "promulgation": ("制度发布日", "the day the policy was promulgated"),
    "initial_period": ("未配置初次申报期限（initial_period）", "the initial period is not configured (initial_period)"),
    "own_form": ("本人表单载明的知悉日或提交日", "the day of knowledge or submission on the person's own form"),
    "withdrawn_form": ("期限内提交过申报，其后撤回", "a declaration was filed in time and withdrawn later"),
    "own_handling": ("本人经办、审批或作为交易一方", "the person handled, approved or was party to the dealing"),
    "no_proof_of_knowledge": ("没有材料证明本人何时知悉", "nothing proves when the person knew"),
    "register_begins_later": ("登记册起始日晚于期限", "the register begins after the due day"),
    "feedback": ("反馈日期及整改天数", "the day of feedback and the days set"),
    "no_feedback_date": ("没有反馈日期", "no date of feedback"),
    "no_days_set": ("未写明整改天数", "no days for the elimination are stated"),
    "link_not_seen": ("期满后未再见到该联系，也没有整改完成日期", "the link is not seen after the due day, nor is a day of elimination recorded"),
    "later_notice": ("事后告知只表明其时知悉，交易前是否已知悉未证实", "a later notice shows what the person knew by then; knowledge before the deal is not proven"),
}  # fmt: skip


def sentence(record: DutyRecord, title: Said, name: str | None, party: str | None) -> Said:
    """One sentence per language: whose duty, by when, what the registers show, and what proves it."""
    zh_title, en_title = title
    zh_basis, en_basis = BASIS[record.basis]
    zh_about = f"（{party}）" if party else f"（{record.period} 年度）" if record.period else ""
    en_about = f" on {party}" if party else f" for {record.period}" if record.period else ""
    zh_done, en_done = _done(record)
    zh_due = f"期限 {record.due_on}" if record.due_on else "期限无法计算"
    en_due = f"due {record.due_on}" if record.due_on else "the due day cannot be computed"
    zh = f"{name or record.officer_id}：{zh_title}{zh_about}，{zh_due}，{zh_done}；依据：{zh_basis}。"
    en = f"{name or record.officer_id}: {en_title}{en_about}, {en_due}, {en_done}; basis: {en_basis}."
    return zh, en


def _done(record: DutyRecord) -> Said:
    late = record.working_days_late
    if record.done_on is not None:
        after = (f"，晚 {late} 个工作日", f", {_days(late)} late") if late else ("", "")
        return f"{record.done_on} 完成{after[0]}", f"done {record.done_on}{after[1]}"
    if record.rule_id == "D-FIX":
        said = ("未见整改完成记录", "no elimination is recorded")
    elif record.basis == "withdrawn_form":
        said = ("撤回后未见再次申报", "none was filed after it was withdrawn")
    elif record.rule_id == "RPT-TELL":
        said = ("所提供的批准记录中未见事前告知", "no notice in the approvals supplied")
    else:
        said = ("所提供的登记册中未见相应申报", "no matching declaration in the register supplied")
    return said if late is None else (f"{said[0]}，已逾期 {late} 个工作日", f"{said[1]}, {_days(late)} overdue")


def _days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count} working days"
