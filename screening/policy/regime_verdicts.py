"""What other regimes say of the same fact: live, out_of_scope, no_overlap or unknown, with the reason.

A regime is asked in this order: does it ask about such a link, is the relative within its family, does the person hold an
office it speaks of in an entity it speaks of, do office, link and dealing coincide, and does the link reach its test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from screening.policy.facts import Coincidence, Entity, Kin, Tie, best_level
from screening.policy.regimes import Regime, Regimes
from screening.refdata.text import fold_text

Word = Literal["live", "out_of_scope", "exempt", "no_overlap", "unknown"]

_PARTS = re.compile(r"[、,，;；/／|&+＋]|兼|暨|及|和|\band\b")
_HALF = Decimal(50)
_MAY_CONTROL = Decimal(30)


_UNTOLD: Mapping[str, str] = {"same_line": "same_kind_unknown", "activity": "same_kind_unknown", "tip": "alleged_only"}
"""What is missing where a link of this kind leaves a regime's test open; control elsewhere."""

_REACH: tuple[Word, ...] = ("live", "exempt", "unknown", "no_overlap", "out_of_scope")


@dataclass(frozen=True, slots=True)
class RegimeVerdict:
    """One regime's word on one finding; `why` is a reason code (`screening.policy.reasons` says it in words).

    Attributes:
        article: of the version in force on the days in question; null for the policy itself.
    """

    verdict: Word
    why: str
    article: str | None = None


def of_officer(
    name: str,
    tie: Tie,
    kin: Kin | None,
    coincidences: Sequence[Coincidence],
    entities: Mapping[str, Entity],
    regimes: Regimes,
    as_of: date,
) -> RegimeVerdict:
    """The verdict of one regime on an officer's tie.

    Each appointment is judged by the version in force on the last day on which office, link and dealing coincide (`as_of` where
    they never do): what still goes on by the present one, what has ended by that of its time. The furthest verdict speaks.
    """
    days = [as_of if office.span is None else office.span[1] for office in coincidences]
    versions = {version.before: version for version in (regimes.in_force(name, day) for day in days or [as_of])}
    verdicts = []
    for regime in versions.values():
        of_its_days = [
            office if regime.effective_from <= day < regime.before else replace(office, level=None)
            for office, day in zip(coincidences, days, strict=True)
        ]
        verdict = _of_version(regime, tie, kin, of_its_days, entities, regimes)
        verdicts.append(replace(verdict, article=_article(regime, tie)))
    return furthest(verdicts)


def _article(regime: Regime, tie: Tie) -> str:
    return regime.resolution.get(tie.side) or regime.article


def _of_version(
    regime: Regime,
    tie: Tie,
    kin: Kin | None,
    coincidences: Sequence[Coincidence],
    entities: Mapping[str, Entity],
    regimes: Regimes,
) -> RegimeVerdict:
    links = regime.links(tie.side)
    if links is None:
        return RegimeVerdict("out_of_scope", "link_not_asked")
    says = links.itself if tie.is_counterparty else getattr(links, tie.kind)
    reached = _test(says, tie, regimes)
    if reached == "no":
        return RegimeVerdict("out_of_scope", "link_not_asked" if says == "no" else "test_not_reached")
    family = _family(regime, tie, kin)
    if family == "no":
        return RegimeVerdict("out_of_scope", "relative_not_asked")
    offices, certain = _offices(regime, tie, coincidences, entities)
    if not offices:
        return (
            RegimeVerdict("out_of_scope", "office_not_asked") if certain else RegimeVerdict("unknown", "office_unknown")
        )
    level = best_level(offices)
    if level is None:
        return RegimeVerdict("no_overlap", "no_common_day")
    if level == "possible":
        return RegimeVerdict("unknown", "dates_unknown")
    if family == "unknown":
        return RegimeVerdict("unknown", "relation_unknown")
    if not certain:
        return RegimeVerdict("unknown", "office_unknown")
    if reached == "unknown":
        return RegimeVerdict("unknown", _UNTOLD.get(tie.kind, "control_unknown"))
    deemed = tie.who == "relative" and kin is not None and kin.hk_class == "relative" and regime.family_by == "hk_class"
    return RegimeVerdict("live", "deemed_connected" if deemed else "connected")


def of_shareholder(
    name: str, tie: Tie, entities: Mapping[str, Entity], regimes: Regimes, *, deals: bool
) -> RegimeVerdict:
    """The verdict of one regime on a shareholder of a group entity, or an associate of one, that is a counterparty."""
    regime = regimes.of(name)
    if regime.shareholder_pct is None:
        return RegimeVerdict("out_of_scope", "link_not_asked")
    if regime.serves == "a_listed":
        listed = _entity_is_a_listed(tie.entity_id, entities)
        if listed is None:
            return RegimeVerdict("unknown", "entity_unknown")
        if not listed:
            return RegimeVerdict("out_of_scope", "entity_not_listed")
    if tie.share_pct is None:
        return RegimeVerdict("unknown", "share_unknown")
    if tie.share_pct < regime.shareholder_pct:
        return RegimeVerdict("out_of_scope", "share_too_small")
    if tie.detail == "associate" and not regime.associates and tie.share_pct <= _HALF:
        return RegimeVerdict("out_of_scope", "associate_not_asked")
    return RegimeVerdict("live", "connected") if deals else RegimeVerdict("no_overlap", "no_dealing")


def furthest(verdicts: Sequence[RegimeVerdict]) -> RegimeVerdict:
    """The verdict that reaches furthest; among equals the first."""
    return min(verdicts, key=lambda each: _REACH.index(each.verdict))


def outcome_of_shareholder(
    verdicts: Mapping[str, RegimeVerdict],
) -> tuple[Literal["out_of_scope", "scope_unknown"] | None, str | None]:
    """Whether a shareholder counts under any regime; (None, None) where he does, dealings aside."""
    words = {verdict.verdict for verdict in verdicts.values()}
    if words & {"live", "no_overlap"}:
        return None, None
    if "unknown" in words:
        return "scope_unknown", "shareholder_unknown"
    return "out_of_scope", "shareholder_too_small" if verdicts else "no_regime"


def _test(says: str, tie: Tie, regimes: Regimes) -> str:
    if says == "hk_control":
        return "unknown" if tie.controls is None else "yes" if tie.controls else "no"
    if says == "majority":
        return _majority(tie)
    if says == "majority_unsure":
        return "no" if _majority(tie) == "no" else "unknown"
    if says == "management":
        return "yes" if tie.detail in regimes.management else "no"
    return says


def _majority(tie: Tie) -> str:
    """Above half is control; from 30 % on it is a question of fact, and so is a share nobody knows."""
    if tie.share_pct is None:
        return "unknown"
    if tie.share_pct > _HALF:
        return "yes"
    return "unknown" if tie.control is not None or tie.share_pct >= _MAY_CONTROL else "no"


def _family(regime: Regime, tie: Tie, kin: Kin | None) -> str:
    if tie.who != "relative":
        return "unknown" if tie.who == "related_company" else "yes"
    if kin is None or kin.code is None or kin.code in regime.family_unsure:
        return "unknown"
    return "yes" if (kin.hk_class if regime.family_by == "hk_class" else kin.code) in regime.family else "no"


def _offices(
    regime: Regime, tie: Tie, coincidences: Sequence[Coincidence], entities: Mapping[str, Entity]
) -> tuple[list[Coincidence], bool]:
    """The appointments the regime speaks of, and whether that is certain; uncertain ones only where no certain one is."""
    judged = [(each, _speaks_of(regime, tie, each, entities)) for each in coincidences]
    certain = [each for each, speaks in judged if speaks is True]
    if best_level(certain) is not None:
        return certain, True
    uncertain = [each for each, speaks in judged if speaks is None]
    return (certain + uncertain, False) if uncertain else (certain, True)


def _speaks_of(regime: Regime, tie: Tie, office: Coincidence, entities: Mapping[str, Entity]) -> bool | None:
    """Three-valued: False beats unknown."""
    of_class = _class_counts(regime, office)
    of_entity = _entity_counts(regime, tie, office, entities)
    if of_class is False or of_entity is False:
        return False
    return None if of_class is None or of_entity is None else True


def _class_counts(regime: Regime, office: Coincidence) -> bool | None:
    if office.position_class is None:
        return None
    if office.position_class in regime.offices:
        return True
    parts = {fold_text(part) for part in _PARTS.split(office.position)}
    return office.position_class == "senior_manager" and not parts.isdisjoint(regime.chief_executive)


def _entity_counts(regime: Regime, tie: Tie, office: Coincidence, entities: Mapping[str, Entity]) -> bool | None:
    if regime.serves == "any":
        return True
    if regime.serves == "a_listed":
        return _entity_is_a_listed(office.entity_id, entities, or_above=True)
    entity = entities.get(office.entity_id or "")
    if entity is not None and entity.jurisdiction != "CN":
        return False
    deals = office.entity_deals if tie.side == "business" else True
    if deals is False:
        return False
    return None if entity is None or deals is None else True


def _entity_is_a_listed(
    entity_id: str | None, entities: Mapping[str, Entity], *, or_above: bool = False
) -> bool | None:
    """False where no entity of the group is A-listed, whichever the office is in; None where nothing tells.

    Args:
        or_above: an entity that stands above an A-listed one counts too (officers of its controlling legal person).
    """
    if entities and not any(entity.a_listed for entity in entities.values()):
        return False
    entity = entities.get(entity_id or "")
    return None if entity is None else entity.a_listed or (or_above and entity.controls_listed)
