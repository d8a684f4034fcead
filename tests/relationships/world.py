"""Literal staged tables and what matching would make of them: names are keys, so that a test says only what matters.

A company is its name; `codes` gives some of them a credit code. A person is his name; links are tier A unless `tiers` says
otherwise. Dates are ISO texts; `2023` and `2023-05` are ranges.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from screening.contract.columns import Kind
from screening.contract.tables import MASTERS, TABLES
from screening.relationships import run
from screening.settings import LimitSettings, PolicySettings, RunSettings, Settings, SourceSettings, ThresholdSettings
from screening.warehouse.store import Warehouse

Row = dict[str, Any]
AS_OF = date(2026, 11, 20)
OUTPUTS = ("kin", "tie", "dealing", "declared_item")
_COMPANY_COLUMNS = {
    "group_entities": ("name",),
    "registry_companies": ("name",),
    "appointments": ("company_name", "nominated_by"),
    "financing": ("counterparty_name",),
    "gifts": ("counterparty_name",),
    "declarations": ("counterparty_name",),
    "transactions": ("party_name",),
    "tips": ("counterparty_name",),
    **dict.fromkeys(MASTERS, ("name",)),
}
_GROUPED = ("officers", "group_entities", *MASTERS)
_ARROW = {
    Kind.SHARE: pa.decimal128(9, 6),
    Kind.AMOUNT: pa.decimal128(18, 2),
    Kind.BOOLEAN: pa.bool_(),
    Kind.INTEGER: pa.int64(),
}


@dataclass
class World:
    """One delivery.

    Attributes:
        tables: rows of contract tables, columns as delivered; a column that is missing is null.
        codes: credit code of a company.
        kinds: company.kind where it is not "company".
        forms: legal form of a company's name.
        links: company_link rows as (left, right, basis, tier).
        tiers: tier of the links of a person's name, default A.
        attributes: (watched name, attribute, party_table, party_id).
        same_line: companies in the line of business of entity E1 of the group G.
        ventures: (competitor's code, table, why, index of the row) that tells of a company in league with a competitor.
        names: further names of people as written; what stands in brackets is no part of the name.
        numbers: full valid identity numbers.
        settings: of the run.
    """

    tables: Mapping[str, list[Row]]
    codes: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    links: list[tuple[str, str, str, str]] = field(default_factory=list)
    tiers: Mapping[str, str] = field(default_factory=dict)
    attributes: list[tuple[str, str, str, str]] = field(default_factory=list)
    same_line: list[str] = field(default_factory=list)
    ventures: list[tuple[str, str, str, int]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    as_of: date = AS_OF
    policy: PolicySettings = field(default_factory=PolicySettings)
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    least: float = 0.05
    shuffle: bool = False
    threads: int = 1
    _outputs: dict[str, list[Row]] = field(default_factory=dict)

    def ties(self, **wanted: Any) -> list[Row]:
        """The rows of `tie` with these values, by tie_id."""
        return self.read("tie", **wanted)

    def tie(self, **wanted: Any) -> Row:
        """The only such tie."""
        found = self.ties(**wanted)
        assert len(found) == 1, [(row["kind"], row["detail"], row["party_id"]) for row in found]
        return found[0]

    def read(self, table: str, **wanted: Any) -> list[Row]:
        """The rows of an output table with these values, in the order of all columns; the stage runs once."""
        if not self._outputs:
            with self.built() as warehouse:
                for name in (*OUTPUTS, "match_count"):
                    self._outputs[name] = warehouse.rows(f"from {name} order by all")
        return [row for row in self._outputs[table] if all(row[name] == value for name, value in wanted.items())]

    @contextmanager
    def built(self) -> Iterator[Warehouse]:
        """A warehouse in which the stage has run."""
        settings = Settings(
            policy=self.policy,
            sources=dict(self.sources),
            limits=LimitSettings(threads=self.threads),
            thresholds=ThresholdSettings(tier_c=self.least),
        )
        night = RunSettings(settings=settings, as_of=self.as_of, delivery=Path(), run_id="test")
        with TemporaryDirectory() as spill, Warehouse(Path(spill), settings.limits) as warehouse:
            self._stage(warehouse)
            self._match(warehouse)
            run(warehouse, night)
            yield warehouse

    def rows(self, table: str) -> list[tuple[str, int, Row]]:
        """(record_id, row number, row) of each delivered row."""
        listed = [
            (f"{table}:{_hash(row)}", number, row) for number, row in enumerate(self.tables.get(table, []), start=2)
        ]
        return listed[::-1] if self.shuffle else listed

    def _stage(self, warehouse: Warehouse) -> None:
        for table in self.tables:
            columns: dict[str, list[Any]] = {}
            types: dict[str, pa.DataType] = {}
            for column in TABLES[table].columns:
                values = [row.get(column.name) for _, _, row in self.rows(table)]
                if column.kind is Kind.DATE:
                    ranges = [_range(value) for value in values]
                    columns[column.name] = [low for low, _ in ranges]
                    columns[f"{column.name}_hi"] = [high for _, high in ranges]
                    types[column.name] = types[f"{column.name}_hi"] = pa.date32()
                    continue
                kind = _ARROW.get(column.kind, pa.string())
                if column.kind in (Kind.SHARE, Kind.AMOUNT):
                    places = Decimal("0.000001") if column.kind is Kind.SHARE else Decimal("0.01")
                    values = [None if value is None else Decimal(str(value)).quantize(places) for value in values]
                columns[column.name], types[column.name] = values, pa.list_(kind) if column.kind.many else kind
            columns["record_id"] = [record for record, _, _ in self.rows(table)]
            columns["file"] = [f"{table}.csv" for _ in self.rows(table)]
            columns["row"] = [number for _, number, _ in self.rows(table)]
            if table in _GROUPED:
                columns["group_id"] = [row.get("group_id") or self._group(row) for _, _, row in self.rows(table)]
            types |= {"record_id": pa.string(), "file": pa.string(), "row": pa.int64(), "group_id": pa.string()}
            warehouse.put(
                f"std_{table}", pa.table({name: pa.array(values, types[name]) for name, values in columns.items()})
            )

    def _group(self, row: Row) -> str:
        entities = {each["entity_id"]: each.get("group_id") for each in self.tables.get("group_entities", [])}
        return entities.get(row.get("entity_id")) or "G"

    def _match(self, warehouse: Warehouse) -> None:
        mentions = list(self._mentions())
        names = sorted({mention["company_id"] for mention in mentions})
        shown = {mention["company_id"]: mention["name"] for mention in mentions}
        own = {row["name"]: row for _, _, row in self.rows("group_entities")}
        warehouse.append("company_mention", mentions)
        warehouse.append(
            "company",
            [
                {
                    "company_id": name,
                    "name": shown[name],
                    "uscc": self.codes.get(name),
                    "kind": self.kinds.get(shown[name], "company"),
                    "entity_id": own[name]["entity_id"] if name in own else None,
                    "group_id": self._group(own[name]) if name in own else None,
                }
                for name in names
            ],
        )
        written = sorted({str(value) for mention in mentions for value in (mention["name"], mention["company_id"])})
        warehouse.append(
            "company_name",
            [
                {"value": name, "name_key": name, "core_key": name, "legal_form": self.forms.get(name)}
                for name in written
            ],
        )
        warehouse.append("company_link", [_company_link(*link) for link in self.links])
        warehouse.append("party", self._parties(own))
        watched = list(self._watched())
        warehouse.append("watched", watched)
        people = {row["name"] for row in watched if row["kind"] != "related_organisation"}
        warehouse.append(
            "person_name",
            [
                {"value": name, "name_key": name.partition("（")[0], "bits": 20.0}
                for name in sorted(people | {*self.names})
            ],
        )
        warehouse.append(
            "identifier",
            [
                {
                    "value": n,
                    "scheme": "resident_id",
                    "norm": n,
                    "is_full": True,
                    "is_valid": True,
                    "is_placeholder": False,
                }
                for n in self.numbers
            ],
        )
        warehouse.append("person_link", self._person_links(watched))
        warehouse.append(
            "company_watch",
            [
                {"watched_id": row["watched_id"], "company_id": row["name"], "basis": "name", **self._link(row["name"])}
                for row in watched
                if row["kind"] == "related_organisation" and row["name"] in names
            ],
        )
        warehouse.append("business_watch", self._businesses())
        by_name = {row["name"]: row for row in watched}
        warehouse.append(
            "attribute_link",
            [
                {
                    "watched_id": by_name[name]["watched_id"],
                    "party_table": table,
                    "group_id": by_name[name]["group_id"],
                    "party_id": party,
                    "attribute": attribute,
                    "crowd": 1,
                    "table_name": table,
                    "record_id": f"{table}:x",
                    "row": 2,
                    **self._link(name),
                }
                for name, attribute, table, party in self.attributes
            ],
        )

    def _businesses(self) -> Iterator[Row]:
        for name in self.same_line:
            yield {
                "group_id": "G", "company_id": name, "why": "same_line", "entity_id": "E1", "lines": ["轴承"],
                "industry_code": "3451", "bits": 16.0,
            }  # fmt: skip
        for competitor, table, why, index in self.ventures:
            record, number, row = self.rows(table)[index]
            yield {
                "group_id": "G", "company_id": row["company_name"], "why": why, "competitor_id": competitor,
                "table_name": table, "record_id": record, "row": number,
            }  # fmt: skip

    def _mentions(self) -> Iterator[Row]:
        for table, columns in _COMPANY_COLUMNS.items():
            for record, number, row in self.rows(table):
                for column in columns:
                    if row.get(column) is not None:
                        yield self._mention(table, record, number, column, row[column])
        for record, number, row in self.rows("holdings"):
            yield self._mention("holdings", record, number, "company_name", row["company_name"])
            if row.get("holder_kind") == "organisation":
                yield self._mention("holdings", record, number, "holder_name", row["holder_name"])
        for record, number, row in self.rows("related_parties"):
            if row.get("kind") == "organisation":
                yield self._mention("related_parties", record, number, "name", row["name"])

    def _mention(self, table: str, record: str, number: int, column: str, name: str) -> Row:
        return {
            "table_name": table,
            "record_id": record,
            "row": number,
            "column_name": column,
            "company_id": self._company(table, record, name),
            "name": name,
        }

    def _company(self, table: str, record: str, name: str) -> str:
        """A company is its name; what bears a person's name is a company of its own in every row."""
        return f"{table}|{record}" if self.kinds.get(name) == "person" else name

    def _parties(self, own: Mapping[str, Row]) -> list[Row]:
        parties: dict[tuple[str, str, str], Row] = {}
        for table in MASTERS:
            for record, number, row in sorted(self.rows(table), key=lambda item: item[0]):
                group = row.get("group_id") or self._group(row)
                kind = row.get("party_kind") or self.kinds.get(row["name"], "company")
                in_group = row["name"] in own and self._group(own[row["name"]]) == group
                parties.setdefault(
                    (table, group, row["party_id"]),
                    {
                        "party_table": table,
                        "group_id": group,
                        "party_id": row["party_id"],
                        "party_cluster": row["party_id"],
                        "company_id": self._company(table, record, row["name"]),
                        "name": row["name"],
                        "uscc": self.codes.get(row["name"]),
                        "party_kind": kind,
                        "is_financial_institution": row.get("is_financial_institution"),
                        "listed": True if row.get("listed_code") else None,
                        "excluded_as": "group_entity"
                        if in_group
                        else "employee_record"
                        if kind == "employee"
                        else None,
                        "record_id": record,
                        "row": number,
                    },
                )
        return list(parties.values())

    def _watched(self) -> Iterator[Row]:
        seen = set()
        for record, number, row in sorted(self.rows("officers"), key=lambda item: item[0]):
            key = (row["officer_id"], self._group(row))
            if key not in seen:
                seen.add(key)
                yield _watched(f"officer:{row['officer_id']}", "officer", key[1], row, "officers", record, number)
        groups = {row["officer_id"]: self._group(row) for _, _, row in self.rows("officers")}
        for record, number, row in self.rows("related_parties"):
            kind = "related_organisation" if row.get("kind") == "organisation" else "related_person"
            yield _watched(f"related:{record}", kind, groups[row["officer_id"]], row, "related_parties", record, number)

    def _person_links(self, watched: list[Row]) -> list[Row]:
        links = []
        for who in watched:
            if who["kind"] == "related_organisation":
                continue
            for table, name_column, company_column, role in (
                ("holdings", "holder_name", "company_name", "holder"),
                ("holdings", "nominee_for", "company_name", "nominee_for"),
                ("appointments", "person_name", "company_name", "post"),
                *((master, "legal_representative", "name", "legal_representative") for master in MASTERS),
                ("registry_companies", "legal_representative", "name", "legal_representative"),
                *((master, "contact_name", "name", "contact") for master in MASTERS),
                *((master, "bank_account_name", "name", "payee") for master in MASTERS),
                *((master, "name", "name", "party_self") for master in MASTERS),
            ):
                for record, number, row in self.rows(table):
                    if row.get(name_column) == who["name"]:
                        links.append(
                            {
                                "watched_id": who["watched_id"],
                                "table_name": table,
                                "record_id": record,
                                "row": number,
                                "role": role,
                                "company_id": self._company(table, record, row[company_column]),
                                "mention_name": who["name"],
                                **self._link(row.get("@tier") or who["name"], row.get("@tier")),
                            }
                        )
        return links

    def _link(self, name: str, tier: str | None = None) -> Row:
        tier = tier or self.tiers.get(name, "A")
        score = {"A": 0.999, "B": 0.95, "C": 0.4}[tier]
        evidence = [{"feature": "name", "verdict": "agrees", "left": name, "right": name, "detail": "", "bits": 10.0}]
        return {
            "bits": {"A": 40.0, "B": 20.0, "C": 8.0}[tier],
            "score": score,
            "tier": tier,
            "evidence": json.dumps(evidence),
        }


def _company_link(left: str, right: str, basis: str, tier: str) -> Row:
    link = World({})._link("link", tier)
    return {"left_id": min(left, right), "right_id": max(left, right), "basis": basis, **link}


def _watched(watched_id: str, kind: str, group: str, row: Row, table: str, record: str, number: int) -> Row:
    return {
        "watched_id": watched_id,
        "kind": kind,
        "group_id": group,
        "officer_id": row["officer_id"],
        "related_id": row.get("related_id"),
        "name": row["name"],
        "relationship": row.get("relationship"),
        "table_name": table,
        "record_id": record,
        "row": number,
    }


def _hash(row: Row) -> str:
    return json.dumps({key: str(value) for key, value in row.items()}, sort_keys=True, ensure_ascii=False)


def _range(value: str | None) -> tuple[date | None, date | None]:
    if value is None:
        return None, None
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], calendar.monthrange(*parts)[1])
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def officer(officer_id: str, name: str, **more: Any) -> Row:
    """A director of entity E1."""
    return {"officer_id": officer_id, "name": name, "entity_id": "E1", "position": "董事", **more}


def relative(related_id: str, officer_id: str, name: str, relationship: str, **more: Any) -> Row:
    """A person related to an officer."""
    return {
        "related_id": related_id,
        "officer_id": officer_id,
        "name": name,
        "relationship": relationship,
        "kind": "person",
        **more,
    }


def held(holder: str, company: str, share: float | str | None, **more: Any) -> Row:
    """A person's stake since 2020, seen on 15 November 2026."""
    row = {"holder_name": holder, "holder_kind": "person", "company_name": company, "share_pct": share}
    return {**row, "valid_from": "2020-01-01", "as_of": "2026-11-15", **more}


def owned(holder: str, company: str, share: float | str | None, **more: Any) -> Row:
    """A company's stake since 2020, seen on 15 November 2026."""
    return held(holder, company, share, holder_kind="organisation", **more)


def supplier(party_id: str, name: str, **more: Any) -> Row:
    """A supplier of entity E1."""
    return {"party_id": party_id, "name": name, "entity_id": "E1", **more}


def world(**tables: Any) -> World:
    """A world of the tables given, with one group entity E1; keywords that are no tables are fields of `World`."""
    fields = {name: tables.pop(name) for name in list(tables) if name not in TABLES}
    listed = {"group_entities": [{"entity_id": "E1", "name": "集团甲公司"}], **tables}
    return World(listed, **fields)
