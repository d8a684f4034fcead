"""One entry of the decision log, its one text and its place in the chain.

hash(n) = SHA-256 over hash(n-1) + newline + text(n), in hex; hash(0) is 64 zeros. The recipe is frozen: verifying
needs nothing but the file, SHA-256 and this line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

GENESIS = "0" * 64
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an auditor decided on one finding.

    Attributes:
        at: when it was recorded, ISO, UTC; entries are ordered by number, never by time.
        run_id: the run he looked at.
        fingerprint: of the facts the finding was made of in that run.
        facts: these facts, so that a later night can say what changed.
        basis: comparisons of identity the finding rests on, as the table `identity_ruling` holds them.
        by: who decided, as he said; an account of [reviewers] where these are configured.
        account: the operating-system account that recorded it.
        until: last day on which the decision holds; None: without end.
        source: a primary record he looked at.
        reply: where the subject's answer, or two dated requests for it, are kept.
        identity: same or not_same: a ruling on `basis`.
    """

    at: str
    finding_id: str
    officer_id: str | None
    run_id: str
    fingerprint: str
    facts: Mapping[str, Any]
    basis: tuple[Mapping[str, Any], ...]
    decision: str
    reason: str
    by: str
    account: str
    until: date | None = None
    source: str | None = None
    reply: str | None = None
    identity: str | None = None

    def text(self) -> str:
        """The entry as JSON with sorted keys: what is stored and hashed."""
        plain = asdict(self) | {"until": self.until.isoformat() if self.until is not None else None}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The entry of a text.

        Raises:
            ValueError: it is not the text of an entry.
        """
        try:
            plain = json.loads(text)
            until = date.fromisoformat(plain["until"]) if plain["until"] is not None else None
            return cls(**{**plain, "until": until, "basis": tuple(plain["basis"])})
        except (KeyError, TypeError, AttributeError):
            raise ValueError("no entry") from None


def chained(previous: str, text: str) -> str:
    """The hash of an entry behind the one with hash `previous`."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
