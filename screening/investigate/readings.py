"""The open points of the policy that a finding touches, and under which reading it stands (docs/rules say what the default is).

Each reading is a question the text leaves open, the reading this program takes, and the other one. `stands` tells for both whether the
finding would still be there: True, False, or None where the data do not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Finding = Mapping[str, Any]
Stands = tuple[bool | None, bool | None]
_MARKET = ("INT-C", "INT-B", "INT-RP")
_BUSINESS = (
    "INT-B", "INT-RP", "LOAN-OUT", "LOAN-IN", "LOAN-HELP", "GUAR-OUT", "GUAR-IN", "RPT-SELF", "RPT-RP", "RPT-HK", "POS-B", "POS-RP",
    "ATTR-B",
)  # fmt: skip
_COMPETITOR = ("INT-C", "EMP-C", "POS-C", "ATTR-C")
_FINANCING = ("LOAN-OUT", "LOAN-IN", "LOAN-HELP", "GUAR-OUT", "GUAR-IN")


@dataclass(frozen=True, slots=True)
class Case:
    """What a reading is judged on; see `readings_of`."""

    finding: Finding
    ties: Sequence[Mapping[str, Any]]
    limit: float

    @property
    def live(self) -> bool:
        """Whether the finding stands as the program reads the policy."""
        return self.finding["outcome"] not in ("exempt", "out_of_scope", "no_overlap", "scope_unknown")


@dataclass(frozen=True, slots=True)
class Reading:
    """One open point, applied to one finding; texts are Chinese and English.

    Attributes:
        point: what the text leaves open.
        ours: the reading taken.
        other: the other reading.
        stands: whether the finding stands under ours, and under the other.
    """

    point: tuple[str, str]
    ours: tuple[str, str]
    other: tuple[str, str]
    stands: Stands


def readings_of(finding: Finding, ties: Sequence[Mapping[str, Any]], limit: float) -> Iterator[Reading]:
    """The points that this finding touches.

    Args:
        finding: with its JSON columns parsed.
        ties: those between its officer, related party and counterparty; they tell a stake alone from one with relatives.
        limit: market stakes below so many per cent are exempt.
    """
    for open_point in _POINTS:
        if open_point.applies(finding):
            stands = open_point.stands(Case(finding, ties, limit))
            yield Reading(open_point.point, open_point.ours, open_point.other, stands)


def _perimeter(case: Case) -> Stands:
    others = [regime for regime in (case.finding["regimes"] or ()) if regime != "POLICY"]
    return case.live, bool(others)


def _alone(case: Case) -> Stands:
    """Market stakes below the limit are exempt: alone, or with core relatives."""
    stakes = [tie for tie in case.ties if tie["kind"] == "holding" and tie["share_pct"] is not None]
    if (
        case.finding["exemption"] not in ("met", "not_met")
        or not stakes
        or any(tie["aggregate_pct"] is None for tie in stakes)
    ):
        return case.live, None
    if all(tie["acquired_via"] == "market" and tie["listed"] for tie in stakes):
        alone = max(float(tie["share_pct"]) for tie in stakes)
        together = max(float(tie["aggregate_pct"]) for tie in stakes)
        crosses = alone < case.limit <= together
        return case.live, False if crosses else case.live
    return case.live, case.live


def _no_exemption(case: Case) -> Stands:
    return case.live, True if case.finding["outcome"] == "exempt" else case.live


def _persons_only(case: Case) -> Stands:
    return case.live, False


def _nominee(case: Case) -> Stands:
    nominated = any(tie["nominee"] for tie in case.ties if tie["kind"] == "post")
    return case.live, False if nominated else case.live


def _dealing(case: Case) -> Stands:
    return case.live, case.live and case.finding["dealing_basis"] in ("transaction", "contract")


def _same(case: Case) -> Stands:
    return case.live, None


def _rule(*ids: str) -> Callable[[Finding], bool]:
    return lambda finding: finding["rule_id"] in ids


class _Point(NamedTuple):
    """One open point of the policy: which findings it touches, both readings, and how a case stands under them."""

    applies: Callable[[Finding], bool]
    point: tuple[str, str]
    ours: tuple[str, str]
    other: tuple[str, str]
    stands: Callable[[Case], Stands]


_POINTS = (
    _Point(
        lambda f: f["related_id"] is not None,
        ("“关联人”的范围：制度未定义", "who a related person is: the policy does not define it"),
        ("近亲属与家庭成员的合集（默认范围）", "the union of near relatives and family members (default perimeter)"),
        ("仅按其他监管口径认定", "only as another regime defines it"),
        _perimeter,
    ),
    _Point(
        _rule(*_MARKET),
        ("5 % 是单独计算，还是与关联人合并计算", "whether the 5 % are one's own or together with related persons"),
        ("单独与合并均须低于 5 %（恰为 5 % 不豁免）", "both must be below 5 % (exactly 5 % is not exempt)"),
        ("只看本人单独持股", "only one's own stake counts"),
        _alone,
    ),
    _Point(
        _rule(*_MARKET),
        ("第四章第一条（一）（二）未重复 5 % 豁免", "4-1(一)(二) do not repeat the 5 % exemption"),
        ("豁免处处适用", "the exemption applies everywhere"),
        ("投资禁令没有豁免", "the ban on investments knows no exemption"),
        _no_exemption,
    ),
    _Point(
        _rule("INT-RP"),
        (
            "关联人的持股：第三章只写“董监高”，申报表包括关联人",
            "stakes of related persons: chapter 3 names the officers only, the form names both",
        ),
        ("两者均须申报（以申报表为准）", "both are to be declared (the form decides)"),
        ("只有本人的持股", "only one's own stakes"),
        _persons_only,
    ),
    _Point(
        _rule("POS-B"),
        ("集团委派的席位是否构成利益冲突", "whether a seat by the group's appointment is a conflict"),
        ("仍须申报，并注明委派", "still to be declared, marked as nominated"),
        ("委派的席位不算", "nominated seats do not count"),
        _nominee,
    ),
    _Point(
        _rule(*_BUSINESS),
        ("“业务往来”没有期限与金额的界限", "“business dealings” has neither time nor amount"),
        (
            "回溯期内的合同、订单、付款、投标或有效建档",
            "any contract, order, payment, bid or valid master record in the look-back",
        ),
        ("只有合同、订单、发票或付款才算", "only contracts, orders, invoices and payments"),
        _dealing,
    ),
    _Point(
        _rule(*_COMPETITOR),
        ("“竞争方”未定义", "a competitor is not defined"),
        ("以公司提供的竞争对手名单为准", "the company's list of competitors decides"),
        ("按实际业务是否竞争逐案判断", "case by case, by whether the businesses compete"),
        _same,
    ),
    _Point(
        _rule("EMP-C"),
        ("第三章第四条（一）写作“员工”", "3-4(一) says “staff”"),
        ("适用于董监高", "it applies to the officers"),
        ("也适用于普通员工", "it applies to all staff"),
        lambda case: (case.live, case.live),
    ),
    _Point(
        _rule(*_FINANCING),
        ("金融机构的豁免以“正常”借贷为限", "institutions are exempt for “normal” lending only"),
        ("对方为持牌机构且不受我方控制即豁免", "a licensed institution that our side does not control is exempt"),
        ("还须核实条款是否正常", "the terms have to be normal, too"),
        _same,
    ),
    _Point(
        lambda f: f["duty"] != "none",
        ("“知道或应当知道”从何日起算", "from which day one “knew or should have known”"),
        ("本人经手、签字或被任命之日", "the day of one's own registration, signature or appointment"),
        ("任何公开登记之日", "the day of any public record"),
        _same,
    ),
)
