"""What other regimes say of a plain fact, written from domain.md B1 and B3; a verdict the text leaves open is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tests.worlds.policy.records import Officer, Party

Kind = Literal["self", "holding", "post", "financing", "gift", "same_line", "venture", "tip"]
Verdicts = Mapping[str, tuple[str, ...]]

HK_CLASS = {"配偶": "immediate", "弟弟": "family", "父亲": "family"}
"""HK 14A.12: spouse and children under 18; grown children, parents, siblings."""
_LIVE, _OUT = ("live",), ("out_of_scope",)


def verdicts(
    officer: Officer, party: Party, kind: Kind, *, percent: float | None = None, relation: str = "", role: str = "",
    same_entity: bool = True,
) -> Verdicts:  # fmt: skip
    """Verdicts of HK14A, SSE and CCL where the text decides.

    Args:
        percent: votes of the officer, or of the relative.
        relation: of the relative who holds it; empty for the officer.
        role: of a post.
        same_entity: the dealing is with the very company in which the office is held.
    """
    if officer.standing == "employee":
        return {"HK14A": _OUT, "SSE": _OUT, "CCL": _OUT}
    if kind == "tip":
        return {}  # nobody knows yet what link there is
    if kind in ("same_line", "venture"):
        return {"HK14A": _OUT, "SSE": _OUT, "CCL": _OUT if officer.entity.jurisdiction != "CN" else ("unknown",)}
    found = {
        "HK14A": _hk(officer, party, kind, percent, relation),
        "SSE": _sse(officer, party, kind, percent, role),
        "CCL": _ccl(officer, party, kind, percent, role, same_entity),
    }
    return {regime: words for regime, words in found.items() if words is not None}


def _hk(officer: Officer, party: Party, kind: Kind, percent: float | None, relation: str) -> tuple[str, ...] | None:
    """14A.07: directors, independent ones too, and chief executives of the issuer and its subsidiaries; 14A.12: 30 % or majority."""
    if party.side == "competitor" or kind in ("post", "financing", "gift"):
        return _OUT
    if officer.standing == "supervisor":
        return None  # of PRC issuers only
    if officer.standing == "senior_manager" and not officer.chief:
        return _OUT
    if kind == "self":
        return _LIVE
    if percent is None:
        return None
    grown = relation and HK_CLASS[relation] == "family"
    return _LIVE if (percent > 50 if grown else percent >= 30) else _OUT


def _sse(officer: Officer, party: Party, kind: Kind, percent: float | None, role: str) -> tuple[str, ...] | None:
    """Directors and senior managers of the A-listed company itself, not of its subsidiaries."""
    if party.side == "competitor" or kind in ("financing", "gift") or not officer.entity.a_listed:
        return _OUT
    if officer.standing in ("supervisor", "independent_director"):
        return None  # dropped by the rules of 2025; excepted where independent in both
    if kind == "self":
        return _LIVE
    if kind == "post":
        return _LIVE if role in ("董事", "总经理") else _OUT if role == "监事" else None
    return _of_half(percent)


def _ccl(
    officer: Officer, party: Party, kind: Kind, percent: float | None, role: str, same_entity: bool
) -> tuple[str, ...] | None:
    """182 (dealings with one's own PRC company, in person or by a company one controls) and 184 (the same business)."""
    if kind in ("financing", "gift") or officer.entity.jurisdiction != "CN":
        return _OUT
    if party.side == "business" and not same_entity:
        return _OUT
    if kind == "self":
        return _LIVE
    if kind == "post":
        return None if party.side == "business" or role not in ("董事", "总经理") else _LIVE
    return _of_half(percent)


def _of_half(percent: float | None) -> tuple[str, ...] | None:
    """More than half is control, less than 30 % is none; between them it is a question of fact."""
    if percent is None or 30 <= percent <= 50:
        return None
    return _LIVE if percent > 50 else _OUT
