"""The tables of a run's `index/`: what questions against a published run read, and in which order they are sorted.

Rows are sorted by the columns they are looked up by, and row groups are small, so that a question reads a few of them. A table
stands on one or both sides of the wall around restricted people, as `owner` says:

    nobody   in index/ only: it speaks of no watched person
    officer  a row stands where its officer does
    watched  a row stands where its watched identity does
    name     in index/, but for rows in which the name of somebody behind the wall stands
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from screening.contract.internal import STAGE_TABLES

INDEX_VERSION = 2
"""In the metadata of every file; a program refuses an index of another version."""

Owner = Literal["nobody", "officer", "watched", "name"]


@dataclass(frozen=True, slots=True)
class IndexTable:
    """One file of `index/`.

    Attributes:
        owner: on which side of the wall its rows stand.
        key: the columns it is looked up by; it is sorted by these and then, unless they name a row, by all others.
        columns: column name -> DuckDB type, in order.
        grain: what one row is.
        is_unique: whether the key names a row; large tables are not sorted by what cannot matter.
    """

    name: str
    owner: Owner
    key: tuple[str, ...]
    columns: Mapping[str, str]
    grain: str
    is_unique: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The columns by which the file is sorted."""
        return self.key if self.is_unique else tuple(dict.fromkeys((*self.key, *self.columns)))


def _stage(name: str, owner: Owner, *key: str, is_unique: bool = False) -> IndexTable:
    """A table between stages as it is."""
    table = STAGE_TABLES[name]
    return IndexTable(name, owner, key, table.columns, table.grain, is_unique)


_TABLES = (
    _stage("watched", "officer", "officer_id"),
    _stage("identity_name", "watched", "watched_id"),
    _stage("identity_number", "watched", "watched_id"),
    _stage("identity_fact", "watched", "watched_id"),
    _stage("shared_value", "watched", "watched_id", "company_id"),
    _stage("kin", "officer", "officer_id"),
    IndexTable("post", "officer", ("officer_id",), {
        "officer_id": "VARCHAR", "name": "VARCHAR", "group_id": "VARCHAR", "entity_id": "VARCHAR", "entity_name": "VARCHAR",
        "position": "VARCHAR", "position_class": "VARCHAR", "term_start": "DATE", "term_end": "DATE", "row": "BIGINT",
    }, "one appointment of one officer"),
    IndexTable("declaration", "officer", ("officer_id",), {
        "officer_id": "VARCHAR", "declaration_id": "VARCHAR", "kind": "VARCHAR", "submitted_on": "DATE", "signed": "BOOLEAN",
        "nil_return": "BOOLEAN", "item": "VARCHAR", "counterparty_name": "VARCHAR", "related_party_name": "VARCHAR",
        "relationship": "VARCHAR", "share_pct": "DECIMAL(9,6)", "decision": "VARCHAR", "decided_on": "DATE", "cured_on": "DATE",
        "withdrawn_on": "DATE", "company_id": "VARCHAR", "party_clusters": "VARCHAR[]", "row": "BIGINT",
    }, "one declared item with the counterparty it was taken for"),
    _stage("person_link", "watched", "watched_id"),
    _stage("attribute_link", "watched", "watched_id"),
    _stage("company_watch", "watched", "watched_id"),
    _stage("match_contradiction", "officer", "officer_id"),
    _stage("tie", "officer", "officer_id"),
    _stage("finding_basis", "officer", "finding_id", is_unique=True),
    IndexTable("page_case", "officer", ("case_id",), {
        "case_id": "VARCHAR", "officer_id": "VARCHAR", "number": "BIGINT", "content": "VARCHAR",
    }, "one case as report.html and `coi review` draw it, JSON: its candidates and dismissed findings", is_unique=True),
    IndexTable("recusal", "nobody", ("account",), {
        "account": "VARCHAR", "name": "VARCHAR", "officer_id": "VARCHAR",
    }, "one officer on whose cases a reviewer of [reviewers] may not decide; no officer where there is none"),
    _stage("party", "nobody", "party_id", "party_table", "group_id", is_unique=True),
    _stage("party_name", "nobody", "name_key", "party_table", "group_id", "party_id", "name", "usage", is_unique=True),
    _stage("company", "nobody", "company_id", is_unique=True),
    _stage("company_link", "nobody", "left_id"),
    _stage("upstream", "nobody", "company_id"),
    _stage("mention", "name", "company_id", "table_name", "record_id", "role", "name", is_unique=True),
    _stage("mention_name", "name", "value", is_unique=True),
    _stage("pair_kind", "nobody", "kind"),
    _stage("frozen_weight", "nobody", "name"),
)  # fmt: skip

INDEX_TABLES: Mapping[str, IndexTable] = {table.name: table for table in _TABLES}
