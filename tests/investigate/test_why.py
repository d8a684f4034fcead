"""For every pair there is an answer, and it names what stopped it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.investigate.conftest import FENG, OTHER_FENG, WEI, pair

PARTIES = [f"S{number}" for number in range(1, 10)]


@pytest.mark.parametrize(
    ("officer", "party", "status", "reason"),
    [
        ("P1", "S1", "outcome", "candidate"),
        ("P1", "S2", "not_compared", "no_shared_key"),
        ("P1", "S3", "vetoed", None),
        ("P2", "S4", "outcome", "candidate"),
        ("P3", "S4", "not_compared", "nobody_named"),
        ("P2", "S5", "not_compared", "homonym"),
        ("P1", "S6", "not_compared", "group_company"),
        ("P1", "S7", "not_compared", "employee_record"),
        ("P1", "S8", "not_compared", "another_group"),
        ("P5", "S1", "not_compared", "another_group"),
        ("P1", "S9", "not_compared", "no_shared_key"),
        ("P2", "S9", "below_threshold", None),
    ],
)
def test_a_pair_is_told_where_it_ended(out: Path, officer: str, party: str, status: str, reason: str | None) -> None:
    why = pair(out, officer, party).why

    assert why is not None
    assert (why["status"], why["reason"]) == (status, reason)


def test_every_officer_beside_every_counterparty_has_an_answer(out: Path) -> None:
    statuses = {pair(out, officer, party).why["status"] for officer in ("P1", "P2", "P3", "P6") for party in PARTIES}  # type: ignore[index]

    assert statuses == {"outcome", "vetoed", "below_threshold", "not_compared"}


def first(out: Path, officer: str, party: str) -> dict[str, Any]:
    why = pair(out, officer, party).why
    assert why is not None
    return dict(why["compared"][0])


def test_a_veto_names_the_numbers_masked(out: Path) -> None:
    furthest = first(out, "P1", "S3")
    number = next(item for item in furthest["evidence"] if item["feature"] == "id_number")

    assert furthest["status"] == "vetoed"
    assert (number["verdict"], number["left"], number["right"]) == (
        "disagrees", f"{FENG[:4]}**********{FENG[-4:]}", f"{OTHER_FENG[:4]}**********{OTHER_FENG[-4:]}",
    )  # fmt: skip


def test_a_homonym_is_told_what_it_could_have_reached(out: Path) -> None:
    furthest = first(out, "P2", "S5")

    assert furthest["status"] == "homonym"
    assert 0 < furthest["reach_bits"] < furthest["needed_bits"]
    assert furthest["score"] == pytest.approx(
        1 / (1 + 2 ** -sum(item["bits"] for item in furthest["evidence"])), abs=0.01
    )


def test_a_mask_that_fits_under_another_name_is_below_the_threshold(out: Path) -> None:
    """张丽 shows the last four places of 张伟's number: a key brought them together, and the evidence was too little."""
    furthest = first(out, "P2", "S9")

    assert (furthest["name"], furthest["status"], furthest["tier"]) == ("张丽", "below_threshold", None)
    assert {item["feature"]: item["bits"] > 0 for item in furthest["evidence"]} == {
        "name": False,
        "id_number": True,
        "prior": False,
    }


def test_a_company_of_the_officer_leads_to_the_counterparty(out: Path) -> None:
    answer = pair(out, "P2", "S4")

    assert {finding["related_id"] for finding in answer.findings} == {"R2"}
    assert WEI not in answer.to_json()


def test_a_finding_brings_its_evidence_declaration_and_rules(out: Path) -> None:
    answer = pair(out, "P1", "S1")

    assert {finding["rule_id"] for finding in answer.findings} == {"POS-RP"}
    assert [row["declaration_id"] for row in answer.declarations] == ["D1"]
    assert [step["to"] for step in answer.findings[0]["path"]] == ["储沅砚", "西安藕花深食品有限公司"]
    verdicts = {rule["rule_id"]: rule for rule in answer.rules}
    assert verdicts["POS-RP"]["outcomes"] == {answer.findings[0]["outcome"]: [answer.findings[0]["finding_id"]]}
    assert verdicts["LOAN-OUT"]["screened"] is False and verdicts["LOAN-OUT"]["why_en"]
