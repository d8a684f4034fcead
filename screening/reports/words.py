"""The words reports use for the contract's codes, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from screening.contract.decisions import DECISIONS, ENTRY_COLUMNS, FINDING_COLUMN, IDENTITIES, RUN_COLUMN
from screening.contract.words import ENUMERATIONS

Language = Literal["zh", "en"]
_Pair = tuple[str, str]

CODES: Mapping[str, Mapping[str, _Pair]] = {
    "tier": {
        "A": ("A 证件级证据", "A identifier-grade"),
        "B": ("B 姓名加佐证", "B name plus corroboration"),
        "C": ("C 线索", "C lead"),
    },
    "outcome": {
        "candidate": ("候选", "candidate"),
        "declared": ("已申报", "declared"),
        "exempt": ("豁免", "exempt"),
        "out_of_scope": ("不在范围", "out of scope"),
        "scope_unknown": ("范围未知", "scope unknown"),
        "no_overlap": ("时间不重叠", "no overlap in time"),
        "dismissed": ("已排除", "dismissed"),
    },
    "declaration_status": {
        "unknown": (
            "无法判断（无登记册或未覆盖）",
            "unknown (no register, or not that far back)",
        ),
        "not_declared": (
            "所提供的登记册中未见相应申报",
            "no matching declaration in the register supplied",
        ),
        "withdrawn": ("已撤回", "withdrawn"),
        "partial": ("部分申报", "partial"),
        "late": ("逾期申报", "late"),
        "pending": ("待审批", "pending"),
        "on_time": ("按时申报", "on time"),
    },
    "declaration_decision": {
        "pending": ("待审批", "pending"),
        "eliminate": ("限期消除", "eliminate"),
        "accept": ("接受", "accept"),
        "other": ("其他", "other"),
    },
    "exemption": {
        "none": ("无", "none"),
        "met": ("符合", "met"),
        "not_met": ("不符合", "not met"),
        "unknown": ("未知", "unknown"),
    },
    "overlap": {"proven": ("已证实", "proven"), "possible": ("可能", "possible")},
    "dealing_basis": {
        "transaction": ("发票或付款", "invoice or payment"),
        "contract": ("合同或订单", "contract or order"),
        "bid": ("投标", "bid"),
        "registered_only": ("仅建档", "registered only"),
    },
    "duty": {
        "express": ("明文要求申报", "express"),
        "arguable": ("是否须申报有不同理解", "arguable"),
        "none": ("无申报义务", "none"),
    },
    "lifecycle": {
        "new": ("新增", "new"),
        "open": ("持续", "open"),
        "changed": ("有变化", "changed"),
        "reopened": ("重新打开", "reopened"),
        "closed": ("已关闭", "closed"),
    },
    "party_table": {
        "suppliers": ("供应商", "supplier"),
        "customers": ("客户", "customer"),
        "competitors": ("竞争对手", "competitor"),
    },
    "closed_because": {
        "rule_not_screened": ("本次未筛查该规则", "the rule was not screened this time"),
        "officer_not_delivered": ("本次名册中没有该人员", "the officer is not in the roster delivered"),
        "related_party_not_delivered": ("本次没有该关联人", "the related party was not delivered"),
        "counterparty_not_delivered": ("本次主数据中没有该对方", "the counterparty was not delivered"),
        "counterparty_excluded": (
            "该对方现归为集团公司或员工，不作为往来方",
            "the record is now that of a group company or an employee, no counterparty",
        ),
        "stronger_link_found": (
            "已查得更强的联系，线索并入该结果",
            "a stronger link is known, whose finding carries the lead",
        ),
        "link_no_longer_found": ("不再查得该联系", "the link is no longer found"),
    },
    "regimes": {
        "POLICY": ("公司制度", "company policy"),
        "HK14A": ("香港上市规则第14A章", "HK Listing Rules 14A"),
        "SSE": ("上交所上市规则", "SSE Listing Rules"),
        "CCL": ("公司法", "Company Law"),
    },
    "statutory_resolution": {
        "found": ("有记录", "on record"),
        "not_found": ("无记录", "none on record"),
        "unknown": ("无法判断", "unknown"),
    },
    "certainty": {
        "certain": ("已证实", "certain"),
        "depends_on_reading": ("取决于条文理解", "depends on the reading"),
        "cannot_be_computed": ("无法计算", "cannot be computed"),
    },
    "kin_profile": {"core": ("核心亲属", "core"), "wide": ("扩展亲属", "wide")},
    "regime_verdict": {
        "live": ("成立", "live"),
        "out_of_scope": ("不在范围", "out of scope"),
        "exempt": ("豁免", "exempt"),
        "no_overlap": ("时间不重叠", "no overlap in time"),
        "unknown": ("未知", "unknown"),
    },
    "waiting": {
        "decision": ("等待审批", "waiting for a decision"),
        "other": ("审批结果并非接受", "decided, but not accepted"),
        "running": ("整改期内", "within the days to cure"),
        "no_feedback": ("无反馈日期，整改期限无法计算", "no feedback date: the days cannot be computed"),
        "no_days": ("未写明整改天数，无完成记录", "no days to cure are set, no cure on record"),
        "overdue": ("整改期限已过，无完成记录", "days to cure are over, no cure on record"),
        "cured": ("已整改，待确认", "cured, to be confirmed"),
    },
    "met": {
        "candidate": ("对应候选", "names a candidate"),
        "settled": ("对应联系，不是候选", "names a link that is no candidate"),
        "no_link": ("对方在主数据中，未查得联系", "counterparty in a master, no link found"),
        "no_party": ("对方不在任何主数据中", "counterparty in no master"),
        "names_nobody": ("未写明对方", "names no counterparty"),
        "nil_return": ("无冲突申报", "nil return"),
        "nil_contradicted": ("无冲突申报，但当时已有联系", "nil return while a link existed"),
        "unsigned": ("未签字，不作为申报", "not signed, does not count"),
        "not_yet": ("提交于基准日之后，不计", "submitted after the as-of day, does not count"),
        "officer_unknown": ("人员不在董监高名册中", "person not in the roster"),
    },
    "severity": {
        "error": ("错误", "error"),
        "warning": ("警告", "warning"),
        "info": ("提示", "info"),
    },
    "auditor": DECISIONS,
    "identity": IDENTITIES,
    "standing": {
        "in_force": ("有效", "in force"),
        "replaced": ("已被后来的决定取代", "replaced by a later one"),
        "lapsed": ("因变化或到期失效", "lapsed: changed or run out"),
        "gone": ("该结果本次未出现", "the finding is gone"),
    },
    "verdict": {
        "agrees": ("一致", "agrees"),
        "disagrees": ("不一致", "disagrees"),
        "not_comparable": ("无法比较", "not comparable"),
    },
}

COLUMNS: Mapping[str, _Pair] = {
    "case_id": ("案件编号", "Case"),
    "finding_id": FINDING_COLUMN,
    "run_id": RUN_COLUMN,
    **{f"enter_{name}": words for name, words in ENTRY_COLUMNS.items()},
    "decided": ("当前决定", "Decided so far"),
    "entry": ("记录号", "Entry"),
    "ruled_on": ("决定日期", "Decided on"),
    "decided_as": ("审计决定", "Auditor's decision"),
    "by": ("决定人", "By"),
    "standing": ("效力", "Standing"),
    "rank": ("案件序号", "Case no."),
    "tier": ("等级", "Tier"),
    "probability": (
        "身份相符的可能性（仅指身份，以合成数据校准）",
        "Probability of identity (of identity only, calibrated on synthetic data)",
    ),
    "probability_from": ("概率自", "Probability from"),
    "probability_to": ("概率至", "Probability to"),
    "said": ("给出的平均概率", "Mean stated probability"),
    "true": ("实际为同一人（或企业）的比例", "Share that really is one"),
    "pairs": ("对数", "Pairs"),
    "rule_id": ("规则", "Rule"),
    "rule_title": ("规则说明", "What the rule says"),
    "officer_name": ("董监高", "Officer"),
    "officer_id": ("人员编号", "Officer id"),
    "related_name": ("关联人", "Related party"),
    "relationship": ("关系", "Relationship"),
    "party_table": ("往来类别", "Counterparty is a"),
    "party_name": ("对方名称", "Counterparty"),
    "party_uscc": ("统一社会信用代码", "Credit code"),
    "known_as": ("现有往来", "Known as"),
    "group_entity": ("集团公司", "Group entity"),
    "shared_lines": ("重合的经营范围", "Lines of business in common"),
    "industry_code": ("相同行业代码", "Industry code in common"),
    "scope_bits": ("重合程度（比特）", "How alike (bits)"),
    "group_id": ("集团编码", "Group"),
    "party_id": ("对方编码", "Counterparty id"),
    "share_pct": ("持股比例（%）", "Share (%)"),
    "outcome": ("结论", "Outcome"),
    "declaration_status": ("申报情况", "Declaration"),
    "declaration_decision": ("审批结果", "Decision"),
    "exemption": ("豁免", "Exemption"),
    "overlap": ("时间重叠", "Overlap in time"),
    "dealing_basis": ("往来依据", "Basis of dealing"),
    "exposure_amount": ("往来金额", "Exposure"),
    "exposure_currency": ("币种", "Currency"),
    "duty": ("申报义务", "Duty to declare"),
    "lifecycle": ("状态", "Status"),
    "summary": ("摘要", "Summary"),
    "why": ("为何列为候选", "Why it stands"),
    "why_cleared": ("未列为候选的原因", "Why it is no candidate"),
    "next_step": ("建议下一步", "Suggested next step"),
    "to_evidence": ("证据", "Evidence"),
    "entities": ("涉及集团公司", "Group entities"),
    "regimes": ("适用口径", "Counts under"),
    "statutory_resolution": ("董事会决议等", "Resolution or notice"),
    "closed_because": ("关闭原因", "Closed because"),
    "path": ("路径", "Path"),
    "evidence": ("证据", "Evidence"),
    "regime_verdicts": ("各口径结论", "Verdicts of the regimes"),
    "what_changed": ("变化内容或关闭原因", "What changed, or why it is closed"),
    "term": ("词语或规则", "Term or rule"),
    "meaning": ("含义", "Meaning"),
    "waiting": ("等待什么", "Waiting for"),
    "age_days": ("已过天数", "Age (days)"),
    "submitted_on": ("申报日期", "Submitted"),
    "decided_on": ("审批日期", "Decided"),
    "decision": ("审批结果", "Decision"),
    "feedback_on": ("反馈日期", "Feedback"),
    "cure_days": ("整改天数", "Days to cure"),
    "cured_on": ("整改完成日期", "Cured"),
    "withdrawn_on": ("撤回日期", "Withdrawn"),
    "met": ("核对结果", "Against what was found"),
    "declared_kind": ("申报类型", "Kind of form"),
    "item": ("申报项", "Item"),
    "counterparty_name": ("申报的对方名称", "Counterparty declared"),
    "related_party_name": ("申报的关联人", "Relative declared"),
    "declared_share": ("申报持股（%）", "Share declared (%)"),
    "found": ("对应的结果", "Findings it names"),
    "certainty": ("确定程度", "Certainty"),
    "period": ("年度", "Year"),
    "due_on": ("期限", "Due"),
    "done_on": ("完成日", "Done"),
    "working_days_late": ("晚（工作日）", "Working days late"),
    "entity_id": ("公司编码", "Entity"),
    "declaration_id": ("申报编号", "Declaration"),
    "source_id": ("单据编号", "Document"),
    "feature": ("项目", "Item"),
    "verdict": ("比较结果", "Verdict"),
    "left": ("我方记录", "Our record"),
    "right": ("对方记录", "Other record"),
    "detail": ("说明", "Explanation"),
    "bits": ("证据强度（比特）", "Evidence (bits)"),
    "step": ("步骤", "Step"),
    "from": ("起点", "From"),
    "relation": ("关系", "Relation"),
    "to": ("终点", "To"),
    "valid_from": ("开始", "From day"),
    "valid_to": ("结束", "To day"),
    "source": ("出处（表与行号）", "Source (table and row)"),
    "table": ("表", "Table"),
    "row": ("行号", "Row"),
    "key": ("记录", "Record"),
    "check": ("检查", "Check"),
    "severity": ("级别", "Severity"),
    "column": ("列", "Column"),
    "message": ("问题与处理", "What is wrong and what to do"),
}

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
    "since": ("与上次运行相比", "Against the last run"),
    "no_baseline": (
        "没有更早的已发布运行可比，全部为新增。",
        "There is no earlier published run to compare with: everything is new.",
    ),
    "last_run": ("上次运行", "Last run"),
    "candidates_then": ("候选数量（上次 → 本次）", "Candidates (then → now)"),
    "inputs": ("输入文件", "Input files"),
    "input": ("{rows} 行，sha256 {sha256}", "{rows} rows, sha256 {sha256}"),
    "scope": ("筛查范围", "Scope"),
    "people": ("人员", "People"),
    "people_counts": ("董监高 {officers} 人，关联人 {related} 个", "{officers} officers, {related} related parties"),
    "counterparties": ("对方", "Counterparties"),
    "how": ("口径", "How"),
    "how_counts": (
        "回溯 {lookback} 个月，离任后 {leaver} 个月仍在范围内，亲属范围 {kin}，持股豁免低于 {stake} %",
        "look-back {lookback} months, leavers covered for {leaver} months, kin profile {kin}, stakes exempt below {stake} %",
    ),
    "versions": ("程序与制度版本", "Program and policy"),
    "undecided": ("已申报未获接受", "Declared, not accepted"),
    "reconciled": ("申报核对", "Declarations reconciled"),
    "cleared": ("未列为候选及原因", "Cleared and why"),
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
    "screened": ("已筛查规则", "Screened rules"),
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
    "soft_failed": ("数据期望未满足", "Expectations not met"),
    "pruned": (
        "只有常见姓名相同而未列出的配对",
        "pairs left out because only a common name agrees",
    ),
}


def code(kind: str, value: str | None, language: Language) -> str:
    """The word for a code; the code itself when it has none, an empty text for null."""
    if value is None:
        return ""
    pair = CODES[kind].get(value)
    return value if pair is None else pair[language == "en"]


def enumerated(kind: str, value: str | None, language: Language) -> str:
    """A code of a delivered table as the word we write for it; English codes read as words."""
    if value is None:
        return ""
    return ENUMERATIONS[kind].get(value, (value,))[0] if language == "zh" else value.replace("_", " ")


def column(name: str, language: Language) -> str:
    """The header of a column."""
    return COLUMNS[name][language == "en"]


def text(name: str, language: Language) -> str:
    """A fixed text."""
    return TEXTS[name][language == "en"]


def probability(score: float | None, language: Language) -> str:
    """A posterior in words with its figure: of identity only."""
    if score is None:
        return ""
    words = (
        (0.999, ("几乎确定", "almost certain")),
        (0.99, ("非常可能", "very likely")),
        (0.9, ("很可能", "likely")),
        (0.5, ("有可能", "more likely than not")),
        (0.0, ("不确定", "uncertain")),
    )
    word = next(pair for least, pair in words if score >= least)[language == "en"]
    return f"{word} ({_floor(score)})"


def _floor(score: float) -> str:
    """Never 100 %: identity is not proven by arithmetic."""
    return "> 99.9 %" if score > 0.999 else f"{100 * score:.1f} %"
