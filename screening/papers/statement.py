"""The policy's personal statement (关于利益冲突的声明), in its own words.

It is not the policy's list word for word: here related persons count under competing sales, and loans guaranteed by a counterparty
are not named. Whoever signs it signs this.
"""

from __future__ import annotations

from screening.papers.document import BLANK_DATE, Paper
from screening.papers.language import Language, Words, say
from screening.papers.made import MADE_ON

TITLE: Words = ("关于利益冲突的声明", "Statement on conflicts of interest")
_HAS: Words = (
    "________________________（以下简称“公司”）已制定《利益冲突管理制度》。该《利益冲突管理制度》已明确规定了利益冲突的宗旨、适用范围、"
    "基本情形及相应管理制度、处分等事项。",
    "________________________ (“the company”) has made a policy on conflicts of interest. It lays down its purpose, whom it covers, what a "
    "conflict is, how conflicts are dealt with, and sanctions.",
)
_AS: Words = (
    "本人作为公司________________（董事、监事、高级管理人员），已知《利益冲突管理制度》所列示的相关利益冲突情形，具体如下：",
    "As ________________ (director, supervisor, senior manager) of the company I know the conflicts of interest that the policy lists:",
)
_LISTED: tuple[tuple[Words, tuple[Words, ...]], ...] = (
    (
        ("1、董事、监事、高级管理人员拥有其他公司的权益：", "1. Interests of directors, supervisors and senior managers in other companies:"),
        (
            (
                "（1）持有与公司存在竞争的公司的任何权益（通过证券市场取得权益，且仅持有低于该公司发行在外5%的权益的投资除外）；",
                "(1) any interest in a company that competes with the company, unless it was bought on the securities market and is below 5 % of "
                "what that company has outstanding;",
            ),
            (
                "（2）持有与公司有业务往来的公司（如公司的供应商、客户或代理商）的任何权益（通过证券市场取得权益，且仅持有低于该公司发行在外5%的权益的投资除外）。",
                "(2) any interest in a company that deals with the company (such as a supplier, customer or agent), with the same exception.",
            ),
        ),
    ),
    (
        ("2、董事、监事、高级管理人员或其他关联人与公司存在关联交易：", "2. Related transactions of directors, supervisors, senior managers or other related persons with the company:"),
        (
            (
                "（1）向与公司有业务往来的个人或机构（如公司的供应商、客户或代理商）提供贷款、为其担保贷款、从其获得贷款或在其协助下获得贷款（但与金融机构的正常借贷除外）；",
                "(1) lending to, guaranteeing a loan of, borrowing from, or borrowing with the help of a person or body that deals with the company "
                "(such as a supplier, customer or agent), except for ordinary lending with financial institutions;",
            ),
            (
                "（2）与公司形成任何的业务往来，或促成任何关联人与公司形成任何形式的业务往来。包括但不限于购买或销售商品、其他资产、提供或接受劳务、代理、"
                "租赁资产或设备、提供资金（含实物形式）、共同研究与开发项目、签署许可协议、赠与或达成任何非货币交易，促使董监高或其关联人成为公司的客户、"
                "代理商、经销商、供应商或达成其他任何交易关系。",
                "(2) doing any business with the company, or bringing about business of any form between it and a related person: buying or selling goods "
                "or other assets, giving or taking services, agency, leases, funds (also in kind), joint research, licences, gifts or any exchange "
                "without money, or making oneself or a related person a customer, agent, distributor, supplier or other party to a deal.",
            ),
        ),
    ),
    (
        ("3、与公司竞争方之间存在聘任关系或活动：", "3. Employment by competitors, and activities with them:"),
        (
            (
                "（1）同时受聘于公司的竞争方，或与公司的竞争方发生任何方式的关联（包括以咨询、顾问或其他类似身份从事的活动），以及从事其他可合理预期能增进"
                "竞争方利益，而损害公司利益的活动，包括但不限于成为该竞争方的供应商、客户或代理商；",
                "(1) being employed by a competitor at the same time, any link with one (as consultant, adviser or the like), and other activities that "
                "can be expected to advance it at the company's cost, such as becoming its supplier, customer or agent;",
            ),
            (
                "（2）在受聘于公司期间，董监高或关联人销售任何对公司现有或潜在的商业活动构成竞争的产品，或提供任何对公司现有或潜在商业活动构成竞争的服务。",
                "(2) the sale, while in office, by an officer or a related person of any product or service that competes with present or potential "
                "business of the company.",
            ),
        ),
    ),
)  # fmt: skip
_PROMISES: Words = ("本人特此承诺：", "I undertake:")
_PROMISED: tuple[Words, ...] = (
    (
        "1、将按照《利益冲突管理制度》申报本人所涉及的利益冲突（如有）。",
        "1. to declare, as the policy asks, the conflicts of interest that concern me, if any;",
    ),
    (
        "2、在本人担任公司董事、监事、高级管理人员期间，本人不从事或担任对公司有利益冲突的行为或职务，避免与公司的利益冲突。",
        "2. while I am a director, supervisor or senior manager of the company, to do nothing and hold no post that conflicts with its interest, "
        "and to avoid conflicts of interest with it.",
    ),
)
_SIGN: tuple[Words, Words] = (("声明人", "Signed"), ("日期", "Date"))
_TRANSLATION: Words = ("", "Translation for convenience; the Chinese statement is the policy's.")


def statement(language: Language) -> Paper:
    """The statement, ready to sign."""
    paper = Paper(language, TITLE[0], MADE_ON)
    paper.title(say(TITLE, language))
    for sentence in (_HAS, _AS):
        paper.paragraph(say(sentence, language), indent=True)
    for head, items in _LISTED:
        paper.paragraph(say(head, language), indent=True, bold=True)
        for item in items:
            paper.paragraph(say(item, language), indent=True)
    paper.paragraph(say(_PROMISES, language), indent=True, bold=True)
    for promise in _PROMISED:
        paper.paragraph(say(promise, language), indent=True)
    signed, day = (say(label, language) for label in _SIGN)
    paper.fields([(signed, ""), (day, say(BLANK_DATE, language))], height=1.2)
    if say(_TRANSLATION, language):
        paper.note(say(_TRANSLATION, language))
    return paper
