"""What the rules judge: ties, offices, dealings and declared items as frozen values, free of tables and SQL.

Days are `date`; intervals are half-open. An interval of unknown beginning begins at `date.min`, an open one ends at
`date.max`, so that comparing never meets a null.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from screening.policy.catalogue import Side, Who

Level = Literal["proven", "possible"]
Standing = Literal["in", "out", "unknown"]

BASES = ("transaction", "contract", "bid", "registered_only", "competition")
"""What proves dealings, strongest first; the last one only at competitors."""


@dataclass(frozen=True, slots=True)
class Grain:
    """What one finding is about, rule aside: delivered keys, never clusters.

    `party_table` is null for a counterparty in no master; both are where a report names none.
    """

    group_id: str
    officer_id: str | None
    related_id: str | None
    party_table: str | None
    party_id: str | None

    @property
    def party_key(self) -> str:
        """The counterparty as `<party_table>/<group_id>/<party_id>`."""
        return f"{self.party_table}/{self.group_id}/{self.party_id}"

    @property
    def order(self) -> tuple[str, ...]:
        """Sorts findings; what is null comes first."""
        parts = (self.group_id, self.officer_id, self.related_id, self.party_table, self.party_id)
        return tuple(part or "" for part in parts)


@dataclass(frozen=True, slots=True)
class Kin:
    """How a related party stands to the officer.

    Attributes:
        said: the relation as delivered.
        code: null where the words were not understood.
        perimeter: core, wide, organisation or none.
    """

    name: str | None
    said: str | None
    code: str | None
    perimeter: str
    hk_class: str
    label_zh: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One way in which a watched identity is tied to one counterparty; see the table `tie` of the contract.

    Attributes:
        proven_from: first day on which it held for certain; `date.max` where there is none.
        proven_to: the day after the last such day; `date.min` where there is none.
    """

    tie_id: str
    grain: Grain
    who: Who
    side: Side
    kind: str
    detail: str | None
    share_pct: Decimal | None
    aggregate_pct: Decimal | None
    control: str | None
    acquired_via: str | None
    listed: bool | None
    nominee: bool
    direction: str | None
    possible_from: date
    possible_to: date
    proven_from: date
    proven_to: date
    event_on: date | None
    handed_in_on: date | None
    amount: Decimal | None
    currency: str | None
    is_financial_institution: bool | None
    entity_id: str | None
    score: float
    tier: str
    path: str
    evidence: str

    @property
    def is_counterparty(self) -> bool:
        """Whether the watched identity itself is the counterparty, as its owner or by name."""
        return self.kind == "self"

    @property
    def controls(self) -> bool | None:
        """Whether the holding passes the test of HK Chapter 14A that applies to this identity.

        30 % with immediate family, more than half with other family members or relatives (14A.12, 14A.21). None where not
        even the share is known.
        """
        if self.control is not None:
            return True
        return None if self.share_pct is None else False


@dataclass(frozen=True, slots=True)
class Coincidence:
    """One appointment of the officer laid over one tie and the dealings with its counterparty.

    Attributes:
        entity_id: where the appointment is; null when the roster does not say.
        position: title as delivered.
        position_class: class of the appointment; null when the title does not tell.
        standing: whether that class is within the policy.
        level: whether office, link and a dealing that counts have a day in common; null when they cannot.
        began: first proven day of office, first day of it where it is known.
        first_day: first day that office, link and any dealing up to now provably had in common.
        span: first and last day that they have in common, proven ones where there are any; null where there are none.
        handled_on: first such day on which the officer himself asked for or approved the dealing.
        at_promulgation: the appointment provably ran on the day the policy was promulgated.
        entity_deals: the entity itself has a dealing that counts; null when no dealing tells its entity.
    """

    entity_id: str | None
    position: str
    position_class: str | None
    standing: Standing
    level: Level | None
    began: date | None
    first_day: date | None
    handled_on: date | None
    at_promulgation: bool
    entity_deals: bool | None
    span: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """Sums of one kind of document with one counterparty in the look-back, by currency in order."""

    document: str
    amounts: tuple[tuple[str | None, Decimal], ...]


@dataclass(frozen=True, slots=True)
class DeclaredItem:
    """One row of the register that names a counterparty, with everything its status depends on.

    Attributes:
        aware_on: the last day on which, by the form, the officer can have come to know.
        feedback_on: the last day on which the feedback can have been received.
    """

    declaration_id: str
    officer_id: str
    parties: frozenset[str]
    company_id: str | None
    related_ids: frozenset[str]
    names_relative: bool
    contradicted_ids: frozenset[str]
    unstated_ids: frozenset[str]
    kind: str
    item: str | None
    submitted_on: date
    aware_on: date | None
    share_pct: Decimal | None
    decision: str | None
    cure_days: int | None
    cured_on: date | None
    withdrawn_on: date | None
    feedback_on: date | None
    form_version: str | None
    other_ids: frozenset[str] = frozenset()

    def names_company(self, company_id: str | None) -> bool:
        """Whether it names this company, or a former or short name or a branch of it."""
        return company_id is not None and (company_id == self.company_id or company_id in self.other_ids)


@dataclass(frozen=True, slots=True)
class Party:
    """One counterparty; `basis` is the strongest dealing that counts, whoever is tied to it. No name: a report names none."""

    cluster: str | None
    company_id: str | None
    name: str | None
    is_financial_institution: bool | None
    basis: str | None
    exposure: Exposure | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One legal entity of the group; `controls_listed`: it stands above an A-listed one."""

    entity_id: str
    jurisdiction: str
    a_listed: bool
    controls_listed: bool = False


def best_level(coincidences: Sequence[Coincidence]) -> Level | None:
    """The strongest level among them: proven before possible before none."""
    levels = {each.level for each in coincidences}
    return "proven" if "proven" in levels else "possible" if "possible" in levels else None
