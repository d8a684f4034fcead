"""Ad hoc and initial declarations: when the clock starts, and what nobody can prove."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policy.world import Row, World, plain


def only(found: list[Row]) -> Row:
    assert len(found) == 1, found
    return found[0]


def holding(**policy: object) -> World:
    """Director P1 holds half of supplier S1, with which there was an invoice on 10 March 2026."""
    started = plain()
    started.policy |= policy
    return started.tie("holding", share="50")


def test_a_form_that_says_he_knew_earlier_is_late() -> None:
    row = only(holding().declares("2026-03-16", aware_on="2026-03-02").duties("D-ADHOC"))

    # he knew of the stake on 2 March; the first dealing, and with it the conflict, was on the 10th
    assert (row["event_on"], row["due_on"], row["done_on"]) == (date(2026, 3, 10), date(2026, 3, 13), date(2026, 3, 16))
    assert (row["working_days_late"], row["certainty"], row["basis"]) == (1, "certain", "own_form")
    assert (row["about_rule"], row["party_id"], row["declaration_id"]) == ("INT-B", "S1", "D001")


def test_a_month_of_knowledge_proves_its_last_day_at_most() -> None:
    """Aware "in March", filed on the 20th: he may have learned of it the day before."""
    month = {"aware_on": "2026-03-01", "aware_on_hi": date(2026, 3, 31)}

    assert holding().declares("2026-03-20", **month).duties("D-ADHOC") == []
    assert holding().declares("2026-03-20", **month).verdict("INT-B")["declaration_status"] == "on_time"
    (row,) = holding().declares("2026-04-08", **month).duties("D-ADHOC")
    assert (row["event_on"], row["due_on"]) == (date(2026, 3, 31), date(2026, 4, 3))


def test_in_time_is_no_line() -> None:
    assert holding().declares("2026-03-13", aware_on="2026-03-10").duties("D-ADHOC") == []


@pytest.mark.parametrize(("submitted", "late"), [("2026-02-24", None), ("2026-02-25", 1)])
def test_spring_festival(submitted: str, late: int | None) -> None:
    started = World().officer().party().dealing("2026-02-12").tie("holding", share="50")
    found = started.declares(submitted, aware_on="2026-02-12").duties("D-ADHOC")

    assert [row["working_days_late"] for row in found] == ([] if late is None else [late])


def test_the_settings_tell_the_place_of_an_entity_that_was_not_delivered() -> None:
    """Aware on 1 April 2026: three working days are over on the 7th in the PRC, on the 9th in Hong Kong (Easter)."""
    for place, late in (("HK", []), ("CN", [date(2026, 4, 7)])):
        world = World(calendar={"jurisdiction": {"E7": place}}).officer(entity_id="E7")
        found = world.party().declares("2026-04-08", aware_on="2026-04-01").duties("D-ADHOC")

        assert [row["due_on"] for row in found] == late


def test_undeclared_and_handled_by_himself_is_certain() -> None:
    started = World().officer().party().dealing("2026-03-10", approver_officer="P1").tie("holding", share="50")
    row = only(started.duties("D-ADHOC"))

    assert (row["certainty"], row["basis"], row["due_on"], row["done_on"]) == (
        "certain", "own_handling", date(2026, 3, 13), None
    )  # fmt: skip


def test_nothing_proves_knowledge_of_a_dealing_handled_by_others_or_of_a_relatives_stake() -> None:
    own = only(holding().duties("D-ADHOC"))
    started = World().officer().party().kin().dealing("2026-03-10", approver_officer="P1")
    relative = only(started.tie("holding", related="R1", share="50").duties("D-ADHOC"))

    assert {(row["certainty"], row["basis"], row["due_on"]) for row in (own, relative)} == {
        ("cannot_be_computed", "no_proof_of_knowledge", None)
    }


def test_the_counterparty_in_person_knows_and_a_company_of_his_proves_nothing() -> None:
    himself = only(plain().tie("self", detail="person").duties("D-ADHOC"))
    company = plain().organisation("controlled_by_self").tie("self", related="R1", detail="organisation")

    assert (himself["certainty"], himself["due_on"]) == ("certain", date(2026, 3, 13))
    assert only(company.duties("D-ADHOC"))["certainty"] == "cannot_be_computed"


def test_leads_and_possible_dates_are_not_judged() -> None:
    lead = plain().tie("holding", share="50", tier="C").duties("D-ADHOC")
    possible = plain().tie("holding", share="50", since=None, seen="2026-11-20").duties("D-ADHOC")

    assert lead == [] and possible == []


def test_an_exempt_stake_and_an_independent_director_owe_nothing() -> None:
    small = plain().tie("holding", share="4", listed=True, acquired_via="market").duties("D-ADHOC")
    outside = (
        World().officer(position_class="independent_director").party().dealing("2026-03-10", approver_officer="P1")
    )

    assert small == []
    assert outside.tie("holding", share="50").duties("D-ADHOC") == []


def test_one_item_of_the_form_is_one_duty_whatever_the_number_of_rules() -> None:
    started = World().officer().party().dealing("2026-03-10", approver_officer="P1")
    found = started.tie("holding", share="60", control="hk30_alone").duties("D-ADHOC")

    assert [row["about_rule"] for row in found] == ["INT-B"]


def older(**policy: object) -> World:
    """A stake and dealings since 2020; the policy came on 1 March 2022."""
    settings = {"promulgated_on": date(2022, 3, 1), "initial_period": "30 days", **policy}
    started = World(policy=settings).officer().party().dealing(since="2020-01-01", basis="registered_only")
    return started.dealing("2026-03-10").tie("holding", share="50")


def test_what_is_older_than_the_policy_was_due_within_the_initial_period() -> None:
    late = only(older().declares("2022-06-01", kind="initial").duties("D-INIT"))
    never = only(older().duties("D-INIT"))

    assert (late["due_on"], late["done_on"], late["certainty"]) == (date(2022, 3, 31), date(2022, 6, 1), "certain")
    assert (never["event_on"], never["done_on"], never["basis"]) == (date(2022, 3, 1), None, "promulgation")
    assert older().declares("2022-03-31", kind="initial").duties("D-INIT") == []
    assert older().duties("D-ADHOC") == []


def test_without_a_configured_period_the_day_cannot_be_computed() -> None:
    row = only(older(initial_period=None).duties("D-INIT"))

    assert (row["certainty"], row["basis"], row["due_on"]) == ("cannot_be_computed", "initial_period", None)


def test_a_joiner_owes_no_initial_declaration() -> None:
    started = World(policy={"promulgated_on": date(2022, 3, 1), "initial_period": "30 days"}).officer(
        start="2023-05-04"
    )
    started.party().dealing(since="2020-01-01", basis="registered_only").tie("holding", share="50")

    assert started.duties("D-INIT") == []


def test_a_form_that_was_late_by_its_own_words_needs_no_finding() -> None:
    started = World().officer().party().declares("2026-05-06", aware_on="2026-04-01", parties=(), company="c-unknown")
    row = only(started.duties("D-ADHOC"))

    assert (row["due_on"], row["done_on"], row["about_rule"], row["declaration_id"]) == (
        date(2026, 4, 7), date(2026, 5, 6), None, "D001"
    )  # fmt: skip


def test_repeating_a_declaration_makes_nothing_late() -> None:
    started = World().officer().party()
    started.declares("2026-04-02", aware_on="2026-04-01", parties=(), company="c-unknown")
    started.declares("2026-09-01", aware_on="2026-04-01", parties=(), company="c-unknown")

    assert started.duties("D-ADHOC") == []


def test_a_register_that_begins_after_the_due_day_proves_no_silence() -> None:
    started = World(policy={"register_from": date(2026, 6, 1)}).officer().party()
    row = only(started.dealing("2026-03-10", approver_officer="P1").tie("holding", share="50").duties("D-ADHOC"))

    assert (row["certainty"], row["basis"]) == ("cannot_be_computed", "register_begins_later")


def test_a_declaration_in_time_that_was_withdrawn_is_not_called_missing() -> None:
    row = only(holding().declares("2026-03-11", withdrawn_on="2026-04-01").duties("D-ADHOC"))

    assert (row["certainty"], row["basis"], row["declaration_id"]) == ("depends_on_reading", "withdrawn_form", "D001")
    assert row["working_days_late"] is None
    assert "未见相应申报" not in row["summary_zh"]
