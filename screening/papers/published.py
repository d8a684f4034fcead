"""What papers may be made of: officers, their declared items and links of one published run, as far as the caller may see them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screening.errors import UsageError
from screening.investigate.answer import check_recusal
from screening.investigate.decisions import decisions_on
from screening.investigate.index import Index
from screening.investigate.people import officer
from screening.papers.language import Language
from screening.policy.scope import standing_of
from screening.settings import PolicySettings

Row = Mapping[str, Any]

NO_LETTER = ("GEN", "RES", "RPT-HK")
"""The first two rest on reports: a letter would tell that somebody reported. The third is a shareholder's, not an officer's."""


@dataclass(frozen=True, slots=True)
class Officer:
    """One officer with what the run holds on him.

    Attributes:
        is_restricted: whether he stands behind the wall, and his papers apart.
        is_in_office: whether he owes a December form: in office on the run's day, in a class of office that the policy covers or may cover.
        posts: rows of the table `post` of that day, or all of them where he is not in office.
        declared: his declared items.
        links: findings that are open or declared, dismissed ones left out.
    """

    officer_id: str
    name: str
    is_restricted: bool
    is_in_office: bool
    posts: Sequence[Row]
    declared: Sequence[Row]
    links: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Published:
    """One run as papers read it.

    Attributes:
        hidden: findings and candidates behind the wall that the caller may not see; None where there are none to hide.
        stands_aside: whether people were left out from whose matters the caller stands aside.
    """

    as_of: str
    language: Language
    officers: Sequence[Officer]
    kinship: Mapping[tuple[str, str], Row]
    hidden: Mapping[str, int] | None
    stands_aside: bool


def read_published(out: Path, officer_id: str | None) -> Published:
    """OUT/latest for everybody, or for one officer.

    Raises:
        UsageError: nothing was published there, there is no such officer, or the caller stands aside from his matters.
        IntegrityError: a file of the run or the log of decisions is damaged.
    """
    index = Index(out)
    if officer_id is not None:
        check_recusal(index, officer(index, officer_id))
    ids = [
        row["officer_id"]
        for row in index.rows("select distinct officer_id from {watched} where kind = 'officer' order by officer_id")
        if row["officer_id"] not in index.barred and officer_id in (None, row["officer_id"])
    ]
    tables = {name: _grouped(index, sql, ids) for name, sql in _SQL.items()}
    links = _without_dismissed(index, out, tables.pop("links"))
    policy = PolicySettings.model_validate(index.manifest["parameters"]["settings"]["policy"])
    return Published(
        index.as_of, index.manifest["parameters"]["language"],
        [_officer(index, policy, each, tables, links.get(each, [])) for each in ids],
        {(row["officer_id"], row["related_id"]): row for rows in tables["kin"].values() for row in rows},
        index.hidden, bool(index.barred) and officer_id is None,
    )  # fmt: skip


_OF_OFFICERS = "officer_id in (select unnest($ids::varchar[]))"
_SQL = {
    "names": f"select officer_id, name from {{watched}} where kind = 'officer' and {_OF_OFFICERS} order by officer_id, watched_id",
    "posts": f"select * from {{post}} where {_OF_OFFICERS} order by all",
    "declared": f"select * from {{declaration}} where {_OF_OFFICERS} order by officer_id, submitted_on desc, declaration_id",
    "kin": f"select * from {{kin}} where {_OF_OFFICERS} order by all",
    "links": f"""
        select finding_id, case_id, rule_id, outcome, tier, score, overlap, officer_id, officer_name, related_id, related_name, relationship,
            party_table, party_id, party_cluster, party_name, declaration_status, path
        from {{findings}} where {_OF_OFFICERS} and outcome in ('candidate', 'declared') and lifecycle <> 'closed'
        order by case_id, tier, rule_id, party_table, party_id, finding_id""",
}


_Rows = dict[str, list[Row]]
"""By officer."""


def _grouped(index: Index, sql: str, ids: Collection[str]) -> _Rows:
    found: _Rows = {}
    for row in index.rows(sql, {"ids": list(ids)}):
        found.setdefault(row["officer_id"], []).append(row)
    return found


def _without_dismissed(index: Index, out: Path, links: _Rows) -> dict[str, list[Row]]:
    """The links by officer, with their paths read; what was dismissed after the run is left out, too."""
    rows = [row for found in links.values() for row in found]
    last = {
        row["finding_id"]: row for row in decisions_on(out, index.manifest.get("decisions"), rows) if row["since_run"]
    }
    gone = {
        finding
        for finding, row in last.items()
        if row["decision"] == "dismissed" or row["identity"] == "not_same"
    }  # fmt: skip
    return {
        officer_id: [{**row, "path": json.loads(row["path"] or "[]")} for row in found if row["finding_id"] not in gone]
        for officer_id, found in links.items()
    }


def _officer(
    index: Index,
    policy: PolicySettings,
    officer_id: str,
    tables: Mapping[str, Mapping[str, Sequence[Row]]],
    links: Sequence[Row],
) -> Officer:
    posts = tables["posts"].get(officer_id, [])
    held = [
        row for row in posts
        if (row["term_start"] is None or str(row["term_start"]) <= index.as_of)
        and (row["term_end"] is None or str(row["term_end"]) > index.as_of)
    ]  # fmt: skip
    is_in_office = any(standing_of(row["position_class"], policy) != "out" for row in held)
    declared = tables["declared"].get(officer_id, [])
    return Officer(
        officer_id, tables["names"][officer_id][0]["name"], officer_id in index.restricted_officers, is_in_office, held or posts,
        declared, links,
    )  # fmt: skip


def nothing_to_write() -> UsageError:
    """Nobody in office and no open case, as far as the caller may see."""
    return UsageError(
        "该运行中没有您可以生成文书的在任人员或待核实案件。",
        "The run holds nobody in office and no open case that you may make papers on.",
        "nothing_to_write",
    )
