"""The words for the contract's codes and for those that reports make of them, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from screening.contract.decisions import DECISIONS, IDENTITIES

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
