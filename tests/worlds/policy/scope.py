"""Who is covered, which group, and links that are real but that no rule asks about (domain.md A1, A6, A8)."""

from __future__ import annotations

from typing import Any

from tests.worlds.policy.records import Company, Officer, Party, share
from tests.worlds.policy.truth import verdicts
from tests.worlds.policy.world import PolicyWorld


def _stake(world: PolicyWorld, officer: Officer, percent: str = "20", **cells: object) -> Party:
    party = world.party("suppliers", officer.entity, **cells)
    world.deal(party)
    world.hold(officer.person, party.company, percent, valid_from="2021-05-06")
    return party


def _expect(world: PolicyWorld, officer: Officer, party: Party, outcome: str, percent: str = "20", **more: Any) -> None:
    want = {"outcome": outcome, "share_pct": share(percent), "exemption": "not_met"}
    said = verdicts(officer, party, "holding", percent=float(percent))
    world.expect("INT-B", officer, None, party, regimes=said, **{**want, **more})
    if float(percent) >= 30:
        world.expect("RPT-SELF", officer, None, party, regimes=said, outcome=outcome, exemption="none")


def classes_of_office(world: PolicyWorld) -> None:
    """Independent directors and staff are out, titles that fit no class are not guessed; every kind of entity in turn."""
    for kind in ("a_parent", "a_subsidiary", "hk", "hk_subsidiary", "cn"):
        for standing, outcome in (
            ("director", "candidate"), ("senior_manager", "candidate"), ("independent_director", "out_of_scope"), ("employee", "out_of_scope"),
        ):  # fmt: skip
            officer = world.officer(
                standing, entity=world.entity(kind), written=True if standing == "employee" else None
            )
            _expect(world, officer, _stake(world, officer, "60"), outcome, "60")
    for title in ("总监", "总经理助理"):
        officer = world.officer("employee", title=title, written=False)
        party = _stake(world, officer)
        world.expect("INT-B", officer, None, party, outcome="scope_unknown")


def former_officers(world: PolicyWorld) -> None:
    """Covered for 12 months after leaving (A6-14); the dealing is of 2026-03 or later."""
    for end, outcome in (("2026-01-15", "candidate"), ("2024-06-30", "no_overlap")):
        officer = world.officer("director", start="2019-01-01", end=end)
        party = _stake(world, officer, created_on="", dealing_from="2026-02-01")
        _expect(world, officer, party, outcome, overlap="proven" if outcome == "candidate" else None)


def two_offices(world: PolicyWorld) -> None:
    """Independent director in one company, director in another of the same group: the covered office decides."""
    officer = world.officer("director", entity=world.entity("a_subsidiary"))
    world.add("officers", officer_id=officer.officer_id, name=officer.person.name, entity_id="EA1", position="独立董事",
              position_class="independent_director", id_number=officer.person.number, birth_date=officer.person.born,
              term_start="2023-06-01")  # fmt: skip
    party = _stake(world, officer)
    world.expect(
        "INT-B", officer, None, party, outcome="candidate", declaration_status="not_declared", overlap="proven"
    )


def joiner(world: PolicyWorld) -> None:
    """Appointed after the dealing was closed: no overlap; the interest is older than the office (A8-15)."""
    officer = world.officer("director", start="2026-09-01")
    party = _stake(world, officer, created_on="", dealing_from="2026-01-05", dealing_to="2026-08-01")
    world.expect("INT-B", officer, None, party, outcome="no_overlap", overlap=None)


def unknown_term(world: PolicyWorld) -> None:
    """No start of office: proven from the roster's day on, before that possible only."""
    for closed, overlap, tier in ((True, "possible", "C"), (False, "proven", "A")):
        officer = world.officer("director", start="")
        cells: dict[str, object] = {"dealing_to": "2026-10-31"} if closed else {}
        party = _stake(world, officer, **cells)
        world.expect("INT-B", officer, None, party, outcome="candidate", overlap=overlap, tier=tier)


def other_group(world: PolicyWorld) -> None:
    """A supplier of another client's group is nobody's business here; a supplier of both is, in one's own."""
    officer = world.officer(entity=world.entity("cn"))
    party = world.party("suppliers", world.entity("hk"))
    world.deal(party)
    world.hold(officer.person, party.company, "40", valid_from="2021-05-06")
    world.nothing(officer, party)
    here = world.party("suppliers", officer.entity, party.company)
    world.deal(here)
    world.expect("INT-B", officer, None, here, outcome="candidate", share_pct=share("40"))
    world.expect("RPT-SELF", officer, None, here, outcome="candidate", share_pct=share("40"))


def group_company_as_vendor(world: PolicyWorld) -> None:
    """A company of the group is no counterparty (A8-23)."""
    officer = world.officer("director", entity=world.entity("a_parent"))
    sister = world.entity("a_subsidiary")
    party = world.party("suppliers", officer.entity, None, name=sister.name, uscc=sister.uscc)
    world.deal(party)
    person = officer.person
    world.add("appointments", company_name=sister.name, company_uscc=sister.uscc, person_name=person.name, role="董事",
              id_number=person.number, valid_from="2021-05-06", as_of="2026-11-15")  # fmt: skip
    world.nothing(officer, party)


def employee_record(world: PolicyWorld) -> None:
    """Expenses are paid to the officer's own vendor record (A8-24)."""
    officer = world.officer()
    person = officer.person
    party = world.party(
        "suppliers", officer.entity, None, name=person.name, uscc="", id_number=person.number, party_kind="employee"
    )
    world.deal(party, kind="other")
    world.nothing(officer, party)


def nominated_seat(world: PolicyWorld) -> None:
    """Sent to the board of a joint venture by the company: still POS-B, tagged (A6-6)."""
    officer = world.officer()
    party = world.party("customers", officer.entity)
    world.deal(party)
    world.post(officer.person, party.company, "董事", nominated_by=officer.entity.name, valid_from="2021-05-06")
    world.expect(
        "POS-B", officer, None, party, outcome="candidate", declaration_status="not_declared", overlap="proven"
    )


def same_name_other_number(world: PolicyWorld) -> None:
    """A namesake with another full number."""
    officer, other = world.officer(), world.person()
    party = world.party("suppliers", officer.entity)
    world.deal(party)
    world.hold(other, party.company, "60", holder_name=officer.person.name, valid_from="2021-05-06")
    world.nothing(officer, party)


def liaison(world: PolicyWorld) -> None:
    """A contact for the registry holds no post: a lead (A2, EMP-C)."""
    for table, rule_id in (("suppliers", "ATTR-B"), ("competitors", "ATTR-C")):
        officer = world.officer()
        party = world.party(table, officer.entity)
        if table == "suppliers":
            world.deal(party)
        world.post(officer.person, party.company, "联络员", valid_from="2021-05-06")
        world.expect(rule_id, officer, None, party, outcome="candidate", declaration_status=None, exemption="none")


def employed(world: PolicyWorld) -> None:
    """Employment at a supplier, or a relative's at a competitor, is no post: a lead."""
    officer = world.officer()
    party = world.party("suppliers", officer.entity)
    world.deal(party)
    world.post(officer.person, party.company, "技术员", valid_from="2021-05-06")
    world.expect("ATTR-B", officer, None, party, outcome="candidate", declaration_status=None)
    officer = world.officer()
    related_id, person = world.relative(officer, "配偶")
    party = world.party("competitors", officer.entity)
    world.post(person, party.company, "会计", valid_from="2021-05-06")
    world.expect("ATTR-C", officer, related_id, party, outcome="candidate", declaration_status=None)


def shared_values(world: PolicyWorld) -> None:
    """An account, phone or address shared with a counterparty is a lead; of a relative too; where a stake is known it gives way."""
    for column, table, rule_id in (
        ("phone", "suppliers", "ATTR-B"), ("bank_account", "suppliers", "ATTR-B"), ("phone", "competitors", "ATTR-C"),
        ("bank_account", "competitors", "ATTR-C"),
    ):  # fmt: skip
        for of_relative in (False, True):
            officer = world.officer()
            related_id, person = world.relative(officer, "配偶") if of_relative else (None, officer.person)
            value = person.phone if column == "phone" else "6217" + person.number[:15]
            known = world.tables["related_parties" if of_relative else "officers"][-1]
            known[column] = value
            party = world.party(table, officer.entity, None, **{column: value})
            if table == "suppliers":
                world.deal(party)
            world.expect(rule_id, officer, related_id, party, outcome="candidate", declaration_status=None, exemption="none",
                         dealing_basis="transaction" if table == "suppliers" else None)  # fmt: skip
    officer = world.officer()
    world.tables["officers"][-1]["phone"] = officer.person.phone
    party = _stake(world, officer, phone=officer.person.phone)
    world.expect("INT-B", officer, None, party, outcome="candidate", declaration_status="not_declared")


def shareholders(world: PolicyWorld) -> None:
    """RPT-HK: 10 % of a group company, or 5 % where it is A-listed; the holder is the supplier, or controls it."""
    for kind, percent, below, outcome in (
        ("cn", "10", "", "candidate"), ("cn", "9.99", "", "out_of_scope"), ("a_parent", "5", "", "candidate"),
        ("hk_subsidiary", "12", "60", "candidate"), ("cn", "4.99", "", ""),
    ):  # fmt: skip
        entity = world.entity(kind)
        holder = world.company()
        world.hold(holder, world.group_company(entity), percent, valid_from="2020-05-06")
        supplier = world.company() if below else holder
        if below:
            world.hold(holder, supplier, below, valid_from="2020-05-06")
        party = world.party("suppliers", entity, supplier)
        world.deal(party)
        if outcome:
            world.expect("RPT-HK", None, None, party, outcome=outcome, declaration_status=None, overlap=None, duty="none",
                         dealing_basis="transaction", share_pct=share(percent))  # fmt: skip
        else:
            world.nothing(None, party)


def associates_of_shareholders(world: PolicyWorld) -> None:
    """HK 14A.13: the holder's parent and the parent's other subsidiary; two lots add up; who sold before the look-back is none."""
    for how in ("parent", "fellow subsidiary", "minority of the parent", "two lots", "sold"):
        entity = world.entity("cn")
        holder, parent = world.company(), world.company()
        supplier = {"two lots": holder, "sold": holder, "parent": parent}.get(how) or world.company()
        held = world.group_company(entity)
        world.hold(
            holder,
            held,
            "6" if how == "two lots" else "12",
            valid_from="2020-05-06",
            valid_to="2023-05-06" if how == "sold" else "",
        )
        if how == "two lots":
            world.hold(holder, held, "4.5", valid_from="2021-05-06")
        world.hold(parent, holder, "60", valid_from="2020-05-06")
        if supplier not in (holder, parent):
            world.hold(parent, supplier, "70" if how == "fellow subsidiary" else "20", valid_from="2020-05-06")
        party = world.party("suppliers", entity, supplier)
        world.deal(party)
        if how in ("parent", "fellow subsidiary", "two lots"):
            world.expect("RPT-HK", None, None, party, outcome="candidate", declaration_status=None, overlap=None, duty="none",
                         dealing_basis="transaction", share_pct=share("10.5" if how == "two lots" else "12"))  # fmt: skip
        else:
            world.nothing(None, party)


def person_shareholder(world: PolicyWorld) -> None:
    """A person who holds 10 % of a group company and supplies it himself; and no officer is needed for it."""
    entity, person = world.entity("cn"), world.person()
    world.hold(person, world.group_company(entity), "15", valid_from="2020-05-06")
    himself = Company(person.name, "", "", world.company().account)
    party = world.party("suppliers", entity, himself, party_kind="person", id_number=person.number)
    world.deal(party)
    world.expect(
        "RPT-HK", None, None, party, outcome="candidate", declaration_status=None, overlap=None, share_pct=share("15")
    )


CASES = (
    classes_of_office, former_officers, two_offices, joiner, unknown_term, other_group, group_company_as_vendor, employee_record,
    nominated_seat, same_name_other_number, liaison, employed, shared_values, associates_of_shareholders, person_shareholder, shareholders,
)  # fmt: skip
