"""One plain link per family of rules: what it is, and every finding it must yield when nothing is declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.worlds.policy.records import Company, Officer, Party, Person, share
from tests.worlds.policy.truth import Kind, verdicts
from tests.worlds.policy.world import PolicyWorld


@dataclass
class Link:
    """A planted link.

    Attributes:
        rules: rule -> finding columns beside those that all rules of the link share.
        item: item of the form that covers it; `wrong` belongs to another family.
        relative: who stands between, where the form must name him; `relation` as he is called.
        dated: its start is delivered.
        knows: day from which the officer provably knew link and dealing, by his own hand.
        told: whether RPT-TELL asks for a notice of it.
        stake: the percentage a form may state.
        lead: whether the rule speaks of leads only: tier C, and no proof that a conflict still stands.
    """

    officer: Officer
    party: Party
    rules: dict[str, dict[str, Any]]
    item: str
    wrong: str
    kind: Kind
    deal: date | None
    related_id: str | None = None
    relative: Person | None = None
    relation: str = ""
    percent: float | None = None
    role: str = ""
    dated: bool = True
    knows: date | None = None
    told: bool = False
    stake: str = ""
    lead: bool = False
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def own(self) -> bool:
        return self.relative is None


def settle(
    world: PolicyWorld, link: Link, status: str | None, decision: str | None = None, *, settled: bool = False
) -> None:
    """Writes down what the link must yield, given what the register says of it."""
    timed = {} if link.kind == "gift" and world.undated else {"overlap": "proven" if link.dated else "possible"}
    basis = "transaction" if link.party.side == "business" else None
    for rule_id, columns in link.rules.items():
        want: dict[str, Any] = {
            "outcome": "declared" if settled else "candidate", "declaration_status": status, "declaration_decision": decision,
            "dealing_basis": basis, "tier": "A" if link.dated and not link.lead else "C", **timed, **link.more, **columns,
        }  # fmt: skip
        said = verdicts(
            link.officer, link.party, link.kind, percent=link.percent, relation=link.relation, role=link.role
        )
        world.expect(rule_id, link.officer, link.related_id, link.party, regimes=said if link.dated else None, **want)


Maker = Callable[[PolicyWorld], Link]


def _business(world: PolicyWorld, officer: Officer, company: Any = None, **cells: object) -> tuple[Party, date]:
    party = world.party(world.rng.choice(("suppliers", "customers")), officer.entity, company, **cells)
    return party, world.deal(party)


def int_b(world: PolicyWorld) -> Link:
    """An own stake below control in an unlisted supplier or customer."""
    officer, percent = world.officer(), f"{world.rng.randint(500, 2999) / 100:.2f}"
    party, deal = _business(world, officer)
    row = world.hold(officer.person, party.company, percent)
    rules = {"INT-B": {"exemption": "not_met", "share_pct": share(percent)}}
    return Link(officer, party, rules, "business_interest", "position", "holding", deal, percent=float(percent),
                dated="valid_from" in row, stake=percent)  # fmt: skip


def int_c(world: PolicyWorld) -> Link:
    """An own stake in an unlisted competitor."""
    officer, percent = world.officer(), f"{world.rng.randint(100, 9900) / 100:.2f}"
    party = world.party("competitors", officer.entity)
    row = world.hold(officer.person, party.company, percent)
    rules = {"INT-C": {"exemption": "not_met", "share_pct": share(percent)}}
    return Link(officer, party, rules, "competitor_interest", "business_interest", "holding", None, percent=float(percent),
                dated="valid_from" in row, stake=percent)  # fmt: skip


def int_rp(world: PolicyWorld) -> Link:
    """A relative's stake below control in a counterparty or competitor."""
    officer, percent = world.officer(), f"{world.rng.randint(500, 2999) / 100:.2f}"
    relation = world.rng.choice(("配偶", "弟弟", "父亲"))
    related_id, person = world.relative(officer, relation)
    if world.rng.random() < 0.3:
        party, deal = world.party("competitors", officer.entity), None
    else:
        party, deal = _business(world, officer)
    row = world.hold(person, party.company, percent)
    rules = {"INT-RP": {"exemption": "not_met", "share_pct": share(percent)}}
    item = "competitor_interest" if deal is None else "business_interest"
    return Link(officer, party, rules, item, "loan", "holding", deal, related_id, person, relation, float(percent),
                dated="valid_from" in row, stake=percent)  # fmt: skip


def rpt_self_stake(world: PolicyWorld) -> Link:
    """A company the officer alone controls."""
    officer, percent = world.officer(), f"{world.rng.choice((30.0, 51.0, 66.67, 100.0)):.2f}"
    party, deal = _business(world, officer)
    row = world.hold(officer.person, party.company, percent)
    rules: dict[str, dict[str, Any]] = {
        "INT-B": {"exemption": "not_met", "share_pct": share(percent)},
        "RPT-SELF": {"exemption": "none", "share_pct": share(percent)},
    }
    item = world.rng.choice(("business_interest", "transaction"))
    return Link(officer, party, rules, item, "position", "holding", deal, percent=float(percent),
                dated="valid_from" in row, told=True, stake=percent)  # fmt: skip


def rpt_self_person(world: PolicyWorld) -> Link:
    """The officer is the supplier in person: he signs the contract himself, so he knows."""
    officer = world.officer()
    himself = Company(officer.person.name, "", "", world.company().account)
    party = world.party("suppliers", officer.entity, himself, party_kind="person", id_number=officer.person.number)
    deal = world.deal(party)
    rules = {"RPT-SELF": {"exemption": "none"}}
    return Link(officer, party, rules, "transaction", "loan", "self", deal, knows=deal, told=True,
                more={"overlap": "proven", "tier": "A"})  # fmt: skip


def rpt_rp_stake(world: PolicyWorld) -> Link:
    """A company a relative controls: 30 % for a spouse, more than half for others."""
    relation = world.rng.choice(("配偶", "弟弟", "父亲"))
    percent = f"{world.rng.choice((30.0, 45.0, 80.0) if relation == '配偶' else (50.01, 80.0, 100.0)):.2f}"
    officer = world.officer()
    related_id, person = world.relative(officer, relation)
    party, deal = _business(world, officer)
    row = world.hold(person, party.company, percent)
    rules: dict[str, dict[str, Any]] = {
        "INT-RP": {"exemption": "not_met", "share_pct": share(percent)},
        "RPT-RP": {"exemption": "none", "share_pct": share(percent)},
    }
    return Link(officer, party, rules, "business_interest", "position", "holding", deal, related_id, person, relation,
                float(percent), dated="valid_from" in row, stake=percent)  # fmt: skip


def rpt_rp_trader(world: PolicyWorld) -> Link:
    """A relative's individual business."""
    officer = world.officer()
    relation = world.rng.choice(("配偶", "弟弟", "父亲"))
    related_id, person = world.relative(officer, relation)
    shop = world.company("经营部")
    party, deal = _business(world, officer, shop, party_kind="sole_trader")
    world.add("registry_companies", name=shop.name, uscc=shop.uscc, legal_representative=person.name, company_type="个体工商户",
              as_of="2026-11-15")  # fmt: skip
    world.post(person, shop, "经营者", valid_from="")
    rules = {"RPT-RP": {"exemption": "none"}}
    return Link(officer, party, rules, "business_interest", "position", "self", deal, related_id, person, relation,
                more={"overlap": "proven", "tier": ("A", "B")})  # fmt: skip


def _financing(kind: str, rule_id: str, item: str, exemption: str, *, of_relative: bool = False) -> Maker:
    def make(world: PolicyWorld) -> Link:
        officer = world.officer()
        related_id, person = world.relative(officer, "配偶") if of_relative else (None, None)
        party, deal = _business(world, officer)
        start = date(2024, world.rng.randint(1, 12), 5)
        world.add(
            "financing", financing_id=world.number("F"), officer_id=officer.officer_id, related_id=related_id,
            counterparty_name=party.company.name, counterparty_uscc=party.company.uscc, kind=kind, amount="500000",
            currency="CNY", valid_from=start,
        )  # fmt: skip
        wrong = "guarantee" if item == "loan" else "loan"
        return Link(officer, party, {rule_id: {"exemption": exemption}}, item, wrong, "financing", deal, related_id, person,
                    "配偶" if of_relative else "", more={"overlap": "proven", "tier": ("A", "B")})  # fmt: skip

    make.__doc__ = f"{kind} between the {'spouse' if of_relative else 'officer'} and a counterparty."
    return make


def _post(table: str, roles: tuple[str, ...], rule_id: str, item: str, *, of_relative: bool = False) -> Maker:
    def make(world: PolicyWorld) -> Link:
        officer, role = world.officer(), world.rng.choice(roles)
        relation = world.rng.choice(("配偶", "弟弟", "父亲")) if of_relative else ""
        related_id, person = world.relative(officer, relation) if of_relative else (None, None)
        if table == "competitors":
            party, deal = world.party(table, officer.entity), None
        else:
            party, deal = _business(world, officer)
        row = world.post(person or officer.person, party.company, role)
        return Link(officer, party, {rule_id: {"exemption": "none"}}, item, "loan", "post", deal, related_id, person, relation,
                    role=role, dated="valid_from" in row)  # fmt: skip

    make.__doc__ = f"{rule_id}: one of {', '.join(roles)}."
    return make


def _gift(form: str, rule_id: str) -> Maker:
    def make(world: PolicyWorld) -> Link:
        officer = world.officer()
        party, deal = _business(world, officer)
        day = world.working_day()
        world.add(
            "gifts", gift_id=world.number("G"), officer_id=officer.officer_id, counterparty_name=party.company.name,
            counterparty_uscc=party.company.uscc, direction=world.rng.choice(("received", "given")), form=form,
            value=world.rng.randrange(200, 9000), currency="CNY", occurred_on=day,
        )  # fmt: skip
        return Link(officer, party, {rule_id: {"exemption": "none"}}, "gift", "position", "gift", deal, knows=day,
                    more={"overlap": "proven", "tier": ("A", "B")})  # fmt: skip

    make.__doc__ = f"A gift: {form}."
    return make


PLAIN: Mapping[str, Maker] = {
    "INT-B": int_b,
    "INT-C": int_c,
    "INT-RP": int_rp,
    "RPT-SELF by stake": rpt_self_stake,
    "RPT-SELF in person": rpt_self_person,
    "RPT-RP by stake": rpt_rp_stake,
    "RPT-RP sole trader": rpt_rp_trader,
    "LOAN-OUT": _financing("loan_out", "LOAN-OUT", "loan", "not_met"),
    "LOAN-IN": _financing("loan_in", "LOAN-IN", "loan", "not_met"),
    "LOAN-HELP": _financing("loan_help", "LOAN-HELP", "loan", "none"),
    "GUAR-OUT": _financing("guarantee_out", "GUAR-OUT", "guarantee", "none"),
    "GUAR-IN": _financing("guarantee_in", "GUAR-IN", "guarantee", "not_met"),
    "LOAN-IN of the spouse": _financing("loan_in", "LOAN-IN", "loan", "not_met", of_relative=True),
    "GUAR-OUT of the spouse": _financing("guarantee_out", "GUAR-OUT", "guarantee", "none", of_relative=True),
    "POS-B": _post("suppliers", ("董事", "监事", "总经理", "顾问"), "POS-B", "position"),
    "POS-C": _post("competitors", ("董事", "监事", "总经理", "顾问"), "POS-C", "position"),
    "EMP-C": _post("competitors", ("技术员", "销售专员", "会计"), "EMP-C", "position"),
    "POS-RP": _post("suppliers", ("董事", "监事", "总经理"), "POS-RP", "business_interest", of_relative=True),
    "GIFT-INF": _gift("in_kind", "GIFT-INF"),
    "GIFT-CASH": _gift("cash", "GIFT-CASH"),
    "GIFT-CASH equivalent": _gift("cash_equivalent", "GIFT-CASH"),
}
