"""The table `kin`: how each related party stands to the officer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from screening.refdata.kinship import is_emergency_contact, kin, organisation_relation
from screening.warehouse.store import Warehouse

_ORGANISATIONS: Mapping[str, tuple[str, str]] = {
    "controlled_by_self": ("本人控制的企业", "company controlled by the officer"),
    "controlled_by_relative": ("亲属控制的企业", "company controlled by a relative"),
    "post_of_self": ("本人任职的单位", "organisation in which the officer holds a post"),
    "other": ("其他关联单位", "other related organisation"),
}
_MAJORITY_YEARS = 18


def write_kin(warehouse: Warehouse, as_of: date) -> None:
    """Writes one row per related party; of several rows under one code the one that is understood, then the first record_id."""
    rows = warehouse.rows(
        "select r.officer_id, r.related_id, r.name, r.kind, r.relationship, r.valid_from, r.valid_to, w.kind as watched_kind, "
        "coalesce(r.birth_date, i.birth_date) as born "
        "from in_related_parties r "
        "left join (select record_id, min(kind) as kind from watched where table_name = 'related_parties' group by all) w "
        "using (record_id) left join identifier i on i.value = r.id_number order by r.record_id"
    )
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        is_organisation = row["kind"] == "organisation" or row["watched_kind"] == "related_organisation"
        described = describe_relation(
            row["relationship"] or "", is_organisation=is_organisation, born=row["born"], as_of=as_of
        )
        key = (row["officer_id"], row["related_id"])
        if key not in kept or (kept[key]["kin_code"] is None and described["kin_code"] is not None):
            kept[key] = {
                "officer_id": row["officer_id"],
                "related_id": row["related_id"],
                "related_name": row["name"],
                "valid_from": row["valid_from"],
                "valid_to": row["valid_to"],
                **described,
            }
    warehouse.append("kin", kept.values())


def describe_relation(term: str, *, is_organisation: bool, born: date | None, as_of: date) -> dict[str, str | None]:
    """Code, perimeter, labels and Hong Kong class of a relation as written.

    A child is immediate family while under 18 (HK 14A.12(1)(a)). Of an unknown age it counts as grown up: the class of the
    younger child is the stricter one, and control by it (30 % instead of more than half) would be alleged without proof.
    """
    if is_emergency_contact(term):
        return _described(None, "none", ("紧急联系人（非亲属）", "emergency contact, not kin"), "none")
    relation = None if is_organisation else kin(term)
    if relation is not None:
        perimeter = "core" if relation.core else "wide" if relation.wide else "none"
        minor = born is not None and born > _years_before(as_of, _MAJORITY_YEARS)
        hk_class = relation.hk_class_minor if minor else relation.hk_class
        return _described(relation.code, perimeter, (relation.label_zh, relation.label_en), hk_class)
    code = organisation_relation(term)
    if is_organisation or code is not None:
        return _described(code, "organisation", _ORGANISATIONS.get(code or "", _ORGANISATIONS["other"]), "none")
    return _described(None, "wide", (term or "关系未说明", term or "relation not stated"), "none")


def _described(code: str | None, perimeter: str, labels: tuple[str, str], hk_class: str) -> dict[str, str | None]:
    return {
        "kin_code": code,
        "perimeter": perimeter,
        "label_zh": labels[0],
        "label_en": labels[1],
        "hk_class": hk_class,
    }


def _years_before(day: date, years: int) -> date:
    """The same calendar day years ago; 29 February becomes 28 where it must."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
