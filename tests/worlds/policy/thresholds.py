"""Exemptions and ownership at their exact limits (domain.md A2, A6-4, A6-15, B2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.worlds.policy.records import Company, Officer, Party, Person, share
from tests.worlds.policy.world import PolicyWorld

ND = "not_declared"
HOLDERS_OF_NOBODY = (
    "香港中央结算有限公司", "香港中央結算（代理人）有限公司", "HKSCC NOMINEES LIMITED", "HKSCC Nominees Ltd.", "HSBC Nominees (Hong Kong) Limited",
    "中央汇金资产管理有限责任公司", "Central Huijin Investment Ltd.", "中国证券金融股份有限公司", "苏州市人民政府国有资产监督管理委员会",
    "国务院国资委", "SASAC", "中华人民共和国财政部", "浙江省财政厅", "全国社保基金一一三组合", "基本养老保险基金八零二组合",
    "中国工商银行股份有限公司－易方达价值成长混合型证券投资基金", "华能贵诚信托有限公司－华能信托·稳健1号集合资金信托计划",
    "博时基金－农业银行－博时中证金融资产管理计划", "中国人寿保险股份有限公司－分红－个人分红－005L－FH002沪",
    "海通证券股份有限公司转融通担保证券账户", "科威特政府投资局－自有资金",
)  # fmt: skip
"""State holders, clearing houses, nominees, funds, plans and accounts: common holding by them relates nobody."""
ORDINARY_HOLDERS = ("杭州汇金投资管理有限公司", "社保基金大厦物业有限公司", "苏州中央结算科技有限公司")
"""Firms that only sound like them."""


def _supplier(world: PolicyWorld, officer: Officer, company: Company | None = None, **cells: object) -> Party:
    party = world.party("suppliers", officer.entity, company, **cells)
    world.deal(party)
    return party


def _hold(world: PolicyWorld, holder: Person | Company, company: Company, percent: str, way: str = "other") -> None:
    world.hold(holder, company, percent, acquired_via=way, valid_from="2021-05-06")


def _interest(world: PolicyWorld, officer: Officer, party: Party, percent: str | None, exemption: str, *, related: str | None = None,
              **more: Any) -> None:  # fmt: skip
    rule_id = "INT-RP" if related else "INT-C" if party.side == "competitor" else "INT-B"
    want: dict[str, Any] = {
        "outcome": "exempt" if exemption == "met" else "candidate", "exemption": exemption, "declaration_status": ND,
        "share_pct": None if percent is None else share(percent), "overlap": "proven", "tier": "A",
    }  # fmt: skip
    world.expect(rule_id, officer, related, party, **{**want, **more})


def market_stakes(world: PolicyWorld) -> None:
    """Bought on the market: 4.99 exempt, 5.00 and 5.01 not; a placement and an unlisted company never; unknown stays unknown."""
    for table in ("suppliers", "competitors"):
        for percent, way, listed, exemption in (
            ("4.99", "market", True, "met"), ("4.999999", "market", True, "met"), ("5.00", "market", True, "not_met"),
            ("5.01", "market", True, "not_met"), ("4.99", "other", True, "not_met"), ("4.99", "market", False, "not_met"),
            ("4.99", "", True, "unknown"), ("", "market", True, "unknown"), ("5.00", "", True, "not_met"), ("0.5", "", False, "not_met"),
        ):  # fmt: skip
            officer = world.officer()
            party = world.party(table, officer.entity, world.company(listed=listed))
            if table == "suppliers":
                world.deal(party)
            _hold(world, officer.person, party.company, percent, way)
            _interest(world, officer, party, percent or None, exemption)


def with_spouse(world: PolicyWorld) -> None:
    """The exemption asks for the sum with core relatives: 2.50 + 2.49 is below, 2.50 + 2.50 is not; an in-law is not added."""
    for relation, second, exemption in (
        ("配偶", "2.49", "met"),
        ("配偶", "2.50", "not_met"),
        ("父亲", "2.51", "not_met"),
    ):
        officer = world.officer()
        related_id, person = world.relative(officer, relation)
        party = _supplier(world, officer, world.company(listed=True))
        _hold(world, officer.person, party.company, "2.50", "market")
        _hold(world, person, party.company, second, "market")
        _interest(world, officer, party, "2.50", exemption)
        _interest(world, officer, party, second, exemption, related=related_id)


def two_lots(world: PolicyWorld) -> None:
    """Two lots of one person add up; one that was not bought on the market spoils the exemption."""
    for second, way, exemption in (
        ("1.90", "market", "met"),
        ("3.50", "market", "not_met"),
        ("1.90", "other", "not_met"),
    ):
        officer = world.officer()
        party = _supplier(world, officer, world.company(listed=True))
        _hold(world, officer.person, party.company, "2.00", "market")
        _hold(world, officer.person, party.company, second, way)
        _interest(world, officer, party, f"{2 + float(second):.2f}", exemption)


def lenders(world: PolicyWorld) -> None:
    """Ordinary dealings with a licensed institution are exempt, unless it is controlled from our side; a guarantee for it never is."""
    for kind, rule_id, licensed, held, exemption in (
        ("loan_in", "LOAN-IN", True, "", "met"), ("loan_out", "LOAN-OUT", True, "", "met"), ("guarantee_in", "GUAR-IN", True, "", "met"),
        ("guarantee_out", "GUAR-OUT", True, "", "none"), ("loan_help", "LOAN-HELP", True, "", "none"),
        ("loan_in", "LOAN-IN", False, "", "not_met"), ("loan_in", "LOAN-IN", None, "", "not_met"), ("loan_in", "LOAN-IN", True, "40", "not_met"),
    ):  # fmt: skip
        officer = world.officer()
        flag = "" if licensed is None else str(licensed).lower()
        party = _supplier(world, officer, world.company(trade="金融服务"), is_financial_institution=flag)
        world.add("financing", financing_id=world.number("F"), officer_id=officer.officer_id, counterparty_name=party.company.name,
                  counterparty_uscc=party.company.uscc, kind=kind, amount="800000", valid_from="2024-05-06")  # fmt: skip
        if held:
            _hold(world, officer.person, party.company, held)
            _interest(world, officer, party, held, "not_met")
            world.expect("RPT-SELF", officer, None, party, outcome="candidate", exemption="none", declaration_status=ND)
        world.expect(rule_id, officer, None, party, outcome="exempt" if exemption == "met" else "candidate", exemption=exemption,
                     declaration_status=ND, overlap="proven", dealing_basis="transaction")  # fmt: skip


def loan_of_the_owner(world: PolicyWorld) -> None:
    """The supplier's owner lends: the owner is no counterparty (A8-5)."""
    officer, owner = world.officer(), world.person()
    party = _supplier(world, officer)
    _hold(world, owner, party.company, "90")
    world.add("financing", financing_id=world.number("F"), officer_id=officer.officer_id, counterparty_name=owner.name, kind="loan_in",
              amount="800000", valid_from="2024-05-06")  # fmt: skip
    world.nothing(officer, party)


def control_at_thirty(world: PolicyWorld) -> None:
    """30 % of the votes at the first company; alone it is RPT-SELF."""
    for percent, voting, controls in (
        ("30.00", "", True),
        ("29.99", "", False),
        ("10", "30", True),
        ("60", "29.99", False),
    ):
        officer = world.officer()
        party = _supplier(world, officer)
        world.hold(officer.person, party.company, percent, voting_pct=voting, valid_from="2021-05-06")
        _interest(world, officer, party, percent, "not_met")
        if controls:
            world.expect("RPT-SELF", officer, None, party, outcome="candidate", exemption="none", share_pct=share(percent),
                         declaration_status=ND, duty="express")  # fmt: skip


def control_with_family(world: PolicyWorld) -> None:
    """With a spouse 30 % together; of other family members more than half; sums decide, and it is the relative's RPT-RP."""
    for relation, own, theirs, controls in (
        ("配偶", "20", "10", True), ("配偶", "20", "9.99", False), ("父亲", "", "50.00", False), ("父亲", "", "50.01", True),
        ("弟弟", "", "30", False), ("母亲", "20", "30.01", True), ("母亲", "20", "30", False), ("儿子", "", "49", False),
    ):  # fmt: skip
        officer = world.officer()
        related_id, person = world.relative(officer, relation)
        party = _supplier(world, officer)
        if own:
            _hold(world, officer.person, party.company, own)
            _interest(world, officer, party, own, "not_met")
        _hold(world, person, party.company, theirs)
        _interest(world, officer, party, theirs, "not_met", related=related_id)
        if controls:
            world.expect("RPT-RP", officer, related_id, party, outcome="candidate", exemption="none", share_pct=share(theirs),
                         declaration_status=ND)  # fmt: skip


def chains(world: PolicyWorld) -> None:
    """Shares multiply along a chain; control goes on only where a controlled company has more than half."""
    for first, second, total, controls in (
        ("10", "70", "7", False), ("60", "60", "36", True), ("60", "30", "18", False), ("60", "50", "30", False),
        ("60", "50.01", "30.006", True), ("30", "51", "15.3", True), ("29.99", "100", "29.99", False), ("100", "100", "100", True),
    ):  # fmt: skip
        for through_relative in (False, True):
            officer = world.officer()
            related_id, person = world.relative(officer, "配偶") if through_relative else (None, officer.person)
            middle = world.company()
            party = _supplier(world, officer)
            _hold(world, person, middle, first)
            _hold(world, middle, party.company, second)
            _interest(world, officer, party, total, "not_met", related=related_id)
            if controls:
                rule_id = "RPT-RP" if through_relative else "RPT-SELF"
                world.expect(
                    rule_id, officer, related_id, party, outcome="candidate", exemption="none", share_pct=share(total)
                )


def long_chain(world: PolicyWorld) -> None:
    """Four companies deep, two ways to the same supplier: the products add up."""
    officer = world.officer()
    left, right, low = world.company(), world.company(), world.company()
    party = _supplier(world, officer)
    for holder, company, percent in (
        (officer.person, left, "40"), (officer.person, right, "25"), (left, low, "50"), (right, low, "20"), (low, party.company, "60"),
    ):  # fmt: skip
        _hold(world, holder, company, percent)
    _interest(world, officer, party, "15", "not_met")  # (0.4 * 0.5 + 0.25 * 0.2) * 0.6


def cross_holding(world: PolicyWorld) -> None:
    """60 % of A, A 70 % of B, B 40 % of A: x = d (I - A)^-1 makes 83.33 % and 58.33 %; B holds 80 % of the supplier."""
    officer = world.officer()
    first, second = world.company(), world.company()
    party = _supplier(world, officer)
    _hold(world, officer.person, first, "60")
    _hold(world, first, second, "70")
    _hold(world, second, first, "40")
    _hold(world, second, party.company, "80")
    _interest(world, officer, party, "46.666667", "not_met")
    world.expect("RPT-SELF", officer, None, party, outcome="candidate", exemption="none", share_pct=share("46.666667"))


def unknown_leg(world: PolicyWorld) -> None:
    """One leg without a percentage makes the whole unknown; so is the exemption of a listed company, never `met`."""
    officer = world.officer()
    middle = world.company()
    party = _supplier(world, officer, world.company(listed=True))
    _hold(world, officer.person, middle, "", "market")
    _hold(world, middle, party.company, "3", "market")
    _interest(world, officer, party, None, "unknown")


def market_chain(world: PolicyWorld) -> None:
    """Every leg must have been bought on the market."""
    for way, exemption in (("market", "met"), ("other", "not_met"), ("", "unknown")):
        officer = world.officer()
        middle = world.company(listed=True)
        party = _supplier(world, officer, world.company(listed=True))
        _hold(world, officer.person, middle, "4", "market")
        _hold(world, middle, party.company, "50", way)
        _interest(world, officer, party, "2", exemption)


def partnerships(world: PolicyWorld) -> None:
    """A general partner controls whatever his share; a limited one has no say; a sole proprietor owns the whole."""
    for role, form, percent, controls in (
        ("general", "（有限合伙）", "1", True),
        ("limited", "（有限合伙）", "60", False),
    ):
        officer = world.officer()
        party = _supplier(world, officer, world.company(f"合伙企业{form}"))
        world.hold(officer.person, party.company, percent, partner_role=role, valid_from="2021-05-06")
        _interest(world, officer, party, percent, "not_met")
        if controls:
            world.expect(
                "RPT-SELF", officer, None, party, outcome="candidate", exemption="none", share_pct=share(percent)
            )
    officer, fund = world.officer(), world.company("合伙企业（有限合伙）")
    party = _supplier(world, officer)
    world.hold(officer.person, fund, "1", partner_role="general", valid_from="2021-05-06")
    _hold(world, fund, party.company, "80")
    _interest(world, officer, party, "0.8", "not_met")
    world.expect("RPT-SELF", officer, None, party, outcome="candidate", exemption="none", share_pct=share("0.8"))


def sole_proprietorship(world: PolicyWorld) -> None:
    """个人独资: the owner has it all, though the register states no percentage."""
    officer = world.officer()
    company = world.company("设计工作室（个人独资）")
    party = _supplier(world, officer, company)
    world.add(
        "registry_companies", name=company.name, uscc=company.uscc, company_type="个人独资企业", as_of="2026-11-15"
    )
    world.hold(officer.person, company, "", valid_from="2021-05-06")
    _interest(world, officer, party, "100", "not_met")
    world.expect("RPT-SELF", officer, None, party, outcome="candidate", exemption="none")


def cut_holders(world: PolicyWorld) -> None:
    """Nothing is owned through a company of the group itself, and state holders and custodians link nobody."""
    officer = world.officer(entity=world.entity("cn"))
    party = _supplier(world, officer)
    own = Company(officer.entity.name, officer.entity.uscc, "", "")
    _hold(world, officer.person, own, "40")
    _hold(world, own, party.company, "60")
    world.nothing(officer, party)
    for holder in HOLDERS_OF_NOBODY:
        nominal = Company(holder, "", "", "")
        entity = world.entity("cn")
        supplier = world.party("suppliers", entity)
        world.deal(supplier)
        _hold(world, nominal, Company(entity.name, entity.uscc, "", ""), "20")
        _hold(world, nominal, supplier.company, "55")
        world.nothing(None, supplier)


def firms_that_sound_like_holders(world: PolicyWorld) -> None:
    """A stake through an ordinary firm is followed, whatever its name recalls."""
    for name in ORDINARY_HOLDERS:
        officer = world.officer()
        middle = replace(world.company(), name=name)
        party = _supplier(world, officer)
        _hold(world, officer.person, middle, "50")
        _hold(world, middle, party.company, "40")
        _interest(world, officer, party, "20", "not_met")


def changed_stakes(world: PolicyWorld) -> None:
    """Sold before the dealings: no overlap. Bought after the last one, which is open: proven today. Sold in between: proven."""
    for start, end, outcome in (("2019-01-01", "2024-01-01", "no_overlap"), ("2021-01-01", "2026-09-01", "candidate")):
        officer = world.officer()
        party = world.party("suppliers", officer.entity, dealing_from="2026-01-01", created_on="")
        world.deal(party)
        world.hold(officer.person, party.company, "20", valid_from=start, valid_to=end)
        overlap = "proven" if outcome == "candidate" else None
        _interest(
            world, officer, party, "20", "not_met", outcome=outcome, overlap=overlap, declaration_status=(ND, "unknown")
        )


def accepted_then_grown(world: PolicyWorld) -> None:
    """Accepted at 3 %, 40 % now, the register lists both: open again."""
    officer = world.officer()
    party = _supplier(world, officer)
    world.hold(officer.person, party.company, "3", valid_from="2022-01-01", valid_to="2026-05-01")
    world.hold(officer.person, party.company, "40", valid_from="2026-05-01")
    world.declare(
        officer,
        world.working_day().replace(month=1),
        party.company,
        item="business_interest",
        share_pct="3",
        decision="accept",
    )
    for rule_id in ("INT-B", "RPT-SELF"):
        world.expect(rule_id, officer, None, party, outcome="candidate", declaration_status="partial", declaration_decision="accept",
                     share_pct=share("40"), exemption="not_met" if rule_id == "INT-B" else "none")  # fmt: skip


CASES = (
    market_stakes, with_spouse, two_lots, lenders, loan_of_the_owner, control_at_thirty, control_with_family, chains, long_chain,
    cross_holding, unknown_leg, market_chain, partnerships, sole_proprietorship, cut_holders, firms_that_sound_like_holders, changed_stakes, accepted_then_grown,
)  # fmt: skip
