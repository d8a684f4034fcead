"""Evidence as an auditor reads it: one sentence in Chinese and English per comparison, both values (masked), and its bits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from screening.contract.words import FEATURES
from screening.refdata.typed_numbers import mask_typed_numbers

Item = Mapping[str, Any]
_MASKED = re.compile(r"\d{0,3}\*{4}[0-9A-Za-z]{0,4}|.?\*{3}@[^*]*")
"""What `mask_value` leaves of a phone, an account or an e-mail: masking it again would hide more."""


def item(feature: str, verdict: str, left: str | None, right: str | None, said: tuple[str, str], bits: float) -> Item:
    """One comparison. `said` is the sentence in Chinese and in English; identifiers in left and right are masked already."""
    return {
        "feature": feature,
        "verdict": verdict,
        "left": left,
        "right": right,
        "detail": said[0],
        "detail_en": said[1],
        "bits": round(bits, 2) + 0.0,
    }


def to_json(items: Iterable[Item]) -> str:
    """Compact JSON with sorted keys; the items keep their order."""
    return json.dumps(list(items), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def shown_name(name: str | None) -> str | None:
    """A name as it stands in its cell, but for numbers that somebody typed beside it: 岑一舟 13*******46."""
    return None if name is None else mask_typed_numbers(name)


def mask_value(feature: str, value: str | None) -> str | None:
    """A phone as 138****5678, an account by its last four, an e-mail by its first letter and domain; an address as it is."""
    if value is None or feature == "address" or _MASKED.fullmatch(value):
        return value
    if feature == "email":
        local, _, domain = value.partition("@")
        return f"{local[:1]}***@{domain}"
    digits = re.sub(r"[^0-9A-Za-z]", "", value)
    if feature == "phone":
        return f"{digits[-11:][:3]}****{digits[-4:]}" if len(digits) >= 11 else f"****{digits[-3:]}"
    return f"****{digits[-4:]}" if len(digits) > 4 else "****"


def label(feature: str) -> tuple[str, str]:
    """What a feature is called."""
    return FEATURES[feature]
