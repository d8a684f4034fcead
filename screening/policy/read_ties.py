"""Reads who is tied to whom, and how related parties are related to officers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from screening.policy.catalogue import Catalogue, Side, Who
from screening.policy.facts import Grain, Kin, Tie
from screening.warehouse.store import Warehouse

Row = Mapping[str, Any]

_ORGANISATIONS: Mapping[str | None, Who] = {"controlled_by_self": "own_company", "post_of_self": "post_company"}


def read_kin(warehouse: Warehouse) -> dict[tuple[str, str], Kin]:
    """One relation per officer and related party; of several delivered ones the nearest, so that none is overlooked."""
    rows = warehouse.rows(
        """
        select officer_id, related_id, related_name, kin_code, perimeter, hk_class, label_zh, label_en,
               (select min(watched.relationship) from watched
                where watched.officer_id = kin.officer_id and watched.related_id = kin.related_id) as said
        from kin
        order by case perimeter when 'organisation' then 0 when 'core' then 1 when 'wide' then 2 else 3 end desc,
                 kin_code desc nulls first, hk_class desc, related_name desc
        """
    )
    return {
        (row["officer_id"], row["related_id"]): Kin(
            row["related_name"],
            row["said"],
            row["kin_code"],
            row["perimeter"],
            row["hk_class"],
            row["label_zh"],
            row["label_en"],
        )
        for row in rows
    }


def read_ties(warehouse: Warehouse, kin: Mapping[tuple[str, str], Kin], catalogue: Catalogue) -> tuple[Tie, ...]:
    """Ties with counterparties, and those that need none, ordered by tie_id.

    Group companies and employees' own vendor records are no counterparties.
    """
    rows = warehouse.rows(
        """
        select tie.*
        from tie
        left join party using (group_id, party_table, party_id)
        where party.excluded_as is null and (party.name is not null or tie.party_table is null)
        order by tie_id
        """
    )
    return tuple(_tie(row, kin, catalogue) for row in rows)


def _tie(row: Row, kin: Mapping[tuple[str, str], Kin], catalogue: Catalogue) -> Tie:
    grain = Grain(row["group_id"], row["officer_id"], row["related_id"], row["party_table"], row["party_id"])
    is_owner = row["kind"] == "post" and row["detail"] in catalogue.posts.owner
    return Tie(
        tie_id=row["tie_id"],
        grain=grain,
        who=_who(grain, kin),
        side=_side(row["kind"], grain.party_table),
        kind="self" if is_owner else row["kind"],
        detail=row["detail"],
        share_pct=row["share_pct"],
        aggregate_pct=row["aggregate_pct"],
        control=row["control"],
        acquired_via=row["acquired_via"],
        listed=row["listed"],
        nominee=row["nominee"] is True,
        direction=row["direction"],
        possible_from=row["possible_from"] or date.min,
        possible_to=row["possible_to"] or date.max,
        proven_from=row["proven_from"] or date.max,
        proven_to=date.min if row["proven_from"] is None else row["proven_to"] or date.max,
        event_on=row["event_on"],
        handed_in_on=row["handed_in_on"],
        amount=row["amount"],
        currency=row["currency"],
        is_financial_institution=row["is_financial_institution"],
        entity_id=row["entity_id"],
        score=row["score"],
        tier=row["tier"],
        path=row["path"],
        evidence=row["evidence"],
    )


def _side(kind: str, party_table: str | None) -> Side:
    """Business, competitor, or the market in which somebody competes, whoever his own company is to the group."""
    if kind == "same_line" or party_table is None:
        return "market"
    return "competitor" if party_table == "competitors" else "business"


def _who(grain: Grain, kin: Mapping[tuple[str, str], Kin]) -> Who:
    if grain.officer_id is None:
        return "shareholder"
    if grain.related_id is None:
        return "self"
    relation = kin.get((grain.officer_id, grain.related_id))
    if relation is None or relation.perimeter != "organisation":
        return "relative"
    return _ORGANISATIONS.get(relation.code, "related_company")
