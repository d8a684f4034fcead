"""An answer on the terminal: read top to bottom, the conclusion first. Text of the data is never markup and never a command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from rich.box import SIMPLE
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from screening.investigate.answer import Answer
from screening.investigate.wording import (
    found_words,
    item_word,
    legible,
    pair_words,
    path_words,
    relationship,
    rule_words,
    seen,
    span,
    text_colon,
    why_sentence,
)
from screening.investigate.words import KINDS, ROLES, text, word
from screening.reports import evidence
from screening.reports.relations import source_words
from screening.reports.steps import next_step
from screening.reports.titles import rule_article, rule_title
from screening.reports.why import why_it_stands
from screening.reports.words import Language, code, column, probability

_MOST = 10
"""Findings, links and compared people shown in full; the rest is counted."""
_BAR = 30  # characters of the longest bar
_OUTCOME_STYLE = {"candidate": "bold red", "declared": "green", "exempt": "green", "dismissed": "dim"}
Rows = Sequence[Mapping[str, Any]]


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
        yield from _subject(answer.subject, language)
    if answer.counterparty is not None:
        yield from _counterparty(answer.counterparty, language)
    if answer.kind != "choice":
        yield from _findings(answer, language)
        yield from _links(answer, language)
        yield from _declared(answer, language)
        yield from _rules(answer.rules, language)
        yield Padding(Text(text("reading", language), style="dim"), (1, 0, 0, 0))
    if answer.hidden is not None:
        yield Text(text("hidden", language, **answer.hidden), style="yellow")


def _head(name: str, language: Language, more: str = "") -> RenderableType:
    return Padding(
        Rule(Text(text(name, language) + more, style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0)
    )


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=SIMPLE, show_edge=False, pad_edge=False, header_style="dim")
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(Text(seen(cell)) for cell in row))
    return table


def _line(label: str, value: str, language: Language, style: str = "") -> Text:
    return Text.assemble((f"  {label}{text_colon(language)}", "dim"), (value, style))


def _choices(answer: Answer, language: Language) -> Iterator[RenderableType]:
    yield Text(text("choice", language), style="bold")
    for number, choice in enumerate(answer.choices, start=1):
        how = found_words(choice, language)
        if "officer_id" in choice:
            of = f" · {seen(choice['relationship'])} {seen(choice['related_id'])}" if choice["related_id"] else ""
            yield Text(f"  {number}. {seen(choice['name'])} · {seen(choice['officer_id'])}{of} （{how}）")
        else:
            table = code("party_table", choice["party_table"], language)
            where = f"{table} {seen(choice['party_id'])} · {seen(choice['group_id'])}"
            yield Text(f"  {number}. {seen(choice['name'])} · {where} （{how}）")


def _why(answer: Answer, language: Language) -> Iterator[RenderableType]:
    why = answer.why or {}
    yield _head("answer", language)
    yield Text(f"  {why_sentence(why, language)}", style="bold")
    if why["compared"]:
        yield _head("compared", language, text("of_people", language, n=why["in_all"]))
        for pair in why["compared"][:_MOST]:
            if pair["status"] != "no_key":
                yield _pair(pair, language)
                yield from _bars(pair["evidence"], pair["score"], language)
        nothing = [pair for pair in why["compared"] if pair["status"] == "no_key"]
        if nothing:
            sides = (
                "、".join(dict.fromkeys(seen(pair[name]) for pair in nothing)) for name in ("watched_name", "name")
            )
            yield Text(f"  {' ↔ '.join(sides)}  {pair_words(nothing[0], language)}")
        if why["cut"]:
            yield Text(f"  {text('cut', language)}", style="yellow")
    if why["organisations"]:
        yield _head("organisations", language)
        for row in why["organisations"]:
            yield Text(
                f"  {seen(row['name'])}（{seen(row['relationship'])}）  {seen(row['uscc'])}  {pair_words(row, language)}"
            )


def _pair(pair: Mapping[str, Any], language: Language) -> Text:
    """One compared pair: who, beside whom and where, and how they stand."""
    where = f"{seen(pair['company_name'])} {word(ROLES, pair['role'], language)}"
    place = source_words(pair["source"], language)
    about = f"  {seen(pair['watched_name'])} ↔ {seen(pair['name'])}（{where}，{place}）  "
    return Text.assemble(about, (pair_words(pair, language), "bold"))


def _subject(subject: Mapping[str, Any], language: Language) -> Iterator[RenderableType]:
    yield _head("who", language)
    yield Text(f"  {seen(subject['name'])} · {seen(subject['officer_id'])}", style="bold")
    if subject["found_by"]["how"] != "code":
        yield _line(text("found", language), found_words(subject["found_by"], language), language)
    for identity in subject["identities"]:
        yield _line(source_words(identity["source"], language), "  ".join(_identity(identity, language)), language)
    if subject["posts"]:
        yield _head("posts", language)
        yield _table(
            (column("entity_id", language), "", column("relation", language), f"{column('valid_from', language)} – {column('valid_to', language)}"),
            [
                (p["entity_id"] or "", p["entity_name"] or "", f"{p['position']}（{item_word('position_class', p['position_class'], language)}）",
                 span(p["term_start"], p["term_end"]))
                for p in subject["posts"]
            ],
        )  # fmt: skip
    if subject["relatives"]:
        yield _head("relatives", language)
        for relative in subject["relatives"]:
            about = "  ".join(_identity(relative, language))
            yield Text(
                f"  {relationship(relative, language)}  {seen(relative['name'])}  {seen(relative['related_id'])}  {about}"
            )


def _identity(identity: Mapping[str, Any], language: Language) -> Iterator[str]:
    """What is known of an identity beside its name."""
    colon = text_colon(language)
    if identity["names"]:
        yield f"{text('names', language)}{colon}{'、'.join(seen(name) for name in identity['names'])}"
    if identity["numbers"]:
        yield f"{text('numbers', language)}{colon}{'、'.join(seen(number) for number in identity['numbers'])}"
    if identity["birth_date"]:
        yield f"{text('birth', language)}{colon}{identity['birth_date']}"
    if identity["kept_apart"]:
        yield f"⚠ {text('kept_apart', language)}"


def _counterparty(party: Mapping[str, Any], language: Language) -> Iterator[RenderableType]:
    yield _head("party", language)
    yield Text(f"  {seen(party['name'])}", style="bold")
    if party["found_by"]["how"] != "code":
        yield _line(text("found", language), found_words(party["found_by"], language), language)
    for record in party["records"]:
        table = code("party_table", record["party_table"], language)
        entities = "、".join(seen(entity) for entity in record["entity_ids"] or ())
        yield _line(
            table, f"{seen(record['party_id'])}  {seen(record['name'])}  {seen(record['uscc'])}  {entities}", language
        )
    others = [
        f"{seen(n['name'])}（{word_of_usage(n['usage'], language)}）" for n in party["names"] if n["usage"] != "name"
    ]
    if others:
        yield _line(text("names", language), "、".join(others), language)
    if party["people"]:
        yield _line(text("people", language), _people(party, language), language)
    for link in party["alike"][:_MOST]:
        how = probability(link["score"], language)
        yield _line(
            text("alike", language), f"{seen(link['name'])} {seen(link['uscc'])}  {link['tier']}  {how}", language
        )


def word_of_usage(usage: str, language: Language) -> str:
    """Former name, or other name."""
    from screening.investigate.words import HOW

    return word(HOW, usage, language)


def _people(party: Mapping[str, Any], language: Language) -> str:
    """The people named in a counterparty, each once with his roles."""
    roles: dict[str, list[str]] = {}
    for person in party["people"]:
        roles.setdefault(seen(person["name"]) or seen(person["shown"]), []).append(
            word(ROLES, person["role"], language)
        )
    said = [f"{name}（{'、'.join(dict.fromkeys(held))}）" for name, held in roles.items()]
    rest = party["people_in_all"] - len(party["people"])
    return "、".join(said) + (f"  {text('and_more', language, n=rest)}" if rest > 0 else "")


def _findings(answer: Answer, language: Language) -> Iterator[RenderableType]:
    yield _head("findings", language, f" {len(answer.findings)}")
    if not answer.findings:
        yield Text(f"  {text('no_findings', language)}")
    for finding in answer.findings[:_MOST]:
        yield from _finding(finding, answer, language)
    yield from _rest(answer.findings, language)


def _finding(finding: Mapping[str, Any], answer: Answer, language: Language) -> Iterator[RenderableType]:
    closed = finding["lifecycle"] == "closed"
    outcome = text("closed", language) if closed else code("outcome", finding["outcome"], language)
    article = rule_article(finding["rule_id"], language)
    yield Text.assemble(
        "\n  ", (f"■ {outcome}", _OUTCOME_STYLE.get("" if closed else finding["outcome"], "yellow")),
        f"  {finding['rule_id']} {rule_title(finding['rule_id'], language)} {article}  ", (code("tier", finding["tier"], language), "bold"),
        f"  {finding['finding_id']}",
    )  # fmt: skip
    yield Padding(Text(seen(finding[f"summary_{language}"])), (0, 0, 0, 4))
    if finding["outcome"] == "candidate" and not closed:
        yield Padding(Text(why_it_stands(finding, language)), (0, 0, 0, 4))
        yield Padding(_line(text("next", language), next_step(finding, language), language), (0, 0, 0, 2))
    yield Padding(Text(path_words(finding["path"], language)), (0, 0, 0, 4))
    items = finding["evidence"] or ()
    yield from _bars([item for item in items if not evidence.is_judged(item)], finding["score"], language)
    for item in items:
        if evidence.is_judged(item):
            said = f"{evidence.feature(item, language)}{text_colon(language)}{evidence.detail(item, language)}"
            yield Padding(Text(f"· {seen(said)}"), (0, 0, 0, 4))
    for said in answer.decided_since(finding, language):
        yield Padding(Text(f"{text('decisions', language)}{text_colon(language)}{seen(said)}"), (0, 0, 0, 4))


def _bars(items: Rows, score: float | None, language: Language) -> Iterator[RenderableType]:
    """Evidence as bars of bits; they add up to the probability."""
    weighed = [(item, evidence.bits(item) or 0.0) for item in items]
    if not weighed:
        return
    longest = max(max(abs(bits) for _, bits in weighed), 1.0)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    table.add_column(overflow="fold")
    table.add_column(justify="right")
    table.add_column()
    table.add_column(overflow="fold")
    for item, bits in weighed:
        bar = "█" * max(round(_BAR * abs(bits) / longest), 1 if bits else 0)
        sides = [evidence.side(item, side, language) for side in ("left", "right")]
        said = f"{seen(evidence.detail(item, language))}{_sides(sides)}"
        table.add_row(
            Text(seen(evidence.feature(item, language))),
            Text(f"{bits:+.1f}"),
            Text(bar, style="green" if bits >= 0 else "red"),
            Text(said),
        )
    total = sum(bits for _, bits in weighed)
    table.add_row(
        Text(text("sum", language), style="bold"), Text(f"{total:+.1f}", style="bold"), Text(text("bits", language), style="dim"),
        Text(f"{text('probability', language)}{text_colon(language)}{probability(score, language)}", style="bold"),
    )  # fmt: skip
    yield Padding(table, (0, 0, 0, 4))


def _sides(sides: Sequence[str]) -> str:
    shown = [seen(side) for side in sides if side]
    return f"  [{' | '.join(dict.fromkeys(shown))}]" if shown else ""


def _links(answer: Answer, language: Language) -> Iterator[RenderableType]:
    """Ties that no finding shows; those of findings stand with them."""
    shown = {(f["related_id"], f["officer_id"], f["party_table"], f["party_id"]) for f in answer.findings}
    ties = [t for t in answer.ties if (t["related_id"], t["officer_id"], t["party_table"], t["party_id"]) not in shown]
    if ties:
        yield _head("links_without_finding", language, f" {len(ties)}")
        for tie in ties[:_MOST]:
            yield Text(f"  {word(KINDS, tie['kind'], language)}  {tie['tier']}  {path_words(tie['path'], language)}")
        yield from _rest(ties, language)
    if answer.loose_links:
        yield _head("loose", language, f" {len(answer.loose_links)}")
        for link in answer.loose_links[:_MOST]:
            where = f"{seen(link['company_name'])} {word(ROLES, link['role'], language)}"
            place = source_words({"table": link["table_name"], "row": link["row"]}, language)
            yield Text(
                f"  {seen(link['mention_name'])}  {where}  {place}  {link['tier']} {probability(link['score'], language)}"
            )
        yield from _rest(answer.loose_links, language)


def _declared(answer: Answer, language: Language) -> Iterator[RenderableType]:
    if answer.declarations:
        yield _head("declared", language, f" {len(answer.declarations)}")
        yield _table(
            [
                column("declaration_id", language), text("declared_on", language), text("item", language), column("party_name", language),
                column("related_name", language), column("declaration_decision", language),
            ],
            [
                (d["declaration_id"], d["submitted_on"] or "", text("nil", language) if d["nil_return"] else item_word("item", d["item"], language),
                 d["counterparty_name"] or "", d["related_party_name"] or "", item_word("decision", d["decision"], language))
                for d in answer.declarations[: 2 * _MOST]
            ],
        )  # fmt: skip
    if answer.duties:
        yield _head("calendar", language, f" {len(answer.duties)}")
        for duty in answer.duties[:_MOST]:
            yield Text(
                f"  {code('certainty', duty['certainty'], language)}  {duty['rule_id']}  {seen(duty[f'summary_{language}'])}"
            )
        yield from _rest(answer.duties, language)
    if answer.contradictions:
        yield _head("contradictions", language)
        for row in answer.contradictions[:_MOST]:
            sides = [
                f"{source_words({'table': row[f'{side}_table'], 'row': row[f'{side}_row']}, language)} {seen(row[f'{side}_value'])}"
                for side in ("left", "right")
            ]
            yield Text(f"  {evidence.feature(row, language)}{text_colon(language)}{sides[0]} ≠ {sides[1]}")


def _rules(rules: Rows, language: Language) -> Iterator[RenderableType]:
    yield _head("rules", language)
    yield _table(
        (column("rule_id", language), column("rule_title", language), column("outcome", language)),
        [
            (rule["rule_id"], f"{rule[f'title_{language}']} {rule[f'article_{language}']}", rule_words(rule, language))
            for rule in rules
        ],
    )


def _rest(rows: Sequence[object], language: Language) -> Iterator[RenderableType]:
    if len(rows) > _MOST:
        yield Text(f"  {text('and_more', language, n=len(rows) - _MOST)}", style="dim")
