"""What the note on a column says: how its cells are read, and what people get wrong."""

from __future__ import annotations

from collections.abc import Mapping

from screening.contract.columns import Column, Kind, Table
from screening.contract.words import ENUMERATIONS
from screening.papers.language import Language, Words

_READ: Mapping[Kind, Words] = {
    Kind.TEXT: ("文字。", "Text."),
    Kind.CODE: ("编码，按文本填写，保留前导零。", "A code; written as text, so that leading zeros stay."),
    Kind.IDENTIFIER: (
        "号码，按文本填写：数值单元格会丢失位数，其中的值不予采用。",
        "A number written as text: a numeric cell loses digits, and what stands in it is not used.",
    ),
    Kind.TEXTS: ("文字；多个值以分号（；）隔开。", "Text; several values are separated by a semicolon."),
    Kind.PHONES: ("电话，按文本填写；多个以分号（；）隔开。", "Phones written as text; several are separated by a semicolon."),
    Kind.ACCOUNTS: (
        "账号，按文本填写，数值单元格会丢失位数；多个以分号（；）隔开。",
        "Account numbers written as text, for a numeric cell loses digits; several are separated by a semicolon.",
    ),
    Kind.DATE: (
        "日期，如 2026-03-01；只知年份或年月的，照实填写。",
        "A date like 2026-03-01; where only year or month is known, write just that.",
    ),
    Kind.SHARE: (
        "百分数：4.99 即 4.99 %；按文本填写。",
        "In percent: 4.99 is 4.99 %; written as text.",
    ),
    Kind.AMOUNT: ("金额，不带币种与单位。", "An amount without currency or unit."),
    Kind.INTEGER: ("整数。", "A whole number."),
    Kind.BOOLEAN: ("是或否。", "Y or N."),
    Kind.ENUM: ("从列表中选择。", "Choose from the list."),
    Kind.FREE: ("照原始资料填写，由程序识别。", "As in your records; the program reads it."),
}  # fmt: skip
_EMPTY: Words = (
    "必填：留空或无法识别时，整行不予采用。",
    "Required: a row in which it is empty or cannot be read is not used.",
)
_MEANS: Words = ("可填：", "Words: ")

REMARKS: Mapping[str, Words] = {
    "valid_from": ("含当日；留空表示起始日期不明。", "Counted in; empty means that the first day is unknown."),
    "valid_to": ("不含当日；留空表示至今有效。", "Not counted in; empty means still valid."),
    "term_start": ("含当日。", "Counted in."),
    "term_end": ("不含当日；在任的留空。", "Not counted in; empty while in office."),
    "dealing_from": ("含当日。", "Counted in."),
    "dealing_to": ("不含当日；仍在合作的留空。", "Not counted in; empty while it goes on."),
    "currency": ("留空为 CNY；香港公司为 HKD。", "Empty is CNY; for a company of Hong Kong, HKD."),
    "group_id": (
        "一份数据含多个集团时填写；人员只与本集团的往来方比对。",
        "Where one delivery holds several groups; people are compared with counterparties of their own group only.",
    ),
    "jurisdiction": ("如 CN、HK；留空为 CN。", "Like CN, HK; empty is CN."),
    "officers.entity_id": (
        "任职公司；一份数据含多个集团时须填写。",
        "Where the person serves; needed in a delivery of several groups.",
    ),
    "officers.officer_id": (
        "同一人的多项任职各占一行，编号相同。",
        "Each appointment is a row of its own; rows of one person bear one code.",
    ),
    "position_class": ("留空时由职务推断。", "Derived from the position when empty."),
    "related_parties.relationship": (
        "如配偶、岳父、兄弟、控制的企业。紧急联系人不是关联人。",
        "Like spouse, wife's father, brother, controlled company. An emergency contact is no related party.",
    ),
    "related_parties.id_number": ("组织填统一社会信用代码。", "For an organisation its credit code."),
    "lawful_basis": (
        "有此列而单元格为空的，该行的号码不予采用；如不使用本列，请整列删除。",
        "Where the column is there and the cell is empty, the row's numbers are not used; delete the column if you do not keep it.",
    ),
    "is_financial_institution": ("指对方本身是否为金融机构。", "Whether the counterparty itself is a financial institution."),
    "platform_person_id": ("数据平台自编的人员编号，仅供参考，不作依据。", "The provider's own merge of people: a hint, never proof."),
    "declarations.declaration_id": (
        "一张表有三项申报的填三行，表单编号相同；无冲突申报填一行。",
        "A form with three items is three rows of one form_id; a nil return is one row.",
    ),
    "declarations.form_id": ("同一张申报表的各行相同。", "The same for all rows of one form."),
    "declarations.aware_on": ("本人知悉该冲突之日。", "The day on which the person came to know of it."),
    "transactions.party_table": ("留空时按类型判断，再按名称判断。", "Empty: judged by kind, else by name."),
    "tips.text": ("只用于归类，不出现在任何报告中。", "Never leaves the reading of the delivery; no report quotes it."),
    "table": ("被更正或排除的行所在的表。", "The table of the row that is corrected or left out."),
    "key": ("该行的编号。", "The code of that row."),
    "column": ("列名，中英文均可。", "The column's name, Chinese or English."),
    "until": ("最后有效日；留空为长期有效。", "The last day on which it holds; empty for good."),
}  # fmt: skip
"""By column, or by table and column; the latter comes first."""


def remark(table: Table, column: Column, language: Language) -> str:
    """The note on a column, a line each: required or not, how it is read, its words, what to mind."""
    place = language == "en"
    lines = [_EMPTY[place]] if column.required else []
    lines.append(_READ[column.kind][place])
    if column.words is not None:
        # with every word that is understood: who pastes from another system sees whether his word is one
        said = [
            "/".join(words) if language == "zh" else f"{code} ({words[0]})"
            for code, words in ENUMERATIONS[column.words].items()
        ]
        lines.append(_MEANS[place] + ("、" if language == "zh" else ", ").join(said))
    more = REMARKS.get(f"{table.name}.{column.name}") or REMARKS.get(column.name)
    if more is not None:
        lines.append(more[place])
    lines.append(f"[{column.name}]" if language == "zh" else f"[{column.zh}]")
    return "\n".join(lines)
