"""Businesses of officers and their circle that may compete with the group (`same_line`) or serve a competitor (`activity`).

Ties to companies of `business_watch` are found like those to counterparties, under the party table 'business'; here they become
ties of their own kind, and only where the company is controlled, or is a venture with a competitor. Both are leads: that two
scopes overlap, or that a competitor is a co-owner, says that somebody should look, never more. An uncertain identity is not added
to that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from screening.contract.internal import ALWAYS
from screening.refdata.text import fold_text
from screening.relationships.identity import CERTAIN, Link, feature_of
from screening.relationships.life import TIMELESS, Life, life_of
from screening.relationships.ties import Source, Step, Tie, shown, step
from screening.warehouse.store import Warehouse

TABLE = "business"
"""Party table of the companies of `business_watch` while ties are looked for."""

_LEAST_SHARE = 5.0
"""Below this neither side of a venture has a say in it."""

Row = Mapping[str, Any]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """A company as findings name it: a record of a master, or under the hash of its name where it is in none."""

    table: str | None
    party_id: str
    name: str
    company_id: str | None


def name_id(name: str) -> str:
    """party_id of a counterparty that is in no master: `name:` and 16 hex digits of SHA-256 of the folded name."""
    return "name:" + sha256(fold_text(name).encode()).hexdigest()[:16]


def split(ties: Iterable[Tie]) -> tuple[list[Tie], list[Tie]]:
    """Ties to counterparties, and ties to companies of `business_watch`."""
    listed = list(ties)
    return [tie for tie in listed if tie.party_table != TABLE], [tie for tie in listed if tie.party_table == TABLE]


def business_ties(warehouse: Warehouse, ties: Iterable[Tie]) -> Iterator[Tie]:
    """Ties of kind `same_line` and `activity` made of those to the companies watched."""
    watched: dict[Key, list[Row]] = defaultdict(list)
    for reason in warehouse.rows(_WATCHED):
        watched[reason["group_id"], reason["company_id"]].append(reason)
    targets, struck_off = _targets(warehouse), _struck_off(warehouse)
    for tie in ties:
        if tie.officer_id is None or tie.kind not in ("holding", "self") or not tie.link.established:
            continue
        business = tie.life.meet(struck_off.get(str(tie.party_id), TIMELESS))
        if business is None:
            continue
        tie = replace(tie, life=business)
        for row in watched[tie.group_id, str(tie.party_id)]:
            if row["why"] != "same_line":
                yield from _activity(tie, row)
            elif tie.columns.get("control") is not None:
                found = targets.get((tie.group_id, str(tie.party_id)))
                name = row["company_name"]
                for target in found or [Target(None, name_id(name), name, row["company_id"])]:
                    yield _same_line(tie, row, target)


def forget(warehouse: Warehouse) -> None:
    """Leaves only counterparties among the parties, for what follows asks about dealings and forms."""
    for table in ("rel_party", "rel_reach"):
        warehouse.run(f"delete from {table} where party_table = '{TABLE}'")


def _struck_off(warehouse: Warehouse) -> Mapping[str, Life]:
    """The life of businesses that were struck off, or lost their licence, when the registry was last read: of unknown end."""
    return {row["company_id"]: Life((ALWAYS, row["seen"]), None) for row in warehouse.rows(_LAST_READ) if row["closed"]}


def _targets(warehouse: Warehouse) -> Mapping[Key, Sequence[Target]]:
    """The records of masters that are a company of `business_watch`."""
    found: dict[Key, list[Target]] = defaultdict(list)
    for row in warehouse.rows(
        "select distinct group_id, company_id, party_table, party_id, name from rel_party "
        f"where party_table <> '{TABLE}' and company_id in (select company_id from business_watch) order by all"
    ):
        target = Target(row["party_table"], row["party_id"], row["name"], None)
        found[row["group_id"], row["company_id"]].append(target)
    return found


_LAST_READ = """
    select m.company_id, max(r.seen) as seen, bool_and(rel_closed(r.status)) as closed
    from in_registry_companies as r
    join company_mention as m on m.table_name = 'registry_companies' and m.column_name = 'name' and m.record_id = r.record_id
    where r.status is not null and m.company_id in (select company_id from business_watch)
    group by m.company_id, r.seen
    qualify r.seen = max(r.seen) over (partition by m.company_id)
    order by all
"""

_WATCHED = """
    select b.*, c.name as company_name, e.name as entity_name, k.name as competitor_name,
        coalesce(a.life, struct_pack(proven_from := h.proven_from, proven_to := h.proven_to,
            possible_from := h.possible_from, possible_to := h.possible_to)) as life,
        h.share_pct::double as share_pct, coalesce(h.stated_from, a.stated_from) as stated_from,
        coalesce(h.stated_to, a.stated_to) as stated_to
    from business_watch as b
    join company as c on c.company_id = b.company_id
    left join (select group_id, entity_id, min(name) as name from in_group_entities group by all) as e
        on e.group_id = b.group_id and e.entity_id = b.entity_id
    left join rel_party as k on k.party_table = 'competitors' and k.group_id = b.group_id and k.party_id = b.competitor_id
    left join rel_holding as h on b.table_name = 'holdings' and h.record_id = b.record_id
    left join rel_seen as a on b.table_name = 'appointments' and a.table_name = 'appointments' and a.record_id = b.record_id
    where b.why = 'same_line' or (k.party_id is not null and (h.record_id is not null or a.record_id is not null))
    order by all
"""


def _same_line(tie: Tie, row: Row, target: Target) -> Tie:
    """The company is in the line of business of a group entity."""
    lines, code = row["lines"] or [], row["industry_code"]
    zh = [f"经营范围重合：{'、'.join(lines)}"] if lines else []
    en = [f"lines of business in common: {', '.join(lines)}"] if lines else []
    if code is not None:
        zh, en = [*zh, f"行业代码同为 {code}"], [*en, f"both have industry code {code}"]
    said = (f"与集团公司“{row['entity_name']}”{'，'.join(zh)}", f"beside {row['entity_name']}: {'; '.join(en)}")
    remark = feature_of("business_line", row["entity_name"], row["company_name"], said)
    return replace(
        tie,
        party_table=target.table,
        party_id=target.party_id,
        party_name=target.name,
        kind="same_line",
        detail=str(tie.columns["control"]),
        link=_lead(tie.link),
        path=_own_steps(tie),
        remarks=[remark],
        columns={
            **{name: tie.columns.get(name) for name in ("share_pct", "aggregate_pct", "control", "listed")},
            "entity_id": row["entity_id"],
            "company_id": target.company_id,
        },
    )


def _activity(tie: Tie, row: Row) -> Iterator[Tie]:
    """The company is a venture with a competitor; only the officer's own part in it counts."""
    life = life_of(row["life"])
    both: Life | None = tie.life.meet(life)
    if both is None or not _takes_part(tie, row):
        return
    name, competitor, share = row["company_name"], row["competitor_name"], row["share_pct"]
    held = row["why"] == "held_by_competitor"
    said = (
        (
            f"竞争方“{competitor}”持有该企业 {shown(share)} 权益",
            f"the competitor {competitor} holds {shown(share)} of it",
        )
        if held
        else (f"竞争方“{competitor}”向该企业委派人员", f"the competitor {competitor} placed somebody in it")
    )
    last = step(
        name, "held_by" if held else "staffed_by", competitor, (row["table_name"], row["row"]), share,
        (row["stated_from"], row["stated_to"]),
    )  # fmt: skip
    yield replace(
        tie,
        party_table="competitors",
        party_id=row["competitor_id"],
        party_name=competitor,
        kind="activity",
        detail=row["why"],
        life=both,
        source=Source(row["table_name"], row["record_id"], row["row"]),
        link=_lead(tie.link),
        path=[*_own_steps(tie), last],
        remarks=[feature_of("venture", name, competitor, said)],
        columns={name: tie.columns.get(name) for name in ("share_pct", "control")},
    )


def _takes_part(tie: Tie, row: Row) -> bool:
    """Whether the officer controls the company, or holds enough of it beside the competitor to be its partner."""
    if tie.columns.get("control") is not None:
        return True
    if tie.related_id is not None:
        return False
    own, theirs = tie.columns.get("share_pct"), row["share_pct"]
    return (
        tie.kind == "holding"
        and row["why"] == "held_by_competitor"
        and tie.columns.get("acquired_via") != "market"
        and own is not None
        and own >= _LEAST_SHARE
        and (theirs is None or theirs >= _LEAST_SHARE)
    )


def _own_steps(tie: Tie) -> list[Step]:
    return [each for each in tie.path if each["source"]["table"] != TABLE]


def _lead(link: Link) -> Link:
    return replace(link, tier="C")


def declared_activities(warehouse: Warehouse, as_of: date) -> Iterator[Tie]:
    """Competing business that an officer himself declared by that day and that names a competitor of the list."""
    for row in warehouse.rows(_DECLARED, {"as_of": as_of}):
        if row["life"] is None:
            continue
        source = ("declarations", row["row"])
        said = (
            f"本人 {row['submitted_on']} 的申报（竞争业务）",
            f"the officer's own declaration of {row['submitted_on']} (competing business)",
        )
        yield Tie(
            group_id=row["group_id"],
            officer_id=row["officer_id"],
            party_table="competitors",
            party_id=row["party_id"],
            party_name=row["party_name"],
            kind="activity",
            detail="declared",
            life=life_of(row["life"]),
            source=Source("declarations", row["record_id"], row["row"]),
            link=_lead(CERTAIN),
            path=[step(row["officer_name"], "declares_business_with", row["party_name"], source)],
            remarks=[feature_of("own_form", row["declaration_id"], row["party_name"], said)],
        )


_DECLARED = """
    select d.declaration_id, d.officer_id, d.record_id, d.row, d.submitted_on, o.group_id, o.name as officer_name,
        p.party_id, p.name as party_name,
        rel_life(coalesce(d.aware_on, d.submitted_on), coalesce(d.aware_on_hi, d.submitted_on_hi), d.cured_on, d.cured_on_hi,
            d.submitted_on) as life
    from declared_item as i
    join in_declarations as d using (record_id)
    join rel_officer as o on o.officer_id = d.officer_id
    join rel_party as p on p.party_table = 'competitors' and p.group_id = o.group_id
        and list_contains(i.party_clusters, concat_ws('/', p.party_table, p.group_id, p.party_id))
    where d.item = 'competing_business' and d.signed is distinct from false and d.nil_return is distinct from true
        and d.related_party_name is null and d.submitted_on <= $as_of
    order by all
"""
