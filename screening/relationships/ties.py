"""One tie as the stage table wants it, with its path and evidence as compact JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from screening.refdata.text import fold_text
from screening.relationships.identity import Link
from screening.relationships.life import Life
from screening.relationships.members import Watched

Step = Mapping[str, Any]
Dates = tuple[date | None, date | None]
_NO_DATES: Dates = (None, None)


@dataclass(frozen=True, slots=True)
class Source:
    """The delivered row that carries the tie."""

    table: str
    record: str
    row: int | None


@dataclass(frozen=True, slots=True)
class Tie:
    """One way in which a watched identity is tied to one counterparty; columns as in `screening.contract.internal`."""

    group_id: str
    party_table: str | None
    party_id: str | None
    party_name: str | None
    kind: str
    life: Life
    source: Source
    link: Link
    path: Sequence[Step]
    officer_id: str | None = None
    related_id: str | None = None
    detail: str | None = None
    remarks: Sequence[Mapping[str, Any]] = ()
    columns: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tie_id(self) -> str:
        """Hash of what the tie is about and the row it comes from; it does not depend on the order of rows."""
        life = self.life.columns()
        parts = (
            *(self.group_id, self.officer_id, self.related_id, self.party_table, self.party_id, self.kind, self.detail),
            *(self.columns.get("entity_id"), self.source.table, self.source.record),
            *(life["possible_from"], life["proven_from"]),
        )
        return sha256(json.dumps([None if part is None else str(part) for part in parts]).encode()).hexdigest()[:32]

    def row(self) -> dict[str, Any]:
        """A row of the table `tie`."""
        return {
            "tie_id": self.tie_id,
            **{
                name: getattr(self, name)
                for name in (
                    "group_id",
                    "officer_id",
                    "related_id",
                    "party_table",
                    "party_id",
                    "party_name",
                    "kind",
                    "detail",
                )
            },
            **self.columns,
            **self.life.columns(),
            **{f"source_{name}": value for name, value in asdict(self.source).items()},
            "path": to_json(self.path),
            "bits": self.link.bits,
            "score": self.link.score,
            "tier": self.link.tier,
            "evidence": to_json([*self.link.evidence, *self.remarks]),
        }


def to_json(value: object) -> str:
    """Compact JSON with sorted keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def step(
    start: str,
    relation: str,
    end: str,
    source: tuple[str, int | None],
    share: float | None = None,
    dates: Dates = _NO_DATES,
) -> Step:
    """One step of a path: names and dates as delivered, share in percent."""
    begun, ended = dates
    return {
        "from": start,
        "relation": relation,
        "to": end,
        "share_pct": None if share is None else _number(share),
        "valid_from": None if begun is None else begun.isoformat(),
        "valid_to": None if ended is None else ended.isoformat(),
        "source": {"table": source[0], "row": source[1]},
    }


def kin_steps(who: Watched) -> list[Step]:
    """From the officer to the related party; nothing for the officer himself."""
    if who.related_id is None:
        return []
    relation = who.kin_code or "related"
    return [step(who.officer_name, relation, who.name, ("related_parties", who.row), dates=who.kin_dates)]


def same_steps(written: str, name: str, source: tuple[str, int | None]) -> list[Step]:
    """A step where one company stands under two names; nothing where they differ in writing only."""
    alike = written == name or fold_text(written) == fold_text(
        name
    )  # folding is dear, and most names are written alike
    return [] if alike else [step(written, "same_company", name, source)]


def percent(share: float | None) -> Decimal | None:
    """A solved share as the table holds it: rounded to 8 decimals first, so that 7 % of floating dust is 7 %."""
    return None if share is None else Decimal(str(round(share, 8))).quantize(Decimal("0.000001"))


def shown(share: float | None) -> str:
    """A share for a sentence."""
    return "?" if share is None else f"{_number(share)} %"


def distinct(ties: Iterable[Tie]) -> list[Tie]:
    """The ties in a fixed order; of ties with one id the best identified."""
    best: dict[str, Tie] = {}
    for tie in ties:
        key = tie.tie_id
        other = best.get(key)
        if other is None or _order(tie) < _order(other):
            best[key] = tie
    return [best[key] for key in sorted(best)]


def _order(tie: Tie) -> tuple[str, float, str]:
    return tie.link.tier, -tie.link.score, to_json(tie.path)


def _number(value: float) -> float | int:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
