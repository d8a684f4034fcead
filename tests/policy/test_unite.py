"""Several ties of one finding."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import permutations

from screening.policy.facts import Level, Tie
from screening.policy.scope import Outside, Scope
from screening.policy.unite import Standing, evidence_of, steps_of, unite

from .make import office, tie


def standing(link: Tie, level: Level | None = "proven", outside: Outside | None = None) -> Standing:
    return Standing(link, Scope(outside, None, level, (office(level=level),)))


SMALL = tie(tie_id="a", share="3", possible_from=date(2020, 1, 1), possible_to=date(2026, 4, 1))
LARGE = tie(tie_id="b", share="40", possible_from=date(2026, 4, 1))
LEAD = tie(tie_id="c", share="90", tier="C", possible_from=date(2010, 1, 1))


def test_what_still_lasts_leads_and_the_lives_are_joined() -> None:
    united = unite([standing(SMALL), standing(LARGE)])

    assert united.lead.share_pct == Decimal(40)
    assert (united.lead.possible_from, united.lead.possible_to) == (date(2020, 1, 1), date.max)
    assert [each.tie_id for each in united.ties] == ["b", "a"]


def test_the_better_tier_leads() -> None:
    assert unite([standing(LEAD), standing(SMALL)]).lead.tie_id == "a"


def test_a_tie_that_coincides_with_dealings_leads_over_a_surer_one_that_does_not() -> None:
    united = unite([standing(SMALL, None), standing(LEAD)])

    assert (united.lead.tie_id, united.tier) == ("c", "C")
    assert united.lead.possible_from == date(2010, 1, 1), "a tie that does not count lends no life"


def test_possible_overlap_caps_the_tier_and_proof_at_a_lower_tier_leads() -> None:
    b = tie(tie_id="b", tier="B")

    assert unite([standing(SMALL, "possible")]).tier == "C"
    assert unite([standing(SMALL, "possible"), standing(b)]).tier == "B"
    assert unite([standing(SMALL, None)]).tier == "A"


def test_inside_the_policy_before_outside() -> None:
    assert unite([standing(SMALL, "proven", "out_of_scope"), standing(LEAD)]).scope.outside is None


def test_a_gift_that_was_kept_leads() -> None:
    kept = tie("gift", tie_id="z")
    handed_in = tie("gift", tie_id="a", handed_in_on=date(2026, 3, 1))

    assert unite([standing(handed_in), standing(kept)]).lead.tie_id == "z"


def test_the_order_of_ties_changes_nothing() -> None:
    standings = [standing(SMALL), standing(LARGE, "possible"), standing(LEAD), standing(tie(tie_id="d"), None)]

    assert len({tuple(each.tie_id for each in unite(list(order)).ties) for order in permutations(standings)}) == 1


def test_paths_and_evidence_are_appended_without_repetition() -> None:
    first = tie(path=json.dumps([{"to": "a"}, {"to": "b"}]), evidence=json.dumps([{"feature": "name", "bits": 3}]))
    second = tie(path=json.dumps([{"to": "a"}, {"to": "c"}]), evidence=json.dumps([{"bits": 3, "feature": "name"}]))

    assert steps_of([first, second]) == [{"to": "a"}, {"to": "b"}, {"to": "c"}]
    assert evidence_of([first, second]) == [{"feature": "name", "bits": 3}]
