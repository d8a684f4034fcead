"""What every report shows, read once from the warehouse: findings, candidates in order, quality, coverage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from screening.contract.index import IndexTable
from screening.contract.outputs import FINDINGS
from screening.reports.before import findings_of, trend_of
from screening.reports.coverage import coverage_of
from screening.reports.register import RegisterView
from screening.reports.wall import MASK, behind_the_wall
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

JSON_COLUMNS = ("path", "evidence", "regime_verdicts")
_COLUMNS = ", ".join(quoted(name) for name in FINDINGS)
_OPEN = "outcome = 'candidate' and lifecycle <> 'closed'"
_RANK = "tier, dealing_basis is not distinct from 'registered_only', score desc, exposure_amount desc nulls last, finding_id"


@dataclass(frozen=True)
class View:
    """One run as the reports see it; `restricted` tells which side of the wall it stands on.

    A finding on a person named in `[restricted]` is seen by the restricted view alone; the other one knows how
    many there are.
    """

    warehouse: Warehouse
    night: RunSettings
    restricted: bool = False

    is_shown = f"(({_OPEN}) or (outcome = 'dismissed' and lifecycle <> 'closed'))"
    """The condition for an open candidate, or one that was dismissed, as SQL."""

    @property
    def mine(self) -> str:
        """The condition on `officer_id` for this side of the wall, as SQL."""
        is_restricted = f"coalesce(officer_id in ({self._listed}), false)" if self._listed else "false"
        return is_restricted if self.restricted else f"not {is_restricted}"

    @cached_property
    def _listed(self) -> str:
        """The officers behind the wall as SQL literals; empty when there are none."""
        return ", ".join(literal(officer) for officer in behind_the_wall(self.warehouse, self.night))

    def officers_rows(self, table: str) -> pa.Table:
        """The rows of a table with an `officer_id` that belong to this side, sorted by all their columns."""
        return self.warehouse.query(f"select * from {quoted(table)} where {self.mine} order by all")

    def of_this_side(self, table: IndexTable) -> str:
        """The condition for rows of a table of the index that stand on this side of the wall."""
        hidden = (
            "select watched_id, name from watched where officer_id in (" + self._listed + ")" if self._listed else None
        )
        if table.owner == "officer":
            return self.mine
        if table.owner == "nobody" or hidden is None:
            return "false" if self.restricted else "true"
        if table.owner == "watched":
            theirs = f"watched_id in (select watched_id from ({hidden}))"
        else:  # named in a company, or a name of somebody named there
            names = f"select name from ({hidden}) union select value from identity_name semi join ({hidden}) using (watched_id)"
            theirs = f"coalesce({'name' if 'name' in table.columns else 'value'} in ({names}), false)"
        return theirs if self.restricted else f"not {theirs}"

    @cached_property
    def findings(self) -> pa.Table:
        """Every finding of this side with the contract's columns, ordered by finding_id."""
        return self.warehouse.query(f"select {_COLUMNS} from finding where {self.mine} order by finding_id")

    @cached_property
    def candidates(self) -> list[dict[str, Any]]:
        """Open candidates, best first (contract.md section 3), with the JSON columns parsed."""
        rows = self.warehouse.rows(f"select {_COLUMNS} from finding where {_OPEN} and {self.mine} order by {_RANK}")
        return [_parsed(row) for row in rows]

    @cached_property
    def cleared(self) -> list[dict[str, Any]]:
        """Findings that are no open candidates, by outcome, officer and counterparty."""
        rows = self.warehouse.rows(
            f"""select {_COLUMNS} from finding where not ({_OPEN}) and {self.mine}
                order by outcome, officer_id, party_table, party_id, rule_id, finding_id"""
        )
        return [_parsed(row) for row in rows]

    @cached_property
    def by_id(self) -> Mapping[str, dict[str, Any]]:
        """Every finding of this side by its id."""
        return {row["finding_id"]: row for row in (*self.candidates, *self.cleared)}

    @cached_property
    def before(self) -> Mapping[str, Mapping[str, Any]]:
        """The baseline's findings on this side of the wall, by id."""
        return findings_of(self.night.baseline)

    @cached_property
    def trend(self) -> list[Mapping[str, Any]]:
        """Counts night by night, tonight last."""
        return trend_of(self)

    @cached_property
    def calendar(self) -> list[dict[str, Any]]:
        """Lines of the declaration calendar on this side of the wall, those that are certain first, the latest before."""
        order = "list_position(['certain', 'depends_on_reading', 'cannot_be_computed'], certainty)"
        return self.warehouse.rows(
            f"select * from compliance where {self.mine} order by {order}, working_days_late desc nulls last, "
            "rule_id, officer_id, period, declaration_id, source_id, finding_id"
        )

    @cached_property
    def register(self) -> RegisterView:
        """The declaration register beside what was found."""
        return RegisterView(self)

    @cached_property
    def quality(self) -> pa.Table:
        """Data-quality findings with the columns of quality.parquet; messages in the run's language.

        The key of a registry row holds names: those of restricted people are left out of it.
        """
        return self.warehouse.query(
            f"""select $run_id as run_id, table_name as "table", row,
                       array_to_string(list_transform(string_split(key, ' / '),
                           lambda part: case when list_contains($hidden::varchar[], part) then $mask else part end), ' / ') as key,
                       check_id as "check", severity, column_name as "column",
                       message_{self.night.language} as message
                from issue
                order by table_name, key, check_id, column_name, message, row""",
            {
                "run_id": self.night.run_id,
                "hidden": sorted(self.hidden_names),
                "mask": MASK,
            },
        )

    @cached_property
    def coverage(self) -> Mapping[str, Any]:
        """The content of coverage.json."""
        return coverage_of(self.warehouse, self.night)

    @cached_property
    def hidden_names(self) -> frozenset[str]:
        """Every name of the people behind the wall and of their related parties, which texts of others must not tell here."""
        if self.restricted or not self.night.settings.restricted.officers:
            return frozenset()
        rows = self.warehouse.rows(
            """with theirs as (select watched_id, name from watched where officer_id in (select unnest($ids::varchar[])))
            select name from theirs where name is not null
            union
            select value from identity_name semi join theirs using (watched_id)""",
            {"ids": list(behind_the_wall(self.warehouse, self.night))},
        )
        return frozenset(row["name"] for row in rows)

    @cached_property
    def unknown_restricted(self) -> list[str]:
        """Ids named in `[restricted]` that no officer bears: a slip of the pen there would show what it should hide."""
        rows = self.warehouse.rows(
            "select id from (select unnest($ids::varchar[]) as id) "
            "where id not in (select officer_id from watched where officer_id is not null) order by id",
            {"ids": list(self.night.settings.restricted.officers)},
        )
        return [row["id"] for row in rows]

    @cached_property
    def restricted_counts(self) -> Mapping[str, int]:
        """How many findings and candidates stand behind the wall."""
        other = View(self.warehouse, self.night, restricted=True)
        return {
            "findings": other.findings.num_rows,
            "candidates": len(other.candidates),
        }


def _parsed(row: dict[str, Any]) -> dict[str, Any]:
    for name in JSON_COLUMNS:
        row[name] = json.loads(row[name]) if row[name] is not None else None
    return row


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"
