"""Numbers with hidden places, in one writing: `*` per hidden place, or one `…` where their count is not known."""

from __future__ import annotations

import re

UNKNOWN = "…"
_SIGNS = "*＊•·●○■□×＃#?？_"
_HIDDEN = re.compile(f"[{_SIGNS}]")
_ELLIPSIS = re.compile(r"…+|\.{2,}|⋯+")
_INNER_X = re.compile(r"X{3,}")


def unmask(text: str) -> str | None:
    """The text with `*` per hidden place and `…` for a gap of unknown length; null when nothing is hidden.

    A run of X hides places too, except that the last place of a number of 18 is a digit (X = 10).
    """
    masked = _ELLIPSIS.sub(UNKNOWN, _HIDDEN.sub("*", text))
    masked = _INNER_X.sub(lambda run: _stars(masked, run), masked)
    return masked if "*" in masked or UNKNOWN in masked else None


def fitted(masked: str, widths: frozenset[int]) -> str:
    """The mask as it is where its length is one of the scheme's, else with one `…` for all that is hidden."""
    if UNKNOWN not in masked and len(masked) in widths:
        return masked
    return re.sub(rf"[*{UNKNOWN}]+", UNKNOWN, masked)


def _stars(text: str, run: re.Match[str]) -> str:
    ends_number = run.end() == 18 == len(text) and len(run[0]) < 18 and text[run.start() - 1] == "*"
    return "*" * len(run[0]) if not ends_number else "*" * (len(run[0]) - 1) + "X"
