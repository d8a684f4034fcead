"""Reads what the rules judge from the tables of earlier stages. The only reader of this stage; small results only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from screening.contract.internal import std
from screening.policy.catalogue import Catalogue, Side, Who
from screening.policy.facts import (
    BASES,
    Coincidence,
    Entity,
    Exposure,
    Grain,
    Kin,
    Level,
    Party,
    Tie,
)
from screening.policy.read_register import RegisterFacts, read_register
from screening.policy.regimes import Margins, Regimes
from screening.policy.scope import standing_of
from screening.refdata.calendar import months_later
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, load_sql

Row = Mapping[str, Any]

_ORGANISATIONS: Mapping[str | None, Who] = {"controlled_by_self": "own_company", "post_of_self": "post_company"}


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of one night that verdicts depend on, by key.

    Attributes:
        coincidences: by tie_id, in the order of the officer's appointments.
        by_regime: the same under each regime that widens offices or links otherwise than the policy.
        parties: by (party_table, group_id, party_id) as one text.
        entities: by group, then by entity.
    """

    ties: tuple[Tie, ...]
    kin: Mapping[tuple[str, str], Kin]
    coincidences: Mapping[str, tuple[Coincidence, ...]]
    by_regime: Mapping[str, Mapping[str, tuple[Coincidence, ...]]]
    parties: Mapping[str, Party]
    entities: Mapping[str, Mapping[str, Entity]]
    names: Mapping[str, str]
    register: RegisterFacts


def read_facts(warehouse: Warehouse, night: RunSettings, catalogue: Catalogue, regimes: Regimes) -> Facts:
    """Lays office, link and dealings over each other and reads the result."""
    settings = night.settings.policy
    since = months_later(night.as_of, -settings.dealing_look_back_months)
    asked = [name for name in regimes.regimes if name in settings.regimes]
    margins = {name: regimes.of(name).margins for name in asked}
    own = Margins(office_back=settings.leaver_months)
    read = {margin: _lay(warehouse, night, margin, since) for margin in sorted(set(margins.values()) - {own}, key=repr)}
    read[own] = _lay(warehouse, night, own, since)  # last: the calendar reads what it leaves behind
    kin = _read_kin(warehouse)
    return Facts(
        ties=_read_ties(warehouse, kin, catalogue),
        kin=kin,
        coincidences=read[own],
        by_regime={name: read[margin] for name, margin in margins.items()},
        parties=_read_parties(warehouse, night.as_of, since),
        entities=_read_entities(warehouse, night, regimes),
        names=_read_names(warehouse),
        register=read_register(warehouse, night),
    )


def _lay(warehouse: Warehouse, night: RunSettings, margins: Margins, since: date) -> dict[str, tuple[Coincidence, ...]]:
    """Office, link and dealings laid over each other with such margins."""
    warehouse.script(
        __package__,
        "clocks",
        as_of=night.as_of,
        since=since,
        on_file=night.settings.source("officers").as_of or night.as_of,
        promulgated_on=night.settings.policy.promulgated_on,
        **margins.model_dump(),
    )
    return _read_coincidences(warehouse, night)


def _read_kin(warehouse: Warehouse) -> dict[tuple[str, str], Kin]:
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


def _read_ties(warehouse: Warehouse, kin: Mapping[tuple[str, str], Kin], catalogue: Catalogue) -> tuple[Tie, ...]:
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


def _read_coincidences(warehouse: Warehouse, night: RunSettings) -> dict[str, tuple[Coincidence, ...]]:
    """Every tie of an officer laid over every appointment of his, also over those it has no day in common with."""
    rows = warehouse.rows(
        """
        select life.tie_id, office.entity_id, office.position, office.position_class, office.began,
               office.at_promulgation, coalesce(shared.proven, false) as proven,
               coalesce(shared.possible, false) as possible, shared.first_day, shared.last_day, shared.may_begin,
               shared.may_end, shared.handled_on,
               shared.entity_deals
        from tie as life
        inner join policy_office as office using (officer_id, group_id)
        left join policy_coincidence as shared using (tie_id, office_id)
        order by life.tie_id, office.began nulls last, office.entity_id, office.position, office.office_id
        """
    )
    found: dict[str, list[Coincidence]] = defaultdict(list)
    for row in rows:
        level: Level | None = "proven" if row["proven"] else "possible" if row["possible"] else None
        first, last = (row["first_day"], row["last_day"]) if row["proven"] else (row["may_begin"], row["may_end"])
        found[row["tie_id"]].append(
            Coincidence(
                entity_id=row["entity_id"],
                position=row["position"],
                position_class=row["position_class"],
                standing=standing_of(row["position_class"], night.settings.policy),
                level=level,
                began=row["began"],
                first_day=row["first_day"],
                handled_on=row["handled_on"],
                at_promulgation=row["at_promulgation"],
                entity_deals=row["entity_deals"],
                span=None if level is None or first is None or last is None else (first, last),
            )
        )
    return {tie_id: tuple(each) for tie_id, each in found.items()}


def _read_parties(warehouse: Warehouse, as_of: date, since: date) -> dict[str, Party]:
    """Counterparties that somebody is tied to, those in no master by what their ties say."""
    sums = {
        _key(row): row for row in warehouse.rows(load_sql(__package__, "exposure"), {"as_of": as_of, "since": since})
    }
    rows = warehouse.rows(
        """
        select group_id, party_table, party_id, party_cluster, company_id, name, is_financial_institution
        from party
        where excluded_as is null
          and (group_id, party_table, party_id) in (select (group_id, party_table, party_id) from tie)
        """
    )
    elsewhere = warehouse.rows(
        """
        select group_id, party_table, party_id, min(company_id) as company_id, min(party_name) as name
        from tie where party_table is null group by group_id, party_table, party_id
        """
    )
    unlisted = {
        _key(row): Party(row["party_id"], row["company_id"], row["name"], None, None, None) for row in elsewhere
    }
    return unlisted | {
        _key(row): Party(
            cluster=row["party_cluster"],
            company_id=row["company_id"],
            name=row["name"],
            is_financial_institution=row["is_financial_institution"],
            basis=BASES[sums[_key(row)]["basis_rank"]] if _key(row) in sums else None,
            exposure=_exposure(sums.get(_key(row))),
        )
        for row in rows
    }


def _key(row: Row) -> str:
    return f"{row['party_table']}/{row['group_id']}/{row['party_id']}"


def _exposure(row: Row | None) -> Exposure | None:
    if row is None or not row["amounts"]:
        return None
    return Exposure(row["document"], tuple((each["currency"], each["amount"]) for each in row["amounts"]))


def _read_entities(warehouse: Warehouse, night: RunSettings, regimes: Regimes) -> dict[str, dict[str, Entity]]:
    """Group entities; the jurisdiction of the calendar settings wins over the delivered one."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    if not warehouse.has(std("group_entities")):
        return found
    above = {
        (row["group_id"], row["entity_id"]): row["codes"]
        for row in warehouse.rows(
            """
            with recursive below as (
                select group_id, parent_entity_id as entity_id, entity_id as child, listed_code from std_group_entities
                where parent_entity_id is not null
                union
                select below.group_id, entity.parent_entity_id, below.child, below.listed_code
                from below
                join std_group_entities as entity on entity.group_id = below.group_id and entity.entity_id = below.entity_id
                where entity.parent_entity_id is not null
            )
            select group_id, entity_id, list(listed_code order by listed_code) as codes from below group by group_id, entity_id
            """
        )
    }
    rows = warehouse.rows(
        """
        select group_id, entity_id, max(upper(jurisdiction)) as jurisdiction, list(listed_code order by listed_code) as codes
        from std_group_entities
        group by group_id, entity_id
        """
    )
    for row in rows:
        configured = night.settings.calendar.jurisdiction.get(row["entity_id"])
        found[row["group_id"]][row["entity_id"]] = Entity(
            row["entity_id"],
            configured or row["jurisdiction"] or "CN",
            any(regimes.is_a_share(code) for code in row["codes"]),
            any(regimes.is_a_share(code) for code in above.get((row["group_id"], row["entity_id"]), ())),
        )
    return found


def _read_names(warehouse: Warehouse) -> dict[str, str]:
    rows = warehouse.rows("select officer_id, min(name) as name from std_officers group by officer_id")
    return {row["officer_id"]: row["name"] for row in rows}
