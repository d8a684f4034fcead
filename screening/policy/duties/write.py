"""Judges the whole calendar of a night and puts it into rows of the table `duty`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Any

from screening.policy.duties.annual import annual_records
from screening.policy.duties.conflicts import conflict_records, form_records
from screening.policy.duties.cures import cure_records
from screening.policy.duties.notices import notice_records
from screening.policy.duties.read import CalendarFacts
from screening.policy.duties.record import DutyRecord
from screening.policy.duties.words import sentence
from screening.policy.judge import Judge
from screening.policy.judgement import Judgement


def duty_rows(
    judge: Judge, judgements: Sequence[Judgement], calendar: CalendarFacts, screened: Collection[str]
) -> Iterator[dict[str, Any]]:
    """Rows of the table `duty` for the duties that the delivered tables let judge, in order."""
    for record in sorted(_records(judge, judgements, calendar), key=_order):
        if record.rule_id in screened:
            yield _row(record, judge)


def _records(judge: Judge, judgements: Sequence[Judgement], calendar: CalendarFacts) -> Iterator[DutyRecord]:
    register, as_of = judge.facts.register, judge.night.as_of
    clocks = {judgement.key: judge.clock_of(judgement.united) for judgement in judgements}
    policy = judge.night.settings.policy
    begins = [day for day in (policy.promulgated_on, policy.register_from) if day is not None]
    conflicts = list(conflict_records(judgements, register.items, register.register, clocks, as_of))
    places = {
        officer_id: tuple(sorted({term.calendar for term in terms}, key=lambda calendar: calendar.jurisdiction))
        for officer_id, terms in calendar.terms.items()
    }
    return chain(
        annual_records(
            calendar.terms, calendar.forms, since=max(begins, default=None), register_ends=calendar.register_ends, as_of=as_of
        ),
        conflicts,
        form_records(register.items, calendar.terms, judge.catalogue.declarations.working_days, conflicts),
        cure_records(judgements, register.items, clocks, places, as_of),
        notice_records(judgements, calendar.deals, calendar.notices, clocks, as_of),
    )  # fmt: skip


def _order(record: DutyRecord) -> tuple[str, ...]:
    about = ("", "", "", "") if record.about is None else (
        record.about[0], record.about[1].related_id or "", record.about[1].party_table or "", record.about[1].party_id or ""
    )  # fmt: skip
    return (
        record.rule_id,
        record.officer_id,
        record.period or "",
        record.declaration_id or "",
        record.source_id or "",
        *about,
    )


def _row(record: DutyRecord, judge: Judge) -> dict[str, Any]:
    about_rule, grain = record.about if record.about is not None else (None, None)
    party = None if grain is None else judge.facts.parties[grain.party_key].name
    name = judge.facts.names.get(record.officer_id)
    rule = judge.catalogue.calendar[record.rule_id]
    summary_zh, summary_en = sentence(record, (rule.title_zh, rule.title_en), name, party)
    return {
        "rule_id": record.rule_id,
        "officer_id": record.officer_id,
        "officer_name": name,
        "entity_id": record.entity_id,
        "group_id": None if grain is None else grain.group_id,
        "about_rule": about_rule,
        "related_id": None if grain is None else grain.related_id,
        "party_table": None if grain is None else grain.party_table,
        "party_id": None if grain is None else grain.party_id,
        "source_id": record.source_id,
        "declaration_id": record.declaration_id,
        "period": record.period,
        "event_on": record.event_on,
        "due_on": record.due_on,
        "done_on": record.done_on,
        "working_days_late": record.working_days_late,
        "certainty": record.certainty,
        "basis": record.basis,
        "summary_zh": summary_zh,
        "summary_en": summary_en,
    }
