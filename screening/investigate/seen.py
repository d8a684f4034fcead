"""Text as a person should see it: signs that command a terminal or turn the reading direction stand as their code."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udfff]"
)


def seen(value: object) -> str:
    """The text on one line, with every such sign as its code; empty for None."""
    return "" if value is None else _UNSEEN.sub(lambda match: f"⟨{ord(match[0]):04X}⟩", str(value).replace("\n", " "))
