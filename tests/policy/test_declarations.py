"""Reconciling a finding with the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from screening.policy.catalogue import catalogue
from screening.policy.deadlines import Clock
from screening.policy.declarations import Declared, Register, declared, is_settled, items_naming
from screening.policy.facts import DeclaredItem, Tie
from screening.refdata.calendar import working_calendar

from .make import item, office, party, tie

REGISTER = Register(delivered=True, reaches_from=None, editions_with_posts=frozenset())
CLOCK = Clock((working_calendar("CN"),), 3, None, None)
AS_OF = date(2026, 11, 20)


def judged(
    *items: DeclaredItem, rule: str = "INT-B", link: Tie | None = None, register: Register = REGISTER
) -> Declared:
    """What the register says on a link that coincides with dealings since 2 March 2026."""
    named = sorted(items, key=lambda each: (each.submitted_on, each.declaration_id))
    policy = catalogue()
    return declared(policy.rules[rule], link or tie(), named, [office()], register, CLOCK, policy.declarations)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({}, "on_time"),
        ({"submitted": "2026-03-16", "aware_on": "2026-03-02"}, "late"),
        ({"submitted": "2026-03-05", "aware_on": "2026-03-02"}, "on_time"),
        ({"submitted": "2026-03-06", "aware_on": "2026-03-02"}, "late"),
        ({"decision": "pending"}, "pending"),
        ({"decision": None}, "pending"),
        ({"decision": "other"}, "on_time"),
        ({"submitted": "2026-03-16", "aware_on": "2026-03-02", "decision": "pending"}, "late"),
        ({"withdrawn_on": "2026-04-20"}, "withdrawn"),
        ({"item": "position", "withdrawn_on": "2026-04-20"}, "withdrawn"),
        ({"item": "position"}, "partial"),
        ({"item": "transaction"}, "on_time"),
        ({"item": "other"}, "on_time"),
        ({"item": None}, "on_time"),
        ({"submitted": "2026-01-12"}, "on_time"),
    ],
)
def test_status_of_one_item(facts: dict[str, Any], status: str) -> None:
    assert judged(item(**facts)).status == status


def test_nothing_in_the_register() -> None:
    assert judged().status == "not_declared"


def test_without_a_register_nothing_can_be_said() -> None:
    none = replace(REGISTER, delivered=False)

    assert judged(register=none).status == "unknown"
    assert judged(item(), register=none).item is None


@pytest.mark.parametrize(("ended", "status"), [("2026-01-01", "unknown"), ("2026-01-02", "not_declared")])
def test_a_link_older_than_the_register(ended: str, status: str) -> None:
    since_2026 = replace(REGISTER, reaches_from=date(2026, 1, 1))

    assert judged(link=tie(possible_to=date.fromisoformat(ended)), register=since_2026).status == status


@pytest.mark.parametrize(
    ("stated", "actual", "gap"),
    [
        ("3", "40", "share_differs"),
        ("40", "3", "share_differs"),
        ("60", "51", None),
        ("20", "30", None),
        ("20", "30.1", "share_differs"),
        ("3", "8", None),
        ("3", "8.01", "share_differs"),
        ("3", None, None),
    ],
)
def test_a_stated_percentage_that_is_far_off(stated: str, actual: str | None, gap: str | None) -> None:
    link = tie(share_pct=None if actual is None else Decimal(actual))

    assert judged(item(share_pct=Decimal(stated)), link=link).gap == gap


def test_no_percentage_is_no_fault() -> None:
    assert judged(item(), link=tie(share="40")).status == "on_time"


def test_a_percentage_far_off_contradicts_on_a_competing_business_too() -> None:
    """A8-13 on SELL-C: declared at 3 %, controlled with 60 %."""
    form = item(share_pct=Decimal(3), item="other")

    assert judged(form, link=tie("same_line", share="60")).status == "partial"
    assert judged(form, link=tie("post", share="60")).status == "on_time"


def test_a_relative_must_be_named_somewhere_on_the_form() -> None:
    link = tie(related="R1")
    named = item(related_ids=frozenset(["R1"]), names_relative=True)
    other = item(related_ids=frozenset(["R2"]), names_relative=True)

    assert judged(named, rule="INT-RP", link=link).status == "on_time"
    assert judged(item(), rule="INT-RP", link=link).gap == "relative_missing"
    assert judged(other, rule="INT-RP", link=link).gap == "relative_missing"


def test_the_form_asks_for_the_relation_too() -> None:
    link = tie(related="R1")
    named = item(related_ids=frozenset(["R1"]), names_relative=True)
    differs = replace(named, contradicted_ids=frozenset(["R1"]))
    silent = replace(named, unstated_ids=frozenset(["R1"]))

    assert judged(differs, rule="INT-RP", link=link).gap == "relation_differs"
    assert judged(silent, rule="INT-RP", link=link).gap == "relation_missing"
    assert judged(silent, rule="INT-B", link=tie()).status == "on_time"


def test_a_related_company_that_is_the_counterparty_is_named_as_such() -> None:
    itself = tie("self", who="related_company", related="R1")
    holds = tie(who="related_company", related="R1")
    own = tie(who="own_company", related="R1")

    assert judged(item(), rule="RPT-RP", link=itself).status == "on_time"
    assert judged(item(), rule="INT-RP", link=holds).gap == "relative_missing"
    assert judged(item(), rule="INT-B", link=own).status == "on_time"


def test_posts_on_editions_of_the_form_with_and_without_a_field_for_them() -> None:
    post = tie("post", detail="director")
    newer = replace(REGISTER, editions_with_posts=frozenset(["v2"]))

    assert judged(item(), rule="POS-B", link=post).status == "on_time"
    assert judged(item(form_version="v2"), rule="POS-B", link=post, register=newer).gap == "other_item"
    assert judged(item(form_version="v1"), rule="POS-B", link=post, register=newer).status == "on_time"
    assert judged(item(item="position"), rule="POS-B", link=post, register=newer).status == "on_time"


def test_the_side_decides_which_item_covers_a_relative() -> None:
    at_competitor = tie(related="R1", side="competitor")
    related = frozenset(["R1"])

    assert judged(item(related_ids=related), rule="INT-RP", link=at_competitor).gap == "other_item"
    assert judged(item(item="competitor_interest", related_ids=related), rule="INT-RP", link=at_competitor).gap is None


def test_the_most_complete_item_decides_and_among_equals_the_earliest() -> None:
    withdrawn = item("2026-03-02", declaration_id="D1", withdrawn_on="2026-03-03")
    partial = item("2026-03-03", declaration_id="D2", item="position")
    first = item("2026-03-04", declaration_id="D3")
    again = item("2026-12-28", declaration_id="D4")

    assert judged(withdrawn, partial).item == partial
    found = judged(again, first, partial, item("2026-03-05", declaration_id="D5"))
    assert (found.status, found.item) == ("on_time", first)


def test_repeating_a_timely_declaration_is_not_late() -> None:
    """The first form is still pending, the annual one was accepted: the duty had been met on time."""
    first = item("2026-03-03", declaration_id="D1", decision="pending")
    annual = item("2026-09-28", declaration_id="D2", kind="annual")

    found = judged(first, annual)

    assert (found.status, found.item) == ("on_time", annual)


def test_a_withdrawn_form_proves_that_he_knew() -> None:
    withdrawn = item("2026-03-03", declaration_id="D1", withdrawn_on="2026-03-20")
    later = item("2026-05-06", declaration_id="D2")

    assert judged(withdrawn, later).status == "late"


def test_repeating_a_late_declaration_stays_late() -> None:
    late = item("2026-03-16", declaration_id="D1", aware_on="2026-03-02")

    assert judged(late, item("2026-09-28", declaration_id="D2")).item == late


def test_a_form_that_no_longer_fits_does_not_start_the_clock_of_what_grew() -> None:
    """3 % was declared in March; the growth to 40 % was declared in July."""
    small = item("2026-03-03", declaration_id="D1", share_pct=Decimal(3))
    grown = item("2026-07-10", declaration_id="D2", share_pct=Decimal(40))

    assert judged(small, grown, link=tie(share="40")).status == "on_time"


def test_counterparties_are_found_by_code_by_cluster_and_by_company() -> None:
    by_code = item("2026-03-03", declaration_id="D1")
    by_cluster = item("2026-03-04", declaration_id="D2", parties=frozenset(["suppliers/G1/S0"]))
    by_company = item("2026-03-05", declaration_id="D3", parties=frozenset(), company_id="c1")
    by_branch = item(
        "2026-03-05", declaration_id="D3a", parties=frozenset(), company_id="c2", other_ids=frozenset(["c1"])
    )
    other_table = item("2026-03-06", declaration_id="D4", parties=frozenset(["customers/G1/S1"]))
    unknown = item("2026-03-07", declaration_id="D5", parties=frozenset(), company_id=None)
    items = {"P1": [unknown, by_branch, by_company, by_cluster, other_table, by_code], "P2": [by_code]}

    found = items_naming(items, tie(), party(cluster="S0"))

    assert [each.declaration_id for each in found] == ["D1", "D2", "D3", "D3a"]


@pytest.mark.parametrize(
    ("facts", "settled"),
    [
        ({}, True),
        ({"decision": "other"}, False),
        ({"decision": "pending"}, False),
        ({"decision": "eliminate"}, True),  # no feedback date: the end of the days cannot be computed
        ({"decision": "eliminate", "feedback_on": "2026-10-06", "cure_days": 30}, False),
        ({"decision": "eliminate", "feedback_on": "2026-10-21", "cure_days": 30}, True),
        ({"decision": "eliminate", "feedback_on": "2026-10-20", "cure_days": 30}, False),
        ({"decision": "eliminate", "feedback_on": "2026-10-06", "cure_days": 30, "cured_on": "2026-11-01"}, True),
        ({"decision": "eliminate", "feedback_on": "2026-10-06"}, False),
        ({"submitted": "2026-03-16", "aware_on": "2026-03-02"}, False),
    ],
)
def test_settled(facts: dict[str, Any], settled: bool) -> None:
    assert is_settled(judged(item(**facts)), CLOCK.calendars, AS_OF) is settled
