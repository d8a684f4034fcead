"""The companies behind a counterparty: itself, those that are probably the same, and whoever holds shares above it."""

from __future__ import annotations

from screening.investigate.index import Index

MOST = 500
"""Companies looked behind; a listed company may have thousands above it."""


def behind(index: Index, company_id: str, group_id: str) -> tuple[list[str], bool]:
    """The walk that decides whose people were compared (matching's relevant.sql), from one company upwards.

    Returns:
        Company ids, the nearest first, and whether the walk was cut short.
    """
    own = {
        row["company_id"]
        for row in index.rows(
            "select company_id from {company} where group_id = $group and entity_id is not null", {"group": group_id}
        )
    }
    found, last = [company_id], [company_id]
    while last and len(found) < MOST:
        rows = index.rows(
            """select distinct next from (
                select holder_company_id as next from {upstream} where company_id in (select unnest($ids::varchar[]))
                union all select right_id from {company_link} where left_id in (select unnest($ids::varchar[]))
                union all select left_id from {company_link} where right_id in (select unnest($ids::varchar[])))
            order by next""",
            {"ids": last},
        )
        known = own.union(found)
        last = [row["next"] for row in rows if row["next"] not in known]
        found += last
    return found[:MOST], len(found) > MOST
