"""What the run found, on the terminal: findings with their evidence, links beside them, declarations, and every rule's verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from screening.investigate.answer import Answer
from screening.investigate.seen import seen
from screening.investigate.sums import links_of
from screening.investigate.terminal_parts import MOST, Rows, head, ledger_bars, line, rest, table
from screening.investigate.wording import item_word, rule_words
from screening.investigate.words import KINDS, ROLES, text, text_colon, word
from screening.reports import evidence
from screening.reports.relations import path_words, source_words
from screening.reports.steps import next_step
from screening.reports.titles import rule_heading
from screening.reports.why import why_it_stands
from screening.reports.words import Language, bracketed, code, column, probability

_OUTCOME_STYLE = {"candidate": "bold red", "declared": "green", "exempt": "green", "dismissed": "dim"}


def findings_parts(answer: Answer, language: Language) -> Iterator[RenderableType]:
    yield head("findings", language, f" {len(answer.findings)}")
    if not answer.findings:
        yield Text(f"  {text('no_findings', language)}")
    for finding in answer.findings[:MOST]:
        yield from _finding(finding, answer, language)
    yield from rest(answer.findings, language)


def _finding(finding: Mapping[str, Any], answer: Answer, language: Language) -> Iterator[RenderableType]:
    closed = finding["lifecycle"] == "closed"
    outcome = text("closed", language) if closed else code("outcome", finding["outcome"], language)
    heading = Text.assemble(
        (f"■ {outcome}", _OUTCOME_STYLE.get("" if closed else finding["outcome"], "yellow")),
        f"  {finding['rule_id']} {rule_heading(finding['rule_id'], language)}  ", (code("tier", finding["tier"], language), "bold"),
        f"  {finding['finding_id']}",
    )  # fmt: skip
    yield Padding(heading, (1, 0, 0, 2))
    yield Padding(Text(seen(finding[f"summary_{language}"])), (0, 0, 0, 4))
    if finding["outcome"] == "candidate" and not closed:
        yield Padding(Text(why_it_stands(finding, language)), (0, 0, 0, 4))
        yield Padding(line(text("next", language), next_step(finding, language), language, indent=""), (0, 0, 0, 4))
    yield Padding(Text(seen(path_words(finding["path"], language))), (0, 0, 0, 4))
    items = finding["evidence"] or ()
    yield from ledger_bars(*links_of(finding, language), language)
    for item in items:
        if evidence.is_judged(item):
            said = f"{evidence.feature(item, language)}{text_colon(language)}{evidence.detail(item, language)}"
            yield Padding(Text(f"· {seen(said)}"), (0, 0, 0, 4))
    for said in answer.decided_since(finding, language):
        yield Padding(Text(f"{text('decisions', language)}{text_colon(language)}{seen(said)}"), (0, 0, 0, 4))


def links_parts(answer: Answer, language: Language) -> Iterator[RenderableType]:
    """Ties that no finding shows; those of findings stand with them."""
    shown = {(f["related_id"], f["officer_id"], f["party_table"], f["party_id"]) for f in answer.findings}
    ties = [t for t in answer.ties if (t["related_id"], t["officer_id"], t["party_table"], t["party_id"]) not in shown]
    if ties:
        yield head("links_without_finding", language, f" {len(ties)}")
        for tie in ties[:MOST]:
            yield Text(
                f"  {word(KINDS, tie['kind'], language)}  {tie['tier']}  {seen(path_words(tie['path'], language))}"
            )
        yield from rest(ties, language)
    if answer.loose_links:
        yield head("loose", language, f" {len(answer.loose_links)}")
        for link in answer.loose_links[:MOST]:
            where = f"{seen(link['company_name'])} {word(ROLES, link['role'], language)}"
            place = source_words({"table": link["table_name"], "row": link["row"]}, language)
            yield Text(
                f"  {seen(link['mention_name'])}  {where}  {place}  {link['tier']} {probability(link['score'], language)}"
            )
        yield from rest(answer.loose_links, language)


def declared_parts(answer: Answer, language: Language) -> Iterator[RenderableType]:
    if answer.declarations:
        yield head("declared", language, f" {len(answer.declarations)}")
        yield table(
            [
                column("declaration_id", language), text("declared_on", language), text("item", language), column("party_name", language),
                column("related_name", language), column("declaration_decision", language),
            ],
            [
                (d["declaration_id"], d["submitted_on"] or "", text("nil", language) if d["nil_return"] else item_word("item", d["item"], language),
                 d["counterparty_name"] or "", d["related_party_name"] or "", item_word("decision", d["decision"], language))
                for d in answer.declarations[:MOST]
            ],
        )  # fmt: skip
        yield from rest(answer.declarations, language)
    if answer.duties:
        yield head("calendar", language, f" {len(answer.duties)}")
        for duty in answer.duties[:MOST]:
            certainty = code("certainty", duty["certainty"], language)
            yield Padding(Text(f"{certainty}  {duty['rule_id']}"), (0, 0, 0, 2))
            yield Padding(Text(seen(duty[f"summary_{language}"])), (0, 0, 0, 4))
        yield from rest(answer.duties, language)
    if answer.contradictions:
        yield head("contradictions", language)
        for row in answer.contradictions[:MOST]:
            sides = [
                f"{source_words({'table': row[f'{side}_table'], 'row': row[f'{side}_row']}, language)} {seen(row[f'{side}_value'])}"
                for side in ("left", "right")
            ]
            yield Text(f"  {evidence.feature(row, language)}{text_colon(language)}{sides[0]} ≠ {sides[1]}")
        yield from rest(answer.contradictions, language)


def rules_parts(rules: Rows, language: Language) -> Iterator[RenderableType]:
    """Every rule's verdict; those that looked and found nothing are told in one line, lest they push the answer off the screen."""
    silent = [rule["rule_id"] for rule in rules if rule["screened"] and not rule["outcomes"]]
    yield head("rules", language)
    told = [rule for rule in rules if rule["rule_id"] not in silent]
    if told:
        yield table(
            (column("rule_id", language), column("rule_title", language), column("outcome", language)),
            [(rule["rule_id"], rule_heading(rule["rule_id"], language), rule_words(rule, language)) for rule in told],
        )
    if silent:
        count = f"{text('nothing_found', language)}{bracketed(str(len(silent)), language)}"
        yield Padding(line(count, " ".join(silent), language, indent=""), (1 if told else 0, 0, 0, 2))
