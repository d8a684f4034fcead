"""What was screened and why not."""

from __future__ import annotations

import pytest

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.contract.tables import TABLES
from screening.policy.catalogue import catalogue
from screening.policy.coverage import Coverage, Delivered, coverage

EVERYTHING = {name: Delivered(1, frozenset(table.names)) for name, table in TABLES.items()}


def of(rule_id: str, *, without: tuple[str, ...] = (), empty: tuple[str, ...] = ()) -> Coverage:
    delivered = {name: each for name, each in EVERYTHING.items() if name not in without}
    delivered |= {name: Delivered(0, EVERYTHING[name].columns) for name in empty}
    return next(each for each in coverage(catalogue(), delivered) if each.rule_id == rule_id)


def test_every_rule_of_the_contract_is_accounted_for() -> None:
    assert [each.rule_id for each in coverage(catalogue(), {})] == [*RULE_IDS, *COMPLIANCE_IDS]


def test_a_rule_that_needs_columns_names_their_tables() -> None:
    found = of("SELL-C", without=("group_entities", "registry_companies"))

    assert (found.screened, found.why_en) == (False, "group_entities or registry_companies not delivered")
    assert of("SELL-C").screened


def test_a_column_that_is_missing_is_not_called_an_empty_table() -> None:
    bare = {"group_entities": Delivered(2, frozenset(["entity_id", "name"]))}
    found = {
        each.rule_id: each
        for each in coverage(catalogue(), EVERYTHING | {"registry_companies": Delivered(0, frozenset())} | bare)
    }

    assert found["SELL-C"].why_en == "group_entities.business_scope or group_entities.industry_code not delivered"
    assert found["SELL-C"].why_zh == "集团公司.经营范围、集团公司.行业代码：未交付此列"


def test_with_everything_delivered_every_rule_is_screened() -> None:
    screened = {each.rule_id for each in coverage(catalogue(), EVERYTHING) if each.screened}

    assert screened == {*catalogue().rules, *COMPLIANCE_IDS}


@pytest.mark.parametrize(
    ("rule_id", "table"),
    [
        ("INT-B", "holdings"),
        ("INT-RP", "related_parties"),
        ("RPT-RP", "related_parties"),
        ("RPT-HK", "group_entities"),
        ("LOAN-IN", "financing"),
        ("GIFT-CASH", "gifts"),
        ("INT-C", "competitors"),
        ("D-ANN", "declarations"),
        ("RPT-TELL", "approvals"),
    ],
)
def test_a_missing_or_empty_table_switches_its_rules_off(rule_id: str, table: str) -> None:
    missing, empty = of(rule_id, without=(table,)), of(rule_id, empty=(table,))

    assert (missing.screened, missing.why_en) == (False, f"{table} not delivered")
    assert (missing.why_zh, empty.why_zh) == (
        f"{TABLES[table].zh}：未交付",
        f"{TABLES[table].zh}：已交付但没有可用数据行",
    )
    assert (empty.screened, empty.why_en) == (False, f"{table} delivered empty")


def test_one_of_several_tables_is_enough() -> None:
    assert of("INT-B", without=("customers",)).screened
    assert of("INT-B", without=("customers", "suppliers")).why_en == "suppliers or customers not delivered"
    assert of("POS-B", without=("appointments", "registry_companies")).screened, "the masters name representatives"
    assert of("RPT-SELF", without=("holdings",)).screened
    assert of("EMP-C", without=("appointments",)).screened, "a loan of a competitor is a link as well"
    assert of("EMP-C", without=("appointments", "financing")).why_en == "appointments or financing not delivered"


def test_a_column_counts_only_where_it_was_delivered() -> None:
    suppliers = Delivered(1, frozenset(["party_id", "name"]))
    found = {each.rule_id: each for each in coverage(catalogue(), {"suppliers": suppliers})}

    assert found["POS-B"].why_en == "appointments or registry_companies not delivered"
