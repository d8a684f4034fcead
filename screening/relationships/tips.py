"""Ties that a report alleges: kind `tip`, detail `resources` or `conflict`. Always leads; what a report says is never quoted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screening.relationships.businesses import name_id
from screening.relationships.identity import Link, feature_of
from screening.relationships.life import life_of
from screening.relationships.ties import Source, Tie, step
from screening.warehouse.store import Warehouse

_BY_CODE = Link("C", 1.0, None)
_BY_NAME = Link("C", 0.5, 0.0)
"""One officer bears the name; somebody outside the roster may bear it too."""


def tip_ties(warehouse: Warehouse, as_of: date) -> Iterator[Tie]:
    """Ties of officers named in reports received by the as-of date."""
    warehouse.script(__package__, "tips")
    for row in warehouse.rows(
        "select *, rel_life(received_on, received_on_hi, null, null, received_on_hi) as life from rel_tip "
        "where received_on <= $as_of order by all",
        {"as_of": as_of},
    ):
        name = row["party_name"]
        in_master = row["party_table"] is not None or name is None
        said = (
            f"{row['received_on']} 收到的举报提及此人{'与该对方' if name else ''}（编号 {row['tip_id']}）",
            f"a report received on {row['received_on']} names the person{' and this counterparty' if name else ''} "
            f"(no. {row['tip_id']})",
        )
        if row["by_name"]:
            said = (said[0] + "；举报只写了姓名", said[1] + "; it gives the name only")
        yield Tie(
            group_id=row["group_id"],
            officer_id=row["officer_id"],
            party_table=row["party_table"],
            party_id=row["party_id"] if in_master else name_id(name),
            party_name=name,
            kind="tip",
            detail="resources" if row["category"] == "resources" else "conflict",
            life=life_of(row["life"]),
            source=Source("tips", row["record_id"], row["row"]),
            link=_BY_NAME if row["by_name"] else _BY_CODE,
            path=[] if name is None else [step(row["officer_name"], "tip", name, ("tips", row["row"]))],
            remarks=[feature_of("tip", row["officer_name"], name, said)],
            columns={"event_on": row["received_on"], "company_id": row["company_id"]},
        )
