"""New, open, changed, closed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from screening.findings.lifecycle import Tonight, changed_fields, closed, closed_because, lived

ROW: dict[str, Any] = {
    "finding_id": "F1", "rule_id": "INT-RP", "group_id": "G1", "officer_id": "P1", "related_id": "R1",
    "party_table": "suppliers", "party_id": "S1", "outcome": "candidate", "tier": "A", "score": 0.999, "exemption": "not_met",
    "overlap": "proven", "dealing_basis": "transaction", "declaration_status": "not_declared",
    "declaration_decision": None, "regimes": ["HK14A", "POLICY"], "statutory_resolution": None, "relationship": "妻子",
    "share_pct": Decimal("12.000000"), "valid_from": date(2020, 1, 1), "valid_to": None,
    "exposure_amount": Decimal("100.00"), "summary_zh": "…", "lifecycle": "open",
    "regime_verdicts": '{"HK14A":{"verdict":"live","why":"a"}}',
    "path": '[{"from":"a","to":"b","share_pct":12,"source":{"table":"holdings","row":7}}]',
    "evidence": '[{"feature":"name","verdict":"agrees","left":"x","right":"x","bits":9.1,"detail":"one in 549"}]',
}  # fmt: skip
TONIGHT = Tonight(
    officers=frozenset(["P1"]),
    related=frozenset([("P1", "R1")]),
    parties=frozenset([("G1", "suppliers", "S1")]),
    screened=frozenset(["INT-RP"]),
)


def test_new_and_open() -> None:
    assert lived(ROW, None) == ("new", None)
    assert lived(ROW, {**ROW}) == ("open", None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("score", 0.97),
        ("tier", "B"),
        ("exposure_amount", Decimal("250.00")),
        ("summary_zh", "anders"),
        ("regimes", ["POLICY", "HK14A"]),
        ("share_pct", Decimal("12")),
        ("regime_verdicts", '{"HK14A":{"verdict":"live","why":"other words"}}'),
        ("path", '[{"from":"a","share_pct":12,"to":"b","source":{"table":"holdings","row":90}}]'),
        ("evidence", '[{"feature":"name","verdict":"agrees","left":"x","right":"x","bits":8.0,"detail":"one in 256"}]'),
        (
            "evidence",
            '[{"feature":"dealing","verdict":"agrees","left":"transaction","right":null},'
            '{"feature":"name","verdict":"agrees","left":"x","right":"x"}]',
        ),
    ],
)
def test_weights_amounts_wording_and_row_numbers_change_nothing(column: str, value: object) -> None:
    assert lived({**ROW, column: value}, ROW) == ("open", None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("outcome", "declared"),
        ("exemption", "unknown"),
        ("overlap", "possible"),
        ("dealing_basis", "contract"),
        ("declaration_status", "on_time"),
        ("declaration_decision", "accept"),
        ("regimes", ["POLICY"]),
        ("statutory_resolution", "found"),
        ("relationship", "前妻"),
        ("share_pct", Decimal("40")),
        ("valid_from", date(2021, 1, 1)),
        ("valid_to", date(2026, 1, 1)),
        ("regime_verdicts", '{"HK14A":{"verdict":"unknown","why":"a"}}'),
        ("path", '[{"from":"a","to":"b","share_pct":40,"source":{"table":"holdings","row":7}}]'),
        ("evidence", '[{"feature":"name","verdict":"disagrees","left":"x","right":"x","bits":9.1}]'),
        ("evidence", '[{"feature":"name","verdict":"agrees","left":"x","right":"y","bits":9.1}]'),
    ],
)
def test_verdicts_values_shares_and_validity_do(column: str, value: object) -> None:
    assert lived({**ROW, column: value}, ROW) == ("changed", [column])


def test_changed_fields_are_sorted() -> None:
    assert changed_fields({**ROW, "valid_to": date(2026, 1, 1), "outcome": "no_overlap"}, ROW) == [
        "outcome",
        "valid_to",
    ]


def test_what_is_gone_appears_once_more_as_it_was() -> None:
    rows = closed({"F1": ROW, "F2": {**ROW, "finding_id": "F2"}}, ["F2"], "tonight", TONIGHT)

    assert [(row["finding_id"], row["run_id"], row["lifecycle"], row["outcome"]) for row in rows] == [
        ("F1", "tonight", "closed", "candidate")
    ]
    assert rows[0]["closed_because"] == "link_no_longer_found"
    assert json.loads(rows[0]["evidence"]) == json.loads(ROW["evidence"])


@pytest.mark.parametrize(
    ("tonight", "because"),
    [
        (TONIGHT, "link_no_longer_found"),
        (Tonight(TONIGHT.officers, TONIGHT.related, TONIGHT.parties, frozenset()), "rule_not_screened"),
        (Tonight(frozenset(), TONIGHT.related, TONIGHT.parties, TONIGHT.screened), "officer_not_delivered"),
        (Tonight(TONIGHT.officers, frozenset(), TONIGHT.parties, TONIGHT.screened), "related_party_not_delivered"),
        (Tonight(TONIGHT.officers, TONIGHT.related, frozenset(), TONIGHT.screened), "counterparty_not_delivered"),
    ],
)
def test_why_it_is_gone(tonight: Tonight, because: str) -> None:
    assert closed_because(ROW, tonight) == because


def test_a_record_that_became_a_group_company_was_not_withheld() -> None:
    key = (ROW["group_id"], ROW["party_table"], ROW["party_id"])
    tonight = replace(TONIGHT, parties=TONIGHT.parties - {key}, excluded=frozenset([key]))

    assert closed_because(ROW, tonight) == "counterparty_excluded"


@pytest.mark.parametrize(("rule", "because"), [("ATTR-B", "stronger_link_found"), ("INT-B", "link_no_longer_found")])
def test_a_lead_that_gave_way_is_not_called_gone(rule: str, because: str) -> None:
    pair = (ROW["group_id"], ROW["officer_id"], ROW["party_table"], ROW["party_id"])
    tonight = replace(TONIGHT, linked=frozenset([pair]), screened=frozenset([rule]))

    assert closed_because({**ROW, "rule_id": rule}, tonight) == because
    assert closed_because({**ROW, "rule_id": rule}, replace(tonight, linked=frozenset())) == "link_no_longer_found"
