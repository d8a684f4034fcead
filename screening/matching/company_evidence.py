"""Links between companies in words: what the two names show, part by part, and the bookkeeping up to the probability."""

from __future__ import annotations

from screening.matching.compare.company_names import STATED, CompanyVerdicts
from screening.matching.evidence import Item, item

_STATED = {
    "former_name": (
        "登记或主数据载明的曾用名与对方名称相同",
        "a former name stated by a register or a master is the other's name",
    ),
    "same_former": ("双方载明的曾用名相同，现用名称不同", "both state one former name, and different names of today"),
    "other_name": ("主数据载明的其他名称与对方名称相同", "another name stated by a master is the other's name"),
    "branch": (
        "名称表明其为对方的分支机构（同一法人）",
        "the name says that it is a branch of the other: one legal entity",
    ),
    "same_name": (
        "名称相同，但缺少代码或有多家同名",
        "the names are equal, but codes are missing or several bear the name",
    ),
}
_REUSED = {
    ("former_name", "earlier"): (
        "agrees",
        "该名称现由另一企业使用；记录的日期、联系方式或人员表明，所指为曾用该名称的这家企业",
        "another company bears the name today; dates, contacts or people of the record point to this one, which bore it before",
    ),
    ("same_name", "earlier"): (
        "disagrees",
        "该名称此前为另一企业使用；记录的日期、联系方式或人员表明，所指为当时的企业而非这家",
        "another company bore the name before; dates, contacts or people of the record point to that one rather than to this",
    ),
}
_UNDECIDED = (
    "not_comparable",
    "该名称先后为不同企业使用；记录的日期、联系方式和人员不足以确定所指为哪一家，或相互矛盾",
    "companies bore this name in turn; dates, contacts and people of the record do not tell which of them is meant, or contradict",
)
_PARTS = {
    "brand": ("字号", "trade name"),
    "region": ("行政区划", "region"),
    "trade": ("行业", "trade"),
    "group": ("集团、控股等字样", "group word"),
    "form": ("组织形式", "legal form"),
}
_HEARD = {"brand": ("字号读音", "sound of the trade name"), "trade": ("行业（译文）", "trade, translated,")}
_SAID = {
    "agrees": ("agrees", "相同", "agrees"),
    "contains": ("disagrees", "一方包含另一方", "of one contains the other's"),
    "typo": ("disagrees", "只差一字", "differs in one character"),
    "absent": ("not_comparable", "有一方未写", "is missing on one side"),
    "conflict": ("disagrees", "不同", "differs"),
}


def company_items(verdicts: CompanyVerdicts, i: int, names: tuple[str, str]) -> list[Item]:
    """What the two names show, part by part unless one states the other."""
    basis = str(verdicts.basis[i])
    items = (
        []
        if basis not in _STATED
        else [item("company_name", "agrees", *names, _STATED[basis], float(verdicts.bits["stated"][i]))]
    )
    reused = _reused(basis, str(verdicts.parts["reused"][i]), names, float(verdicts.bits["founded"][i]))
    if basis in STATED:
        return [*items, *reused, *([] if reused else _founded_later(float(verdicts.bits["founded"][i])))]
    if basis == "latin_name":
        verdict, said_zh, said_en = _SAID[str(verdicts.parts["brand"][i])]
        bits = float(verdicts.bits["brand"][i])
        return [item("company_name", verdict, *names, ("外文名称" + said_zh, f"the foreign name {said_en}"), bits)]
    labels = _PARTS | _HEARD if basis == "romanised_name" else _PARTS
    for part, (zh, en) in labels.items():
        verdict, said_zh, said_en = _SAID[str(verdicts.parts[part][i])]
        items.append(
            item(
                f"company_{part}", verdict, *names, (zh + said_zh, f"the {en} {said_en}"), float(verdicts.bits[part][i])
            )
        )
    return [*items, *reused]


def _founded_later(bits: float) -> list[Item]:
    """A released name may be registered anew; whoever is younger than the business is not the one that gave it up."""
    said = (
        "一方的成立日期晚于与另一方开始往来的日期，可能是他人释放后重新登记的名称",
        "one was founded after business with the other began: it may have taken over a name that was given up",
    )
    return [item("company_founded", "disagrees", None, None, said, bits)] if bits < 0.0 else []


def _reused(basis: str, standing: str, names: tuple[str, str], bits: float) -> list[Item]:
    """Which of the companies that bore one name in turn a record without code means."""
    if standing == "absent":
        return []
    verdict, *said = _REUSED.get((basis, standing), _UNDECIDED)
    return [item("company_reused", verdict, *names, (said[0], said[1]), bits)]


def balance_items(rivals: float, prior: float, companies: int) -> list[Item]:
    """The bookkeeping between the evidence and the probability."""
    items = []
    if rivals < -0.01:
        said = ("另有企业与该名称同样接近", "other companies are as close to this name")
        items.append(item("company_rivals", "disagrees", None, None, said, rivals))
    said = (
        f"本次共涉及 {companies:,} 家企业，任一家都可能",
        f"any of {companies:,} companies of this delivery could be meant",
    )
    return [*items, item("prior", "not_comparable", None, None, said, prior)]
