"""A world while it grows: its rows, its people, and what is hidden in it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from tests.worlds import numbers
from tests.worlds.companies import Companies, Company
from tests.worlds.names import NameSource
from tests.worlds.people import People, Person, Record

AS_OF = date(2026, 11, 20)
EXTRACT = "2026-11-15"
ADULT = 2004  # nobody born later is planted: children found no companies
Row = dict[str, str]
PREFIX = {"suppliers": "S", "customers": "C", "competitors": "K"}
BUSINESS = ("INT-B", "INT-RP", "RPT-SELF", "RPT-RP", "POS-B", "POS-RP")
COMPETITION = ("INT-C", "INT-RP", "POS-C", "EMP-C", "POS-RP", "ACT-C")


@dataclass(frozen=True)
class Size:
    """How large a world is."""

    officers: int = 150
    relatives: int = 600
    masters: int = 5000
    posts: int = 20000
    holdings: int = 10000
    per_class: int = 4
    decoys: int = 4


BIG = Size(officers=1000, relatives=4000, masters=40000, posts=200000, holdings=100000, per_class=8, decoys=8)


@dataclass
class Subject:
    """A watched person: an officer or a relative of one, with the records by which the delivery knows him."""

    id: str
    officer_id: str
    group: str
    person: Person
    relationship: str = ""
    record: Record | None = None
    second: Record | None = None

    @property
    def related_id(self) -> str | None:
        return self.id if self.relationship else None


@dataclass
class World:
    """Everything that will be written.

    Attributes:
        profile: plain, hard or platform.
        tables: table -> rows; cells are texts as they will stand in the files.
        subjects: the watched people; those of `free` are not part of any planted case yet.
    """

    profile: str
    seed: int
    size: Size
    rng: random.Random = field(init=False)
    people: People = field(init=False)
    companies: Companies = field(init=False)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    truth: list[dict[str, object]] = field(default_factory=list)
    decoys: list[dict[str, object]] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    free: list[Subject] = field(default_factory=list)
    entities: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = random.Random(f"{self.profile}/{self.seed}")
        self.people = People(self.rng, NameSource(np.random.default_rng(self.rng.randrange(2**32))))
        self.companies = Companies(self.rng)

    # -- rows ---------------------------------------------------------------------------------------------------

    def add(self, table: str, **cells: str) -> Row:
        """Appends a row; empty cells are left out."""
        row = {name: value for name, value in cells.items() if value}
        self.tables.setdefault(table, []).append(row)
        return row

    def register(self, company: Company, *, legal_representative: str = "", **cells: str) -> None:
        """Puts the company into the register extract."""
        self.add("registry_companies", **({
            "name": company.name, "uscc": company.uscc, "former_names": "；".join(company.former),
            "legal_representative": legal_representative, "founded_on": self.day(2002, 2016), "company_type": "有限责任公司",
            "status": "存续", "address": company.address, "as_of": EXTRACT,
        } | cells))  # fmt: skip

    def master(self, table: str, company: Company, group: str, **cells: str) -> str:
        """A master record of the company; returns its code."""
        code = f"{PREFIX[table]}{len(self.tables.get(table, [])) + 1:06d}"
        account = {} if table == "competitors" else {"bank_account": company.account, "bank_account_name": company.name}
        self.add(table, **({
            "party_id": code, "name": company.name, "uscc": company.uscc, "phone": company.phone, "email": company.email,
            "address": company.address, "entity_id": self.rng.choice(self.entities[group]), "status": "active",
            "created_on": self.day(2015, 2021), "dealing_from": self.day(2018, 2022), "party_kind": "company", "group_id": group,
        } | account | cells))  # fmt: skip
        return code

    def deal(self, table: str, code: str, group: str, count: int = 3) -> None:
        """Invoices of the last year or so."""
        if table == "competitors":
            return
        rng = self.rng
        for _ in range(count):
            self.add(
                "transactions", transaction_id=f"T{len(self.tables.get('transactions', [])) + 1:07d}",
                entity_id=rng.choice(self.entities[group]), party_id=code, kind="purchase" if table == "suppliers" else "sale",
                amount=f"{rng.randrange(10, 9000)}00.00", currency="CNY", document_type="invoice", party_table=table,
                transacted_on=(AS_OF - timedelta(days=rng.randrange(20, 420))).isoformat(),
            )  # fmt: skip

    def hold(
        self, company: Company, name: str, number: str = "", share: str = "", kind: str = "person", **cells: str
    ) -> None:
        """One shareholding."""
        self.add("holdings", **({
            "holder_name": name, "holder_kind": kind, "holder_id": number, "company_name": company.name, "company_uscc": company.uscc,
            "share_pct": share or str(self.rng.choice((10, 20, 30, 35, 40, 50, 51, 60, 80))), "acquired_via": "other",
            "valid_from": self.day(2016, 2022), "source": "工商登记", "as_of": EXTRACT,
        } | cells))  # fmt: skip

    def post(
        self, company: Company, name: str, role: str, number: str = "", birth: str = "", phone: str = "", **cells: str
    ) -> None:
        """One post."""
        self.add("appointments", **({
            "company_name": company.name, "company_uscc": company.uscc, "person_name": name, "role": role, "id_number": number,
            "birth_date": birth, "phone": phone, "valid_from": self.day(2016, 2022), "source": "工商登记", "as_of": EXTRACT,
        } | cells))  # fmt: skip

    def day(self, first: int, last: int) -> str:
        """A day of these years."""
        return (date(first, 1, 1) + timedelta(days=self.rng.randrange(365 * (last - first + 1)))).isoformat()

    # -- what is hidden -----------------------------------------------------------------------------------------

    def take(self, kind: str = "cn", relative: bool | None = None) -> Subject | None:
        """A watched person who is part of nothing yet; None when they are used up. Either: officers are spared."""
        if relative is None and self.rng.random() < 0.85 and (subject := self.take(kind, relative=True)) is not None:
            return subject
        for place, subject in enumerate(self.free):
            if (
                subject.person.kind == kind
                and subject.person.birth.year <= ADULT
                and (relative is None or bool(subject.relationship) == relative)
            ):
                return self.free.pop(place)
        return None

    def plant(
        self, kind: str, difficulty: str, tier: str, subject: Subject, table: str, codes: Sequence[str], *, note: str = "",
        attribute: bool = False, scored: bool = True,
    ) -> None:  # fmt: skip
        """A link that is really there."""
        business = table != "competitors"
        rules = list(BUSINESS if business else COMPETITION) + (
            ["ATTR-B" if business else "ATTR-C"] if attribute else []
        )
        self.truth.append({
            "truth_id": f"TR{len(self.truth) + 1:05d}", "class": kind, "difficulty": difficulty, "rule_ids": rules,
            "officer_id": subject.officer_id, "related_id": subject.related_id, "related_required": False, "party_table": table,
            "party_id": codes[0], "party_ids": list(codes), "outcome": "candidate",
            "declaration_status": ["not_declared", "unknown"], "exemption": ["none", "not_met", "unknown"], "overlap": None,
            "share_pct": None, "min_tier": tier, "scored": scored, "note": note or None, "facts": [], "claims": [],
        })  # fmt: skip

    def trap(self, kind: str, subject: Subject | None, table: str, codes: Sequence[str], note: str = "") -> None:
        """A look-alike that must not reach tier A or B."""
        self.decoys.append({
            "decoy_id": f"DC{len(self.decoys) + 1:05d}", "class": kind, "officer_id": subject.officer_id if subject else None,
            "related_id": subject.related_id if subject else None, "party_table": table, "party_ids": list(codes),
            "expected_outcomes": None, "expected_status": None, "overlap": None, "rule_ids": None, "scored": True,
            "note": note or None, "facts": [], "claims": [],
        })  # fmt: skip

    def table(self) -> str:
        """The master a planted counterparty stands in."""
        return self.rng.choices(("suppliers", "customers", "competitors"), (60, 30, 10))[0]

    def phone(self) -> str:
        """A mobile number."""
        return numbers.mobile(self.rng)
