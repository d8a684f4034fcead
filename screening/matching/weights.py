"""The figures of `weights.toml`, typed and refused when a key is unknown."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class IdentifierWeights(_Section):
    """Numbers of documents, full or masked."""

    full: float
    full_unchecked: float
    resident_places: tuple[float, ...]
    other_place: float
    typo_full: float
    slip: float
    contradiction: float
    crowd: int
    key_bits: float


class NameWeights(_Section):
    """Names of persons; the bits of an equal name come from its frequency."""

    pseudo_bearers: float
    near: float
    mistaken: float
    dropped: float
    variant: float
    other_way: float
    partly: float
    half: float
    other_spelling: float
    masked: float
    contradiction: float
    kin: float
    renamed: float
    other_script: float


class LatinWeights(_Section):
    """Names in Latin and other alphabets, word by word; the bits of a shared word come from its frequency."""

    other_way: float
    variant: float
    short_form: float
    near: float
    two_near: float
    sounds: float
    further_word: float
    rough: float
    contradiction: float


class BirthWeights(_Section):
    """Dates of birth by the precision both sides share."""

    day: float
    month: float
    year: float
    differs: float
    near: float


class GenderWeights(_Section):
    """Stated gender, or the one a number implies."""

    agrees: float
    differs: float


class SharedWeights(_Section):
    """Phones, addresses and accounts borne by both sides."""

    phone: float
    email: float
    bank_account: float
    address: float
    of_company: float
    crowd: int


class AttributeWeights(_Section):
    """How likely a shared value ties a person to a counterparty."""

    bank_account: float
    payee_account: float
    email: float
    mobile: float
    landline: float
    address: float
    each_other: float
    crowd: int


class SameCompanyWeights(_Section):
    """A second mention of one name inside one company."""

    share: float


class RulingWeights(_Section):
    """An auditor's word."""

    score: float


class PriorWeights(_Section):
    """How many true links are expected before the evidence."""

    rate: float
    floor: float
    cap: float
    rounds: int
    default_weight: float


class TierWeights(_Section):
    """What kind of evidence a tier needs, beside the thresholds of the settings."""

    identifier_bits: float
    mask_bits: float
    mask_total_bits: float
    corroboration_bits: float
    rare_name_bits: float
    least_bits: float


class CompanyWeights(_Section):
    """Names of companies, part by part."""

    former_name: float
    same_former: float
    founded_later: float
    other_name: float
    other_short: float
    branch: float
    brand_pseudo: float
    brand_bits: tuple[float, float, float]
    short_letter: float
    short_within: float
    sound_bits: tuple[float, float, float]
    sound_longer: float
    sound_trade_conflict: float
    rare_brand: float
    region_agrees: float
    region_absent: float
    region_inside: float
    region_conflict: float
    trade_agrees: float
    trade_contains: float
    trade_absent: float
    trade_contains_full: float
    trade_absent_full: float
    trade_conflict: float
    group_conflict: float
    form_conflict: float
    typo: float
    brand_typo: float


class Weights(_Section):
    """All of them."""

    identifier: IdentifierWeights
    name: NameWeights
    latin: LatinWeights
    birth: BirthWeights
    gender: GenderWeights
    shared: SharedWeights
    attribute: AttributeWeights
    same_company: SameCompanyWeights
    ruling: RulingWeights
    prior: PriorWeights
    tier: TierWeights
    company: CompanyWeights


@cache
def load_weights() -> Weights:
    """The packaged figures."""
    text = resources.files("screening.matching").joinpath("weights.toml").read_text(encoding="utf-8")
    return Weights.model_validate(tomllib.loads(text))
