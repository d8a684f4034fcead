"""Notice of a related transaction before the deal."""

from __future__ import annotations

from datetime import date

from tests.policy.world import Row, World


def told(*notices: str, approver: str | None = "P1", wife: str | None = None, company: str | None = None) -> list[Row]:
    """Director P1, his wife, or a company said to be his, controls or is supplier S1; one invoice on 10 March 2026."""
    started = World().officer().party()
    if company is not None:
        started.organisation(company).tie("self", related="R1", detail="organisation")
    elif wife is None:
        started.tie("holding", share="60", control="hk30_alone")
    elif wife == "holds":
        started.kin().tie("holding", related="R1", share="60", control="hk30_alone")
    else:
        started.kin().tie("self", related="R1", detail="proprietor", control="hk30_alone")
    record = {"table_name": "transactions", "record_id": "transactions-0"}
    started.dealing("2026-03-10", approver_officer=approver, **record)
    started.staged["transactions"] = [{"transaction_id": "T1", "kind": "purchase", "transacted_on": date(2026, 3, 10)}]
    started.staged["approvals"] = [
        {"approval_id": "A0", "officer_id": "P9", "kind": "rpt_notice", "dated_on": date(2026, 1, 5)}
    ]
    for number, day in enumerate(notices, start=1):
        started.staged["approvals"].append(
            {"approval_id": f"A{number}", "officer_id": "P1", "kind": "rpt_notice", "dated_on": date.fromisoformat(day)}
        )
        started.tables.setdefault("company_mention", []).append(
            {"table_name": "approvals", "record_id": f"approvals-{number}", "column_name": "counterparty_name",
             "company_id": "c-S1", "name": "公司S1"}
        )  # fmt: skip
    return started.duties("RPT-TELL")


def test_a_notice_on_the_day_of_the_deal_is_in_time() -> None:
    assert told("2026-03-10") == []
    assert told("2025-12-01") == []


def test_no_notice_before_a_deal_that_he_approved_himself() -> None:
    (row,) = told()

    assert (row["certainty"], row["basis"], row["source_id"]) == ("certain", "own_handling", "T1")
    assert (row["event_on"], row["due_on"], row["done_on"]) == (date(2026, 3, 10), date(2026, 3, 10), None)
    assert "未见事前告知" in row["summary_zh"]


def test_a_notice_after_the_deal_proves_no_knowledge_before_it() -> None:
    (row,) = told("2026-03-13", approver=None)
    (relative,) = told("2026-03-13", wife="holds")
    (own,) = told("2026-03-13")

    assert (row["certainty"], row["basis"], row["done_on"], row["working_days_late"]) == (
        "depends_on_reading", "later_notice", date(2026, 3, 13), None
    )  # fmt: skip
    assert (relative["certainty"], relative["basis"]) == ("depends_on_reading", "later_notice")
    assert (own["certainty"], own["basis"], own["working_days_late"]) == ("certain", "own_handling", 3)


def test_a_deal_of_others_proves_nothing() -> None:
    (row,) = told(approver=None)

    assert (row["certainty"], row["working_days_late"]) == ("cannot_be_computed", None)


def test_neither_her_own_business_nor_his_signature_prove_that_he_knew_of_his_wifes_link() -> None:
    for wife in ("holds", "is"):
        for approver in ("P1", None):
            (row,) = told(wife=wife, approver=approver)

            assert (row["about_rule"], row["certainty"], row["basis"]) == (
                "RPT-RP", "cannot_be_computed", "no_proof_of_knowledge"
            )  # fmt: skip


def test_what_a_company_of_his_signs_others_may_have_signed() -> None:
    (row,) = told(approver=None, company="controlled_by_self")

    assert (row["certainty"], row["basis"]) == ("cannot_be_computed", "no_proof_of_knowledge")
    assert told(company="controlled_by_self")[0]["certainty"] == "certain"
