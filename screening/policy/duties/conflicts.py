"""D-ADHOC and D-INIT (4-2(十)(十一)): conflicts declared in time, or not.

The clock of an ad hoc declaration starts on the earliest day on which the person provably knew both the link and the dealing
(`deadlines`); what nobody can prove is said so. Leads (tier C), and links that only possibly coincide with a dealing, owe nothing
that could be judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from screening.contract.rules import RULE_IDS
from screening.policy.deadlines import Clock, deadline_of, working_days_after
from screening.policy.declarations import Register, is_own_link, items_naming
from screening.policy.duties.annual import Term
from screening.policy.duties.record import Certainty, DutyRecord, working_days_late
from screening.policy.facts import DeclaredItem
from screening.policy.judgement import Judgement

Items = Mapping[str, Sequence[DeclaredItem]]


def owes_declaration(judgement: Judgement) -> bool:
    """Whether the finding is sure enough, and inside the policy, for its deadline to be looked at."""
    return (
        judgement.grain.officer_id is not None
        and judgement.rule.duty != "none"
        and judgement.rule.clock == "interval"
        and judgement.outcome in ("candidate", "declared")
        and judgement.level == "proven"
        and judgement.united.tier in ("A", "B")
    )


def conflict_records(
    judgements: Iterable[Judgement], items: Items, register: Register, clocks: Mapping[str, Clock], as_of: date
) -> Iterator[DutyRecord]:
    """One line per link and kind of declaration that was due.

    Args:
        judgements: findings in order.
        items: the register's items by officer.
        register: how far the register reaches.
        clocks: of each judgement's offices, by `Judgement.key`.
        as_of: last day that is known.
    """
    first: dict[tuple[object, ...], Judgement] = {}
    for judgement in judgements:
        if owes_declaration(judgement):
            key = _same_declaration(judgement)
            if key not in first or RULE_IDS.index(judgement.rule_id) < RULE_IDS.index(first[key].rule_id):
                first[key] = judgement
    for judgement in first.values():
        record = _of_link(judgement, items, register, clocks[judgement.key], as_of)
        if record is not None:
            yield record


def _same_declaration(judgement: Judgement) -> tuple[object, ...]:
    """Findings that one item of the form covers are one duty."""
    grain, side = judgement.grain, judgement.united.lead.side
    covering = tuple(sorted(judgement.rule.items.get(side, ())))
    return grain.group_id, grain.officer_id, grain.related_id, grain.party_table, judgement.party.cluster, covering


def _of_link(judgement: Judgement, items: Items, register: Register, clock: Clock, as_of: date) -> DutyRecord | None:
    lead, offices = judgement.united.lead, judgement.united.offices
    named = items_naming(items, lead, judgement.party)
    deadline = deadline_of(named, offices, clock, own_link=is_own_link(lead))
    standing = [item for item in named if item.withdrawn_on is None]
    stopped = min((item.submitted_on for item in standing), default=None)
    due = deadline.due
    if due is not None and (stopped or as_of) <= due:
        return None
    # what was filed in time was withdrawn later, or nothing were late
    in_time = next((item for item in named if due is not None and item.submitted_on <= due), None)
    if due is None:
        missing = "initial_period" if deadline.initial else "no_proof_of_knowledge"
        certainty: Certainty = "cannot_be_computed"
    elif stopped is None and register.reaches_from is not None and due < register.reaches_from:
        missing, certainty = "register_begins_later", "cannot_be_computed"
    elif in_time is not None:
        missing, certainty = "withdrawn_form", "depends_on_reading"
    else:
        missing, certainty = "", "certain" if judgement.rule.duty == "express" else "depends_on_reading"
    basis = "promulgation" if deadline.initial else "own_form" if _by_form(named, deadline.knew_on) else "own_handling"
    first = in_time or next((item for item in standing if item.submitted_on == stopped), None)
    return DutyRecord(
        "D-INIT" if deadline.initial else "D-ADHOC",
        str(judgement.grain.officer_id),
        certainty,
        missing or basis,
        entity_id=min((office.entity_id for office in offices if office.entity_id), default=None),
        about=(judgement.rule_id, judgement.grain),
        declaration_id=None if first is None else first.declaration_id,
        event_on=clock.promulgated_on if deadline.initial else deadline.knew_on,
        due_on=due,
        done_on=stopped,
        working_days_late=None if due is None or missing else working_days_late(due, stopped or as_of, clock.calendars),
    )


def _by_form(named: Sequence[DeclaredItem], knew_on: date | None) -> bool:
    """Whether a form proves that he knew by that day; the clock waits for the conflict, so the form may be older."""
    return knew_on is not None and any(
        min(item.submitted_on, item.aware_on or item.submitted_on) <= knew_on for item in named
    )


def form_records(
    items: Items, terms: Mapping[str, Sequence[Term]], working_days: int, told: Iterable[DutyRecord]
) -> Iterator[DutyRecord]:
    """Ad hoc forms that by their own words came too late, whether or not a link was found.

    Args:
        items: the register's items by officer.
        terms: appointments by officer; who holds no covered office owes nothing.
        working_days: time for an ad hoc declaration.
        told: lines that stand already; a form is not reported twice.
    """
    done = {(record.officer_id, record.declaration_id) for record in told}
    for officer_id in sorted(items):
        for item in _first_namings(items[officer_id]):
            if item.kind != "ad_hoc" or item.aware_on is None or (officer_id, item.declaration_id) in done:
                continue
            aware = item.aware_on
            held = [
                t
                for t in terms.get(officer_id, ())
                if t.standing == "in" and t.proven_from <= item.submitted_on < t.proven_to
            ]
            if not held:
                continue
            knew_on = max(aware, min(term.proven_from for term in held))
            calendars = tuple(sorted({term.calendar for term in held}, key=lambda calendar: calendar.jurisdiction))
            due = working_days_after(knew_on, working_days, calendars)
            if item.submitted_on > due:
                yield DutyRecord(
                    "D-ADHOC", officer_id, "certain", "own_form",
                    entity_id=min((term.entity_id for term in held if term.entity_id), default=None),
                    declaration_id=item.declaration_id, event_on=knew_on, due_on=due, done_on=item.submitted_on,
                    working_days_late=working_days_late(due, item.submitted_on, calendars),
                )  # fmt: skip


def _first_namings(items: Sequence[DeclaredItem]) -> Iterator[DeclaredItem]:
    """Items that name a counterparty for the first time; repeating it makes nothing late."""
    named: set[str] = set()
    for item in sorted(items, key=lambda item: (item.submitted_on, item.declaration_id)):
        keys = set(item.parties | item.other_ids) | ({item.company_id} if item.company_id is not None else set())
        if not keys & named:
            yield item
        named |= keys
