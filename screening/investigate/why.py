"""Why there is no finding on a pair: how far it got, and what stopped it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from screening.investigate.behind import behind
from screening.investigate.facts import plain
from screening.investigate.index import Index
from screening.investigate.parties import Party
from screening.investigate.people import Person

if TYPE_CHECKING:
    from screening.matching.replay import Replayed

MOST = 12
"""Compared people shown; the rest is counted."""

_EXCLUDED = {"group_entity": "group_company", "employee_record": "employee_record"}


@dataclass(frozen=True, slots=True)
class Why:
    """How a pair stands.

    Attributes:
        status: outcome, linked, dismissed, vetoed, below_threshold or not_compared.
        reason: outcome: of the best finding. not_compared: another_group, group_company, employee_record, nobody_named, homonym or
            no_shared_key. dismissed: ruled_not_same. Else None.
        compared: people behind the counterparty beside people of the officer, the most telling first.
        in_all: how many such pairs there are.
        organisations: related organisations of the officer beside the counterparty.
        cut: whether companies behind the counterparty were left out.
    """

    status: str
    reason: str | None
    compared: tuple[Mapping[str, Any], ...] = ()
    in_all: int = 0
    organisations: tuple[Mapping[str, Any], ...] = ()
    cut: bool = False


def why(index: Index, person: Person, party: Party, findings: Sequence[Mapping[str, Any]]) -> Why:
    """How the officer (or his related party) and the counterparty stand."""
    if findings:
        best = findings[0]
        reason = "closed" if best["lifecycle"] == "closed" else best["outcome"]
        return Why("outcome", reason)
    groups = index.rows("select distinct group_id from {watched} where officer_id = $id", {"id": person.officer_id})
    if party.group_id not in {row["group_id"] for row in groups}:
        return Why("not_compared", "another_group")
    excluded = {row["excluded_as"] for row in party.records}
    if None not in excluded:
        return Why("not_compared", _EXCLUDED[sorted(excluded)[0]])
    return _compared(index, person, party)


def load_beside() -> None:
    """Begins to load what compares a pair again, while the engine answers the first questions on another processor.

    No daemon: a process that ends waits for it, for one that ends amid the loading of a C++ library is aborted.
    """
    Thread(target=import_module, args=("screening.matching.replay",)).start()


def _compared(index: Index, person: Person, party: Party) -> Why:
    companies, cut = behind(index, party.company_id, party.group_id)
    organisations = tuple(_organisations(index, person, party, companies))
    pairs, in_all = _replay(index, person, party, companies)
    published = {
        (row["watched_id"], row["table_name"], row["record_id"], row["role"], row["mention_name"])
        for row in index.rows(
            "select watched_id, table_name, record_id, role, mention_name from {person_link} "
            "where company_id in (select unnest($ids::varchar[]))",
            {"ids": companies},
        )
    }
    named = _names(index, pairs)
    compared = tuple(_shown(pair, named, _key(pair) in published) for pair in pairs)
    linked = any(pair["is_published"] for pair in compared) or any(row["status"] == "linked" for row in organisations)
    status, reason = ("linked", None) if linked else _status(compared, in_all)
    return Why(status, reason, compared, in_all, organisations, cut)


def _status(compared: Sequence[Mapping[str, Any]], in_all: int) -> tuple[str, str | None]:
    """From the pair that got furthest."""
    if not in_all:
        return "not_compared", "nobody_named"
    furthest = compared[0]["status"]
    if furthest == "link":  # it would be a link today as it was at night: somebody ruled otherwise
        return "dismissed", "ruled_not_same"
    if furthest in ("vetoed", "below_threshold"):
        return furthest, None
    return "not_compared", "homonym" if furthest == "homonym" else "no_shared_key"


def _replay(index: Index, person: Person, party: Party, companies: Sequence[str]) -> tuple[list[Replayed], int]:
    """The officer's people and those behind the counterparty, compared again in a warehouse of their own."""
    from screening.matching.replay import replay
    from screening.settings import LimitSettings
    from screening.warehouse.lean import without_pandas
    from screening.warehouse.store import Warehouse

    identities = [
        row["watched_id"]
        for row in index.rows(
            "select watched_id from {watched} where officer_id = $officer and group_id = $group "
            "and ($related is null or related_id = $related) and kind <> 'related_organisation'",
            {"officer": person.officer_id, "group": party.group_id, "related": person.related_id},
        )
    ]
    names = [
        row["name"]
        for row in index.rows(
            "select distinct name from {mention} where company_id in (select unnest($ids::varchar[])) and name is not null",
            {"ids": list(companies)},
        )
    ]
    ours, theirs, called = (_listed(values) for values in (identities, companies, names))
    chosen = {
        **dict.fromkeys(("watched", "identity_name", "identity_number", "identity_fact"), f"watched_id in {ours}"),
        "shared_value": f"watched_id in {ours} and company_id in {theirs}",
        "mention": f"company_id in {theirs}",
        "mention_name": f"value in {called}",
        "pair_kind": f"group_id = {_literal(party.group_id)}",
        "frozen_weight": "true",
    }
    with (
        without_pandas(),
        tempfile.TemporaryDirectory(prefix="coi-") as spill,
        Warehouse(Path(spill), LimitSettings()) as warehouse,
    ):
        for table, condition in chosen.items():
            warehouse.put(table, index.table(f"select * from {{{table}}} where {condition}"))
        linked = f"select * from {{person_link}} where watched_id in {ours} and company_id in {theirs}"
        warehouse.put("published", index.table(linked))
        warehouse.run(
            "create table behind as select $group as group_id, unnest($ids::varchar[]) as company_id",
            {"group": party.group_id, "ids": list(companies)},
        )
        pairs = replay(warehouse, MOST)
        in_all = int(warehouse.one("select count(*) from m_every_pair"))
    return pairs, in_all


def _names(index: Index, pairs: Sequence[Replayed]) -> Mapping[str, Mapping[str, Any]]:
    """The watched people and companies of some pairs by their ids."""
    rows = index.rows(
        """select watched_id as id, name, related_id from {watched} where watched_id in (select unnest($people::varchar[]))
        union all
        select company_id, name, null from {company} where company_id in (select unnest($companies::varchar[]))""",
        {
            "people": sorted({pair.watched_id for pair in pairs}),
            "companies": sorted({pair.mention["company_id"] for pair in pairs}),
        },
    )
    return {row["id"]: row for row in rows}


def _shown(pair: Replayed, named: Mapping[str, Mapping[str, Any]], is_published: bool) -> dict[str, Any]:
    who, where = named[pair.watched_id], named.get(pair.mention["company_id"])
    return plain({
        "watched_id": pair.watched_id, "watched_name": who["name"], "related_id": who["related_id"],
        "name": pair.mention["name"], "role": pair.mention["role"], "company_name": where["name"] if where else None,
        "source": {"table": pair.mention["table_name"], "row": pair.mention["row"]},
        "status": pair.status, "is_published": is_published, "bits": pair.bits, "score": pair.score, "tier": pair.tier,
        "reach_bits": pair.reach, "needed_bits": pair.needed, "evidence": list(pair.items),
    })  # fmt: skip


def _organisations(index: Index, person: Person, party: Party, companies: Sequence[str]) -> list[dict[str, Any]]:
    """Each related organisation: the company it was taken for, and how that stands to the counterparty."""
    rows = index.rows(
        """select w.watched_id, w.related_id, w.name, w.relationship, c.company_id, c.name as company_name, c.uscc, cw.basis, cw.score, cw.tier
        from {watched} as w
        left join {company_watch} as cw using (watched_id)
        left join {company} as c using (company_id)
        where w.officer_id = $officer and w.group_id = $group and ($related is null or w.related_id = $related)
            and w.kind = 'related_organisation'
        order by w.related_id, cw.score desc, c.company_id""",
        {"officer": person.officer_id, "group": party.group_id, "related": person.related_id},
    )
    return [plain({**row, "status": _organisation_status(row, party, companies)}) for row in rows]


def _organisation_status(row: Mapping[str, Any], party: Party, companies: Sequence[str]) -> str:
    if row["company_id"] is not None and row["company_id"] in companies:
        return "linked"
    codes = {record["uscc"] for record in party.records if record["uscc"]}
    return "two_codes" if row["uscc"] is not None and codes and row["uscc"] not in codes else "no_link"


def _key(pair: Replayed) -> tuple[str, str, str, str, str | None]:
    where = pair.mention
    return pair.watched_id, where["table_name"], where["record_id"], where["role"], where["name"]


def _listed(values: Sequence[str]) -> str:
    """Values as a list of SQL literals: constants let the engine pass over row groups that cannot hold them."""
    return f"({', '.join(_literal(value) for value in values)})" if values else "(null)"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
