"""Posts, being the counterparty oneself, shared values, financing and gifts on literal tables."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from screening.contract.internal import ALWAYS
from tests.relationships.world import Row, officer, owned, relative, supplier, world

P = officer("P1", "顾一")
WIFE = relative("R1", "P1", "顾妻", "配偶")
BROTHER = relative("R2", "P1", "顾弟", "弟弟")
S = supplier("S1", "甲供应")


def post(person: str, company: str, role: str, **more: Any) -> Row:
    return {
        "person_name": person,
        "company_name": company,
        "role": role,
        "valid_from": "2023-06-01",
        "as_of": "2026-11-15",
        **more,
    }


@pytest.mark.parametrize(
    ("role", "detail"),
    [
        ("董事", "director"),
        ("监事", "supervisor"),
        ("顾问", "consultant"),
        ("员工", "employee"),
        ("负责人", "branch_head"),
        ("哨兵", None),
    ],
)
def test_a_post_has_the_kind_of_its_role(role: str, detail: str | None) -> None:
    tie = world(officers=[P], suppliers=[S], appointments=[post("顾一", "甲供应", role)]).tie()

    assert (tie["kind"], tie["detail"], tie["nominee"], tie["proven_from"]) == ("post", detail, False, date(2023, 6, 1))
    assert json.loads(tie["path"])[0]["relation"] == (detail or role)


def test_a_liaison_is_no_post() -> None:
    tie = world(officers=[P], suppliers=[S], appointments=[post("顾一", "甲供应", "联络员")]).tie()

    assert (tie["kind"], tie["detail"], tie["nominee"]) == ("attribute", "liaison", None)


def test_a_contact_in_a_master_is_a_lead() -> None:
    tie = world(officers=[P], suppliers=[{**S, "contact_name": "顾一"}]).tie()

    assert (tie["kind"], tie["detail"]) == ("attribute", "contact")


def test_an_account_in_a_persons_name_is_a_lead() -> None:
    tie = world(officers=[P], suppliers=[{**S, "bank_account_name": "顾一"}]).tie()

    assert (tie["kind"], tie["detail"]) == ("attribute", "payee")


@pytest.mark.parametrize(("by", "nominee"), [("集团甲公司", True), ("别家公司", False), (None, False)])
def test_a_seat_given_by_the_group(by: str | None, nominee: bool) -> None:
    tie = world(officers=[P], suppliers=[S], appointments=[post("顾一", "甲供应", "董事", nominated_by=by)]).tie()

    assert tie["nominee"] is nominee


def test_a_post_without_a_start_is_proven_from_the_extract() -> None:
    """A8-21."""
    tie = world(officers=[P], suppliers=[S], appointments=[post("顾一", "甲供应", "董事", valid_from=None)]).tie()

    assert (tie["proven_from"], tie["possible_from"], tie["possible_to"]) == (date(2026, 11, 15), None, None)


def test_a_newer_extract_ends_the_post_of_an_older_one() -> None:
    rows = [
        post("顾一", "甲供应", "董事", valid_from=None, as_of="2024-12-31"),
        post("顾一", "甲供应", "董事", valid_from=None, valid_to="2025-06-30"),
    ]
    tie = world(officers=[P], suppliers=[S], appointments=rows).tie()

    assert (tie["proven_from"], tie["proven_to"]) == (date(2024, 12, 31), date(2025, 6, 30))


def test_a_legal_representative_of_a_company() -> None:
    tie = world(officers=[P], suppliers=[{**S, "legal_representative": "顾一"}]).tie()

    assert (tie["kind"], tie["detail"], tie["source_table"]) == ("post", "legal_representative", "suppliers")
    assert (tie["proven_from"], tie["possible_from"]) == (date(2026, 11, 20), None)


def test_a_post_in_a_branch_counts_for_the_company() -> None:
    rows = [post("顾一", "甲供应杭州分公司", "负责人")]
    tie = world(
        officers=[P], suppliers=[S], appointments=rows, links=[("甲供应杭州分公司", "甲供应", "branch", "B")]
    ).tie()

    assert (tie["detail"], tie["tier"], tie["score"]) == ("branch_head", "B", round(0.999 * 0.95, 6))
    assert [step["relation"] for step in json.loads(tie["path"])] == ["branch_head", "same_company"]


@pytest.mark.parametrize("more", [{"legal_representative": "顾妻"}, {}])
def test_a_sole_trader_is_its_owner(more: Row) -> None:
    """A8-6: the wife's individual business."""
    suppliers = [{**S, "party_kind": "sole_trader", **more}]
    rows = [] if more else [post("顾妻", "甲供应", "经营者", valid_from=None)]
    tie = world(officers=[P], related_parties=[WIFE], suppliers=suppliers, appointments=rows).tie()

    assert (tie["kind"], tie["related_id"], tie["control"], tie["share_pct"]) == (
        "self",
        "R1",
        "hk30_alone",
        Decimal(100),
    )
    assert (tie["proven_from"], tie["proven_to"]) == (ALWAYS, None)
    assert [step["relation"] for step in json.loads(tie["path"])] == ["spouse", "owns"]


def test_a_brothers_own_business_is_his_by_majority() -> None:
    suppliers = [{**S, "party_kind": "sole_trader", "legal_representative": "顾弟"}]

    assert world(officers=[P], related_parties=[BROTHER], suppliers=suppliers).tie()["control"] == "hk_majority"


def test_the_officer_himself_is_the_supplier() -> None:
    tie = world(officers=[P], suppliers=[supplier("S1", "顾一", party_kind="person")], kinds={"顾一": "person"}).tie()

    assert (tie["kind"], tie["detail"], tie["control"], tie["proven_from"]) == ("self", "person", None, ALWAYS)
    assert json.loads(tie["path"])[0]["relation"] == "is"


@pytest.mark.parametrize(
    ("relationship", "control"),
    [("本人控制的企业", "hk30_alone"), ("配偶控制的企业", "hk30_family"), ("本人任职单位", None), ("关联企业", None)],
)
def test_a_related_company_is_the_supplier(relationship: str, control: str | None) -> None:
    company = {**relative("R5", "P1", "甲供应", relationship), "kind": "organisation"}
    tie = world(officers=[P], related_parties=[company], suppliers=[S]).tie()

    assert (tie["kind"], tie["detail"], tie["related_id"], tie["control"]) == ("self", "organisation", "R5", control)
    assert tie["proven_from"] == ALWAYS


def test_a_shared_value_is_undated() -> None:
    tie = world(officers=[P], suppliers=[S], attributes=[("顾一", "phone", "suppliers", "S1")]).tie()

    assert (tie["kind"], tie["detail"], tie["proven_from"], tie["possible_from"]) == ("attribute", "phone", None, None)


def test_financing_with_a_counterparty() -> None:
    """A8-5: the bank is exempt, the supplier is not, somebody who is no counterparty has no tie."""
    financing = [
        {"financing_id": "F1", "officer_id": "P1", "counterparty_name": "某银行", "kind": "loan_in", "amount": 10, "valid_from": "2025-05-06"},
        {"financing_id": "F2", "officer_id": "P1", "counterparty_name": "甲供应", "counterparty_uscc": "U1", "kind": "guarantee_in",
         "amount": 500000, "valid_from": "2025-05-06", "valid_to": "2030-05-06", "is_financial_institution": False},
        {"financing_id": "F3", "officer_id": "P1", "counterparty_name": "外人", "kind": "guarantee_in"},
    ]  # fmt: skip
    suppliers = [S, supplier("S2", "某银行", is_financial_institution=True)]
    found = world(officers=[P], suppliers=suppliers, financing=financing, codes={"甲供应": "U1"})
    bank, guarantor = found.tie(party_id="S2"), found.tie(party_id="S1")

    assert len(found.ties()) == 2
    assert (bank["kind"], bank["detail"], bank["is_financial_institution"], bank["tier"]) == (
        "financing",
        "loan_in",
        True,
        "B",
    )
    assert (guarantor["detail"], guarantor["is_financial_institution"], guarantor["tier"]) == (
        "guarantee_in",
        False,
        "A",
    )
    assert (guarantor["amount"], guarantor["currency"], guarantor["proven_to"]) == (
        Decimal(500000),
        "CNY",
        date(2030, 5, 6),
    )


def test_a_loan_of_the_spouse() -> None:
    financing = [
        {
            "financing_id": "F1",
            "related_id": "R1",
            "counterparty_name": "甲供应",
            "kind": "loan_in",
            "valid_from": "2025-05-06",
        }
    ]
    tie = world(officers=[P], related_parties=[WIFE], suppliers=[S], financing=financing).tie()

    assert (tie["officer_id"], tie["related_id"], tie["kind"]) == ("P1", "R1", "financing")
    assert [step["relation"] for step in json.loads(tie["path"])] == ["spouse", "loan_in"]


def test_a_loan_from_a_person_by_name_alone_is_a_lead() -> None:
    financing = [
        {
            "financing_id": "F1",
            "officer_id": "P1",
            "counterparty_name": "祁某",
            "kind": "loan_in",
            "valid_from": "2025-05-06",
        }
    ]
    found = world(
        officers=[P],
        financing=financing,
        suppliers=[supplier("S1", "祁某", party_kind="person")],
        kinds={"祁某": "person"},
    )

    assert [(tie["kind"], tie["tier"], tie["score"]) for tie in found.ties()] == [("financing", "C", 0.5)]


def test_gifts() -> None:
    gifts = [
        {"gift_id": "G1", "officer_id": "P1", "counterparty_name": "甲供应", "direction": "received", "form": "cash", "value": 2000,
         "occurred_on": "2026-09-08", "handed_in_on": "2026-09-11"},
        {"gift_id": "G2", "officer_id": "P1", "counterparty_name": "外人", "direction": "received", "form": "cash", "occurred_on": "2026-09-08"},
    ]  # fmt: skip
    entities = [{"entity_id": "E1", "name": "集团甲公司", "jurisdiction": "HK"}]
    tie = world(group_entities=entities, officers=[P], suppliers=[S], gifts=gifts).tie()

    assert (tie["kind"], tie["detail"], tie["direction"], tie["amount"], tie["currency"]) == (
        "gift",
        "cash",
        "received",
        Decimal(2000),
        "HKD",
    )
    assert (tie["event_on"], tie["handed_in_on"]) == (date(2026, 9, 8), date(2026, 9, 11))
    assert (tie["proven_from"], tie["proven_to"]) == (date(2026, 9, 8), date(2026, 9, 9))


def test_every_tie_of_a_relative_ends_with_the_relation() -> None:
    """A year is a range: not proven from its first day on, impossible only from its last."""
    former = relative("R1", "P1", "顾妻", "配偶", valid_to="2025", bank_account=["6222"])
    loan = {
        "financing_id": "F1",
        "related_id": "R1",
        "counterparty_name": "甲供应",
        "kind": "loan_in",
        "valid_from": "2020-05-06",
    }
    found = world(officers=[P], related_parties=[former], suppliers=[S], financing=[loan],
                  appointments=[post("顾妻", "甲供应", "董事")],
                  attributes=[("顾妻", "bank_account", "suppliers", "S1")])  # fmt: skip

    lives = {tie["kind"]: (tie["proven_to"], tie["possible_to"]) for tie in found.ties()}
    assert lives == {
        "post": (date(2025, 1, 1), date(2025, 12, 31)),
        "financing": (date(2025, 1, 1), date(2025, 12, 31)),
        "attribute": (None, date(2025, 12, 31)),
    }


def test_shuffled_rows_and_threads_change_nothing_but_row_numbers() -> None:
    tables: dict[str, Any] = {
        "officers": [P, officer("P2", "秦二")],
        "related_parties": [WIFE, BROTHER],
        "suppliers": [S, supplier("S2", "乙供应"), supplier("S3", "丙供应")],
        "appointments": [post("顾一", "甲供应", "董事"), post("顾一", "甲供应", "董事", as_of="2025-01-01"), post("秦二", "丙供应", "监事")],
        "holdings": [
            owned("甲供应", "乙供应", 40), owned("乙供应", "甲供应", 30), owned("乙供应", "丙供应", 10), owned("甲供应", "丙供应", 20),
            *({**owned("x", "甲供应", 5 + n), "holder_kind": "person", "holder_name": name} for n, name in enumerate(("顾一", "顾妻", "秦二"))),
        ],
    }  # fmt: skip

    def told(**how: Any) -> list[Row]:
        hidden = {"source_row", "path"}
        return [
            {name: value for name, value in row.items() if name not in hidden} for row in world(**tables, **how).ties()
        ]

    assert len(told()) > 8
    assert told() == told(shuffle=True) == told(threads=2)
