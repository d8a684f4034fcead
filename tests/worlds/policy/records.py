"""What a policy world is made of: the days it counts from, who and what lives there, and what is expected of a pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

AS_OF = date(2026, 11, 20)
EXTRACT = "2026-11-15"
PROMULGATED = date(2022, 3, 1)
LOOK_BACK = date(2024, 11, 20)
"""A dealing counts if it ends later: 24 months before the as-of day (domain.md A6-11)."""

Row = dict[str, str]
Side = Literal["business", "competitor", "market"]
Register = Literal["full", "recent", "none"]

TITLES: Mapping[str, tuple[str, ...]] = {
    "director": ("董事", "执行董事", "非执行董事", "董事长", "副董事长"),
    "supervisor": ("监事", "监事会主席", "职工代表监事"),
    "senior_manager": ("总经理", "财务总监", "董事会秘书", "副总经理"),
    "independent_director": ("独立董事", "独立非执行董事"),
    "employee": ("采购专员", "出纳"),
}
CHIEF = ("总经理",)
DUTIES: Mapping[str, str] = {
    **dict.fromkeys(("INT-C", "INT-B", "INT-RP", "LOAN-OUT", "LOAN-IN", "LOAN-HELP", "GUAR-OUT", "GUAR-IN"), "express"),
    **dict.fromkeys(("RPT-SELF", "RPT-RP", "EMP-C", "POS-B", "POS-C"), "express"),
    **dict.fromkeys(("POS-RP", "GIFT-INF", "GIFT-CASH", "ACT-C", "SELL-C", "GEN", "RES"), "arguable"),
    **dict.fromkeys(("RPT-HK", "ATTR-B", "ATTR-C"), "none"),
}
"""contract.md section 3, `duty`."""


@dataclass(frozen=True)
class Entity:
    """One company of a group; `a_listed` is said of itself."""

    entity_id: str
    group_id: str
    name: str
    uscc: str
    jurisdiction: str
    a_listed: bool


@dataclass(frozen=True)
class Person:
    """A person with a full number."""

    name: str
    number: str
    born: date
    phone: str


@dataclass(frozen=True)
class Company:
    """A company that is a counterparty or stands in a chain."""

    name: str
    uscc: str
    phone: str
    account: str
    listed: str = ""


@dataclass(frozen=True)
class Officer:
    """A covered person and his (first) office."""

    officer_id: str
    person: Person
    entity: Entity
    standing: str
    chief: bool


@dataclass(frozen=True)
class Party:
    """One record of a master; without a table a company that is in none, without a code nobody at all."""

    table: str | None
    party_id: str | None
    company: Company
    entity: Entity

    @property
    def side(self) -> Side:
        return "market" if self.table is None else "competitor" if self.table == "competitors" else "business"


@dataclass
class Expected:
    """One finding that must be there, or may be.

    Attributes:
        want: finding column -> value; a tuple lists accepted values.
        regimes: regime -> accepted verdicts.
    """

    rule_id: str
    officer_id: str | None
    related_id: str | None
    party_table: str | None
    party_id: str | None
    want: dict[str, Any]
    regimes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    case: str = ""
    optional: bool = False

    @property
    def is_positive(self) -> bool:
        """Whether the policy asks about it, open or declared; the rest is exempt, outside or history, and found to be so."""
        return self.want.get("outcome") in ("candidate", "declared")

    @property
    def grain(self) -> tuple[str | None, ...]:
        return self.rule_id, self.officer_id, self.related_id, self.party_table, self.party_id


@dataclass(frozen=True)
class Due:
    """One line of the calendar that must be there and certain; None = not looked at."""

    rule_id: str
    officer_id: str
    due_on: date | None
    case: str
    period: str | None = None
    optional: bool = False


def share(percent: str | float) -> Decimal:
    """A share as the findings hold it."""
    return Decimal(str(percent)).quantize(Decimal("0.000001"))
