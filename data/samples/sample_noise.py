"""Everybody else: counterparties, posts and holdings that mean nothing."""

from __future__ import annotations

from sample_ids import masked
from sample_world import Company, World


def counterparties(world: World) -> None:
    """Suppliers, customers and competitors nobody in the group is tied to."""
    for number in range(6):
        entity = ("E02", "E03", "E04")[number % 3]
        world.supplier(world.company(), entity=entity, count=3)
    for number in range(6):
        world.customer(world.company(), entity=("E02", "E03", "E04")[number % 3], count=4)
    world.customer(world.company(), entity="E11", count=3)
    world.competitor(world.company())
    world.competitor(world.company())


def officers_at_work(world: World) -> None:
    """Approvals and contracts; the chief accountants approve what they are not tied to."""
    quiet = [row["party_id"] for row in world.tables["suppliers"][-6:]]
    for number, code in enumerate(quiet):
        world.deal(code, "2026-06-09", document_type="order", approver_id=("U001", "U002")[number % 2])
        world.deal(code, "2026-07-21", document_type="payment", approver_id="U008")
    world.add("approvals", approval_id="AP01", officer_id="P01", kind="consultation", dated_on="2025-06-04",
              document_ref="approvals/AP01.pdf")  # fmt: skip
    world.add("approvals", approval_id="AP02", officer_id="P04", kind="rpt_notice", dated_on="2026-04-20",
              counterparty_name=world.tables["customers"][0]["name"], document_ref="approvals/AP02.pdf")  # fmt: skip


def annual_forms(world: World) -> None:
    """A signed nil return of everyone who owes one for 2025."""
    for officer in (f"P{number:02d}" for number in range(1, 16) if number != 8):
        number = world.next_id("declarations", "D")
        world.add("declarations", declaration_id=number, officer_id=officer, kind="annual", submitted_on="2025-12-29",
                  signed="true", nil_return="true", form_id=f"FM{number}", form_version="2023")  # fmt: skip


def registers(world: World) -> None:
    """A supervisor and a shareholder for the companies of the extract."""
    for number, row in enumerate(list(world.tables["registry_companies"])):
        company = Company(row["name"], row["uscc"], "", row["legal_representative"], row["phone"])
        if number % 2 == 0:
            person = world.person()
            world.post(company, person.name, "监事", since="2018-03-20", id_number=masked(person.id_number))
        if number % 2 == 1:
            world.hold(world.person(), company, "20", valid_from="2017-02-14")
        if number % 5 == 0:
            world.hold(world.company(form="投资有限公司"), company, "5", valid_from="2020-08-03")
