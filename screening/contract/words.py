"""Enumerations of the contract: each code with its words. The first Chinese word is the one we write.

A cell may hold the code or any of the words; comparison ignores case, width and spaces. Codes that several stages show
to people have their words here too.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, tuple[str, ...]]

ENUMERATIONS: Mapping[str, Words] = {
    "position_class": {
        "director": ("董事", "非独立董事"),
        "independent_director": ("独立董事", "独董"),
        "supervisor": ("监事",),
        "senior_manager": ("高级管理人员", "高管", "高级管理层"),
        "employee": ("员工", "职工", "普通员工"),
    },
    "gender": {"male": ("男", "男性", "m"), "female": ("女", "女性", "f")},
    "party_or_person": {
        "person": ("自然人", "个人", "人"),
        "organisation": ("组织", "机构", "企业", "公司", "法人", "单位", "organization", "company"),
    },
    "lawful_basis": {
        "consent": ("同意", "本人同意", "个人同意"),
        "policy": ("制度", "规章制度", "劳动规章制度"),
        "public": ("公开", "公开信息", "公开数据"),
    },
    "party_kind": {
        "company": ("公司", "企业", "法人", "单位"),
        "sole_trader": ("个体工商户", "个体户", "个体"),
        "person": ("个人", "自然人"),
        "public_body": ("公共机构", "事业单位", "政府机关", "机关", "政府"),
        "group": ("集团", "集团公司", "集团内", "内部单位"),
        "employee": ("员工", "职工", "雇员"),
    },
    "partner_role": {"general": ("普通合伙人", "gp"), "limited": ("有限合伙人", "lp")},
    "acquired_via": {"market": ("证券市场", "二级市场", "市场"), "other": ("其他", "非证券市场", "其它")},
    "transaction_kind": {
        "purchase": ("采购", "购买", "购货"),
        "sale": ("销售", "出售", "销货"),
        "asset": ("资产", "资产买卖", "资产交易"),
        "service": ("服务", "劳务"),
        "agency": ("代理",),
        "lease": ("租赁",),
        "funding": ("资金", "提供资金", "资助", "财务资助"),
        "joint_rnd": ("共同研发", "合作研发", "联合研发"),
        "licence": ("许可", "许可协议", "授权许可", "license"),
        "gift": ("赠与", "捐赠", "馈赠"),
        "other": ("其他", "其它"),
    },
    "document_type": {
        "contract": ("合同",),
        "order": ("订单",),
        "invoice": ("发票",),
        "payment": ("付款", "收付款", "收款", "支付"),
        "bid": ("投标", "标书", "招投标"),
    },
    "party_table": {
        "suppliers": ("供应商", "supplier"),
        "customers": ("客户", "customer"),
    },
    "financing_kind": {
        "loan_out": ("借出", "出借"),
        "loan_in": ("借入",),
        "loan_help": ("协助借款", "通过其借款", "协助取得借款"),
        "guarantee_out": ("对外担保", "提供担保", "为其担保"),
        "guarantee_in": ("接受担保", "由其担保", "被担保"),
    },
    "declaration_kind": {
        "annual": ("年度", "年度申报"),
        "initial": ("首次", "首次申报", "初始", "初始申报"),
        "ad_hoc": ("临时", "临时申报", "即时", "即时申报", "ad hoc"),
        "statement": ("声明", "声明书"),
    },
    "item": {
        "competitor_interest": ("竞争方权益", "竞争方利益", "竞争性权益"),
        "business_interest": ("业务往来方权益", "业务往来权益", "业务往来利益", "往来方权益"),
        "position": ("任职", "兼职", "职务"),
        "loan": ("借贷", "借款", "贷款"),
        "guarantee": ("担保",),
        "transaction": ("交易", "关联交易"),
        "competing_business": ("竞争业务", "同业竞争", "竞争性业务"),
        "gift": ("礼品", "礼金", "礼物"),
        "other": ("其他", "其它"),
    },
    "decision": {
        "pending": ("待定", "审批中", "待审批", "未决"),
        "eliminate": ("消除", "限期消除", "整改"),
        "accept": ("接受", "同意", "认可", "无需变更"),
        "other": ("其他", "其它"),
    },
    "direction": {"received": ("收受", "收到", "接受"), "given": ("赠送", "送出", "给予")},
    "gift_form": {
        "cash": ("现金",),
        "cash_equivalent": ("现金等价物", "购物卡", "礼品卡"),
        "in_kind": ("实物", "礼品"),
    },
    "tip_category": {
        "conflict": ("利益冲突",),
        "resources": ("资源", "公司资源", "滥用资源"),
        "gift": ("礼品", "礼金"),
        "other": ("其他", "其它"),
    },
    "approval_kind": {
        "board_resolution": ("董事会决议", "决议"),
        "rpt_notice": ("关联交易告知", "关联交易通知", "关联交易报告"),
        "consultation": ("咨询", "征询"),
        "gift_budget": ("礼品预算", "礼品预算审批"),
    },
}

BOOLEAN_WORDS: Mapping[str, bool] = {
    "true": True, "1": True, "y": True, "yes": True, "是": True, "t": True, "有": True,
    "false": False, "0": False, "n": False, "no": False, "否": False, "f": False, "无": False,
}  # fmt: skip

POSTS: Mapping[str, tuple[str, str]] = {
    "legal_representative": ("法定代表人", "legal representative"),
    "director": ("董事", "director"),
    "independent_director": ("独立董事", "independent director"),
    "supervisor": ("监事", "supervisor"),
    "manager": ("经理", "manager"),
    "finance_head": ("财务负责人", "head of finance"),
    "board_secretary": ("董事会秘书", "board secretary"),
    "proprietor": ("经营者", "proprietor"),
    "branch_head": ("分支机构负责人", "head of branch"),
    "partner": ("合伙人", "partner"),
    "consultant": ("顾问", "consultant"),
    "liaison": ("联络员", "registry contact"),
    "employee": ("员工", "employee"),
}
"""What people read for the kind of a post in another company, in Chinese and English."""

FEATURES: Mapping[str, tuple[str, str]] = {
    "name": ("姓名", "name"),
    "id_number": ("证件号码", "identity number"),
    "birth_date": ("出生日期", "date of birth"),
    "gender": ("性别", "gender"),
    "phone": ("电话", "phone"),
    "email": ("邮箱", "e-mail"),
    "bank_account": ("银行账号", "bank account"),
    "payee_account": ("收款账号", "payee account"),
    "address": ("地址", "address"),
}
"""What people read for a compared feature of two people, in Chinese and English."""
