"""What the run knows of an officer, a related party or a counterparty, as plain values for every sink."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from screening.investigate.index import Index, Row
from screening.investigate.parties import Party
from screening.investigate.people import Person

_JSON = ("path", "evidence", "regime_verdicts")
_MOST_NAMED = 60
"""People shown of one counterparty; the rest is counted."""


def subject(index: Index, person: Person) -> dict[str, Any]:
    """Who somebody is: identities with names, masked numbers and dates, posts in the group, relatives."""
    watched = index.rows(
        """select w.watched_id, w.kind, w.group_id, w.related_id, w.name, w.relationship, w.table_name, w."row", f.birth_lo, f.birth_hi,
            f.gender
        from {watched} as w left join {identity_fact} as f using (watched_id)
        where w.officer_id = $id order by w.related_id is not null, w.related_id, w.watched_id""",
        {"id": person.officer_id},
    )
    ids = {"ids": [row["watched_id"] for row in watched]}
    names = _grouped(index.rows(
        "select distinct watched_id, value from {identity_name} where watched_id in (select unnest($ids::varchar[])) order by all", ids
    ), "value")  # fmt: skip
    numbers = _grouped(index.rows(
        "select distinct watched_id, shown from {identity_number} where watched_id in (select unnest($ids::varchar[])) order by all", ids
    ), "shown")  # fmt: skip
    identities = [
        {
            "watched_id": row["watched_id"], "related_id": row["related_id"], "kind": row["kind"], "group_id": row["group_id"],
            "name": row["name"], "names": [name for name in names.get(row["watched_id"], ()) if name != row["name"]],
            "relationship": row["relationship"], "numbers": numbers.get(row["watched_id"], []),
            "birth_date": _interval(row["birth_lo"], row["birth_hi"]), "gender": row["gender"],
            "kept_apart": "#" in row["watched_id"], "source": {"table": row["table_name"], "row": row["row"]},
        }
        for row in watched
    ]  # fmt: skip
    kin = {row["related_id"]: row for row in _of_officer(index, "kin", person)}
    for identity in identities:
        relative = kin.get(identity["related_id"], {})
        identity["kin"] = {
            name: relative.get(name) for name in ("label_zh", "label_en", "perimeter", "valid_from", "valid_to")
        }
    return plain({
        "officer_id": person.officer_id, "related_id": person.related_id, "name": person.name,
        "found_by": {"how": person.how, "written": person.written},
        "identities": [i for i in identities if i["related_id"] == person.related_id],
        "posts": _of_officer(index, "post", person),
        "relatives": [i for i in identities if i["related_id"] not in (None, person.related_id)],
    })  # fmt: skip


def counterparty(index: Index, party: Party) -> dict[str, Any]:
    """What a counterparty is: its records, names, company, probable companies beside it, and the people named in it."""
    company = index.rows("select * from {company} where company_id = $id", {"id": party.company_id})
    names = index.rows(
        "select distinct name, usage from {party_name} where party_id in (select unnest($ids::varchar[])) and "
        "concat_ws('/', party_table, group_id, party_id) in (select unnest($keys::varchar[])) order by usage, name",
        {"ids": [row["party_id"] for row in party.records], "keys": party.keys},
    )
    alike = index.rows(
        """select l.basis, l.score, l.tier, l.evidence, c.name, c.uscc, c.company_id
        from {company_link} as l
        join {company} as c on c.company_id = case when l.left_id = $id then l.right_id else l.left_id end
        where l.left_id = $id or l.right_id = $id order by l.score desc, c.company_id""",
        {"id": party.company_id},
    )
    named = index.rows(
        """select role, name, shown, table_name, min("row") as "row" from {mention}
        where company_id = $id group by role, name, shown, table_name order by role, name nulls last, shown, table_name""",
        {"id": party.company_id},
    )
    return plain({
        "name": party.name, "group_id": party.group_id, "company_id": party.company_id,
        "found_by": {"how": party.how, "written": party.written},
        "records": [{name: row[name] for name in _RECORD} for row in party.records],
        "names": names, "company": company[0] if company else None, "alike": [_parsed(row) for row in alike],
        "people": named[:_MOST_NAMED], "people_in_all": len(named),
    })  # fmt: skip


_RECORD = (
    "party_table", "group_id", "party_id", "party_cluster", "name", "uscc", "entity_ids", "party_kind", "is_financial_institution",
    "listed", "excluded_as", "row",
)  # fmt: skip


def findings(index: Index, person: Person | None, party: Party | None) -> list[dict[str, Any]]:
    """Every finding on them, candidates first, the best first."""
    condition, parameters = _about(person, party)
    rows = index.rows(
        f"""select * from {{findings}} where {condition}
            order by outcome <> 'candidate' or lifecycle = 'closed', tier, score desc, rule_id, finding_id""",
        parameters,
    )
    return [plain(_parsed(row)) for row in rows]


def ties(index: Index, person: Person | None, party: Party | None) -> list[dict[str, Any]]:
    """Every way in which they are tied, the surest first."""
    condition, parameters = _about(person, party)
    rows = index.rows(
        f"select * from {{tie}} where {condition} order by tier, score desc, officer_id, related_id, party_table, party_id, tie_id",
        parameters,
    )
    return [plain(_parsed(row)) for row in rows]


def loose_links(index: Index, person: Person, known: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Links of identity that lead to no tie: somebody who may be him stands in a company, and it ends there."""
    used = {
        (step["source"]["table"], step["source"]["row"])
        for tie in known
        for step in tie["path"] or ()
        if step.get("source")
    }
    rows = index.rows(
        """select l.watched_id, l.table_name, l."row", l.role, l.company_id, c.name as company_name, l.mention_name, l.bits, l.score, l.tier,
            l.evidence
        from {person_link} as l
        join {watched} as w using (watched_id)
        left join {company} as c using (company_id)
        where w.officer_id = $officer and ($related is null or w.related_id = $related)
        order by l.tier, l.score desc, l.table_name, l."row", l.role""",
        {"officer": person.officer_id, "related": person.related_id},
    )
    return [plain(_parsed(row)) for row in rows if (row["table_name"], row["row"]) not in used]


def declarations(index: Index, person: Person, party: Party | None) -> list[dict[str, Any]]:
    """What the officer declared; of a pair only what was taken for this counterparty, and nil returns."""
    rows = _of_officer(index, "declaration", person)
    if party is not None:
        keys = set(party.keys)
        rows = [
            r for r in rows
            if r["nil_return"] or r["company_id"] == party.company_id or keys & set(r["party_clusters"] or ())
        ]  # fmt: skip
    return [
        plain(row)
        for row in sorted(rows, key=lambda row: (str(row["submitted_on"]), row["declaration_id"]), reverse=True)
    ]


def duties(index: Index, person: Person, about: Iterable[Mapping[str, Any]] | None) -> list[dict[str, Any]]:
    """Lines of the declaration calendar; of a pair those that concern its findings."""
    rows = index.rows(
        "select * from {compliance} where officer_id = $id order by certainty, due_on, rule_id, finding_id",
        {"id": person.officer_id},
    )
    ids = None if about is None else {finding["finding_id"] for finding in about}
    return [plain(row) for row in rows if ids is None or row["finding_id"] in ids]


def contradictions(index: Index, person: Person) -> list[dict[str, Any]]:
    """Records taken for him that contradict each other."""
    return [plain(row) for row in _of_officer(index, "match_contradiction", person)]


def _about(person: Person | None, party: Party | None) -> tuple[str, dict[str, Any]]:
    """The condition for rows on an officer or one of his related parties, on a counterparty, or on both."""
    parts: list[str] = []
    parameters: dict[str, Any] = {}
    if person is not None:
        parts.append("officer_id = $officer")
        parameters["officer"] = person.officer_id
        if person.related_id is not None:
            parts.append("related_id = $related")
            parameters["related"] = person.related_id
    if party is not None:
        parts.append("concat_ws('/', party_table, group_id, party_id) in (select unnest($keys::varchar[]))")
        parameters["keys"] = party.keys
    return " and ".join(parts), parameters


def _of_officer(index: Index, table: str, person: Person) -> list[Row]:
    return index.rows(f"select * from {{{table}}} where officer_id = $id order by all", {"id": person.officer_id})


def _grouped(rows: Iterable[Row], column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["watched_id"], []).append(row[column])
    return found


def _parsed(row: Row) -> Row:
    return {name: json.loads(value) if name in _JSON and value is not None else value for name, value in row.items()}


def _interval(low: date | None, high: date | None) -> str | None:
    if low is None or high is None:
        return None
    return str(low) if low == high else f"{low}/{high}"


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with dates as ISO text and decimals as numbers, all the way down: what JSON can hold."""
    return {name: _plain(part) for name, part in row.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value
