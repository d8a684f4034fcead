"""A letter of inquiry (询问函): one case, one officer, and a page to answer on. It asks; it holds nothing against anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.papers.document import BLANK_DATE, Paper
from screening.papers.inquiry import explanations, shown
from screening.papers.language import Language, Words, say
from screening.papers.published import Officer, Row

TITLE: Words = ("询问函", "Letter of inquiry")
_TO: Words = ("致：{name}", "To: {name}")
_GREETING: Words = (
    "您好！内部审计部门在例行核对申报资料与往来方、登记资料时，注意到下列记录。记录可能不准确、不完整或已过时，也可能与您无关，因此请您说明情况。"
    "本函只为了解事实，不代表任何结论。",
    "In a routine comparison of declarations with counterparties and registers, internal audit came upon the records below. They may be wrong, "
    "incomplete or out of date, or have nothing to do with you, and so we ask you to explain. This letter wants to learn the facts; it is no "
    "conclusion of any kind.",
)
_PARTY: Words = ("一、所涉对方", "The counterparty")
_NAMED: Words = ("“{name}”（{kind}）", "“{name}” ({kind})")
_KINDS: Mapping[str, Words] = {
    "suppliers": ("本公司或本集团的供应商名录中的单位或个人", "in our or our group's list of suppliers"),
    "customers": ("本公司或本集团的客户名录中的单位或个人", "in our or our group's list of customers"),
    "competitors": ("与本公司或本集团有竞争业务的单位或个人", "in our or our group's list of competitors"),
}
_NO_LIST: Words = ("不在本公司往来方名录中", "in none of our lists")
_SHOWN: Words = ("二、资料中的记录", "What records show")
_RIGHTS: Words = (
    "请于________________前答复。您可以书面答复，也可以约定时间当面说明；对所列资料有异议的，可要求更正。您的答复只用于本次核对，只由经办人员查阅。",
    "Please answer by ________________, in writing or in person by appointment, and have records corrected that are wrong. Your answer serves this "
    "inquiry alone and is read by those who handle it.",
)
_FROM: tuple[Words, Words] = (("经办人", "From"), ("发函日期", "Date"))
_ASKED: Words = (
    "三、答复（请选择并说明；可多选，排列不分先后）",
    "Your answer (several may apply; their order means nothing)",
)
_MORE: Words = (
    "请尽可能写明：联系的性质与起止时间，您是否参与相关业务的选择、定价或审批，是否曾申报或告知公司及其时间；可附证明材料。",
    "As far as you can, please tell: what kind of link it is and since when or until when, whether you took part in choosing, pricing or approving "
    "the business, whether and when you declared it or told the company. Papers may be attached.",
)
_ANSWER: tuple[Words, Words] = (("答复人（签字）", "Signed"), ("日期", "Date"))
_CONFIDENTIAL: Words = (
    "保密：仅供收件人本人及内部审计使用",
    "Confidential: for the addressee and internal audit only",
)
_REFERENCE: Words = ("编号 {case}", "Reference {case}")
_LINES = 12


@dataclass(frozen=True, slots=True)
class Case:
    """One case to ask about.

    Attributes:
        links: its open findings, the surest first.
    """

    case_id: str
    officer: Officer
    links: Sequence[Row]


def letter(case: Case, kinship: Mapping[tuple[str, str], Row], language: Language, made_on: datetime) -> Paper:
    """The letter on one case."""
    paper = Paper(language, TITLE[0], made_on)
    paper.header(say(_REFERENCE, language).format(case=case.case_id))
    paper.footer(say(_CONFIDENTIAL, language))
    paper.title(say(TITLE, language))
    paper.paragraph(say(_TO, language).format(name=case.officer.name))
    paper.paragraph(say(_GREETING, language), indent=True)
    paper.heading(say(_PARTY, language))
    for line in dict.fromkeys(_party(link, language) for link in case.links):
        paper.paragraph(line, indent=True)
    paper.heading(say(_SHOWN, language))
    for sentence in shown(case.links, kinship, language):
        paper.item("·", sentence)
    paper.paragraph(say(_RIGHTS, language), indent=True)
    by, sent = (say(label, language) for label in _FROM)
    paper.fields([(by, ""), (sent, say(BLANK_DATE, language))])
    paper.next_page()
    paper.heading(say(_ASKED, language))
    for explanation in explanations((link["rule_id"] for link in case.links), language):
        paper.tick(explanation)
    paper.paragraph(say(_MORE, language), indent=True)
    paper.box([], least=_LINES)
    signed, day = (say(label, language) for label in _ANSWER)
    paper.fields([(signed, ""), (day, say(BLANK_DATE, language))])
    return paper


def _party(link: Row, language: Language) -> str:
    kind = say(_KINDS.get(link["party_table"] or "", _NO_LIST), language)
    return say(_NAMED, language).format(name=link["party_name"] or "", kind=kind)
