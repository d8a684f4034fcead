"""The table declared_item."""

from __future__ import annotations

from typing import Any

import pytest

from tests.relationships.world import Row, officer, relative, supplier, world

P = officer("P1", "顾一")
BROTHER = relative("R1", "P1", "顧弟", "弟弟", other_names=["Ku Di"])
SUPPLIERS = [supplier("S1", "甲供应"), supplier("S2", "乙供应")]


def item(declaration_id: str, **more: Any) -> Row:
    return {
        "declaration_id": declaration_id,
        "officer_id": "P1",
        "kind": "annual",
        "submitted_on": "2025-12-26",
        **more,
    }


def declared(*items: Row, **more: Any) -> dict[str, Row]:
    tables = {"officers": [P], "related_parties": [BROTHER], "suppliers": SUPPLIERS, **more}
    return {row["declaration_id"]: row for row in world(declarations=list(items), **tables).read("declared_item")}


def test_the_company_on_the_form() -> None:
    row = declared(item("D1", counterparty_name="甲供应"))["D1"]

    assert (row["party_clusters"], row["company_id"]) == (["suppliers/G/S1"], "甲供应")
    assert (row["related_ids"], row["names_relative"], row["officer_id"]) == ([], False, "P1")


def test_a_nil_return_names_nothing() -> None:
    row = declared(item("D1", nil_return=True))["D1"]

    assert (row["party_clusters"], row["company_id"], row["related_ids"], row["names_relative"]) == (
        [],
        None,
        [],
        False,
    )


def test_every_code_of_the_company_in_every_master() -> None:
    rows = declared(
        item("D1", counterparty_name="甲供应"),
        suppliers=[*SUPPLIERS, supplier("S7", "甲供应")],
        customers=[supplier("C1", "甲供应")],
    )

    assert rows["D1"]["party_clusters"] == ["customers/G/C1", "suppliers/G/S1", "suppliers/G/S7"]


def test_a_company_that_is_no_counterparty() -> None:
    row = declared(item("D1", counterparty_name="外人"))["D1"]

    assert (row["party_clusters"], row["company_id"]) == ([], "外人")


@pytest.mark.parametrize(
    ("basis", "tier", "found"),
    [
        ("former_name", "B", ["suppliers/G/S1"]),
        ("branch", "C", ["suppliers/G/S1"]),
        ("short_name", "C", ["suppliers/G/S1"]),
        ("similar_name", "C", []),
        ("similar_name", "B", ["suppliers/G/S1"]),
    ],
)
def test_other_names_of_a_counterparty(basis: str, tier: str, found: list[str]) -> None:
    rows = declared(item("D1", counterparty_name="甲"), links=[("甲", "甲供应", basis, tier)])

    assert rows["D1"]["party_clusters"] == found


@pytest.mark.parametrize(
    ("basis", "tier", "found"),
    [
        ("former_name", "B", ["乙外人"]),
        ("branch", "B", ["乙外人"]),
        ("short_name", "C", ["乙外人"]),
        ("similar_name", "C", []),
    ],
)
def test_other_names_of_a_company_in_no_master(basis: str, tier: str, found: list[str]) -> None:
    rows = declared(
        item("D1", counterparty_name="乙"),
        registry_companies=[{"name": "乙外人"}],
        links=[("乙", "乙外人", basis, tier)],
    )

    assert (rows["D1"]["company_id"], rows["D1"]["other_ids"]) == ("乙", found)


def test_a_relative_named_on_another_row_of_the_form() -> None:
    """A8-11: folded names, any row of one form, nobody else's form."""
    rows = declared(
        item("D1", counterparty_name="甲供应", form_id="F1"),
        item("D2", counterparty_name="乙供应", form_id="F1", related_party_name="顾弟"),
        item("D3", counterparty_name="甲供应", form_id="F2"),
        item("D4", counterparty_name="甲供应"),
    )

    assert {key: row["related_ids"] for key, row in rows.items()} == {"D1": ["R1"], "D2": ["R1"], "D3": [], "D4": []}
    assert {key: row["names_relative"] for key, row in rows.items()} == {
        "D1": True,
        "D2": True,
        "D3": False,
        "D4": False,
    }


def test_a_form_number_of_another_officer_is_another_form() -> None:
    rows = declared(
        item("D1", form_id="F1", related_party_name="顾弟"),
        item("D2", officer_id="P2", form_id="F1"),
        officers=[P, officer("P2", "秦二")],
    )

    assert (rows["D2"]["related_ids"], rows["D2"]["names_relative"]) == ([], False)


@pytest.mark.parametrize("name", ["KU DI", "顾弟、顾某", "顾某；Ku Di"])
def test_relatives_by_other_names_and_in_company(name: str) -> None:
    assert declared(item("D1", related_party_name=name))["D1"]["related_ids"] == ["R1"]


@pytest.mark.parametrize(
    ("relation", "contradicted", "unstated"),
    [
        ("弟弟", [], []),
        ("哥哥", [], []),
        ("表哥", ["R1"], []),
        ("配偶", ["R1"], []),
        ("故交", [], []),
        (None, [], ["R1"]),
    ],
)
def test_the_relation_on_the_form(relation: str | None, contradicted: list[str], unstated: list[str]) -> None:
    """A word not understood contradicts nothing; none at all is a gap, for another form of that edition states one."""
    row = item("D1", related_party_name="顾弟", relationship=relation, form_version="V2")
    other = item("D2", related_party_name="某人", relationship="父亲", form_version="V2")
    found = declared(row, other)["D1"]

    assert (found["contradicted_ids"], found["unstated_ids"]) == (contradicted, unstated)


def test_a_row_that_names_several_says_its_relation_of_nobody() -> None:
    """Neither where only one of them is on the roster; other spellings of one name are one person."""
    spelled = relative("R1", "P1", "顧弟", "弟弟", other_names=["顾弟"])
    several = item("D1", related_party_name="顾弟、路人", relationship="表哥")
    one = item("D1", related_party_name="顾弟", relationship="表哥")

    assert declared(several)["D1"]["contradicted_ids"] == []
    assert declared(one, related_parties=[spelled])["D1"]["contradicted_ids"] == ["R1"]


def test_an_edition_that_never_states_relations_does_not_ask_for_them() -> None:
    row = item("D1", related_party_name="顾弟", form_version="V1")
    other = item("D2", related_party_name="某人", relationship="父亲", form_version="V2")

    assert declared(row, other)["D1"]["unstated_ids"] == []


def test_a_relation_stated_once_on_the_form_is_stated() -> None:
    first = item("D1", related_party_name="顾弟", form_id="F1")
    second = item("D2", related_party_name="顾弟", relationship="弟弟", form_id="F1")

    assert [row["unstated_ids"] for row in declared(first, second).values()] == [[], []]


def test_an_unknown_relative_is_named_but_not_resolved() -> None:
    row = declared(item("D1", related_party_name="路人"))["D1"]

    assert (row["related_ids"], row["names_relative"]) == ([], True)


def test_a_code_without_a_name() -> None:
    code = "91370202MA5GL10K10"
    row = declared(item("D1", counterparty_uscc=code), codes={"甲供应": code}, numbers=[code])["D1"]

    assert (row["party_clusters"], row["company_id"]) == (["suppliers/G/S1"], "甲供应")
