"""The input tables of contract.md section 1, word for word."""

from __future__ import annotations

from collections.abc import Mapping

from screening.contract.columns import Column, Kind, Table


def _c(name: str, zh: str, kind: Kind = Kind.TEXT, words: str | None = None) -> Column:
    """A column; a trailing `*` on its name marks it required, as in the contract."""
    return Column(name.rstrip("*"), zh, kind, name.endswith("*"), words)


_VALIDITY = (_c("valid_from", "生效日期", Kind.DATE), _c("valid_to", "失效日期", Kind.DATE))
_PLATFORM = (
    _c("provider", "数据平台"),
    _c("platform_person_id", "平台人员编号", Kind.CODE),
    _c("retrieved_on", "查询日期", Kind.DATE),
)
_COUNTERPARTY = (
    _c("counterparty_name*", "对方名称"),
    _c("counterparty_uscc", "统一社会信用代码", Kind.IDENTIFIER),
)

_MASTER = (
    _c("party_id*", "编码", Kind.CODE),
    _c("name*", "名称"),
    _c("other_names", "其他名称", Kind.TEXTS),
    _c("former_names", "曾用名", Kind.TEXTS),
    _c("uscc", "统一社会信用代码", Kind.IDENTIFIER),
    _c("registration_no", "注册号", Kind.IDENTIFIER),
    _c("legal_representative", "法定代表人"),
    _c("contact_name", "联系人"),
    _c("phone", "电话", Kind.PHONES),
    _c("email", "邮箱", Kind.TEXTS),
    _c("address", "地址", Kind.TEXTS),
    _c("bank_account", "银行账号", Kind.ACCOUNTS),
    _c("bank_account_name", "银行户名"),
    _c("listed_code", "证券代码", Kind.CODE),
    _c("is_financial_institution", "金融机构", Kind.BOOLEAN),
    _c("entity_id", "公司编码", Kind.CODE),
    _c("status", "状态", Kind.FREE),
    _c("created_on", "建档日期", Kind.DATE),
    _c("dealing_from", "合作开始", Kind.DATE),
    _c("dealing_to", "合作结束", Kind.DATE),
    _c("created_by", "建档人", Kind.CODE),
    _c("party_kind", "主体类型", Kind.ENUM, "party_kind"),
    _c("id_type", "证件类型"),
    _c("id_number", "证件号码", Kind.IDENTIFIER),
    _c("account_group", "账户组"),
    _c("business_scope", "经营范围"),
    _c("industry_code", "行业代码", Kind.CODE),
    _c("group_id", "集团编码", Kind.CODE),
    _c("category", "类别", Kind.FREE),
)

_DATA_FIX = (
    _c("table*", "表"),
    _c("key*", "键", Kind.CODE),
)

_ALL = (
    Table(
        "group_entities", "集团公司", "one legal entity of the group", ("entity_id",),
        (
            _c("entity_id*", "公司编码", Kind.CODE),
            _c("name*", "公司名称"),
            _c("uscc", "统一社会信用代码", Kind.IDENTIFIER),
            _c("parent_entity_id", "上级公司编码", Kind.CODE),
            _c("share_pct", "持股比例", Kind.SHARE),
            _c("jurisdiction", "司法辖区", Kind.CODE),
            _c("listed_code", "证券代码", Kind.CODE),
            _c("business_scope", "经营范围"),
            _c("industry_code", "行业代码", Kind.CODE),
            _c("group_id", "集团编码", Kind.CODE),
            *_VALIDITY,
        ),
    ),
    Table(
        "officers", "董监高名册", "one appointment", ("officer_id",),
        (
            _c("officer_id*", "人员编号", Kind.CODE),
            _c("name*", "姓名"),
            _c("other_names", "其他姓名", Kind.TEXTS),
            _c("entity_id", "公司编码", Kind.CODE),
            _c("position*", "职务", Kind.FREE),
            _c("position_class", "职务类别", Kind.ENUM, "position_class"),
            _c("id_type", "证件类型"),
            _c("id_number", "证件号码", Kind.IDENTIFIER),
            _c("birth_date", "出生日期", Kind.DATE),
            _c("gender", "性别", Kind.ENUM, "gender"),
            _c("phone", "手机", Kind.PHONES),
            _c("email", "邮箱", Kind.TEXTS),
            _c("address", "地址", Kind.TEXTS),
            _c("bank_account", "银行账号", Kind.ACCOUNTS),
            _c("term_start", "任职开始", Kind.DATE),
            _c("term_end", "任职结束", Kind.DATE),
            _c("source", "来源"),
        ),
    ),
    Table(
        "related_parties", "关联人", "one related person or company", ("related_id",),
        (
            _c("related_id*", "关联人编号", Kind.CODE),
            _c("officer_id*", "人员编号", Kind.CODE),
            _c("name*", "名称"),
            _c("other_names", "其他名称", Kind.TEXTS),
            _c("kind", "类型", Kind.ENUM, "party_or_person"),
            _c("relationship*", "关系", Kind.FREE),
            _c("id_type", "证件类型"),
            _c("id_number", "证件号码", Kind.IDENTIFIER),
            _c("birth_date", "出生日期", Kind.DATE),
            _c("phone", "手机", Kind.PHONES),
            _c("email", "邮箱", Kind.TEXTS),
            _c("address", "地址", Kind.TEXTS),
            _c("bank_account", "银行账号", Kind.ACCOUNTS),
            *_VALIDITY,
            _c("source", "来源"),
            _c("lawful_basis", "处理依据", Kind.ENUM, "lawful_basis"),
        ),
    ),
    Table("suppliers", "供应商", "one master record", ("party_id",), _MASTER),
    Table("customers", "客户", "one master record", ("party_id",), _MASTER),
    Table("competitors", "竞争对手", "one master record", ("party_id",), _MASTER),
    Table(
        "registry_companies", "工商登记", "one company in a registry extract", ("name",),
        (
            _c("name*", "企业名称"),
            _c("uscc", "统一社会信用代码", Kind.IDENTIFIER),
            _c("registration_no", "注册号", Kind.IDENTIFIER),
            _c("former_names", "曾用名", Kind.TEXTS),
            _c("legal_representative", "法定代表人"),
            _c("founded_on", "成立日期", Kind.DATE),
            _c("company_type", "企业类型"),
            _c("listed_code", "证券代码", Kind.CODE),
            _c("status", "登记状态", Kind.FREE),
            _c("registered_capital", "注册资本"),
            _c("address", "注册地址", Kind.TEXTS),
            _c("phone", "电话", Kind.PHONES),
            _c("email", "邮箱", Kind.TEXTS),
            _c("business_scope", "经营范围"),
            _c("industry_code", "行业代码", Kind.CODE),
            _c("as_of", "数据日期", Kind.DATE),
        ),
    ),
    Table(
        "appointments", "主要人员", "one post held by a person in a company", ("company_name", "person_name"),
        (
            _c("company_name*", "企业名称"),
            _c("company_uscc", "统一社会信用代码", Kind.IDENTIFIER),
            _c("person_name*", "姓名"),
            _c("role*", "职务", Kind.FREE),
            _c("id_number", "证件号码", Kind.IDENTIFIER),
            _c("birth_date", "出生日期", Kind.DATE),
            _c("phone", "电话", Kind.PHONES),
            _c("nominated_by", "委派方"),
            _c("valid_from", "任职开始", Kind.DATE),
            _c("valid_to", "任职结束", Kind.DATE),
            _c("source", "来源"),
            _c("as_of", "数据日期", Kind.DATE),
            *_PLATFORM,
        ),
    ),
    Table(
        "holdings", "股东出资", "one shareholding", ("company_name", "holder_name"),
        (
            _c("holder_name*", "股东名称"),
            _c("holder_kind", "股东类型", Kind.ENUM, "party_or_person"),
            _c("holder_id", "股东证件号码", Kind.IDENTIFIER),
            _c("company_name*", "企业名称"),
            _c("company_uscc", "统一社会信用代码", Kind.IDENTIFIER),
            _c("share_pct", "持股比例", Kind.SHARE),
            _c("voting_pct", "表决权比例", Kind.SHARE),
            _c("partner_role", "合伙人类型", Kind.ENUM, "partner_role"),
            _c("acquired_via", "取得方式", Kind.ENUM, "acquired_via"),
            _c("nominee_for", "代持对象"),
            _c("valid_from", "持股开始", Kind.DATE),
            _c("valid_to", "持股结束", Kind.DATE),
            _c("source", "来源"),
            _c("as_of", "数据日期", Kind.DATE),
            *_PLATFORM,
        ),
    ),
    Table(
        "transactions", "业务往来", "one contract, order, invoice or payment", ("transaction_id",),
        (
            _c("transaction_id*", "单据编号", Kind.CODE),
            _c("entity_id", "公司编码", Kind.CODE),
            _c("party_id", "编码", Kind.CODE),
            _c("party_name", "名称"),
            _c("kind*", "类型", Kind.ENUM, "transaction_kind"),
            _c("amount", "金额", Kind.AMOUNT),
            _c("currency", "币种", Kind.CODE),
            _c("transacted_on*", "日期", Kind.DATE),
            _c("requester_id", "申请人", Kind.CODE),
            _c("approver_id", "审批人", Kind.CODE),
            _c("bank_account", "收款账号", Kind.ACCOUNTS),
            _c("document_no", "合同号", Kind.CODE),
            _c("document_type", "单据类型", Kind.ENUM, "document_type"),
            _c("party_table", "往来类别", Kind.ENUM, "party_table"),
        ),
    ),
    Table(
        "financing", "借贷担保", "one loan or guarantee", ("financing_id",),
        (
            _c("financing_id*", "编号", Kind.CODE),
            _c("officer_id", "人员编号", Kind.CODE),
            _c("related_id", "关联人编号", Kind.CODE),
            *_COUNTERPARTY,
            _c("kind*", "类型", Kind.ENUM, "financing_kind"),
            _c("amount", "金额", Kind.AMOUNT),
            _c("currency", "币种", Kind.CODE),
            _c("is_financial_institution", "金融机构", Kind.BOOLEAN),
            _c("valid_from", "开始日期", Kind.DATE),
            _c("valid_to", "结束日期", Kind.DATE),
            _c("source", "来源"),
        ),
    ),
    Table(
        "declarations", "利益冲突申报", "one declared item", ("declaration_id",),
        (
            _c("declaration_id*", "申报编号", Kind.CODE),
            _c("officer_id*", "人员编号", Kind.CODE),
            _c("kind*", "申报类型", Kind.ENUM, "declaration_kind"),
            _c("submitted_on*", "申报日期", Kind.DATE),
            _c("signed", "已签字", Kind.BOOLEAN),
            _c("aware_on", "知悉日期", Kind.DATE),
            _c("nil_return", "无冲突", Kind.BOOLEAN),
            _c("item", "申报项", Kind.ENUM, "item"),
            _c("counterparty_name", "对方名称"),
            _c("counterparty_uscc", "统一社会信用代码", Kind.IDENTIFIER),
            _c("related_party_name", "关联人姓名"),
            _c("relationship", "关联关系", Kind.FREE),
            _c("share_pct", "持股比例", Kind.SHARE),
            _c("decision", "审批结果", Kind.ENUM, "decision"),
            _c("decided_on", "审批日期", Kind.DATE),
            _c("cure_days", "整改天数", Kind.INTEGER),
            _c("cured_on", "整改完成日期", Kind.DATE),
            _c("withdrawn_on", "撤回日期", Kind.DATE),
            _c("form_id", "表单编号", Kind.CODE),
            _c("form_version", "表单版本", Kind.CODE),
            _c("received_on", "收到日期", Kind.DATE),
            _c("feedback_on", "反馈日期", Kind.DATE),
            _c("archived_on", "归档日期", Kind.DATE),
            _c("decided_by", "审批人"),
            _c("keyed_by", "录入人", Kind.CODE),
            _c("checked_by", "复核人", Kind.CODE),
            _c("document_ref", "附件"),
        ),
    ),
    Table(
        "gifts", "礼金登记", "one gift", ("gift_id",),
        (
            _c("gift_id*", "编号", Kind.CODE),
            _c("officer_id*", "人员编号", Kind.CODE),
            *_COUNTERPARTY,
            _c("direction*", "方向", Kind.ENUM, "direction"),
            _c("form*", "形式", Kind.ENUM, "gift_form"),
            _c("value", "价值", Kind.AMOUNT),
            _c("currency", "币种", Kind.CODE),
            _c("occurred_on*", "日期", Kind.DATE),
            _c("handed_in_on", "上缴日期", Kind.DATE),
        ),
    ),
    Table(
        "tips", "举报线索", "one report", ("tip_id",),
        (
            _c("tip_id*", "编号", Kind.CODE),
            _c("received_on*", "日期", Kind.DATE),
            _c("officer_id", "人员编号", Kind.CODE),
            _c("subject_name", "被举报人"),
            _c("counterparty_name", "对方名称"),
            _c("category", "类别", Kind.ENUM, "tip_category"),
            _c("text", "内容"),
        ),
    ),
    Table(
        "approvals", "批准记录", "one resolution, notice or consultation", ("approval_id",),
        (
            _c("approval_id*", "编号", Kind.CODE),
            _c("officer_id*", "人员编号", Kind.CODE),
            _c("kind*", "类型", Kind.ENUM, "approval_kind"),
            _c("counterparty_name", "对方名称"),
            _c("counterparty_uscc", "统一社会信用代码", Kind.IDENTIFIER),
            _c("dated_on*", "日期", Kind.DATE),
            _c("document_ref", "附件"),
        ),
    ),
    Table(
        "user_accounts", "系统账号", "one account of a business system", ("user_id",),
        (
            _c("user_id*", "账号", Kind.CODE),
            _c("officer_id", "人员编号", Kind.CODE),
            _c("name", "姓名"),
        ),
    ),
    Table(
        "corrections", "更正", "one corrected cell", ("table", "key"),
        (
            *_DATA_FIX,
            _c("column*", "列"),
            _c("value*", "值"),
            _c("reason*", "原因"),
            _c("by*", "提出人"),
            _c("until", "有效期至", Kind.DATE),
        ),
    ),
    Table(
        "exclusions", "排除", "one excluded record", ("table", "key"),
        (
            *_DATA_FIX,
            _c("reason*", "原因"),
            _c("by*", "提出人"),
            _c("until", "有效期至", Kind.DATE),
        ),
    ),
)  # fmt: skip

TABLES: Mapping[str, Table] = {table.name: table for table in _ALL}

MASTERS = ("suppliers", "customers", "competitors")
"""At least one of these is required; each master record is a counterparty."""

REQUIRED_TABLES = ("officers",)
