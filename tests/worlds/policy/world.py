"""A policy world while it grows: its rows, and what is expected of every planted pair.

Identity is easy here on purpose (full numbers everywhere): what is asked is what the policy says of a link that is plain to
see. Every case has people and companies of its own, so that no case can disturb another.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tests.worlds.policy.cast import Cast
from tests.worlds.policy.days import is_working_day
from tests.worlds.policy.records import (
    CHIEF,
    DUTIES,
    EXTRACT,
    TITLES,
    Company,
    Due,
    Entity,
    Expected,
    Officer,
    Party,
    Person,
    Register,
    Row,
)


class PolicyWorld(Cast):
    """Rows by table, expected findings and calendar lines.

    Attributes:
        kin_profile: core or wide.
        register: full since 2022; recent, which begins in June 2025; none at all.
        undated: share of posts and holdings whose start is not delivered; their masters are closed, so nothing is open today.
        inclusive: end days are delivered as the last day on which something held.
        silent: (officer, table, party) on which no rule applies -> case.
        annual_done: officers and years whose annual form is a case's own matter.
        case: what is being planted.
    """

    def __init__(
        self,
        seed: int,
        kin_profile: str = "core",
        register: Register = "full",
        undated: float = 0.0,
        *,
        inclusive: bool = False,
    ) -> None:
        super().__init__(seed)
        self.kin_profile, self.register, self.undated, self.inclusive = kin_profile, register, undated, inclusive
        self.expected: list[Expected] = []
        self.dues: list[Due] = []
        self.silent: dict[tuple[str, str | None, str | None], str] = {}
        self.annual_done: set[str] = set()
        self.case = ""
        self.entities = list(_entities(self))
        for table, cells in _NOBODYS.items():  # rows of nobody here, so that every rule is screened
            self.add(table, **cells)

    # who lives there -----------------------------------------------------------------------------------------------

    def entity(self, kind: str | None = None) -> Entity:
        """A company of one of the groups: any, or of one kind (a_parent, a_subsidiary, hk, cn)."""
        kinds = {"a_parent": "EA1", "a_subsidiary": "EA2", "hk": "EB1", "hk_subsidiary": "EB2", "cn": "EC1"}
        wanted = kinds[kind] if kind else self.rng.choice(list(kinds.values()))
        return next(each for each in self.entities if each.entity_id == wanted)

    def group_company(self, entity: Entity) -> Company:
        """The entity as a company that others hold."""
        return Company(entity.name, entity.uscc if entity.jurisdiction == "CN" else "", "", "")

    def officer(
        self, standing: str = "", *, entity: Entity | None = None, start: str = "2023-06-01", end: str = "", title: str = "",
        written: bool | None = None,
    ) -> Officer:  # fmt: skip
        """An officer of a class (any covered one when empty); the class itself is written in half of the rows."""
        standing = standing or self.rng.choice(("director", "director", "supervisor", "senior_manager"))
        title = title or self.rng.choice(TITLES[standing])
        place = entity or self.entity()
        who = Officer(self.number("P"), self.person(), place, standing, title in CHIEF)
        written = self.rng.random() < 0.5 if written is None else written
        self.add(
            "officers", officer_id=who.officer_id, name=who.person.name, entity_id=place.entity_id, position=title,
            position_class=standing if written else "", id_number=who.person.number, birth_date=who.person.born,
            term_start=start, term_end=end,
        )  # fmt: skip
        return who

    def relative(
        self, officer: Officer, relation: str = "配偶", person: Person | None = None, **cells: object
    ) -> tuple[str, Person]:
        """A related person with full data."""
        person = person or self.person()
        related_id = self.number("R")
        self.add(
            "related_parties", related_id=related_id, officer_id=officer.officer_id, name=person.name, kind="person",
            relationship=relation, id_number=person.number, **cells,
        )  # fmt: skip
        return related_id, person

    def organisation(self, officer: Officer, relation: str, company: Company) -> str:
        """A related company."""
        related_id = self.number("R")
        self.add(
            "related_parties", related_id=related_id, officer_id=officer.officer_id, name=company.name, kind="organisation",
            relationship=relation, id_number=company.uscc,
        )  # fmt: skip
        return related_id

    # what they do ---------------------------------------------------------------------------------------------------

    def party(self, table: str, entity: Entity, company: Company | None = None, **cells: object) -> Party:
        """A counterparty of the entity's group, registered long ago."""
        company = company or self.company()
        code = self.number({"suppliers": "S", "customers": "C", "competitors": "K"}[table])
        more: dict[str, object] = {"created_on": "2020-01-06", "dealing_to": "2026-10-31" if self.undated else ""}
        if table == "competitors":
            more = {"dealing_from": "2019-01-01", "dealing_to": "2026-10-31" if self.undated else ""}
        self.add(
            table, **{"party_id": code, "name": company.name, "uscc": company.uscc, "listed_code": company.listed,
            "group_id": entity.group_id, "entity_id": entity.entity_id, "bank_account": company.account, **more, **cells},
        )  # fmt: skip
        return Party(table, code, company, entity)

    def hold(self, holder: Person | Company, company: Company, percent: str, **cells: object) -> Row:
        """A holding of a person or company since 2021; in an undated world its start may be missing."""
        person = isinstance(holder, Person)
        more: dict[str, object] = {"valid_from": self.start(), "acquired_via": "other"}
        return self.add(
            "holdings", **{"holder_name": holder.name, "holder_kind": "person" if person else "organisation",
            "holder_id": holder.number if isinstance(holder, Person) else holder.uscc, "company_name": company.name,
            "company_uscc": company.uscc, "share_pct": percent, "as_of": EXTRACT, **more, **cells},
        )  # fmt: skip

    def post(self, person: Person, company: Company, role: str, **cells: object) -> Row:
        """A post since 2021."""
        more: dict[str, object] = {"valid_from": self.start()}
        return self.add(
            "appointments", **{"company_name": company.name, "company_uscc": company.uscc, "person_name": person.name, "role": role,
            "id_number": person.number, "as_of": EXTRACT, **more, **cells},
        )  # fmt: skip

    def start(self) -> str:
        """A start in 2021, or none in part of an undated world."""
        if self.rng.random() < self.undated:
            return ""
        return date(2021, self.rng.randint(1, 12), self.rng.randint(1, 28)).isoformat()

    def until(self, day: str) -> str:
        """The end as delivered of what held before that day, and no longer."""
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if self.inclusive else day

    def deal(self, party: Party, on: date | None = None, **cells: object) -> date:
        """An invoice in the look-back on a working day of 2026; returns its day."""
        on = on or self.working_day()
        kind = "purchase" if party.table == "suppliers" else "sale"
        self.add(
            "transactions", **{"transaction_id": self.number("T"), "entity_id": party.entity.entity_id, "party_id": party.party_id,
            "kind": kind, "amount": self.rng.randrange(1000, 900000), "currency": "CNY", "transacted_on": on,
            "document_type": "invoice", "party_table": party.table, **cells},
        )  # fmt: skip
        return on

    def working_day(self) -> date:
        """A day between March and July 2026 that is a working day in the PRC and in Hong Kong."""
        while True:
            day = date(2026, 3, 2) + timedelta(days=self.rng.randrange(140))
            if is_working_day(day, "CN") and is_working_day(day, "HK"):
                return day

    def account(self, officer: Officer) -> str:
        """An account of the officer in a business system."""
        user = self.number("U").lower()
        self.add("user_accounts", user_id=user, officer_id=officer.officer_id, name=officer.person.name)
        return user

    def declare(self, officer: Officer, on: date, company: Company | None, **cells: object) -> Row:
        """A signed item naming a company."""
        named: dict[str, object] = {}
        if company is not None:
            named = {"counterparty_name": company.name}
            if self.rng.random() < 0.5:
                named["counterparty_uscc"] = company.uscc
        return self.add(
            "declarations", **{"declaration_id": self.number("D"), "officer_id": officer.officer_id, "kind": "ad_hoc",
            "submitted_on": on, "signed": "true", **named, **cells},
        )  # fmt: skip

    # what is expected -----------------------------------------------------------------------------------------------

    def expect(
        self, rule_id: str, officer: Officer | None, related_id: str | None, party: Party, *, optional: bool = False,
        by_register: bool = True, regimes: Mapping[str, tuple[str, ...]] | None = None, **want: Any,
    ) -> None:  # fmt: skip
        """A finding on a pair; everything else on that pair is wrong.

        Args:
            by_register: the status follows from the register; without one it is unknown.
        """
        officer_id = None if officer is None else officer.officer_id
        want.setdefault("duty", DUTIES[rule_id])
        if self.register == "none" and by_register and want.get("declaration_status"):
            want["declaration_status"], want["declaration_decision"] = "unknown", None
            if want.get("outcome") == "declared":
                want["outcome"] = "candidate"
        self.expected.append(
            Expected(
                rule_id,
                officer_id,
                related_id,
                party.table,
                party.party_id,
                want,
                dict(regimes or {}),
                self.case,
                optional,
            )
        )

    def nothing(self, officer: Officer | None, party: Party) -> None:
        """No rule applies to the pair."""
        key = ("" if officer is None else officer.officer_id, party.table, party.party_id)
        self.silent[key] = self.case

    def due(
        self, rule_id: str, officer: Officer, due_on: date | None, *, period: str | None = None, optional: bool = False
    ) -> None:
        """A line of the calendar that is certain."""
        if self.register != "none" or rule_id == "RPT-TELL":
            self.dues.append(Due(rule_id, officer.officer_id, due_on, self.case, period, optional))


_NOBODYS: Mapping[str, Mapping[str, str]] = {
    "related_parties": {
        "related_id": "R0000",
        "officer_id": "P0000",
        "name": "占位",
        "kind": "person",
        "relationship": "朋友",
    },
    "approvals": {
        "approval_id": "A0000",
        "officer_id": "P0000",
        "kind": "consultation",
        "counterparty_name": "占位",
        "dated_on": "2026-01-05",
    },
}


def _entities(world: PolicyWorld) -> list[Entity]:
    """Three groups: one listed in Shanghai, one in Hong Kong, one not at all; each with a subsidiary or without."""
    plan = (
        ("EA1", "GA", "", "CN", "605599.SH"), ("EA2", "GA", "EA1", "CN", ""), ("EB1", "GB", "", "HK", "08599.HK"),
        ("EB2", "GB", "EB1", "CN", ""), ("EC1", "GC", "", "CN", ""),
    )  # fmt: skip
    found = []
    for entity_id, group_id, parent, place, code in plan:
        company = world.company("股份有限公司" if code and place == "CN" else "有限公司")
        world.add(
            "group_entities", entity_id=entity_id, name=company.name, uscc=company.uscc if place == "CN" else "",
            parent_entity_id=parent, share_pct="80" if parent else "", jurisdiction=place, listed_code=code, group_id=group_id,
        )  # fmt: skip
        found.append(Entity(entity_id, group_id, company.name, company.uscc, place, code.endswith(".SH")))
    return found
