"""Titles of rules, from the policy data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from screening.refdata.resources import resource_path
from screening.reports.words import Language


@cache
def _policy() -> Mapping[str, Any]:
    return tomllib.loads(resource_path("policy", "rules.toml").read_text(encoding="utf-8"))


def _rules() -> Mapping[str, Mapping[str, Any]]:
    return {**_policy()["rules"], **_policy()["calendar"]}


def policy_version() -> str:
    """Version of the policy data."""
    return str(_policy()["version"])


def rule_title(rule_id: str, language: Language) -> str:
    """A few words on what a rule asks; empty for an id that nobody knows."""
    entry = _rules().get(rule_id)
    return "" if entry is None else str(entry[f"title_{language}"])


def rule_article(rule_id: str, language: Language) -> str:
    """Where the policy says it, numbered as the policy prints it; a rule without an article makes leads."""
    article = str(_rules().get(rule_id, {}).get("article", ""))
    if language == "en":
        article = re.sub(r"声明 (\d\(\d\))", r"statement \1", article)
        return re.sub(r"申报表第 ([\d-]+) 项", r"declaration form, item \1", article)
    return "线索" if article == "lead" else article


def rule_source(rule_id: str, language: Language) -> str:
    """The same for a reader who knows no numbers: bare ones are those of the policy."""
    policy, joint = ("制度 ", "；") if language == "zh" else ("policy ", "; ")
    parts = [part.strip() for part in rule_article(rule_id, language).split(";")]
    return joint.join(f"{policy}{part}" if part[:1].isdigit() else part for part in parts)


def rule_heading(rule_id: str, language: Language) -> str:
    """What a rule asks and, in brackets, where the policy says it; a title that ends in brackets takes it into them."""
    opening, closing, joint = ("（", "）", "；") if language == "zh" else (" (", ")", "; ")
    title, source = rule_title(rule_id, language), rule_source(rule_id, language)
    if not source:
        return title
    inner = title.removesuffix(closing)
    return f"{title}{opening}{source}{closing}" if inner == title else f"{inner}{joint}{source}{closing}"
