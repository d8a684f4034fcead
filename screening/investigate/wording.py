"""Sentences and labels about an answer, the same for terminal and dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from screening.contract.words import ENUMERATIONS
from screening.investigate.answer import Answer
from screening.investigate.seen import seen
from screening.investigate.words import HOW, PAIR, ROLES, WHY, text, text_colon, text_comma, word
from screening.reports.titles import rule_heading
from screening.reports.why import why_it_stands
from screening.reports.words import Language, bracketed, code, column, probability

Items = Sequence[Mapping[str, Any]]


def legible(answer: Answer) -> Answer:
    """The answer with every text as a person should see it: what terminal and paper begin with."""
    return Answer(**{field.name: _legible(getattr(answer, field.name)) for field in fields(answer)})


def _legible(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _legible(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_legible(part) for part in value]
    return seen(value) if isinstance(value, str) else value


def why_sentence(why: Mapping[str, Any], language: Language) -> str:
    """The answer to "why is there no finding" in one sentence."""
    status, reason = why["status"], why["reason"]
    return word(WHY, f"{status}:{reason}" if f"{status}:{reason}" in WHY else status, language)


def best_lines(finding: Mapping[str, Any], language: Language) -> list[str]:
    """What the answer on a pair rests on: the link, why it stands, by which rule, and how sure the identities are."""
    colon = text_colon(language)
    is_candidate = finding["outcome"] == "candidate" and finding["lifecycle"] != "closed"
    sure = listed((code("tier", finding["tier"], language), probability(finding["score"], language)), language)
    return [
        seen(finding[f"summary_{language}"]),
        *([why_it_stands(finding, language)] if is_candidate else []),
        f"{column('rule_id', language)}{colon}{finding['rule_id']} {rule_heading(finding['rule_id'], language)}",
        f"{text('how_sure', language)}{colon}{sure}",
    ]


def pair_words(pair: Mapping[str, Any], language: Language) -> str:
    """How one compared pair stands."""
    figures = {"reach": f"{pair.get('reach_bits') or 0.0:.1f}", "needed": f"{pair.get('needed_bits') or 0.0:.1f}"}
    return word(PAIR, pair["status"], language, **figures)


def found_words(found: Mapping[str, str], language: Language) -> str:
    """How a subject was found."""
    return f"{word(HOW, found['how'], language)}{text_colon(language)}{seen(found['written'])}"


def rule_words(rule: Mapping[str, Any], language: Language) -> str:
    """What one rule says: outcomes with their number, nothing found, or not screened and why."""
    outcomes = [
        f"{_outcome(name, language)} × {len(ids)}" if len(ids) > 1 else _outcome(name, language)
        for name, ids in sorted(rule["outcomes"].items())
    ]
    if outcomes:
        return "；".join(outcomes) if language == "zh" else "; ".join(outcomes)
    if rule["screened"]:
        return text("nothing_found", language)
    reason = rule[f"why_{language}"]
    return text("not_screened", language) + (f"{text_colon(language)}{reason}" if reason else "")


def _outcome(name: str, language: Language) -> str:
    if name == "closed":
        return text("closed", language)
    return code("outcome" if name in _OUTCOMES else "certainty", name, language)


_OUTCOMES = ("candidate", "declared", "exempt", "out_of_scope", "scope_unknown", "no_overlap", "dismissed")


def people_words(people: Items, language: Language, *, with_numbers: bool) -> list[tuple[str, str]]:
    """The people named in a counterparty, each name once, with its roles and, where asked for, the masked numbers beside it."""
    found: dict[str, list[str]] = {}
    for person in people:
        about = found.setdefault(seen(person["name"]) or seen(person["shown"]), [])
        about.append(word(ROLES, person["role"], language))
        if with_numbers and person["shown"] and person["name"]:
            about.append(seen(person["shown"]))
    return [(name, bracketed(listed(dict.fromkeys(about), language), language)) for name, about in found.items()]


def relationship(identity: Mapping[str, Any], language: Language) -> str:
    """A related party's relation: as understood, else as delivered."""
    return seen(identity["kin"].get(f"label_{language}") or identity["relationship"])


def item_word(enumeration: str, value: str | None, language: Language) -> str:
    """A code of the contract's input as its first word."""
    if value is None:
        return ""
    words = ENUMERATIONS[enumeration].get(value)
    return value.replace("_", " ") if words is None or language == "en" else words[0]


def span(first: object, last: object) -> str:
    """Two days as an interval; empty where neither is known."""
    return "" if first is None and last is None else f"{first or '…'} – {last or '…'}"


def listed(words: Iterable[str], language: Language) -> str:
    """Words one after the other."""
    return text_comma(language).join(words)


def word_of_usage(usage: str, language: Language) -> str:
    """Former name, or other name."""
    return word(HOW, usage, language)
