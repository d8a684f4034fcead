"""Who decided what: the entries of the log that the reviewer may know of, the latest first."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from screening.contract.decisions import decision_words
from screening.decisions.entry import Entry
from screening.review.room import Sight

PAGE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is shown.

    Attributes:
        case_id: the case it stands in, where the latest run still has it.
        standing: waiting, in_force, replaced, lapsed or gone.
    """

    number: int
    at: str
    by: str
    account: str
    name: str | None
    case_id: str | None
    subject: str
    decision: str
    words: tuple[str, str]
    standing: str


def lines(sight: Sight, decision: str = "", by: str = "") -> list[Line]:
    """The entries, the latest first; of one kind, or of one reviewer, where asked for."""
    shown = sight.shown
    names = {row["account"]: row["name"] for row in shown.run.recusals}
    zone = ZoneInfo(shown.run.output["time_zone"])
    last = {entry.finding_id: number for number, entry in enumerate(sight.log.entries, start=1)}
    found = []
    for number, entry in reversed(list(enumerate(sight.log.entries, start=1))):
        if not shown.may_know(entry.officer_id, entry.finding_id):
            continue
        if decision not in ("", entry.decision) or by not in ("", entry.by):
            continue
        case = shown.case_of.get(entry.finding_id)
        found.append(
            Line(
                number=number,
                at=datetime.fromisoformat(entry.at).astimezone(zone).strftime("%Y-%m-%d %H:%M"),
                by=entry.by,
                account=entry.account,
                name=names.get(entry.by),
                case_id=case.case_id if case is not None else None,
                subject=_subject(sight, entry),
                decision=entry.decision,
                words=decision_words(asdict(entry)),
                standing=_standing(sight, number, entry, last),
            )
        )
    return found


def reviewers(sight: Sight) -> list[str]:
    """Everybody who decided something the reviewer may know of."""
    return sorted({line.by for line in lines(sight)})


def _subject(sight: Sight, entry: Entry) -> str:
    """Who it is about: by the case, else by what the entry itself holds."""
    case = sight.shown.case_of.get(entry.finding_id)
    if case is not None:
        named = [case.officer_name, case.related_name, case.party_name]
    else:
        named = [entry.facts.get(name) for name in ("officer_identity", "related_identity", "party_identity")]
    return " ↔ ".join(str(name).split(",")[0] for name in named if name) or entry.finding_id


def _standing(sight: Sight, number: int, entry: Entry, last: dict[str, int]) -> str:
    if last[entry.finding_id] != number:
        return "replaced"
    if entry.finding_id not in sight.shown.run.basis:
        return "gone"
    standing = sight.standings.get(entry.finding_id)
    if standing is None or standing.decision is None:
        return "lapsed"
    return "waiting" if standing.is_new else "in_force"
