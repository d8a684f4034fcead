"""Finds counterparties: by code, credit code, or a name - short, former, English, in either script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from screening.investigate.index import Index, Row
from screening.investigate.near import unknown

How = Literal["code", "uscc", "name", "former_names", "other_names", "part", "short"]
_RANK: Mapping[str, int] = {"code": 0, "uscc": 0, "name": 1, "former_names": 2, "other_names": 2, "part": 3, "short": 4}
_MOST = 40
_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class Party:
    """One counterparty: the records of one company in one group.

    Attributes:
        records: its rows of `party`, at least one.
        how: what the question and the records have in common.
        written: the name or code that was found.
    """

    records: tuple[Row, ...]
    how: How
    written: str

    @property
    def name(self) -> str:
        """As delivered."""
        return str(self.records[0]["name"])

    @property
    def company_id(self) -> str:
        """The company all its records name."""
        return str(self.records[0]["company_id"])

    @property
    def group_id(self) -> str:
        """The group whose counterparty it is."""
        return str(self.records[0]["group_id"])

    @property
    def keys(self) -> list[str]:
        """`<party_table>/<group_id>/<party_id>` of every record."""
        return [f"{row['party_table']}/{row['group_id']}/{row['party_id']}" for row in self.records]


def parties(index: Index, asked: str) -> list[Party]:
    """Every counterparty that may be meant, the likeliest first.

    Raises:
        UsageError: none is.
    """
    plain = asked.strip()
    found = _exact(index, plain) or _folded(index, plain) or _like(index, plain)
    if not found:
        known = index.rows(
            "select party_id as word from {party} union select name from {party_name} where left(name, 2) = left($asked, 2)",
            {"asked": plain},
        )
        raise unknown(("往来方", "counterparty"), plain, (row["word"] for row in known))
    return _companies(index, found)


def best(found: Sequence[Party]) -> Party | None:
    """The one counterparty that is meant; None where several are as likely."""
    first = [party for party in found if _RANK[party.how] == _RANK[found[0].how]]
    return first[0] if len(first) == 1 else None


def by_code(index: Index, asked: str) -> list[Party]:
    """The counterparties of that code, one per group and company.

    Raises:
        UsageError: there is none.
    """
    found = index.rows(
        "select party_table, group_id, party_id, 'code' as how, party_id as written from {party} where party_id = $asked",
        {"asked": asked.strip()},
    )
    return _companies(index, found) if found else parties(index, asked)


def _exact(index: Index, asked: str) -> list[Row]:
    return index.rows(
        """select party_table, group_id, party_id, how, written from (
                select party_table, group_id, party_id, 'code' as how, party_id as written from {party} where party_id = $asked
                union all
                select party_table, group_id, party_id, 'uscc', uscc from {party} where uscc = upper($asked)
                union all
                select party_table, group_id, party_id, usage, name from {party_name} where name = $asked)""",
        {"asked": asked},
    )


def _folded(index: Index, asked: str) -> list[Row]:
    """The same name in another script, width or case."""
    from screening.refdata.text import fold_text

    return index.rows(
        "select party_table, group_id, party_id, usage as how, name as written from {party_name} where name_key = $key",
        {"key": fold_text(asked)},
    )


def _like(index: Index, asked: str) -> list[Row]:
    """Names that hold what was typed; else those that hold its characters in their order (陕天然气)."""
    from screening.refdata.text import fold_text

    key = fold_text(asked)
    if len(key) < _SHORTEST_PART:
        return []
    pattern = "%" + "%".join(key) + "%"
    for how, condition in (("part", "contains(name_key, $key)"), ("short", "name_key like $pattern")):
        found = index.rows(
            f"""select party_table, group_id, party_id, '{how}' as how, name as written from {{party_name}}
                where {condition} order by length(name_key), name_key, party_table, group_id, party_id limit {_MOST}""",
            {"key": key} if how == "part" else {"pattern": pattern},
        )
        if found or not _is_han(key):
            return found
    return []


def _is_han(key: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" for character in key)


def _companies(index: Index, found: Sequence[Row]) -> list[Party]:
    """The records found, and the others of the same company in the same group, as one counterparty each."""
    wanted = sorted({row["party_id"] for row in found})
    ways = {
        (row["party_table"], row["group_id"], row["party_id"]): row
        for row in sorted(found, key=_likeness, reverse=True)
    }
    named = index.rows("select * from {party} where party_id in (select unnest($ids::varchar[]))", {"ids": wanted})
    hits = [row for row in named if _key(row) in ways]
    others = index.rows(
        "select * from {party} where company_id in (select unnest($ids::varchar[])) order by party_table, party_id",
        {"ids": sorted({row["company_id"] for row in hits})},
    )
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(hits, key=lambda row: (*_likeness(ways[_key(row)]), row["party_table"], row["party_id"])):
        grouped.setdefault((row["group_id"], row["company_id"]), []).append(row)
    answer = []
    for (group_id, company_id), records in grouped.items():
        known = {_key(row) for row in records}
        same = [
            r for r in others if (r["group_id"], r["company_id"]) == (group_id, company_id) and _key(r) not in known
        ]
        first = ways[_key(records[0])]
        answer.append(Party((*records, *same), first["how"], first["written"]))
    return answer


def _key(row: Row) -> tuple[str, str, str]:
    return row["party_table"], row["group_id"], row["party_id"]


def _likeness(row: Row) -> tuple[int, int]:
    return _RANK[row["how"]], len(row["written"])
