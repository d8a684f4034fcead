"""Dismissing several at once: first a list of exactly what will be dismissed and what will not, then, on confirmation, the decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi.responses import Response

from screening.contract.decisions import Words
from screening.errors import ScreeningError
from screening.review.deciding import Form, Mistake, bulk_refusal, decide
from screening.review.queue import Filter, matching
from screening.review.shown import Case, Item
from screening.review.visit import Visit


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of a preview or a result; without a case where it is not among the latest results."""

    case: Case | None
    item: Item | None
    finding_id: str
    why: Words | None = None


def chosen(visit: Visit, wanted: Filter, picked: Sequence[str] | None) -> list[Line]:
    """The findings of the filter, of ticked cases only where any are named, with the reason why one is left alone."""
    ticked = None if picked is None else set(picked)
    return [
        Line(found.case, item, item.finding_id, bulk_refusal(item, visit.sight))
        for found in matching(visit.sight, wanted)
        if ticked is None or found.case.case_id in ticked
        for item in found.items
    ]


def preview(visit: Visit, wanted: Filter, picked: Sequence[str] | None) -> Response:
    """The page that comes before: nothing is recorded."""
    lines = chosen(visit, wanted, picked)
    will = [line for line in lines if line.why is None]
    return _preview(visit, wanted, will, [line for line in lines if line.why is not None])


def result(visit: Visit, wanted: Filter, form: Form) -> Response:
    """Records the dismissals; a finding that changed or was decided on meanwhile is left alone, one sentence each."""
    dismissal = Form(form.run_id, form.seen, form.findings, {**form.texts, "decision": "dismissed", "identity": ""})
    try:
        done = decide(visit.sight, dismissal)
    except (Mistake, ScreeningError) as error:
        why = error.why if isinstance(error, Mistake) else (error.zh, error.en)
        lines = [_line(visit, finding_id) for finding_id in form.findings]
        field = error.field if isinstance(error, Mistake) else None
        return _preview(visit, wanted, lines, [], form, field, why)
    now = Visit(visit.room, visit.session, visit.room.look())
    refused = [_line(now, each.finding_id, each.why) for each in done.refused]
    return now.page("result", wanted=wanted, done=done, refused=refused)


def _preview(
    visit: Visit,
    wanted: Filter,
    will: Sequence[Line],
    refused: Sequence[Line],
    form: Form | None = None,
    field: str | None = None,
    why: Words | None = None,
) -> Response:
    run, seen = (
        (visit.sight.shown.run.run_id, len(visit.sight.log.entries)) if form is None else (form.run_id, form.seen)
    )
    texts = {"reason": "", "until": "", "source": ""} | ({} if form is None else dict(form.texts))
    return visit.page(
        "preview", 200 if why is None else 422, wanted=wanted, will=will, refused=refused, run=run, seen=seen,
        texts=texts, field=field, why=why,
    )  # fmt: skip


def _line(visit: Visit, finding_id: str, why: Words | None = None) -> Line:
    case = visit.sight.shown.case_of.get(finding_id)
    item = next((each for each in case.items if each.finding_id == finding_id), None) if case is not None else None
    return Line(case, item, finding_id, why)
