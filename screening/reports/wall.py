"""Officers and their relatives: whose findings stand in restricted/ only, and from whose cases a reviewer stands aside."""

from __future__ import annotations

from collections.abc import Iterable

from screening.contract.internal import std
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

MASK = "***"
"""Stands for a name of somebody behind the wall in texts of others."""

_RELATIVES = """
    select distinct case when related.officer_id in {listed} then officer.officer_id else related.officer_id end as id
    from {related} as related
    join {officers} as officer on officer.name = related.name or officer.id_number = related.id_number
    where related.officer_id in {listed} or officer.officer_id in {listed}
    order by id
"""


def behind_the_wall(warehouse: Warehouse, night: RunSettings) -> tuple[str, ...]:
    """Officer ids whose findings stand in restricted/ only, sorted."""
    return with_relatives(warehouse, night.settings.restricted.officers)


def with_relatives(warehouse: Warehouse, named: Iterable[str]) -> tuple[str, ...]:
    """These officers and the officers who are their relatives, sorted.

    An officer is a relative when either side names the other among the related parties, by number or by name. A namesake is
    taken in too: hiding one finding too many from the general report, or standing aside once too often, is the smaller harm.
    """
    wanted = sorted(set(named))
    if not wanted:
        return ()
    related, officers = std("related_parties"), std("officers")
    if not warehouse.has(related):
        return tuple(wanted)
    names = {f"person_{number}": officer for number, officer in enumerate(wanted)}
    listed = "(" + ", ".join(f"${name}" for name in names) + ")"
    found = warehouse.rows(_RELATIVES.format(listed=listed, related=quoted(related), officers=quoted(officers)), names)
    return tuple(sorted({*wanted, *(str(row["id"]) for row in found)}))
