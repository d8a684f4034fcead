"""What dealings amount to, and what proves them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from .world import World


def found(*dealings: dict[str, Any]) -> tuple[object, ...]:
    world = World().officer().party().tie("holding", share="12", acquired_via="other")
    for dealing in dealings:
        world.dealing(**{"amount": "10", **dealing})
    row = world.verdict("INT-B")
    return row["dealing_basis"], row["exposure_amount"], row["exposure_currency"]


PAYMENT = {"on": "2026-03-11", "document": "payment"}
INVOICE = {"on": "2026-02-11", "document": "invoice", "amount": "20"}
UNSTATED = {"on": "2026-02-12", "document": None, "amount": "5"}
ORDER = {"on": "2026-01-11", "document": "order", "basis": "contract", "amount": "40"}
BID = {"on": "2026-01-05", "document": "bid", "basis": "bid", "amount": "80"}
ON_FILE = {"since": "2024-05-20", "basis": "registered_only"}


@pytest.mark.parametrize(
    ("dealings", "basis", "amount", "currency"),
    [
        ([PAYMENT, PAYMENT, INVOICE], "transaction", Decimal("20.00"), "CNY"),
        ([PAYMENT, {**PAYMENT, "on": "2023-04-11"}], "transaction", Decimal("10.00"), "CNY"),
        ([INVOICE, UNSTATED, ORDER], "transaction", Decimal("25.00"), "CNY"),
        ([ORDER, BID, ON_FILE], "contract", Decimal("40.00"), "CNY"),
        ([BID, ON_FILE], "bid", None, None),
        ([ON_FILE], "registered_only", None, None),
        ([PAYMENT, {**PAYMENT, "currency": "HKD"}], "transaction", None, None),
        ([{**PAYMENT, "amount": None}, INVOICE], "transaction", Decimal("20.00"), "CNY"),
        ([{**PAYMENT, "amount": "9999999999999999.99"}] * 2, "transaction", None, None),  # a sum that no column holds
        ([{**INVOICE, "currency": "HKD"}, {**ORDER, "currency": "CNY"}], "transaction", Decimal("20.00"), "HKD"),
    ],
)
def test_payments_else_invoices_else_contracts(
    dealings: list[dict[str, Any]], basis: str, amount: Decimal | None, currency: str | None
) -> None:
    assert found(*dealings) == (basis, amount, currency)


def test_the_basis_speaks_of_the_counterparty_not_of_the_day() -> None:
    """The stake was bought after the last invoice; the agreement with the supplier lasts."""
    world = World().officer().party().dealing("2025-07-28").dealing(since="2024-01-01", basis="registered_only")

    row = world.tie("holding", since="2026-04-14", share="12", acquired_via="other").verdict("INT-B")

    assert (row["outcome"], row["overlap"], row["dealing_basis"]) == ("candidate", "proven", "transaction")


def test_several_currencies_are_shown_in_the_evidence() -> None:
    world = World().officer().party().tie("holding", share="12", acquired_via="other")
    row = world.dealing("2026-03-11", document="payment", amount="1234.5").dealing(
        "2026-03-12", document="payment", amount="7", currency="HKD"
    ).verdict("INT-B")  # fmt: skip

    assert "CNY 1,234.50, HKD 7.00" in row["evidence"]


def test_a_competitor_has_neither_basis_nor_exposure() -> None:
    row = (
        World()
        .officer()
        .party("K1", "competitors")
        .dealing(since="2020-01-01", basis="competition", party="K1", table="competitors")
        .tie("holding", party="K1", table="competitors", share="12", acquired_via="other")
        .verdict("INT-C")
    )

    assert (row["outcome"], row["overlap"], row["dealing_basis"], row["exposure_amount"]) == (
        "candidate",
        "proven",
        None,
        None,
    )
