"""The numbers behind the pictures of a run."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from screening.reports.pictures import entity_names, pictures

from .world import finding, view


def test_candidates_are_counted_by_rule_and_entity_the_most_first(tmp_path: Path) -> None:
    findings = [
        finding(1, entity_ids=["E01", "E02"]),
        finding(2, tier="C", case_id="K2"),
        finding(3, tier="B", case_id="K3", rule_id="POS-B", entity_ids=None),
        finding(4, outcome="exempt"),
    ]
    with view(tmp_path, findings) as seen:
        found = pictures(seen)

    assert found["rules"] == [["INT-B", 1, 0, 1], ["POS-B", 0, 1, 0]]
    assert found["entities"] == [["E01", 1, 0, 1], ["E02", 1, 0, 0]]


def test_the_money_of_a_case_is_counted_once(tmp_path: Path) -> None:
    findings = [
        finding(1, exposure_amount=Decimal(5)), finding(2, exposure_amount=Decimal(9)), finding(3, case_id="K2", exposure_amount=None),
        finding(4, case_id="K3", tier="B", exposure_amount=Decimal(20), exposure_currency="HKD"),
    ]  # fmt: skip
    with view(tmp_path, findings) as seen:
        found = pictures(seen)["exposure"]

    assert [(row[0], row[3], row[4], row[5]) for row in found] == [
        (3, "B", Decimal(20), "HKD"),
        (1, "A", Decimal(9), "CNY"),
    ]


def test_entities_have_names_where_they_were_delivered(tmp_path: Path) -> None:
    with view(tmp_path, []) as seen:
        assert entity_names(seen) == {}
        seen.warehouse.run("create table std_group_entities as select 'E01' as entity_id, '听雪集团' as name")
        assert entity_names(seen) == {"E01": "听雪集团"}
