"""Numbers that nobody was given, told apart quickly: most numbers show at a glance that they are none of them."""

from __future__ import annotations

import re
from functools import cache

from screening.refdata.placeholders import is_placeholder_identifier
from screening.refdata.resources import table_rows

_RUN = re.compile(
    "1234|3456|5678|7890|9012|9876|7654|5432|3210|1098"
)  # in every run of six digits, up or down, past 9 and 0
_PLAIN = re.compile(r"[0-9A-Z*…]{6,}")


def is_nobodys(number: str) -> bool:
    """`is_placeholder_identifier` and listed sample phones, without asking it about numbers of many different characters and no run.

    What it looks for beside listed samples has a period of three characters at most, or is a run of digits.
    """
    if number in _listed():
        return True
    telling = _PLAIN.fullmatch(number) and len(set(number) - {"*", "…"}) > 4 and not _RUN.search(number)
    return not telling and is_placeholder_identifier(number)


@cache
def _listed() -> frozenset[str]:
    return frozenset(
        value.upper() for kind, value in table_rows("placeholders.tsv") if kind in ("identifier", "phone", "text")
    )
