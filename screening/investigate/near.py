"""Nothing is called so: one sentence that proposes what is."""

from __future__ import annotations

from collections.abc import Iterable

from screening.errors import UsageError
from screening.investigate.seen import seen
from screening.refdata.full_numbers import shows_number

_MOST = 3
_LEAST = 60.0  # per cent of likeness below which a proposal only confuses


def unknown(kind: tuple[str, str], asked: str, known: Iterable[str], more: tuple[str, str] = ("", "")) -> UsageError:
    """The error for an id or name that the run does not know.

    Args:
        kind: what was asked for, in Chinese and English.
        asked: as typed; it is shown again, unless it is a number.
        known: what could have been meant.
        more: a sentence to add.
    """
    near = [seen(word) for word in nearest(asked, known)]
    asked = "***" if shows_number(asked) else seen(asked)
    zh = f"；相近的有 {'、'.join(near)}" if near else "，请核对写法"
    en = f"; near it are {', '.join(near)}" if near else "; check how it is written"
    return UsageError(
        f"该运行中没有{kind[0]} {asked}{zh}。{more[0]}",
        f"The run knows no {kind[1]} {asked}{en}.{more[1]}",
        "unknown_id",
    )


def nearest(asked: str, known: Iterable[str]) -> list[str]:
    """Up to three of `known` that are written most like `asked`."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        asked, sorted(set(known)), scorer=fuzz.ratio, processor=utils.default_process, limit=_MOST, score_cutoff=_LEAST
    )
    return [word for word, _, _ in found]
