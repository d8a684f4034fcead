"""Who is covered: classes of office (Ch. 2), former officers, and the perimeter of related parties (kin_profile)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from screening.policy.facts import Coincidence, Kin, Level, Standing, Tie, best_level
from screening.settings import PolicySettings

Outside = Literal["out_of_scope", "scope_unknown"]

_STANDINGS: Mapping[str, Standing] = {
    "director": "in",
    "supervisor": "in",
    "senior_manager": "in",
    "independent_director": "out",
    "employee": "out",
}


def standing_of(position_class: str | None, settings: PolicySettings) -> Standing:
    """Whether a class of office is within the policy; a title that does not tell its class is unknown, never guessed."""
    if position_class is None:
        return "unknown"
    if position_class == "employee" and settings.extended_population:
        return "in"
    return _STANDINGS[position_class]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where one tie stands.

    Attributes:
        outside: why it is outside the policy; null where it is inside.
        why: reason code, null where it is inside.
        level: whether covered office, link and dealing have a day in common; of any office where none is covered.
        offices: the appointments that decided, in order.
    """

    outside: Outside | None
    why: str | None
    level: Level | None
    offices: tuple[Coincidence, ...]


def scope_of(tie: Tie, kin: Kin | None, coincidences: Sequence[Coincidence], settings: PolicySettings) -> Scope:
    """Judges one tie by the officer's appointments and by his relation to the related party.

    An appointment decides where it has a day in common with link and dealing: a covered one first, then one whose class is
    unknown, then one outside. Where none has, the same order decides which kind of appointment he has at all.
    """
    shared = [each for each in coincidences if each.level is not None]
    office = _of_office(shared or coincidences)
    relation = _of_relation(tie, kin, settings)
    if relation is None or office.outside == "out_of_scope":
        return office
    if relation[0] == "out_of_scope" or office.outside is None:
        return Scope(relation[0], relation[1], office.level, office.offices)
    return office


def _of_office(coincidences: Sequence[Coincidence]) -> Scope:
    by_standing: dict[Standing, tuple[Coincidence, ...]] = {
        standing: tuple(each for each in coincidences if each.standing == standing)
        for standing in ("in", "unknown", "out")
    }
    if by_standing["in"]:
        return Scope(None, None, best_level(by_standing["in"]), by_standing["in"])
    if by_standing["unknown"] or not coincidences:
        offices = by_standing["unknown"]
        return Scope("scope_unknown", "position_not_mapped", best_level(offices), offices)
    offices = by_standing["out"]
    classes = {each.position_class for each in offices}
    why = "independent_director" if "independent_director" in classes else "employee"
    return Scope("out_of_scope", why, best_level(offices), offices)


def _of_relation(tie: Tie, kin: Kin | None, settings: PolicySettings) -> tuple[Outside, str] | None:
    """Why the related party is outside; None where there is none or it is inside."""
    if tie.grain.related_id is None:
        return None
    if kin is None or kin.code is None:
        return "scope_unknown", "relation_not_understood"
    if kin.perimeter in ("core", "organisation"):
        return None
    if kin.perimeter == "wide":
        return None if settings.kin_profile == "wide" else ("out_of_scope", "relative_outside_core")
    return "out_of_scope", "relative_outside_perimeter"
