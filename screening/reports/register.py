"""The declaration register as reports show it: every declared item, and which findings it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from screening.contract.internal import std
from screening.reports.wall import MASK

if TYPE_CHECKING:
    from screening.reports.view import View

Row = Mapping[str, Any]


@dataclass(frozen=True)
class RegisterView:
    """What was declared by people on this side of the wall, as it stood on the as-of date."""

    view: View

    @cached_property
    def items(self) -> Sequence[Row]:
        """Declared items by officer, the earliest first.

        `met` is what became of an item: candidate, settled (a finding that is no candidate), no_link (the counterparty is in a
        master, no link was found), no_party (in no master), names_nobody, nil_return, unsigned, not_yet (after the as-of date),
        officer_unknown. Names of restricted people whom somebody else declared are masked.
        """
        warehouse = self.view.warehouse
        if not warehouse.has(std("declarations")):
            return ()
        warehouse.script("screening.reports", "register", as_of=self.view.night.as_of)
        rows = warehouse.rows(
            f"select * from report_declaration where {self.view.mine} order by officer_id, submitted_on, declaration_id, record_id"
        )
        for row in rows:
            for name in ("counterparty_name", "related_party_name"):
                if row[name] in self.view.hidden_names:
                    row[name] = MASK
        return rows

    @cached_property
    def naming(self) -> Mapping[str, Sequence[Row]]:
        """The items that name the counterparty of a finding, by finding_id; the earliest first."""
        found: dict[str, list[Row]] = {}
        for item in self.items:
            for finding in item["finding_ids"]:
                found.setdefault(finding, []).append(item)
        return found

    @cached_property
    def by_number(self) -> Mapping[tuple[str, str], Row]:
        """One item per officer and declaration_id."""
        return {(item["officer_id"], item["declaration_id"]): item for item in self.items}
