"""What the answers are worded with, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from screening.reports.words import Language

_Pair = tuple[str, str]

TEXTS: Mapping[str, _Pair] = {
    "who": ("人员", "Who this is"),
    "party": ("往来方", "Counterparty"),
    "answer": ("结论", "Answer"),
    "posts": ("在集团的任职", "Posts in the group"),
    "relatives": ("关联人", "Related parties"),
    "findings": ("结果（按规则）", "Findings"),
    "links": ("联系", "Links"),
    "links_without_finding": ("未形成结果的联系", "Links that are no finding"),
    "loose": ("仅为身份相符、未通向往来方的记录", "Records of the same identity that lead to no counterparty"),
    "compared": ("逐一比对", "Compared"),
    "organisations": ("关联企业", "Related organisations"),
    "declared": ("申报", "Declarations"),
    "calendar": ("申报期限", "Declaration calendar"),
    "contradictions": ("相互矛盾的记录", "Records that contradict each other"),
    "rules": ("各项规则", "Every rule"),
    "decisions": ("本次运行之后的审计决定", "Decided since this run"),
    "people": ("其登记人员", "People named there"),
    "alike": ("可能为同一企业", "Probably the same company"),
    "choice": ("有多个可能，请选定其一后再查询：", "Several are meant; ask again for one of them:"),
    "names": ("其他姓名", "Other names"),
    "numbers": ("证件号码", "Identity number"),
    "birth": ("出生", "Born"),
    "found": ("依据", "Found by"),
    "records": ("主数据", "Master records"),
    "usc": ("统一社会信用代码", "Credit code"),
    "run": ("运行", "Run"),
    "as_of": ("基准日", "as of"),
    "path": ("路径", "Path"),
    "identity": ("身份依据", "Why it is the same person or company"),
    "facts": ("规则依据", "Why the rule says so"),
    "probability": ("身份相符的可能性", "Probability of identity"),
    "sum": ("合计", "Sum"),
    "nothing": ("无", "none"),
    "no_findings": ("没有结果。", "No findings."),
    "and_more": ("另有 {n} 项未列出（见 --json）", "{n} more are not shown (see --json)"),
    "not_screened": ("未筛查", "not screened"),
    "nothing_found": ("未发现", "nothing found"),
    "closed": ("已关闭", "closed"),
    "nil": ("无冲突申报", "nil return"),
    "kept_apart": ("与同一编号下的其他记录矛盾，分别比对", "contradicts other rows under this code; compared apart"),
    "emergency": ("紧急联系人，不作关联人", "emergency contact, no related party"),
    "hidden": (
        "另有 {findings} 条结果（其中候选 {candidates} 条）涉及受限人员，此处不显示。",
        "{findings} more findings ({candidates} candidates) concern restricted people and are not shown here.",
    ),
    "reading": (
        "所列均为待核实的线索；可能性仅指身份是否相符（以合成数据校准），与是否不当无关。",
        "All of this is for an auditor to look at. A probability speaks of identity only, never of guilt, and was calibrated on synthetic data.",
    ),
    "next": ("建议的下一步", "Suggested next step"),
    "declared_on": ("申报日期", "Declared on"),
    "item": ("申报项", "Item"),
    "cut": (
        "上层企业过多，仅比对了最近的部分。",
        "There are very many companies above the counterparty; only the nearest were looked behind.",
    ),
    "bits": ("比特", "bits"),
    "bits_in_words": ("比特，每多 1 胜算加倍", "bits; each doubles odds"),
    "how_sure": ("身份", "Identity"),
    "of_people": ("（共 {n} 人次）", " ({n} in all)"),
}

HOW: Mapping[str, _Pair] = {
    "code": ("编号", "code"),
    "uscc": ("统一社会信用代码", "credit code"),
    "number": ("证件号码", "identity number"),
    "name": ("姓名（名称）", "name"),
    "folded": ("姓名的另一种写法（繁简、大小写等）", "the name in another script, width or case"),
    "variant": ("异体字", "variant characters"),
    "reading": ("读音（拼音、粤语拼法等）", "sound (pinyin, Cantonese spelling)"),
    "masked": ("部分隐去的姓名", "a name with hidden characters"),
    "former_names": ("曾用名", "former name"),
    "other_names": ("其他名称", "other name"),
    "part": ("名称的一部分", "part of the name"),
    "short": ("简称", "short name"),
}

ROLES: Mapping[str, _Pair] = {
    "holder": ("股东", "shareholder"),
    "nominee_for": ("被代持人", "person a nominee holds for"),
    "post": ("主要人员", "post"),
    "legal_representative": ("法定代表人", "legal representative"),
    "contact": ("联系人", "contact"),
    "payee": ("收款户主", "holder of the account"),
    "party_self": ("本人即往来方", "the counterparty itself"),
}

KINDS: Mapping[str, _Pair] = {
    "holding": ("持股", "shareholding"),
    "post": ("任职", "post"),
    "self": ("本人（或关联企业）即往来方", "is the counterparty"),
    "financing": ("借贷或担保", "loan or guarantee"),
    "gift": ("礼品", "gift"),
    "attribute": ("共用信息", "shared value"),
    "shareholder": ("集团股东", "shareholder of the group"),
    "same_line": ("业务与集团重合", "business in the group's line"),
    "activity": ("与竞争方有业务联系", "in business with a competitor"),
    "tip": ("举报线索", "report"),
}

WHY: Mapping[str, _Pair] = {
    "outcome:candidate": ("已列为候选：见下列结果。", "There is a candidate: see the findings."),
    "outcome:declared": ("有联系，且已申报，故不列为候选。", "There is a link, and it was declared: no candidate."),
    "outcome:exempt": ("有联系，但属豁免情形，故不列为候选。", "There is a link, and it is exempt: no candidate."),
    "outcome:out_of_scope": ("有联系，但不在制度的适用范围内。", "There is a link, outside the scope of the policy."),
    "outcome:scope_unknown": (
        "有联系，但缺少判断是否适用的信息。",
        "There is a link; what is needed to tell whether the policy applies is missing.",
    ),
    "outcome:no_overlap": (
        "有联系，但任职、联系与往来的时间没有重叠。",
        "There is a link, but office, link and dealing have no day in common.",
    ),
    "outcome:dismissed": ("审计人员已排除。", "An auditor dismissed it."),
    "outcome:closed": ("此前的结果已关闭。", "An earlier finding was closed."),
    "linked": (
        "身份或企业相符，但没有规则据此形成结果：见下列联系与各项规则。",
        "Identity or company agrees, but no rule makes a finding of it: see the links and every rule below.",
    ),
    "dismissed:ruled_not_same": (
        "比对结果相符，但审计人员已认定并非同一人。",
        "The records agree, and an auditor ruled that they are two people.",
    ),
    "vetoed": (
        "姓名相符，但证件号码矛盾，不是同一人。",
        "The names agree, but the identity numbers contradict each other: two people.",
    ),
    "below_threshold": ("做过比对，证据不足以成为线索。", "They were compared; the evidence does not make a lead."),
    "not_compared:another_group": (
        "未比对：该人员与该往来方不属同一集团。",
        "Not compared: the counterparty belongs to another group than the person.",
    ),
    "not_compared:group_company": (
        "未比对：该往来方是集团自己的公司。",
        "Not compared: the counterparty is a company of the group itself.",
    ),
    "not_compared:employee_record": (
        "未比对：该往来方是员工报销类记录，不是业务往来方。",
        "Not compared: the counterparty is a record for staff expenses, not for business.",
    ),
    "not_compared:nobody_named": (
        "未比对：该往来方及其上层企业没有任何登记人员。",
        "Not compared: nobody is named in the counterparty or in the companies above it.",
    ),
    "not_compared:homonym": (
        "未逐一比对：只有常见姓名相同，即使其他信息全部相符也达不到线索的门槛。",
        "Not compared one by one: only a common name agrees, and with all that the records could still show it cannot become a lead.",
    ),
    "not_compared:no_shared_key": (
        "未比对：该人员及其关联人与该往来方背后的人没有任何相同之处（姓名、证件号码、出生日期、电话、邮箱、账号、地址）。",
        "Not compared: the person and his related parties share nothing with the people behind the counterparty "
        "(name, number, date of birth, phone, e-mail, account, address).",
    ),
}

PAIR: Mapping[str, _Pair] = {
    "link": ("相符", "same person"),
    "vetoed": ("证件号码矛盾", "numbers contradict"),
    "below_threshold": ("低于门槛", "below the threshold"),
    "homonym": ("仅姓名相同（最多 {reach} 比特，需 {needed}）", "name alone (at most {reach} bits, {needed} needed)"),
    "no_key": ("无相同之处", "nothing in common"),
    "linked": ("即该往来方或其上层企业", "is the counterparty or stands above it"),
    "two_codes": ("统一社会信用代码不同，是两家企业", "another credit code: two companies"),
    "no_link": ("未发现与该往来方相同", "not found to be the counterparty"),
}


def text(name: str, language: Language, **values: object) -> str:
    """A fixed text with its figures filled in."""
    return TEXTS[name][language == "en"].format(**values)


def word(words: Mapping[str, _Pair], name: str, language: Language, **values: object) -> str:
    """The word for a code; the code itself when it has none."""
    pair = words.get(name)
    return name if pair is None else pair[language == "en"].format(**values)


def text_colon(language: Language) -> str:
    """The colon between a label and what it labels."""
    return "：" if language == "zh" else ": "


def text_comma(language: Language) -> str:
    """What stands between the words of a list."""
    return "、" if language == "zh" else ", "
