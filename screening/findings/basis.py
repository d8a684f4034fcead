"""What a decision on a finding is made on: who everybody is, and which comparisons of identity the finding rests on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.warehouse.store import Warehouse, quoted

Row = dict[str, Any]
PACKAGE = "screening.findings"
GRAIN = ("group_id", "officer_id", "related_id", "party_table", "party_id")
RULING = (
    "subject", "officer_id", "watched_key", "table_name", "company_id", "mention_key", "mention_number", "other_company_id",
)  # fmt: skip
_PERSON = ("name", "id_number", "birth_date")
_TYPES = {"birth_date": "DATE"}


def identify(warehouse: Warehouse) -> None:
    """Writes f_officer, f_related, f_party: who they are by their own records."""
    warehouse.create("identifier")
    _view(warehouse, "f_officers", (std("officers"),), ("officer_id", *_PERSON))
    _view(warehouse, "f_related_parties", (std("related_parties"),), ("officer_id", "related_id", *_PERSON))
    _view(warehouse, "f_master", tuple(map(std, MASTERS)), ("group_id", "party_id", "name", "uscc", "id_number"))
    warehouse.script(PACKAGE, "who")


def read_links(warehouse: Warehouse) -> Mapping[tuple[Any, ...], list[Row]]:
    """Comparisons of identity by the grain of the findings they may stand behind."""
    for table in ("tie", "watched", "person_link", "company_watch", "company_link", "party"):
        warehouse.create(table)
    warehouse.script(PACKAGE, "link")
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in warehouse.rows("select * from f_link order by all"):
        found[tuple(row[name] for name in GRAIN)].append(row)
    return found


def rests_on(finding: Row, links: Mapping[tuple[Any, ...], list[Row]]) -> list[Row]:
    """The comparisons behind this finding: those of the ties whose every step stands in its path.

    Returns:
        Facts with the keys of `RULING`, none twice: what `identity_ruling` would hold on them.
    """
    behind = links.get(tuple(finding[name] for name in GRAIN), [])
    if not behind:
        return []
    steps = set(map(_canonical, json.loads(finding["path"] or "[]")))
    chosen = [row for row in behind if steps.issuperset(map(_canonical, json.loads(row["path"] or "[]")))]
    facts = {_canonical(fact): fact for row in chosen for fact in [{name: row[name] for name in RULING}]}
    return [facts[key] for key in sorted(facts)]


def _view(warehouse: Warehouse, name: str, tables: tuple[str, ...], columns: tuple[str, ...]) -> None:
    """A view over the delivered ones of these tables; empty where none was delivered."""
    listed = ", ".join(map(quoted, columns))
    parts = [
        f"select {listed}, '{table.removeprefix('std_')}' as party_table from {quoted(table)}"
        for table in tables
        if warehouse.has(table)
    ]
    empty = ", ".join(f"null::{_TYPES.get(column, 'varchar')} as {quoted(column)}" for column in columns)
    parts.append(f"select {empty}, null::varchar as party_table where false")
    warehouse.run(f"create or replace temp view {name} as {' union all '.join(parts)}")


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
