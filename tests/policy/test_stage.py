"""The stage as a whole: tables in, verdicts out."""

from __future__ import annotations

import json
import random
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from screening.contract.internal import STAGE_TABLES
from screening.policy import run
from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse

from .world import World, plain, put_staged

STAKE: dict[str, Any] = {"share": "12", "acquired_via": "other"}


def verdicts_of(row: dict[str, Any]) -> dict[str, str]:
    return {name: each["verdict"] for name, each in json.loads(row["regime_verdicts"]).items()}


def features(row: dict[str, Any]) -> list[str]:
    return [each["feature"] for each in json.loads(row["evidence"])]


def test_a_plain_candidate_from_end_to_end() -> None:
    row = plain().tie("holding", **STAKE).verdict("INT-B")

    assert list(row) == list(STAGE_TABLES["verdict"].columns)
    assert {name: row[name] for name in ("outcome", "tier", "duty", "declaration_status", "exemption", "overlap")} == {
        "outcome": "candidate", "tier": "A", "duty": "express", "declaration_status": "not_declared",
        "exemption": "not_met", "overlap": "proven",
    }  # fmt: skip
    assert (row["share_pct"], row["valid_from"], row["valid_to"]) == (Decimal(12), date(2020, 1, 1), None)
    assert row["regimes"] == ["POLICY"]
    assert features(row) == ["id_number", "dealing", "overlap", "exemption", "declaration"]


def test_everything_found_is_kept_with_its_outcome() -> None:
    market: dict[str, Any] = {"acquired_via": "market", "listed": True, "aggregate": "4.99", "share": "4.99"}

    assert plain().tie("holding", **market).rules() == {"INT-B": "exempt"}
    assert plain().tie("holding", until="2023-01-01", **STAKE).rules() == {"INT-B": "no_overlap"}
    assert World().officer(position_class="independent_director").party().dealing("2026-03-10").tie(
        "holding", **STAKE
    ).rules() == {"INT-B": "out_of_scope"}
    assert plain().tie("holding", **STAKE).declares("2026-03-10").rules() == {"INT-B": "declared"}


def test_exempt_comes_before_declared_and_scope_before_both() -> None:
    market: dict[str, Any] = {"acquired_via": "market", "listed": True, "share": "4"}

    assert plain().tie("holding", **market).declares("2026-03-10").rules() == {"INT-B": "exempt"}
    cousin = plain().kin(code="parent.sibling.child", perimeter="wide", hk_class="relative")
    row = cousin.tie("holding", related="R1", control="hk_majority", **{**STAKE, "share": "60"}).verdict("RPT-RP")
    assert (row["outcome"], verdicts_of(row)["HK14A"]) == ("out_of_scope", "live")


def test_a_group_company_and_an_employees_own_record_are_nobodys_counterparty() -> None:
    world = World().officer().dealing("2026-03-10").tie("self")

    assert world.party(excluded_as="employee_record").verdicts() == []


def test_a_company_in_no_master_is_nobodys_counterparty() -> None:
    assert plain().tie("gift", detail="cash", table=None, party="name:0011223344556677").verdicts() == []


def test_a_competitor_has_no_basis_of_dealing_whatever_the_rule() -> None:
    world = World().officer().party("K1", "competitors")
    world.dealing(since="2020-01-01", basis="competition", party="K1", table="competitors")
    world.tie("same_line", detail="hk30_alone", control="hk30_alone", party="K1", table="competitors")

    assert world.verdict("SELL-C")["dealing_basis"] is None


def test_a_lead_does_not_give_way_to_a_rule_that_was_not_screened() -> None:
    """A loan of a competitor would be EMP-C, which is switched off without its tables: the shared phone is all there is."""
    rival: dict[str, Any] = {"party": "K1", "table": "competitors"}
    world = World().officer().party("K1", "competitors").dealing(since="2020-01-01", basis="competition", **rival)
    world.tie("financing", detail="loan_in", **rival).tie("attribute", detail="phone", **rival)

    assert world.rules() == {"EMP-C": "candidate"}
    del world.staged["appointments"]
    assert world.rules() == {"EMP-C": "candidate"}
    del world.staged["financing"]
    assert world.rules() == {"ATTR-C": "candidate"}


def test_a_rule_whose_table_is_missing_is_switched_off() -> None:
    world = plain().tie("holding", control="hk30_alone", **{**STAKE, "share": "60"})
    del world.staged["holdings"]

    assert world.rules() == {"RPT-SELF": "candidate"}


def test_a_lead_gives_way_to_a_stronger_tie_and_lends_it_its_evidence() -> None:
    world = plain().tie("holding", **STAKE).tie("attribute", detail="phone", evidence='[{"feature":"phone","bits":9}]')

    row = world.verdict("INT-B")

    assert world.rules() == {"INT-B": "candidate"}
    assert features(row)[:2] == ["id_number", "phone"]


def test_a_lead_stays_where_the_stronger_tie_is_history_or_anothers() -> None:
    ended = plain().tie("holding", until="2023-01-01", **STAKE).tie("attribute", detail="phone")
    wife = plain().kin().tie("holding", related="R1", **STAKE).tie("attribute", detail="phone")

    assert ended.rules() == {"INT-B": "no_overlap", "ATTR-B": "candidate"}
    assert wife.rules() == {"INT-RP": "candidate", "ATTR-B": "candidate"}


def test_a_lead_has_no_duty_no_status_and_no_overlap() -> None:
    row = plain().tie("attribute", detail="bank_account", tier="B").verdict("ATTR-B")

    assert (row["duty"], row["declaration_status"], row["overlap"], row["tier"]) == ("none", None, None, "B")


def test_possible_overlap_is_a_lead_at_most() -> None:
    row = plain().tie("post", detail="director", seen="2026-11-15").verdict("POS-B")

    assert (row["outcome"], row["overlap"], row["tier"]) == ("candidate", "possible", "C")
    assert row["valid_from"] is None


def test_a_proprietor_is_the_counterparty_himself() -> None:
    world = plain().kin().tie("post", related="R1", detail="proprietor")

    assert world.rules() == {"RPT-RP": "candidate"}


def test_accepted_at_three_percent_then_grown_to_forty() -> None:
    world = plain().dealing("2026-07-14").declares("2024-03-05", share_pct=Decimal(3)).tie(
        "holding", since="2024-03-04", until="2026-04-01", share="3", acquired_via="other"
    ).tie("holding", since="2026-04-01", share="40", acquired_via="other", control="hk30_alone")  # fmt: skip

    found = {row["rule_id"]: row for row in world.verdicts()}

    assert {rule: row["declaration_status"] for rule, row in found.items()} == {
        "INT-B": "partial",
        "RPT-SELF": "partial",
    }
    assert found["INT-B"]["share_pct"] == Decimal(40)
    assert found["INT-B"]["valid_from"] == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("handed_in", "outcome", "status"),
    [
        ("2026-02-13", "declared", "on_time"),
        ("2026-02-25", "candidate", "not_declared"),
        (None, "candidate", "not_declared"),
    ],
)
def test_cash_handed_in_within_three_working_days(handed_in: str | None, outcome: str, status: str) -> None:
    gift: dict[str, Any] = {
        "detail": "cash",
        "since": "2026-02-12",
        "until": "2026-02-13",
        "event_on": date(2026, 2, 12),
    }
    handed: dict[str, Any] = {"handed_in_on": None if handed_in is None else date.fromisoformat(handed_in)}

    row = plain().tie("gift", **gift, **handed).verdict("GIFT-CASH")

    assert (row["outcome"], row["declaration_status"], row["duty"]) == (outcome, status, "arguable")


def test_what_was_given_is_not_cured_by_a_hand_in() -> None:
    gift: dict[str, Any] = {
        "detail": "cash",
        "since": "2026-02-12",
        "until": "2026-02-13",
        "event_on": date(2026, 2, 12),
    }

    def of(direction: str) -> dict[str, str]:
        return plain().tie("gift", **gift, direction=direction, handed_in_on=date(2026, 2, 13)).rules()

    assert (of("received"), of("given")) == ({"GIFT-CASH": "declared"}, {"GIFT-CASH": "candidate"})


def test_one_gift_of_two_was_kept() -> None:
    gift: dict[str, Any] = {"detail": "cash", "since": "2026-02-12", "event_on": date(2026, 2, 12)}
    world = plain().tie("gift", **gift, handed_in_on=date(2026, 2, 13)).tie("gift", **gift)

    assert world.rules() == {"GIFT-CASH": "candidate"}


def test_an_old_gift_that_was_kept_does_not_weigh_on_a_new_one() -> None:
    world = plain().tie("gift", detail="cash", since="2021-02-12", until="2021-02-13", event_on=date(2021, 2, 12))
    handed_in: dict[str, Any] = {"event_on": date(2026, 2, 12), "handed_in_on": date(2026, 2, 13)}

    assert world.tie("gift", detail="cash", since="2026-02-12", until="2026-02-13", **handed_in).rules() == {
        "GIFT-CASH": "declared"
    }


def test_without_a_register_the_status_is_unknown_but_a_handed_in_gift_is_settled() -> None:
    world = plain().tie("holding", **STAKE)
    world.tie("gift", detail="cash", since="2026-02-12", event_on=date(2026, 2, 12), handed_in_on=date(2026, 2, 13))
    del world.staged["declarations"]

    found = {row["rule_id"]: (row["outcome"], row["declaration_status"]) for row in world.verdicts()}

    assert found == {"INT-B": ("candidate", "unknown"), "GIFT-CASH": ("declared", "on_time")}


def test_unsigned_nil_and_future_forms_declare_nothing() -> None:
    forms: tuple[dict[str, Any], ...] = ({"signed": False}, {"nil_return": True})
    for form in forms:
        assert plain().tie("holding", **STAKE).declares("2026-03-10", **form).verdict("INT-B")[
            "declaration_status"
        ] == ("not_declared")
    assert (
        plain().tie("holding", **STAKE).declares("2026-11-21").verdict("INT-B")["declaration_status"] == "not_declared"
    )


def test_what_happened_to_a_form_after_the_as_of_date_is_not_known_yet() -> None:
    world = plain().tie("holding", **STAKE).declares("2026-03-10", decided_on="2026-12-01", withdrawn_on="2026-12-02")

    row = world.verdict("INT-B")

    assert (row["declaration_status"], row["declaration_decision"]) == ("pending", "pending")


def test_a_signed_nil_return_while_the_link_existed_is_evidence() -> None:
    world = plain().tie("holding", **STAKE)
    world.staged["declarations"].append(
        {"declaration_id": "D8", "officer_id": "P1", "kind": "annual", "submitted_on": date(2026, 6, 1), "signed": True,
         "nil_return": True, "record_id": "D8"}
    )  # fmt: skip

    assert "nil_return" in features(world.verdict("INT-B"))


def test_a_nil_return_between_two_stakes_contradicts_neither() -> None:
    """Sold in 2025 and bought again in 2026: on 2 June 2025 nothing was held; in a year of unknown day nothing is proven."""
    world = plain().dealing("2025-01-07")
    world.tie("holding", since="2024-12-02", until="2025-02-03", **STAKE).tie("holding", since="2026-02-02", **STAKE)
    for number, day in enumerate((date(2025, 6, 2), date(2025, 1, 8))):
        world.staged["declarations"].append(
            {"declaration_id": f"N{number}", "officer_id": "P1", "kind": "annual", "submitted_on": day, "signed": True,
             "nil_return": True, "record_id": f"N{number}"}
        )  # fmt: skip

    evidence = world.verdict("INT-B")["evidence"]
    assert "2025-01-08 签署" in evidence
    assert "2025-06-02" not in evidence


def test_a_board_resolution_is_looked_for_where_company_law_asks() -> None:
    def resolution(world: World) -> str | None:
        world.tie("holding", control="hk30_alone", **{**STAKE, "share": "60"})
        found = world.verdict("RPT-SELF")["statutory_resolution"]
        assert isinstance(found, str | None)
        return found

    resolved = plain()
    resolved.staged["approvals"] = [
        {
            "approval_id": "A1",
            "officer_id": "P1",
            "kind": "board_resolution",
            "dated_on": date(2026, 3, 1),
            "record_id": "a",
        }
    ]
    resolved.tables["company_mention"] = [
        {"table_name": "approvals", "record_id": "a", "column_name": "counterparty_name", "company_id": "c-S1"}
    ]
    no_table = plain()
    del no_table.staged["approvals"]
    elsewhere = World().entity("H1", "HK").officer(entity_id="H1").party().dealing("2026-03-10", entity="H1")

    assert [resolution(each) for each in (resolved, plain(), no_table, elsewhere)] == [
        "found",
        "not_found",
        "unknown",
        None,
    ]


def test_a_bank_that_a_relative_controls_lends_on_no_usual_terms() -> None:
    loan: dict[str, Any] = {"detail": "loan_in", "is_financial_institution": True}

    assert plain().tie("financing", **loan).rules() == {"LOAN-IN": "exempt"}
    family = plain().kin().tie("financing", **loan).tie("holding", related="R1", control="hk30_alone", share="40")
    assert family.rules()["LOAN-IN"] == "candidate"


def test_a_shareholder_has_no_officer_no_duty_and_no_overlap() -> None:
    world = plain().tie("shareholder", officer=None, detail="direct", share="15", entity_id="E1")
    row = world.verdict("RPT-HK")

    assert (row["outcome"], row["overlap"], row["declaration_status"], row["regimes"]) == (
        "candidate",
        None,
        None,
        ["HK14A"],
    )
    assert World().officer().party().tie("shareholder", officer=None, detail="direct", share="15").rules() == {
        "RPT-HK": "no_overlap"
    }


def test_stakes_in_several_group_entities_speak_under_their_own_regimes() -> None:
    world = plain().entity("L1", listed_code="600000.SH")
    world.tie("shareholder", officer=None, detail="direct", share="12", entity_id="E1")
    world.tie("shareholder", officer=None, detail="direct", share="6", entity_id="L1")

    assert world.verdict("RPT-HK")["regimes"] == ["HK14A", "SSE"]


def test_of_several_posts_the_one_that_counts_speaks() -> None:
    world = World().entity("L1", listed_code="600000").officer(entity_id="L1").party().dealing("2026-03-10")
    world.tie("post", detail="supervisor", tie_id="a").tie("post", detail="director", tie_id="b")

    assert verdicts_of(world.verdict("POS-B"))["SSE"] == "live"


def test_only_configured_regimes_are_judged() -> None:
    world = World(policy={"regimes": ("POLICY",)}).officer().party().dealing("2026-03-10")
    row = world.tie("holding", control="hk30_alone", **{**STAKE, "share": "60"}).verdict("RPT-SELF")

    assert verdicts_of(row) == {"POLICY": "live"}
    assert row["statutory_resolution"] is None


def _controlled(world: World) -> dict[str, str]:
    world.party().dealing("2026-03-10", entity="L1")
    return verdicts_of(world.tie("holding", control="hk30_alone", **{**STAKE, "share": "60"}).verdict("INT-B"))


def test_every_regime_has_margins_of_its_own() -> None:
    """A director who left ten weeks before the dealing, and one who came twelve weeks after it."""
    listed = World(policy={"leaver_months": 0}).entity("L1", listed_code="600000.SH")
    left = _controlled(listed.officer(entity_id="L1", end="2025-12-31"))
    came = _controlled(World().entity("L1", listed_code="600000.SH").officer(entity_id="L1", start="2026-06-01"))

    assert left == {"POLICY": "no_overlap", "HK14A": "live", "SSE": "live", "CCL": "no_overlap"}
    assert came == {"POLICY": "no_overlap", "HK14A": "no_overlap", "SSE": "live", "CCL": "no_overlap"}


@pytest.mark.parametrize(
    ("position_class", "position", "verdict"),
    [
        ("director", "董事", "live"),
        ("independent_director", "独立董事", "live"),
        ("supervisor", "监事", "no_overlap"),
        ("senior_manager", "总经理", "no_overlap"),
        (None, "总监", "unknown"),
    ],
)
def test_only_former_directors_stay_connected_under_the_hong_kong_rules(
    position_class: str | None, position: str, verdict: str
) -> None:
    """14A.07(2) speaks of whoever was a director in the last 12 months; of former chief executives and supervisors it does not."""
    left = (
        World().entity("L1").officer(position_class=position_class, position=position, entity_id="L1", end="2025-12-31")
    )

    assert _controlled(left)["HK14A"] == verdict


def test_regimes_are_chosen_for_an_entity() -> None:
    world = World(policy={"entity_regimes": {"L1": ("HK14A",)}}).entity("L1", listed_code="600000.SH")
    found = _controlled(world.officer(entity_id="L1"))

    assert found == {"POLICY": "live", "HK14A": "live", "SSE": "out_of_scope", "CCL": "out_of_scope"}


def test_the_order_of_rows_and_the_number_of_threads_change_nothing(tmp_path: Path) -> None:
    world = (
        World()
        .officer()
        .officer(entity_id="E2")
        .officer("P2", None)
        .kin()
        .kin("R2", "sibling", hk_class="family_member")
    )
    for number in range(8):
        party = f"S{number % 3}"
        world.party(f"S{number}") if number < 3 else None
        world.tie(
            "holding", party=party, share=str(number + 1), related=None if number % 2 else "R1", tier="ABC"[number % 3]
        )
        world.tie("post", party=party, detail="director", officer="P2", seen="2026-11-15")
        world.tie("attribute", party=party, detail="phone", related="R2")
        world.dealing(
            f"2026-0{number + 1}-10", party=party, currency="CNY" if number % 2 else "HKD", amount=f"{number}.10"
        )
        world.declares(
            f"2026-0{number + 1}-11", parties=(f"suppliers/G1/{party}",), decision="accept" if number % 3 else None
        )

    def result(seed: int, threads: int) -> list[tuple[Any, ...]]:
        shuffler = random.Random(seed)
        for rows in (*world.tables.values(), *world.staged.values()):
            shuffler.shuffle(rows)
        for table, rows in world.staged.items():
            for row in rows:
                row.setdefault("record_id", f"{table}-{json.dumps(row, default=str, sort_keys=True)}")
        with Warehouse(tmp_path, LimitSettings(memory="1GB", threads=threads)) as store:
            world.load(store)
            run(store, world.settings())
            return sorted(tuple(map(str, row.values())) for row in store.rows("select * from verdict"))

    first = result(0, 1)

    assert len(first) > 10
    assert result(1, 2) == first
    assert result(2, 1) == first


def test_staged_tables_of_the_builder_have_the_columns_of_the_contract() -> None:
    """The builder stands for the staging stage; a column it lacked would hide a wrong query."""
    with Warehouse(Path("/nonexistent"), LimitSettings(memory="1GB")) as store:
        put_staged(store, "officers", [{"officer_id": "P1", "term_start": date(2020, 1, 1)}])
        row = store.rows("select * from std_officers")[0]

    assert (row["term_start_hi"], row["group_id"], row["record_id"]) == (date(2020, 1, 1), "G1", "officers-0")
