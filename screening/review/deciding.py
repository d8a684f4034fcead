"""What was typed into a form becomes decisions: all findings of a form at once, refused one by one, the others recorded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.contract.decisions import DECISIONS, Words
from screening.decisions.batch import Row, record_rows
from screening.decisions.log import Log
from screening.decisions.request import Request, check
from screening.errors import UsageError
from screening.review.room import Sight
from screening.review.shown import Item

_OPTION = re.compile(r"（--\w+）| \(--\w+\)")
_PREFIX = re.compile(r"^未记录：|^Nothing was recorded: ")
TEXTS = ("decision", "reason", "until", "source", "reply", "identity")


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent.

    Attributes:
        run_id: the run that was shown.
        seen: entries of the log that were known when it was shown.
        findings: ids that were ticked.
        texts: by field, as typed.
    """

    run_id: str
    seen: int
    findings: tuple[str, ...]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A finding that was not decided on, and why."""

    finding_id: str
    why: Words


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a form.

    Attributes:
        recorded: entries that are on disk.
        repeated: findings on which the same was recorded before.
    """

    recorded: int = 0
    repeated: int = 0
    refused: tuple[Refused, ...] = ()


class Mistake(Exception):
    """A form that is no decision; nothing was recorded.

    Attributes:
        field: the field that is wrong; None where it is not one of them.
        why: one sentence in both languages.
    """

    def __init__(self, field: str | None, why: Words) -> None:
        super().__init__(field)
        self.field, self.why = field, why


def decide(sight: Sight, form: Form) -> Result:
    """Records what the form says, as far as it can be; what is returned as recorded is on disk.

    Raises:
        Mistake: something is missing or wrong in what was typed.
        ScreeningError: the log is not whole, locked or cannot be written; nothing was recorded.
    """
    shown = sight.shown
    if sight.damage is not None:
        raise sight.damage
    sample = _request(form.findings[0] if form.findings else "", form.texts, shown.by)
    try:
        check(sample, shown.desk.today)
    except UsageError as refusal:
        raise Mistake(_field(refusal), _plain(refusal.zh, refusal.en)) from None
    if not form.findings:
        raise Mistake("finding", ("请至少选择一项结果。", "Choose at least one finding."))
    ids = list(dict.fromkeys(form.findings))
    rows = []
    refused = []
    for number, finding_id in enumerate(ids, start=1):
        case = shown.case_of.get(finding_id)
        if case is None:  # gone, behind the wall, or a case of his own: the sentence is the same
            refused.append(Refused(finding_id, _GONE))
            continue
        item = next(each for each in case.items if each.finding_id == finding_id)
        request = _request(finding_id, form.texts, shown.by, with_identity=item.is_compared or len(ids) == 1)
        rows.append(Row(number, form.run_id, request, _seen(form.seen, sight.log)))
    outcome = record_rows(shown.desk, rows)
    refused += [Refused(ids[number - 1], _plain(*why)) for number, why in outcome.refused]
    return Result(outcome.recorded, outcome.repeated, tuple(refused))


def what(texts: Mapping[str, str]) -> Words:
    """The decision of a form in words."""
    return DECISIONS[texts["decision"]]


def bulk_refusal(item: Item, sight: Sight) -> Words | None:
    """Why a finding is not dismissed along with others: it was decided on, and deserves a look of its own."""
    decision = sight.standing(item).decision
    if decision is None:
        return None
    zh, en = DECISIONS[decision]
    return f"已有决定：{zh}", f"decided already: {en}"


def _request(finding_id: str, texts: Mapping[str, str], by: str, *, with_identity: bool = True) -> Request:
    told = {name: texts.get(name, "").replace("\r\n", "\n").strip() or None for name in TEXTS}
    return Request(
        finding_id=finding_id,
        decision=told["decision"],
        reason=told["reason"],
        by=by,
        until=_day(told["until"]),
        source=told["source"],
        reply=told["reply"],
        identity=told["identity"] if with_identity else None,
    )


def _day(told: str | None) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise Mistake(
            "until",
            ("有效期至不是有效日期，请写成 2026-11-20 的形式。", "Until is not a date; write it like 2026-11-20."),
        ) from None


def _seen(told: int, log: Log) -> int:
    """Nobody has seen more than there is."""
    return max(0, min(told, len(log.entries)))


def _field(refusal: UsageError) -> str | None:
    field = refusal.reason.removeprefix("decision_")
    return field if field in TEXTS else None


def _plain(zh: str, en: str) -> Words:
    """The sentence of a refusal without names of options, which a form has none of."""
    plain = [_PREFIX.sub("", _OPTION.sub("", sentence)) for sentence in (zh, en)]
    return plain[0], plain[1][:1].upper() + plain[1][1:]


_GONE = (
    "最新运行中没有该结果，或您须回避该案件。",
    "The latest run has no such finding, or you must stand aside from its case.",
)


def sentences(refused: Sequence[Refused]) -> list[Words]:
    """Each reason once."""
    return list(dict.fromkeys(each.why for each in refused))
