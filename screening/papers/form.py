"""The policy's declaration form (利益冲突申报表): as the policy prints it, a tick for a nil return, and a supplement.

The printed form names companies and one related person, and does not say which belongs to which; the supplement has a row an
item, in the order in which the table `declarations` takes them. It is marked as optional: the printed fields alone are a declaration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.contract.words import ENUMERATIONS
from screening.papers.document import BLANK_DATE, BOX, Paper
from screening.papers.language import Language, Words, say
from screening.papers.made import MADE_ON

TITLE: Words = ("利益冲突申报表", "Declaration of conflicts of interest")
NIL: Words = (
    "本人目前没有需要申报的利益冲突（补充项：无冲突申报，勾选后第1至3项填“无”）。",
    "I have no conflict of interest to declare (added here: a nil return; write “none” under 1 to 3).",
)
_PART_1: Words = ("一、利益冲突的申报", "I. Declaration")
_KNOWS: Words = (
    "本人知悉，如本人或关联人拥有与公司（含分、子公司，下同）有业务往来或竞争业务的任何公司的直接或间接利益，须向公司申报。",
    "I know that I have to declare to the company (here and below with its branches and subsidiaries) any direct or indirect interest "
    "that I or a related person of mine have in any company that deals or competes with it.",
)
_DECLARES: Words = (
    "本人现申报在履行公司赋予的职务时存在/可能引起利益冲突的情况：",
    "I now declare what is, or may become, a conflict of interest in the performance of my office:",
)
_COMPETING: Words = (
    "1. 本人或关联人在与公司有竞争业务的公司拥有利益，该公司为：",
    "1. I or a related person have an interest in a company that competes with the company, namely:",
)
_DEALING: Words = (
    "2. 本人或关联人在与公司有业务往来的公司拥有利益，该公司为：",
    "2. I or a related person have an interest in a company that deals with the company, namely:",
)
_RELATED: tuple[Words, Words] = (("3. 上述关联人姓名", "3. Name of that related person"), ("关联关系", "Relation"))
_SIGN: tuple[Words, Words, Words] = (
    ("申报人（签字）", "Declarant (signature)"),
    ("单位及职务", "Company and position"),
    ("申报日期", "Date"),
)
_PART_2: Words = ("二、利益冲突事项审批", "II. Decision")
_DECIDES: Words = (
    "针对上述申报人的申报的利益冲突事项，通过研究，现作出如下决定：",
    "On what is declared above it is decided, after deliberation:",
)
_DECISIONS: tuple[Words, ...] = (
    ("1. 申报人应于[　　]天内消除该利益冲突。", "1. The declarant shall end the conflict within [      ] days."),
    (
        "2. 公司能接受该利益冲突的影响，申报人无需做出任何改变。",
        "2. The company can accept the effects of the conflict; the declarant need change nothing.",
    ),
    ("3. 其他（请说明）：", "3. Other (explain):"),
)
_APPROVE: tuple[Words, Words] = (("审批人员", "Decided by"), ("日期", "Date"))

_SUPPLEMENT: Words = ("补充表（选填）", "Supplement (optional)")
_WHY: Words = (
    "制度所附申报表没有以下栏目，可以不填。逐项填写有助于核对：每一利益、任职、借贷、担保或交易占一行，并写明涉及的关联人。",
    "The policy's form does not ask for this, and it may stay empty. It helps those who check: one row for each interest, post, loan, guarantee "
    "or deal, with the related person it concerns.",
)
_COLUMNS: tuple[tuple[Words, float], ...] = (
    (("序号", "No."), 1.1),
    (("对方名称、统一社会信用代码", "Company and credit code"), 4.6),
    (("申报项", "Kind of item"), 2.2),
    (("持股比例、取得方式", "Share, how acquired"), 2.4),
    (("起止日期", "From – to"), 2.0),
    (("关联人及关系", "Related person, relation"), 2.5),
    (("知悉日期", "Known since"), 2.0),
)
_KINDS: Words = ("申报项：", "Kinds of items: ")
_ACQUIRED: Words = (
    "取得方式：证券市场或其他。与金融机构的正常借贷无需填写。礼金另行登记。",
    "How acquired: on the securities market, or otherwise. Ordinary lending with financial institutions need not be named; gifts have a register "
    "of their own.",
)
_TRANSLATION: Words = ("", "Translation for convenience; the Chinese form is the policy's.")
_ROWS = 8

_KNOWN: Words = ("预填内容（请核实）", "Filled in before (please check)")
_KNOWN_WHY: Words = (
    "下列各行由公司根据您以往的申报和登记资料预先填写，可能有误、过时或不全，不代表公司的任何认定。请逐行核实：属实的勾选“属实”；"
    "不属实或已变化的请勾选并说明；遗漏的请补充。最终以您签字申报的内容为准。",
    "The company filled in these rows from your earlier declarations and from registers. They may be wrong, out of date or incomplete and are no "
    "finding of any kind. Please check each row: tick whether it is right, wrong or has changed, say how, and add what is missing. What counts is "
    "what you sign.",
)
_KNOWN_COLUMNS: tuple[tuple[Words, float], ...] = (
    (("序号", "No."), 1.1),
    (("对方名称", "Company"), 4.4),
    (("申报项", "Kind of item"), 2.2),
    (("关联人及关系", "Related person, relation"), 2.8),
    (("来源", "Source"), 3.2),
    (("核实", "Checked"), 2.4),
)
_CHECK: tuple[Words, ...] = (("属实", "right"), ("已变化", "changed"), ("不属实", "wrong"))
_SEE_ROWS: Words = ("（见预填第{rows}行，请核实）", " (row {rows} below, please check)")
_NOTHING_KNOWN: Words = (
    "没有可以预填的内容。这不表示没有需要申报的事项，请如实填写。",
    "There was nothing to fill in. This does not mean that there is nothing to declare.",
)
_WHOSE: tuple[Words, Words, Words] = (("姓名", "Name"), ("人员编号", "Code"), ("资料截至", "Records as of"))


@dataclass(frozen=True, slots=True)
class Known:
    """A row filled in before, to be checked by the person it is about.

    Attributes:
        is_competing: whether it belongs to item 1 of the form; None where it belongs to neither.
        kind: what kind of item, in words.
        source: whence it is known, in words.
    """

    is_competing: bool | None
    company: str
    kind: str
    related_name: str
    relation: str
    source: str


@dataclass(frozen=True, slots=True)
class Declarant:
    """Whose form it is.

    Attributes:
        code: stands for the person on paper and in the file's name.
        posts: company and position, a line each.
        as_of: the day of the records it was filled from.
        known: what was filled in.
    """

    code: str
    name: str
    posts: Sequence[str]
    as_of: str
    known: Sequence[Known]


def form(language: Language, declarant: Declarant | None = None, made_on: datetime = MADE_ON) -> Paper:
    """The form, empty or filled for one person."""
    paper = Paper(language, TITLE[0], made_on)
    known = declarant.known if declarant is not None else ()
    paper.title(say(TITLE, language))
    if declarant is not None:
        told = (declarant.name, declarant.code, declarant.as_of)
        paper.fields([(say(label, language), value) for label, value in zip(_WHOSE, told, strict=True)])
    _declare(paper, language, declarant, known)
    _decide(paper, language)
    paper.next_page()
    if declarant is not None:
        _tell_known(paper, language, known)
    _supplement(paper, language)
    if say(_TRANSLATION, language):
        paper.note(say(_TRANSLATION, language))
    return paper


def item_words(language: Language) -> Sequence[str]:
    """The kinds of items that can be declared, in the contract's words."""
    return [words[0] if language == "zh" else code.replace("_", " ") for code, words in ENUMERATIONS["item"].items()]


def _declare(paper: Paper, language: Language, declarant: Declarant | None, known: Sequence[Known]) -> None:
    paper.heading(say(_PART_1, language))
    paper.paragraph(say(_KNOWS, language), indent=True)
    paper.paragraph(say(_DECLARES, language), indent=True)
    paper.tick(say(NIL, language))
    for sentence, is_competing in ((_COMPETING, True), (_DEALING, False)):
        paper.paragraph(say(sentence, language), after=2)
        paper.box(_companies(known, is_competing, language))
    people = list(dict.fromkeys((row.related_name, row.relation) for row in known if row.related_name))
    paper.table([say(head, language) for head in _RELATED], people, (1, 1), blank=max(0, 2 - len(people)))
    signature, unit, day = (say(label, language) for label in _SIGN)
    paper.fields([(signature, ""), (unit, "" if declarant is None else declarant.posts)], height=1.1)
    paper.fields([(day, say(BLANK_DATE, language))])


def _companies(known: Sequence[Known], is_competing: bool, language: Language) -> list[str]:
    """The companies of one item of the form, each once, with the rows that say more."""
    rows: dict[str, list[str]] = {}
    for number, row in enumerate(known, start=1):
        if row.company and row.is_competing is is_competing:
            rows.setdefault(row.company, []).append(str(number))
    comma = "、" if language == "zh" else ", "
    return [company + say(_SEE_ROWS, language).format(rows=comma.join(numbers)) for company, numbers in rows.items()]


def _decide(paper: Paper, language: Language) -> None:
    paper.heading(say(_PART_2, language))
    paper.paragraph(say(_DECIDES, language), indent=True)
    for decision in _DECISIONS:
        paper.tick(say(decision, language))
    paper.box([])
    by, day = (say(label, language) for label in _APPROVE)
    paper.fields([(by, ""), (day, say(BLANK_DATE, language))], height=1.1)


def _tell_known(paper: Paper, language: Language, known: Sequence[Known]) -> None:
    paper.heading(say(_KNOWN, language))
    if not known:
        paper.paragraph(say(_NOTHING_KNOWN, language), indent=True)
        return
    paper.paragraph(say(_KNOWN_WHY, language), indent=True)
    check = [f"{BOX} {say(word, language)}" for word in _CHECK]
    rows = [
        [str(number), row.company, row.kind, [part for part in (row.related_name, row.relation) if part] or [""], row.source, check]
        for number, row in enumerate(known, start=1)
    ]  # fmt: skip
    paper.table([say(head, language) for head, _ in _KNOWN_COLUMNS], rows, [width for _, width in _KNOWN_COLUMNS])


def _supplement(paper: Paper, language: Language) -> None:
    paper.heading(say(_SUPPLEMENT, language))
    paper.paragraph(say(_WHY, language), indent=True)
    paper.table([say(head, language) for head, _ in _COLUMNS], [], [width for _, width in _COLUMNS], blank=_ROWS)
    paper.note(say(_KINDS, language) + ("、" if language == "zh" else ", ").join(item_words(language)))
    paper.note(say(_ACQUIRED, language))
