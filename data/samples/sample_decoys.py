"""Look-alikes that a good screening leaves alone, or explains."""

from __future__ import annotations

from dataclasses import replace

from sample_cast import GROUP, column
from sample_world import World, unlisted

NOTHING = "no candidate"
LEAD = "not better than tier C"


def identities(world: World) -> None:
    """Same name, other person."""
    who = world.people
    company = world.company("青溪渡")
    code = world.supplier(company)
    world.hold(world.person("张伟"), company, "40", holder_id=None)
    world.decoy("homonym", "P15", code, LEAD, "A shareholder called 张伟 and no second attribute.")

    company = world.company("烟雨楼")
    code = world.supplier(company)
    world.hold(who["P02"], company, "30", holder_id=world.person().id_number)
    world.decoy("different_id", "P02", code, NOTHING, "Same rare name, but two different full identity numbers.")

    company = world.company("落霞矶")
    code = world.supplier(company)
    ones = "1" * 18
    next(row for row in world.tables["related_parties"] if row["related_id"] == "R06")["id_number"] = ones
    world.hold(world.person(), company, "35", holder_id=ones)
    world.decoy(
        "placeholder_id", "P13", code, NOTHING, "Eighteen ones on both sides are no identity number.", related="R06"
    )


def scope(world: World) -> None:
    """Out of the policy's scope, or exempt from it."""
    who = world.people
    company = world.company("霁川社", "股份有限公司")
    code = world.supplier(company, listed_code="609977.SH")
    world.hold(who["P01"], company, "4.99", acquired_via="market")
    world.decoy("listed_4_99", "P01", code, "exempt", "Bought on the exchange and below 5 %.", rule="INT-B")

    company = world.company("云麓坊")
    code = world.supplier(company, entity="E01")
    world.hold(replace(who["P08"], name="邝嵩龄"), company, "60")  # the register writes Simplified
    world.decoy(
        "independent_director", "P08", code, "out_of_scope", "Independent directors are out of scope.", rule="INT-B"
    )

    company = world.company("忘机园")
    code = world.customer(company, entity="E03")
    world.hold(who["R02"], company, "60")
    world.decoy("cousin", "P03", code, "out_of_scope", "A cousin is no relative under the core profile.", rule="INT-RP",
                related="R02")  # fmt: skip

    bank = world.company("岫川", "银行股份有限公司")
    code = world.supplier(bank, is_financial_institution="true")
    world.add(
        "financing", financing_id=world.next_id("financing", "F"), officer_id="P02", counterparty_name=bank.name,
        counterparty_uscc=bank.uscc, kind="loan_in", amount="3200000", currency="CNY", is_financial_institution="true",
        valid_from="2022-06-01", valid_to="2047-06-01", source="员工申报",
    )  # fmt: skip
    world.decoy("bank_mortgage", "P02", code, "exempt", "A mortgage from the company's bank.", rule="LOAN-IN")

    company = world.company("孤山寺")
    code = world.customer(company, entity="E03", count=2)
    world.hold(who["P14"], company, "45")
    world.decoy("other_group", "P14", code, NOTHING, "His group has no dealings with this company, the other one has.")


def business(world: World) -> None:
    """Companies of one's own that compete with nobody."""
    company = world.company("蓬莱阁")
    world.register(
        company, business_scope="货物进出口；技术服务、技术开发、技术咨询；企业管理咨询", industry_code="7212"
    )
    world.hold(world.people["P13"], company, "90")
    world.decoy("generic_scope", "P13", unlisted(company), NOTHING, "Only what every company registers is in common.")


def time(world: World) -> None:
    """Links and dealings that never met, or perhaps did not."""
    who = world.people
    company = world.company("灞桥柳")
    code = world.supplier(company, dealing_from="2024-01-15")
    world.hold(who["P04"], company, "30", valid_from="2019-04-01", valid_to="2023-06-30")
    world.decoy(
        "ended_before", "P04", code, "no_overlap", "Sold in June 2023; dealings began in January 2024.", rule="INT-B"
    )

    company = world.company("渭城曲")
    world.register(company)
    code = world.record("customers", company, "E03", dealing_from="2022-02-01", dealing_to="2025-10-31")
    world.deal(code, "2025-03-18", "2025-09-09", entity="E03")
    world.post(company, who["P11"].name, "董事", since=None, id_number=who["P11"].id_number)
    world.decoy(
        "post_seen_today", "P11", code, LEAD, "A post without a start date; dealings ended last year.", rule="POS-B"
    )


def declared(world: World) -> None:
    """Declared as the policy asks."""
    who = world.people
    company = world.company("姑射山")
    code = world.supplier(company, entity="E03")
    world.hold(who["P05"], company, "15", valid_from="2025-10-20")
    world.declare("P05", "2025-10-21", f"{company.name}深圳分公司", decided_on="2025-11-06")
    world.decoy(
        "declared_branch", "P05", code, "declared", "The form names the branch of the same company.", rule="INT-B"
    )

    company = world.company("蒹葭渚")
    code = world.supplier(company, entity="E04")
    world.hold(who["P12"], company, "8", valid_from="2026-09-21")
    world.declare("P12", "2026-09-22", company.name, decision="eliminate", decided_on="2026-10-15", cure_days="30",
                  feedback_on="2026-11-02")  # fmt: skip
    world.decoy("cure_not_due", "P12", code, "declared", "To be eliminated by 2 December.", rule="INT-B")

    company = world.company("折梅驿")
    code = world.supplier(company, entity="E01")
    world.deal(code, "2026-02-10", entity="E01")
    world.add("gifts", gift_id="GF03", officer_id="P07", counterparty_name=company.name, counterparty_uscc=company.uscc,
              direction="received", form="cash", value="2000", currency="HKD", occurred_on="2026-03-10",
              handed_in_on="2026-03-12")  # fmt: skip
    world.decoy("cash_handed_in", "P07", code, "declared", "Handed in on the second working day.", rule="GIFT-CASH")


def no_counterparty(world: World) -> None:
    """Records that are no counterparty, and people who are no kin."""
    who = world.people
    sister = GROUP["E04"]
    code = world.record("suppliers", sister, "E02", legal_representative=None, phone=None)
    world.deal(code, "2026-04-08", "2026-07-15")
    world.post(sister, who["P06"].name, "经理", since="2023-06-12", id_number=who["P06"].id_number)
    world.decoy("group_company", "P06", code, NOTHING, "A subsidiary of the group, and his own employer.")

    officer = who["P06"]
    code = world.next_id("suppliers", "S")
    account = column(world, "officers", "officer_id", "P06", "bank_account")
    world.add("suppliers", party_id=code, name=officer.name, bank_account=account, bank_account_name=officer.name,
              entity_id="E04", status="active", party_kind="employee", id_number=officer.id_number,
              account_group="员工报销", group_id="G1")  # fmt: skip
    world.deal(code, "2026-03-24", "2026-09-02", entity="E04", kind="other", amount="3260.50", document_type="payment")
    world.decoy("reimbursement", "P06", code, NOTHING, "His own vendor record, used to reimburse expenses.")

    company = world.company("临流处")
    phone = column(world, "related_parties", "related_id", "R05", "phone")
    code = world.supplier(company, contact_name=world.person().name, phone=phone)
    world.decoy(
        "emergency_contact", "P10", code, NOTHING, "An emergency contact's number is no match key.", related="R05"
    )
