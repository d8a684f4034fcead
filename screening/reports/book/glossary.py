"""The sheet of words: the terms of the report, then every rule with what it asks and where the policy says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.refdata.resources import resource_path
from screening.reports.book.sheet import Sheet
from screening.reports.titles import rule_heading
from screening.reports.view import View

_COLUMNS = {"term": 34, "meaning": 110}


def glossary_sheet(view: View) -> Sheet:
    """One row per term or rule."""
    language = view.night.language
    words = [{"term": term[language], "meaning": term[f"means_{language}"]} for term in glossary()]
    rules = [{"term": rule, "meaning": rule_heading(rule, language)} for rule in (*RULE_IDS, *COMPLIANCE_IDS)]
    return Sheet("glossary", _COLUMNS, [*words, *rules], frozen=1)


@cache
def glossary() -> Sequence[Mapping[str, str]]:
    """Terms with their meaning in both languages: zh, en, means_zh, means_en."""
    found: Sequence[Mapping[str, str]] = tomllib.loads(
        resource_path("policy", "glossary.toml").read_text(encoding="utf-8")
    )["term"]
    return found
