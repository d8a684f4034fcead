"""D-FIX (4-2(九), form part 2): what the committee wants eliminated is gone within its days after the feedback was received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from screening.policy.deadlines import Clock, cure_due
from screening.policy.declarations import items_naming
from screening.policy.duties.conflicts import Items
from screening.policy.duties.record import DutyRecord, working_days_late
from screening.policy.facts import DeclaredItem
from screening.policy.judgement import Judgement
from screening.refdata.calendar import WorkingCalendar


def cure_records(
    judgements: Iterable[Judgement],
    items: Items,
    clocks: Mapping[str, Clock],
    calendars: Mapping[str, tuple[WorkingCalendar, ...]],
    as_of: date,
) -> Iterator[DutyRecord]:
    """One line per declaration to be eliminated that is overdue, was cured late, or whose term cannot be computed.

    Without a finding that still stands after the due day nothing proves that the conflict is still there.

    Args:
        judgements: findings in order.
        items: the register's items by officer.
        clocks: of each judgement's offices, by `Judgement.key`.
        calendars: of each officer's offices.
        as_of: last day that is known.
    """
    standing: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        officer_id = judgement.grain.officer_id
        if officer_id is None or judgement.rule.duty == "none" or judgement.united.tier == "C":
            continue
        for item in items_naming(items, judgement.united.lead, judgement.party):
            standing.setdefault((officer_id, item.declaration_id), judgement)
    for officer_id in sorted(items):
        for item in items[officer_id]:
            if item.decision == "eliminate" and item.withdrawn_on is None:
                about = standing.get((officer_id, item.declaration_id))
                places = calendars.get(officer_id, ()) if about is None else clocks[about.key].calendars
                yield from _of_item(officer_id, item, about, places, as_of)


def _of_item(
    officer_id: str, item: DeclaredItem, about: Judgement | None, calendars: Sequence[WorkingCalendar], as_of: date
) -> Iterator[DutyRecord]:
    offices = () if about is None else about.united.offices
    line = DutyRecord(
        "D-FIX", officer_id, "cannot_be_computed", "no_feedback_date",
        entity_id=min((office.entity_id for office in offices if office.entity_id), default=None),
        about=None if about is None else (about.rule_id, about.grain),
        declaration_id=item.declaration_id, event_on=item.feedback_on, done_on=item.cured_on,
    )  # fmt: skip
    due = cure_due(item, calendars)
    if due is None:
        if item.cured_on is None:
            yield line if item.feedback_on is None else replace(line, basis="no_days_set")
        return
    if (item.cured_on or as_of) <= due:
        return
    line = replace(line, due_on=due)
    if item.cured_on is None and (about is None or all(tie.proven_to <= due for tie in about.united.counting)):
        yield replace(line, basis="link_not_seen")
        return
    late = working_days_late(due, item.cured_on or as_of, calendars)
    yield replace(line, certainty="certain", basis="feedback", working_days_late=late)
