"""Words for people: a code, a header, a text or a probability in the language that is asked for."""

from __future__ import annotations

from typing import Literal

from screening.contract.words import ENUMERATIONS
from screening.reports.code_words import CODES
from screening.reports.column_words import COLUMNS
from screening.reports.text_words import TEXTS

__all__ = ["CODES", "COLUMNS", "TEXTS", "Language", "bracketed", "code", "column", "enumerated", "probability", "text"]

Language = Literal["zh", "en"]


def code(kind: str, value: str | None, language: Language) -> str:
    """The word for a code; the code itself when it has none, an empty text for null."""
    if value is None:
        return ""
    pair = CODES[kind].get(value)
    return value if pair is None else pair[language == "en"]


def enumerated(kind: str, value: str | None, language: Language) -> str:
    """A code of a delivered table as the word we write for it; English codes read as words."""
    if value is None:
        return ""
    return ENUMERATIONS[kind].get(value, (value,))[0] if language == "zh" else value.replace("_", " ")


def column(name: str, language: Language) -> str:
    """The header of a column."""
    return COLUMNS[name][language == "en"]


def text(name: str, language: Language) -> str:
    """A fixed text."""
    return TEXTS[name][language == "en"]


def bracketed(words: str, language: Language) -> str:
    """Words in brackets, to follow others."""
    return f"{text('open', language)}{words}{text('close', language)}"


def probability(score: float | None, language: Language) -> str:
    """A posterior in words with its figure: of identity only."""
    if score is None:
        return ""
    words = (
        (0.999, ("几乎确定", "almost certain")),
        (0.99, ("非常可能", "very likely")),
        (0.9, ("很可能", "likely")),
        (0.5, ("有可能", "more likely than not")),
        (0.0, ("不确定", "uncertain")),
    )
    word = next(pair for least, pair in words if score >= least)[language == "en"]
    return f"{word}（{_floor(score)}）" if language == "zh" else f"{word} ({_floor(score)})"


def _floor(score: float) -> str:
    """Never 100 %: identity is not proven by arithmetic."""
    return "> 99.9 %" if score > 0.999 else f"{100 * score:.1f} %"
