"""Values that stand for "nothing": placeholders, sample numbers, free mail domains, service lines. Never evidence."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

from screening.refdata.resources import table_rows

_SERVICE = re.compile(
    r"(?:\+?(?:00)?86)?(?:[48]00\d{7}|0?[48]00\d{7}|(?:0\d{2,3})?(?:95|96|12|10)\d{3}|9[56]\d{3,4}|1[012]\d{1,3})"
    r"|0800\d{6}|(?:\+?(?:00)?852)?800\d{6}"  # free lines of Taiwan and Hong Kong
)
_FILLER = re.compile(r"[\s\-_.·*×xX/\\#?？=—–~、,，。0]*")


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(value for row_kind, value in table_rows("placeholders.tsv") if row_kind == kind)


def is_placeholder_text(value: str) -> bool:
    """True for empty texts and texts such as 无, N/A, 暂无, 不详, -, 0, test: whatever the width, case and brackets."""
    text = unicodedata.normalize("NFKC", value).casefold().strip()
    if _FILLER.fullmatch(text):
        return True
    bare = re.sub(r"[^\w]|_", "", text)
    return bare in _listed("text") or text in _listed("text")


def is_placeholder_identifier(value: str) -> bool:
    """True for a number that nobody was given: one character repeated, 123456789 and the like, a sample, or no text.

    A value with fewer than four letters or digits says nothing either.
    """
    if is_placeholder_text(value):
        return True
    bare = re.sub(r"[^0-9A-Za-z]", "", unicodedata.normalize("NFKC", value)).upper()
    if len(bare) < 4 or bare in _listed("identifier"):
        return True
    if len(set(bare)) == 1 or (bare.isdigit() and len(set(bare[:-1])) == 1):
        return True
    digits = bare.rstrip("X") if bare[:-1].isdigit() else bare
    return digits.isdigit() and len(digits) >= 6 and (_is_counted(digits) or _is_repeated(digits))


def _is_counted(digits: str) -> bool:
    """All digits in a row, up or down and past 9 and 0; of a long number eight of them are enough (123456789012341234).

    So is 123456 where the region of a resident number stands: none bears it (123456199001011234).
    """
    if len(digits) in (15, 17, 18) and digits.startswith("123456"):
        return True
    steps = "".join(str((int(b) - int(a)) % 10) for a, b in pairwise(digits))
    enough = 7 if len(digits) >= 12 else len(steps)
    return any(step * enough in steps for step in "19")


def _is_repeated(digits: str) -> bool:
    """One to four digits over and over."""
    periods = (1, 2, 3, 4) if len(digits) >= 12 else (1, 2, 3)
    return len(digits) >= 8 and any(digits == (digits[:n] * len(digits))[: len(digits)] for n in periods)


def service_phone(value: str) -> bool:
    """True for service lines that belong to no person: 400 and 800 numbers, 95xxx, 96xxx, 12xxx, 10xxx, 110."""
    digits = re.sub(r"[^\d+]", "", unicodedata.normalize("NFKC", value))
    if digits.lstrip("+") in _listed("phone"):
        return True
    return _SERVICE.fullmatch(digits) is not None
