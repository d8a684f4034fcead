"""Numbers with hidden places, in one writing.

Where the length is that of the scheme, `*` stands for each hidden place. Else one `…` stands between what is shown at the beginning
and what is shown at the end: writers hide eight places with three stars, so places further in are of no known number.
"""

from __future__ import annotations

import re

HIDDEN, UNKNOWN = "*", "…"
_SIGNS = "*＊•●○■□×＃#?？_∗✱"
_SIGN = re.compile(f"[{_SIGNS}]")
_ELLIPSIS = re.compile(r"…+|\.{2,}|⋯+|·{2,}")
_RUN_OF_X = re.compile(r"X{2,}")
_LONE_X = re.compile(r"(?<=\()X(?=\)$)")
_HALF_CARD = re.compile(
    r"[A-Z]{1,2}\d{0,6}X{1,6}\(X\)"
)  # what Hong Kong's register shows of an identity card: A1234XX(X)
_GAP = re.compile(rf"[*{UNKNOWN}].*[*{UNKNOWN}]|[*{UNKNOWN}]")


def unmask(text: str) -> str | None:
    """The text with `*` per hidden place and `…` for a gap of unknown length; null when nothing is hidden.

    A run of three X hides places too (two where more is hidden), except that the last place of a number of 18 is a digit
    (X = 10). In A123XXX(X) the X in brackets is hidden like those before it.
    """
    masked = _ELLIPSIS.sub(UNKNOWN, _SIGN.sub(HIDDEN, text))
    if _HALF_CARD.fullmatch(masked):
        return masked[0] + masked[1:].replace("X", HIDDEN)
    if "XXX" in masked or ("XX" in masked and masked != text):
        masked = _RUN_OF_X.sub(lambda run: _stars(masked, run), masked)
        masked = _LONE_X.sub("*", masked)
    return masked if "*" in masked or UNKNOWN in masked else None


def fitted(masked: str, widths: frozenset[int]) -> str:
    """The mask as it is where its length is one of the scheme's, else with one `…` for all that may be hidden."""
    if UNKNOWN not in masked and len(masked) in widths:
        return masked
    return _GAP.sub(UNKNOWN, masked)


def _stars(text: str, run: re.Match[str]) -> str:
    ends_number = run.end() == 18 == len(text) and len(run[0]) < 18 and text[run.start() - 1] == "*"
    return "*" * len(run[0]) if not ends_number else "*" * (len(run[0]) - 1) + "X"
