"""Which records name one company: exact joins by code and by full name. Everything weaker becomes a link, never a merger."""

from __future__ import annotations

import pyarrow as pa

from screening.refdata.kinship import is_emergency_contact, organisation_relation
from screening.refdata.region_names import region_initials
from screening.refdata.regions import regions
from screening.warehouse.store import Warehouse

PACKAGE = "screening.matching"
SHORT_NAME = 5  # a name without region and legal form needs so many characters to stand for one company


def resolve_companies(warehouse: Warehouse) -> None:
    """Writes company and company_mention (and m_place, m_met, m_spelt and m_own, from which links are searched)."""
    warehouse.put("m_relation", _relations(warehouse))
    warehouse.script(PACKAGE, "roles")
    warehouse.script(PACKAGE, "company_place")
    warehouse.script(PACKAGE, "company_spelling", short_name=SHORT_NAME)
    warehouse.script(PACKAGE, "company_reused")
    warehouse.script(PACKAGE, "company_resolve")
    warehouse.put("m_region_initial", _initials())


def _relations(warehouse: Warehouse) -> pa.Table:
    """What each distinct relationship says about who the related party is."""
    terms = [
        row["relationship"]
        for row in warehouse.rows("select distinct relationship from std_related_parties order by 1")
    ]
    known = [term for term in terms if term is not None]
    return pa.table({
        "relationship": pa.array(known, pa.string()),
        "is_emergency": pa.array([is_emergency_contact(term) for term in known], pa.bool_()),
        "is_organisation": pa.array([organisation_relation(term) is not None for term in known], pa.bool_()),
    })  # fmt: skip


def _initials() -> pa.Table:
    """The characters that may stand for a region at the beginning of a short name: its own first one, and 陕, 沪, 粤."""
    short = region_initials()
    found = sorted({
        (region.name, initial) for region in regions().values() for initial in (region.name[0], *short.get(region.name, ()))
    })  # fmt: skip
    return pa.table({
        "region": pa.array([region for region, _ in found], pa.string()),
        "initial": pa.array([initial for _, initial in found], pa.string()),
    })  # fmt: skip
