"""The suggested next audit step of a candidate, read from data/policy/next_steps.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from screening.refdata.resources import resource_path
from screening.reports.words import Language


def next_step(row: Mapping[str, Any], language: Language) -> str:
    """What to do next, in words: identity and dates first where they are open, then the rule's step, then the declaration.

    Args:
        row: a finding with the contract's columns.
    """
    return ("" if language == "zh" else " ").join(line[language] for line in _lines(row))


_KNOWN_PEOPLE = ("ACT-C", "SELL-C")
"""Leads by their kind: who is who was established before they were made."""
_ALLEGED = ("GEN", "RES")
_BY_NAME_ALONE = 0.9
"""A report that gives a code is sure of the person; one that gives a name stands below."""


def identity_is_open(row: Mapping[str, Any]) -> bool:
    """Whether it has to be established first who is who; some leads are leads for another reason.

    Args:
        row: a finding with the contract's columns.
    """
    if row["tier"] != "C" or row["overlap"] == "possible" or row["rule_id"] in _KNOWN_PEOPLE:
        return False
    return row["rule_id"] not in _ALLEGED or row["score"] < _BY_NAME_ALONE


def _lines(row: Mapping[str, Any]) -> Iterator[Mapping[Language, str]]:
    steps = _steps()
    if identity_is_open(row):
        yield steps["first"]["weak_identity"]
    elif row["overlap"] == "possible":
        yield steps["first"]["possible_overlap"]
    if row["rule_id"] in steps["rules"]:
        yield steps["rules"][row["rule_id"]]
    status, then = row["declaration_status"], steps["then"]
    exact = then.get(f"{status}.{row['declaration_decision']}", then.get(status))
    if exact is not None:
        yield exact


@cache
def _steps() -> Mapping[str, Mapping[str, Mapping[Language, str]]]:
    return tomllib.loads(resource_path("policy", "next_steps.toml").read_text(encoding="utf-8"))
