"""The fixed texts that workbook and page share, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

_Pair = tuple[str, str]

TEXTS: Mapping[str, _Pair] = {
    "title": ("利益冲突筛查报告", "Conflict-of-interest screening"),
    "cover": ("封面", "Cover"),
    "colon": ("：", ": "),
    "comma": ("，", ", "),
    "open": ("（", " ("),
    "close": ("）", ")"),
    "candidates": ("候选", "Candidates"),
    "evidence": ("证据", "Evidence"),
    "paths": ("路径", "Paths"),
    "others": ("其他结果", "Other findings"),
    "changes": ("与上次相比", "Changes since last run"),
    "glossary": ("词汇表", "Glossary"),
    "nothing_there": ("（无）", "(none)"),
    "empty_sheet": ("本表本次没有内容。", "There is nothing on this sheet this time."),
    "since": ("与上次运行相比", "Against the last run"),
    "no_baseline": (
        "没有更早的已发布运行可比，全部为新增。",
        "There is no earlier published run to compare with: everything is new.",
    ),
    "last_run": ("上次运行", "Last run"),
    "left": ("不再是候选（已申报、已排除等）", "No longer candidates (declared, dismissed, …)"),
    "candidates_then": ("候选数量（上次 → 本次）", "Candidates (then → now)"),
    "inputs": ("输入文件", "Input files"),
    "input": ("{rows} 行，sha256 {sha256}", "{rows} rows, sha256 {sha256}"),
    "scope": ("筛查范围", "Scope"),
    "people": ("人员", "People"),
    "people_counts": ("董监高 {officers} 人，关联人 {related} 个", "{officers} officers, {related} related parties"),
    "counterparties": ("对方", "Counterparties"),
    "count_suppliers": ("供应商 {n} 家", "{n} suppliers"),
    "count_customers": ("客户 {n} 家", "{n} customers"),
    "count_competitors": ("竞争对手 {n} 家", "{n} competitors"),
    "how": ("口径", "How"),
    "how_counts": (
        "回溯 {lookback} 个月，离任后 {leaver} 个月仍在范围内，亲属范围为{kin}，持股豁免低于 {stake} %",
        "look-back {lookback} months, leavers covered for {leaver} months, kin profile {kin}, stakes exempt below {stake} %",
    ),
    "versions": ("程序与制度版本", "Program and policy"),
    "undecided": ("已申报未获接受", "Declared, not accepted"),
    "reconciled": ("申报核对", "Declarations reconciled"),
    "cleared": ("未列为候选及原因", "Cleared and why"),
    "shareholder": ("（股东）", "(shareholder)"),
    "see": ("查看", "see"),
    "semicolon": ("；", "; "),
    "calendar": ("申报期限", "Declaration calendar"),
    "rivals": ("未列入名单的疑似竞争方", "Unlisted competitors, proposed"),
    "more_rivals": ("另有 {n} 家，未列出", "{n} more, not listed"),
    "decisions": ("审计决定", "Decisions"),
    "quality": ("数据质量", "Data quality"),
    "calibration": ("概率的含义", "What probability means"),
    "calibration_table_note": (
        "仅指身份识别，以合成数据校准：系统给出某一概率的各对记录中，真正为同一人（或企业）的比例；图中落在虚线上即名实相符。"
        "它不说明是否存在利益冲突，更不说明过错。",
        "Of identity only, calibrated on synthetic data: of the pairs to which the system gives a probability, the share that really is "
        "one person or company; in the picture a dot on the dashed line keeps its word. It says nothing of a conflict of interest, "
        "still less of guilt.",
    ),
    "calibration_error": (
        "平均偏差 {error}，测自 {pairs} 对；合成数据 {worlds}，程序版本 {version}",
        "mean deviation {error}, over {pairs} pairs; synthetic worlds {worlds}, program {version}",
    ),
    "log_head": ("决定日志", "Decision log"),
    "log_state": ("{n} 条，末条校验值 {head}", "{n} entries, head {head}"),
    "run": ("运行编号", "Run"),
    "as_of": ("基准日", "As of"),
    "counts": ("结果概览", "Result"),
    "cases": ("案件", "Cases"),
    "tables": ("数据范围", "Data supplied"),
    "not_delivered": ("未提供", "not delivered"),
    "delivered_empty": ("已提供但无数据", "delivered empty"),
    "read": ("读取", "read"),
    "staged": ("采用", "used"),
    "rejected": ("拒绝", "rejected"),
    "duplicate": ("重复", "duplicate"),
    "excluded": ("排除", "excluded"),
    "corrected": ("更正", "corrected"),
    "data_age": ("数据截止", "data as of"),
    "not_screened": ("本次未筛查", "Not screened"),
    "tier_candidates": ("{tier} 级候选", "Tier {tier} candidates"),
    "rules_not_screened": ("未筛查规则", "Rules not screened"),
    "screened": ("已筛查规则（含义见词汇表）", "Screened rules (see the glossary)"),
    "unknown_day": ("不明", "unknown"),
    "without_declarations": (
        "没有申报登记册：申报情况均无法判断。",
        "No declaration register: the declaration status of every finding is unknown.",
    ),
    "without_transactions": (
        "没有业务往来数据：只知往来方已建档，不知是否有往来。",
        "No transactions: counterparties are known to be registered, not to have dealt.",
    ),
    "without_group_entities": (
        "没有集团公司表：集团内部公司未从往来方中剔除。",
        "No table of group entities: group companies not excluded.",
    ),
    "restricted_head": ("受限人员", "Restricted people"),
    "restricted": (
        "另有 {n} 条候选涉及受限人员，仅存于 restricted/ 目录。",
        "{n} more candidates on restricted people stand in restricted/ only.",
    ),
    "restricted_unknown": (
        "[restricted] 中的编号 {ids} 不在董监高名册中，未能遮蔽任何人，请核对配置。",
        "No officer bears the ids {ids} of [restricted], so nobody is hidden by them; check the configuration.",
    ),
    "nothing_found": (
        "已筛查的规则中没有候选。",
        "No candidates under the rules that were screened.",
    ),
    "reading": (
        "候选只是需要审计人员核实的线索，不是结论；可能性仅指身份是否相符（仅以合成数据检验过），与是否不当无关。",
        "A candidate is for an auditor to look at, no conclusion. A probability speaks of identity only, never of guilt, "
        + "and was checked on synthetic data only.",
    ),
    "soft_failed": ("数据中须留意之处", "What to mind in the data"),
    "pruned": (
        "只有常见姓名相同而未列出的配对",
        "pairs left out because only a common name agrees",
    ),
}
