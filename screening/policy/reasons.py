"""Reason codes in words, Chinese and English. Nothing here calls anything a violation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

Said = tuple[str, str]

SCOPE: Mapping[str, Said] = {
    "independent_director": ("独立董事不在制度适用范围内", "independent directors are outside the policy"),
    "employee": ("一般员工不在制度适用范围内", "ordinary staff are outside the policy"),
    "position_not_mapped": ("职务类别无法判定，请补充职务类别", "the title does not tell its class; please map it"),
    "relation_not_understood": ("关联关系无法识别，请补充映射", "the relationship is not understood; please map it"),
    "relative_outside_core": (
        "该亲属仅在扩展亲属范围内（kin_profile = wide）",
        "such a relative is covered under kin_profile = wide only",
    ),
    "relative_outside_perimeter": ("该亲属不在任何亲属范围内", "such a relative is within no perimeter"),
    "shareholder_too_small": ("持股未达到任何监管口径的比例", "the share is below the percentage of every regime"),
    "shareholder_unknown": (
        "持股比例或集团公司上市情况不明",
        "the share, or whether the group entity is listed, is not known",
    ),
    "no_regime": ("未启用询问股东的监管口径", "no regime that asks about shareholders is configured"),
}

REGIME: Mapping[str, Said] = {
    "not_selected": ("该集团公司未选用此口径", "the regime is not selected for this group entity"),
    "link_not_asked": ("该口径不涉及此类联系", "the regime does not ask about such a link"),
    "test_not_reached": ("未达到该口径的控制或任职标准", "below the regime's test of control or management"),
    "relative_not_asked": ("该口径不涉及此类亲属", "the regime does not ask about such a relative"),
    "office_not_asked": ("所任职务或任职公司不在该口径内", "the regime asks about another office or entity"),
    "office_unknown": ("职务类别或任职公司不明", "the class of the office or its entity is not known"),
    "no_common_day": ("任职、联系与往来没有共同的日子", "office, link and dealing have no day in common"),
    "dates_unknown": ("任职、联系与往来的日期不足以证实重叠", "the dates do not prove that they coincide"),
    "relation_unknown": ("与关联人的关系不明", "how the related party stands to the person is not known"),
    "alleged_only": ("仅有举报线索，需核实", "alleged by a report only; it has to be established"),
    "same_kind_unknown": ("是否属于同类业务需核实", "whether the business is of the same kind has to be established"),
    "control_unknown": ("是否控制该公司需核实", "whether the company is controlled has to be established"),
    "connected": ("属于该口径的关联关系", "connected under the regime"),
    "deemed_connected": ("属于可被视为关连的亲属（14A.21）", "a relative who may be deemed connected (14A.21)"),
    "entity_unknown": ("集团公司的上市情况不明", "whether the group entity is listed is not known"),
    "entity_not_listed": ("集团公司并非A股上市公司", "the group entity is not A-listed"),
    "share_unknown": ("持股比例未知", "the share is not known"),
    "share_too_small": ("持股未达到该口径的比例", "the share is below the regime's percentage"),
    "associate_not_asked": (
        "该口径不涉及非控股股东的子公司",
        "the regime does not ask about companies of such a holder",
    ),
    "no_dealing": ("回溯期内没有业务往来", "no dealing inside the look-back"),
    "no_officer": ("不涉及具体人员，仅作分类", "no person is concerned; a classification only"),
    "outcome_candidate": ("制度要求关注", "the policy asks"),
    "outcome_declared": ("已申报并处理", "declared and settled"),
    "outcome_exempt": ("符合制度的豁免", "exempt under the policy"),
    "outcome_out_of_scope": ("不在制度适用范围内", "outside the policy"),
    "outcome_scope_unknown": ("是否在制度范围内无法判定", "whether it is inside the policy is not known"),
    "outcome_no_overlap": ("任职、联系与往来没有共同的日子", "office, link and dealing have no day in common"),
}

DECLARATION: Mapping[str, Said] = {
    "unknown": ("没有可供核对的申报登记册", "no register that covers it was supplied"),
    "not_declared": ("所提供的登记册中未见相应申报", "no matching declaration in the register supplied"),
    "withdrawn": ("相应申报已撤回", "the matching declaration was withdrawn"),
    "partial": ("登记册中的申报不完整", "the matching declaration is incomplete"),
    "late": ("已申报，但晚于期限", "declared after the deadline"),
    "pending": ("已按时申报，尚无审批结果", "declared on time, no decision yet"),
    "on_time": ("已按时申报", "declared on time"),
}

GAP: Mapping[str, Said] = {
    "other_item": ("以其他申报项申报", "declared under another item"),
    "relative_missing": ("未列明关联人", "the relative is not named"),
    "relation_differs": ("所写关系与登记的关系不符", "the stated relation is another than the one on file"),
    "relation_missing": ("未写明与关联人的关系", "the relation to the relative is not stated"),
    "share_differs": ("申报比例与现状相差较大", "the stated percentage is far off"),
}

DECISION: Mapping[str, Said] = {
    "accept": ("审批结果：接受", "decision: accept"),
    "eliminate": ("审批结果：限期消除", "decision: eliminate"),
    "other": ("审批结果：其他", "decision: other"),
    "pending": ("审批结果：待定", "decision: pending"),
}


def cure_over(ended: date) -> Said:
    """That the days to cure are over; the register may lag behind, so that nothing is on record is all it says."""
    return f"整改期限 {ended} 已过，未见整改完成记录", f"the days to cure ended on {ended}, no cure is on record"


EXEMPTION: Mapping[str, Said] = {
    "market_stake": (
        "经证券市场取得且与核心亲属合计低于豁免比例",
        "bought on the securities market and, with core relatives, below the exempt percentage",
    ),
    "financial_institution": ("与金融机构的正常往来", "ordinary dealing with a financial institution"),
}

DEALING: Mapping[str, Said] = {
    "transaction": ("回溯期内有发票或收付款", "invoices or payments inside the look-back"),
    "contract": ("回溯期内有合同或订单", "contracts or orders inside the look-back"),
    "bid": ("回溯期内有投标", "bids inside the look-back"),
    "registered_only": ("对方仅建档，回溯期内未见单据", "on file only, no document inside the look-back"),
}

DOCUMENT: Mapping[str, Said] = {
    "payment": ("收付款", "payments"),
    "invoice": ("发票", "invoices"),
    "contract": ("合同及订单", "contracts and orders"),
}

SIDE: Mapping[str, Said] = {
    "suppliers": ("供应商", "supplier"),
    "customers": ("客户", "customer"),
    "competitors": ("竞争方", "competitor"),
}

ACTIVITY: Mapping[str, Said] = {
    "held_by_competitor": ("竞争方为共同出资人", "the competitor is a co-owner"),
    "staffed_by_competitor": ("竞争方委派人员任职", "the competitor placed somebody there"),
    "declared": ("本人申报", "declared by the officer"),
}

UNNAMED: Said = ("未指明的对方", "no counterparty named")

ATTRIBUTE: Mapping[str, Said] = {
    "bank_account": ("银行账号", "a bank account"),
    "payee_account": ("收款账号", "the payee account"),
    "phone": ("电话", "a phone number"),
    "email": ("邮箱", "an e-mail address"),
    "address": ("地址", "an address"),
}

BEARS_NAME: Mapping[str, Said] = {
    "contact": ("联系人", "the name of its contact"),
    "payee": ("收款账户户主", "the name on its account"),
    "liaison": ("工商联络员", "the name of its registry contact"),
    "employee": ("员工", "the name of an employee"),
}
"""Whose name it is where nothing but a person is shared: a role too weak for a rule of its own."""

BEARS_SOME_NAME: Said = ("登记人员", "the name of somebody on its records")
