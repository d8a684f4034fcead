"""What speaks for the person: the best innocent explanation of a finding, the cheapest check that would decide it, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from screening.reports.relations import ATTRIBUTES
from screening.reports.steps import identity_is_open
from screening.reports.words import Language, code

LANGUAGES: tuple[Language, Language] = ("zh", "en")
Pair = tuple[str, str]
Finding = Mapping[str, Any]

_NAMESAKE: tuple[Pair, Pair] = (
    ("同名同姓的另一人。", "A namesake."),
    (
        "向登记机关调取该记录的完整证件号码或出生日期，与人事档案核对。",
        "Obtain the full number or date of birth of that record from the register and compare it with the personnel file.",
    ),
)
_SHARED: tuple[Pair, Pair] = (
    (
        "代办机构、同楼或同一家庭共用的联系方式或账户。",
        "An agency, a building or a household shares the contact or account.",
    ),
    ("查询该号码或账户的开户人或机主。", "Ask in whose name the number or account is held."),
)
_BY_RULE: Mapping[str, tuple[Pair, Pair]] = {
    "INT": (
        ("已退出或仅为代持、证券市场上的小额投资，登记未更新。", "Sold already, held for somebody else, or a small market stake; the register is behind."),
        ("调取最新股东名册或持股凭证。", "Obtain today's register of shareholders or proof of the holding."),
    ),
    "POS": (
        ("受集团委派，或已离任而登记未变更。", "Appointed by the group, or left already while the register is behind."),
        ("查委派文件与离任决议。", "Look for the letter of appointment and the resolution on leaving."),
    ),
    "EMP": (
        ("入职前的旧关系，登记未变更。", "An old post from before joining; the register is behind."),
        ("查离职证明与社保缴纳单位。", "Look at the leaving certificate and who pays social insurance."),
    ),
    "RPT": (
        ("按市场条件并经正常程序的交易，关联人未参与其中。", "A deal at market terms by the normal procedure in which the related person took no part."),
        ("查招投标或比价记录及审批人。", "Look at the tender or price comparison and who approved it."),
    ),
    "LOAN": (
        ("通过持牌机构的正常借贷，或私人往来早于业务往来。", "Normal lending through a licensed institution, or older than the dealings."),
        ("查借款合同的对方、日期与利率。", "Look at party, date and rate in the loan contract."),
    ),
    "GUAR": (
        ("银行要求的例行担保，与业务往来无关。", "A routine guarantee a bank asked for, unrelated to the dealings."),
        ("查担保合同与主债权。", "Look at the guarantee and the debt behind it."),
    ),
    "GIFT": (
        ("已按规定上缴，或属公开场合的惯常礼节。", "Handed in as required, or a courtesy in public."),
        ("查礼金登记与上缴凭证。", "Look at the gift register and the receipt."),
    ),
    "SELL": (
        ("登记的经营范围宽泛，实际并未经营竞争业务或已停业。", "A wide registered scope; the company does not do that business, or none at all."),
        ("查其开票品名、主要客户与纳税记录。", "Look at what it invoices, to whom, and its tax record."),
    ),
    "ACT": (
        ("被动的财务投资，不参与经营，也不使竞争方受益。", "A passive investment without a say, of no use to the competitor."),
        ("查合作协议、董事席位与该企业的主要业务。", "Look at the agreement, the seats on its board and what it mainly does."),
    ),
    "GEN": (
        ("举报不实、出于误会，或所指另有其人。", "A report that is mistaken, malicious, or about somebody else."),
        ("与举报受理人员核对可查证的事实。", "Go through what can be checked with whoever received the report."),
    ),
    "RES": (
        ("经批准的使用，或举报不实。", "An approved use, or a report that is mistaken."),
        ("查审批单、系统日志与资产记录。", "Look at approvals, system logs and asset records."),
    ),
}  # fmt: skip


_LEADS = ("SELL", "ACT", "GEN", "RES")
"""Leads by what they say; whom they mean is known, unless the identity is open."""


def explanation(finding: Finding) -> tuple[Pair, Pair]:
    """The best innocent explanation, and the cheapest check that would decide it; both in Chinese and English."""
    if finding["rule_id"].startswith("ATTR"):
        return _SHARED if _shares_value(finding) else _NAMESAKE
    if not _is_proven(finding) and (finding["rule_id"].split("-")[0] not in _LEADS or identity_is_open(finding)):
        return _NAMESAKE
    return _BY_RULE.get(finding["rule_id"].split("-")[0], _NAMESAKE)


def _shares_value(finding: Finding) -> bool:
    """Whether an account or contact is shared, not a name alone."""
    return any(step["relation"] in ATTRIBUTES for step in finding["path"] or ())


def _is_proven(finding: Finding) -> bool:
    """Whether a full number, or nothing but company codes, carries the identity: then it is hardly a namesake."""
    items = finding["evidence"] or ()
    numbers = [item for item in items if item["feature"] == "id_number"]
    names = [item for item in items if item["feature"] == "name"]
    return finding["tier"] == "A" and (not names or any(item["verdict"] == "agrees" for item in numbers))


def open_questions(finding: Finding) -> Iterator[Pair]:
    """What the data do not tell and an auditor should ask, in Chinese and English."""
    if finding["overlap"] == "possible":
        yield (
            "联系从何时开始、是否已结束，所供数据不足以证实。",
            "When the link began, and whether it has ended, is not proven by the data.",
        )
    if finding["exemption"] == "unknown":
        yield (
            "比例、取得方式或上市地位不明，能否豁免未定。",
            "Share, way of acquisition or listing is unknown: exemption is open.",
        )
    if finding["declaration_status"] == "unknown":
        yield ("没有覆盖该期间的申报登记册。", "No declaration register covers the period.")
    if finding["statutory_resolution"] == "unknown":
        yield ("是否有董事会决议或告知，无从判断。", "Whether there is a resolution or notice cannot be told.")
    if finding["dealing_basis"] == "registered_only":
        yield (
            "对方仅有建档，是否真有往来未知。",
            "The counterparty is only registered; whether there are dealings is unknown.",
        )
    for regime, verdict in sorted((finding["regime_verdicts"] or {}).items()):
        if verdict["verdict"] == "unknown":
            zh, en = (code("regimes", regime, language) for language in LANGUAGES)
            yield (f"{zh}：{verdict['why']}。", f"{en}: {verdict.get('why_en') or verdict['why']}.")
