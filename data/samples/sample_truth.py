"""The planted links: at least one for each rule that this version screens."""

from __future__ import annotations

from sample_cast import PARENT, column
from sample_ids import masked
from sample_world import Company, World, unlisted


def interests(world: World) -> None:
    """INT-B, INT-C, INT-RP, RPT-SELF, RPT-RP, with each declaration status."""
    who = world.people

    company = world.company("棠梨里")
    code = world.supplier(company)
    world.hold(who["P01"], company, "18")
    world.truth("INT-B", "P01", code, "18 % under the director's own identity number; no form names the company.",
                exemption="not_met", overlap="proven")  # fmt: skip

    company = world.company("砚北舍")
    code = world.supplier(company)
    world.hold(who["P01"], company, "12", valid_from="2025-06-10")
    world.declare(
        "P01", "2025-06-11", company.name, counterparty_uscc=company.uscc, decided_on="2025-06-27", share_pct="12"
    )
    world.truth("INT-B", "P01", code, "Declared the day after the purchase and accepted.", status="on_time",
                exemption="not_met", overlap="proven", outcome="declared")  # fmt: skip

    company = world.company("缃帙楼")
    code = world.customer(company)
    world.hold(who["P04"], company, "60")
    world.declare("P04", "2026-04-17", company.name, aware_on="2026-04-01", decided_on="2026-05-08")
    why = "Aware on 1 April by his own form, declared on 17 April: the third working day was 7 April."
    world.truth("INT-B", "P04", code, why, status="late", exemption="not_met", overlap="proven")
    world.truth("RPT-SELF", "P04", code, "60 % alone is control, and the company buys from the group.", status="late",
                overlap="proven")  # fmt: skip

    holding, company = world.company("斫轮馆", "投资有限公司"), world.company("铸川坊")
    code = world.competitor(company)
    world.register(holding)
    world.hold(who["P06"], holding, "70")
    world.hold(holding, company, "40")
    world.truth("INT-C", "P06", code, "70 % of 40 % are 28 % of a competitor, through an investment company.",
                exemption="not_met", overlap="proven")  # fmt: skip

    company = world.company("松醪记")
    code = world.supplier(company, entity="E04")
    world.hold(who["R03"], company, "60", valid_from="2026-01-12")
    world.declare("P09", "2026-01-14", company.name, decided_on="2026-02-02")
    why = "The company is on the form, the brother who holds it is not."
    world.truth("INT-RP", "P09", code, why, related="R03", status="partial", exemption="not_met", overlap="proven")
    world.truth(
        "RPT-RP", "P09", code, f"{why} He holds more than half.", related="R03", status="partial", overlap="proven"
    )

    for brand, share, status, cells in (
        ("鹿鸣汀", "9", "withdrawn", {"withdrawn_on": "2026-03-30", "decided_on": "2026-03-20"}),
        ("白鹭洲", "25", "pending", {"decision": "pending"}),
    ):
        company = world.company(brand)
        code = world.supplier(company, entity="E03")
        world.hold(who["P11"], company, share, valid_from="2026-03-09")
        world.declare("P11", "2026-03-10", company.name, **cells)
        world.truth("INT-B", "P11", code, f"Declared in time, but the declaration is {status}.", status=status,
                    exemption="not_met", overlap="proven")  # fmt: skip

    company = world.company("墨耕园")
    code = world.customer(company, entity="E11")
    world.hold(who["P14"], company, "22")
    world.truth("INT-B", "P14", code, "The second group's director and the second group's customer.",
                exemption="not_met", overlap="proven")  # fmt: skip

    wife = who["R01"]
    shop = Company(f"苏州市姑苏区{wife.name[1:]}文印店", "", "苏州", wife.name, world.phone())
    code = world.record("suppliers", shop, "E03", uscc=None, party_kind="sole_trader", id_number=wife.id_number)
    world.deal(code, "2026-02-24", "2026-08-11", entity="E03", amount="800.00")
    world.truth(
        "RPT-RP", "P03", code, "The sole trader is the supervisor's wife; no amount is too small.", related="R01"
    )


def posts(world: World) -> None:
    """POS-B, POS-C, POS-RP, EMP-C."""
    who = world.people
    company = world.company("半闲堂")
    code = world.supplier(company, entity="E03")
    world.post(company, who["P05"].name, "监事", since="2022-11-01", id_number=masked(who["P05"].id_number))
    world.truth("POS-B", "P05", code, "Rare name and a masked identity number that agrees.", tier="B", overlap="proven")

    company = world.company("惊鸿渡")
    code = world.competitor(company)
    world.post(company, who["P05"].name, "董事", since="2024-02-05", id_number=who["P05"].id_number)
    world.truth("POS-C", "P05", code, "Director of a competitor.", overlap="proven")

    company = world.company("垂虹亭")
    code = world.competitor(company)
    world.post(company, who["P06"].name, "员工", since="2024-02-05", id_number=who["P06"].id_number)
    world.truth("EMP-C", "P06", code, "Employed by a competitor, without a post that POS-C covers.", overlap="proven")

    company = world.company("藕花深")
    code = world.supplier(company)
    world.post(company, who["R04"].name, "董事", since="2023-10-16", id_number=who["R04"].id_number)
    world.truth("POS-RP", "P10", code, "The wife is a director of the supplier.", related="R04", overlap="proven")


def financing(world: World) -> None:
    """LOAN-* and GUAR-*."""
    cases = (
        ("LOAN-IN", "loan_in", "P02", "沧浪屿", "supplier", "Borrowed from a supplier that is no lender."),
        ("LOAN-OUT", "loan_out", "P12", "醉墨斋", "customer", "Lent to a customer."),
        ("LOAN-HELP", "loan_help", "P12", "疏影阁", "supplier", "Borrowed with a supplier's help."),
        ("GUAR-OUT", "guarantee_out", "P12", "寒碧轩", "supplier", "Guarantees a supplier's bank loan."),
        ("GUAR-IN", "guarantee_in", "P12", "濯缨台", "supplier", "A supplier guarantees his own bank loan."),
    )
    for rule, kind, officer, brand, side, why in cases:
        company = world.company(brand)
        code = world.customer(company) if side == "customer" else world.supplier(company)
        world.add(
            "financing", financing_id=world.next_id("financing", "F"), officer_id=officer, counterparty_name=company.name,
            counterparty_uscc=company.uscc, kind=kind, amount="600000", currency="CNY", is_financial_institution="false",
            valid_from="2025-04-15", valid_to="2028-04-15", source="员工申报核查",
        )  # fmt: skip
        exemption = "none" if rule in ("LOAN-HELP", "GUAR-OUT") else None  # no licensed institution: none or not_met
        world.truth(rule, officer, code, why, tier="B", exemption=exemption)


def shareholder(world: World) -> None:
    """RPT-HK: a 15 % shareholder of the listed parent that also supplies the group."""
    company = world.company("揽月湾")
    code = world.supplier(company)
    listed = Company(PARENT.name, "", "", "", "")
    world.hold(company, listed, "15", company_uscc=None)
    why = "At least 10 % of a group company under HK Chapter 14A; the register names that company without its code."
    world.truth("RPT-HK", None, code, why, tier="B", status=None)


def gifts(world: World) -> None:
    """GIFT-INF and GIFT-CASH."""
    company = world.company("听雪庐")
    code = world.supplier(company, entity="E01")
    world.add("gifts", gift_id="GF01", officer_id="P07", counterparty_name=company.name, counterparty_uscc=company.uscc,
              direction="received", form="in_kind", value="8800", currency="HKD", occurred_on="2026-05-19")  # fmt: skip
    world.truth("GIFT-INF", "P07", code, "A gift in kind from a supplier; there is no threshold.", tier="B")

    company = world.company("枫桥泊")
    code = world.customer(company)
    world.add("gifts", gift_id="GF02", officer_id="P13", counterparty_name=company.name, counterparty_uscc=company.uscc,
              direction="received", form="cash_equivalent", value="5000", currency="CNY", occurred_on="2026-01-27")  # fmt: skip
    world.truth("GIFT-CASH", "P13", code, "Shopping cards, not handed in.", tier="B")


def attributes(world: World) -> None:
    """ATTR-B and ATTR-C: a shared value and no stronger role."""
    company = world.company("桃叶津")
    account = column(world, "officers", "officer_id", "P10", "bank_account")
    code = world.supplier(company, bank_account=account)
    world.truth("ATTR-B", "P10", code, "The supplier is paid into the officer's own account.", tier="B", status=None)

    company = world.company("莼鲈乡")
    code = world.competitor(company, phone=column(world, "officers", "officer_id", "P13", "phone"))
    world.truth(
        "ATTR-C", "P13", code, "A competitor's telephone is the officer's mobile number.", tier="C", status=None
    )


def competition(world: World) -> None:
    """ACT-C and SELL-C: leads from registers and scopes."""
    who = world.people
    rival, venture = world.company("鹿门径"), world.company("竹里馆")
    code = world.competitor(rival)
    world.register(venture)
    world.hold(who["P06"], venture, "60")
    world.hold(rival, venture, "40", valid_from="2021-07-12")
    world.truth("ACT-C", "P06", code, "His own company has the competitor as its partner.", tier="C", overlap="proven")

    company = world.company("石梁瀑")
    world.register(company, business_scope="精密轴承研发、生产、销售；技术服务；货物进出口", industry_code="3451")
    world.hold(who["P13"], company, "75")
    world.truth("SELL-C", "P13", unlisted(company), "The secretary's company makes what the group makes, in the same class.",
                tier="C", overlap="proven")  # fmt: skip


def reports(world: World) -> None:
    """GEN and RES: reports of the hotline, whose text goes nowhere."""
    company = world.company("横塘路")
    code = world.supplier(company)
    world.add("tips", tip_id="TP01", received_on="2026-08-03", officer_id="P02", counterparty_name=company.name,
              category="conflict", text="反映其与该供应商负责人来往密切。")  # fmt: skip
    world.truth("GEN", "P02", code, "A report names him and the supplier; nothing else is known.", tier="C")
    world.add("tips", tip_id="TP02", received_on="2026-09-15", subject_name=world.people["P12"].name, category="resources",
              text="反映其长期将公司车辆交亲属使用。")  # fmt: skip
    world.truth("RES", "P12", None, "A report of misuse that names nobody else.", tier="C")
