"""Reads what the rules judge from the tables of earlier stages; with `read_*` beside it the only reader of this stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from screening.policy.catalogue import Catalogue
from screening.policy.facts import Coincidence, Entity, Kin, Level, Party, Tie
from screening.policy.read_parties import read_entities, read_parties
from screening.policy.read_register import RegisterFacts, read_register
from screening.policy.read_ties import read_kin, read_ties
from screening.policy.regimes import Margins, Regimes
from screening.policy.scope import standing_of
from screening.refdata.calendar import months_later
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse


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
    kin = read_kin(warehouse)
    return Facts(
        ties=read_ties(warehouse, kin, catalogue),
        kin=kin,
        coincidences=read[own],
        by_regime={name: read[margin] for name, margin in margins.items()},
        parties=read_parties(warehouse, night.as_of, since),
        entities=read_entities(warehouse, night, regimes),
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


def _read_names(warehouse: Warehouse) -> dict[str, str]:
    rows = warehouse.rows("select officer_id, min(name) as name from std_officers group by officer_id")
    return {row["officer_id"]: row["name"] for row in rows}
