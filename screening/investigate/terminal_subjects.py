"""Who or what is asked about, on the terminal: a person with posts and relatives, a counterparty with its records and people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from screening.investigate.seen import seen
from screening.investigate.terminal_parts import MOST, head, line, rest, table
from screening.investigate.wording import (
    found_words,
    item_word,
    listed,
    people_words,
    relationship,
    span,
    word_of_usage,
)  # fmt: skip
from screening.investigate.words import text, text_colon
from screening.reports.relations import source_words
from screening.reports.words import Language, bracketed, code, column, probability


def subject_parts(subject: Mapping[str, Any], language: Language) -> Iterator[RenderableType]:
    yield head("who", language)
    yield Text(f"  {seen(subject['name'])} · {seen(subject['officer_id'])}", style="bold")
    if subject["found_by"]["how"] != "code":
        yield line(text("found", language), found_words(subject["found_by"], language), language)
    for identity in subject["identities"]:
        yield line(source_words(identity["source"], language), "  ".join(_identity(identity, language)), language)
    if subject["posts"]:
        yield head("posts", language)
        yield table(
            (column("entity_id", language), "", column("relation", language), f"{column('valid_from', language)} – {column('valid_to', language)}"),
            [
                (p["entity_id"] or "", p["entity_name"] or "", f"{p['position']}{_class(p['position_class'], language)}",
                 span(p["term_start"], p["term_end"]))
                for p in subject["posts"]
            ],
        )  # fmt: skip
    if subject["relatives"]:
        yield head("relatives", language)
        for relative in subject["relatives"]:
            about = "  ".join(_identity(relative, language))
            yield Text(
                f"  {relationship(relative, language)}  {seen(relative['name'])}  {seen(relative['related_id'])}  {about}"
            )


def _identity(identity: Mapping[str, Any], language: Language) -> Iterator[str]:
    """What is known of an identity beside its name."""
    colon = text_colon(language)
    if identity["names"]:
        yield f"{text('names', language)}{colon}{listed(map(seen, identity['names']), language)}"
    if identity["numbers"]:
        yield f"{text('numbers', language)}{colon}{listed(map(seen, identity['numbers']), language)}"
    if identity["birth_date"]:
        yield f"{text('birth', language)}{colon}{identity['birth_date']}"
    if identity["kept_apart"]:
        yield f"⚠ {text('kept_apart', language)}"


def counterparty_parts(party: Mapping[str, Any], language: Language) -> Iterator[RenderableType]:
    yield head("party", language)
    yield Text(f"  {seen(party['name'])}", style="bold")
    if party["found_by"]["how"] != "code":
        yield line(text("found", language), found_words(party["found_by"], language), language)
    for record in party["records"]:
        table = code("party_table", record["party_table"], language)
        entities = listed(map(seen, record["entity_ids"] or ()), language)
        yield line(
            table, f"{seen(record['party_id'])}  {seen(record['name'])}  {seen(record['uscc'])}  {entities}", language
        )
    others = [
        f"{seen(n['name'])}{bracketed(word_of_usage(n['usage'], language), language)}"
        for n in party["names"]
        if n["usage"] != "name"
    ]
    if others:
        yield line(text("names", language), listed(others, language), language)
    if party["people"]:
        yield line(text("people", language), _people(party, language), language)
    for link in party["alike"][:MOST]:
        how = probability(link["score"], language)
        yield line(
            text("alike", language), f"{seen(link['name'])} {seen(link['uscc'])}  {link['tier']}  {how}", language
        )
    yield from rest(party["alike"], language)


def _people(party: Mapping[str, Any], language: Language) -> str:
    said = [f"{name}{about}" for name, about in people_words(party["people"], language, with_numbers=False)]
    more = party["people_in_all"] - len(party["people"])
    return listed(said, language) + (f"  {text('and_more', language, n=more)}" if more > 0 else "")


def _class(position_class: str | None, language: Language) -> str:
    return bracketed(item_word("position_class", position_class, language), language) if position_class else ""
