"""Which findings are leads that a stronger link on the same identity and counterparty replaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from screening.policy.facts import Grain, Tie
from screening.policy.rules.attributes import LEADS
from screening.policy.rules.tips import ALLEGED
from screening.policy.unite import Standing, unite


def gives_way(rule_id: str, standings: Sequence[Standing]) -> bool:
    """Whether a finding is shown only without a stronger one: shared values, and activities that a form of one's own alone tells."""
    return rule_id in LEADS or all((each.tie.kind, each.tie.detail) == ("activity", "declared") for each in standings)


def leads_that_give_way(found: Mapping[tuple[Grain, str], Sequence[Standing]]) -> dict[Grain, tuple[Tie, ...]]:
    """Leads on an identity and counterparty of which a stronger tie is known that coincides with dealings."""
    strong = {
        grain
        for (grain, rule_id), standings in found.items()
        if not gives_way(rule_id, standings)
        and rule_id not in ALLEGED
        and any(standing.scope.level is not None for standing in standings)
    }
    giving_way: dict[Grain, tuple[Tie, ...]] = {}
    for grain, rule_id in sorted(found, key=lambda key: (key[0].order, key[1])):
        if grain in strong and gives_way(rule_id, found[grain, rule_id]):
            giving_way[grain] = (*giving_way.get(grain, ()), *unite(found[grain, rule_id]).ties)
    return giving_way
