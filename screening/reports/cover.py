"""The cover: scope, counts, what was not screened and why, data and their age. The same lines for workbook and page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from screening.reports.cover_line import Line, table_words
from screening.reports.cover_run import inputs, scope, since
from screening.reports.titles import rule_title
from screening.reports.view import View
from screening.reports.words import Language, code, text

_COUNTS = ("read", "staged", "rejected", "duplicate", "excluded", "corrected")


def cover_lines(view: View) -> Iterator[Line]:
    """Every line of the cover, top to bottom."""
    language = view.night.language
    yield Line("title", "", text("title", language))
    yield Line("line", "run", text("as_of", language), view.night.as_of.isoformat())
    yield Line("line", "run", text("run", language), view.night.run_id)
    head = view.night.decisions
    if head.entries:
        state = text("log_state", language).format(n=head.entries, head=head.head)
        yield Line("line", "run", text("log_head", language), state)
    yield Line("note", "run", text("reading", language))
    yield from scope(view, language)
    yield from _result(view, language)
    yield from since(view, language)
    yield from _missing(view, language)
    yield from _soft(view, language)
    yield from _supplied(view.coverage, language)
    yield from inputs(view, language)


def _result(view: View, language: Language) -> Iterator[Line]:
    yield Line("head", "counts", text("counts", language))
    tiers = Counter(row["tier"] for row in view.candidates)
    cases = len({row["case_id"] for row in view.candidates})
    yield Line("line", "counts", text("cases", language), str(cases))
    for tier in sorted(tiers):
        meaning = f"{tiers[tier]}{text('open', language)}{code('tier', tier, language)}{text('close', language)}"
        yield Line("line", "counts", text("tier_candidates", language).format(tier=tier), meaning)
    outcomes = Counter("closed" if row["lifecycle"] == "closed" else row["outcome"] for row in view.cleared)
    for outcome in sorted(outcomes):
        kind = "lifecycle" if outcome == "closed" else "outcome"
        label = f"{text('others', language)}{text('colon', language)}{code(kind, outcome, language)}"
        yield Line("line", "counts", label, str(outcomes[outcome]))
    if not view.candidates and any(facts["screened"] for facts in view.coverage["rules"].values()):
        yield Line("note", "counts", text("nothing_found", language))
    if view.restricted_counts["candidates"]:
        hidden = text("restricted", language).format(n=view.restricted_counts["candidates"])
        yield Line("warning", "counts", text("restricted_head", language), hidden)
    if view.unknown_restricted:
        ids = text("comma", language).join(view.unknown_restricted)
        unknown = text("restricted_unknown", language).format(ids=ids)
        yield Line("warning", "counts", text("restricted_head", language), unknown)
    pruned = view.coverage["pairs"].get("pairs_pruned_as_homonyms")
    if pruned:
        yield Line("line", "counts", text("pruned", language), str(pruned))


def _missing(view: View, language: Language) -> Iterator[Line]:
    """Rules without a verdict by reason, then what limits those that have one."""
    rules: Mapping[str, Mapping[str, Any]] = view.coverage["rules"]
    missing: dict[str, list[str]] = {}
    for rule, facts in rules.items():
        if not facts["screened"]:
            name = f"{rule} {rule_title(rule, language)}".strip()
            missing.setdefault(facts[f"why_{language}"] or "", []).append(name)
    count = sum(map(len, missing.values()))
    yield Line(
        "head",
        "not_screened",
        f"{text('not_screened', language)}{text('open', language)}{count}{text('close', language)}",
    )
    for why, names in missing.items():
        yield Line("warning", "not_screened", why, text("comma", language).join(names))
    delivered = {name for name, facts in view.coverage["tables"].items() if facts["delivered"] and not facts["empty"]}
    for table in ("declarations", "transactions", "group_entities"):
        if table not in delivered:
            yield Line("warning", "not_screened", table_words(table, language), text(f"without_{table}", language))
    screened = [rule for rule, facts in rules.items() if facts["screened"]]
    yield Line("line", "not_screened", text("screened", language), text("comma", language).join(screened))


def _soft(view: View, language: Language) -> Iterator[Line]:
    failed = [row for row in view.quality.to_pylist() if row["check"].startswith("expectation_")]
    if failed:
        yield Line("head", "checks", text("soft_failed", language))
    for row in failed:
        yield Line("warning", "checks", table_words(row["table"], language), row["message"])


def _supplied(coverage: Mapping[str, Any], language: Language) -> Iterator[Line]:
    yield Line("head", "tables", text("tables", language))
    for name, facts in coverage["tables"].items():
        if not facts["delivered"]:
            yield Line("line", "tables", table_words(name, language), text("not_delivered", language))
            continue
        if facts["empty"]:
            yield Line("line", "tables", table_words(name, language), text("delivered_empty", language))
            continue
        told = [f"{text(key, language)} {facts[key]}" for key in _COUNTS if facts[key]]
        if name in coverage["data_as_of"]:
            day = coverage["data_as_of"][name] or text("unknown_day", language)
            told.append(f"{text('data_age', language)} {day}")
        yield Line("line", "tables", table_words(name, language), text("comma", language).join(told))
