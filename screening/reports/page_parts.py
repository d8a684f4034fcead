"""Parts that every page of cases is made of: the files of its script and style, its words, and JSON that stays data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib import resources
from typing import Any

from screening.reports.candidates import json_line
from screening.reports.page_cases import pair
from screening.reports.page_words import PAGE_TEXTS
from screening.reports.titles import rule_source, rule_title
from screening.reports.words import CODES, COLUMNS, TEXTS

CASE_SCRIPTS = ("base", "tables", "bits", "path", "clocks", "case")
"""What draws one case, in the order in which it is joined."""


def inert_json(value: Mapping[str, Any]) -> str:
    """JSON that cannot end the script element it stands in, whatever the data say."""
    escaped = json_line(value)
    for character in "<>&\u2028\u2029":
        escaped = escaped.replace(character, f"\\u{ord(character):04x}")
    return escaped


def wording(rules: Iterable[str]) -> dict[str, Any]:
    """The words the scripts draw with, those of these rules among them; each is a pair of Chinese and English."""
    return {
        "rules": {
            rule: {"title": pair(partial(rule_title, rule)), "article": pair(partial(rule_source, rule))}
            for rule in rules
        },
        "texts": {**TEXTS, **PAGE_TEXTS},
        "headers": COLUMNS,
        "words": CODES,
    }


def template(name: str) -> str:
    """A file of the page."""
    return resources.files("screening.reports").joinpath("templates", name).read_text(encoding="utf-8")
