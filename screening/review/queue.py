"""The queue: which cases are still to be looked at, by filter and order, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Self
from urllib.parse import parse_qsl, urlencode

from screening.contract.decisions import DECISIONS
from screening.review.room import Sight, Standing
from screening.review.shown import Case, Item

PAGE = 50
"""Cases on one page."""
LONGEST_SEARCH = 200

UNSETTLED = ("needs_info", "asked_subject")
STATUSES = ("undecided", "unsettled", "decided", *DECISIONS, "all")
NO_DUTY = "-"
ORDERS: Mapping[str, Callable[[Case], tuple[object, ...]]] = {
    "rank": lambda case: (),
    "exposure": lambda case: (-case.exposure,),
    "officer": lambda case: (case.officer_name or "",),
    "party": lambda case: (case.party_name or "",),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the queue is looked at; an empty text asks for nothing."""

    status: str = "undecided"
    words: str = ""
    rule: str = ""
    tier: str = ""
    entity: str = ""
    declared: str = ""
    life: str = ""
    sort: str = "rank"

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Self:
        """A filter of the texts of a query; what is unknown is passed over."""
        known = {field.name: told[field.name].strip()[:LONGEST_SEARCH] for field in fields(cls) if field.name in told}
        if known.get("status") not in STATUSES:
            known.pop("status", None)
        if known.get("sort") not in ORDERS:
            known.pop("sort", None)
        return cls(**known)

    @classmethod
    def parse(cls, query: str) -> Self:
        """A filter of a query as `query` makes it."""
        return cls.of(dict(parse_qsl(query[:4_000])))

    def query(self, **more: str | int) -> str:
        """Only what differs from the plain queue, for an address; `more` is added where it is not empty."""
        plain = asdict(type(self)())
        told = {name: value for name, value in asdict(self).items() if value != plain[name]}
        return urlencode(told | {name: value for name, value in more.items() if value})


@dataclass(frozen=True, slots=True)
class Found:
    """A case with those of its findings that the filter asks for."""

    case: Case
    items: tuple[Item, ...]


def matching(sight: Sight, wanted: Filter) -> list[Found]:
    """Cases with findings that fit, in the order asked for."""
    words = wanted.words.lower().split()
    found = []
    for case in sight.shown.cases:
        if wanted.entity and wanted.entity not in case.entities:
            continue
        if not all(word in case.text for word in words):
            continue
        items = tuple(item for item in case.items if _fits(item, sight.standing(item), wanted))
        if items:
            found.append(Found(case, items))
    return sorted(found, key=lambda each: (ORDERS[wanted.sort](each.case), each.case.number))


def _fits(item: Item, standing: Standing, wanted: Filter) -> bool:
    return (
        has_status(item, standing, wanted.status)
        and wanted.tier in ("", item.tier)
        and wanted.rule in ("", item.rule_id)
        and wanted.declared in ("", item.declared or NO_DUTY)
        and wanted.life in ("", item.lifecycle)
    )


def has_status(item: Item, standing: Standing, status: str) -> bool:
    """Whether a finding stands so. The plain queue holds what nothing was decided on, or whose decision has lapsed."""
    decision = standing.decision
    if status == "undecided":
        return decision is None
    if status == "unsettled":
        return decision in UNSETTLED
    if status == "decided":
        return decision is not None
    return status in ("all", decision)


def counts(sight: Sight) -> dict[str, int]:
    """Findings by status."""
    found = Counter[str]()
    for case in sight.shown.cases:
        for item in case.items:
            decision = sight.standing(item).decision
            found[decision or "undecided"] += 1
    return {"undecided": found["undecided"], **{decision: found[decision] for decision in DECISIONS}}


def choices(sight: Sight) -> dict[str, list[tuple[str, int]]]:
    """What each filter can ask for, with the number of cases."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("rule", "tier", "entity", "declared", "life")}
    for case in sight.shown.cases:
        found["entity"].update(case.entities)
        found["rule"].update({item.rule_id for item in case.items})
        found["tier"].update({item.tier for item in case.items})
        found["declared"].update({item.declared or NO_DUTY for item in case.items})
        found["life"].update({item.lifecycle for item in case.items})
    return {name: sorted(count.items()) for name, count in found.items()}


def beside(found: list[Found], case_id: str) -> tuple[str | None, int, str | None]:
    """The case before, the place (from 1; 0 where it is not among them) and the case behind."""
    ids = [each.case.case_id for each in found]
    if case_id not in ids:
        return None, 0, ids[0] if ids else None
    place = ids.index(case_id)
    return (
        ids[place - 1] if place else None,
        place + 1,
        ids[place + 1] if place + 1 < len(ids) else None,
    )


def following(before: list[Found], after: list[Found], case_id: str) -> str | None:
    """Where to go on when a case was decided: the next of the old order that is still there, else the first that is."""
    still = {each.case.case_id for each in after} - {case_id}
    ids = [each.case.case_id for each in before]
    behind = ids[ids.index(case_id) + 1 :] if case_id in ids else []
    return next((each for each in (*behind, *(found.case.case_id for found in after)) if each in still), None)
