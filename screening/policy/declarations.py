"""Reconciles a finding with the declaration register: which items cover it, and the status of the most complete one.

Statuses are the contract's, least complete first; see "Declared (base test)" and "Which items cover which rule" in the
policy's notes. Unsigned rows, nil returns and rows submitted after the as-of date never come here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from screening.policy.catalogue import ANY_ITEM, OTHER_ITEM, DeclarationPolicy, Rule
from screening.policy.deadlines import Clock, Deadline, cure_due, deadline_of
from screening.policy.facts import Coincidence, DeclaredItem, Party, Tie
from screening.refdata.calendar import WorkingCalendar

STATUSES = ("unknown", "not_declared", "withdrawn", "partial", "late", "pending", "on_time")


@dataclass(frozen=True, slots=True)
class Register:
    """The declaration register as far as one finding is concerned.

    Attributes:
        delivered: a register with rows was supplied.
        reaches_from: first day it covers, null where that is not configured.
        editions_with_posts: editions of the form on which a post was ever declared, so that they have a field for posts.
    """

    delivered: bool
    reaches_from: date | None
    editions_with_posts: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Declared:
    """What the register says on one finding.

    Attributes:
        item: the item that decided, null where none names the counterparty.
        gap: why it is partial: other_item, relative_missing, relation_differs, relation_missing, share_differs; null otherwise.
    """

    status: str
    item: DeclaredItem | None = None
    gap: str | None = None
    deadline: Deadline | None = None

    @property
    def decision(self) -> str | None:
        """The decision on the item that decided."""
        return None if self.item is None else self.item.decision


def items_naming(
    items: Mapping[str, Sequence[DeclaredItem]], tie: Tie, party: Party | None
) -> tuple[DeclaredItem, ...]:
    """The officer's items that name this counterparty under any of its codes or names, the earliest first."""
    grain = tie.grain
    keys = {grain.party_key}
    if party is not None:
        keys.add(replace(grain, party_id=party.cluster).party_key)
    company = None if party is None else party.company_id
    found = [
        item
        for item in items.get(grain.officer_id or "", ())
        if not keys.isdisjoint(item.parties) or item.names_company(company)
    ]
    return tuple(sorted(found, key=lambda item: (item.submitted_on, item.declaration_id)))


def gap_of(item: DeclaredItem, rule: Rule, tie: Tie, register: Register, policy: DeclarationPolicy) -> str | None:
    """What keeps an item that names the counterparty from covering the finding; None where nothing does."""
    if not _same_family(item, rule, tie, register):
        return "other_item"
    if _misses_relative(item, tie):
        return "relative_missing"
    if tie.who == "relative" and tie.grain.related_id in item.contradicted_ids:
        return "relation_differs"
    if tie.who == "relative" and tie.grain.related_id in item.unstated_ids:
        return "relation_missing"
    if _share_differs(item, tie, policy):
        return "share_differs"
    return None


def is_own_link(tie: Tie) -> bool:
    """Whether the link is the officer's own, or that of a company of his; a relative's he need not have known."""
    return tie.grain.related_id is None or tie.who == "own_company"


def _same_family(item: DeclaredItem, rule: Rule, tie: Tie, register: Register) -> bool:
    covering = (OTHER_ITEM, None, *rule.items.get(tie.side, ()))  # an item left empty still names the company
    if item.form_version not in register.editions_with_posts:
        covering += rule.items_without_position.get(tie.side, ())
    return item.item in covering or ANY_ITEM in covering


def _misses_relative(item: DeclaredItem, tie: Tie) -> bool:
    """The form asks for the relative behind the link; a company named as counterparty needs no second naming."""
    if tie.who == "relative":
        return tie.grain.related_id not in item.related_ids
    if tie.who == "related_company" and not tie.is_counterparty:
        return tie.grain.related_id not in item.related_ids and not item.names_relative
    return False


def _share_differs(item: DeclaredItem, tie: Tie, policy: DeclarationPolicy) -> bool:
    """A stated percentage that is now far off contradicts the declaration; none stated is no fault."""
    if tie.kind not in ("holding", "same_line") or item.share_pct is None or tie.share_pct is None:
        return False
    difference = abs(tie.share_pct - item.share_pct)
    return difference > policy.share_points and difference > policy.share_ratio * item.share_pct


def declared(
    rule: Rule,
    tie: Tie,
    named: Sequence[DeclaredItem],
    offices: Sequence[Coincidence],
    register: Register,
    clock: Clock,
    policy: DeclarationPolicy,
) -> Declared:
    """The most complete of the items that name the counterparty, among equals the earliest.

    The duty is met on time when the first complete item that was not withdrawn was submitted by the deadline; repeating it
    later, as the annual form does, makes nothing late.
    """
    if not register.delivered or _ended_before(tie, register.reaches_from):
        return Declared("unknown")
    if not named:
        return Declared("not_declared")
    gaps = {item.declaration_id: gap_of(item, rule, tie, register, policy) for item in named}
    complete = [item for item in named if gaps[item.declaration_id] is None]
    deadline = deadline_of(complete, offices, clock, own_link=is_own_link(tie))
    stopped = min((item.submitted_on for item in complete if item.withdrawn_on is None), default=None)
    is_late = stopped is not None and deadline.due is not None and stopped > deadline.due

    def status(item: DeclaredItem) -> str:
        if item.withdrawn_on is not None:
            return "withdrawn"
        if gaps[item.declaration_id] is not None:
            return "partial"
        if is_late:
            return "late"
        return "pending" if item.decision in (None, "pending") else "on_time"

    best = max(named, key=lambda item: (STATUSES.index(status(item)), _earliest_first(item, named)))
    return Declared(status(best), best, gaps[best.declaration_id], deadline)


def _earliest_first(item: DeclaredItem, named: Sequence[DeclaredItem]) -> int:
    return len(named) - named.index(item)


def _ended_before(tie: Tie, day: date | None) -> bool:
    if day is None:
        return False
    return tie.event_on < day if tie.kind == "gift" and tie.event_on is not None else tie.possible_to <= day


def is_settled(found: Declared, calendars: Sequence[WorkingCalendar], as_of: date) -> bool:
    """Whether a timely declaration is closed: accepted, or to be eliminated and cured or still within its days.

    Without a feedback date the end of the days cannot be computed, so they have not run out.
    """
    if found.status != "on_time" or found.item is None:
        return False
    if found.item.decision == "accept":
        return True
    if found.item.decision != "eliminate":
        return False
    if found.item.cured_on is not None or found.item.feedback_on is None:
        return True
    due = cure_due(found.item, calendars)
    return due is not None and as_of <= due


def cure_ended(found: Declared | None, calendars: Sequence[WorkingCalendar], as_of: date) -> date | None:
    """The last day for eliminating what was declared, where it has passed without a cure on record."""
    item = None if found is None else found.item
    if item is None or item.decision != "eliminate" or item.withdrawn_on is not None or item.cured_on is not None:
        return None
    due = cure_due(item, calendars)
    return due if due is not None and due < as_of else None
