"""A small world of literal tables, as earlier stages would have written them, and the policy stage run on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from screening.contract.columns import Kind
from screening.contract.internal import std
from screening.contract.tables import TABLES
from screening.policy import run
from screening.settings import CalendarSettings, LimitSettings, PolicySettings, RunSettings, Settings
from screening.warehouse.store import Warehouse

Row = dict[str, Any]
AS_OF = date(2026, 11, 20)
_KINDS = {
    Kind.DATE: pa.date32(),
    Kind.SHARE: pa.decimal128(9, 6),
    Kind.AMOUNT: pa.decimal128(18, 2),
    Kind.BOOLEAN: pa.bool_(),
    Kind.INTEGER: pa.int64(),
}


def day(text: str | None) -> date | None:
    """A date from its text."""
    return None if text is None else date.fromisoformat(text)


@contextmanager
def warehouse() -> Iterator[Warehouse]:
    """An empty warehouse."""
    with Warehouse(Path("/nonexistent"), LimitSettings(memory="1GB")) as store:
        yield store


def put_staged(store: Warehouse, table: str, rows: list[Row]) -> None:
    """A staged table with every column of the contract; dates get their second column, `group_id` and keys are added."""
    arrays: dict[str, pa.Array] = {}
    for column in TABLES[table].columns:
        kind = _KINDS.get(column.kind, pa.string())
        kind = pa.list_(kind) if column.kind.many else kind
        arrays[column.name] = pa.array([row.get(column.name) for row in rows], kind)
        if column.kind is Kind.DATE:
            high = [row.get(f"{column.name}_hi", row.get(column.name)) for row in rows]
            arrays[f"{column.name}_hi"] = pa.array(high, kind)
    if "group_id" not in arrays:
        arrays["group_id"] = pa.array([row.get("group_id", "G1") for row in rows], pa.string())
    arrays["record_id"] = pa.array([row.get("record_id", f"{table}-{n}") for n, row in enumerate(rows)], pa.string())
    arrays["row"] = pa.array(range(2, len(rows) + 2), pa.int64())
    store.put(std(table), pa.table(arrays))


@dataclass
class World:
    """Director P1 of E1 and supplier S1 of the group G1; everything else is said by the test."""

    policy: dict[str, Any] = field(default_factory=dict)
    calendar: dict[str, Any] = field(default_factory=dict)
    as_of: date = AS_OF
    baseline: Path | None = None
    tables: dict[str, list[Row]] = field(default_factory=dict)
    staged: dict[str, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.entity("E1")
        for table in ("related_parties", "holdings", "appointments", "financing", "gifts", "approvals"):
            self.staged[table] = [{}]
        self.staged["declarations"] = [
            {"declaration_id": "D900", "officer_id": "P9", "kind": "annual", "submitted_on": date(2025, 12, 29),
             "nil_return": True, "signed": True, "record_id": "D900"}
        ]  # fmt: skip

    def _add(self, table: str, row: Row) -> World:
        self.tables.setdefault(table, []).append(row)
        return self

    def entity(self, entity_id: str, jurisdiction: str = "CN", listed_code: str | None = None) -> World:
        row = {"entity_id": entity_id, "name": entity_id, "jurisdiction": jurisdiction, "listed_code": listed_code}
        self.staged.setdefault("group_entities", []).append({**row, "group_id": "G1"})
        return self

    def officer(
        self,
        officer_id: str = "P1",
        position_class: str | None = "director",
        start: str | None = "2019-01-01",
        end: str | None = None,
        entity_id: str | None = "E1",
        position: str = "董事",
    ) -> World:
        row = {"officer_id": officer_id, "name": f"人{officer_id}", "entity_id": entity_id, "position": position}
        dates = {"term_start": day(start), "term_end": day(end)}
        self.staged.setdefault("officers", []).append({**row, "position_class": position_class, **dates})
        return self

    def party(self, party_id: str = "S1", table: str = "suppliers", cluster: str | None = None, **more: Any) -> World:
        row = {"party_table": table, "group_id": "G1", "party_id": party_id, "party_cluster": cluster or party_id,
               "company_id": f"c-{cluster or party_id}", "name": f"公司{party_id}", "party_kind": "company"}  # fmt: skip
        self.staged.setdefault(table, []).append({"party_id": party_id, "name": row["name"], "group_id": "G1"})
        return self._add("party", {**row, **more})

    def tie(
        self,
        kind: str,
        *,
        officer: str | None = "P1",
        related: str | None = None,
        party: str = "S1",
        table: str | None = "suppliers",
        since: str | None = "2020-01-01",
        until: str | None = None,
        seen: str | None = None,
        share: str | None = None,
        aggregate: str | None = None,
        tier: str = "A",
        **more: Any,
    ) -> World:
        """A tie with a known beginning, or with none and the day on which it was seen."""
        number, total = len(self.tables.get("tie", [])), aggregate or share
        row: Row = {
            "tie_id": more.pop("tie_id", f"t{number:03}"), "group_id": "G1", "officer_id": officer, "related_id": related,
            "party_table": table, "party_id": party, "party_name": f"公司{party}", "kind": kind,
            "share_pct": None if share is None else Decimal(share),
            "aggregate_pct": None if total is None else Decimal(total),
            "proven_from": day(seen or since), "proven_to": day(until), "possible_from": None if seen else day(since),
            "possible_to": day(until), "score": 0.999, "tier": tier, "nominee": False,
            "path": json.dumps([{"from": officer, "to": party, "relation": kind}]),
            "evidence": json.dumps([{"feature": "id_number", "verdict": "agrees", "left": "1", "right": "1", "bits": 30}]),
        }  # fmt: skip
        return self._add("tie", {**row, **more})

    def dealing(
        self,
        on: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        basis: str = "transaction",
        party: str = "S1",
        table: str = "suppliers",
        document: str | None = "invoice",
        amount: str | None = "100",
        currency: str = "CNY",
        entity: str | None = "E1",
        **more: Any,
    ) -> World:
        """One day of business, or an interval."""
        first, last = (day(on), day(on) + timedelta(days=1)) if on else (day(since), day(until))  # type: ignore[operator]
        row = {
            "group_id": "G1", "party_table": table, "party_id": party, "basis": basis, "kind": "purchase",
            "proven_from": first, "proven_to": last, "possible_from": first, "possible_to": last,
            "amount": None if amount is None or not on else Decimal(amount), "currency": currency if on else None,
            "document_type": document if on else None, "entity_id": entity,
        }  # fmt: skip
        return self._add("dealing", {**row, **more})

    def kin(
        self,
        related: str = "R1",
        code: str | None = "spouse",
        perimeter: Literal["core", "wide", "organisation", "none"] = "core",
        hk_class: str = "immediate_family",
        officer: str = "P1",
        **more: Any,
    ) -> World:
        row = {"officer_id": officer, "related_id": related, "related_name": f"人{related}", "kin_code": code,
               "perimeter": perimeter, "hk_class": hk_class, "label_zh": "配偶", "label_en": "spouse"}  # fmt: skip
        return self._add("kin", {**row, **more})

    def organisation(self, code: str | None, related: str = "R1") -> World:
        return self.kin(related, code, "organisation", "none", label_zh="关联企业", label_en="related company")

    def declares(
        self,
        submitted: str,
        *,
        item: str | None = "business_interest",
        parties: tuple[str, ...] = ("suppliers/G1/S1",),
        company: str | None = None,
        related: tuple[str, ...] = (),
        officer: str = "P1",
        decision: str | None = "accept",
        kind: str = "ad_hoc",
        **form: Any,
    ) -> World:
        """A signed item of a form; dates of the form as text."""
        number = len(self.staged["declarations"])
        key = {"declaration_id": f"D{number:03}", "officer_id": officer, "record_id": f"D{number:03}"}
        dates = {name: day(value) if name.endswith("_on") else value for name, value in form.items()}
        self.staged["declarations"].append(
            {
                **key,
                "kind": kind,
                "submitted_on": day(submitted),
                "item": item,
                "decision": decision,
                "signed": True,
                **dates,
            }
        )
        return self._add(
            "declared_item",
            {**key, "party_clusters": list(parties), "company_id": company, "related_ids": list(related),
             "names_relative": bool(related), "row": 2},
        )  # fmt: skip

    def settings(self) -> RunSettings:
        settings = Settings(policy=PolicySettings(**self.policy), calendar=CalendarSettings(**self.calendar))
        return RunSettings(
            settings=settings, as_of=self.as_of, delivery=Path(), run_id="2026-11-20-0", baseline=self.baseline
        )

    def load(self, store: Warehouse) -> None:
        """Writes the tables."""
        for table, rows in self.staged.items():
            put_staged(store, table, rows)
            columns = list(TABLES[table].names)
            store.append("delivered", [{"table_name": table, "file": table, "rows": len(rows), "columns": columns}])
        for table in ("tie", "dealing", "kin", "declared_item", "watched", "party", "company_mention"):
            store.append(table, self.tables.get(table, []))

    def verdicts(self) -> list[Row]:
        """Rows of the table `verdict`, in the order of their grain."""
        with warehouse() as store:
            self.load(store)
            run(store, self.settings())
            return store.rows(
                "select * from verdict order by group_id, officer_id, related_id, party_table, party_id, rule_id"
            )

    def duties(self, rule_id: str) -> list[Row]:
        """Lines of the declaration calendar under that duty."""
        with warehouse() as store:
            self.load(store)
            run(store, self.settings())
            return store.rows("select * from duty where rule_id = $rule order by all", {"rule": rule_id})

    def verdict(self, rule_id: str) -> Row:
        """The only verdict of that rule."""
        found = [row for row in self.verdicts() if row["rule_id"] == rule_id]
        assert len(found) == 1, [row["rule_id"] for row in found]
        return found[0]

    def rules(self) -> dict[str, str]:
        """Rule -> outcome."""
        return {row["rule_id"]: row["outcome"] for row in self.verdicts()}


def plain() -> World:
    """Director P1 and supplier S1 with one invoice in the look-back."""
    return World().officer().party().dealing("2026-03-10")
