"""Other regimes as data: strict models of data/policy/regimes.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, field_validator

from screening.policy.catalogue import Side
from screening.refdata.resources import resource_path

Says = Literal["yes", "no", "unknown", "hk_control", "majority", "majority_unsure", "management"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Margins(_Strict):
    """Months for which an office or a link still counts after its end (back), or counts already before it begins (ahead).

    Attributes:
        office_back_of: the classes of office that count after their end; None: all. An unknown class may be one of them.
    """

    office_back: int = 0
    office_back_of: tuple[str, ...] | None = None
    office_ahead: int = 0
    link_back: int = 0
    link_ahead: int = 0


class Links(_Strict):
    """What each kind of tie says under one regime."""

    itself: Says
    holding: Says
    post: Says
    financing: Says
    gift: Says
    attribute: Says
    activity: Says = "no"
    same_line: Says = "no"
    tip: Says = "unknown"


class Regime(_Strict):
    """One version of a regime; the attributes are described in data/policy/regimes.toml."""

    effective_from: date = date.min
    before: date = date.max

    title_zh: str
    title_en: str
    article: str
    offices: tuple[str, ...]
    chief_executive: tuple[str, ...]
    margins: Margins = Margins()
    serves: Literal["any", "a_listed", "prc_dealing"]
    family_by: Literal["hk_class", "kin_code"]
    family: tuple[str, ...]
    family_unsure: tuple[str, ...] = ()
    shareholder_pct: Decimal | None = None
    associates: bool
    resolution: Mapping[Side, str] = {}
    business: Links | None = None
    competitor: Links | None = None
    market: Links | None = None

    def links(self, side: Side) -> Links | None:
        """What ties say on that side; None where the regime does not ask."""
        return {"business": self.business, "competitor": self.competitor, "market": self.market}[side]


class Regimes(_Strict):
    """Everything data/policy/regimes.toml says."""

    version: str
    effective_from: date
    a_share_code: str
    management: tuple[str, ...]
    regimes: Mapping[str, tuple[Regime, ...]]

    @field_validator("regimes", mode="before")
    @classmethod
    def _versions(cls, value: Mapping[str, Mapping[str, Any]]) -> Mapping[str, list[dict[str, Any]]]:
        """Each regime as its versions, the oldest first; an earlier one says only what was different."""
        if sorted(value) != ["CCL", "HK14A", "SSE"]:
            raise ValueError("regimes are HK14A, SSE and CCL")
        return {name: _written_out(dict(regime)) for name, regime in value.items()}

    def of(self, name: str) -> Regime:
        """The newest version of a regime."""
        return self.regimes[name][-1]

    def in_force(self, name: str, day: date) -> Regime:
        """The version of a regime in force on a day."""
        return next(each for each in self.regimes[name] if day < each.before)

    def is_a_share(self, listed_code: str | None) -> bool:
        """Whether a securities code is that of a class A share."""
        return listed_code is not None and re.match(self.a_share_code, listed_code.strip().lower()) is not None


def _written_out(newest: dict[str, Any]) -> list[dict[str, Any]]:
    versions = [newest]
    for different in newest.pop("earlier", []):
        older = {**versions[0], **different}
        versions[0]["effective_from"] = older["before"]
        versions.insert(0, older)
    return versions


@cache
def regimes() -> Regimes:
    """The regimes of this installation, read once."""
    return read_regimes(resource_path("policy", "regimes.toml").read_text(encoding="utf-8"))


def read_regimes(text: str) -> Regimes:
    """The regimes written as TOML.

    Raises:
        ValueError: no TOML, an unknown key or word.
    """
    return Regimes.model_validate(tomllib.loads(text))
