"""One case: its evidence, what was decided on it, and the form to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from fastapi.responses import RedirectResponse, Response

from screening.contract.decisions import Words, decision_words
from screening.errors import ScreeningError
from screening.review import pages
from screening.review.deciding import TEXTS, Form, Mistake, Result, decide, sentences, what
from screening.review.queue import Filter, Found, beside, following, matching
from screening.review.room import Sight
from screening.review.shown import Case, Item
from screening.review.visit import Visit
from screening.review.words import TEXTS as WORDS
from screening.review.words import text


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form: as typed, with what is wrong with it.

    Attributes:
        field: the field that is wrong.
        why: sentences; nothing is wrong without one.
        recorded: how many findings of it were recorded all the same.
    """

    findings: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(TEXTS, ""))
    field: str | None = None
    why: tuple[Words, ...] = ()
    recorded: int = 0


def case_page(visit: Visit, case: Case, wanted: Filter, draft: Draft | None = None) -> Response:
    """The page of a case; with a draft, as it was typed."""
    sight = visit.sight
    found = matching(sight, wanted)
    previous, place, behind = beside(found, case.case_id)
    return visit.page(
        "case",
        200 if draft is None else 422,
        case=case,
        data=pages.case_data(sight, case),
        draft=draft or Draft(_open(sight, case, found)),
        entries=_entries(sight, case),
        wanted=wanted,
        previous=previous,
        place=place,
        all=len(found),
        behind=behind,
    )


def record_case(visit: Visit, case: Case, form: Form, wanted: Filter) -> Response:
    """Records a form; then the next case of the queue, or the form again with what is wrong."""
    before = matching(visit.sight, wanted)
    ours = tuple(each for each in form.findings if any(each == item.finding_id for item in case.items))
    form = Form(form.run_id, form.seen, ours, form.texts)
    try:
        result = decide(visit.sight, form)
    except Mistake as mistake:
        return case_page(visit, case, wanted, Draft(ours, form.texts, mistake.field, (mistake.why,)))
    except (
        ScreeningError
    ) as error:  # the log may be held for longer still: what was typed is shown without another look
        return case_page(visit, case, wanted, Draft(ours, form.texts, None, ((error.zh, error.en),)))
    now = _again(visit)
    if result.refused:
        left = tuple(each.finding_id for each in result.refused)
        shown = now.sight.shown.by_id.get(case.case_id)
        draft = Draft(left, form.texts, None, tuple(sentences(result.refused)), result.recorded)
        if shown is None:
            return now.problem(*sentences(result.refused)[0], 409)
        return case_page(now, shown, wanted, draft)
    visit.session.leave(*_done(result, form.texts))
    target = following(before, matching(now.sight, wanted), case.case_id)
    return RedirectResponse(_address(target, wanted), status_code=303)


def _again(visit: Visit) -> Visit:
    """The same visit after something may have been recorded."""
    return Visit(visit.room, visit.session, visit.room.look())


def _address(case_id: str | None, wanted: Filter) -> str:
    query = wanted.query()
    return (f"/case/{case_id}" if case_id is not None else "/") + (f"?{query}" if query else "")


def _done(result: Result, texts: Mapping[str, str]) -> Words:
    if not result.recorded:
        return WORDS["repeated"]
    zh, en = what(texts)
    return text("recorded", "zh", n=result.recorded, what=zh), text("recorded", "en", n=result.recorded, what=en)


def _open(sight: Sight, case: Case, found: list[Found]) -> tuple[str, ...]:
    """The findings that are ticked at first: those the filter asks for, else those nothing was decided on."""
    wanted = next((each.items for each in found if each.case is case), None)
    if wanted is None:
        wanted = tuple(item for item in case.items if sight.standing(item).decision is None)
    return tuple(item.finding_id for item in wanted)


def _entries(sight: Sight, case: Case) -> list[tuple[Item, list[Words], bool]]:
    """For each finding what was decided on it, the latest last, and what has changed since; whether it was reopened by that.

    What has changed the run tells, and that only of decisions it knew.
    """
    known = sight.shown.run.head.entries
    found = []
    for item in case.items:
        entries = [
            (number, decision_words(asdict(entry)))
            for number, entry in enumerate(sight.log.entries, start=1)
            if entry.finding_id == item.finding_id
        ]
        is_later = any(number > known for number, _ in entries)
        said = [words for _, words in entries]
        changes = [] if is_later else [told for told in item.told if told not in said]
        if said or changes:
            found.append((item, [*said, *changes], item.lifecycle == "reopened" and not is_later))
    return found
