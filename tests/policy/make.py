"""Facts for tests of pure functions; a test says only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from screening.policy.facts import Coincidence, DeclaredItem, Grain, Kin, Party, Tie

SUPPLIER = Grain("G1", "P1", None, "suppliers", "S1")

_TIE = Tie(
    tie_id="t1", grain=SUPPLIER, who="self", side="business", kind="holding", detail=None, share_pct=None, aggregate_pct=None,
    control=None, acquired_via=None, listed=None, nominee=False, direction=None, possible_from=date(2020, 1, 1),
    possible_to=date.max, proven_from=date(2020, 1, 1), proven_to=date.max, event_on=None, handed_in_on=None, amount=None, currency=None, is_financial_institution=None,
    entity_id=None, score=0.99, tier="A", path="[]", evidence="[]",
)  # fmt: skip
_OFFICE = Coincidence(
    entity_id="E1", position="董事", position_class="director", standing="in", level="proven",
    began=date(2019, 1, 1), first_day=date(2026, 3, 2), handled_on=None, at_promulgation=False, entity_deals=True,
    span=(date(2026, 3, 2), date(2026, 11, 20)),
)  # fmt: skip
_ITEM = DeclaredItem(
    declaration_id="D1", officer_id="P1", parties=frozenset(["suppliers/G1/S1"]), company_id=None, related_ids=frozenset(),
    names_relative=False, contradicted_ids=frozenset(), unstated_ids=frozenset(), kind="ad_hoc", item="business_interest", submitted_on=date(2026, 3, 3), aware_on=None,
    share_pct=None, decision="accept", cure_days=None, cured_on=None, withdrawn_on=None, feedback_on=None, form_version=None,
)  # fmt: skip


def tie(kind: str = "holding", **more: Any) -> Tie:
    """A tie of the officer himself with a supplier; `related` makes it a related party's, `share` is text."""
    if "related" in more:
        more["grain"] = replace(SUPPLIER, related_id=more.pop("related"))
        more.setdefault("who", "relative")
    if "share" in more:
        more["share_pct"] = Decimal(more.pop("share"))
    if more.get("side") == "competitor":
        more["grain"] = replace(more.get("grain", SUPPLIER), party_table="competitors")
    return replace(_TIE, kind=kind, **more)


def office(**more: Any) -> Coincidence:
    """A director who has been in office since 2019 and whose link coincides with dealings since 2 March 2026."""
    return replace(_OFFICE, **more)


def item(submitted: str = "2026-03-03", **more: Any) -> DeclaredItem:
    """A signed item naming the supplier; dates as text."""
    dates = {name: date.fromisoformat(value) for name, value in more.items() if name.endswith("_on") and value}
    return replace(_ITEM, submitted_on=date.fromisoformat(submitted), **{**more, **dates})


def kin(code: str | None = "spouse", perimeter: str = "core", hk_class: str = "immediate_family") -> Kin:
    """A related party."""
    return Kin("人R1", "妻子", code, perimeter, hk_class, "配偶", "spouse")


def party(**more: Any) -> Party:
    """The supplier."""
    return replace(Party("S1", "c1", "公司S1", None, "transaction", None), **more)
