"""The three clocks behind a case, read from the tables of the other stages: office, link, dealings. Nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from screening.contract.internal import ALWAYS, std
from screening.contract.words import POSTS
from screening.reports.relations import relation
from screening.reports.words import CODES

if TYPE_CHECKING:
    from screening.reports.view import View

Pair = tuple[str, str]
Bounds = tuple[str | None, str | None]

_HOLDING: Mapping[str, Pair] = {
    "direct": ("持股", "holding"),
    "chain": ("间接持股", "indirect holding"),
    "nominee": ("代持", "holding through a nominee"),
}
_BASIS: Mapping[str, Pair] = {
    **CODES["dealing_basis"],
    "registered_only": ("建档期间", "on file"),  # a line of its own, beside those of documents
    "competition": ("竞争关系", "competition"),
}
_OTHER: Mapping[str, Pair] = {
    "self": ("即对方", "is the counterparty"),
    "gift": ("礼品往来", "gift"),
    "shareholder": ("股东", "shareholder"),
    "same_line": ("控制同业企业", "controls a company in the same line"),
    "activity": ("与竞争方有关的业务", "business that serves a competitor"),
    "tip": ("举报线索", "report"),
}
_NOBODY = "from (select null::varchar as entity_id, null::varchar as group_id, null::varchar as name) where false"
_GRAIN = ("group_id", "party_table", "party_id")


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a timeline.

    Attributes:
        clock: office, link, dealing.
        label: in both languages.
        possible: first and last day on which it may have held; None = no bound.
        proven: the part of it that is proven; None where nothing is.
        months: documents by month (its first day), for dealings that are single days.
    """

    clock: str
    label: Pair
    possible: Bounds | None = None
    proven: Bounds | None = None
    months: tuple[tuple[str, int], ...] = ()


class Clocks:
    """The lanes of every candidate, open or dismissed, on one side of the wall."""

    def __init__(self, view: View) -> None:
        self._view = view

    def lanes(self, row: Mapping[str, Any]) -> list[Lane]:
        """Every lane of a finding's grain: offices, then links, then dealings."""
        office = (row["group_id"], row["officer_id"])
        link = (row["group_id"], row["officer_id"], row["related_id"], row["party_table"], row["party_id"])
        dealing = tuple(row[name] for name in _GRAIN)
        return [*self._offices.get(office, ()), *self._links.get(link, ()), *self._dealings.get(dealing, ())]

    @cached_property
    def _ready(self) -> bool:
        """Whether the tables could be laid beside the candidates."""
        warehouse = self._view.warehouse
        if not warehouse.has(std("officers")):
            return False
        named = f"from {std('group_entities')}" if warehouse.has(std("group_entities")) else _NOBODY
        warehouse.run(
            f"create or replace temp table report_entity as select entity_id, group_id, min(name) as name {named} group by all"
        )
        warehouse.run(
            "create or replace temp table report_candidate as select distinct group_id, officer_id, related_id, party_table, "
            f"party_id from finding where {self._view.is_shown} and {self._view.mine}"
        )
        warehouse.script("screening.reports", "clocks", as_of=self._view.night.as_of)
        return True

    def _rows(self, table: str) -> list[dict[str, Any]]:
        return self._view.warehouse.rows(f"select * from {table} order by all") if self._ready else []

    @cached_property
    def _offices(self) -> Mapping[tuple[Any, ...], Sequence[Lane]]:
        return _by(
            ("group_id", "officer_id"),
            ((row, Lane("office", _office(row), *_bounds(row))) for row in self._rows("report_office")),
        )

    @cached_property
    def _links(self) -> Mapping[tuple[Any, ...], Sequence[Lane]]:
        key = ("group_id", "officer_id", "related_id", "party_table", "party_id")
        return _by(key, ((row, Lane("link", _link(row), *_bounds(row))) for row in self._rows("report_link")))

    @cached_property
    def _dealings(self) -> Mapping[tuple[Any, ...], Sequence[Lane]]:
        rows = self._rows("report_dealing")
        months: dict[tuple[Any, ...], list[tuple[str, int]]] = {}
        for row in rows:
            if row["month"] is not None:
                key = (*(row[name] for name in _GRAIN), row["basis"])
                months.setdefault(key, []).append((row["month"].isoformat(), row["documents"]))
        found: dict[tuple[Any, ...], list[Lane]] = {}
        for (*grain, basis), counted in months.items():
            found.setdefault(tuple(grain), []).append(Lane("dealing", _BASIS[basis], months=tuple(counted)))
        for row in rows:
            if row["month"] is None:
                lane = Lane("dealing", _BASIS[row["basis"]], *_bounds(row))
                found.setdefault(tuple(row[name] for name in _GRAIN), []).append(lane)
        return found


def _by(
    key: Sequence[str], lanes: Iterable[tuple[Mapping[str, Any], Lane]]
) -> Mapping[tuple[Any, ...], Sequence[Lane]]:
    found: dict[tuple[Any, ...], list[Lane]] = {}
    for row, lane in lanes:
        found.setdefault(tuple(row[name] for name in key), []).append(lane)
    return found


def _bounds(row: Mapping[str, Any]) -> tuple[Bounds, Bounds | None]:
    proven = None if row["proven_from"] is None else (_day(row["proven_from"]), _day(row["proven_to"]))
    return (_day(row["possible_from"]), _day(row["possible_to"])), proven


def _day(day: date | None) -> str | None:
    return None if day is None or day in (ALWAYS, date.max) else day.isoformat()


def _office(row: Mapping[str, Any]) -> Pair:
    where = [part for part in (row["position"], row["entity"]) if part]
    return "，".join(where), ", ".join(where)


def _link(row: Mapping[str, Any]) -> Pair:
    kind, detail = row["kind"], row["detail"]
    if kind == "holding":
        zh, en = _HOLDING.get(detail, _HOLDING["direct"])
        share = "" if row["share_pct"] is None else f" {Decimal(row['share_pct']).normalize():f} %"
        return (zh + share, en + share)
    if kind == "post":
        return POSTS.get(detail, ("任职", "post"))
    return _OTHER[kind] if kind in _OTHER else relation(str(detail))
