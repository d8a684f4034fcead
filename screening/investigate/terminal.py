"""An answer on the terminal: read top to bottom, the conclusion first. Text of the data is never markup and never a command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from screening.investigate.answer import Answer
from screening.investigate.seen import seen
from screening.investigate.sums import pair_link
from screening.investigate.terminal_findings import declared_parts, findings_parts, links_parts, rules_parts
from screening.investigate.terminal_parts import MOST, bars, head
from screening.investigate.terminal_subjects import counterparty_parts, subject_parts
from screening.investigate.wording import best_lines, found_words, legible, listed, pair_words, why_sentence
from screening.investigate.words import ROLES, text, word
from screening.reports.relations import source_words
from screening.reports.words import Language, bracketed, code


def show(answer: Answer, language: Language, stream: IO[str]) -> None:
    """Writes the answer; plain text where the stream is no terminal."""
    console = Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)
    for part in _page(legible(answer), language):
        console.print(part)


def _page(answer: Answer, language: Language) -> Iterator[RenderableType]:
    run = answer.run
    yield Text(f"{text('run', language)} {run['run_id']} · {text('as_of', language)} {run['as_of']}", style="dim")
    if answer.kind == "choice":
        yield from _choices(answer, language)
    if answer.why is not None:
        yield from _why(answer, language)
    if answer.subject is not None:
        yield from subject_parts(answer.subject, language)
    if answer.counterparty is not None:
        yield from counterparty_parts(answer.counterparty, language)
    if answer.kind != "choice":
        yield from findings_parts(answer, language)
        yield from links_parts(answer, language)
        yield from declared_parts(answer, language)
        yield from rules_parts(answer.rules, language)
        yield Padding(Text(text("reading", language), style="dim"), (1, 0, 0, 0))
    if answer.hidden is not None:
        yield Text(text("hidden", language, **answer.hidden), style="yellow")


def _choices(answer: Answer, language: Language) -> Iterator[RenderableType]:
    yield Text(text("choice", language), style="bold")
    for number, choice in enumerate(answer.choices, start=1):
        how = found_words(choice, language)
        if "officer_id" in choice:
            of = f" · {seen(choice['relationship'])} {seen(choice['related_id'])}" if choice["related_id"] else ""
            yield Text(
                f"  {number}. {seen(choice['name'])} · {seen(choice['officer_id'])}{of}{bracketed(how, language)}"
            )
        else:
            table = code("party_table", choice["party_table"], language)
            where = f"{table} {seen(choice['party_id'])} · {seen(choice['group_id'])}"
            yield Text(f"  {number}. {seen(choice['name'])} · {where}{bracketed(how, language)}")


def _why(answer: Answer, language: Language) -> Iterator[RenderableType]:
    why = answer.why or {}
    yield head("answer", language)
    yield Padding(Text(why_sentence(why, language), style="bold"), (0, 0, 0, 2))
    if why["status"] == "outcome":
        for said in best_lines(answer.findings[0], language):
            yield Padding(Text(said), (0, 0, 0, 2))
    if why["compared"]:
        yield head("compared", language, text("of_people", language, n=why["in_all"]))
        for pair in why["compared"][:MOST]:
            if pair["status"] != "no_key":
                yield _pair(pair, language)
                yield from bars(pair_link(pair, language), language)
        nothing = [pair for pair in why["compared"] if pair["status"] == "no_key"]
        if nothing:
            sides = (
                listed(dict.fromkeys(seen(pair[name]) for pair in nothing), language)
                for name in ("watched_name", "name")
            )
            yield Text(f"  {' ↔ '.join(sides)}  {pair_words(nothing[0], language)}")
        if why["cut"]:
            yield Text(f"  {text('cut', language)}", style="yellow")
    if why["organisations"]:
        yield head("organisations", language)
        for row in why["organisations"]:
            yield Text(
                f"  {seen(row['name'])}{bracketed(seen(row['relationship']), language)}  {seen(row['uscc'])}  {pair_words(row, language)}"
            )


def _pair(pair: Mapping[str, Any], language: Language) -> Text:
    """One compared pair: who, beside whom and where, and how they stand."""
    where = f"{seen(pair['company_name'])} {word(ROLES, pair['role'], language)}"
    place = source_words(pair["source"], language)
    behind = bracketed(listed((where, place), language), language)
    about = f"  {seen(pair['watched_name'])} ↔ {seen(pair['name'])}{behind}  "
    return Text.assemble(about, (pair_words(pair, language), "bold"))
