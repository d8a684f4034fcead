"""RPT-TELL (4-1(五)): who has a related transaction with the group tells it before the deal.

The notice stands in the register of approvals. His own handling of the deal proves that he knew of it where the link is his own, for
what he signs says nothing about what a relative owns. A later notice proves that he knew on its own day: whether it was owed before
the deal that he may not have known of depends on the reading. Of other deals nothing proves anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.policy.deadlines import Clock
from screening.policy.declarations import is_own_link
from screening.policy.duties.conflicts import owes_declaration
from screening.policy.duties.record import Certainty, DutyRecord, working_days_late
from screening.policy.judgement import Judgement

RULES = ("RPT-SELF", "RPT-RP")


@dataclass(frozen=True, slots=True)
class Deal:
    """One document of a dealing while office and link provably lasted."""

    transaction_id: str
    entity_id: str | None
    on: date
    by_himself: bool


def notice_records(
    judgements: Iterable[Judgement],
    deals: Mapping[str, Sequence[Deal]],
    notices: Mapping[tuple[str, str], Sequence[date]],
    clocks: Mapping[str, Clock],
    as_of: date,
) -> Iterator[DutyRecord]:
    """One line per related transaction of which the first deal came before any notice.

    Args:
        judgements: findings in order.
        deals: by tie, in order of day.
        notices: days of notice by officer and company, in order.
        clocks: of each judgement's offices, by `Judgement.key`.
        as_of: last day that is known.
    """
    for judgement in judgements:
        if judgement.rule_id not in RULES or not owes_declaration(judgement):
            continue
        officer_id, company_id = str(judgement.grain.officer_id), judgement.party.company_id or ""
        told = notices.get((officer_id, company_id), ())
        made = sorted(
            {deal for tie in judgement.united.counting for deal in deals.get(tie.tie_id, ())},
            key=lambda deal: (deal.on, not deal.by_himself, deal.transaction_id),
        )
        silent = [deal for deal in made if not any(day <= deal.on for day in told)]
        if not silent:
            continue
        handled = [deal for deal in silent if deal.by_himself and is_own_link(judgement.united.lead)]
        first = handled[0] if handled else silent[0]
        done = next((day for day in told if day > first.on), None)
        certainty: Certainty = "certain" if handled else "depends_on_reading" if done else "cannot_be_computed"
        calendars = clocks[judgement.key].calendars
        yield DutyRecord(
            "RPT-TELL",
            officer_id,
            certainty,
            "own_handling" if handled else "later_notice" if done else "no_proof_of_knowledge",
            entity_id=first.entity_id,
            about=(judgement.rule_id, judgement.grain),
            source_id=first.transaction_id,
            event_on=first.on,
            due_on=first.on,
            done_on=done,
            working_days_late=working_days_late(first.on, done or as_of, calendars) if handled else None,
        )
