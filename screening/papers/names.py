"""Names of files of one officer: his code where it is a plain one, else a hash of it. No path, no number, no name of a person."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from screening.refdata.full_numbers import shows_number

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_DEVICE = re.compile(r"(?:con|nul|aux|prn|com\d|lpt\d)", re.IGNORECASE)
"""Such a file cannot be made on Windows."""


def file_stems(officer_ids: Iterable[str]) -> Mapping[str, str]:
    """A stem for each code, different also where a file system takes p1 and P1 for the same."""
    ids = list(officer_ids)
    folded = Counter(each.casefold() for each in ids)
    return {each: each if _is_plain(each) and folded[each.casefold()] == 1 else _hashed(each) for each in ids}


def _is_plain(officer_id: str) -> bool:
    return bool(_PLAIN.fullmatch(officer_id)) and not _DEVICE.fullmatch(officer_id) and not shows_number(officer_id)


def _hashed(officer_id: str) -> str:
    return "X" + hashlib.sha256(officer_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
