"""Ids of findings and cases. The recipes are frozen: decisions and other people's scripts hold on to these ids.

finding_id = "F" + first 16 hex digits, case_id = "K" + first 12 hex digits of SHA-256 over the UTF-8 text of a JSON list
without spaces, characters written as they are, null for none: delivered keys only, never standardised values.

    finding: [group_id, rule_id, officer_id, related_id, party_table, party_id]
    case:    [group_id, officer_id, related_id, party_table, party_cluster]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

FINDING_KEY = ("group_id", "rule_id", "officer_id", "related_id", "party_table", "party_id")
CASE_KEY = ("group_id", "officer_id", "related_id", "party_table", "party_cluster")


def finding_id(key: Sequence[str | None]) -> str:
    """The id of the finding with these values of `FINDING_KEY`."""
    return "F" + _digest(key)[:16]


def case_id(key: Sequence[str | None]) -> str:
    """The id of the case with these values of `CASE_KEY`."""
    return "K" + _digest(key)[:12]


def _digest(key: Sequence[str | None]) -> str:
    text = json.dumps(list(key), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
