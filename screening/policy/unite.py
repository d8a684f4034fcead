"""Unites the ties of one finding: which one leads, how long the link lived, whose path and evidence are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from screening.policy.facts import Coincidence, Level, Tie
from screening.policy.scope import Scope

_OUTSIDE = (None, "scope_unknown", "out_of_scope")
_LEVELS: tuple[Level | None, ...] = ("proven", "possible", None)


@dataclass(frozen=True, slots=True)
class Standing:
    """One tie with the scope in which it stands."""

    tie: Tie
    scope: Scope

    @property
    def tier(self) -> str:
        """The tier of the link; where only possible dates let it coincide with a dealing it is a lead."""
        return "C" if self.scope.level == "possible" else self.tie.tier


@dataclass(frozen=True, slots=True)
class United:
    """The ties of one finding.

    Attributes:
        ties: the leading tie first.
        counting: those of them that coincide with dealings as the leading tie does; all where none does.
        lead: the leading tie with the life of all ties that count.
        scope: of the leading tie.
        offices: the covered appointments laid over every tie that counts.
    """

    ties: tuple[Tie, ...]
    counting: tuple[Tie, ...]
    lead: Tie
    scope: Scope
    tier: str
    offices: tuple[Coincidence, ...]


def unite(standings: Sequence[Standing]) -> United:
    """Orders the ties of one finding; a tie that coincides with dealings comes before a surer one that does not."""
    ordered = sorted(standings, key=_rank)
    first = ordered[0]
    counting = [each for each in ordered if each.scope.level is not None and each.scope.outside == first.scope.outside]
    counting = counting or ordered
    lead = replace(
        first.tie,
        possible_from=min(each.tie.possible_from for each in counting),
        possible_to=max(each.tie.possible_to for each in counting),
    )
    return United(
        ties=tuple(each.tie for each in ordered),
        counting=tuple(each.tie for each in counting),
        lead=lead,
        scope=first.scope,
        tier=first.tier,
        offices=tuple(office for each in counting for office in each.scope.offices),
    )


def _rank(each: Standing) -> tuple[Any, ...]:
    tie, scope = each.tie, each.scope
    share = tie.share_pct
    return (
        scope.level is None,
        _OUTSIDE.index(scope.outside),
        tie.handed_in_on is not None,  # a gift that was kept decides over one that was handed in
        each.tier,
        _LEVELS.index(scope.level),
        tie.possible_to != date.max,  # what still lasts before what has ended
        -tie.possible_to.toordinal(),
        -tie.score,
        share is None,
        0 if share is None else -share,
        tie.tie_id,
    )


def steps_of(ties: Sequence[Tie]) -> list[Any]:
    """The steps of every path, the leading one first, none twice."""
    return _distinct(tie.path for tie in ties)


def evidence_of(ties: Sequence[Tie]) -> list[Any]:
    """The comparisons behind every tie, those of the leading one first, none twice."""
    return _distinct(tie.evidence for tie in ties)


def _distinct(texts: Iterable[str]) -> list[Any]:
    lists = [json.loads(text) for text in texts if text]
    if len(lists) == 1:
        return list(lists[0])
    found: dict[str, Any] = {}
    for each in chain.from_iterable(lists):
        found.setdefault(json.dumps(each, sort_keys=True), each)
    return list(found.values())
