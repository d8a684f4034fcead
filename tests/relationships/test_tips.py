"""What reports allege: whom they name, which company they mean, and what never leaves them."""

from __future__ import annotations

import pytest

from screening.relationships.businesses import name_id
from tests.relationships.world import Row, World, officer, supplier, world

GROUP = [{"entity_id": "E1", "name": "本集团", "group_id": "G"}]


def told(*reports: Row) -> World:
    tips = [{"tip_id": f"T{n}", "received_on": "2026-08-03", **report} for n, report in enumerate(reports)]
    return world(officers=[officer("P1", "顾一"), officer("P2", "顾二"), officer("P3", "顾二")], group_entities=GROUP,
                 suppliers=[supplier("S1", "甲供应")], tips=tips)  # fmt: skip


@pytest.mark.parametrize(
    ("report", "who", "table", "party", "detail"),
    [
        (
            {"officer_id": "P1", "counterparty_name": "甲供应", "category": "conflict"},
            "P1",
            "suppliers",
            "S1",
            "conflict",
        ),
        ({"subject_name": "顾一", "counterparty_name": "甲供应"}, "P1", "suppliers", "S1", "conflict"),
        ({"officer_id": "P1", "counterparty_name": "乙", "category": "gift"}, "P1", None, name_id("乙"), "conflict"),
        (
            {"officer_id": "P1", "counterparty_name": "甲供应", "category": "resources"},
            "P1",
            "suppliers",
            "S1",
            "resources",
        ),
        ({"officer_id": "P1", "category": "resources"}, "P1", None, None, "resources"),
    ],
)
def test_whom_and_what_a_report_names(report: Row, who: str, table: str | None, party: str | None, detail: str) -> None:
    tie = told(report).tie()

    assert (tie["kind"], tie["officer_id"], tie["party_table"], tie["party_id"], tie["detail"], tie["tier"]) == (
        "tip", who, table, party, detail, "C",
    )  # fmt: skip


@pytest.mark.parametrize(
    "report",
    [
        {"subject_name": "顾二", "counterparty_name": "甲供应"},  # two officers bear the name
        {"subject_name": "路人", "counterparty_name": "甲供应"},
        {"counterparty_name": "甲供应"},
        {"officer_id": "P1", "category": "conflict"},
        {"officer_id": "P1", "counterparty_name": "本集团"},
        {"officer_id": "P9", "counterparty_name": "甲供应"},
        {"officer_id": "P1", "counterparty_name": "甲供应", "received_on": "2026-11-21"},
    ],
)
def test_reports_that_give_no_lead(report: Row) -> None:
    assert told(report).ties() == []


def test_a_report_that_names_no_counterparty_leads_to_none() -> None:
    tie = told({"officer_id": "P1", "category": "resources"}).tie()

    assert tie["path"] == "[]"
    assert "T0" in tie["evidence"]


def test_a_report_is_cited_by_its_number_and_never_quoted() -> None:
    tie = told({"officer_id": "P1", "counterparty_name": "甲供应", "text": "听说他们很熟"}).tie()

    assert "听说" not in tie["path"] + tie["evidence"]
    assert "T0" in tie["evidence"]
    assert tie["score"] == 1.0
    assert told({"subject_name": "顾一", "counterparty_name": "甲供应"}).tie()["score"] == 0.5


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("顾二（31010119800101********）", None),  # two numbers begin so
        ("顾二（310101********4567）", "P3"),
        ("顾二（身份证310101198001014567）", "P3"),
        ("顾二（310101XXXXXXXX123X）", "P2"),
        ("顾二（310101********9999）", None),
        ("顾二（手机138****1230）", None),
        ("顾一（440101********0000）", None),  # his number is another
        ("顾一（手机13812341234）", "P1"),
        ("顾四（440101********0000）", "P4"),  # no number of his is known
    ],
)
def test_a_number_beside_the_name_decides_who_is_meant(subject: str, who: str | None) -> None:
    numbers = {"P1": "32010119700101123X", "P2": "31010119800101123X", "P3": "310101198001014567"}
    officers = [
        {**officer(code, name), "id_number": numbers.get(code)}
        for code, name in (("P1", "顾一"), ("P2", "顾二"), ("P3", "顾二"), ("P4", "顾四"))
    ]
    report = {"tip_id": "T1", "received_on": "2026-08-03", "subject_name": subject, "counterparty_name": "甲供应"}
    found = world(officers=officers, group_entities=GROUP, suppliers=[supplier("S1", "甲供应")], tips=[report], names=[subject],
                  numbers=list(numbers.values())).ties()  # fmt: skip

    assert [row["officer_id"] for row in found] == ([] if who is None else [who])
    assert [row["score"] for row in found] in ([], [1.0 if who in ("P2", "P3") else 0.5])


@pytest.mark.parametrize(
    ("basis", "tier", "party"),
    [("short_name", "C", "S1"), ("former_name", "B", "S1"), ("typo", "B", "S1"), ("similar_name", "C", name_id("甲"))],
)
def test_a_company_under_another_name_of_its_own(basis: str, tier: str, party: str) -> None:
    report = {
        "tip_id": "T1",
        "received_on": "2026-08-03",
        "officer_id": "P1",
        "counterparty_name": "甲",
        "category": "conflict",
    }
    found = world(officers=[officer("P1", "顾一")], group_entities=GROUP, suppliers=[supplier("S1", "甲供应")], tips=[report],
                  links=[("甲", "甲供应", basis, tier)])  # fmt: skip

    assert found.tie()["party_id"] == party
