"""Addresses in English, as companies in Hong Kong write them: Flat A, 12/F, Block 3, Happy Garden, 12 Nathan Road, Kowloon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screening.staging.places import NOWHERE

if TYPE_CHECKING:
    from screening.staging.addresses import Place

_LATIN = re.compile(r"[A-Za-z]{3,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b")
_INITIALS = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")  # H.K., N.T.
_FLOOR = re.compile(r"\b(\d+|g|ug|lg)\s*/\s*f\b|\b(?:floor|flr?)\.?\s*(\d+)|\b(\d+)\s*(?:floor|flr?)\b")
_UNIT = re.compile(r"\b(?:flat|room|rooms|rm|unit|units|suite|shop|apt)\.?\s*(?:no\.?\s*)?([a-z]?\d+[a-z]?|[a-z])\b")
_BLOCK = re.compile(r"\b(?:block|blk|tower|phase)\.?\s*(\d+|[a-z])\b")
_SHORT = {
    "rd": "road", "st": "street", "bldg": "building", "bld": "building", "ctr": "centre", "center": "centre", "ave": "avenue", "av": "avenue",
    "ind": "industrial", "indl": "industrial", "gdn": "garden", "gdns": "gardens", "ct": "court", "plz": "plaza", "hse": "house", "est": "estate",
    "ln": "lane", "dr": "drive", "sq": "square", "comm": "commercial", "coml": "commercial", "twr": "tower", "mt": "mount",
}  # fmt: skip
_DROPPED = frozenset(
    [
        "no",
        "nos",
        "the",
        "of",
        "hong",
        "kong",
        "hk",
        "hksar",
        "kowloon",
        "kln",
        "new",
        "territories",
        "nt",
        "china",
        "prc",
        "sar",
        "island",
    ]
)


def is_latin(value: str) -> bool:
    """An address in Latin letters alone."""
    return _HAN.search(value) is None and _LATIN.search(value) is not None


def read_latin(value: str) -> Place:
    """Unit, floor and block first, then the words of building, road and district in their order, and the house number."""
    from screening.staging.addresses import Place

    text = _ORDINAL.sub(r"\1", _INITIALS.sub("", value.casefold()).replace(".", " "))
    marks = []
    for sign, pattern in (("u", _UNIT), ("f", _FLOOR), ("b", _BLOCK)):
        match = pattern.search(text)
        if match is not None:
            marks.append(sign + next(group for group in match.groups() if group).lstrip("0"))
            text = text[: match.start()] + " , " + text[match.end() :]
    words = [_SHORT.get(word, word).lstrip("0") for word in re.findall(r"[a-z0-9]+", text.replace("'", ""))]
    words = [word for word in words if word and word not in _DROPPED]
    numbers = len(marks) + sum(any(c.isdigit() for c in word) for word in words)
    named = sum(len(word) >= 3 and word.isalpha() for word in words)
    if numbers and named >= 3:  # a district or building beside the road does what a region does for a Chinese address
        numbers += 1
    key = "-".join((*words, *marks)) if words else ""
    return Place(NOWHERE, key, numbers, numbers > 0 and named >= 2)
