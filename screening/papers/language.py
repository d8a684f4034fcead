"""The two languages of the papers."""

from __future__ import annotations

from screening.reports.words import Language

__all__ = ["Language", "Words", "say"]

Words = tuple[str, str]
"""The same in Chinese and English."""


def say(words: Words, language: Language) -> str:
    """The one of the two that is wanted."""
    return words[language == "en"]
