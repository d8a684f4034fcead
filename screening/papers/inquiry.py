"""What a letter of inquiry says of a case: what records show, in words, and the explanations its reader may choose from.

No figure, no grade, no rule, no evidence, and nobody's number. A record that only bears a like name is said to be just that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from screening.contract.words import FEATURES, POSTS
from screening.papers.known import relation_words
from screening.papers.language import Language, Words, say
from screening.papers.published import Row
from screening.reports.relations import ATTRIBUTES

_SELF: Words = ("您", "you")
_RELATIVE: Words = ("您的关联人“{name}”（{relation}）", "your related party “{name}” ({relation})")
_RELATED: Words = ("您的关联人“{name}”", "your related party “{name}”")
_PROVEN: Words = ("资料显示，{who}{does}。", "Records show that {who} {does}.")
_ALIKE: Words = (
    "资料中有一条记录可能与{who}及该对方有关：所载姓名或名称相同或相近，是否同一人、同一企业尚未核实。该记录所指者{does}。",
    "A record may concern {who} and that counterparty: it bears names that are the same or alike, and whether they mean the same person and "
    "company has not been established. Whoever it means {does}.",
)

_DOES: Mapping[str, Words] = {
    "INT": ("直接或间接持有该对方的权益", "directly or indirectly {have} an interest in it"),
    "POS": ("在该对方任职{role}", "{have} a post in it{role}"),
    "EMP": ("在该对方任职或与其有类似联系{role}", "{have} a post in it, or a link of that kind{role}"),
    "RPT": ("即为该对方，或控制该对方", "{are} that counterparty, or in control of it"),
    "LOAN-OUT": ("向该对方提供借款", "{have} lent to it"),
    "LOAN-IN": ("从该对方取得借款", "{have} borrowed from it"),
    "LOAN-HELP": ("在该对方协助下取得借款", "{have} borrowed with its help"),
    "GUAR-OUT": ("为该对方的借款提供担保", "{have} guaranteed a loan of it"),
    "GUAR-IN": ("由该对方为其借款提供担保", "{have} a loan that it guarantees"),
    "ACT": (
        "持有权益或任职的企业与该对方之间存在业务联系",
        "{have} an interest or post in a company that does business with it",
    ),
    "SELL": (
        "持有权益或任职于该企业，其登记的经营范围与本公司业务可能相近",
        "{have} an interest or post in it, and its registered business may be like ours",
    ),
    "GIFT": ("与该对方之间有一项礼品或礼金登记", "{are} named with it in the register of gifts"),
    "ATTR": ("登记的{shared}与该对方登记的相同", "{have} the same {shared} on record as that counterparty"),
}
"""What somebody does, by rule or by family of rules; in English for "you", the verb to be turned for others."""
_HAS = {"have": "has", "are": "is"}
_ROLE: Words = ("（所载职务：{role}）", " (as {role})")
_CONTACT: Words = ("联系方式", "contact")
_NOT_FOUND: Words = (
    "所提供的申报登记册中没有找到与此对应的申报记录；登记册可能不完整。",
    "No matching declaration was found in the register supplied; that register may be incomplete.",
)
_OPEN_DATES: Words = (
    "该联系的起止时间，以及与业务往来是否同时存在，资料不足以说明。",
    "The records do not tell when the link began or ended, nor whether there were dealings at the time.",
)

_FIRST: tuple[tuple[str, Words], ...] = (
    ("", ("记录所指并非本人或该关联人：同名同姓，或登记有误。", "The record means neither me nor that related person: a namesake, or an error in the register.")),
    ("INT POS EMP RPT LOAN GUAR ACT SELL ATTR", ("曾有此联系，现已结束，登记尚未更新。", "There was such a link; it has ended, and the register is behind.")),
    ("INT", ("系通过证券市场取得的少量权益。", "A small interest, bought on the securities market.")),
    ("INT RPT", ("系代他人持有，或仅为名义登记。", "Held for somebody else, or registered in name only.")),
    ("POS EMP", ("系受公司或集团委派任职。", "A post taken on behalf of the company or its group.")),
    ("RPT", ("往来按公司正常程序和市场条件进行，本人及关联人未参与决定。", "The dealings followed the normal procedure at market terms; neither I nor a related person took part in the decision.")),
    ("LOAN GUAR", ("系与金融机构的正常借贷，或由其要求的例行担保。", "Ordinary lending by a financial institution, or a routine guarantee it asked for.")),
    ("LOAN GUAR", ("系早于业务往来的私人往来。", "A private matter that is older than the dealings.")),
    ("ACT SELL", ("该企业并未经营相近业务，或已停业。", "The company does no such business, or none any more.")),
    ("INT ACT SELL", ("系财务投资，不参与经营。", "A financial investment without a part in management.")),
    ("ATTR", ("联系方式或账户由代办机构、同一楼宇或家庭成员共用。", "The contact or account is shared by an agency, a building or a household.")),
    ("GIFT", ("已按规定上缴或退回。", "Handed in as required, or given back.")),
    ("GIFT", ("系公开场合的惯常礼节。", "A courtesy in public.")),
    ("", ("情况属实，此前已申报或已告知公司。", "It is so, and I declared it or told the company before.")),
    ("", ("情况属实，此前本人并不知悉。", "It is so, and I did not know of it before.")),
    ("", ("情况属实，说明如下。", "It is so; I explain below.")),
    ("", ("其他情况，说明如下。", "Something else; I explain below.")),
)  # fmt: skip
"""Explanations, each with the families of rules it may explain (all where it is empty); no order of likelihood."""


def family(rule_id: str) -> str:
    """The part of a rule's id that tells what kind of link it is."""
    return rule_id.split("-")[0]


def shown(links: Sequence[Row], kinship: Mapping[tuple[str, str], Row], language: Language) -> list[str]:
    """What records show of one case, a sentence each; the same thing once."""
    said = [_sentence(link, kinship, language) for link in links]
    if any(link["overlap"] == "possible" for link in links):
        said.append(say(_OPEN_DATES, language))
    if all(link["declaration_status"] == "not_declared" for link in links):
        said.append(say(_NOT_FOUND, language))
    return list(dict.fromkeys(said))


def explanations(rule_ids: Iterable[str], language: Language) -> list[str]:
    """What the reader may tick."""
    families = {family(rule) for rule in rule_ids}
    return [say(words, language) for fitting, words in _FIRST if not fitting or families & set(fitting.split())]


def _sentence(link: Row, kinship: Mapping[tuple[str, str], Row], language: Language) -> str:
    words = _DOES.get(link["rule_id"]) or _DOES[family(link["rule_id"])]
    is_proven = link["tier"] == "A" or family(link["rule_id"]) == "ATTR"
    is_you = link["related_id"] is None and is_proven
    does = say(words, language).format(
        role=_role(link, language),
        shared=_shared(link, language),
        **{verb: verb if is_you else of_others for verb, of_others in _HAS.items()},
    )
    return say(_PROVEN if is_proven else _ALIKE, language).format(who=_who(link, kinship, language), does=does)


def _who(link: Row, kinship: Mapping[tuple[str, str], Row], language: Language) -> str:
    if link["related_id"] is None:
        return say(_SELF, language)
    told = relation_words(link, kinship, language)
    return say(_RELATIVE if told else _RELATED, language).format(name=link["related_name"] or "", relation=told)


def _role(link: Row, language: Language) -> str:
    """The kind of post, where the last step of the path is one."""
    last = str(link["path"][-1]["relation"]) if link["path"] else ""
    return say(_ROLE, language).format(role=say(POSTS[last], language)) if last in POSTS else ""


def _shared(link: Row, language: Language) -> str:
    """Which kind of value is shared; never the value."""
    kinds = [step["relation"] for step in link["path"] if step["relation"] in ATTRIBUTES]
    return say(FEATURES[kinds[0]], language) if kinds else say(_CONTACT, language)
