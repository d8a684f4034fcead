"""Counterparties as the masters and the documents hold them: codes, bases of a dealing, exposure, currencies, duplicates."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.worlds.policy.records import Officer, Party, share
from tests.worlds.policy.world import PolicyWorld


def _stake(world: PolicyWorld, officer: Officer, party: Party) -> None:
    world.hold(officer.person, party.company, "20", valid_from="2021-05-06")


def bases(world: PolicyWorld) -> None:
    """The strongest proof of a dealing: payment and invoice, contract and order, bid, the master alone."""
    for documents, basis in (
        (("payment", "bid"), "transaction"), (("",), "transaction"), (("invoice", "contract"), "transaction"), (("contract",), "contract"),
        (("order", "bid"), "contract"), (("bid",), "bid"), ((), "registered_only"),
    ):  # fmt: skip
        officer = world.officer()
        party = world.party("suppliers", officer.entity)
        for document in documents:
            world.deal(party, document_type=document)
        _stake(world, officer, party)
        world.expect(
            "INT-B",
            officer,
            None,
            party,
            outcome="candidate",
            dealing_basis=basis,
            overlap="proven",
            share_pct=share("20"),
        )


def by_name(world: PolicyWorld) -> None:
    """Documents that give the name alone, or a code no master has."""
    for code in ("", "X-99999"):
        officer = world.officer()
        party = world.party(
            "suppliers", officer.entity, created_on="", dealing_from="2018-01-01", dealing_to="2019-01-01"
        )
        world.deal(party, party_id=code, party_name=party.company.name)
        _stake(world, officer, party)
        world.expect("INT-B", officer, None, party, outcome="candidate", dealing_basis="transaction", overlap="proven")


def exposure(world: PolicyWorld) -> None:
    """Payments, else invoices, else orders and contracts, inside the look-back; several currencies: none."""
    for documents, amount, currency in (
        ((("payment", "100", "CNY"), ("payment", "50.5", "CNY"), ("invoice", "9999", "CNY")), "150.50", "CNY"),
        ((("invoice", "70", "HKD"), ("contract", "9999", "HKD")), "70.00", "HKD"),
        ((("order", "30", "USD"), ("contract", "40", "USD")), "70.00", "USD"),
        ((("payment", "1", "CNY"), ("payment", "1", "USD")), None, None),
    ):  # fmt: skip
        officer = world.officer()
        party = world.party("suppliers", officer.entity)
        for document, value, money in documents:
            world.deal(party, document_type=document, amount=value, currency=money)
        world.deal(party, transacted_on="2023-01-05", document_type="payment", amount="77777")
        _stake(world, officer, party)
        world.expect("INT-B", officer, None, party, outcome="candidate", exposure_amount=None if amount is None else Decimal(amount),
                     exposure_currency=currency)  # fmt: skip


def two_codes(world: PolicyWorld) -> None:
    """One vendor under two codes: a finding on each record, and what is declared on one is declared."""
    for declared in (False, True):
        officer = world.officer()
        first = world.party("suppliers", officer.entity)
        second = world.party("suppliers", officer.entity, first.company)
        world.deal(first)
        world.deal(second)
        _stake(world, officer, first)
        if declared:
            world.declare(
                officer,
                world.working_day().replace(month=1),
                first.company,
                item="business_interest",
                decision="accept",
            )
        for party in (first, second):
            world.expect("INT-B", officer, None, party, outcome="declared" if declared else "candidate", party_cluster=first.party_id,
                         declaration_status="on_time" if declared else "not_declared",
                         declaration_decision="accept" if declared else None)  # fmt: skip


def one_code_in_two_groups(world: PolicyWorld) -> None:
    """Two clients use one code for two companies: each keeps his own."""
    officer, elsewhere = world.officer(entity=world.entity("cn")), world.entity("hk")
    party = world.party("suppliers", officer.entity)
    other = world.party("suppliers", elsewhere, None, party_id=party.party_id)
    world.deal(party)
    world.deal(replace(other, party_id=party.party_id))
    _stake(world, officer, party)
    world.expect(
        "INT-B",
        officer,
        None,
        party,
        outcome="candidate",
        share_pct=share("20"),
        group_id="GC",
        party_name=party.company.name,
    )
    stranger = world.officer(entity=elsewhere)
    _stake(world, stranger, party)  # his group's record of that code is another company
    world.nothing(stranger, party)


def loans_of_relatives_and_ended_ones(world: PolicyWorld) -> None:
    """A loan known by the relative's code alone, one repaid before the dealings, one at a branch."""
    for cells, outcome, overlap in (
        ({}, "candidate", "proven"), ({"valid_to": "2025-12-01"}, "no_overlap", None), ({"branch": "深圳分公司"}, "candidate", "proven"),
    ):  # fmt: skip
        officer = world.officer()
        related_id, _ = world.relative(officer, "妻子")
        party = world.party("suppliers", officer.entity, created_on="", dealing_from="2026-01-05")
        world.deal(party)
        name = f"{party.company.name}{cells.get('branch', '')}"
        world.add("financing", financing_id=world.number("F"), related_id=related_id, counterparty_name=name, kind="loan_in",
                  amount="90000", valid_from="2023-05-06", valid_to=cells.get("valid_to"))  # fmt: skip
        world.expect("LOAN-IN", officer, related_id, party, outcome=outcome, overlap=overlap, exemption="not_met")


def supplier_and_customer(world: PolicyWorld) -> None:
    """The same company buys and sells: one finding per record."""
    officer = world.officer()
    first = world.party("suppliers", officer.entity)
    second = world.party("customers", officer.entity, first.company)
    world.deal(first)
    world.deal(second)
    _stake(world, officer, first)
    for party in (first, second):
        world.expect("INT-B", officer, None, party, outcome="candidate", overlap="proven")


def supplier_and_competitor(world: PolicyWorld) -> None:
    """A competitor that also supplies: INT-C there, INT-B here."""
    officer = world.officer()
    first = world.party("suppliers", officer.entity)
    second = world.party("competitors", officer.entity, first.company)
    world.deal(first)
    _stake(world, officer, first)
    world.expect("INT-B", officer, None, first, outcome="candidate", overlap="proven")
    world.expect("INT-C", officer, None, second, outcome="candidate", overlap="proven", dealing_basis=None)


def closed_record(world: PolicyWorld) -> None:
    """A record marked as closed proves nothing by itself; an invoice in the look-back still does."""
    for invoice, overlap, basis in ((True, "proven", "transaction"), (False, "possible", "registered_only")):
        officer = world.officer()
        party = world.party("suppliers", officer.entity, status="停用")
        if invoice:
            world.deal(party)
        _stake(world, officer, party)
        world.expect("INT-B", officer, None, party, outcome="candidate", overlap=overlap, dealing_basis=basis)


def delivered_twice(world: PolicyWorld) -> None:
    """Rows delivered twice are one: the stake does not double."""
    officer = world.officer()
    party = world.party("suppliers", officer.entity)
    world.deal(party, amount="500", currency="CNY")
    _stake(world, officer, party)
    for table in ("holdings", "suppliers", "transactions"):
        world.tables[table].append(dict(world.tables[table][-1]))
    world.expect(
        "INT-B", officer, None, party, outcome="candidate", share_pct=share("20"), exposure_amount=Decimal("500.00")
    )


def two_providers(world: PolicyWorld) -> None:
    """Two platforms report the same stake: it is held once."""
    officer = world.officer()
    party = world.party("suppliers", officer.entity)
    world.deal(party)
    for provider, seen in (("甲平台", "2026-10-01"), ("乙平台", "2026-11-15")):
        world.hold(officer.person, party.company, "20", valid_from="2021-05-06", provider=provider, as_of=seen)
    world.expect("INT-B", officer, None, party, outcome="candidate", share_pct=share("20"))


CASES = (
    bases, by_name, exposure, two_codes, one_code_in_two_groups, loans_of_relatives_and_ended_ones, supplier_and_customer, supplier_and_competitor, closed_record, delivered_twice, two_providers,
)  # fmt: skip
