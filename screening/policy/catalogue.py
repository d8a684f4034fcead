"""The rules as data: strict models of data/policy/rules.toml. What a rule asks is there; which ties show it is in `rules`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.contract.tables import TABLES
from screening.contract.words import ENUMERATIONS
from screening.refdata.resources import resource_path

Who = Literal["self", "own_company", "post_company", "relative", "related_company", "shareholder"]
Side = Literal["business", "competitor", "market"]
Clock = Literal["interval", "event", "undated", "none"]
Exemption = Literal["none", "market_stake", "financial_institution"]
Duty = Literal["express", "arguable", "none"]

OTHER_ITEM = "other"
"""A declared item of this kind that names the company covers any rule."""

ANY_ITEM = "any"
"""Among the items of a rule: any item that names the company covers it."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DeclarationPolicy(_Strict):
    """What makes a declaration timely and complete.

    Attributes:
        working_days: time for declaring from the day the person knew.
        share_points: a stated percentage is far off only when it differs by more than this many points ...
        share_ratio: ... and by more than this part of what was stated.
    """

    working_days: int = Field(ge=0)
    share_points: Decimal = Field(ge=0)
    share_ratio: Decimal = Field(ge=0)


class Posts(_Strict):
    """Kinds of post in a company, as the reference data name them."""

    kinds: tuple[str, ...]
    owner: tuple[str, ...]
    never: tuple[str, ...]


class Rule(_Strict):
    """One rule of the contract; the attributes are described in data/policy/rules.toml."""

    title_zh: str
    title_en: str
    article: str
    duty: Duty
    who: tuple[Who, ...]
    counterparty: tuple[Side, ...]
    clock: Clock
    items: Mapping[Side, tuple[str, ...]]
    items_without_position: Mapping[Side, tuple[str, ...]] = {}
    exemption: Exemption
    handed_in: bool = False
    needs: tuple[tuple[str, ...], ...]
    says_zh: str
    says_en: str

    @model_validator(mode="after")
    def _known_words(self) -> Rule:
        named = {item for items in (*self.items.values(), *self.items_without_position.values()) for item in items}
        unknown = named - {*ENUMERATIONS["item"], ANY_ITEM}
        if unknown:
            raise ValueError(f"{sorted(unknown)[0]} is no item of a declaration")
        for need in (name for line in self.needs for name in line):
            table, _, column = need.partition(".")
            if table not in TABLES or (column and column not in TABLES[table].names):
                raise ValueError(f"{need} is no table or column of the contract")
        if (self.duty == "none") != (not self.items):
            raise ValueError("a rule has items exactly where something is to be declared")
        return self


class CalendarRule(_Strict):
    """One duty of the declaration calendar; `needs` as in a rule."""

    title_zh: str
    title_en: str
    article: str
    needs: tuple[tuple[str, ...], ...]


class Catalogue(_Strict):
    """Everything data/policy/rules.toml says."""

    version: str
    effective_from: date
    policy: str
    declarations: DeclarationPolicy
    posts: Posts
    rules: Mapping[str, Rule]
    calendar: Mapping[str, CalendarRule]

    @model_validator(mode="after")
    def _every_rule(self) -> Catalogue:
        if sorted(self.rules) != sorted(RULE_IDS):
            different = sorted(set(self.rules) ^ set(RULE_IDS))
            raise ValueError(f"the rules are not those of the contract: {', '.join(different)}")
        if sorted(self.calendar) != sorted(COMPLIANCE_IDS):
            raise ValueError("the calendar does not hold exactly the duties of the contract")
        return self

    def needs_of(self, rule_id: str) -> tuple[tuple[str, ...], ...]:
        """The tables without which a rule or duty is not screened."""
        return self.rules[rule_id].needs if rule_id in self.rules else self.calendar[rule_id].needs


@cache
def catalogue() -> Catalogue:
    """The catalogue of this installation, read once."""
    return read_catalogue(resource_path("policy", "rules.toml").read_text(encoding="utf-8"))


def read_catalogue(text: str) -> Catalogue:
    """The catalogue written as TOML.

    Raises:
        ValueError: no TOML, an unknown key or word, a rule missing or too many.
    """
    return Catalogue.model_validate(tomllib.loads(text))
