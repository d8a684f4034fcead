"""Relationships, policy and findings at full size: tables as matching would leave them, made by SQL; seconds by step.

    python -m tests.bench.ties [--officers 22000] [--masters 1000000] [--holdings 1500000] [--transactions 1000000] [--only ownership]

Companies are numbered. Each officer holds some stakes, strangers hold others, and the rest are stakes of companies in companies: on
average a company holds two thirds of another, so that chains are short and a few are long; one stake in fifty closes a cycle, and
fifty holding companies have a thousand subsidiaries each. Every master is a company of its own.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from screening.contract.columns import Kind
from screening.contract.internal import std
from screening.contract.tables import TABLES
from screening.findings import run as findings
from screening.policy import run as policy
from screening.relationships import run as relationships
from screening.settings import LimitSettings, RunSettings, Settings
from screening.warehouse.store import Warehouse

AS_OF = date(2026, 11, 20)
_TYPES = {
    Kind.DATE: "DATE",
    Kind.SHARE: "DECIMAL(9,6)",
    Kind.AMOUNT: "DECIMAL(18,2)",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
}
_LINK = '40.0 as bits, 0.999 as score, \'A\' as tier, \'[{"feature": "id_number", "verdict": "agrees", "bits": 40.0}]\' as evidence'


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of everything; `companies` are masters and others."""

    officers: int
    masters: int
    holdings: int
    transactions: int

    @property
    def companies(self) -> int:
        return self.masters * 6 // 5


def fill(warehouse: Warehouse, scale: Scale) -> None:
    """Staged tables and those of matching."""
    w, n = warehouse, scale
    w.run("select setseed(0.42)")
    _staged(
        w,
        "group_entities",
        {"entity_id": "'E1'", "name": "'本集团'", "jurisdiction": "'CN'", "group_id": "'G'"},
        "range(1) t(i)",
    )
    _staged(w, "officers", {
        "officer_id": "'P' || i", "name": "'人' || i", "entity_id": "'E1'", "position": "'董事'", "position_class": "'director'",
        "term_start": "date '2019-01-01'", "group_id": "'G'",
    }, f"range({n.officers}) t(i)")  # fmt: skip
    _staged(w, "suppliers", {
        "party_id": "'S' || i", "name": "'公司' || i", "entity_id": "'E1'", "group_id": "'G'", "created_on": "date '2020-01-01'",
    }, f"range({n.masters}) t(i)")  # fmt: skip
    _staged(w, "transactions", {
        "transaction_id": "'T' || i", "entity_id": "'E1'", "party_id": f"'S' || (hash(i) % {n.masters})", "kind": "'purchase'",
        "amount": "100 + i % 1000", "currency": "'CNY'", "transacted_on": "date '2025-01-01' + (i % 600)::int", "document_type": "'invoice'",
        "party_table": "'suppliers'",
    }, f"range({n.transactions}) t(i)")  # fmt: skip
    _staged(w, "declarations", {
        "declaration_id": "'D' || i", "officer_id": "'P' || i", "kind": "'annual'", "submitted_on": "date '2025-12-29'", "signed": "true",
        "nil_return": "i % 10 > 0", "item": "case when i % 10 = 0 then 'business_interest' end",
        "counterparty_name": f"case when i % 10 = 0 then '公司' || (hash(i) % {n.masters}) end",
    }, f"range({n.officers}) t(i)")  # fmt: skip
    stakes = 2 * n.officers
    w.run(f"""
        create temp table bench_holding as
        select i, case when i < {stakes} then 'officer' when hash(i, 1) % 2 = 0 then 'person' else 'organisation' end as kind,
            (hash(i, 2) % {n.companies})::bigint as company,
            case when hash(i, 3) % 20 = 0 then (hash(i, 4) % 50)::bigint else (hash(i, 4) % {n.companies})::bigint end as holder,
            1 + hash(i, 5) % 60 as share
        from range({n.holdings}) t(i)
    """)
    w.run(
        "update bench_holding set company = holder, holder = company where kind = 'organisation' and company < holder and i % 50 > 0"
    )
    _staged(w, "holdings", {
        "holder_name": "case kind when 'officer' then '人' || (i // 2) when 'person' then '陌生人' || i else '公司' || holder end",
        "holder_kind": "case kind when 'organisation' then kind else 'person' end", "company_name": "'公司' || company",
        "share_pct": "share", "acquired_via": "'other'", "valid_from": "date '2020-01-01' + (i % 1500)::int", "as_of": "date '2026-11-15'",
    }, "bench_holding")  # fmt: skip
    _matched(w, n)


def _staged(warehouse: Warehouse, table: str, given: Mapping[str, str], source: str) -> None:
    """One staged table with every column of the contract, null where nothing is given."""
    columns = []
    for column in TABLES[table].columns:
        kind = _TYPES.get(column.kind, "VARCHAR")
        kind = f"{kind}[]" if column.kind.many else kind
        said = f"cast({given.get(column.name, 'null')} as {kind})"
        columns.append(f"{said} as {column.name}")
        if column.kind is Kind.DATE:
            columns.append(f"{said} as {column.name}_hi")
    if "group_id" in given and "group_id" not in TABLES[table].names:
        columns.append(f"{given['group_id']} as group_id")
    columns += [f"'{table}:' || i as record_id", f"'{table}.csv' as file", "i + 2 as row"]
    warehouse.run(f"create table {std(table)} as select {', '.join(columns)} from {source}")
    names = ", ".join(f"'{name}'" for name in given)
    warehouse.create("delivered")
    warehouse.run(
        f"insert into delivered by name select '{table}' as table_name, '{table}.csv' as file, 1 as rows, [{names}] as columns"
    )


def _matched(warehouse: Warehouse, scale: Scale) -> None:
    """What matching says: everybody is found by his full number, companies are their names."""
    for table in ("watched", "company", "company_mention", "company_name", "person_link", "party", "person_name"):
        warehouse.create(table)
    for text in (
        """insert into watched by name select 'officer:' || officer_id as watched_id, 'officer' as kind, group_id, officer_id, name,
           'officers' as table_name, record_id, row from std_officers""",
        f"""insert into company by name select 'c' || i as company_id, '公司' || i as name, 'company' as kind
            from range({scale.companies}) t(i)""",
        "insert into company by name select 'own' as company_id, '本集团' as name, 'company' as kind, 'E1' as entity_id, 'G' as group_id",
        """insert into company_name by name select name as value, name as name_key, name as core_key, 'limited' as legal_form
           from company""",
        "insert into person_name by name select name as value, name as name_key, 20.0 as bits from std_officers",
        """insert into company_mention by name
           select 'holdings' as table_name, 'holdings:' || i as record_id, i + 2 as row, 'company_name' as column_name,
               'c' || company as company_id, '公司' || company as name from bench_holding
           union all by name
           select 'holdings' as table_name, 'holdings:' || i as record_id, i + 2 as row, 'holder_name' as column_name,
               'c' || holder as company_id, '公司' || holder as name from bench_holding where kind = 'organisation'
           union all by name
           select 'suppliers' as table_name, record_id, row, 'name' as column_name, 'c' || substr(party_id, 2) as company_id, name
           from std_suppliers
           union all by name
           select 'declarations' as table_name, record_id, row, 'counterparty_name' as column_name,
               'c' || substr(counterparty_name, 3) as company_id, counterparty_name as name
           from std_declarations where counterparty_name is not null
           union all by name
           select 'group_entities' as table_name, record_id, row, 'name' as column_name, 'own' as company_id, name from std_group_entities""",
        f"""insert into person_link by name select 'officer:P' || (i // 2) as watched_id, 'holdings' as table_name,
            'holdings:' || i as record_id, i + 2 as row, 'holder' as role, 'c' || company as company_id, '人' || (i // 2) as mention_name,
            {_LINK} from bench_holding where kind = 'officer'""",
        """insert into party by name select 'suppliers' as party_table, group_id, party_id, party_id as party_cluster,
           'c' || substr(party_id, 2) as company_id, name, ['E1'] as entity_ids, 'company' as party_kind, record_id, row from std_suppliers""",
    ):  # fmt: skip
        warehouse.run(text)


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Prints seconds by the clock and of the processors."""
    clock, cpu = time.perf_counter(), time.process_time()
    yield
    print(f"{name:<16}{time.perf_counter() - clock:>8.1f} s{time.process_time() - cpu:>8.1f} cpu s", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--officers", type=int, default=22_000)
    parser.add_argument("--masters", type=int, default=1_000_000)
    parser.add_argument("--holdings", type=int, default=1_500_000)
    parser.add_argument("--transactions", type=int, default=1_000_000)
    parser.add_argument("--only", choices=("ownership",), help="relationships alone")
    said = parser.parse_args()
    settings = Settings(limits=LimitSettings(threads=2))
    night = RunSettings(settings=settings, as_of=AS_OF, delivery=Path(), run_id="bench")
    with tempfile.TemporaryDirectory() as spill, Warehouse(Path(spill), settings.limits) as warehouse:
        with timed("filled"):
            fill(warehouse, Scale(said.officers, said.masters, said.holdings, said.transactions))
        with timed("relationships"):
            relationships(warehouse, night)
        print(
            f"{warehouse.one('select count(*) from tie'):,} ties, {warehouse.one('select count(*) from dealing'):,} dealings"
        )
        if said.only is None:
            with timed("policy"):
                policy(warehouse, night)
            with timed("findings"):
                findings(warehouse, night)
            print(f"{warehouse.one('select count(*) from finding'):,} findings")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
