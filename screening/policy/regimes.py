"""Other regimes as data: strict models of data/policy/regimes.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from screening.policy.catalogue import Side
from screening.refdata.resources import resource_path

Says = Literal["yes", "no", "unknown", "hk_control", "majority", "management"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


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
    """One regime; the attributes are described in data/policy/regimes.toml."""

    title_zh: str
    title_en: str
    article: str
    offices: tuple[str, ...]
    chief_executive: tuple[str, ...]
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
    regimes: Mapping[str, Regime]

    @field_validator("regimes")
    @classmethod
    def _known(cls, value: Mapping[str, Regime]) -> Mapping[str, Regime]:
        if sorted(value) != ["CCL", "HK14A", "SSE"]:
            raise ValueError("regimes are HK14A, SSE and CCL")
        return value

    def of(self, name: str) -> Regime:
        """The regime of that name."""
        return self.regimes[name]

    def is_a_share(self, listed_code: str | None) -> bool:
        """Whether a securities code is that of a class A share."""
        return listed_code is not None and re.match(self.a_share_code, listed_code.strip().lower()) is not None


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
