"""The sample while it grows: tables, truth, and the makers of people, companies and records."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from sample_ids import bank_card, resident_id, uscc

from screening.refdata.text import fold_text

AS_OF = date(2026, 11, 20)
EXTRACT = "2026-11-15"
"""Day of the register extracts."""

Row = dict[str, str]

_SURNAMES = "祁蔺卓阮鄢麦柏尹储滕邵岑冼骆丘甄宿蒲鲍翟晏闵裘詹邝简缪庾荀蔚"
_GIVEN = "澄岚棠樵沅遥斋映桁舟峤砚芷嵩汀筠澹霁梧渊檀溪蓼槿煦珩棣屿澍琬昉曈翊荻绾嵘"
_BRANDS = "枕流 漱玉 听澜 扶摇 采薇 青禾里 望野 拾遗 泊云 知非 抱朴 临皋 踏莎 浣溪 鹤汀 素履 观止 守拙 折桂 揽辔 澄观 栖迟 沐晖 远岫 息壤 微明 若木 归雁 听松 半亩 松间 行藏"
_PLACES = (
    ("宁波", "330206"), ("苏州", "320506"), ("深圳", "440306"), ("成都", "510107"), ("厦门", "350203"),
    ("武汉", "420106"), ("长沙", "430102"), ("合肥", "340104"), ("西安", "610113"), ("大连", "210202"),
)  # fmt: skip
_TRADES = ("包装材料", "精密机械", "物流", "建材", "电子", "软件", "印务", "食品", "环保设备", "检测")


@dataclass(frozen=True)
class Person:
    """Someone in the sample."""

    name: str
    id_number: str
    birth: str


@dataclass(frozen=True)
class Company:
    """A company in the sample."""

    name: str
    uscc: str
    place: str
    legal_representative: str
    phone: str


@dataclass
class World:
    """Everything that will be written.

    Attributes:
        tables: table -> rows, in the order in which they were made; cells are canonical (ISO dates, English codes).
        planted: links that must be found; decoys: look-alikes that must not.
    """

    rng: random.Random
    tables: dict[str, list[Row]] = field(default_factory=dict)
    planted: list[dict[str, object]] = field(default_factory=list)
    decoys: list[dict[str, object]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    people: dict[str, Person] = field(default_factory=dict)
    """Officers and related parties by their id."""

    def add(self, table: str, **cells: str | None) -> Row:
        """Appends a row; empty cells are left out."""
        row = {name: value for name, value in cells.items() if value is not None}
        self.tables.setdefault(table, []).append(row)
        return row

    def next_id(self, table: str, prefix: str, digits: int = 3) -> str:
        """The next code of a table."""
        return f"{prefix}{len(self.tables.get(table, [])) + 1:0{digits}d}"

    def person(self, name: str | None = None, *, born: int | None = None, female: bool | None = None) -> Person:
        """Somebody new: a name no one else in the sample has, unless one is asked for."""
        while name is None or (name in self.used and not name.startswith("张伟")):
            name = self.rng.choice(_SURNAMES) + "".join(self.rng.sample(_GIVEN, 2))
        self.used.add(name)
        year = born or self.rng.randrange(1960, 1990)
        birth = (date(year, 1, 1) + timedelta(days=self.rng.randrange(365))).isoformat()
        woman = self.rng.random() < 0.5 if female is None else female
        sequence = self.rng.randrange(10, 990) // 2 * 2 + (not woman)
        return Person(name, resident_id(self.rng.choice(_PLACES)[1], birth, sequence), birth)

    def phone(self) -> str:
        """A mobile number nobody else has."""
        while (number := f"13{self.rng.randrange(5, 10)}{self.rng.randrange(10**7, 10**8)}") in self.used:
            continue
        self.used.add(number)
        return number

    def card(self) -> str:
        """A personal card number."""
        return bank_card(f"621785{self.rng.randrange(10**11, 10**12)}")

    def company(self, brand: str | None = None, form: str = "有限公司") -> Company:
        """A company with a name of its own; a legal form other than the plain one says the trade itself."""
        place, region = self.rng.choice(_PLACES)
        trade = self.rng.choice(_TRADES) if form == "有限公司" else ""
        while brand is None or brand in self.used:
            brand = self.rng.choice(_BRANDS.split()) + self.rng.choice(("", "新", "科", "达"))
        self.used.add(brand)
        code = f"MA6{self.rng.choice('ABCDEFGH')}{len(self.used):04d}"
        return Company(f"{place}{brand}{trade}{form}", uscc(region, code), place, self.person().name, self.phone())

    def register(
        self, company: Company, founded: str = "2016-05-18", former: str | None = None, **cells: str | None
    ) -> None:
        """Puts the company into the register extract, with its legal representative as a post."""
        self.add(
            "registry_companies", name=company.name, uscc=company.uscc, former_names=former,
            legal_representative=company.legal_representative, founded_on=founded, company_type="有限责任公司",
            status="存续", registered_capital="500万元", phone=company.phone, as_of=EXTRACT, **cells,
        )  # fmt: skip
        self.post(company, company.legal_representative, "法定代表人", since=founded, id_number=None)

    def record(self, table: str, company: Company, entity: str = "E02", /, **cells: str | None) -> str:
        """A master record of the company; returns its code."""
        code = self.next_id(table, {"suppliers": "S", "customers": "C", "competitors": "K"}[table])
        defaults: dict[str, str | None] = {
            "party_id": code, "name": company.name, "uscc": company.uscc,
            "legal_representative": company.legal_representative, "phone": company.phone,
            "address": f"{company.place}市枕石路{100 + len(self.used)}号", "entity_id": entity, "status": "active",
            "created_on": "2021-01-11", "party_kind": "company", "group_id": "G2" if entity == "E11" else "G1",
        }  # fmt: skip
        if table != "competitors":
            account = f"7{self.rng.randrange(10**14, 10**15)}"
            defaults |= {"bank_account": account, "bank_account_name": company.name}
        self.add(table, **(defaults | cells))
        return code

    def deal(self, code: str, *days: str, entity: str = "E02", **cells: str | None) -> None:
        """Invoices on these days; the party's table follows from its code."""
        table = "suppliers" if code.startswith("S") else "customers"
        for day in days:
            defaults: dict[str, str | None] = {
                "transaction_id": self.next_id("transactions", "T", 4), "entity_id": entity, "party_id": code,
                "kind": "purchase" if table == "suppliers" else "sale", "amount": f"{self.rng.randrange(8, 900)}00.00",
                "currency": "HKD" if entity == "E01" else "CNY", "transacted_on": day, "document_type": "invoice",
                "requester_id": f"U{self.rng.randrange(3, 9):03d}", "party_table": table,
            }  # fmt: skip
            self.add("transactions", **(defaults | cells))

    def dealings(self, count: int) -> list[str]:
        """So many days of business within the look-back, the last one recent."""
        days = [date(2025, 1, 6) + timedelta(days=self.rng.randrange(600)) for _ in range(count - 1)]
        days.append(date(2026, 10, 12) + timedelta(days=self.rng.randrange(28)))
        return sorted(day.isoformat() for day in days)

    def supplier(self, company: Company, entity: str = "E02", count: int = 3, **cells: str | None) -> str:
        """A supplier on the register that has dealt with the group in the last two years."""
        return self._counterparty("suppliers", company, entity, count, cells)

    def customer(self, company: Company, entity: str = "E02", count: int = 3, **cells: str | None) -> str:
        """A customer likewise."""
        return self._counterparty("customers", company, entity, count, cells)

    def competitor(self, company: Company, **cells: str | None) -> str:
        """A competitor since 2019."""
        self.register(company)
        return self.record("competitors", company, dealing_from="2019-01-01", **cells)

    def _counterparty(self, table: str, company: Company, entity: str, count: int, cells: dict[str, str | None]) -> str:
        self.register(company)
        code = self.record(table, company, entity, **{"dealing_from": "2022-02-01", **cells})
        self.deal(code, *self.dealings(count), entity=entity)
        return code

    def hold(self, holder: Person | Company, company: Company, share: str | None, **cells: str | None) -> None:
        """One shareholding in the register extract."""
        person = isinstance(holder, Person)
        defaults: dict[str, str | None] = {
            "holder_name": holder.name, "holder_kind": "person" if person else "organisation",
            "holder_id": holder.id_number if isinstance(holder, Person) else holder.uscc,
            "company_name": company.name, "company_uscc": company.uscc, "share_pct": share, "acquired_via": "other",
            "valid_from": "2023-09-04", "source": "工商登记", "as_of": EXTRACT,
        }  # fmt: skip
        self.add("holdings", **(defaults | cells))

    def post(
        self, company: Company, name: str, role: str, *, since: str | None, id_number: str | None, **cells: str | None
    ) -> None:
        """One post in the register extract."""
        self.add(
            "appointments", company_name=company.name, company_uscc=company.uscc, person_name=name, role=role,
            id_number=id_number, valid_from=since, source="工商登记", as_of=EXTRACT, **cells,
        )  # fmt: skip

    def declare(
        self, officer: str, day: str, company_name: str, item: str = "business_interest", **cells: str | None
    ) -> None:
        """One declared item, accepted unless said otherwise."""
        number = self.next_id("declarations", "D")
        defaults: dict[str, str | None] = {
            "declaration_id": number, "officer_id": officer, "kind": "ad_hoc", "submitted_on": day, "signed": "true",
            "item": item, "counterparty_name": company_name, "decision": "accept", "form_id": f"FM{number}",
        }  # fmt: skip
        self.add("declarations", **(defaults | cells))

    def truth(
        self, rule: str, officer: str | None, party: str | None, why: str, *, related: str | None = None, tier: str = "A",
        status: str | None = "not_declared", exemption: str | None = "none", overlap: str | None = None,
        outcome: str = "candidate",
    ) -> None:  # fmt: skip
        """A link that must be found."""
        self.planted.append({
            "truth_id": f"TR{len(self.planted) + 1:02d}", "rule_id": rule, "officer_id": officer, "related_id": related,
            "party_table": table_of(party), "party_id": party, "outcome": outcome, "min_tier": tier,
            "declaration_status": status, "exemption": exemption, "overlap": overlap, "why": why,
        })  # fmt: skip

    def decoy(
        self, kind: str, officer: str | None, party: str, expected: str, why: str, *, rule: str | None = None,
        related: str | None = None,
    ) -> None:  # fmt: skip
        """A look-alike: `expected` is an outcome, "no candidate", or "not better than tier C"."""
        self.decoys.append({
            "decoy_id": f"DC{len(self.decoys) + 1:02d}", "kind": kind, "rule_id": rule, "officer_id": officer,
            "related_id": related, "party_table": table_of(party), "party_id": party, "expected": expected, "why": why,
        })  # fmt: skip


def table_of(party: str | None) -> str | None:
    """The master in which a code stands; None for a company in no master, and where none is named."""
    return None if party is None else {"S": "suppliers", "C": "customers", "K": "competitors"}.get(party[0])


def unlisted(company: Company) -> str:
    """The party_id of a company in no master."""
    return "name:" + sha256(fold_text(company.name).encode()).hexdigest()[:16]
