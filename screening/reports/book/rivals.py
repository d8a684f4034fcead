"""The sheet of companies that may be competitors and are on no list: a proposal for whoever keeps it, never a finding."""

from __future__ import annotations

from collections.abc import Iterator

from screening.reports.book.sheet import Sheet
from screening.reports.sheets import Cell
from screening.reports.view import View
from screening.reports.words import code, text

_COLUMNS = {
    "party_name": 34, "party_uscc": 22, "known_as": 14, "group_entity": 34, "shared_lines": 44, "industry_code": 12,
    "scope_bits": 12, "group_id": 12,
}  # fmt: skip

_MOST = 300
"""Rows that are shown; more than that nobody goes through."""

_RIVALS = """
    select b.group_id, b.entity_id, c.name as party_name, c.uscc as party_uscc, b.lines, b.industry_code, b.bits as scope_bits,
        (select min(name) from company as e where e.group_id = b.group_id and e.entity_id = b.entity_id) as group_entity,
        (select list_sort(list(distinct p.party_table)) from party as p
         where p.group_id = b.group_id and p.company_id = b.company_id) as known_as
    from business_watch as b
    join company as c using (company_id)
    where b.why = 'same_line' and b.industry_code is not null and len(b.lines) > 0
        and not exists (from party as p
            where p.party_table = 'competitors' and p.group_id = b.group_id and p.company_id = b.company_id)
    order by b.group_id, b.bits desc, c.name, c.company_id
"""


def rivals_sheet(view: View) -> Sheet:
    """One row per company with the industry code of a group entity and lines of its business scope, the most alike first."""
    return Sheet("rivals", _COLUMNS, _rows(view), frozen=1)


def _rows(view: View) -> Iterator[dict[str, Cell]]:
    language = view.night.language
    found = view.warehouse.rows(_RIVALS)
    for row in found[:_MOST]:
        known = [code("party_table", table, language) for table in row["known_as"] or ()]
        yield {
            **{key: value for key, value in row.items() if not isinstance(value, list)},
            "known_as": text("comma", language).join(known),
            "shared_lines": text("comma", language).join(row["lines"]),
        }
    if len(found) > _MOST:
        yield {"party_name": text("more_rivals", language).format(n=len(found) - _MOST)}
