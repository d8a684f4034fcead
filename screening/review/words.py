"""The texts of the review page, in Chinese and English; what the reports say too is said with their words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from screening.reports.words import Language

_Pair = tuple[str, str]
_PLACE = re.compile(r"\{(\w+)\}")

TEXTS: Mapping[str, _Pair] = {
    "title": ("利益冲突审阅", "Conflict-of-interest review"),
    "queue": ("待审", "Queue"),
    "history": ("决定记录", "Who decided what"),
    "other_language": ("English", "中文"),
    "skip": ("跳到正文", "Skip to the content"),
    "run_line": ("基准日 {as_of} · 运行 {run}", "As of {as_of} · run {run}"),
    "by_line": ("决定人 {by}", "Deciding as {by}"),
    "news": (
        "已发布新的运行 {run}，本页仍显示 {old}。请打开最新结果；已有变化的结果不会按旧依据记录。",
        "A new run {run} was published; this page still shows {old}. Open the latest results: nothing that has changed is recorded on old evidence.",
    ),
    "open_news": ("打开最新结果", "Open the latest results"),
    "damage": (
        "决定日志不完整，现不能记录任何决定，也不显示各结果的决定。",
        "The decision log is not whole: nothing can be decided now, and no decisions are shown.",
    ),
    "restricted": (
        "另有 {n} 条候选涉及受限人员，不在本页显示。",
        "{n} more candidates on restricted people are not shown here.",
    ),
    "status": ("处理情况", "Decided"),
    "status_undecided": ("未决定", "undecided"),
    "status_unsettled": ("待补充或已询问", "waiting for an answer"),
    "status_decided": ("已决定", "decided"),
    "status_all": ("全部", "all"),
    "apply": ("筛选", "Filter"),
    "saved": ("已存筛选", "Saved filters"),
    "save": ("保存当前筛选", "Save this filter"),
    "filter_name": ("名称", "Name"),
    "remove": ("删除“{name}”", "Remove “{name}”"),
    "found": ("{cases} 个案件，{findings} 项结果", "{cases} cases, {findings} findings"),
    "nothing": ("没有符合条件的案件。", "No case fits."),
    "all_done": ("本筛选中的案件均已处理。", "Everything of this filter has been decided."),
    "page": ("第 {page} / {pages} 页", "Page {page} of {pages}"),
    "previous_page": ("上一页", "Previous page"),
    "next_page": ("下一页", "Next page"),
    "tick": ("选择", "Tick"),
    "tick_case": ("选择案件 {number}", "Tick case {number}"),
    "tick_all": ("选择本页全部", "Tick all of this page"),
    "bulk_picked": ("批量排除所选…", "Dismiss what is ticked…"),
    "bulk_filter": ("批量排除全部符合筛选的 {n} 项…", "Dismiss all {n} findings of this filter…"),
    "bulk_note": ("先预览，确认后才记录。", "A preview comes first; nothing is recorded before you confirm."),
    "keys_queue": ("键盘：j / k 上下移动，Enter 打开，/ 搜索", "Keys: j and k move, Enter opens, / searches"),
    "keys_case": ("键盘：j 下一案件，k 上一案件，d 填写决定", "Keys: j next case, k previous case, d to the decision"),
    "case": ("案件 {number}", "Case {number}"),
    "place": ("本筛选第 {place} / {all} 个", "{place} of {all} in this filter"),
    "next_case": ("下一案件", "Next case"),
    "previous_case": ("上一案件", "Previous case"),
    "back": ("回到列表", "Back to the queue"),
    "findings": ("结果", "Findings"),
    "evidence_head": ("证据", "Evidence"),
    "evidence_note": (
        "左为我方记录，右为对方或工商记录；证件号码等均已遮蔽。",
        "Our record at the left, that of the counterparty or registry at the right; identity numbers and the like are masked.",
    ),
    "decided_so_far": ("已有决定与其后的变化", "Decisions so far, and what has changed since"),
    "never_decided": ("尚无决定。", "Nothing has been decided yet."),
    "reopened_head": ("已重新打开：决定之后有变化", "Reopened: it has changed since it was decided on"),
    "decide": ("决定", "Decide"),
    "for_findings": ("适用于", "On"),
    "decision": ("决定", "Decision"),
    "choose": ("请选择", "choose"),
    "reason": ("理由（必填）", "Reason (needed)"),
    "until": ("有效期至", "Holds until"),
    "until_note": (
        "留空为长期有效；逾期后重新列为候选。",
        "Empty: without end. After that day it is a candidate again.",
    ),
    "source": ("原始依据", "Primary record"),
    "source_note": ("确认联系属实时必填：所核对的原始记录。", "Needed to confirm: the primary record looked at."),
    "reply": ("本人答复", "The subject's reply"),
    "reply_note": (
        "确认联系属实时必填：本人答复，或两次询问及其日期。",
        "Needed to confirm: the answer, or two dated requests for it.",
    ),
    "identity": ("身份认定", "Identity"),
    "identity_none": ("不作认定", "no ruling"),
    "identity_note": (
        "所比对的人员或企业是否同一；“非同一”使该联系在下次运行中消失。",
        "Whether the people or companies compared are one; “not the same” makes the link disappear from the next run on.",
    ),
    "masked_note": (
        "请勿填写完整的证件号码、手机号或银行卡号。",
        "No identity number, mobile phone or bank card in full, please.",
    ),
    "record": ("记录并到下一案件", "Record, and on to the next"),
    "cannot_decide": ("决定日志不完整，不能记录。", "The log is not whole; nothing can be recorded."),
    "not_recorded": ("未记录", "Nothing was recorded"),
    "partly": ("已记录 {n} 项；以下未记录：", "{n} recorded; not recorded:"),
    "recorded": ("已记录 {n} 项：{what}。下次运行起生效。", "{n} recorded: {what}. They count from the next run on."),
    "repeated": ("此前已记录，未重复记录。", "Recorded before; not recorded twice."),
    "preview": ("批量排除：预览", "Dismiss several: preview"),
    "preview_will": ("将排除 {n} 项", "{n} will be dismissed"),
    "preview_refused": ("以下 {n} 项不会排除", "{n} will not be dismissed"),
    "preview_none": ("没有可排除的结果。", "There is nothing to dismiss."),
    "gone": ("不在最新结果中", "not among the latest results"),
    "confirm": ("确认排除这 {n} 项", "Dismiss these {n}"),
    "result": ("批量排除：结果", "Dismiss several: result"),
    "result_done": (
        "已记录 {n} 项，日志共 {entries} 条，末条校验值 {head}。",
        "{n} recorded; the log holds {entries} entries, head {head}.",
    ),
    "result_repeated": ("{n} 项此前已记录。", "{n} were recorded before."),
    "result_refused": ("{n} 项未记录：", "{n} were not recorded:"),
    "chain_whole": (
        "决定日志共 {n} 条，已逐条核对，完整无改动。末条校验值 {head}",
        "The decision log holds {n} entries; each was checked, it is whole and unaltered. Head {head}",
    ),
    "history_note": ("您不应知悉的案件不在此列。", "Decisions on cases you may not know of are left out."),
    "no_decisions": ("尚无决定。", "No decisions yet."),
    "entry_of": ("记录号", "Entry"),
    "at": ("时间", "When"),
    "by": ("决定人", "By"),
    "on": ("对象", "On"),
    "what": ("决定与理由", "Decision and reason"),
    "standing": ("效力", "Standing"),
    "standing_waiting": ("下次运行起生效", "counts from the next run on"),
    "standing_in_force": ("有效", "in force"),
    "standing_replaced": ("已被后来的决定取代", "replaced by a later one"),
    "standing_lapsed": ("因变化或到期失效", "lapsed: changed or run out"),
    "standing_gone": ("该结果不在最新运行中", "the finding is gone from the latest run"),
    "entering": ("正在打开审阅页面", "Opening the review page"),
    "not_found": ("没有此页，或您须回避该案件。", "There is no such page, or you must stand aside from its case."),
    "bad_form": (
        "表单不完整，未记录任何内容；请返回后重试。",
        "The form is incomplete and nothing was recorded; go back and try again.",
    ),
    "problem": ("无法显示", "This cannot be shown"),
}


def text(name: str, language: Language, /, **values: object) -> str:
    """A fixed text with its values put in."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), TEXTS[name][language == "en"])
